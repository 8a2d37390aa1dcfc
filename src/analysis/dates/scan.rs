//! A reader over words: numbers, marks and phrases at a place, with the layout between them passed over.

use super::terms::{Group, Hit, Hits};
use crate::analysis::model::Lang;
use crate::analysis::words::{Case, Kind, Word};

/// The words of a text with the phrases of the pack found in them.
pub(super) struct Scan<'a> {
    pub(super) words: &'a [Word],
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    hits: Hits,
}

/// The most marks of layout between two words of a date.
const LAYOUT_WORDS: usize = 8;

/// A whole number in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) value: i16,
    pub(super) digits: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(words: &'a [Word], text: &'a str, lang: Lang) -> Self {
        Self { words, text, lang, hits: Hits::find(words, text, lang) }
    }

    /// The longest phrase of `group` at the word `index`.
    pub(super) fn phrase(&self, index: usize, group: Group) -> Option<Hit> {
        self.hits.at(index, group)
    }

    /// The longest phrase of `group` with that value at the word `index`; the index after it.
    pub(super) fn unit(&self, index: usize, value: i16) -> Option<usize> {
        self.phrase(index, Group::Unit).filter(|hit| hit.value == value).map(|hit| hit.next)
    }

    pub(super) fn number(&self, index: usize) -> Option<Number> {
        let word = self.words.get(index).filter(|word| word.kind == Kind::Digits)?;
        let written = word.of(self.text);
        (written.len() <= 4).then_some(())?;
        Some(Number { value: written.parse().ok()?, digits: written.len() })
    }

    /// A number of two digits at most, in digits or in words; the index after it.
    pub(super) fn count(&self, index: usize) -> Option<(i16, usize)> {
        match self.number(index) {
            Some(number) if number.digits <= 3 => Some((number.value, index + 1)),
            Some(_) => None,
            None => self.phrase(index, Group::Numeral).map(|hit| (hit.value, hit.next)),
        }
    }

    /// A year in four digits.
    pub(super) fn year(&self, index: usize) -> Option<i16> {
        self.number(index).filter(|number| number.digits == 4 && (1900..2200).contains(&number.value)).map(|n| n.value)
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.words.get(index).map(|word| word.kind)
    }

    pub(super) fn case(&self, index: usize) -> Option<Case> {
        self.words.get(index).map(|word| word.case)
    }

    pub(super) fn written(&self, index: usize) -> &'a str {
        self.words.get(index).map(|word| word.of(self.text)).unwrap_or_default()
    }

    pub(super) fn is(&self, index: usize, marks: &[&str]) -> bool {
        marks.contains(&self.written(index))
    }

    /// Whether no blank stands between the word `index` and the one before it.
    pub(super) fn joined(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(index)) {
            (Some(before), Some(word)) => before.end == word.start,
            _ => false,
        }
    }

    /// Whether a tab stands before the word `index`: the border of two cells.
    pub(super) fn tabbed(&self, index: usize) -> bool {
        let start = self.words.get(index).map_or(self.text.len(), |word| word.start as usize);
        let end = index.checked_sub(1).and_then(|before| self.words.get(before)).map_or(0, |word| word.end as usize);
        self.text.get(end..start).is_some_and(|between| between.contains('\t'))
    }

    /// Passes over marks of emphasis, tags and one line break.
    pub(super) fn pass(&self, mut index: usize) -> usize {
        let mut broken = false;
        for _ in 0..LAYOUT_WORDS {
            match self.written(index) {
                "*" | "_" if self.lang == Lang::En => index += 1,
                "<" => match self.tag(index) {
                    Some(next) => index = next,
                    None => break,
                },
                "\n" if !broken => {
                    broken = true;
                    index += 1;
                }
                _ => break,
            }
        }
        index
    }

    /// The index after a tag such as `<sup>` or `</sup>`.
    fn tag(&self, index: usize) -> Option<usize> {
        let name = if self.written(index + 1) == "/" { index + 2 } else { index + 1 };
        (self.kind(name) == Some(Kind::Letters) && self.written(name + 1) == ">").then_some(name + 2)
    }

    /// Whether the word `index` begins a clause: nothing but a mark, a break or the start of the text before it.
    pub(super) fn opens(&self, index: usize) -> bool {
        let before = index.checked_sub(1);
        match before.and_then(|before| self.kind(before)) {
            Some(Kind::Break) | None => true,
            Some(Kind::Mark) => !self.is(index - 1, &["/", "&", "%", "#", "'", "’"]),
            Some(Kind::Letters | Kind::Digits) => self.tabbed(index),
        }
    }

    /// Whether a sentence or a part between semicolons ends before the word `index`.
    pub(super) fn ends_sentence(&self, index: usize) -> bool {
        self.closes(index) && !self.is(index, &[",", ":", "(", ")", "\"", "”"])
    }

    /// Whether a clause ends before the word `index`.
    pub(super) fn closes(&self, index: usize) -> bool {
        match self.kind(index) {
            None => true,
            Some(Kind::Break) => {
                !matches!(self.case(index + 1), Some(Case::Lower)) || self.kind(index + 1) != Some(Kind::Letters)
            }
            Some(Kind::Mark) => !self.is(index, &["/", "&", "%", "-", "–"]),
            Some(Kind::Letters | Kind::Digits) => self.tabbed(index),
        }
    }
}
