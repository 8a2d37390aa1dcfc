//! The meeting's date, read from the head of the document, and what the document tells of its year.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::calendar::{Calendar, Time};
use super::core::{self, Core, Form};
use super::expressions::{Lead, Leads};
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
        if let Some(core) = core::read(scan, bare, index)
            && core.year().is_some()
        {
            month = month.max(bare.resolve(core.time).date());
        }
    }
    month.filter(|date| year.is_none_or(|year| year <= date.year()))
}

/// How many words the head of a document may have.
const HEAD_WORDS: usize = 500;
/// How many words may stand before the date in the first sentences of a report.
const OPENING_WORDS: usize = 160;
/// How long after the latest deadline a meeting may still be.
const SETTLING_DAYS: i32 = 90;
/// The most words in the name of a place before a date.
const PLACE_WORDS: usize = 4;
/// The most words on either side of a date in a short line.
const LINE_WORDS: usize = 60;
/// The most words beside the date in a title line.
const TITLE_WORDS: usize = 8;

fn meeting(scan: &Scan, bare: &Calendar) -> Option<(Date, Span)> {
    let known = Known { year: document_year(scan, bare), latest_due: latest_due(scan, bare) };
    let mut opening = None;
    let mut index = 0;
    while index < scan.words.len().min(HEAD_WORDS) {
        let Some(core) = core::read(scan, bare, index).filter(|core| matches!(core.form, Form::Day | Form::Digits))
        else {
            index += 1;
            continue;
        };
        let found = dated(scan, bare, core, index, known);
        if let Some(found) = found.filter(|_| !is_of_document(scan, index) && !is_due(scan, index)) {
            if (core.year().is_some() || core.form == Form::Day && index < TITLE_WORDS)
                && is_labelled(scan, index, core.next)
            {
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

/// What the rest of the document tells of the year of a date without one.
#[derive(Clone, Copy)]
struct Known {
    year: Option<i16>,
    /// The latest deadline that names its year: the meeting was not long after it.
    latest_due: Option<Date>,
}

fn dated(scan: &Scan, bare: &Calendar, core: Core, index: usize, known: Known) -> Option<(Date, Span)> {
    let date = match core.time {
        Time::Day { year: None, month: Some(month), day } => {
            let in_year = |year| Date::new(year, month, day).ok();
            let date = in_year(known.year?)?;
            let overdue = |due: Date| due.checked_add(SETTLING_DAYS.days()).is_ok_and(|last| last < date);
            if known.latest_due.is_some_and(overdue) { in_year(known.year? - 1)? } else { date }
        }
        time => bare.resolve(time).date()?,
    };
    let start = scan.words.get(index)?.start as usize;
    let end = scan.words.get(core.next.checked_sub(1)?)?.end as usize;
    Some((date, Span::new(start, end)))
}

fn latest_due(scan: &Scan, bare: &Calendar) -> Option<Date> {
    (0..scan.words.len())
        .filter_map(|index| {
            let leads = Leads::read(scan, index);
            let core = matches!(leads.lead, Lead::Due | Lead::Until).then(|| core::read(scan, bare, leads.next))??;
            bare.resolve(core.time).date().filter(|_| core.year().is_some())
        })
        .max()
}

/// Whether a preposition before the date makes it something else than the day of the meeting.
fn is_due(scan: &Scan, index: usize) -> bool {
    (index.saturating_sub(8)..index).any(|at| {
        let leads = Leads::read(scan, at);
        leads.next >= index && !matches!(leads.lead, Lead::None | Lead::At | Lead::Within | Lead::For)
    })
}

/// Whether the date stands in a short line, alone or after a label, or after the place where a report was written.
fn is_labelled(scan: &Scan, start: usize, end: usize) -> bool {
    let breaks = |index: &usize| scan.kind(*index).is_none_or(|kind| kind == Kind::Break);
    let line = (start.saturating_sub(LINE_WORDS)..start).rev().find(breaks).map_or(0, |at| at + 1);
    let Some(line_end) = (end..=end + LINE_WORDS).find(breaks) else { return false };
    if start - line > LINE_WORDS {
        return false;
    }
    let letters = |range: Range<usize>| range.filter(|at| scan.kind(*at) == Some(Kind::Letters)).count();
    let told =
        |group| (line..line_end).any(|at| scan.phrase(at, group).is_some_and(|hit| hit.next <= start || at >= end));
    let next = |at: usize| scan.phrase(at, Group::Which).is_some_and(|hit| hit.value == 1);
    if scan.is(line, &["|"]) || told(Group::Past) || (line..start).any(next) {
        return false;
    }
    let (before, after) = (letters(line..start), letters(end..line_end));
    let place = before <= PLACE_WORDS;
    told(Group::Head) && before <= TITLE_WORDS
        || place && after <= TITLE_WORDS && start < OPENING_WORDS
        || place && before > 0 && after == 0 && scan.lang == Lang::Vi && scan.is(start - 1, &[","])
        || place && before > 0 && start < OPENING_WORDS && scan.is(scan.pass(end), &["-", "–", "—"])
}

/// "Sáng 14/7, …", "Chiều 22.4", "Ngày 09 tháng 3 năm 2022, tại …", "diễn ra sáng 12-3".
fn opens_report(scan: &Scan, index: usize) -> bool {
    let day = scan.phrase(index, Group::DayPart).is_some() || core::says_today(scan, index);
    day || scan.opens(index) && scan.unit(index, 1).is_some()
}

/// The year that the document speaks of most: named more than once, once with its month, and hardly any later year.
fn document_year(scan: &Scan, bare: &Calendar) -> Option<i16> {
    let mut years: BTreeMap<i16, u32> = BTreeMap::new();
    let mut dated = BTreeSet::new();
    let mut index = 0;
    while index < scan.words.len() {
        dated.extend(core::read(scan, bare, index).and_then(Core::year));
        match core::years(scan, index) {
            Some((year, next)) => {
                let span =
                    next > index + 1 || scan.joined(index) && scan.is(index - 1, &["-", "–"]) && !dated.contains(&year);
                let number = scan.is(next, &["/"]) && scan.kind(next + 1) == Some(Kind::Letters);
                if !span && !number {
                    *years.entry(year).or_default() += 1;
                }
                index = next;
            }
            None => index += 1,
        }
    }
    let (year, count) = years.iter().max_by_key(|(year, count)| (**count, **year))?;
    let later: u32 = years.range(year + 1..).map(|(_, count)| count).sum();
    (*count > 1 && dated.contains(year) && later * 3 <= *count).then_some(*year)
}
