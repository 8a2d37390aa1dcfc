//! The table for the clipboard: HTML for word processors, tab-separated text for all else.

use super::formulas::defused;
use crate::table::{Form, Label, Table};

/// Writes `table` in the form `form` as an HTML table with borders of its own, since a word processor sees no
/// stylesheet.
pub fn write(table: &Table, form: &Form) -> String {
    let mut html = String::from("<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\"><thead><tr>");
    for column in form.columns {
        cell(&mut html, "th", (form.label)(Label::Column(*column)));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        html.push_str("<tr>");
        for column in form.columns {
            cell(&mut html, "td", &defused(row.cell_text(*column, form)));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

fn cell(html: &mut String, tag: &str, text: &str) {
    html.push_str(&format!("<{tag}>{}</{tag}>", escaped(text)));
}

/// Text as HTML shows it, for the content of an element.
pub(super) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            other => html.push(other),
        }
    }
    html
}

/// Writes `table` in the form `form` with one line a row and tabs between the cells.
pub fn write_plain(table: &Table, form: &Form) -> String {
    let heads = form.columns.iter().map(|column| (form.label)(Label::Column(*column)).to_owned()).collect();
    let rows =
        table.rows.iter().map(|row| form.columns.iter().map(|column| defused(row.cell_text(*column, form))).collect());
    std::iter::once(heads).chain(rows).map(line).collect()
}

fn line(cells: Vec<String>) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| cell.replace(['\t', '\r', '\n'], " ")).collect();
    cells.join("\t") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{self, Column};

    #[test]
    fn every_cell_is_there_and_no_markup_of_the_text_survives() {
        let mut table = table::samples::table();
        table.rows[0].note = "<b>1 & 2</b>\nhết".into();
        let html = write(&table, &table::samples::form());
        assert_eq!(html.matches("<td>").count(), table.rows.len() * Column::ALL.len());
        assert!(html.contains("<td>&lt;b&gt;1 &amp; 2&lt;/b&gt;<br>hết</td>"));
    }

    #[test]
    fn plain_text_has_one_line_a_row() {
        let mut table = table::samples::table();
        table.rows[0].note = "một\thai\nba".into();
        let text = write_plain(&table, &table::samples::form());
        assert_eq!(text.lines().count(), 1 + table.rows.len());
        assert!(text.lines().all(|line| line.matches('\t').count() == Column::ALL.len() - 1));
        assert!(text.contains("một hai ba"));
    }
}
