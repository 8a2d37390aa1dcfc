//! What leaves the page is laid out as its table is.

use std::io::Cursor;

use calamine::{Reader, Xlsx};

use super::*;
use crate::export::paper::Paper;
use crate::export::{self, Format, html};
use crate::import::{self, Content};
use crate::table::Column;

/// The headings and the first row of the paper below.
const CELLS: [[&str; 3]; 2] = [["Nguồn", "Nội dung nhiệm vụ", "STT"], ["2: Sở Y tế báo cáo", "Sở Y tế báo cáo", "1"]];

/// A table with the source first, the task after it, and the number last.
fn paper() -> Paper {
    let hidden = ready().layout.shown();
    let hidden = hidden.iter().filter(|column| !matches!(column, Column::Number | Column::Task | Column::Source));
    let hide = hidden.map(|column| Arrange::Toggle(*column));
    let steps = Column::ALL.iter().flat_map(|_| [Arrange::Forward(Column::Source), Arrange::Back(Column::Number)]);
    do_all(ready(), hide.chain(steps).map(Action::Arrange).collect::<Vec<_>>()).paper()
}

fn written(format: Format) -> Vec<u8> {
    export::write(format, &paper()).unwrap()
}

#[test]
fn a_paper_has_the_columns_of_the_table_view() {
    assert_eq!(ready().paper().columns, ready().layout.shown());
    assert_eq!(paper().columns, [Column::Source, Column::Task, Column::Number]);
    assert_eq!(paper().table.rows.len(), 2);
}

#[test]
fn the_comma_separated_table_has_the_chosen_columns() {
    for (lang, sign) in [(Lang::Vi, b';'), (Lang::En, b',')] {
        let separator = ready().apply(Action::Speak(lang)).paper().separator;
        let text = export::write(Format::Csv, &Paper { separator, ..paper() }).unwrap();
        let text = String::from_utf8(text).unwrap();
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(sign).from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), &CELLS[0][..]);
        assert_eq!(reader.records().next().unwrap().unwrap(), CELLS[1][..]);
    }
}

#[test]
fn the_workbook_has_the_chosen_columns() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(written(Format::Xlsx))).unwrap();
    let sheet = book.worksheet_range("Việc cần làm").unwrap();
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let head = rows.iter().position(|row| *row == CELLS[0]).expect("the headings");
    assert_eq!(rows[head + 1], CELLS[1]);
}

#[test]
fn text_and_clipboard_have_the_chosen_columns() {
    let markdown = String::from_utf8(written(Format::Markdown)).unwrap();
    let (paper, [heads, first]) = (paper(), CELLS);
    assert!(markdown.contains(&format!("| {} |\n", heads.join(" | "))), "{markdown}");
    assert!(markdown.contains(&format!("| {} |\n", first.join(" | "))), "{markdown}");
    let plain = html::write_plain(&paper.table, &paper.form());
    assert!(plain.starts_with(&format!("{}\n{}\n", heads.join("\t"), first.join("\t"))), "{plain}");
    let table = html::write(&paper.table, &paper.form());
    assert!(table.contains(&format!("<tr><th>{}</th></tr>", heads.join("</th><th>"))), "{table}");
    assert!(table.contains(&format!("<tr><td>{}</td></tr>", first.join("</td><td>"))), "{table}");
}

#[test]
fn the_annex_has_the_chosen_columns() {
    let text = import::read(&written(Format::Annex)).unwrap().text;
    let [heads, first] = CELLS.map(|cells| cells.join(" | "));
    assert!(text.contains(&heads) && text.contains(&first), "{text}");
}

/// Of the columns that were chosen nothing is lost on the way out and back.
#[test]
fn the_chosen_columns_come_back() {
    let paper = paper();
    for format in [Format::Csv, Format::Xlsx] {
        let content = import::open(&written(format), paper.today).unwrap();
        let Content::EarlierTable(table) = content else { panic!("{format:?}: {content:?}") };
        for (back, row) in table.rows.iter().zip(&paper.table.rows) {
            assert_eq!((&back.task, back.line, &back.sentence), (&row.task, row.line, &row.sentence));
        }
        assert_eq!(table.rows.len(), 2);
    }
}
