//! The code pages of Windows without Unicode: 1252 (western) for bytes, and 1258 (Vietnamese) as it looks when read as 1252.

use crate::analysis::letters;

/// What bytes 0x80 to 0x9f stand for; all other bytes stand for the character of their number.
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads bytes as windows-1252.
pub(super) fn western(bytes: &[u8]) -> String {
    let character = |byte: &u8| match byte {
        0x80..=0x9f => UPPER_CONTROLS.get(usize::from(byte - 0x80)).copied().unwrap_or_default(),
        _ => char::from(*byte),
    };
    bytes.iter().map(character).collect()
}

/// Reads windows-1258 that was taken for windows-1252; letters and their marks are joined.
pub(super) fn vietnamese(western: &str) -> String {
    let mut text = String::with_capacity(western.len());
    for character in western.chars().map(letter_of_1258) {
        match text.chars().next_back().and_then(|before| letters::compose(before, character)) {
            Some(joined) => {
                text.pop();
                text.push(joined);
            }
            None => text.push(character),
        }
    }
    text
}

const fn letter_of_1258(western: char) -> char {
    match western {
        'Ã' => 'Ă',
        'Ì' => '\u{300}',
        'Ð' => 'Đ',
        'Ò' => '\u{309}',
        'Õ' => 'Ơ',
        'Ý' => 'Ư',
        'Þ' => '\u{303}',
        'ã' => 'ă',
        'ì' => '\u{301}',
        'ð' => 'đ',
        'ò' => '\u{323}',
        'õ' => 'ơ',
        'ý' => 'ư',
        'þ' => '₫',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn western_letters_and_quotation_marks() {
        assert_eq!(western(b"\x93Caf\xe9\x94 \x96 10 \x80"), "“Café” – 10 €");
    }

    #[test]
    fn marks_join_their_letters() {
        let bytes = b"C\xf4\xf2ng ho\xf2, \xd0\xf4\xecng, \xfd\xf5\xecc";
        assert_eq!(vietnamese(&western(bytes)), "Cộng họ, Đống, ước");
    }
}
