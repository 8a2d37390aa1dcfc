//! The action table as a workbook in the form of Vietnamese offices, with the groups and the sources on sheets of their own.

mod groups;
mod tasks;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::ExportError;
use super::paper::Paper;
use crate::analysis::model::Date;

/// A4 in the numbers of the format.
const A4: u8 = 9;
const FONT: &str = "Times New Roman";

/// Writes the workbook of `paper`.
///
/// # Errors
/// As the writer of the workbook: where there are more rows than a sheet holds.
pub fn write(paper: &Paper) -> Result<Vec<u8>, ExportError> {
    Ok(workbook(paper)?.save_to_buffer()?)
}

fn workbook(paper: &Paper) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let created = day(paper.today)?;
    workbook.set_properties(&DocProperties::new().set_title(paper.say("paper.tasks")).set_creation_datetime(&created));
    tasks::write(workbook.add_worksheet(), paper)?;
    groups::write(workbook.add_worksheet(), paper)?;
    groups::write_sources(workbook.add_worksheet(), paper)?;
    tasks::write_statuses(workbook.add_worksheet(), paper)?;
    Ok(workbook)
}

fn day(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let number = |part: i8| part.unsigned_abs();
    ExcelDateTime::from_ymd(date.year().unsigned_abs(), number(date.month()), number(date.day()))
}

/// The formats of cells.
struct Look {
    plain: Format,
    centred: Format,
    date: Format,
    head: Format,
    title: Format,
    remark: Format,
    body: Format,
}

impl Look {
    fn new() -> Self {
        let font = Format::new().set_font_name(FONT).set_font_size(12);
        let cell = font.clone().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
        let centre = |format: &Format| format.clone().set_align(FormatAlign::Center);
        Self {
            plain: cell.clone(),
            centred: centre(&cell),
            date: centre(&cell).set_num_format("dd/mm/yyyy"),
            head: centre(&cell).set_bold().set_align(FormatAlign::VerticalCenter).set_background_color(0xE7_EE_F4),
            title: centre(&font).set_bold().set_font_size(14),
            remark: centre(&font).set_italic(),
            body: font.set_bold(),
        }
    }
}

/// A4 across, one page wide, the header on every page, page numbers at the foot.
fn set_up_page(sheet: &mut Worksheet, header: u32) -> Result<(), XlsxError> {
    sheet
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.6, 0.4, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P/&N")
        .set_repeat_rows(header, header)?
        .set_freeze_panes(header + 1, 0)?;
    Ok(())
}

fn sheet_name(name: &str) -> String {
    const LONGEST: usize = 31;
    name.chars().map(|letter| if "[]:*?/\\".contains(letter) { ' ' } else { letter }).take(LONGEST).collect()
}

fn column_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// The height of a row, in points, in which each text is seen whole in its column; widths are in characters. Excel
/// finds it out by itself, LibreOffice does not.
fn height(cells: impl IntoIterator<Item = (String, f64)>) -> f64 {
    const LINE: f64 = 16.5;
    const HIGHEST: f64 = 409.0;
    let lines = |(text, width): (String, f64)| {
        text.lines().map(|line| (line.chars().count() as f64 * 1.15 / width).ceil().max(1.0)).sum::<f64>()
    };
    (cells.into_iter().map(lines).fold(1.0, f64::max) * LINE).min(HIGHEST)
}

/// A sheet's cells hold no more than this.
const LONGEST_CELL: usize = 32_767;

/// Text as a cell can hold it; always written as text, so that nothing in it runs as a formula.
fn cell_text(text: &str) -> String {
    if text.encode_utf16().count() <= LONGEST_CELL {
        text.to_owned()
    } else {
        text.chars().take(LONGEST_CELL / 2).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::export::paper::samples;
    use crate::table::{Column, Label};

    fn read(paper: &Paper) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(write(paper).unwrap())).unwrap()
    }

    #[test]
    fn another_reader_finds_every_cell() {
        let mut paper = samples::paper();
        paper.columns = Column::ALL.to_vec();
        paper.table.rows[0].note = "=1+1".into();
        let mut workbook = read(&paper);
        let names = ["Việc cần làm", "Bốn nhóm", "Nguồn", "Danh mục"];
        assert_eq!(workbook.sheet_names(), names);
        let sheet = workbook.worksheet_range(names[0]).unwrap();
        let rows: Vec<_> = sheet.rows().collect();
        let title = sheet.get_value((1, 0)).unwrap();
        assert_eq!(*title, Data::String("BẢNG PHÂN CÔNG NHIỆM VỤ".into()));
        assert_eq!(*sheet.get_value((2, 0)).unwrap(), Data::String("Họp giao ban, ngày 14/07/2023".into()));
        let first = rows.iter().position(|row| row[0] == Data::String("STT".into())).unwrap();
        let form = paper.form();
        for (index, column) in paper.columns.iter().enumerate() {
            assert_eq!(rows[first][index], Data::String((form.label)(Label::Column(*column)).into()));
            for (task, row) in paper.table.rows.iter().zip(&rows[first + 1..]) {
                match (&row[index], column) {
                    (Data::Float(number), Column::Number) => assert_eq!(*number, f64::from(task.number)),
                    (Data::DateTime(date), Column::Deadline) => {
                        let (year, month, day, ..) = date.to_ymd_hms_milli();
                        let due = task.due().unwrap();
                        let expected =
                            (due.year().unsigned_abs(), due.month().unsigned_abs(), due.day().unsigned_abs());
                        assert_eq!((year, month, day), expected);
                    }
                    (Data::Empty, _) => assert_eq!(task.cell_text(*column, &form), ""),
                    (cell, _) => assert_eq!(*cell, Data::String(task.cell_text(*column, &form))),
                }
            }
        }
        assert!(workbook.worksheet_formula(names[0]).unwrap().is_empty(), "nothing runs as a formula");
        assert_eq!(workbook.worksheet_range(names[1]).unwrap().height(), 1 + paper.minutes.items.len());
        let sources = workbook.worksheet_range(names[2]).unwrap();
        assert_eq!(*sources.get_value((1, 2)).unwrap(), Data::String("Rà soát danh mục".into()));
        assert_eq!(*sources.get_value((1, 3)).unwrap(), Data::String("trong tháng 7".into()));
    }

    #[test]
    fn an_empty_table_of_one_column_is_written_too() {
        let mut paper = samples::paper();
        paper.table.rows.clear();
        paper.columns = vec![Column::Status];
        assert_eq!(read(&paper).sheet_names().len(), 4);
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        let paper = samples::paper();
        assert!(write(&paper).unwrap() == write(&paper).unwrap());
    }
}
