//! What the user corrected; kept by what a sentence says, so that it outlives a new analysis of an edited text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Deadline, Item, Minutes, Origin, Party};
use crate::analysis::normalise::normalise;
use crate::status::Progress;

use super::Analysis;
use super::day;
use super::shared::Shared;

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
}

fn folded(text: &str) -> String {
    let lower = normalise(text).as_str().to_lowercase();
    let words: Vec<_> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// All that the user corrected of one item; what is none stays as found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// Its group.
    pub category: Option<Category>,
    /// Whether it is no item at all.
    pub dismissed: bool,
    /// Who has to act; empty for nobody.
    pub lead: Option<String>,
    /// Who helps, set apart by semicolons; empty for nobody.
    pub support: Option<String>,
    /// Who gives it; empty for nobody.
    pub issuer: Option<String>,
    /// By when: a date, or words; empty for no deadline.
    pub deadline: Option<String>,
    /// How far it has come.
    pub progress: Option<Progress>,
    /// A remark.
    pub note: Option<String>,
}

/// One correction of one item.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Put it into a group.
    Category(Category),
    /// Leave it out, or take it back in.
    Dismissed(bool),
    /// Say who has to act.
    Lead(String),
    /// Say who helps.
    Support(String),
    /// Say who gives it.
    Issuer(String),
    /// Say by when.
    Deadline(String),
    /// Say how far it has come.
    Progress(Progress),
    /// Remark something.
    Note(String),
}

/// The corrections of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Entry>", into = "Vec<Entry>")]
pub struct Corrections(BTreeMap<Sentence, Correction>);

/// A sentence and its correction, as they are written into a file.
#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    sentence: Sentence,
    #[serde(flatten)]
    correction: Correction,
}

impl From<Vec<Entry>> for Corrections {
    fn from(entries: Vec<Entry>) -> Self {
        Self(entries.into_iter().map(|Entry { sentence, correction }| (sentence, correction)).collect())
    }
}

impl From<Corrections> for Vec<Entry> {
    fn from(corrections: Corrections) -> Self {
        corrections.0.into_iter().map(|(sentence, correction)| Entry { sentence, correction }).collect()
    }
}

impl Corrections {
    /// Whether nothing was corrected.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The correction of the item that says `sentence`.
    pub fn get(&self, sentence: &Sentence) -> Option<&Correction> {
        self.0.get(sentence)
    }

    /// These corrections and one more.
    #[must_use]
    pub fn with(&self, sentence: Sentence, change: Change) -> Self {
        let mut all = self.clone();
        let correction = all.0.entry(sentence).or_default();
        match change {
            Change::Category(category) => correction.category = Some(category),
            Change::Dismissed(dismissed) => correction.dismissed = dismissed,
            Change::Lead(text) => correction.lead = Some(text),
            Change::Support(text) => correction.support = Some(text),
            Change::Issuer(text) => correction.issuer = Some(text),
            Change::Deadline(text) => correction.deadline = Some(text),
            Change::Progress(progress) => correction.progress = Some(progress),
            Change::Note(text) => correction.note = Some(text),
        }
        all
    }

    /// The minutes of `analysis` as the user wants them.
    pub fn correct(&self, analysis: &Analysis) -> Shared<Minutes> {
        if self.is_empty() {
            return analysis.minutes.clone();
        }
        let items = self.pairs(analysis).filter_map(|(item, correction)| match correction {
            Some(correction) if correction.dismissed => None,
            Some(correction) => Some(corrected(item.clone(), correction)),
            None => Some(item.clone()),
        });
        let found = &*analysis.minutes;
        Minutes {
            lang: found.lang,
            head: found.head.clone(),
            items: items.collect(),
            figures: found.figures.clone(),
            notes: found.notes.clone(),
        }
        .into()
    }

    /// The items of `analysis` that the user left out.
    pub fn dismissed<'a>(&self, analysis: &'a Analysis) -> Vec<&'a Item> {
        if self.is_empty() {
            return Vec::new();
        }
        let dismissed = |correction: Option<&Correction>| correction.is_some_and(|correction| correction.dismissed);
        self.pairs(analysis).filter(|(_, correction)| dismissed(*correction)).map(|(item, _)| item).collect()
    }

    /// The sentences whose corrections find no item in `analysis`.
    pub fn homeless(&self, analysis: &Analysis) -> Vec<&Sentence> {
        if self.is_empty() {
            return Vec::new();
        }
        self.0.keys().filter(|sentence| !analysis.sentences().contains(sentence)).collect()
    }

    fn pairs<'a>(&self, analysis: &'a Analysis) -> impl Iterator<Item = (&'a Item, Option<&Correction>)> {
        let sentences = analysis.sentences().iter().map(|sentence| self.get(sentence));
        analysis.minutes.items.iter().zip(sentences)
    }
}

fn corrected(mut item: Item, correction: &Correction) -> Item {
    if let Some(category) = correction.category {
        (item.category, item.confidence) = (category, 1.0);
    }
    if let Some(lead) = &correction.lead {
        item.lead = party(lead);
    }
    if let Some(support) = &correction.support {
        item.support = support.split(';').filter_map(party).collect();
    }
    if let Some(issuer) = &correction.issuer {
        item.issuer = party(issuer);
    }
    if let Some(deadline) = &correction.deadline {
        item.deadline = due(deadline);
    }
    item
}

fn party(text: &str) -> Option<Party> {
    let text = text.trim();
    let party = || Party { text: text.into(), span: None, key: folded(text), origin: Origin::Stated };
    (!text.is_empty()).then(party)
}

fn due(text: &str) -> Option<Deadline> {
    let text = text.trim();
    let deadline =
        || Deadline { text: text.into(), span: None, date: day::read(text), recurrence: None, origin: Origin::Stated };
    (!text.is_empty()).then(deadline)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_case_do_not_make_another_sentence() {
        assert_eq!(folded("  Giao Sở Y tế, báo cáo;"), folded("giao sở Y tế báo cáo"));
        assert_ne!(folded("Giao Sở Y tế báo cáo"), folded("Giao Sở Y tế rà soát"));
    }
}
