//! The people of a document: words that are written with a capital inside sentences, after titles and in labels; and
//! the words that are written small.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use super::sheet::{Role, Sheet};
use crate::analysis::blocks::Shape;
use crate::analysis::lexicon::Identity;
use crate::analysis::model::Lang;
use crate::analysis::words::{Case, Key};

/// Keys of words that name people.
#[derive(Debug, Default)]
pub struct People {
    names: HashSet<Key, BuildHasherDefault<Identity>>,
    /// How often a word is written small less how often with a capital.
    small: HashMap<Key, i32, BuildHasherDefault<Identity>>,
}

impl People {
    /// Reads the people off a document.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let mut people = Self::default();
        let mut headings = vec![false; sheet.len()];
        let mut labels: HashMap<Key, usize, BuildHasherDefault<Identity>> = HashMap::default();
        for block in &sheet.reading.blocks {
            if block.shape == Shape::Heading {
                let (start, end) = sheet.range(block.start, block.end);
                headings.get_mut(start..end).unwrap_or_default().fill(true);
            }
            let (start, end) = sheet.range(block.label.0, block.label.1);
            if block.shape == Shape::Turn && !topic(sheet, start, end) {
                for word in (start..end).filter(|index| sheet.is_letters(*index)).filter_map(|index| sheet.word(index))
                {
                    *labels.entry(word.key).or_default() += 1;
                }
            }
        }
        for index in (0..sheet.len()).filter(|index| sheet.is_letters(*index) && sheet.blank_before(*index)) {
            if let Some(word) = sheet.word(index) {
                *people.small.entry(word.key).or_default() += if sheet.is_capital(index) { -1 } else { 1 };
            }
        }
        // A label that stands once may be a topic: in the plural, or written small elsewhere.
        for block in sheet.reading.blocks.iter().filter(|block| block.shape == Shape::Turn) {
            let (start, end) = sheet.range(block.label.0, block.label.1);
            for index in (start..end).filter(|_| !topic(sheet, start, end)) {
                let often = sheet.word(index).and_then(|word| labels.get(&word.key)).is_some_and(|count| *count > 1);
                let common = sheet.word(index).is_some_and(|word| people.knows_small(word.key));
                if sheet.is_letters(index)
                    && (often || !common || sheet.lang() == Lang::Vi)
                    && (often || !sheet.written(index).ends_with('s') || sheet.lang() == Lang::Vi)
                {
                    people.add(sheet, index);
                }
            }
        }
        let mut index = 0;
        while index < sheet.len() {
            let end = (index..sheet.len()).find(|at| !sheet.is_capital(*at)).unwrap_or(sheet.len());
            let inside = index.checked_sub(1).is_some_and(|before| {
                sheet.is_letters(before) || matches!(sheet.written(before), "," | "(" | "/" | "&" | "+" | "@")
            });
            let listed = index.checked_sub(1).is_some_and(|before| sheet.written(before) == ":")
                && matches!(sheet.written(end), "," | "(");
            let full =
                end >= index + 2 && (index..end).all(|at| sheet.word(at).is_some_and(|word| word.case == Case::Title));
            let body = sheet.longest(&[Role::Body, Role::Office], index, sheet.len()) > 0;
            let heading = headings.get(index).copied().unwrap_or_default() && sheet.lang() == Lang::En;
            if end > index && end - index <= 4 && (inside || listed || full) && !body && !heading {
                people.add(sheet, end - 1);
                if full && sheet.lang() == Lang::En && sheet.is_name(index, end) {
                    people.add(sheet, index);
                }
            }
            if sheet.written(index) == "@" && sheet.is_letters(index + 1) && !sheet.blank_before(index + 1) {
                people.add(sheet, index + 1);
            }
            index = end.max(index + 1);
        }
        people
    }

    fn add(&mut self, sheet: &Sheet<'_>, index: usize) {
        const NOBODY: [Role; 6] =
            [Role::It, Role::GroupPronoun, Role::SelfPronoun, Role::ThirdPronoun, Role::Opener, Role::Filler];
        let nobody = sheet.lang() == Lang::En && sheet.longest(&NOBODY, index, index + 1) > 0;
        if let Some(word) = sheet.word(index).filter(|word| word.end - word.start > 1 && !nobody) {
            self.names.insert(word.key);
        }
    }

    /// Whether a word with this key names somebody.
    pub fn holds(&self, key: Key) -> bool {
        self.names.contains(&key)
    }

    /// Whether a word with this key is mostly written small.
    pub fn knows_small(&self, key: Key) -> bool {
        self.small.get(&key).is_some_and(|balance| *balance > 0)
    }
}

/// Whether a label in English announces a topic, not a speaker.
fn topic(sheet: &Sheet<'_>, start: usize, end: usize) -> bool {
    const TOPICS: [Role; 7] =
        [Role::Thing, Role::Marker, Role::Verb, Role::Topic, Role::Duty, Role::Opener, Role::Body];
    sheet.lang() == Lang::En && sheet.longest(&TOPICS, start, end) > 0
}
