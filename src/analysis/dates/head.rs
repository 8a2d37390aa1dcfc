//! The meeting's date, read from the head of the document, and what the document tells of its year.

use jiff::civil::Date;

use super::calendar::{Calendar, Time};
use super::core::{self, Form};
use super::numeric;
use super::scan::Scan;
use crate::analysis::model::{Lang, Span};
use crate::analysis::words::Word;

/// What is known of the time of a document: the meeting's date (`given`, or read from the text) and the rest.
pub fn calendar(words: &[Word], text: &str, lang: Lang, given: Option<Date>) -> Calendar {
    let meeting = given.or_else(|| meeting_date(words, text, lang).map(|found| found.0));
    let scan = Scan::new(words, text, lang);
    let day_first = lang == Lang::Vi || numeric::writes_day_first(&scan).unwrap_or(false);
    let bare = Calendar { meeting: None, latest: None, day_first };
    Calendar { meeting, latest: latest(&scan, &bare), day_first }
}

/// The latest month with its year in the text, unless a later year is spoken of.
fn latest(scan: &Scan, bare: &Calendar) -> Option<Date> {
    let (mut month, mut year) = (None, None);
    for index in 0..scan.words.len() {
        year = year.max(scan.year(index));
        if let Some(core) = core::read(scan, bare, index).filter(|core| matches!(core.form, Form::Day | Form::Period)) {
            if matches!(core.time, Time::Day { year: Some(_), .. } | Time::Month { year: Some(_), .. }) {
                month = month.max(bare.resolve(core.time).date());
            }
        }
    }
    month.filter(|date| year.is_none_or(|year| year <= date.year()))
}

/// The date of the meeting and where it stands, from the head of the document.
pub fn meeting_date(_words: &[Word], _text: &str, _lang: Lang) -> Option<(Date, Span)> {
    None
}
