//! Bytes of a file to text. What the bytes hold decides, never the file's name.

mod encoding;
mod kind;
mod syllables;
mod tcvn3;
mod text;
mod vni;
mod windows;

use std::fmt;

pub use encoding::Encoding;
pub use kind::Kind;
pub use text::text;

/// A document as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The text.
    pub text: String,
    /// How its letters were coded, where that had to be guessed.
    pub guess: Option<Guess>,
}

/// What was guessed of the letters of a text, and what another guess needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The text before its letters were read anew.
    pub raw: String,
    /// The encoding that was guessed.
    pub encoding: Encoding,
}

impl Source {
    /// The source of a text in Unicode, whose letters may still be those of an old font.
    pub fn of_text(raw: String) -> Self {
        match Encoding::of(&raw) {
            Encoding::AsItIs => Self { text: raw, guess: None },
            encoding => Self { text: encoding.read(&raw), guess: Some(Guess { raw, encoding }) },
        }
    }
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds nothing, or nothing but blanks.
    Empty,
    /// The file is not text.
    Binary(Kind),
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("the file is empty"),
            Self::Binary(kind) => {
                let kind = match kind {
                    Kind::Pdf => "a PDF document",
                    Kind::Zip => "an archive or a Word, Excel or OpenDocument file",
                    Kind::OldOffice => "a document of an old office program",
                    Kind::Picture => "a picture",
                    Kind::Other => "not text",
                };
                write!(formatter, "the file is {kind}; plain text (.txt) is accepted")
            }
        }
    }
}

impl std::error::Error for ImportError {}
