//! The JSON of one analysis, or of several as the command line writes them.

use serde::Deserialize;

use super::MOST_ROWS;
use crate::export::json::VERSION;
use crate::import::{ImportError, Kind};
use crate::table::Table;
use crate::table::record::TableRecord;

/// What every version has.
#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    One(Head),
    Several(Vec<Entry>),
}

#[derive(Deserialize)]
struct Head {
    version: u32,
    /// Work files have a version too, but no language at this place.
    #[serde(rename = "lang")]
    _lang: String,
}

#[derive(Deserialize)]
struct Entry {
    analysis: Head,
}

/// The entries of several documents with their tables.
#[derive(Deserialize)]
struct Filled {
    analysis: TableRecord,
}

/// The table of `text`; several documents give one table of all their tasks, numbered through.
pub(super) fn read(text: &str) -> Result<Option<Table>, ImportError> {
    let Ok(file) = serde_json::from_str::<File>(text) else { return Ok(None) };
    let versions = match &file {
        File::One(head) => vec![head.version],
        File::Several(entries) => entries.iter().map(|entry| entry.analysis.version).collect(),
    };
    if versions.iter().any(|version| *version > VERSION) {
        return Err(ImportError::Newer);
    }
    let records = match file {
        File::One(_) => serde_json::from_str(text).map(|record| vec![record]),
        File::Several(_) => serde_json::from_str(text)
            .map(|entries: Vec<Filled>| entries.into_iter().map(|entry| entry.analysis).collect::<Vec<TableRecord>>()),
    };
    let mut tables = records.map_err(|_| ImportError::Damaged(Kind::Other))?.into_iter().map(TableRecord::table);
    let Some(mut table) = tables.next() else { return Ok(None) };
    for other in tables {
        (table.title, table.date) = (None, None);
        table.rows.extend(other.rows);
        for (number, row) in (1..).zip(&mut table.rows) {
            row.number = number;
        }
    }
    if table.rows.len() > MOST_ROWS { Err(ImportError::TooLarge) } else { Ok(Some(table)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::json;
    use crate::table::samples;

    fn exported(table: &Table) -> String {
        json::write(&samples::minutes(), samples::TEXT, table).unwrap()
    }

    #[test]
    fn an_analysis_comes_back_as_its_table() {
        let mut table = samples::table();
        table.rows[2].note = "=đã họp".into();
        let mut back = read(&exported(&table)).unwrap().unwrap();
        for (row, before) in back.rows.iter_mut().zip(&table.rows) {
            row.span = before.span;
        }
        assert_eq!(back, table);
    }

    #[test]
    fn several_documents_give_one_table() {
        let one = exported(&samples::table());
        let table = read(&format!(r#"[{{"file": "a", "analysis": {one}}}, {{"file": "b", "analysis": {one}}}]"#));
        let table = table.unwrap().unwrap();
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
        assert_eq!(table.title, None);
    }

    #[test]
    fn other_json_is_no_table_and_a_newer_one_says_so() {
        for other in ["{}", "[]", "{\"version\": 1}", r#"{"format": "bienban-work", "version": 1, "text": ""}"#, "{"] {
            assert_eq!(read(other), Ok(None), "{other}");
        }
        assert_eq!(read(r#"{"version": 2, "lang": "vi"}"#), Err(ImportError::Newer));
        assert_eq!(read(r#"{"version": 1, "lang": "vi"}"#), Err(ImportError::Damaged(Kind::Other)));
    }
}
