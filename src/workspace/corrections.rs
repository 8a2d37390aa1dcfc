//! What the user corrected in one document; kept by what a sentence says, so that it outlives a new analysis of an
//! edited text.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Item, Minutes, Party, Span};

use super::analysis::Analysis;
use super::correction::{Change, Correction};
use super::edit::Edit;
use super::passage::Passage;
use super::sentence::{Sentence, Word, words};
use super::shared::Shared;

/// The corrections of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Corrections {
    passages: Vec<Passage>,
    cells: BTreeMap<Sentence, Correction>,
}

/// Corrections as they are written into a file.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    passages: Vec<Passage>,
    sentences: Vec<Entry>,
}

/// A sentence and its correction, as they are written into a file.
#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    sentence: Sentence,
    #[serde(flatten)]
    correction: Correction,
}

impl From<Written> for Corrections {
    fn from(Written { passages, sentences }: Written) -> Self {
        let cells = sentences.into_iter().map(|Entry { sentence, correction }| (sentence, correction)).collect();
        Self { passages, cells }
    }
}

impl From<Corrections> for Written {
    fn from(Corrections { passages, cells }: Corrections) -> Self {
        let sentences = cells.into_iter().map(|(sentence, correction)| Entry { sentence, correction }).collect();
        Self { passages, sentences }
    }
}

/// A correction whose sentence is gone from the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homeless {
    /// The words as they stood in the text.
    pub quote: String,
}

