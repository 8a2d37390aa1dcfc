//! What the page and its converter say to each other, and the converter's whole work: [`convert`]. The bytes of a file
//! go beside the message, since text would make them a third larger.

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;
use crate::export::paper::Paper;
use crate::export::{self, Format};
use crate::import::{self, Content, ImportError};

/// What the page asks of the converter.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// To read the file that comes with the message.
    Read {
        /// A task is held for done on this day where the file does not tell it.
        today: Date,
    },
    /// To write a file.
    Write {
        /// In this format.
        format: Format,
        /// With this in it.
        paper: Box<Paper>,
    },
}

/// What the converter says to the page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Delivery {
    /// The converter of this [`VERSION`](super::VERSION) listens from now on.
    Ready(u32),
    /// The file was read, or not.
    Read(Result<Content, ImportError>),
    /// The file comes with the message.
    Written,
    /// The file could not be written.
    Refused,
}

/// Does what is asked with the bytes that came with it; answers with a message and the bytes that go with it.
pub fn convert(order: Order, bytes: &[u8]) -> (Delivery, Vec<u8>) {
    match order {
        Order::Read { today } => (Delivery::Read(import::open(bytes, today)), Vec::new()),
        Order::Write { format, paper } => {
            export::write(format, &paper).map_or((Delivery::Refused, Vec::new()), |file| (Delivery::Written, file))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{decode, encode};
    use super::*;
    use crate::export::paper::samples;

    fn through(order: &Order, bytes: &[u8]) -> (Delivery, Vec<u8>) {
        let (delivery, bytes) = convert(decode(&encode(order).unwrap()).unwrap(), bytes);
        (decode(&encode(&delivery).unwrap()).unwrap(), bytes)
    }

    #[test]
    fn what_is_read_and_what_is_refused_survives_the_way() {
        let order = Order::Read { today: Date::constant(2025, 10, 3) };
        let (delivery, _) = through(&order, b"Bi\xaan b\xb6n cu\xe9c h\xe4p");
        let Delivery::Read(Ok(Content::Document(source))) = delivery else { panic!("{delivery:?}") };
        assert_eq!(source.text, "Biên bản cuộc họp");
        assert!(source.guess.is_some());
        assert_eq!(through(&order, b"").0, Delivery::Read(Err(ImportError::Empty)));
    }

    #[test]
    fn a_table_that_was_written_is_read_again() {
        let (_, bytes) = through(&Order::Write { format: Format::Xlsx, paper: Box::new(samples::paper()) }, b"");
        let (delivery, _) = through(&Order::Read { today: Date::constant(2025, 10, 3) }, &bytes);
        let Delivery::Read(Ok(Content::EarlierTable(table))) = delivery else { panic!("{delivery:?}") };
        assert_eq!(table.rows.len(), samples::paper().table.rows.len());
    }

    #[test]
    fn every_format_is_written() {
        for format in Format::ALL {
            let (delivery, bytes) = through(&Order::Write { format, paper: Box::new(samples::paper()) }, b"");
            assert_eq!(delivery, Delivery::Written);
            assert!(!bytes.is_empty(), "{format:?}");
        }
    }
}
