//! Plain data that the stages hand to each other and to the outside.
//!
//! Offsets are byte offsets into the text that the user gave, unless a type says otherwise.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

pub use jiff::civil::Date;

use super::pack::Pack;

/// A half-open range of bytes `[start, end)` in the text that the user gave, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The text under the span; empty where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing lies in the span.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two spans share at least one byte.
    pub const fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A language that the product understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// What a statement does in the meeting: its function, not its tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// A result reached, a good state kept, praise for one.
    Achievement,
    /// A target missed, a delay, difficulty, weakness, violation, or the cause of one.
    Shortcoming,
    /// A request or proposal to somebody whom the issuer cannot command, not yet accepted as work.
    Recommendation,
    /// Work that somebody now has to do.
    Directive,
}

impl Category {
    /// All categories in their customary order.
    pub const ALL: [Self; 4] = [Self::Achievement, Self::Shortcoming, Self::Recommendation, Self::Directive];

    /// Whether the category asks somebody to act, so that lead, support and deadline apply.
    pub const fn is_actionable(self) -> bool {
        matches!(self, Self::Recommendation | Self::Directive)
    }
}

/// Whether the text says a value in so many words at this place, or it was carried over from another place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Said in the item itself.
    #[default]
    Stated,
    /// Carried over from a sentence, lead-in or heading before it.
    Inferred,
}

/// A body or person that acts, helps or gives the order, in the document's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The document's words.
    pub text: String,
    /// Where those words stand.
    pub span: Option<Span>,
    /// The name with abbreviations written out and case folded, equal for the same body: for grouping, not for display.
    pub key: String,
    /// Stated here or carried over.
    pub origin: Origin,
}

/// How often a recurring task falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recurrence {
    /// Every day.
    Daily,
    /// Every week.
    Weekly,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Every year.
    Yearly,
}

/// When a task has to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The document's words ("trước ngày 30/8/2017").
    pub text: String,
    /// Where those words stand.
    pub span: Option<Span>,
    /// The last day of the period named; none where only words or an event are given, or the year is unknown.
    pub date: Option<Date>,
    /// Set where the task comes back at intervals; then `date` is none.
    pub recurrence: Option<Recurrence>,
    /// Stated here or carried over from a lead-in or the sentence after.
    pub origin: Origin,
}

/// One piece of evidence for an item: which rule or cue spoke, where, and how strongly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// Name of the feature as in the language pack or the weight table, such as `cue:order` or `heading:task`.
    pub rule: String,
    /// The words that made the rule fire.
    pub span: Option<Span>,
    /// How far it pushed towards the item's category (logits, may be negative).
    pub weight: f32,
}

/// One achievement, shortcoming, recommendation or directive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Number within the document, from 1, in the order of the text.
    pub id: u32,
    /// The statement, without bullet, lead-in, connective and closing punctuation.
    pub span: Span,
    /// What it does.
    pub category: Category,
    /// The statements it is made of, by their number in the document.
    #[serde(skip)]
    pub statements: Vec<usize>,
    /// Estimated probability that category and span are right, 0 to 1.
    pub confidence: f32,
    /// The evidence, strongest first.
    pub reasons: Vec<Reason>,
    /// Who has to act.
    pub lead: Option<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// Who gives or asks it.
    pub issuer: Option<Party>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// The product asked for (report, plan, decision), where one is named.
    pub product: Option<Span>,
    /// Places of the lesser items that say the same; they stand among the items too.
    pub repeated: Vec<Span>,
}

impl Item {
    /// An item of which only place and category are known.
    pub const fn new(span: Span, category: Category) -> Self {
        Self {
            id: 1,
            span,
            category,
            statements: Vec::new(),
            confidence: 1.0,
            reasons: Vec::new(),
            lead: None,
            support: Vec::new(),
            issuer: None,
            deadline: None,
            product: None,
            repeated: Vec::new(),
        }
    }
}

