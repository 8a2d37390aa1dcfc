//! What a file is, told from its first bytes.

/// What a file is, as far as its first bytes tell.
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
    /// The kind of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
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
