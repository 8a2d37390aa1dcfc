//! Bytes of a file to text. What the bytes hold decides, never the file's name.

mod text;

use std::fmt;

pub use text::text;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds nothing, or nothing but blanks.
    Empty,
    /// The file is not text.
    Binary(Kind),
    /// The file is text in an encoding other than UTF-8 and UTF-16 (an old Vietnamese one, perhaps).
    Encoding {
        /// The first byte that does not fit, from 0.
        at: usize,
    },
}

/// What a file without text is, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A PDF document.
    Pdf,
    /// A ZIP archive; .docx, .xlsx and .odt are such.
    Zip,
    /// A document of an old office program: .doc, .xls, .ppt.
    OldOffice,
    /// A picture.
    Picture,
    /// Something else.
    Other,
}

impl Kind {
    fn of(bytes: &[u8]) -> Self {
        const SIGNATURES: [(&[u8], Kind); 8] = [
            (b"%PDF-", Kind::Pdf),
            (b"PK\x03\x04", Kind::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
            (b"\x89PNG\r\n\x1a\n", Kind::Picture),
            (b"\xff\xd8\xff", Kind::Picture),
            (b"GIF8", Kind::Picture),
            (b"II*\0", Kind::Picture),
            (b"MM\0*", Kind::Picture),
        ];
        SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map_or(Self::Other, |(_, kind)| *kind)
    }
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
            Self::Encoding { at } => write!(
                formatter,
                "the text is neither UTF-8 nor UTF-16 (byte {at} does not fit); save it as UTF-8 and try again"
            ),
        }
    }
}

impl std::error::Error for ImportError {}
