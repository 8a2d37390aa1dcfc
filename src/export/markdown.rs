//! The table in GitHub-flavoured Markdown.

use crate::table::{Column, Form, Label, Table};

/// Writes `table` in the form `form`, under the meeting's title where there is one.
pub fn write(table: &Table, form: &Form) -> String {
    let mut text = String::new();
    if let Some(title) = &table.title {
        text.push_str("# ");
        text.push_str(&escaped(title));
        text.push_str("\n\n");
    }
    line(&mut text, form.columns.iter().map(|column| escaped((form.label)(Label::Column(*column)))));
    line(&mut text, form.columns.iter().map(|column| rule(*column).to_owned()));
    for row in &table.rows {
        line(&mut text, form.columns.iter().map(|column| escaped(&row.cell_text(*column, form))));
    }
    text
}

const fn rule(column: Column) -> &'static str {
    match column {
        Column::Number => "---:",
        _ => "---",
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        text.push_str(&cell);
        text.push_str(" |");
    }
    text.push('\n');
}

/// Text that Markdown shows as it is: its signs escaped, on one line.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' => safe.extend(['\\', character]),
            '&' => safe.push_str("&amp;"),
            '\n' => safe.push_str("<br>"),
            '\r' => {}
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;

    #[test]
    fn a_table_under_its_title() {
        let mut table = table::samples::table();
        table.rows.truncate(1);
        table.rows[0].task = "Gửi *danh mục* | bản <1>".into();
        let form = Form { columns: &[Column::Number, Column::Task, Column::Lead], ..table::samples::form() };
        assert_eq!(
            write(&table, &form),
            "# Họp giao ban\n\n\
             | column.number | column.task | column.lead |\n\
             | ---: | --- | --- |\n\
             | 1 | Gửi \\*danh mục\\* \\| bản \\<1\\> | Sở Y tế (value.inferred) |\n"
        );
    }

    #[test]
    fn a_line_break_in_a_note_stays_in_its_cell() {
        assert_eq!(escaped("một\r\nhai & ba"), "một<br>hai &amp; ba");
    }
}
