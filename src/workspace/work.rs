//! The whole work on one meeting, and its form as a file and in the browser's storage; `docs/work.md` describes it.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;
use crate::table::Table;
use crate::table::record::TableRecord;

use super::corrections::Corrections;
use super::shared::Shared;

/// By this a work file is told from other JSON.
const FORMAT: &str = "bienban-work";
/// The newest form; an older one is read too.
const VERSION: u32 = 1;
/// Letters of a title made of the text.
const TITLE: usize = 120;

/// All that the user brought in and decided about one meeting; everything else follows from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The minutes.
    pub text: Rc<str>,
    /// The meeting's date where the user gave it.
    pub date: Option<Date>,
    /// What the user corrected.
    pub corrections: Shared<Corrections>,
    /// The action table of an earlier meeting, to be followed up.
    pub earlier: Option<Shared<Table>>,
}

/// Why a work file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkError {
    /// It is no work file.
    Foreign,
    /// A newer version of the page wrote it.
    Newer,
    /// It is a work file, but something in it is not as it should be.
    Damaged,
}

impl fmt::Display for WorkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "no work file",
            Self::Newer => "written by a newer version",
            Self::Damaged => "a damaged work file",
        })
    }
}

impl std::error::Error for WorkError {}

/// The file as it is written and read; a head of any version is read first.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    text: String,
    #[serde(default)]
    date: Option<Date>,
    #[serde(default)]
    corrections: Corrections,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    earlier: Option<TableRecord>,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

impl Work {
    /// The work as a file.
    ///
    /// # Errors
    /// Where a value has no form in JSON; none has.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(&File {
            format: FORMAT.into(),
            version: VERSION,
            text: self.text.to_string(),
            date: self.date,
            corrections: (*self.corrections).clone(),
            earlier: self.earlier.as_deref().map(TableRecord::of),
        })
    }

    /// Reads a work file.
    ///
    /// # Errors
    /// Where `file` is none, or cannot be understood.
    pub fn read(file: &str) -> Result<Self, WorkError> {
        let head: Head = serde_json::from_str(file).map_err(|_| WorkError::Foreign)?;
        match head {
            Head { format, .. } if format != FORMAT => Err(WorkError::Foreign),
            Head { version, .. } if version > VERSION => Err(WorkError::Newer),
            _ => {
                let file: File = serde_json::from_str(file).map_err(|_| WorkError::Damaged)?;
                let earlier = file.earlier.map(|record| record.table().into());
                Ok(Self { text: file.text.into(), date: file.date, corrections: file.corrections.into(), earlier })
            }
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.earlier.is_none()
    }

    /// The first lines that say something, one after the other, cut where they get long; the title of the earlier table
    /// where there are none.
    pub fn title(&self) -> String {
        if self.text.trim().is_empty() {
            return self.earlier.as_ref().and_then(|table| table.title.clone()).unwrap_or_default();
        }
        let lines = self.text.lines().map(str::trim).filter(|line| line.chars().any(char::is_alphanumeric));
        let mut title = String::new();
        for word in lines.flat_map(|line| [" · "].into_iter().chain(line.split_inclusive(' '))).skip(1) {
            if title.chars().count() + word.trim_end().chars().count() > TITLE {
                return format!("{}…", title.trim_end_matches([' ', '·']));
            }
            title.push_str(word);
        }
        title
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::analysis::model::{Category, Lang, Options, Span};
    use crate::status::Progress;
    use crate::workspace::{Action, Change, State, Theme};

    const TEXT: &str = "KẾT LUẬN\nChủ tịch huyện chỉ đạo:\n- Giao phòng Nội vụ rà soát biên chế trước ngày 30/8/2025.";

    fn work() -> Work {
        let today = Date::constant(2025, 8, 1);
        let minutes = Box::new(analyze(TEXT, &Options::default()));
        let item = minutes.items.last().expect("an item").id;
        let actions = [
            Action::Replace(TEXT.into()),
            Action::Analysed(1, minutes),
            Action::Correct(item, Change::Category(Category::Recommendation)),
            Action::Correct(item, Change::Lead("Phòng \"Tài chính\"".into())),
            Action::Correct(item, Change::Progress(Progress::Done(Date::constant(2025, 8, 29)))),
            Action::Draw(Span::new(0, "KẾT LUẬN".len()), Category::Achievement),
            Action::SetDate(Some(today)),
        ];
        actions.into_iter().fold(State::new(Lang::Vi, Theme::System, today), State::apply).work()
    }

    #[test]
    fn a_work_survives_its_file() {
        let work = work();
        let again = Work::read(&work.write().unwrap()).unwrap();
        assert_eq!((&again.text, again.date), (&work.text, work.date));
        assert_eq!(*again.corrections, *work.corrections);
        assert_eq!(again.write().unwrap(), work.write().unwrap());
    }

    #[test]
    fn the_smallest_file_is_a_text() {
        let work = Work::read(r#"{"format": "bienban-work", "version": 1, "text": "Giao Sở Y tế."}"#).unwrap();
        assert_eq!((&*work.text, work.date, work.corrections.is_empty()), ("Giao Sở Y tế.", None, true));
    }

    #[test]
    fn what_is_no_work_file_is_told_apart() {
        let read = |file: &str| Work::read(file).unwrap_err();
        assert_eq!(read("Giao Sở Y tế."), WorkError::Foreign);
        assert_eq!(read(r#"{"items": []}"#), WorkError::Foreign);
        assert_eq!(read(r#"{"format": "other", "version": 1}"#), WorkError::Foreign);
        assert_eq!(read(r#"{"format": "bienban-work", "version": 2, "pages": []}"#), WorkError::Newer);
        assert_eq!(read(r#"{"format": "bienban-work", "version": 1}"#), WorkError::Damaged);
    }

    #[test]
    fn the_title_is_made_of_the_first_lines() {
        let titled = |text: &str| Work { text: text.into(), ..Work::default() }.title();
        assert_eq!(titled("\n  ---\n  BIÊN BẢN HỌP \nngày 3 tháng 10"), "BIÊN BẢN HỌP · ngày 3 tháng 10");
        assert_eq!(titled(&"UBND HUYỆN\nVăn phòng\n".repeat(9)).chars().next_back(), Some('…'));
        assert!(titled(&"UBND HUYỆN\nVăn phòng\n".repeat(9)).chars().count() <= TITLE + 1);
        assert_eq!(titled(" "), "");
    }
}
