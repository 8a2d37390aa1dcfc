//! All that a file for people may show, with the words for it.

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Date, Lang, Minutes, Span};
use crate::export::csv::Separator;
use crate::i18n;
use crate::table::{Column, DateStyle, Form, Label, Table};

/// The analysis of one document as the user left it, and the form in which it is wanted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Paper {
    /// Language of headings and labels.
    pub lang: Lang,
    /// The day on which the state of the tasks is told.
    pub today: Date,
    /// The columns of the action table, in this order.
    pub columns: Vec<Column>,
    /// Whether the annex has the name of the state and its motto above it, as a document of its own has.
    pub motto: bool,
    /// What parts the cells of comma-separated values.
    pub separator: Separator,
    /// The action table.
    pub table: Table,
    /// The whole analysis.
    pub minutes: Minutes,
    /// The text that was analysed.
    pub text: String,
}

impl Paper {
    /// The words for `key`.
    pub fn say(&self, key: &'static str) -> &'static str {
        i18n::say(self.lang, key)
    }

    /// How the action table is shown.
    pub fn form<'a>(&'a self) -> Form<'a> {
        let label: &'a dyn Fn(Label) -> &'a str = match self.lang {
            Lang::Vi => &|label| i18n::say(Lang::Vi, label.key()),
            Lang::En => &|label| i18n::say(Lang::En, label.key()),
        };
        Form { columns: &self.columns, label, dates: self.date_style(), today: self.today }
    }

    /// How dates are written.
    pub const fn date_style(&self) -> DateStyle {
        match self.lang {
            Lang::Vi => DateStyle::DayMonthYear,
            Lang::En => DateStyle::DayMonthName,
        }
    }

    /// The meeting in one line: its title and date, as far as they are known.
    pub fn meeting(&self) -> String {
        let date = self
            .table
            .date
            .map(|date| i18n::fill(self.lang, "paper.of-day", &[("date", &self.date_style().write(date))]));
        self.table.title.iter().cloned().chain(date).collect::<Vec<_>>().join(", ")
    }

    /// The body that issued the document: its first line, where that stands in capitals above the title.
    pub fn body(&self) -> Option<String> {
        let title = self.minutes.head.title?;
        let head = self.text.get(..title.start)?;
        let line = head.lines().map(str::trim).find(|line| !line.is_empty())?;
        // The name of the state may stand beside it, on the same line.
        let name = line.split("CỘNG H").next()?.trim_matches(['|', ' ', '\t']);
        let is_name = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
        is_name.then(|| name.to_owned())
    }

    /// The items of a group, each in the words of the text on one line.
    pub fn items(&self, category: Category) -> impl Iterator<Item = (Category, String)> {
        let items = self.minutes.items.iter().filter(move |item| item.category == category);
        items.map(|item| (item.category, self.sentence(item.span)))
    }

    /// The words of the text at `span`, on one line.
    pub fn sentence(&self, span: Span) -> String {
        span.of(&self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The sample minutes of the table, on paper.
#[cfg(test)]
pub mod samples {
    use jiff::civil::date;

    use super::*;
    use crate::table::samples;

    /// The sample minutes on paper.
    pub fn paper() -> Paper {
        let mut table = samples::table();
        table.date = Some(date(2023, 7, 14));
        Paper {
            lang: Lang::Vi,
            today: date(2023, 7, 1),
            columns: Column::CUSTOMARY.to_vec(),
            motto: false,
            separator: Separator::Comma,
            table,
            minutes: samples::minutes(),
            text: samples::TEXT.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::Span;

    #[test]
    fn the_meeting_is_named_by_title_and_date() {
        let mut paper = samples::paper();
        assert_eq!(paper.meeting(), "Họp giao ban, ngày 14/07/2023");
        paper.table.title = None;
        assert_eq!(paper.meeting(), "ngày 14/07/2023");
    }

    #[test]
    fn the_body_is_the_line_of_capitals_above_the_title() {
        let mut paper = samples::paper();
        assert_eq!(paper.body(), None);
        let body = Some("UBND HUYỆN HÀ LAM".to_owned());
        let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        for (head, expected) in [
            ("UBND HUYỆN HÀ LAM", body.clone()),
            (&format!("| UBND HUYỆN HÀ LAM | {nation} |"), body.clone()),
            (&format!("UBND HUYỆN HÀ LAM\t{nation}"), body),
            (nation, None),
            ("Huyện Hà Lam", None),
        ] {
            paper.text = format!("{head}\n\nBIÊN BẢN");
            let start = paper.text.find("BIÊN").unwrap();
            paper.minutes.head.title = Some(Span::new(start, paper.text.len()));
            assert_eq!(paper.body(), expected, "{head}");
        }
    }
}