/// What the user should know about the analysis as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Note {
    /// The text holds nothing to analyse.
    Empty,
    /// The text seems to be in a language other than Vietnamese and English.
    UnknownLanguage,
    /// A date that does not exist in the calendar ("31/4/2023").
    ImpossibleDate {
        /// Where it stands.
        span: Span,
    },
    /// A deadline lies before the meeting.
    PastDeadline {
        /// Where it stands.
        span: Span,
    },
    /// Relative deadlines were found but the meeting's date is unknown.
    MeetingDateUnknown,
}

/// What the head of the document says of the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Title line.
    pub title: Option<Span>,
    /// The meeting's date as found in the text; an option given by the caller goes before it.
    pub date: Option<Date>,
    /// Where the date was read.
    pub date_span: Option<Span>,
}

/// The role of an amount in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureRole {
    /// What was planned or allotted.
    Plan,
    /// What was done or paid out.
    Done,
    /// A share of the plan.
    Ratio,
    /// A change against an earlier period.
    Change,
    /// What is left.
    Remaining,
    /// Nothing of these.
    Other,
}

/// An amount with its unit and role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Number and unit as written.
    pub span: Span,
    /// The value in `unit`.
    pub value: f64,
    /// The unit as written ("tỷ đồng", "%", "ha").
    pub unit: String,
    /// What the amount says.
    pub role: FigureRole,
    /// What is measured, where the sentence says it.
    pub subject: Option<Span>,
}

/// How far a plan has been fulfilled; figures are named by their index in [`Minutes::figures`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attainment {
    /// What was planned or allotted, where the text gives the amount.
    pub plan: Option<usize>,
    /// What was done of it; several add up.
    pub done: Vec<usize>,
    /// The share that the text itself gives.
    pub ratio: Option<usize>,
    /// The part of the plan that was done, 1 for all: computed where both amounts are there, else the text's own.
    pub share: f64,
    /// What was planned, where the text says it.
    pub subject: Option<Span>,
}

/// That a directive or recommendation answers a shortcoming, told by the words that both share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Number of the shortcoming.
    pub shortcoming: u32,
    /// Number of the directive or recommendation.
    pub task: u32,
    /// Where the shared words stand in the shortcoming, those that say most first.
    pub shared: Vec<Span>,
    /// Where they stand in the task.
    pub repeated: Vec<Span>,
}

/// The analysis of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    /// Main language.
    pub lang: Lang,
    /// The meeting.
    pub head: Head,
    /// All items in the order of the text, disjoint.
    pub items: Vec<Item>,
    /// Amounts found, in the order of the text.
    pub figures: Vec<Figure>,
    /// Plans whose fulfilment the figures tell.
    pub attainments: Vec<Attainment>,
    /// What answers which shortcoming, in the order of the shortcomings.
    pub answers: Vec<Answer>,
    /// Doubts and remarks.
    pub notes: Vec<Note>,
}

impl Minutes {
    /// The items that say what no other item says more fully: one for each matter.
    pub fn distinct(&self) -> impl Iterator<Item = &Item> {
        let repeated: HashSet<Span> = self.items.iter().flat_map(|item| &item.repeated).copied().collect();
        self.items.iter().filter(move |item| !repeated.contains(&item.span))
    }

    /// The number of the item that says what `item` says, and says it most fully: its own where no other does.
    pub fn main(&self, item: u32) -> u32 {
        let place = self.items.iter().find(|candidate| candidate.id == item).map(|item| item.span);
        let main = self.items.iter().find(|main| place.is_some_and(|place| main.repeated.contains(&place)));
        main.map_or(item, |main| main.id)
    }
}

/// What the caller knows beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The meeting's date, from which relative deadlines are counted; found in the text where none is given.
    pub date: Option<Date>,
    /// The language; told from the text where none is given.
    pub lang: Option<Lang>,
    /// Phrases of the user's own.
    #[serde(default)]
    pub pack: Option<Pack>,
}
