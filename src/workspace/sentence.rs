//! What an item says, told apart from where it stands: by its words a correction finds it again in an edited text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Item, Minutes, Span};
use crate::analysis::normalise::normalise;

/// What an item says: its letters and digits, and which of the items with the same ones it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Sentence {
    words: String,
    nth: usize,
}

impl Sentence {
    /// What each item of `minutes`, the analysis of `text`, says.
    pub fn of(minutes: &Minutes, text: &str) -> Vec<Self> {
        let mut seen = BTreeMap::<String, usize>::new();
        let sentence = |item: &Item| {
            let words = folded(item.span.of(text));
            let count = seen.entry(words.clone()).or_default();
            *count += 1;
            Self { words, nth: *count }
        };
        minutes.items.iter().map(sentence).collect()
    }

    /// The words, in lower case and without marks.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether at least half of the words are the same, in the same order from the start or to the end.
    pub fn resembles(&self, other: &Self) -> bool {
        let (left, right): (Vec<_>, Vec<_>) = (self.words.split(' ').collect(), other.words.split(' ').collect());
        let same = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(a, b)| a == b).count();
        let head = same(&mut left.iter().zip(&right));
        let tail = same(&mut left.iter().rev().zip(right.iter().rev()));
        2 * (head + tail) >= left.len().max(right.len())
    }
}

/// The words of `text` in lower case, set apart by one space, without marks.
pub(super) fn folded(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// A word and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub folded: String,
    pub span: Span,
}

/// The words of `text`, in lower case.
pub(super) fn words(text: &str) -> Vec<Word> {
    let normal = normalise(text);
    let mut words = Vec::new();
    let mut start = None;
    let ends = normal.as_str().char_indices().chain([(normal.as_str().len(), ' ')]);
    for (at, letter) in ends {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let span = Span::new(from, at);
                let folded = span.of(normal.as_str()).to_lowercase();
                words.push(Word { folded, span: normal.original(span) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_make_another_sentence() {
        assert_eq!(folded("  Giao Sở Y tế, báo cáo;"), folded("giao sở Y tế báo cáo"));
        assert_ne!(folded("Giao Sở Y tế báo cáo"), folded("Giao Sở Y tế rà soát"));
    }

    #[test]
    fn words_know_their_place_in_a_decomposed_text() {
        let text = "Ho\u{323}p, 12 h";
        let places: Vec<_> = words(text).into_iter().map(|word| word.span.of(text)).collect();
        assert_eq!(places, ["Ho\u{323}p", "12", "h"]);
    }

    #[test]
    fn a_mended_sentence_resembles_itself_and_no_other() {
        let sentence = |words: &str| Sentence { words: folded(words), nth: 1 };
        let found = sentence("Giao Sở Y tế báo cáo trước ngày 30/8");
        assert!(found.resembles(&sentence("Giao Sở Y tế phải báo cáo trước ngày 30/8")));
        assert!(!found.resembles(&sentence("Yêu cầu các xã rà soát danh mục")));
    }
}
