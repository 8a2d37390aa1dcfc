//! How the action table is laid out: which columns in which order, sorted by what, grouped or not.

use crate::analysis::model::{Date, Party};
use crate::table::{Column, Filter, Row, Table};

use super::shared::Shared;

/// The layout of the action table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    columns: Vec<(Column, bool)>,
    /// The column that the rows are sorted by; the order of the text where there is none.
    pub sort: Option<Sort>,
    /// Whether the tasks of one lead stand together.
    pub grouped: bool,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Largest first.
    pub descending: bool,
}

/// A change of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrange {
    /// Show the column, or hide it.
    Toggle(Column),
    /// Put the column one place forward.
    Forward(Column),
    /// Put the column one place back.
    Back(Column),
    /// Sort by the column; again to turn the order round, once more for the order of the text.
    SortBy(Column),
    /// Put the tasks of one lead together, or apart again.
    Group,
    /// The columns as they were at first.
    Reset,
}

/// One line of the table on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// A group begins: its lead, and the number of its tasks.
    Group(Option<Party>, usize),
    /// A task.
    Task(Shared<Row>),
}

impl Line {
    /// The task of the line.
    pub const fn task(&self) -> Option<&Shared<Row>> {
        match self {
            Self::Task(row) => Some(row),
            Self::Group(..) => None,
        }
    }
}

impl Default for Layout {
    fn default() -> Self {
        let columns = Column::ALL.map(|column| (column, column != Column::Category));
        Self { columns: columns.to_vec(), sort: None, grouped: false }
    }
}

impl Layout {
    /// Every column in its place, and whether it is shown.
    pub fn columns(&self) -> &[(Column, bool)] {
        &self.columns
    }

    /// The columns that are shown.
    pub fn shown(&self) -> Vec<Column> {
        self.columns.iter().filter(|(_, shown)| *shown).map(|(column, _)| *column).collect()
    }

    /// The columns as text, in which [`Layout::of_columns`] finds them again.
    pub fn written_columns(&self) -> String {
        serde_json::to_string(&self.columns).unwrap_or_default()
    }

    /// The layout with the columns that [`Layout::written_columns`] wrote; those that the text lacks follow as they
    /// were at first. The layout of the first day where the text is none of ours.
    pub fn of_columns(written: &str) -> Self {
        let first = Self::default();
        let mut columns: Vec<(Column, bool)> = Vec::new();
        let known = serde_json::from_str::<Vec<(Column, bool)>>(written).unwrap_or_default();
        for (column, shown) in known.into_iter().chain(first.columns) {
            if columns.iter().all(|(placed, _)| *placed != column) {
                columns.push((column, shown || column == Column::Task));
            }
        }
        Self { columns, sort: None, grouped: false }
    }

    /// The layout after a change.
    #[must_use]
    pub fn after(mut self, change: Arrange) -> Self {
        match change {
            Arrange::Toggle(column) => {
                for (candidate, shown) in &mut self.columns {
                    // A table without the task would say nothing.
                    *shown ^= *candidate == column && column != Column::Task;
                }
            }
            Arrange::Forward(column) => self.swap(column, |place| place.checked_sub(1)),
            Arrange::Back(column) => self.swap(column, |place| Some(place + 1)),
            Arrange::SortBy(column) => {
                self.sort = match self.sort {
                    Some(Sort { column: last, descending: false }) if last == column => {
                        Some(Sort { column, descending: true })
                    }
                    Some(Sort { column: last, descending: true }) if last == column => None,
                    _ => Some(Sort { column, descending: false }),
                };
            }
            Arrange::Group => self.grouped = !self.grouped,
            Arrange::Reset => self.columns = Self::default().columns,
        }
        self
    }

    fn swap(&mut self, column: Column, other: impl Fn(usize) -> Option<usize>) {
        let place = self.columns.iter().position(|(candidate, _)| *candidate == column);
        let pair = place.and_then(|place| Some((place, other(place).filter(|other| *other < self.columns.len())?)));
        if let Some((place, other)) = pair {
            self.columns.swap(place, other);
        }
    }

    /// The rows of `table` that `filter` wants, in this layout's order.
    pub fn rows(&self, table: &Table, filter: &Filter, today: Date) -> Table {
        let mut wanted = table.filter(filter, today);
        if let Some(Sort { column, descending }) = self.sort {
            wanted.sort(column, descending, today);
        }
        wanted
    }

