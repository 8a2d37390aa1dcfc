//! The meeting's date, read from the head of the document, and what the document tells of its year.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::calendar::{Calendar, Time};
use super::core::{self, Core, Form};
use super::expressions::{Lead, preposition};
use super::numeric;
use super::role::is_of_document;
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::{Lang, Span};
use crate::analysis::words::{Kind, Word};

/// What is known of the time of a document: the meeting's date (`given`, or read from the text) and the rest.
pub fn calendar(words: &[Word], text: &str, lang: Lang, given: Option<Date>) -> Calendar {
    let scan = Scan::new(words, text, lang);
    let bare = bare(&scan);
    let meeting = given.or_else(|| meeting(&scan, &bare).map(|found| found.0));
    Calendar { meeting, latest: latest(&scan, &bare), ..bare }
}

/// The date of the meeting and where it stands (bytes of the normal text), from the head of the document: after a label
/// ("Ngày họp:", "Date:"), in a title line, or at the start of a report ("Sáng 14/7, …").
pub fn meeting_date(words: &[Word], text: &str, lang: Lang) -> Option<(Date, Span)> {
    let scan = Scan::new(words, text, lang);
    meeting(&scan, &bare(&scan))
}

/// The calendar of a text of which nothing is known but the order of day and month.
fn bare(scan: &Scan) -> Calendar {
    let day_first = scan.lang == Lang::Vi || numeric::writes_day_first(scan).unwrap_or(false);
    Calendar { meeting: None, latest: None, day_first }
}

/// The latest month with its year in the text, unless a later year is spoken of.
fn latest(scan: &Scan, bare: &Calendar) -> Option<Date> {
    let (mut month, mut year) = (None, None);
    for index in 0..scan.words.len() {
        year = year.max(scan.year(index));
        if let Some(core) = core::read(scan, bare, index) {
            if matches!(core.time, Time::Day { year: Some(_), .. } | Time::Month { year: Some(_), .. }) {
                month = month.max(bare.resolve(core.time).date());
            }
        }
    }
    month.filter(|date| year.is_none_or(|year| year <= date.year()))
}

/// How many words the head of a document may have.
const HEAD_WORDS: usize = 500;
/// How many words may stand before the date in the first sentences of a report.
const OPENING_WORDS: usize = 160;
/// The most letters-words beside the date in a title line.
const TITLE_WORDS: usize = 8;

fn meeting(scan: &Scan, bare: &Calendar) -> Option<(Date, Span)> {
    let year = document_year(scan);
    let mut opening = None;
    let mut index = 0;
    while index < scan.words.len().min(HEAD_WORDS) {
        let Some(core) = core::read(scan, bare, index).filter(|core| matches!(core.form, Form::Day | Form::Digits)) else {
            index += 1;
            continue;
        };
        let found = dated(scan, bare, core, index, year);
        if let Some(found) = found.filter(|_| !is_of_document(scan, index) && !is_due(scan, index)) {
            if is_labelled(scan, index, core.next) && has_year(core) {
                return Some(found);
            }
            if opening.is_none() && index < OPENING_WORDS && opens_report(scan, index) {
                opening = Some(found);
            }
        }
        index = core.next.max(index + 1);
    }
    opening
}

const fn has_year(core: Core) -> bool {
    matches!(core.time, Time::Day { year: Some(_), month: Some(_), .. })
}

fn dated(scan: &Scan, bare: &Calendar, core: Core, index: usize, year: Option<i16>) -> Option<(Date, Span)> {
    let time = match core.time {
        Time::Day { year: None, month: Some(month), day } => Time::Day { year, month: Some(month), day },
        time => time,
    };
    let date = bare.resolve(time).date()?;
    let start = scan.words.get(index)?.start as usize;
    let end = scan.words.get(core.next.checked_sub(1)?)?.end as usize;
    Some((date, Span::new(start, end)))
}

/// Whether a preposition before the date makes it something else than the day of the meeting.
fn is_due(scan: &Scan, index: usize) -> bool {
    (index.saturating_sub(3)..index).any(|at| {
        let (lead, next) = preposition(scan, at);
        next >= index && !matches!(lead, Lead::None | Lead::At | Lead::Within | Lead::For)
    })
}

/// Whether the date stands in a short line, alone or after a label.
fn is_labelled(scan: &Scan, start: usize, end: usize) -> bool {
    let breaks = |index: &usize| scan.kind(*index) == Some(Kind::Break);
    let line = (0..start).rev().find(breaks).map_or(0, |at| at + 1);
    let line_end = (end..scan.words.len()).find(breaks).unwrap_or(scan.words.len());
    let letters = |range: std::ops::Range<usize>| range.filter(|at| scan.kind(*at) == Some(Kind::Letters)).count();
    let before = letters(line..start);
    if scan.is(line, &["|"]) || scan.is(start + 1, &["["]) {
        return false;
    }
    let label = (line..start).any(|at| scan.phrase(at, Group::Head).is_some());
    label && before <= TITLE_WORDS || before <= 3 && letters(end..line_end) <= TITLE_WORDS && start < OPENING_WORDS
}

/// "Sáng 14/7, …", "Chiều 22.4", "Ngày 09 tháng 3 năm 2022, tại …", "diễn ra sáng 12-3".
fn opens_report(scan: &Scan, index: usize) -> bool {
    let day = scan.phrase(index, Group::DayPart).is_some() || core::says_today(scan, index);
    day || scan.opens(index) && scan.unit(index, 1).is_some()
}

/// The year that the document speaks of most, if it is the latest one and named more than once.
fn document_year(scan: &Scan) -> Option<i16> {
    let mut years: BTreeMap<i16, u32> = BTreeMap::new();
    let mut index = 0;
    while index < scan.words.len() {
        match core::years(scan, index) {
            Some((year, next)) => {
                let span = next > index + 1 || scan.joined(index) && scan.is(index - 1, &["-", "–"]);
                let number = scan.is(next, &["/"]) && scan.kind(next + 1) == Some(Kind::Letters);
                if !span && !number {
                    *years.entry(year).or_default() += 1;
                }
                index = next;
            }
            None => index += 1,
        }
    }
    let (latest, count) = years.last_key_value()?;
    (*count > 1 && years.values().all(|other| other <= count)).then_some(*latest)
}
