//! What a file is, told from its first bytes.

use serde::{Deserialize, Serialize};

/// What a file is, as far as its first bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A PDF document.
    Pdf,
    /// A ZIP archive; .docx, .xlsx and .odt are such.
    Zip,
    /// A document of an old office program: .doc, .xls, .ppt.
    OldOffice,
    /// A picture.
    Picture,
    /// A web page.
    Html,
    /// A document in Rich Text Format.
    Rtf,
    /// A mail as it travels.
    Mail,
    /// Plain text, or something else.
    Other,
}

impl Kind {
    /// The kind of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        const SIGNATURES: [(&[u8], Kind); 9] = [
            (b"%PDF-", Kind::Pdf),
            (b"{\\rtf", Kind::Rtf),
            (b"PK\x03\x04", Kind::Zip),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
            (b"\x89PNG\r\n\x1a\n", Kind::Picture),
            (b"\xff\xd8\xff", Kind::Picture),
            (b"GIF8", Kind::Picture),
            (b"II*\0", Kind::Picture),
            (b"MM\0*", Kind::Picture),
        ];
        let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind);
        known.unwrap_or_else(|| match () {
            () if is_html(bytes) => Self::Html,
            () if is_mail(bytes) => Self::Mail,
            () => Self::Other,
        })
    }

    /// What people call it, in English.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF document",
            Self::Zip => "an office document or an archive",
            Self::OldOffice => "a document of an old office program",
            Self::Picture => "a picture",
            Self::Html => "a web page",
            Self::Rtf => "an RTF document",
            Self::Mail => "a mail",
            Self::Other => "of an unknown kind",
        }
    }
}

/// Whether a text starts as web pages do, after blanks, a byte order mark or an XML declaration.
fn is_html(bytes: &[u8]) -> bool {
    const STARTS: [&str; 5] = ["<!doctype html", "<html", "<head", "<body", "<meta"];
    let start = bytes.get(..bytes.len().min(1_000)).unwrap_or_default();
    let start: String =
        start.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    let start = start.trim_start_matches(|letter: char| !letter.is_ascii_graphic());
    let start =
        start.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")).map_or(start, |(_, rest)| rest.trim_start());
    STARTS.iter().any(|known| start.starts_with(known))
}

/// Whether a text starts with the header of a mail: fields alone, among them one that only mails have.
fn is_mail(bytes: &[u8]) -> bool {
    const TELLING: [&str; 4] = ["received:", "mime-version:", "return-path:", "message-id:"];
    let start = bytes.get(..bytes.len().min(1_000)).unwrap_or_default();
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let header: Vec<&str> = start.lines().take_while(|line| !line.trim().is_empty()).collect();
    let is_field = |line: &&str| {
        line.split_once(':')
            .is_some_and(|(name, _)| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
    };
    header.first().is_some_and(is_field)
        && header.iter().any(|line| TELLING.iter().any(|field| line.starts_with(field)))
}
