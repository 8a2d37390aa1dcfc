//! One writer for each format: the table, or the whole analysis, to bytes.

pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;

use crate::analysis::model::Date;

/// A format that can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// The table for a spreadsheet.
    Csv,
    /// The table for a text with light markup.
    Markdown,
    /// The whole analysis for other programs.
    Json,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Markdown, Self::Json];

    /// The ending of a file's name, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The media type for a download.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Json => "application/json",
        }
    }

    /// A file name that tells the document and the meeting's date: `bien-ban-2023-07-14.csv`.
    pub fn file_name(self, date: Option<Date>) -> String {
        let date = date.map(|date| format!("-{date}")).unwrap_or_default();
        format!("bien-ban{date}.{}", self.extension())
    }
}

/// Why a format could not be written.
#[derive(Debug)]
pub enum ExportError {
    /// The CSV writer refused.
    Csv(::csv::Error),
    /// The JSON writer refused.
    Json(serde_json::Error),
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Csv(error) => error.fmt(formatter),
            Self::Json(error) => error.fmt(formatter),
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_file_name_tells_the_meeting() {
        assert_eq!(Format::Csv.file_name(Some(date(2023, 7, 14))), "bien-ban-2023-07-14.csv");
        assert_eq!(Format::Markdown.file_name(None), "bien-ban.md");
    }
}
