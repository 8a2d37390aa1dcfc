//! Vietnamese letters: composition, tone marks and folding.
//!
//! A letter is a base (`a`), a modifier (`â`) and a tone (`ấ`). Texts carry them composed, decomposed or mixed, and put
//! the tone on either vowel of a pair ("hoà", "hòa"): one table serves to compose, to strip and to move them.

/// Combining marks in the order of the columns of [`TABLE`]: grave, acute, hook above, tilde, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];

/// Each row: plain letter, the modified letter without tone, and that letter with the five tones.
const TABLE: [(char, char, [char; 5]); 12] = [
    ('a', 'a', ['à', 'á', 'ả', 'ã', 'ạ']),
    ('a', 'ă', ['ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
    ('a', 'â', ['ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']),
    ('e', 'e', ['è', 'é', 'ẻ', 'ẽ', 'ẹ']),
    ('e', 'ê', ['ề', 'ế', 'ể', 'ễ', 'ệ']),
    ('i', 'i', ['ì', 'í', 'ỉ', 'ĩ', 'ị']),
    ('o', 'o', ['ò', 'ó', 'ỏ', 'õ', 'ọ']),
    ('o', 'ô', ['ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
    ('o', 'ơ', ['ờ', 'ớ', 'ở', 'ỡ', 'ợ']),
    ('u', 'u', ['ù', 'ú', 'ủ', 'ũ', 'ụ']),
    ('u', 'ư', ['ừ', 'ứ', 'ử', 'ữ', 'ự']),
    ('y', 'y', ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
];

/// A lower-case letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The letter without tone and modifier (`a` of `ấ`; `d` of `đ`).
    pub plain: char,
    /// The letter without tone (`â` of `ấ`).
    pub toneless: char,
    /// Index into the five tones, if there is one.
    pub tone: Option<u8>,
}

/// Takes a lower-case letter apart; letters outside the Vietnamese alphabet come back unchanged.
pub fn parts(letter: char) -> Parts {
    if letter.is_ascii() {
        return Parts { plain: letter, toneless: letter, tone: None };
    }
    if letter == 'đ' {
        return Parts { plain: 'd', toneless: 'đ', tone: None };
    }
    for (plain, toneless, toned) in TABLE {
        if toneless == letter {
            return Parts { plain, toneless, tone: None };
        }
        for (tone, candidate) in (0u8..).zip(toned) {
            if candidate == letter {
                return Parts { plain, toneless, tone: Some(tone) };
            }
        }
    }
    Parts { plain: letter, toneless: letter, tone: None }
}

/// The letter `toneless` with tone number `tone`; `None` where the alphabet has no such letter.
pub fn with_tone(toneless: char, tone: u8) -> Option<char> {
    TABLE.iter().find(|row| row.1 == toneless).and_then(|row| row.2.get(usize::from(tone)).copied())
}

/// Whether `mark` is a combining mark that [`compose`] may join to a letter.
pub fn is_mark(mark: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&mark)
}

/// Joins a letter of either case and a combining mark; `None` where the alphabet has no such letter.
pub fn compose(letter: char, mark: char) -> Option<char> {
    let upper = letter.is_uppercase();
    let lower = letter.to_lowercase().next()?;
    let taken = parts(lower);
    let joined = match mark {
        '\u{302}' => modify(taken, 'â', 'ê', 'ô')?,
        '\u{306}' if taken.toneless == 'a' => tone_again('ă', taken.tone)?,
        '\u{31b}' if taken.toneless == 'o' => tone_again('ơ', taken.tone)?,
        '\u{31b}' if taken.toneless == 'u' => tone_again('ư', taken.tone)?,
        _ => {
            let tone = TONES.iter().position(|tone| *tone == mark)?;
            if taken.tone.is_some() {
                return None;
            }
            with_tone(taken.toneless, u8::try_from(tone).ok()?)?
        }
    };
    if upper { joined.to_uppercase().next() } else { Some(joined) }
}

fn modify(taken: Parts, a: char, e: char, o: char) -> Option<char> {
    let letter = match taken.toneless {
        'a' => a,
        'e' => e,
        'o' => o,
        _ => return None,
    };
    tone_again(letter, taken.tone)
}

fn tone_again(letter: char, tone: Option<u8>) -> Option<char> {
    match tone {
        None => Some(letter),
        Some(tone) => with_tone(letter, tone),
    }
}

/// Puts the tone of a syllable where the older spelling has it ("hòa" for "hoà", "thủy" for "thuỷ"), so that both
/// spellings fold to one form. `syllable` is lower-case and composed.
pub fn settle_tone(syllable: &mut String) {
    let open_pair = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
        .iter()
        .find(|pair| syllable.ends_with(*pair));
    let Some(pair) = open_pair else { return };
    if syllable.starts_with("qu") && pair.starts_with('u') {
        return;
    }
    let mut letters = pair.chars();
    let (Some(first), Some(second)) = (letters.next(), letters.next()) else { return };
    let taken = parts(second);
    let Some(toned) = taken.tone.and_then(|tone| with_tone(first, tone)) else { return };
    syllable.truncate(syllable.len() - pair.len());
    syllable.push(toned);
    syllable.push(taken.toneless);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_marks_in_either_order() {
        assert_eq!(compose('a', '\u{302}').and_then(|letter| compose(letter, '\u{301}')), Some('ấ'));
        assert_eq!(compose('a', '\u{323}').and_then(|letter| compose(letter, '\u{302}')), Some('ậ'));
        assert_eq!(compose('U', '\u{31b}').and_then(|letter| compose(letter, '\u{309}')), Some('Ử'));
        assert_eq!(compose('b', '\u{301}'), None);
    }

    #[test]
    fn both_tone_placements_fold_to_one() {
        for (new, old) in [("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("quý", "quý"), ("toán", "toán")]
        {
            let mut syllable = new.to_string();
            settle_tone(&mut syllable);
            assert_eq!(syllable, old);
        }
    }
}
