//! Bytes of a text file → text: UTF-8 and UTF-16, told by content.

use std::fmt;

/// Why a file could not be read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// The file holds nothing.
    Empty,
    /// The file is not text: a picture, an archive, a word processor's or a scanner's format.
    Binary,
    /// The file is text in an encoding other than UTF-8 and UTF-16 (an old Vietnamese one, perhaps).
    Encoding,
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "the file is empty",
            Self::Binary => "not a text file; plain text (.txt) is accepted",
            Self::Encoding => "text, but neither UTF-8 nor UTF-16; save it as UTF-8 and try again",
        })
    }
}

impl std::error::Error for ImportError {}

/// Share of control characters above which a file cannot be text.
const CONTROLS_PER_TEXT: usize = 100;

/// Reads `bytes` as text; the byte order mark is dropped.
///
/// # Errors
/// [`ImportError`] where the bytes are no text, or text in an encoding other than UTF-8 and UTF-16.
///
/// ```
/// assert_eq!(bienban::import::text("Biên bản".as_bytes()), Ok("Biên bản".to_string()));
/// ```
pub fn text(bytes: &[u8]) -> Result<String, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest)?,
        _ if zeros(bytes, 1) > bytes.len() / 4 => utf_16(bytes, u16::from_le_bytes)?,
        _ if zeros(bytes, 0) > bytes.len() / 4 => utf_16(bytes, u16::from_be_bytes)?,
        _ => utf_8(bytes)?,
    };
    if controls(text.chars()) { Err(ImportError::Binary) } else { Ok(text) }
}

fn utf_8(bytes: &[u8]) -> Result<String, ImportError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_string()),
        Err(_) if controls(bytes.iter().map(|byte| char::from(*byte))) => Err(ImportError::Binary),
        Err(_) => Err(ImportError::Encoding),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportError::Binary);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).collect::<Result<_, _>>().map_err(|_| ImportError::Binary)
}

/// Zero bytes at odd (`1`) or even (`0`) places: the upper halves of Latin letters in UTF-16.
fn zeros(bytes: &[u8], place: usize) -> usize {
    bytes.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count()
}

fn controls(characters: impl Iterator<Item = char>) -> bool {
    let (mut all, mut strange) = (0usize, 0usize);
    for character in characters {
        all += 1;
        strange += usize::from(matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'));
    }
    strange > all / CONTROLS_PER_TEXT
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Giao Sở Y tế báo cáo.\r\nHạn: 30/8.";

    fn units(turn: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        mark.then_some(0xfeff).into_iter().chain(TEXT.encode_utf16()).flat_map(turn).collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_mark() {
        assert_eq!(text(TEXT.as_bytes()).as_deref(), Ok(TEXT));
        assert_eq!(text(format!("\u{feff}{TEXT}").as_bytes()).as_deref(), Ok(TEXT));
        for mark in [true, false] {
            assert_eq!(text(&units(u16::to_le_bytes, mark)).as_deref(), Ok(TEXT));
            assert_eq!(text(&units(u16::to_be_bytes, mark)).as_deref(), Ok(TEXT));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(text(&[]), Err(ImportError::Empty));
        assert_eq!(text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"), Err(ImportError::Binary));
        assert_eq!(text(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4"), Err(ImportError::Binary));
        assert_eq!(text(&[0xff, 0xfe, 0x41]), Err(ImportError::Binary));
    }

    #[test]
    fn an_old_encoding_is_named_as_such() {
        assert_eq!(text(b"Bi\xean b\xb6n cu\xe9c h\xe4p giao ban"), Err(ImportError::Encoding));
    }
}