impl Corrections {
    /// Whether nothing was corrected.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty() && self.cells.is_empty()
    }

    /// The correction of the item that says `sentence`.
    pub fn get(&self, sentence: &Sentence) -> Option<&Correction> {
        self.cells.get(sentence)
    }

    /// These corrections and one more, of the item in `analysis`.
    #[must_use]
    pub(super) fn with(&self, analysis: &Analysis, item: u32, change: Change) -> Self {
        let mut all = self.clone();
        if let (Some(sentence), Some(item)) = (analysis.sentence(item), analysis.item(item)) {
            let correction = all.cells.entry(sentence.clone()).or_default();
            correction.quote = item.span.of(&analysis.text).to_owned();
            correction.take(change);
            if correction.is_blank() {
                all.cells.remove(sentence);
            }
        }
        all
    }

    /// These corrections and an item of the user's own at `span` of `text`; none where no word stands there.
    pub(super) fn draw(&self, span: Span, text: &str, category: Category) -> Option<Self> {
        let passage = Passage::at(span, text, category)?;
        let mut all = self.clone();
        all.passages
            .retain(|known| known.quote != passage.quote || known.find(&words(text)) != passage.find(&words(text)));
        all.passages.push(passage);
        Some(all)
    }

    /// These corrections without the items drawn at `span` and beside it in the place of the same items of `found`.
    #[must_use]
    pub(super) fn without(&self, span: Span, found: &Analysis) -> Self {
        let all_words = words(&found.text);
        let beneath: Vec<Span> =
            found.minutes.items.iter().map(|item| item.span).filter(|place| place.meets(span)).collect();
        let goes = |place: Span| place.meets(span) || beneath.iter().any(|found| found.meets(place));
        let mut all = self.clone();
        all.passages.retain(|passage| !passage.find(&all_words).is_some_and(goes));
        all
    }

    /// What was corrected of the items that stood at `spans` of `before` holds for those that stand there in `after`,
    /// but for group and words.
    #[must_use]
    pub(super) fn inherit(&self, before: &Analysis, after: &Analysis, spans: &[Span]) -> Self {
        let mut all = self.clone();
        let touched = |item: &Item| spans.iter().any(|span| span.meets(item.span));
        let gone = before.minutes.items.iter().zip(before.sentences()).filter(|(item, _)| touched(item));
        let mut inherited = gone.filter_map(|(_, sentence)| all.cells.remove(sentence)).collect::<Vec<_>>().into_iter();
        let Some(correction) = inherited.next() else { return all };
        for (item, sentence) in after.minutes.items.iter().zip(after.sentences()).filter(|(item, _)| touched(item)) {
            let quote = item.span.of(&after.text).to_owned();
            all.cells.insert(sentence.clone(), Correction { quote, task: None, category: None, ..correction.clone() });
        }
        all
    }

    /// `found` with the items that the user drew in the place of what was found there.
    pub fn shape(&self, found: &Shared<Analysis>) -> Shared<Analysis> {
        let all_words = self.words_for(&found.text);
        let mut places = Vec::<(Span, &Passage)>::new();
        for passage in self.passages.iter().rev() {
            if let Some(span) =
                passage.find(&all_words).filter(|span| places.iter().all(|(other, _)| !other.meets(*span)))
            {
                places.push((span, passage));
            }
        }
        if places.is_empty() {
            return found.clone();
        }
        places.sort_by_key(|(span, _)| span.start);
        let items = &found.minutes.items;
        let first = items.iter().map(|item| item.id).max().unwrap_or_default() + 1;
        let drawn: Vec<Item> = (first..)
            .zip(&places)
            .map(|(id, (span, passage))| {
                let beneath: Vec<&Item> = items.iter().filter(|item| item.span.meets(*span)).collect();
                passage.item(id, *span, &beneath)
            })
            .collect();
        let numbers = drawn.iter().map(|item| item.id).collect();
        let free = |item: &&Item| places.iter().all(|(span, _)| !span.meets(item.span));
        let mut all: Vec<Item> = items.iter().filter(free).cloned().chain(drawn).collect();
        all.sort_by_key(|item| item.span.start);
        found.with_items(all, numbers).into()
    }

    /// The minutes of `analysis` as the user wants them.
    pub fn correct(&self, analysis: &Analysis) -> Shared<Minutes> {
        if self.cells.is_empty() {
            return analysis.minutes.clone();
        }
        let found = &*analysis.minutes;
        let known: Vec<&Party> = found.items.iter().flat_map(parties).collect();
        let again: HashSet<Span> = self.dismissed(analysis).iter().flat_map(|item| &item.repeated).copied().collect();
        let items = self.pairs(analysis).filter_map(|(item, correction)| match correction {
            Some(correction) if correction.dismissed => None,
            // What says again what was left out goes with it.
            None if again.contains(&item.span) => None,
            Some(correction) => Some(correction.applied(item.clone(), &known)),
            None => Some(item.clone()),
        });
        Minutes { items: items.collect(), ..found.clone() }.into()
    }

    /// The items of `analysis` that the user left out.
    pub fn dismissed<'a>(&'a self, analysis: &'a Analysis) -> Vec<&'a Item> {
        let dismissed = |correction: Option<&Correction>| correction.is_some_and(|correction| correction.dismissed);
        self.pairs(analysis).filter(|(_, correction)| dismissed(*correction)).map(|(item, _)| item).collect()
    }

    /// What finds no sentence in `analysis`.
    pub fn homeless(&self, analysis: &Analysis) -> Vec<Homeless> {
        if self.is_empty() {
            return Vec::new();
        }
        let all_words = self.words_for(&analysis.text);
        let passages = self.passages.iter().filter(|passage| passage.find(&all_words).is_none());
        let passages = passages.map(|passage| passage.quote.clone());
        let cells = self.cells.iter().filter(|(sentence, _)| !analysis.sentences().contains(sentence));
        let mut quotes: Vec<String> = passages.chain(cells.map(|(_, correction)| correction.quote.clone())).collect();
        quotes.sort();
        quotes.dedup();
        quotes.into_iter().map(|quote| Homeless { quote }).collect()
    }

    /// These corrections without those that find no sentence in `analysis`.
    #[must_use]
    pub(super) fn housed(&self, analysis: &Analysis) -> Self {
        let all_words = self.words_for(&analysis.text);
        let mut all = self.clone();
        all.passages.retain(|passage| passage.find(&all_words).is_some());
        all.cells.retain(|sentence, _| analysis.sentences().contains(sentence));
        all
    }

    /// The corrections after an edit inside of sentences: each stays with its sentence where that was mended, not
    /// replaced. `before` is the analysis that they were made on, `found` the one of the edited text.
    #[must_use]
    pub(super) fn follow(&self, before: &Analysis, found: &Shared<Analysis>) -> Self {
        let mut all = self.clone();
        let edit = Edit::between(&before.text, &found.text);
        let (old_words, new_words) = (self.words_for(&before.text), self.words_for(&found.text));
        for passage in &mut all.passages {
            let moved = || edit.moved(passage.find(&old_words)?);
            if passage.find(&new_words).is_none()
                && let Some(mended) = moved().and_then(|span| Passage::at(span, &found.text, passage.category))
            {
                *passage = mended;
            }
        }
        let after = all.shape(found);
        for (item, sentence) in before.minutes.items.iter().zip(before.sentences()) {
            if !all.cells.contains_key(sentence) || after.sentences().contains(sentence) {
                continue;
            }
            let moved = edit.moved(item.span);
            let mut others = after.minutes.items.iter().zip(after.sentences());
            let mended = others.find(|(other, words)| {
                moved.is_some_and(|span| span.meets(other.span))
                    && !all.cells.contains_key(words)
                    && sentence.resembles(words)
            });
            if let Some((_, words)) = mended
                && let Some(correction) = all.cells.remove(sentence)
            {
                all.cells.insert(words.clone(), correction);
            }
        }
        all
    }

    /// The words of a text, where there are passages to be found among them.
    fn words_for(&self, text: &str) -> Vec<Word> {
        if self.passages.is_empty() { Vec::new() } else { words(text) }
    }

    /// Each item with its correction.
    fn pairs<'a>(&'a self, analysis: &'a Analysis) -> impl Iterator<Item = (&'a Item, Option<&'a Correction>)> {
        let sentences = if self.cells.is_empty() { &[] } else { analysis.sentences() };
        let items = analysis.minutes.items.iter().enumerate();
        items.map(|(place, item)| (item, sentences.get(place).and_then(|sentence| self.get(sentence))))
    }

    /// The correction of each item that has one, under its number.
    pub fn by_item<'a>(&'a self, analysis: &'a Analysis) -> BTreeMap<u32, &'a Correction> {
        self.pairs(analysis).filter_map(|(item, correction)| Some((item.id, correction?))).collect()
    }
}

fn parties(item: &Item) -> impl Iterator<Item = &Party> {
    item.lead.iter().chain(&item.support).chain(&item.issuer)
}
