//! The whole work on one meeting, and its form as a file and in the browser's storage; `docs/work.md` describes it.

use std::fmt;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;

use super::corrections::Corrections;
use super::shared::Shared;

/// By this a work file is told from other JSON.
const FORMAT: &str = "bienban-work";
/// The newest form; an older one is read too.
const VERSION: u32 = 1;
/// Letters of a title made of the text.
const TITLE: usize = 80;

/// All that the user brought in and decided about one meeting; everything else follows from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// The minutes.
    pub text: Rc<str>,
    /// The meeting's date where the user gave it.
    pub date: Option<Date>,
    /// What the user corrected.
    pub corrections: Shared<Corrections>,
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
    #[serde(flatten)]
    head: Head,
    text: String,
    #[serde(default)]
    date: Option<Date>,
    #[serde(default)]
    corrections: Corrections,
}

#[derive(Serialize, Deserialize)]
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
            head: Head { format: FORMAT.into(), version: VERSION },
            text: self.text.to_string(),
            date: self.date,
            corrections: (*self.corrections).clone(),
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
                Ok(Self { text: file.text.into(), date: file.date, corrections: file.corrections.into() })
            }
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The first line that says something, cut where it is long.
    pub fn title(&self) -> String {
        let line = self.text.lines().map(str::trim).find(|line| line.chars().any(char::is_alphanumeric));
        line.unwrap_or_default().chars().take(TITLE).collect()
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
    fn the_title_is_the_first_line_with_words() {
        let titled = |text: &str| Work { text: text.into(), ..Work::default() }.title();
        assert_eq!(titled("\n  ---\n  BIÊN BẢN HỌP \nNgày"), "BIÊN BẢN HỌP");
        assert_eq!(titled(&"ế".repeat(500)).chars().count(), TITLE);
        assert_eq!(titled(" "), "");
    }
}
