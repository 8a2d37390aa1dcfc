//! Comma-separated values after RFC 4180, as spreadsheets of every language open them without asking.

use serde::{Deserialize, Serialize};

use super::ExportError;
use super::formulas::defused;
use crate::analysis::model::Lang;
use crate::table::{Form, Label, Table};

/// Tells Excel that the file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What parts the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Separator {
    /// As RFC 4180 has it.
    Comma,
    /// As Excel expects it where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    /// Every separator.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The separator by which a spreadsheet in the language parts a file.
    pub const fn of(lang: Lang) -> Self {
        match lang {
            Lang::Vi => Self::Semicolon,
            Lang::En => Self::Comma,
        }
    }

    /// A name for the page and for tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    /// The separator of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.name() == name)
    }

    const fn sign(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Writes `table` in the form `form`, its cells parted by `separator`.
///
/// # Errors
/// As the writer of the `csv` crate; none is known for text in memory.
pub fn write(table: &Table, form: &Form, separator: Separator) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator.sign())
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(form.columns.iter().map(|column| (form.label)(Label::Column(*column))))?;
    for row in &table.rows {
        writer.write_record(form.columns.iter().map(|column| defused(row.cell_text(*column, form))))?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{self, Column};

    fn read(bytes: &[u8], separator: Separator) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new().delimiter(separator.sign()).has_headers(false).from_reader(bytes);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn a_reader_finds_every_cell_again() {
        let mut table = table::samples::table();
        table.rows[1].note = "một \"hai\"; ba,\nbốn".into();
        let form = table::samples::form();
        for separator in Separator::ALL {
            let bytes = write(&table, &form, separator).unwrap();
            let text = std::str::from_utf8(&bytes).unwrap();
            let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
            assert!(text.ends_with("\r\n"));
            let records = read(text.as_bytes(), separator);
            assert_eq!(records[0], Column::ALL.map(|column| Label::Column(column).key()));
            for (record, row) in records[1..].iter().zip(&table.rows) {
                assert_eq!(*record, Column::ALL.map(|column| row.cell_text(column, &form)));
            }
            assert_eq!(records.len(), 1 + table.rows.len());
        }
    }

    #[test]
    fn a_separator_is_found_by_language_and_by_name() {
        assert_eq!(Separator::of(Lang::Vi).sign(), b';');
        assert_eq!(Separator::of(Lang::En).sign(), b',');
        assert!(Separator::ALL.iter().all(|separator| Separator::named(separator.name()) == Some(*separator)));
        assert_eq!(Separator::named("space"), None);
    }
}
