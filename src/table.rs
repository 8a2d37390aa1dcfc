//! The action table: one row for each recommendation and directive. The screen and every exporter use it.

mod form;
pub mod record;
#[cfg(test)]
pub mod samples;
#[cfg(test)]
mod tests;

pub use form::{Cell, Column, DateStyle, Form, Label};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Date, Deadline, Item, Minutes, Origin, Party, Span};
use crate::analysis::normalise::normalise;
use crate::collation::{self, SortKey};
use crate::status::{self, Progress, Status, Timing};

/// One task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Number of the item in the minutes.
    pub item: u32,
    /// Number among the tasks, from 1.
    pub number: u32,
    /// Recommendation or directive.
    pub category: Category,
    /// What has to be done, on one line.
    pub task: String,
    /// Who has to do it.
    pub lead: Option<Party>,
    /// Who helps.
    pub support: Vec<Party>,
    /// Who gives or asks it.
    pub issuer: Option<Party>,
    /// By when.
    pub deadline: Option<Deadline>,
    /// The report, plan or decision that comes of it.
    pub product: Option<String>,
    /// What the user says of it.
    pub progress: Progress,
    /// The user's remark.
    pub note: String,
    /// Where it stands in the text.
    pub span: Span,
    /// The line it starts on, from 1; 0 where that is not known.
    pub line: usize,
    /// The words that stand there, on one line.
    pub sentence: String,
}

impl Row {
    /// The resolved date of the deadline.
    pub fn due(&self) -> Option<Date> {
        self.deadline.as_ref().and_then(|deadline| deadline.date)
    }

    /// How far the task has come on the day `today`.
    pub fn status(&self, today: Date) -> Status {
        Status::of(self.progress, self.due(), today)
    }

    /// The text of the cell in `column`.
    pub fn cell(&self, column: Column, form: &Form) -> Cell {
        let stated = |text: String| Cell { text, origin: Origin::Stated };
        let party = |party: &Party| Cell { text: one_line(&party.text), origin: party.origin };
        match column {
            Column::Number => stated(self.number.to_string()),
            Column::Category => stated((form.label)(Label::Category(self.category)).to_owned()),
            Column::Task => stated(self.task.clone()),
            Column::Lead => self.lead.as_ref().map(party).unwrap_or_default(),
            Column::Support => Cell {
                text: self.support.iter().map(|helper| one_line(&helper.text)).collect::<Vec<_>>().join("; "),
                origin: self.support.first().map(|helper| helper.origin).unwrap_or_default(),
            },
            Column::Issuer => self.issuer.as_ref().map(party).unwrap_or_default(),
            Column::Deadline => self.deadline.as_ref().map_or_else(Cell::default, |deadline| Cell {
                text: deadline.date.map_or_else(|| one_line(&deadline.text), |date| form.dates.write(date)),
                origin: deadline.origin,
            }),
            Column::Product => stated(self.product.clone().unwrap_or_default()),
            Column::Status => stated((form.label)(Label::Status(self.status(form.today))).to_owned()),
            Column::Note => stated(self.note.clone()),
            Column::Source => stated(self.place()),
        }
    }

    /// The text of the cell in `column` for a form without marks: in brackets stands that a value was carried over, and
    /// the day on which a task was finished.
    pub fn cell_text(&self, column: Column, form: &Form) -> String {
        let Cell { text, origin } = self.cell(column, form);
        match (column, self.progress) {
            (Column::Status, Progress::Done(day)) => format!("{text} ({})", form.dates.write(day)),
            _ if origin == Origin::Inferred && !text.is_empty() => {
                format!("{text} ({})", (form.label)(Label::Inferred))
            }
            _ => text,
        }
    }

    /// Line and words of the text.
    fn place(&self) -> String {
        if self.line == 0 { self.sentence.clone() } else { format!("{}: {}", self.line, self.sentence) }
    }

    /// How today lies to the deadline; no matter once the task is done.
    fn timing(&self, today: Date) -> Option<Timing> {
        let timing = status::timing(self.due(), today);
        (timing == Timing::NoDeadline || !matches!(self.progress, Progress::Done(_))).then_some(timing)
    }

    fn is_about(&self, party: &str) -> bool {
        self.lead.iter().chain(&self.support).any(|candidate| candidate.key == party)
    }

    fn says(&self, words: &str) -> bool {
        let parties = self.lead.iter().chain(&self.support).chain(&self.issuer).map(|party| &party.text);
        let mut texts = [&self.task, &self.note].into_iter().chain(&self.product).chain(parties);
        texts.any(|text| collation::contains(text, words))
    }

    fn rank(&self, column: Column, today: Date) -> Option<Rank> {
        let text = |text: &str| (!text.is_empty()).then(|| Rank::Text(collation::sort_key(text)));
        match column {
            Column::Number | Column::Source => Some(Rank::Number(self.number)),
            Column::Category => Some(Rank::Category(self.category)),
            Column::Task => text(&self.task),
            Column::Lead => self.lead.as_ref().and_then(|party| text(&party.text)),
            Column::Support => self.support.first().and_then(|party| text(&party.text)),
            Column::Issuer => self.issuer.as_ref().and_then(|party| text(&party.text)),
            Column::Deadline => self.due().map(Rank::Date),
            Column::Product => self.product.as_deref().and_then(text),
            Column::Status => Some(Rank::Status(self.status(today))),
            Column::Note => text(&self.note),
        }
    }
}

