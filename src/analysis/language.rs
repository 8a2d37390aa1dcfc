//! The language of a text, told by its letters and its commonest words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::letters;
use super::lexicon::Lexicon;
use super::model::Lang;
use super::words::{self, Key, Kind, Word};

/// Words that are looked at; enough for the longest document.
const SAMPLE: usize = 4000;

/// Tells the language of a text; `None` where it seems to be neither Vietnamese nor English.
pub fn tell(words: &[Word], text: &str) -> Option<Lang> {
    static COMMON: LazyLock<[HashSet<Key>; 3]> = LazyLock::new(common);
    let (mut letters, mut marked, mut vietnamese, mut english, mut plain) = (0usize, 0usize, 0usize, 0usize, 0usize);
    for word in words.iter().filter(|word| word.kind == Kind::Letters).take(SAMPLE) {
        letters += 1;
        let written = word.of(text);
        marked += usize::from(written.chars().any(is_vietnamese));
        vietnamese += usize::from(COMMON[0].contains(&word.key));
        english += usize::from(COMMON[1].contains(&word.key));
        plain += usize::from(COMMON[2].contains(&word.key));
    }
    let unmarked = marked * 50 < letters && plain > 2 * english && plain * 6 >= letters;
    if letters == 0 {
        None
    } else if marked * 6 >= letters || vietnamese > english && vietnamese * 8 >= letters || unmarked {
        Some(Lang::Vi)
    } else if english * 10 >= letters {
        Some(Lang::En)
    } else {
        // Short notes of names and verbs hold few common words: without foreign letters they pass for English.
        (letters < 40
            && marked == 0
            && text.chars().filter(|letter| letter.is_alphabetic()).all(|letter| letter.is_ascii()))
        .then_some(Lang::En)
    }
}

/// Common words: Vietnamese, English, and Vietnamese typed without diacritics.
fn common() -> [HashSet<Key>; 3] {
    let [vietnamese, english] = [Lang::Vi, Lang::En].map(|lang| Lexicon::grammar(lang).single_words("pattern.word"));
    let mut plain = HashSet::new();
    for word in
        Lexicon::of(Lang::Vi).phrases().chain(Lexicon::grammar(Lang::Vi).phrases()).flat_map(str::split_whitespace)
    {
        let stripped: String = words::fold(word).chars().map(|letter| letters::parts(letter).plain).collect();
        if stripped != word {
            plain.insert(words::key(&stripped));
        }
    }
    plain.retain(|key| !english.contains(key));
    [vietnamese, english, plain]
}

/// Letters that Vietnamese alone uses, or uses far more than others.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, 'ă' | 'đ' | 'ơ' | 'ư' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn told(text: &str) -> Option<Lang> {
        tell(&words::split(text), text)
    }

    #[test]
    fn the_language_is_told() {
        assert_eq!(told("Sở Y tế khẩn trương hoàn thành báo cáo trước ngày 30/6."), Some(Lang::Vi));
        assert_eq!(told("The board will contact the landscape company."), Some(Lang::En));
        assert_eq!(told("ACTION: Ann to pay"), Some(Lang::En));
        assert_eq!(told("Der Vorstand hat beschlossen, dass Frau Müller die Prüfung der Rechnungen übernimmt."), None);
        assert_eq!(told("理事会は来週までに報告書を提出する。"), None);
        assert_eq!(told("12 / 5"), None);
        assert_eq!(told("De nghi UBND huyen khan truong hoan thanh bao cao truoc ngay 30/6."), Some(Lang::Vi));
        assert_eq!(told("Ann to do so, Bob can come, Tam and Minh go to Hue"), Some(Lang::En));
    }
}
