//! The headings of an exported table in either language, and what the cells beneath them say: the way back of
//! [`Row::cell_text`].

use crate::analysis::model::{Category, Date, Deadline, Lang, Origin, Party, Span};
use crate::day;
use crate::i18n;
use crate::status::{Progress, Status};
use crate::table::record::named;
use crate::table::{Column, Label, Row};

const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];

/// The headings of a table.
pub(super) struct Heads(Vec<Head>);

enum Head {
    Of(Column),
    /// A column of the user's own.
    Other(String),
}

impl Heads {
    /// The headings that `cells` are; none where they do not name a task and one thing more.
    pub fn of(cells: &[String]) -> Option<Self> {
        let head = |cell: &String| column(cell).map_or_else(|| Head::Other(cell.trim().to_owned()), Head::Of);
        let heads = Self(cells.iter().map(head).collect());
        let known = heads.0.iter().filter(|head| matches!(head, Head::Of(_))).count();
        (heads.has(Column::Task) && known >= 2).then_some(heads)
    }

    fn has(&self, column: Column) -> bool {
        self.0.iter().any(|head| matches!(head, Head::Of(known) if *known == column))
    }

    /// The task that `cells` tell, the one of that number where they tell none.
    pub fn row(&self, number: u32, cells: &[String], today: Date) -> Row {
        let mut row = Row {
            item: number,
            number,
            category: Category::Directive,
            task: String::new(),
            lead: None,
            support: Vec::new(),
            issuer: None,
            deadline: None,
            product: None,
            progress: Progress::NotStarted,
            note: String::new(),
            span: Span::new(0, 0),
            line: 0,
            sentence: String::new(),
        };
        let (mut status, mut others) = ("", Vec::new());
        for (head, cell) in self.0.iter().zip(cells) {
            let cell = cell.trim();
            match head {
                _ if cell.is_empty() => {}
                Head::Other(head) => others.push(format!("{head}: {cell}")),
                Head::Of(Column::Status) => status = cell,
                Head::Of(column) => row.take(*column, cell),
            }
        }
        if let Some(progress) = progress(status, row.due(), today) {
            row.progress = progress;
        } else if !status.is_empty() {
            others.insert(0, status.to_owned());
        }
        let notes = Some(row.note).filter(|note| !note.is_empty()).into_iter().chain(others);
        row.note = notes.collect::<Vec<_>>().join("; ");
        row
    }
}

impl Row {
    fn take(&mut self, column: Column, cell: &str) {
        let text = || cell.to_owned();
        match column {
            Column::Number => {
                self.number = cell.parse().unwrap_or(self.number);
                self.item = self.number;
            }
            Column::Category => self.category = category(cell).unwrap_or(self.category),
            Column::Task => self.task = text(),
            Column::Lead => self.lead = Some(party(cell)),
            Column::Support => {
                let (names, origin) = unmarked(cell);
                let names = names.split(';').map(str::trim).filter(|name| !name.is_empty());
                self.support = names.map(|name| named(name.to_owned(), origin)).collect();
            }
            Column::Issuer => self.issuer = Some(party(cell)),
            Column::Deadline => {
                let (words, origin) = unmarked(cell);
                let date = day::read(words);
                let text = words.to_owned();
                self.deadline = Some(Deadline { text, span: None, date, recurrence: None, origin });
            }
            Column::Product => self.product = Some(text()),
            Column::Note => self.note = text(),
            Column::Source => {
                let place = cell.split_once(": ").and_then(|(line, words)| Some((line.parse().ok()?, words)));
                let (line, words) = place.unwrap_or((0, cell));
                (self.line, self.sentence) = (line, words.to_owned());
            }
            Column::Status => {}
        }
    }
}

/// Whether `text` is what stands for `label` in some language.
fn says(text: &str, label: Label) -> bool {
    LANGS.iter().any(|lang| i18n::say(*lang, label.key()).to_lowercase() == text.trim().to_lowercase())
}

fn column(heading: &str) -> Option<Column> {
    Column::ALL.into_iter().find(|column| says(heading, Label::Column(*column)))
}

fn category(cell: &str) -> Option<Category> {
    Category::ALL
        .into_iter()
        .filter(|category| category.is_actionable())
        .find(|category| says(cell, Label::Category(*category)))
}

fn party(cell: &str) -> Party {
    let (name, origin) = unmarked(cell);
    named(name.to_owned(), origin)
}

/// The words without the mark of a value that was carried over.
pub(super) fn unmarked(cell: &str) -> (&str, Origin) {
    match bracketed(cell) {
        Some((words, mark)) if says(mark, Label::Inferred) => (words, Origin::Inferred),
        _ => (cell, Origin::Stated),
    }
}

/// The words before the last brackets, and those in them.
fn bracketed(cell: &str) -> Option<(&str, &str)> {
    let (words, mark) = cell.strip_suffix(')')?.rsplit_once('(')?;
    Some((words.trim_end(), mark))
}

/// What `cell` says of the task due on `due`; the day on which it was finished may stand in brackets.
fn progress(cell: &str, due: Option<Date>, today: Date) -> Option<Progress> {
    let (words, day) = bracketed(cell).and_then(|(words, day)| Some((words, day::read(day)?))).unzip();
    let words = words.unwrap_or(cell);
    let status = Status::ALL.into_iter().find(|status| says(words, Label::Status(*status)))?;
    Some(match status {
        Status::NotStarted => Progress::NotStarted,
        Status::InProgress(_) => Progress::InProgress,
        Status::Paused => Progress::Paused,
        Status::Done => Progress::Done(day.or(due).unwrap_or(today)),
        Status::DoneLate => Progress::Done(day.or_else(|| due?.tomorrow().ok()).unwrap_or(today)),
    })
}
