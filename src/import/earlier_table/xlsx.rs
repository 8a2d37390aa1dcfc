//! The table as a workbook: the sheet of tasks, its title block, and what the sheet of sources adds.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, DataType, Reader, Xlsx};

use super::MOST_ROWS;
use super::heads::{Heads, unmarked};
use crate::analysis::model::{Date, Lang, Origin};
use crate::day;
use crate::i18n;
use crate::import::archive::Archive;
use crate::import::{ImportError, Kind};
use crate::table::Table;

/// The part by which a workbook is told.
pub const BODY: &str = "xl/workbook.xml";

/// A table with its headings stands no lower.
const LOWEST_HEAD: usize = 40;
/// No table is wider.
const MOST_COLUMNS: u32 = 100;
/// Parts of a workbook that holds one table are no larger, in bytes.
const LARGEST_PART: u64 = 32 << 20;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the workbook that `bytes`, opened as `archive`, are.
pub fn read(bytes: &[u8], archive: &mut Archive, today: Date) -> Result<Table, ImportError> {
    archive.check(LARGEST_PART)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged(Kind::Zip))?;
    let names = book.sheet_names();
    let mut table = None;
    for name in &names {
        let rows = rows(&mut book, name)?;
        let heads = rows.iter().take(LOWEST_HEAD).enumerate().find_map(|(at, cells)| Some((at, Heads::of(cells)?)));
        if let Some((at, heads)) = heads {
            let (above, below) = rows.split_at(at);
            let filled = below.iter().skip(1).filter(|cells| cells.iter().any(|cell| !cell.is_empty()));
            let tasks = (1..).zip(filled).map(|(number, cells)| heads.row(number, cells, today)).collect();
            let (title, date) = meeting(above);
            table = Some(Table { title, date, rows: tasks });
            break;
        }
    }
    let mut table = table.ok_or(ImportError::NoTable)?;
    let sources = LANG.iter().map(|lang| i18n::say(*lang, "paper.sheet-sources"));
    if let Some(name) = sources.into_iter().find(|sheet| names.iter().any(|name| name == sheet)) {
        add_sources(&mut table, &rows(&mut book, name)?);
    }
    Ok(table)
}

const LANG: [Lang; 2] = [Lang::Vi, Lang::En];

/// The cells of a sheet, row by row, as text.
fn rows(book: &mut Book, name: &str) -> Result<Vec<Vec<String>>, ImportError> {
    let damaged = |_| ImportError::Damaged(Kind::Zip);
    // Cell by cell, since a sheet as a whole is as large as its farthest cell claims.
    let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows = BTreeMap::<u32, Vec<String>>::new();
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if column >= MOST_COLUMNS || text.is_empty() {
            continue;
        }
        let cells = rows.entry(row).or_default();
        let column = column as usize;
        cells.resize(cells.len().max(column + 1), String::new());
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        if rows.len() > MOST_ROWS {
            return Err(ImportError::TooLarge);
        }
    }
    Ok(rows.into_values().collect())
}

fn text(value: &DataRef) -> String {
    match value {
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let date = i16::try_from(year).ok().zip(i8::try_from(month).ok()).zip(i8::try_from(day).ok());
            let date = date.and_then(|((year, month), day)| Date::new(year, month, day).ok());
            date.map_or_else(String::new, |date| date.to_string())
        }
        value => Data::from(value.clone()).as_string().unwrap_or_default(),
    }
}

/// Title and date of the meeting, from the last line above the headings: "Họp giao ban, ngày 14/07/2023".
fn meeting(above: &[Vec<String>]) -> (Option<String>, Option<Date>) {
    let mut lines = above.iter().flatten().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let Some(line) = lines.next_back().filter(|line| !LANG.iter().any(|lang| i18n::say(*lang, "paper.tasks") == *line))
    else {
        return (None, None);
    };
    let day = |words: &str| {
        let before = i18n::say(Lang::Vi, "paper.of-day").split('{').next().unwrap_or_default();
        day::read(words.strip_prefix(before).unwrap_or(words))
    };
    if let Some(date) = day(line) {
        return (None, Some(date));
    }
    match line.rsplit_once(", ").and_then(|(title, words)| Some((title, day(words)?))) {
        Some((title, date)) => (Some(title.to_owned()), Some(date)),
        None => (Some(line.to_owned()), None),
    }
}

