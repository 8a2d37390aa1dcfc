//! The second sheet: what was found in each group; the third: where each task stands in the text.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{Look, cell_text, column_number, height, row_number, set_up_page, sheet_name};
use crate::analysis::model::{Category, Origin};
use crate::export::paper::Paper;
use crate::table::{Column, Label, Row};

/// Name and width of a column.
type Head<'a> = (&'a str, f64);

pub(super) fn write(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    let look = Look::new();
    let label = paper.form().label;
    sheet.set_name(sheet_name(paper.say("paper.sheet-groups")))?;
    let heads = [
        (label(Label::Column(Column::Number)), 6.0),
        (label(Label::Column(Column::Category)), 24.0),
        (paper.say("paper.sentence"), 100.0),
    ];
    write_heads(sheet, &heads, &look)?;
    let groups = Category::ALL.iter().flat_map(|category| paper.items(*category));
    for (number, (category, sentence)) in groups.enumerate() {
        let row = row_number(number + 1);
        sheet.set_row_height(row, height([(sentence.clone(), 100.0)]))?;
        sheet.write_number_with_format(row, 0, row, &look.centred)?;
        sheet.write_string_with_format(row, 1, label(Label::Category(category)), &look.plain)?;
        sheet.write_string_with_format(row, 2, cell_text(&sentence), &look.plain)?;
    }
    set_up_page(sheet, 0)
}

pub(super) fn write_sources(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    let look = Look::new();
    let label = paper.form().label;
    sheet.set_name(sheet_name(paper.say("paper.sheet-sources")))?;
    let heads = [
        (label(Label::Column(Column::Number)), 6.0),
        (paper.say("paper.line"), 8.0),
        (paper.say("paper.sentence"), 80.0),
        (paper.say("paper.deadline-words"), 30.0),
    ];
    write_heads(sheet, &heads, &look)?;
    for (number, task) in paper.table.rows.iter().enumerate() {
        let row = row_number(number + 1);
        let line = row_number(task.line);
        let deadline = deadline_words(task, label(Label::Inferred));
        let sentence = paper.sentence(task.span);
        sheet.set_row_height(row, height([(sentence.clone(), 80.0), (deadline.clone(), 30.0)]))?;
        sheet.write_number_with_format(row, 0, task.number, &look.centred)?;
        sheet.write_number_with_format(row, 1, line, &look.centred)?;
        sheet.write_string_with_format(row, 2, cell_text(&sentence), &look.plain)?;
        sheet.write_string_with_format(row, 3, cell_text(&deadline), &look.plain)?;
    }
    set_up_page(sheet, 0)
}

/// The deadline in the words of the text; the cell with its date has no place for the mark.
fn deadline_words(task: &Row, inferred: &str) -> String {
    match &task.deadline {
        Some(deadline) if deadline.origin == Origin::Inferred => format!("{} ({inferred})", deadline.text),
        Some(deadline) => deadline.text.clone(),
        None => String::new(),
    }
}

fn write_heads(sheet: &mut Worksheet, heads: &[Head], look: &Look) -> Result<(), XlsxError> {
    for (index, (name, width)) in heads.iter().enumerate() {
        let index = column_number(index);
        sheet.set_column_width(index, *width)?;
        sheet.write_string_with_format(0, index, *name, &look.head)?;
    }
    Ok(())
}