    /// The rows line by line, the groups in the order of the dictionary, tasks without a lead last.
    pub fn lines(&self, rows: &Table) -> Vec<Line> {
        let task = |row: &Row| Line::Task(row.clone().into());
        if !self.grouped {
            return rows.rows.iter().map(task).collect();
        }
        let mut groups: Vec<Option<&Party>> = rows.leads().into_iter().map(Some).collect();
        groups.push(None);
        let mut lines = Vec::new();
        for group in groups {
            let key = group.map(|party| &party.key);
            let tasks: Vec<_> = rows.rows.iter().filter(|row| row.lead.as_ref().map(|lead| &lead.key) == key).collect();
            if !tasks.is_empty() {
                lines.push(Line::Group(group.cloned(), tasks.len()));
                lines.extend(tasks.into_iter().map(task));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::samples::table;

    fn numbers(lines: &[Line]) -> Vec<String> {
        let line = |line: &Line| match line {
            Line::Group(lead, count) => {
                format!("{} {count}", lead.as_ref().map_or("–", |lead| lead.text.as_str()))
            }
            Line::Task(row) => row.number.to_string(),
        };
        lines.iter().map(line).collect()
    }

    fn arranged(changes: &[Arrange]) -> Vec<String> {
        let layout = changes.iter().fold(Layout::default(), |layout, change| layout.after(*change));
        numbers(&layout.lines(&layout.rows(&table(), &Filter::default(), Date::constant(2023, 7, 1))))
    }

    #[test]
    fn a_heading_sorts_up_then_down_then_not_at_all() {
        let by_date = Arrange::SortBy(Column::Deadline);
        assert_eq!(arranged(&[by_date]), ["3", "1", "2"]);
        assert_eq!(arranged(&[by_date; 2]), ["1", "3", "2"]);
        assert_eq!(arranged(&[by_date; 3]), ["1", "2", "3"]);
        assert_eq!(arranged(&[by_date, Arrange::SortBy(Column::Number)]), ["1", "2", "3"]);
    }

    #[test]
    fn tasks_of_one_lead_stand_together() {
        assert_eq!(arranged(&[Arrange::Group]), ["Đội 1 1", "2", "Sở Y tế 1", "1", "tỉnh 1", "3"]);
        let mut table = table();
        table.rows[1].lead = None;
        table.rows[2].lead = table.rows[0].lead.clone();
        let layout = Layout::default().after(Arrange::Group);
        assert_eq!(numbers(&layout.lines(&table)), ["Sở Y tế 2", "1", "3", "– 1", "2"]);
    }

    #[test]
    fn columns_are_hidden_shown_and_moved() {
        let layout = Layout::default().after(Arrange::Toggle(Column::Note)).after(Arrange::Forward(Column::Deadline));
        let shown = layout.shown();
        assert!(!shown.contains(&Column::Note) && !shown.contains(&Column::Category));
        let place = |column| shown.iter().position(|candidate| *candidate == column);
        assert_eq!(place(Column::Deadline).map(|place| place + 1), place(Column::Issuer));
        assert_eq!(
            layout.clone().after(Arrange::Back(Column::Deadline)).after(Arrange::Toggle(Column::Note)),
            Layout::default()
        );
        assert_eq!(layout.clone().after(Arrange::Forward(Column::Number)), layout);
        assert_eq!(layout.clone().after(Arrange::Back(Column::Source)), layout);
        assert_eq!(Layout::of_columns(&layout.written_columns()), layout);
        assert_eq!(layout.after(Arrange::Reset), Layout::default());
        assert!(Layout::default().after(Arrange::Toggle(Column::Task)).shown().contains(&Column::Task));
    }

    #[test]
    fn columns_of_another_version_leave_none_out() {
        for strange in ["", "{}", "[[\"colour\",true]]"] {
            assert_eq!(Layout::of_columns(strange), Layout::default(), "{strange}");
        }
        let layout = Layout::of_columns("[[\"note\",true],[\"task\",false],[\"note\",false]]");
        let first: Vec<_> = layout.columns().iter().take(3).copied().collect();
        assert_eq!(first, [(Column::Note, true), (Column::Task, true), (Column::Number, true)]);
        assert_eq!(layout.columns().len(), Column::ALL.len());
    }
}