/// Adds place, words and deadline of the text, a row a task: number, line, words, deadline.
fn add_sources(table: &mut Table, sources: &[Vec<String>]) {
    let places: BTreeMap<u32, &Vec<String>> =
        sources.iter().filter_map(|cells| Some((cells.first()?.parse().ok()?, cells))).collect();
    for row in &mut table.rows {
        let Some([_, line, sentence, rest @ ..]) = places.get(&row.number).map(|cells| cells.as_slice()) else {
            continue;
        };
        row.line = line.parse().unwrap_or_default();
        row.sentence.clone_from(sentence);
        let (words, origin) = unmarked(rest.first().map(String::as_str).unwrap_or_default());
        if let Some(deadline) = row.deadline.as_mut().filter(|deadline| deadline.date.is_some() && !words.is_empty()) {
            words.clone_into(&mut deadline.text);
            if origin == Origin::Inferred {
                deadline.origin = origin;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::paper::samples;
    use crate::export::xlsx::write;
    use crate::status::Progress;
    use crate::table::Column;
    use crate::table::record::TableRecord;

    const TODAY: Date = Date::constant(2023, 8, 1);

    fn opened(bytes: &[u8]) -> Result<Table, ImportError> {
        read(bytes, &mut Archive::open(bytes)?, TODAY)
    }

    #[test]
    fn a_workbook_comes_back_with_all_that_it_holds() {
        for lang in [Lang::Vi, Lang::En] {
            let mut paper = samples::paper();
            (paper.lang, paper.columns) = (lang, Column::ALL.to_vec());
            paper.columns.reverse();
            paper.table.rows[0].progress = Progress::Done(Date::constant(2023, 8, 2));
            paper.table.rows[0].deadline.as_mut().unwrap().origin = Origin::Inferred;
            paper.table.rows[0].note = "=1+1".into();
            paper.table.rows[2].progress = Progress::InProgress;
            let mut back = opened(&write(&paper).unwrap()).unwrap();
            // The workbook numbers tasks, not items, and its cells are one line.
            for (row, before) in back.rows.iter_mut().zip(&paper.table.rows) {
                row.item = before.item;
            }
            paper.table.rows[0].support[1].text = "UBND xã".into();
            assert_eq!(TableRecord::of(&back), TableRecord::of(&paper.table));
        }
    }

    #[test]
    fn the_customary_columns_come_back_with_their_sources() {
        let paper = samples::paper();
        let table = opened(&write(&paper).unwrap()).unwrap();
        assert_eq!((table.title.as_deref(), table.date), (Some("Họp giao ban"), Some(Date::constant(2023, 7, 14))));
        assert_eq!((table.rows[0].line, table.rows[0].sentence.as_str()), (4, "Rà soát danh mục"));
    }

    #[test]
    fn a_workbook_without_such_a_table_says_so() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_string(0, 0, "Tên").unwrap();
        assert_eq!(opened(&book.save_to_buffer().unwrap()), Err(ImportError::NoTable));
    }

    /// A cell in the farthest corner does not make the table as large as the sheet.
    #[test]
    fn the_farthest_cell_costs_nothing() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_string(0, 0, "Nội dung nhiệm vụ").unwrap().write_string(0, 1, "Ghi chú").unwrap();
        sheet.write_string(1, 0, "Sửa đường").unwrap().write_string(1_048_575, 16_383, "xa").unwrap();
        let table = opened(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(table.rows.len(), 1);
    }
}
