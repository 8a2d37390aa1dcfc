//! The table as comma-separated values, whatever separates them.

use super::MOST_ROWS;
use super::heads::Heads;
use crate::analysis::model::Date;
use crate::export::formulas::restored;
use crate::import::ImportError;
use crate::table::Table;

/// The table of `text`; none where its first line does not name the columns of one.
pub(super) fn read(text: &str, today: Date) -> Result<Option<Table>, ImportError> {
    let first = text.lines().next().unwrap_or_default();
    let separated = [b',', b';', b'\t'].into_iter().find_map(|separator| {
        let mut records = records(first, separator);
        Some((separator, Heads::of(&records.next()?.ok()?)?))
    });
    let Some((separator, heads)) = separated else { return Ok(None) };
    let mut table = Table::default();
    for (number, cells) in (1..).zip(records(text, separator).skip(1)) {
        table.rows.push(heads.row(number, &cells?, today));
        if table.rows.len() > MOST_ROWS {
            return Err(ImportError::TooLarge);
        }
    }
    Ok(Some(table))
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = Result<Vec<String>, ImportError>> {
    let reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.into_records().map(|record| {
        // Text in memory is UTF-8, and lines of any length are taken.
        let record = record.map_err(|_| ImportError::Damaged(crate::import::Kind::Other))?;
        Ok(record.iter().map(|cell| restored(cell).to_owned()).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::Lang;
    use crate::export;
    use crate::export::paper::samples;
    use crate::status::Progress;
    use crate::table::{Column, Form};

    const TODAY: Date = Date::constant(2023, 8, 1);

    /// Every cell of the exported table, as the table says it and as the table that came back does.
    #[test]
    fn every_cell_comes_back() {
        for lang in [Lang::Vi, Lang::En] {
            let mut paper = samples::paper();
            (paper.lang, paper.columns) = (lang, Column::ALL.to_vec());
            paper.table.rows[0].progress = Progress::Done(Date::constant(2023, 8, 2));
            paper.table.rows[0].note = "'=1, \"hai\";\nba".into();
            paper.table.rows[1].progress = Progress::Paused;
            paper.table.rows[1].task = "Sửa, trải nhựa đường".into();
            paper.table.rows[2].progress = Progress::InProgress;
            for separator in export::csv::Separator::ALL {
                let bytes = export::csv::write(&paper.table, &paper.form(), separator).unwrap();
                let text = String::from_utf8(bytes).unwrap();
                assert!(super::super::is_likely(&text));
                let back = super::super::of_text(&text, TODAY).unwrap().expect("a table");
                assert_eq!(back.rows.len(), paper.table.rows.len());
                let form = paper.form();
                let cells = |table: &Table, form: &Form| -> Vec<Vec<String>> {
                    table
                        .rows
                        .iter()
                        .map(|row| Column::ALL.map(|column| row.cell_text(column, form)).to_vec())
                        .collect()
                };
                assert_eq!(cells(&back, &form), cells(&paper.table, &form));
                let progress = |table: &Table| table.rows.iter().map(|row| row.progress).collect::<Vec<_>>();
                assert_eq!(progress(&back), progress(&paper.table));
                assert_eq!(back.rows[1].sentence, "Sửa đường");
            }
        }
    }

    #[test]
    fn what_people_wrote_into_the_file_is_kept() {
        let file = "STT;Nội dung nhiệm vụ;Thời hạn;Tình trạng;Kinh phí\r\n\
            7;Sửa đường;31/7/2023;Hoàn thành quá hạn;5 tỷ\r\n8;Xây cầu;;chờ vốn;\r\n9;Báo cáo;;Hoàn thành;\r\n";
        let table = read(file, TODAY).unwrap().expect("a table");
        let row = |at: usize| (table.rows[at].number, table.rows[at].progress, table.rows[at].note.as_str());
        assert_eq!(row(0), (7, Progress::Done(Date::constant(2023, 8, 1)), "Kinh phí: 5 tỷ"));
        assert_eq!(row(1), (8, Progress::NotStarted, "chờ vốn"));
        assert_eq!(row(2), (9, Progress::Done(TODAY), ""));
    }

    #[test]
    fn other_text_is_no_table() {
        for text in ["", "BIÊN BẢN HỌP\nSTT, việc", "STT,Tên\n1,Lê Văn A", "\"Nội dung nhiệm vụ"] {
            assert_eq!(read(text, TODAY), Ok(None), "{text}");
        }
    }
}
