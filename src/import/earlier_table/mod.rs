//! Action tables that this page once exported, to follow them up: what their cells say, as rows again.

mod csv;
mod heads;
mod json;
mod xlsx;

use crate::analysis::model::{Date, Lang};
use crate::i18n;
use crate::table::{Column, Label, Table};

use super::ImportError;

pub(super) use xlsx::{BODY, read as read_workbook};

/// No meeting hands out more tasks.
const MOST_ROWS: usize = 20_000;

/// Whether `text` may be such an export; told at a glance.
pub fn is_likely(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n']);
    let first = text.lines().next().unwrap_or_default();
    let task = Label::Column(Column::Task).key();
    text.starts_with(['{', '[']) || [Lang::Vi, Lang::En].iter().any(|lang| first.contains(i18n::say(*lang, task)))
}

/// The table that `text`, CSV or JSON, is an export of; none where it is something else. A task that is done on a day
/// which the file does not tell counts as done on its deadline, else on the day `today`.
///
/// # Errors
/// [`ImportError`] where the table has too many rows, is damaged or of a newer version.
pub fn of_text(text: &str, today: Date) -> Result<Option<Table>, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with(['{', '[']) { json::read(text) } else { csv::read(text, today) }
}
