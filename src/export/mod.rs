//! One writer for each format: the table, or the whole analysis, to bytes.

pub mod csv;
pub mod docx;
pub(crate) mod formulas;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod paper;
pub mod web_page;
pub mod xlsx;

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The table as a workbook in the form of Vietnamese offices.
    Xlsx,
    /// The table as an annex for Word.
    Annex,
    /// The whole analysis for Word.
    Report,
    /// The dated tasks for a calendar.
    Calendar,
    /// The table for a spreadsheet.
    Csv,
    /// The table for a text with light markup.
    Markdown,
    /// The whole analysis for other programs.
    Json,
    /// The whole analysis as a page for browsers.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 8] =
        [Self::Xlsx, Self::Annex, Self::Report, Self::Calendar, Self::Csv, Self::Markdown, Self::Json, Self::Html];

    /// The ending of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Annex | Self::Report => "docx",
            Self::Calendar => "ics",
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// The media type for a download.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Annex | Self::Report => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Csv => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Json => "application/json",
            Self::Html => "text/html;charset=utf-8",
        }
    }

    const fn content(self) -> &'static str {
        match self {
            Self::Xlsx | Self::Csv | Self::Markdown => "viec-can-lam",
            Self::Annex => "phan-cong-nhiem-vu",
            Self::Report | Self::Json | Self::Html => "phan-tich",
            Self::Calendar => "lich",
        }
    }

    /// A file name that tells the meeting's date and the content: `bien-ban-2023-07-14-viec-can-lam.csv`.
    pub fn file_name(self, date: Option<Date>) -> String {
        let date = date.map(|date| format!("-{date}")).unwrap_or_default();
        format!("bien-ban{date}-{}.{}", self.content(), self.extension())
    }
}

/// The date that a name of [`Format::file_name`] tells.
pub fn date_in_name(name: &str) -> Option<Date> {
    const LENGTH: usize = "2023-07-14".len();
    (0..name.len()).find_map(|start| name.get(start..start + LENGTH)?.parse().ok())
}

/// Writes `paper` in any format.
///
/// # Errors
/// [`ExportError`] where the format's writer refuses.
pub fn write(format: Format, paper: &paper::Paper) -> Result<Vec<u8>, ExportError> {
    match format {
        Format::Xlsx => xlsx::write(paper),
        Format::Annex => docx::write_annex(paper),
        Format::Report => docx::write_report(paper),
        Format::Calendar => Ok(ics::write(paper)),
        Format::Csv => csv::write(&paper.table, &paper.form(), paper.separator),
        Format::Markdown => Ok(markdown::write(&paper.table, &paper.form()).into_bytes()),
        Format::Json => Ok(json::write(&paper.minutes, &paper.text, &paper.table)?.into_bytes()),
        Format::Html => Ok(web_page::write(paper).into_bytes()),
    }
}

/// Why a format could not be written.
#[derive(Debug)]
pub enum ExportError {
    /// The CSV writer refused.
    Csv(::csv::Error),
    /// The JSON writer refused.
    Json(serde_json::Error),
    /// The writer of workbooks refused.
    Xlsx(rust_xlsxwriter::XlsxError),
    /// The writer of archives refused.
    Zip(zip::result::ZipError),
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Csv(error) => error.fmt(formatter),
            Self::Json(error) => error.fmt(formatter),
            Self::Xlsx(error) => error.fmt(formatter),
            Self::Zip(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<::csv::Error> for ExportError {
    fn from(error: ::csv::Error) -> Self {
        Self::Csv(error)
    }
}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Xlsx(error)
    }
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Zip(error)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_file_name_tells_the_meeting() {
        assert_eq!(Format::Csv.file_name(Some(date(2023, 7, 14))), "bien-ban-2023-07-14-viec-can-lam.csv");
        assert_eq!(Format::Markdown.file_name(None), "bien-ban-viec-can-lam.md");
        let day = date(2023, 7, 14);
        assert_eq!(date_in_name(&Format::Csv.file_name(Some(day))), Some(day));
        assert_eq!(date_in_name("việc-2023-13-14.csv"), None);
    }
}
