//! What a person reads on the terminal: the groups, then the action table.

use comfy_table::{ColumnConstraint, ContentArrangement, Width, presets};

use crate::analysis::model::{Category, Minutes, Note, Span};
use crate::i18n;
use crate::table::{Column, Form, Label, Table};

/// The columns shown; those that no row fills are left out.
pub const COLUMNS: [Column; 8] = [
    Column::Number,
    Column::Category,
    Column::Task,
    Column::Lead,
    Column::Support,
    Column::Issuer,
    Column::Deadline,
    Column::Product,
];

/// The task's share of the width, in percent: it is the longest text.
const TASK_SHARE: u16 = 35;

/// A date with a blank on either side never breaks.
const DATE_WIDTH: u16 = 12;

/// Writes the report on `minutes`, the analysis of `text`, `width` columns wide.
pub fn write(minutes: &Minutes, text: &str, form: &Form, width: u16) -> String {
    let mut report = String::new();
    let table = Table::of(minutes, text);
    for line in table.title.iter().cloned().chain(table.date.map(|date| form.dates.write(date))) {
        report.push_str(&line);
        report.push('\n');
    }
    for category in Category::ALL {
        let items: Vec<_> = minutes.items.iter().filter(|item| item.category == category).collect();
        report.push_str(&format!("{}: {}\n", (form.label)(Label::Category(category)), items.len()));
        if !category.is_actionable() {
            let mut list = bare(width);
            for item in items {
                list.add_row(["-".to_owned(), one_line(item.span.of(text))]);
            }
            if list.row_count() > 0 {
                report.push_str(&format!("{}\n", list.trim_fmt()));
            }
        }
    }
    if !table.rows.is_empty() {
        report.push_str(&format!("\n{}\n", action_table(&table, form, width).trim_fmt()));
    }
    for note in &minutes.notes {
        report.push_str(&format!("\n* {}\n", remark(note, minutes, text)));
    }
    report
}

fn remark(note: &Note, minutes: &Minutes, text: &str) -> String {
    let quoting = |key, span: Span| i18n::fill(minutes.lang, key, &[("words", &one_line(span.of(text)))]);
    match note {
        Note::Empty => i18n::say(minutes.lang, "note.nothing-found").to_owned(),
        Note::UnknownLanguage => i18n::say(minutes.lang, "note.unknown-language").to_owned(),
        Note::ImpossibleDate { span } => quoting("note.impossible-date", *span),
        Note::PastDeadline { span } => quoting("note.past-deadline", *span),
        Note::MeetingDateUnknown => i18n::say(minutes.lang, "report.meeting-date-unknown").to_owned(),
    }
}

fn action_table(table: &Table, form: &Form, width: u16) -> comfy_table::Table {
    let filled = |column: &&Column| table.rows.iter().any(|row| !row.cell(**column, form).text.is_empty());
    let columns: Vec<_> = form.columns.iter().filter(filled).collect();
    let mut grid = bare(width);
    grid.load_style(presets::UTF8_HORIZONTAL_ONLY);
    grid.set_header(columns.iter().map(|column| (form.label)(Label::Column(**column))));
    for row in &table.rows {
        grid.add_row(columns.iter().map(|column| row.cell_text(**column, form)));
    }
    for (index, column) in columns.into_iter().enumerate() {
        let constraint = match column {
            Column::Number => ColumnConstraint::ContentWidth,
            Column::Task => ColumnConstraint::LowerBoundary(Width::Percentage(TASK_SHARE)),
            Column::Deadline => ColumnConstraint::LowerBoundary(Width::Fixed(DATE_WIDTH)),
            _ => continue,
        };
        if let Some(column) = grid.column_mut(index) {
            column.set_constraint(constraint);
        }
    }
    grid
}

fn bare(width: u16) -> comfy_table::Table {
    let mut grid = comfy_table::Table::new();
    grid.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    grid
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::samples;

    #[test]
    fn groups_then_the_columns_that_are_filled_then_doubts() {
        let mut minutes = samples::minutes();
        minutes.notes = vec![Note::PastDeadline { span: Span::new(0, "Họp".len()) }];
        let label = |label: Label| i18n::say(minutes.lang, label.key());
        let form = Form { columns: &COLUMNS, label: &label, ..samples::form() };
        let report = write(&minutes, samples::TEXT, &form, 110);
        let order = [
            "Họp giao ban\n",
            "Kết quả đạt được: 1\n",
            "-  Đạt kế hoạch\n",
            "Tồn tại, hạn chế: 0\n",
            "Kiến nghị, đề xuất: 1\n",
            "Chỉ đạo, giao việc: 2\n",
            "Nội dung nhiệm vụ",
            "Chủ trì",
            "Rà soát danh mục",
            "31/07/2023",
            "Sửa đường",
            "* Thời hạn “Họp” ở trước ngày họp.\n",
        ];
        let mut rest = report.as_str();
        for words in order {
            let (_, after) = rest.split_once(words).unwrap_or_else(|| panic!("{words:?} is not in {report}"));
            rest = after;
        }
        assert!(!report.contains("Sản phẩm"), "nobody fills the product");
        assert!(report.lines().all(|line| line.chars().count() <= 110));
    }
}
