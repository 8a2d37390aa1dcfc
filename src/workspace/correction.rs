//! What the user corrected of one item.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Deadline, Item, Origin, Party};
use crate::day;
use crate::status::Progress;
use crate::table::{Column, Row};

use super::sentence::folded;

/// All that the user corrected of one item; what is none stays as found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// The item's words in the text, to name it where they are gone.
    pub quote: String,
    /// Its group.
    pub category: Option<Category>,
    /// Whether it is no item at all.
    pub dismissed: bool,
    /// What has to be done, in the user's words.
    pub task: Option<String>,
    /// Who has to act; empty for nobody.
    pub lead: Option<String>,
    /// Who helps, set apart by semicolons; empty for nobody.
    pub support: Option<String>,
    /// Who gives it; empty for nobody.
    pub issuer: Option<String>,
    /// By when: a date, or words; empty for no deadline.
    pub deadline: Option<String>,
    /// The report, plan or decision that comes of it; empty for none.
    pub product: Option<String>,
    /// The inferred values that the user holds for right.
    pub confirmed: BTreeSet<Carried>,
    /// How far it has come.
    pub progress: Option<Progress>,
    /// A remark.
    pub note: Option<String>,
}

/// A value that may be carried over from another place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Carried {
    /// Who has to act.
    Lead,
    /// Who helps.
    Support,
    /// Who gives it.
    Issuer,
    /// By when.
    Deadline,
}

impl Carried {
    /// Every such value.
    pub const ALL: [Self; 4] = [Self::Lead, Self::Support, Self::Issuer, Self::Deadline];

    /// Whether the value of `item` is carried over.
    pub fn is_open(self, item: &Item) -> bool {
        let origin = match self {
            Self::Lead => item.lead.as_ref().map(|party| party.origin),
            Self::Support => item.support.first().map(|party| party.origin),
            Self::Issuer => item.issuer.as_ref().map(|party| party.origin),
            Self::Deadline => item.deadline.as_ref().map(|deadline| deadline.origin),
        };
        origin == Some(Origin::Inferred)
    }
}

/// One correction of one item.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Put it into a group.
    Category(Category),
    /// Leave it out, or take it back in.
    Dismissed(bool),
    /// Say what has to be done; the words of the text where it is empty.
    Task(String),
    /// Say who has to act.
    Lead(String),
    /// Say who helps.
    Support(String),
    /// Say who gives it.
    Issuer(String),
    /// Say by when.
    Deadline(String),
    /// Say what comes of it.
    Product(String),
    /// Hold these inferred values for right.
    Confirm(Vec<Carried>),
    /// Say how far it has come.
    Progress(Progress),
    /// Remark something.
    Note(String),
}

impl Change {
    /// What `text` in the table's cell in `column` says; none where no words are written there.
    pub fn in_cell(column: Column, text: String) -> Option<Self> {
        match column {
            Column::Task => Some(Self::Task(text)),
            Column::Lead => Some(Self::Lead(text)),
            Column::Support => Some(Self::Support(text)),
            Column::Issuer => Some(Self::Issuer(text)),
            Column::Deadline => Some(Self::Deadline(text)),
            Column::Product => Some(Self::Product(text)),
            Column::Note => Some(Self::Note(text)),
            Column::Number | Column::Category | Column::Status | Column::Source => None,
        }
    }
}

impl Correction {
    /// Takes one more change.
    pub(super) fn take(&mut self, change: Change) {
        match change {
            Change::Category(category) => self.category = Some(category),
            Change::Dismissed(dismissed) => self.dismissed = dismissed,
            Change::Task(text) => self.task = Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            Change::Lead(text) => self.lead = Some(text),
            Change::Support(text) => self.support = Some(text),
            Change::Issuer(text) => self.issuer = Some(text),
            Change::Deadline(text) => self.deadline = Some(text),
            Change::Product(text) => self.product = Some(text.trim().to_owned()),
            Change::Confirm(values) => self.confirmed.extend(values),
            Change::Progress(progress) => self.progress = Some(progress),
            Change::Note(text) => self.note = Some(text),
        }
    }

    /// Whether nothing is corrected.
    pub(super) fn is_blank(&self) -> bool {
        *self == Self { quote: self.quote.clone(), ..Self::default() }
    }

    /// The item as the user wants it. `known` are the parties of the document: a name of theirs is that party.
    pub(super) fn applied(&self, mut item: Item, known: &[&Party]) -> Item {
        if let Some(category) = self.category.filter(|category| *category != item.category) {
            (item.category, item.confidence) = (category, 1.0);
            item.reasons.clear();
        }
        for value in &self.confirmed {
            match value {
                Carried::Lead => item.lead.iter_mut().for_each(confirm),
                Carried::Support => item.support.iter_mut().for_each(confirm),
                Carried::Issuer => item.issuer.iter_mut().for_each(confirm),
                Carried::Deadline => item.deadline.iter_mut().for_each(|due| due.origin = Origin::Stated),
            }
        }
        if let Some(lead) = &self.lead {
            item.lead = party(lead, known);
        }
        if let Some(support) = &self.support {
            item.support = support.split(';').filter_map(|name| party(name, known)).collect();
        }
        if let Some(issuer) = &self.issuer {
            item.issuer = party(issuer, known);
        }
        if let Some(deadline) = &self.deadline {
            item.deadline = due(deadline);
        }
        item
    }
}

impl Correction {
    /// Fills the cells of the item's row that hold the user's words alone.
    pub(super) fn fill(&self, row: &mut Row) {
        row.progress = self.progress.unwrap_or_default();
        row.note = self.note.clone().unwrap_or_default();
        if let Some(task) = &self.task {
            row.task.clone_from(task);
        }
        if let Some(product) = &self.product {
            row.product = Some(product.clone()).filter(|product| !product.is_empty());
        }
    }
}

fn confirm(party: &mut Party) {
    party.origin = Origin::Stated;
}

fn party(text: &str, known: &[&Party]) -> Option<Party> {
    let text = text.trim();
    let key = || known.iter().find(|party| party.text == text).map_or_else(|| folded(text), |party| party.key.clone());
    (!text.is_empty()).then(|| Party { text: text.into(), span: None, key: key(), origin: Origin::Stated })
}

fn due(text: &str) -> Option<Deadline> {
    let text = text.trim();
    let deadline =
        || Deadline { text: text.into(), span: None, date: day::read(text), recurrence: None, origin: Origin::Stated };
    (!text.is_empty()).then(deadline)
}
