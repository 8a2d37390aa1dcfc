//! Words: syllables, numbers and marks with a folded key, the alphabet in which every pattern is written.

use super::letters;

/// The folded form of a word as a 64-bit hash (FNV-1a): equal for the same word in either case and tone placement.
pub type Key = u64;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Letters (with inner hyphens left out: "KT-XH" is three words).
    Letters,
    /// Digits only.
    Digits,
    /// One mark of punctuation or symbol.
    Mark,
    /// One line break.
    Break,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital at its start.
    Lower,
    /// A capital, then a small letter.
    Title,
    /// Capitals only (one letter counts as such).
    Upper,
}

/// One word of the normal text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the normal text.
    pub start: u32,
    /// One past the last byte in the normal text.
    pub end: u32,
    /// Folded form.
    pub key: Key,
    /// What it is made of.
    pub kind: Kind,
    /// How it is capitalised.
    pub case: Case,
}

impl Word {
    /// The word as written.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// The key of a folded word.
pub const fn key(folded: &str) -> Key {
    let bytes = folded.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

/// Folds a word: lower case, tone where the older spelling puts it, typographic quotes and dashes as plain ones.
pub fn fold(word: &str) -> String {
    let mut folded: String = word.chars().flat_map(char::to_lowercase).map(plain_mark).collect();
    if !folded.is_ascii() {
        letters::settle_tone(&mut folded);
    }
    folded
}

fn plain_mark(mark: char) -> char {
    match mark {
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '−' | '‑' | '‐' | '―' => '-',
        '•' | '●' | '▪' | '◦' | '·' | '∙' | '■' | '□' | '➢' | '❖' => '•',
        other => other,
    }
}

/// Splits normal text into words; blanks between them are left out, line breaks are words of their own.
pub fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 4);
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let kind = match character {
            '\n' => Kind::Break,
            c if c.is_whitespace() || c.is_control() => continue,
            c if c.is_ascii_digit() => Kind::Digits,
            c if c.is_alphabetic() => Kind::Letters,
            _ => Kind::Mark,
        };
        let mut end = start + character.len_utf8();
        if matches!(kind, Kind::Letters | Kind::Digits) {
            while let Some(&(at, next)) = characters.peek() {
                let goes_on = match kind {
                    Kind::Digits => next.is_ascii_digit(),
                    _ => next.is_alphabetic() || letters::is_mark(next),
                };
                if !goes_on {
                    break;
                }
                end = at + next.len_utf8();
                characters.next();
            }
        }
        let written = text.get(start..end).unwrap_or_default();
        words.push(Word {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            key: key(&fold(written)),
            kind,
            case: case(written),
        });
    }
    words
}

fn case(word: &str) -> Case {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => {
            if letters.all(char::is_uppercase) {
                Case::Upper
            } else {
                Case::Title
            }
        }
        _ => Case::Lower,
    }
}

/// A word without the first of `endings` that leaves at least three bytes of it.
pub fn without_ending<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    endings.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 3)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_marks_and_breaks_are_words() {
        let text = "Hoà Bình, 30/6\nxong";
        let written: Vec<&str> = split(text).iter().map(|word| word.of(text)).collect();
        assert_eq!(written, ["Hoà", "Bình", ",", "30", "/", "6", "\n", "xong"]);
    }

    #[test]
    fn both_spellings_share_a_key() {
        let keys = |text: &str| split(text).iter().map(|word| word.key).collect::<Vec<_>>();
        assert_eq!(keys("HOÀ “x”"), keys("hòa \"x\""));
    }
}
