//! What the cells of a task show, and what is written into them.

use super::cell::Value;
use super::cell_field::Field;
use crate::analysis::model::{Origin, Party, Recurrence};
use crate::table::{Column, Row};
use crate::web::desk::Desk;
use crate::workspace::{Carried, day};

/// What the cell in `column` shows.
pub fn value(row: &Row, column: Column, desk: &Desk) -> Value {
    let words = |text: &str| Value { text: text.to_owned(), hint: None, origin: Origin::Stated };
    let party = |party: &Option<Party>| {
        let party = party.as_ref();
        Value {
            origin: party.map(|party| party.origin).unwrap_or_default(),
            ..words(party.map_or("", |party| &party.text))
        }
    };
    match column {
        Column::Task => words(&row.task),
        Column::Lead => party(&row.lead),
        Column::Issuer => party(&row.issuer),
        Column::Support => {
            let helpers: Vec<_> = row.support.iter().map(|helper| helper.text.as_str()).collect();
            let origin = row.support.first().map(|helper| helper.origin).unwrap_or_default();
            Value { origin, ..words(&helpers.join("; ")) }
        }
        Column::Product => words(row.product.as_deref().unwrap_or_default()),
        Column::Note => words(&row.note),
        Column::Deadline => deadline(row, desk),
        Column::Number | Column::Category | Column::Status | Column::Source => words(""),
    }
}

fn deadline(row: &Row, desk: &Desk) -> Value {
    let Some(due) = &row.deadline else { return Value { text: String::new(), hint: None, origin: Origin::Stated } };
    let text = due.date.map_or_else(|| due.text.clone(), |date| desk.date(date));
    let hint = match (due.date, due.recurrence) {
        (Some(date), _) => (!day::is_written_in(date, &due.text)).then(|| due.text.clone()),
        (None, Some(recurrence)) => {
            Some(desk.say(every(recurrence)).to_owned()).filter(|every| !due.text.contains(every.as_str()))
        }
        (None, None) => None,
    };
    Value { text, hint, origin: due.origin }
}

const fn every(recurrence: Recurrence) -> &'static str {
    match recurrence {
        Recurrence::Daily => "recurrence.daily",
        Recurrence::Weekly => "recurrence.weekly",
        Recurrence::Monthly => "recurrence.monthly",
        Recurrence::Quarterly => "recurrence.quarterly",
        Recurrence::Yearly => "recurrence.yearly",
    }
}

/// What is written into the cell in `column`.
pub fn field(row: &Row, column: Column) -> Field {
    match column {
        Column::Task => Field::Sentence,
        Column::Lead | Column::Issuer => Field::Name,
        Column::Support => Field::Names,
        Column::Deadline => Field::Day(row.due().map(|date| date.to_string()).unwrap_or_default()),
        _ => Field::Words,
    }
}

/// The value of an item that the column shows, where it may be carried over.
pub const fn carried(column: Column) -> Option<Carried> {
    match column {
        Column::Lead => Some(Carried::Lead),
        Column::Support => Some(Carried::Support),
        Column::Issuer => Some(Carried::Issuer),
        Column::Deadline => Some(Carried::Deadline),
        _ => None,
    }
}
