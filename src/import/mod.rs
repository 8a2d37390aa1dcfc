//! Bytes of a file to text. What the bytes hold decides, never the file's name.

mod archive;
mod clipboard;
mod docx;
mod draft;
pub mod earlier_table;
mod encoding;
mod html;
mod kind;
mod mail;
mod numerals;
mod odt;
mod pdf;
mod rtf;
mod syllables;
mod tcvn3;
mod text;
mod vni;
mod windows;
mod xml;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;
use crate::table::Table;

pub use clipboard::pasted;
pub use encoding::Encoding;
pub use html::WebPage;
pub use kind::Kind;
pub use text::text;

/// A document as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The text.
    pub text: String,
    /// How its letters were coded, where that had to be guessed.
    pub guess: Option<Guess>,
}

/// What was guessed of the letters of a text, and what another guess needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// A document.
    Document(Source),
    /// The action table of an earlier meeting.
    EarlierTable(Table),
}

/// A file of more bytes is not read.
pub const LARGEST_FILE: usize = 100 << 20;

/// Reads what this page once exported as a table, or a document of any format; `today` is as in
/// [`earlier_table::of_text`].
///
/// # Errors
/// As [`read`].
pub fn open(bytes: &[u8], today: Date) -> Result<Content, ImportError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ImportError::TooLarge);
    }
    match Kind::of(bytes) {
        Kind::Zip => {
            let mut archive = archive::Archive::open(bytes)?;
            if archive.has(earlier_table::BODY) {
                return earlier_table::read_workbook(bytes, &mut archive, today).map(Content::EarlierTable);
            }
            read(bytes).map(Content::Document)
        }
        Kind::Other => {
            let source = text(bytes)?;
            let table = earlier_table::of_text(&source.text, today)?;
            Ok(table.map_or(Content::Document(source), Content::EarlierTable))
        }
        _ => read(bytes).map(Content::Document),
    }
}

/// Reads a document of any format.
///
/// # Errors
/// [`ImportError`] where the bytes are no document, or one without text.
pub fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ImportError::TooLarge);
    }
    let source = match Kind::of(bytes) {
        Kind::Zip => office(&mut archive::Archive::open(bytes)?)?,
        Kind::Pdf => pdf::read(bytes)?,
        Kind::Rtf => rtf::read(bytes)?,
        Kind::Mail => mail::read(bytes)?,
        Kind::Html => html::read(&text::decoded(bytes)?.text)?,
        _ => text(bytes)?,
    };
    if source.text.trim().is_empty() { Err(ImportError::Empty) } else { Ok(source) }
}

/// The document that an archive is.
fn office(archive: &mut archive::Archive) -> Result<Source, ImportError> {
    if archive.has(docx::BODY) {
        docx::read(archive)
    } else if archive.has(odt::BODY) {
        odt::read(archive)
    } else {
        Err(ImportError::Binary(Kind::Zip))
    }
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportError {
    /// The file holds nothing, or nothing but blanks.
    Empty,
    /// The file is nothing that holds minutes.
    Binary(Kind),
    /// The file is what it seems, but broken.
    Damaged(Kind),
    /// The file is locked with a password.
    Locked,
    /// The file is larger than [`LARGEST_FILE`], or its text longer than any minutes.
    TooLarge,
    /// The file unpacks to far more than it seems.
    Bomb,
    /// The file nests its parts deeper than any document.
    TooDeep,
    /// Reading took too long.
    TooSlow,
    /// The file is a picture of pages, without text.
    Scan,
    /// The file is a workbook, but holds no action table of this page.
    NoTable,
    /// A newer version of the page wrote the file.
    Newer,
    /// What reads the file broke down on it.
    Crashed,
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("the file holds no text"),
            Self::Binary(kind) => write!(formatter, "the file is {}, in which no minutes can be read", kind.name()),
            Self::Damaged(kind) => write!(formatter, "the file is {}, but damaged", kind.name()),
            Self::Locked => {
                formatter.write_str("the file is locked with a password; save it without one and try again")
            }
            Self::TooLarge => formatter.write_str("the file is larger than 100 MB"),
            Self::Bomb => formatter.write_str("the file unpacks to far more than a document holds; it was not opened"),
            Self::TooDeep => {
                formatter.write_str("the file nests its parts deeper than any document; it was not opened")
            }
            Self::TooSlow => formatter.write_str("reading took too long and was stopped"),
            Self::Scan => {
                formatter.write_str("the pages are pictures without text; run text recognition (OCR) over them first")
            }
            Self::NoTable => formatter.write_str("the workbook holds no action table that was exported from here"),
            Self::Crashed => formatter.write_str("reading the file broke down; nothing else was touched"),
            Self::Newer => formatter.write_str("the file was written by a newer version"),
        }
    }
}

impl std::error::Error for ImportError {}
