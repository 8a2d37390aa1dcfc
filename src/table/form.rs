//! In which form a table is shown: its columns, the words for people that the caller gives, and how dates are written.

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Date, Origin};
use crate::status::{Status, Timing};

/// What a column of the table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Number of the row, from 1.
    Number,
    /// Recommendation or directive.
    Category,
    /// What has to be done.
    Task,
    /// Who has to do it.
    Lead,
    /// Who helps.
    Support,
    /// Who gives or asks it.
    Issuer,
    /// By when.
    Deadline,
    /// The report, plan or decision that comes of it.
    Product,
    /// How far it has come.
    Status,
    /// The user's remark.
    Note,
    /// Line of the text and the words that stand there.
    Source,
}

impl Column {
    /// Every column.
    pub const ALL: [Self; 11] = [
        Self::Number,
        Self::Category,
        Self::Task,
        Self::Lead,
        Self::Support,
        Self::Issuer,
        Self::Deadline,
        Self::Product,
        Self::Status,
        Self::Note,
        Self::Source,
    ];

    /// The customary Vietnamese task table.
    pub const CUSTOMARY: [Self; 9] = [
        Self::Number,
        Self::Task,
        Self::Lead,
        Self::Support,
        Self::Issuer,
        Self::Deadline,
        Self::Product,
        Self::Status,
        Self::Note,
    ];
}

/// A word for people that the table needs and the caller has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// Heading of a column.
    Column(Column),
    /// Name of a group.
    Category(Category),
    /// Name of a state.
    Status(Status),
    /// Said of a value that was carried over from another place in the text.
    Inferred,
}

impl Label {
    /// The label's key in a file of strings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Column(column) => match column {
                Column::Number => "column.number",
                Column::Category => "column.category",
                Column::Task => "column.task",
                Column::Lead => "column.lead",
                Column::Support => "column.support",
                Column::Issuer => "column.issuer",
                Column::Deadline => "column.deadline",
                Column::Product => "column.product",
                Column::Status => "column.status",
                Column::Note => "column.note",
                Column::Source => "column.source",
            },
            Self::Category(category) => match category {
                Category::Achievement => "category.achievement",
                Category::Shortcoming => "category.shortcoming",
                Category::Recommendation => "category.recommendation",
                Category::Directive => "category.directive",
            },
            Self::Status(status) => match status {
                Status::NotStarted => "status.not-started",
                Status::InProgress(Timing::Overdue) => "status.overdue",
                Status::InProgress(Timing::DueSoon) => "status.due-soon",
                Status::InProgress(Timing::InTime) => "status.in-time",
                Status::InProgress(Timing::NoDeadline) => "status.no-deadline",
                Status::Done => "status.done",
                Status::DoneLate => "status.done-late",
                Status::Paused => "status.paused",
            },
            Self::Inferred => "value.inferred",
        }
    }
}

/// Short here, since a formatter for every form of date would weigh more than the rest of the table.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// How a date is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// `2023-07-14`.
    #[default]
    Iso,
    /// `14/07/2023`.
    DayMonthYear,
    /// `14 Jul 2023`, which no reader of English takes for another day.
    DayMonthName,
}

impl DateStyle {
    /// Writes `date`.
    pub fn write(self, date: Date) -> String {
        match self {
            Self::Iso => date.to_string(),
            Self::DayMonthYear => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            Self::DayMonthName => {
                let month = usize::from(date.month().unsigned_abs()).checked_sub(1);
                let month = month.and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
                format!("{} {month} {:04}", date.day(), date.year())
            }
        }
    }
}

/// In which form a table is shown: which columns, in which words, on which day.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// The columns, in this order.
    pub columns: &'a [Column],
    /// The words for people.
    pub label: &'a dyn Fn(Label) -> &'a str,
    /// How dates are written.
    pub dates: DateStyle,
    /// The day on which the state of the tasks is told.
    pub today: Date,
}

/// The text of one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text; empty where the minutes do not say.
    pub text: String,
    /// Whether the text was said at this place or carried over from another.
    pub origin: Origin,
}
