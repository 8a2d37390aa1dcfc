//! Plain text: in UTF-8 or UTF-16, with or without a byte order mark, or in an encoding of the time before Unicode.

use super::encoding::Encoding;
use super::{Guess, ImportError, Kind, Source, windows};

/// One control character in so many is the most that text has.
const CHARACTERS_PER_CONTROL: usize = 100;

/// Reads `bytes` as text; a byte order mark is dropped.
///
/// # Errors
/// [`ImportError`] where the bytes are no text.
///
/// ```
/// assert_eq!(bienban::import::text("Biên bản".as_bytes()).map(|source| source.text), Ok("Biên bản".to_string()));
/// ```
pub fn text(bytes: &[u8]) -> Result<Source, ImportError> {
    match Kind::of(bytes) {
        Kind::Other | Kind::Html | Kind::Mail | Kind::Rtf => decoded(bytes),
        kind => Err(ImportError::Binary(kind)),
    }
}

/// The text that `bytes` are, with its markup.
pub(super) fn decoded(bytes: &[u8]) -> Result<Source, ImportError> {
    let source = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes)?,
        _ if zeros(bytes, 1) > bytes.len() / 4 => utf_16(bytes, u16::from_le_bytes)?,
        _ if zeros(bytes, 0) > bytes.len() / 4 => utf_16(bytes, u16::from_be_bytes)?,
        _ => {
            let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            std::str::from_utf8(rest).map_or_else(|_| before_unicode(rest), |text| Source::of_text(text.to_owned()))
        }
    };
    if source.text.trim().is_empty() {
        Err(ImportError::Empty)
    } else if has_controls(&source.text) {
        Err(ImportError::Binary(Kind::Other))
    } else {
        Ok(source)
    }
}

/// Bytes that are no Unicode can be read in many ways, so the guess is told even where nothing was repaired.
fn before_unicode(bytes: &[u8]) -> Source {
    let raw = windows::western(bytes);
    let encoding = Encoding::of(&raw);
    Source { text: encoding.read(&raw), guess: Some(Guess { raw, encoding }) }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Source, ImportError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ImportError::Binary(Kind::Other));
    }
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let text: Result<String, _> = letters.collect();
    text.map(Source::of_text).map_err(|_| ImportError::Binary(Kind::Other))
}

/// Zero bytes at odd (`1`) or even (`0`) places: the upper halves of Latin letters in UTF-16.
fn zeros(bytes: &[u8], place: usize) -> usize {
    bytes.iter().skip(place).step_by(2).filter(|byte| **byte == 0).count()
}

fn has_controls(text: &str) -> bool {
    let is_control = |character: &char| matches!(character, '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{81}' | '\u{8d}' | '\u{8f}' | '\u{90}' | '\u{9d}');
    text.chars().filter(is_control).count() > text.chars().count() / CHARACTERS_PER_CONTROL
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Giao Sở Y tế báo cáo.\r\nHạn: 30/8.";

    fn units(turn: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        mark.then_some(0xfeff).into_iter().chain(TEXT.encode_utf16()).flat_map(turn).collect()
    }

    fn read(bytes: &[u8]) -> Result<String, ImportError> {
        let source = text(bytes)?;
        assert_eq!(source.guess, None);
        Ok(source.text)
    }

    #[test]
    fn unicode_is_read_with_and_without_mark() {
        assert_eq!(read(TEXT.as_bytes()).as_deref(), Ok(TEXT));
        assert_eq!(read(format!("\u{feff}{TEXT}").as_bytes()).as_deref(), Ok(TEXT));
        for mark in [true, false] {
            assert_eq!(read(&units(u16::to_le_bytes, mark)).as_deref(), Ok(TEXT));
            assert_eq!(read(&units(u16::to_be_bytes, mark)).as_deref(), Ok(TEXT));
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
    fn bytes_before_unicode_are_read_and_the_guess_is_told() {
        let read = |bytes: &[u8]| {
            let source = text(bytes).unwrap();
            (source.text, source.guess.map(|guess| guess.encoding))
        };
        let tcvn3 = b"Bi\xaan b\xb6n cu\xe9c h\xe4p giao ban";
        assert_eq!(read(tcvn3), ("Biên bản cuộc họp giao ban".into(), Some(Encoding::Tcvn3)));
        let vni = b"Bie\xe2n ba\xfbn cuo\xe4c ho\xefp giao ban";
        assert_eq!(read(vni), ("Biên bản cuộc họp giao ban".into(), Some(Encoding::Vni)));
        let windows = b"Bi\xean ba\xd2n cu\xf4\xf2c ho\xf2p giao ban";
        assert_eq!(read(windows), ("Biên bản cuộc họp giao ban".into(), Some(Encoding::Windows1258)));
        assert_eq!(read(b"The caf\xe9\x92s minutes"), ("The café’s minutes".into(), Some(Encoding::AsItIs)));
    }

    #[test]
    fn a_text_in_letters_of_an_old_font_is_repaired() {
        let source = text("Giao Së Y tÕ b¸o c¸o".as_bytes()).unwrap();
        assert_eq!(source.text, "Giao Sở Y tế báo cáo");
        assert_eq!(source.guess.unwrap().raw, "Giao Së Y tÕ b¸o c¸o");
    }
}
