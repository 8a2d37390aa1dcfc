//! Plain text in UTF-8 or UTF-16, with or without a byte order mark.

use super::{ImportError, Kind};

/// One control character in so many is the most that text has.
const CHARACTERS_PER_CONTROL: usize = 100;

/// Reads `bytes` as text; a byte order mark is dropped.
///
/// # Errors
/// [`ImportError`] where the bytes are no text, or text in an encoding other than UTF-8 and UTF-16.
///
/// ```
/// assert_eq!(bienban::import::text("Biên bản".as_bytes()), Ok("Biên bản".to_string()));
/// ```
pub fn text(bytes: &[u8]) -> Result<String, ImportError> {
    let kind = Kind::of(bytes);
    if kind != Kind::Other {
        return Err(ImportError::Binary(kind));
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest)?,
        _ if zeros(bytes, 1) > bytes.len() / 4 => utf_16(bytes, u16::from_le_bytes)?,
        _ if zeros(bytes, 0) > bytes.len() / 4 => utf_16(bytes, u16::from_be_bytes)?,
        _ => utf_8(bytes)?,
    };
    if text.trim().is_empty() {
        Err(ImportError::Empty)
    } else if has_controls(text.chars()) {
        Err(ImportError::Binary(Kind::Other))
    } else {
        Ok(text)
    }
}

fn utf_8(bytes: &[u8]) -> Result<String, ImportError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if has_controls(bytes.iter().map(|byte| char::from(*byte))) => Err(ImportError::Binary(Kind::Other)),
        Err(error) => Err(ImportError::Encoding { at: error.valid_up_to() }),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportError::Binary(Kind::Other));
    }
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    letters.collect::<Result<_, _>>().map_err(|_| ImportError::Binary(Kind::Other))
}

/// Zero bytes at odd (`1`) or even (`0`) places: the upper halves of Latin letters in UTF-16.
fn zeros(bytes: &[u8], place: usize) -> usize {
    bytes.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count()
}

fn has_controls(characters: impl Iterator<Item = char>) -> bool {
    let (mut all, mut controls) = (0usize, 0usize);
    for character in characters {
        all += 1;
        controls += usize::from(matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'));
    }
    controls > all / CHARACTERS_PER_CONTROL
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
    fn what_is_no_text_is_refused_by_its_name() {
        let refused = |bytes: &[u8]| text(bytes).unwrap_err();
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"), ImportError::Binary(Kind::Picture));
        assert_eq!(refused(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf\xa4"), ImportError::Binary(Kind::Zip));
        assert_eq!(refused(b"%PDF-1.7 all of it text"), ImportError::Binary(Kind::Pdf));
        assert_eq!(refused(b"\x7fELF\x02\x01\x01\0\0\0\0\0\xff\0"), ImportError::Binary(Kind::Other));
        assert_eq!(refused(&[0xff, 0xfe, 0x41]), ImportError::Binary(Kind::Other));
    }

    #[test]
    fn blanks_are_empty() {
        for bytes in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"] {
            assert_eq!(text(bytes), Err(ImportError::Empty));
        }
    }

    #[test]
    fn an_old_encoding_is_named_as_such() {
        assert_eq!(text(b"Bi\xean b\xb6n cu\xe9c h\xe4p giao ban"), Err(ImportError::Encoding { at: 2 }));
    }
}
