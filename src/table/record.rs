//! The action table as it stands in JSON, apart from the text: in the export of an analysis and in a work file.

use serde::{Deserialize, Serialize};

use super::{Row, Table};
use crate::analysis::actors::key;
use crate::analysis::model::{Category, Date, Deadline, Lang, Origin, Party, Recurrence, Span};
use crate::status::Progress;

/// A table of tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRecord {
    /// The meeting's title.
    #[serde(default)]
    pub title: Option<String>,
    /// The meeting's date.
    #[serde(default)]
    pub meeting_date: Option<Date>,
    /// The rows.
    pub tasks: Vec<TaskRecord>,
}

/// One task; a value is inferred where it was carried over from another place in the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskRecord {
    item: u32,
    number: u32,
    category: Category,
    task: String,
    #[serde(default)]
    actor: Option<String>,
    #[serde(default)]
    actor_inferred: bool,
    #[serde(default)]
    support: Vec<String>,
    #[serde(default)]
    support_inferred: bool,
    #[serde(default)]
    issuer: Option<String>,
    #[serde(default)]
    issuer_inferred: bool,
    #[serde(default)]
    due: Option<Date>,
    #[serde(default)]
    due_text: Option<String>,
    #[serde(default)]
    due_inferred: bool,
    #[serde(default)]
    recurrence: Option<Recurrence>,
    #[serde(default)]
    product: Option<String>,
    #[serde(default)]
    progress: Progress,
    #[serde(default)]
    note: String,
    #[serde(default)]
    line: usize,
    #[serde(default)]
    source: String,
}

impl TableRecord {
    /// The record of `table`.
    pub fn of(table: &Table) -> Self {
        Self {
            title: table.title.clone(),
            meeting_date: table.date,
            tasks: table.rows.iter().map(TaskRecord::of).collect(),
        }
    }

    /// The table of the record; its rows have no place in a text.
    pub fn table(self) -> Table {
        Table {
            title: self.title,
            date: self.meeting_date,
            rows: self.tasks.into_iter().map(TaskRecord::row).collect(),
        }
    }
}

impl TaskRecord {
    /// The record of `row`.
    pub fn of(row: &Row) -> Self {
        let inferred = |origin: Option<Origin>| origin == Some(Origin::Inferred);
        let party = |party: &Option<Party>| {
            (party.as_ref().map(|party| party.text.clone()), inferred(party.as_ref().map(|party| party.origin)))
        };
        let ((actor, actor_inferred), (issuer, issuer_inferred)) = (party(&row.lead), party(&row.issuer));
        let deadline = row.deadline.as_ref();
        Self {
            item: row.item,
            number: row.number,
            category: row.category,
            task: row.task.clone(),
            actor,
            actor_inferred,
            support: row.support.iter().map(|party| party.text.clone()).collect(),
            support_inferred: inferred(row.support.first().map(|party| party.origin)),
            issuer,
            issuer_inferred,
            due: row.due(),
            due_text: deadline.map(|deadline| deadline.text.clone()),
            due_inferred: inferred(deadline.map(|deadline| deadline.origin)),
            recurrence: deadline.and_then(|deadline| deadline.recurrence),
            product: row.product.clone(),
            progress: row.progress,
            note: row.note.clone(),
            line: row.line,
            source: row.sentence.clone(),
        }
    }

    fn row(self) -> Row {
        let party = |name: String, inferred: bool| named(name, origin(inferred));
        let deadline = (self.due_text.is_some() || self.due.is_some() || self.recurrence.is_some()).then(|| Deadline {
            text: self.due_text.or_else(|| self.due.map(|date| date.to_string())).unwrap_or_default(),
            span: None,
            date: self.due,
            recurrence: self.recurrence,
            origin: origin(self.due_inferred),
        });
        Row {
            item: self.item,
            number: self.number,
            category: self.category,
            task: self.task,
            lead: self.actor.map(|name| party(name, self.actor_inferred)),
            support: self.support.into_iter().map(|name| party(name, self.support_inferred)).collect(),
            issuer: self.issuer.map(|name| party(name, self.issuer_inferred)),
            deadline,
            product: self.product,
            progress: self.progress,
            note: self.note,
            span: Span::new(0, 0),
            line: self.line,
            sentence: self.source,
        }
    }
}

/// A party of which only the name is known.
pub fn named(name: String, origin: Origin) -> Party {
    let key = key::of(&name, Lang::Vi, None);
    Party { text: name, span: None, key, origin }
}

const fn origin(inferred: bool) -> Origin {
    if inferred { Origin::Inferred } else { Origin::Stated }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::samples;

    #[test]
    fn a_table_survives_its_record() {
        let mut table = samples::table();
        table.date = Some(Date::constant(2023, 7, 14));
        table.rows[0].progress = Progress::Done(Date::constant(2023, 7, 30));
        table.rows[0].note = "xong\nsớm".into();
        table.rows[1].task = "Sửa đường làng".into();
        let record = TableRecord::of(&table);
        let json = serde_json::to_string(&record).unwrap();
        let again: TableRecord = serde_json::from_str(&json).unwrap();
        assert_eq!(again, record);
        let mut back = again.table();
        for (row, before) in back.rows.iter_mut().zip(&table.rows) {
            row.span = before.span;
        }
        assert_eq!(back, table);
    }

    #[test]
    fn the_smallest_task_is_a_few_words() {
        let json = r#"{"tasks": [{"item": 1, "number": 1, "category": "directive", "task": "Báo cáo"}]}"#;
        let table = serde_json::from_str::<TableRecord>(json).unwrap().table();
        assert_eq!((table.rows[0].task.as_str(), &table.rows[0].deadline, table.title), ("Báo cáo", &None, None));
    }
}
