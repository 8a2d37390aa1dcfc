//! The first sheet: title block and action table; and the hidden one with the states that its cells choose from.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use super::{Look, cell_text, column_number, day, height, row_number, set_up_page, sheet_name};
use crate::export::paper::Paper;
use crate::status::Status;
use crate::table::{Column, Form, Label, Row};

/// The row of the column headings, below the title block.
const HEADER: u32 = 4;

pub(super) fn write(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    let look = Look::new();
    let form = paper.form();
    sheet.set_name(sheet_name(paper.say("paper.sheet-tasks")))?;
    write_title(sheet, paper, &look)?;
    for (index, column) in paper.columns.iter().enumerate() {
        let index = column_number(index);
        sheet.set_column_width(index, width(*column))?;
        sheet.write_string_with_format(HEADER, index, (form.label)(Label::Column(*column)), &look.head)?;
    }
    for (number, row) in paper.table.rows.iter().enumerate() {
        let texts = paper.columns.iter().map(|column| (row.cell_text(*column, &form), width(*column)));
        sheet.set_row_height(HEADER + 1 + row_number(number), height(texts))?;
        for (index, column) in paper.columns.iter().enumerate() {
            write_cell(sheet, (HEADER + 1 + row_number(number), column_number(index)), row, *column, &form, &look)?;
        }
    }
    let (last_row, last_column) = (HEADER + row_number(paper.table.rows.len()), last_column(paper));
    sheet.autofilter(HEADER, 0, last_row, last_column)?;
    if let Some(status) = paper.columns.iter().position(|column| *column == Column::Status).map(column_number) {
        let list = format!("='{}'!$A$1:$A${}", sheet_name(paper.say("paper.sheet-lists")), Status::ALL.len());
        let choice = DataValidation::new().allow_list_formula(Formula::new(list));
        sheet.add_data_validation(HEADER + 1, status, last_row.max(HEADER + 1), status, &choice)?;
    }
    set_up_page(sheet, HEADER)
}

fn write_title(sheet: &mut Worksheet, paper: &Paper, look: &Look) -> Result<(), XlsxError> {
    let last = last_column(paper);
    if let Some(body) = paper.body() {
        sheet.write_string_with_format(0, 0, cell_text(&body), &look.body)?;
    }
    let lines = [(1, paper.say("paper.tasks").to_owned(), &look.title), (2, paper.meeting(), &look.remark)];
    for (row, text, format) in lines {
        if last > 0 {
            sheet.merge_range(row, 0, row, last, &cell_text(&text), format)?;
        } else {
            sheet.write_string_with_format(row, 0, cell_text(&text), format)?;
        }
    }
    Ok(())
}

fn last_column(paper: &Paper) -> u16 {
    column_number(paper.columns.len().saturating_sub(1))
}

fn write_cell(
    sheet: &mut Worksheet,
    (at_row, at_column): (u32, u16),
    row: &Row,
    column: Column,
    form: &Form,
    look: &Look,
) -> Result<(), XlsxError> {
    match (column, row.due()) {
        (Column::Number, _) => sheet.write_number_with_format(at_row, at_column, row.number, &look.centred)?,
        (Column::Deadline, Some(date)) => {
            sheet.write_datetime_with_format(at_row, at_column, &day(date)?, &look.date)?
        }
        _ => {
            let format = if column == Column::Deadline { &look.centred } else { &look.plain };
            sheet.write_string_with_format(at_row, at_column, cell_text(&row.cell_text(column, form)), format)?
        }
    };
    Ok(())
}

pub(super) fn write_statuses(sheet: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(paper.say("paper.sheet-lists")))?.set_hidden(true);
    let form = paper.form();
    for (row, status) in Status::ALL.into_iter().enumerate() {
        sheet.write_string(row_number(row), 0, (form.label)(Label::Status(status)))?;
    }
    Ok(())
}

/// Widths in characters.
const fn width(column: Column) -> f64 {
    match column {
        Column::Number => 6.0,
        Column::Task => 48.0,
        Column::Deadline => 13.0,
        Column::Source => 40.0,
        Column::Lead | Column::Support | Column::Issuer | Column::Note => 22.0,
        Column::Category | Column::Product | Column::Status => 18.0,
    }
}
