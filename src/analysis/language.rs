//! The language of a text, told by its letters and its commonest words.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::model::Lang;
use super::words::{Key, Kind, Word};

/// Words that are looked at; enough for the longest document.
const SAMPLE: usize = 4000;

/// Tells the language of a text; `None` where it seems to be neither Vietnamese nor English.
pub fn tell(words: &[Word], text: &str) -> Option<Lang> {
    static COMMON: LazyLock<[HashSet<Key>; 2]> =
        LazyLock::new(|| [Lang::Vi, Lang::En].map(|lang| Lexicon::grammar(lang).single_words("pattern.word")));
    let (mut letters, mut marked, mut vietnamese, mut english) = (0usize, 0usize, 0usize, 0usize);
    for word in words.iter().filter(|word| word.kind == Kind::Letters).take(SAMPLE) {
        letters += 1;
        let written = word.of(text);
        marked += usize::from(written.chars().any(is_vietnamese));
        vietnamese += usize::from(COMMON[0].contains(&word.key));
        english += usize::from(COMMON[1].contains(&word.key));
    }
    if letters == 0 {
        None
    } else if marked * 6 >= letters || vietnamese > english && vietnamese * 8 >= letters {
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
    }
}