/// What a row is sorted by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(u32),
    Category(Category),
    Date(Date),
    Status(Status),
    Text(SortKey),
}

/// Which rows are wanted; the default wants all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this group.
    pub category: Option<Category>,
    /// Of this party.
    pub party: Option<Who>,
    /// With a deadline in this relation to today.
    pub timing: Option<Timing>,
    /// As far as this; the day on which a task was finished does not count.
    pub progress: Option<Progress>,
    /// With these words in the task, its parties or the note; accents may be left out.
    pub words: String,
}

/// Whose tasks are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Those without a lead.
    Nobody,
    /// Those led or supported by the party with this key.
    Party(String),
}

/// The tasks of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The meeting's title.
    pub title: Option<String>,
    /// The meeting's date.
    pub date: Option<Date>,
    /// The tasks.
    pub rows: Vec<Row>,
}

impl Table {
    /// The table of the actionable items of `minutes`, which is the analysis of `text`; a task said several times is one
    /// row.
    pub fn of(minutes: &Minutes, text: &str) -> Self {
        let mut lines = Lines { text, at: 0, line: 1 };
        let actionable = minutes.distinct().filter(|item| item.category.is_actionable());
        let rows = (1..).zip(actionable).map(|(number, item)| row(number, item, text, &mut lines)).collect();
        let title = minutes.head.title.map(|span| one_line(span.of(text)));
        Self { title, date: minutes.head.date, rows }
    }

    /// The table with the rows that `filter` wants.
    pub fn filter(&self, filter: &Filter, today: Date) -> Self {
        let wanted = |row: &&Row| {
            filter.category.is_none_or(|category| row.category == category)
                && filter.party.as_ref().is_none_or(|party| match party {
                    Who::Nobody => row.lead.is_none(),
                    Who::Party(key) => row.is_about(key),
                })
                && filter.timing.is_none_or(|timing| row.timing(today) == Some(timing))
                && filter.progress.is_none_or(|progress| row.progress.is_like(progress))
                && (filter.words.trim().is_empty() || row.says(&filter.words))
        };
        Self { rows: self.rows.iter().filter(wanted).cloned().collect(), ..self.clone() }
    }

    /// Sorts the rows by `column`; those with nothing in it come last either way, equal ones keep their order.
    pub fn sort(&mut self, column: Column, descending: bool, today: Date) {
        let mut ranked: Vec<_> = self.rows.drain(..).map(|row| (row.rank(column, today), row)).collect();
        ranked.sort_by(|(left, _), (right, _)| match (left, right) {
            (Some(left), Some(right)) if descending => right.cmp(left),
            (Some(left), Some(right)) => left.cmp(right),
            (left, right) => left.is_none().cmp(&right.is_none()),
        });
        self.rows.extend(ranked.into_iter().map(|(_, row)| row));
    }

    /// The parties that lead or support a task, each once, as in the dictionary.
    pub fn parties(&self) -> Vec<&Party> {
        each_once(self.rows.iter().flat_map(|row| row.lead.iter().chain(&row.support)))
    }

    /// The parties that lead a task, each once, as in the dictionary.
    pub fn leads(&self) -> Vec<&Party> {
        each_once(self.rows.iter().filter_map(|row| row.lead.as_ref()))
    }

    /// The names of all parties as the text has them, as in the dictionary.
    pub fn names(&self) -> Vec<&str> {
        let all = self.rows.iter().flat_map(|row| row.lead.iter().chain(&row.support).chain(&row.issuer));
        let names: BTreeSet<&str> = all.map(|party| party.text.as_str()).collect();
        let mut names: Vec<&str> = names.into_iter().collect();
        names.sort_by_cached_key(|name| collation::sort_key(name));
        names
    }
}

/// The parties, each once under its shortest name, as in the dictionary.
fn each_once<'a>(parties: impl Iterator<Item = &'a Party>) -> Vec<&'a Party> {
    let mut shortest = BTreeMap::<&str, &Party>::new();
    for party in parties {
        let known = shortest.entry(&party.key).or_insert(party);
        if party.text.len() < known.text.len() {
            *known = party;
        }
    }
    let mut parties: Vec<_> = shortest.into_values().collect();
    parties.sort_by_cached_key(|party| collation::sort_key(&party.key));
    parties
}

fn row(number: u32, item: &Item, text: &str, lines: &mut Lines) -> Row {
    Row {
        item: item.id,
        number,
        category: item.category,
        task: one_line(item.span.of(text)),
        lead: item.lead.clone(),
        support: item.support.clone(),
        issuer: item.issuer.clone(),
        deadline: item.deadline.clone(),
        product: item.product.map(|span| one_line(span.of(text))),
        progress: Progress::default(),
        note: String::new(),
        span: item.span,
        line: lines.line_at(item.span.start),
        sentence: one_line(item.span.of(text)),
    }
}

fn one_line(text: &str) -> String {
    normalise(text).as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Counts lines once along the text, however many rows ask.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn line_at(&mut self, at: usize) -> usize {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
        self.at = self.at.max(at);
        self.line
    }
}
