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
    // Only a document without a meeting needs another hold for the dates without a year.
    let latest = if meeting.is_none() { latest(&scan, &bare) } else { None };
    Calendar { meeting, latest, ..bare }
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
    let mut known = None;
    let mut best: Option<(Standing, (Date, Span))> = None;
    let mut index = 0;
    while index < scan.words.len().min(HEAD_WORDS) {
        let Some(core) = core::read(scan, bare, index).filter(|core| matches!(core.form, Form::Day | Form::Digits))
        else {
            index += 1;
            continue;
        };
        if core.year().is_none() && known.is_none() {
            known = Some(Known { year: document_year(scan, bare), latest_due: latest_due(scan, bare) });
        }
        let standing = standing(scan, core, index)
            .filter(|standing| best.is_none_or(|best| *standing > best.0))
            .filter(|_| !is_of_document(scan, index) && !is_due(scan, index));
        if let Some(standing) = standing
            && let Some(found) = dated(scan, bare, core, index, known.unwrap_or_default())
        {
            best = Some((standing, found));
        }
        index = core.next.max(index + 1);
    }
    best.map(|best| best.1)
}

/// How a date stands in the head of a document, least telling first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// In the first sentences, without a year or after the word for a gathering.
    Sentence,
    /// In the first line, in a line of its own, after the place of writing, at the start of a line.
    Line,
    /// At the start of a report: "Ngày 09 tháng 3 năm 2022, tại …".
    Opening,
    /// After a label: "Ngày họp:", "Date:".
    Label,
}

fn standing(scan: &Scan, core: Core, start: usize) -> Option<Standing> {
    let end = core.next;
    let full = core.year().is_some();
    let breaks = |index: &usize| scan.kind(*index).is_none_or(|kind| kind == Kind::Break);
    let line = (start.saturating_sub(LINE_WORDS)..start).rev().find(breaks).map_or(0, |at| at + 1);
    let line_end = (end..end + LINE_WORDS).find(breaks).unwrap_or(end + LINE_WORDS);
    let letters = |range: Range<usize>| range.filter(|at| scan.kind(*at) == Some(Kind::Letters)).count();
    let (before, after) = (letters(line..start), letters(end..line_end));
    let told = |range: Range<usize>, group| range.clone().any(|at| scan.phrase(at, group).is_some());
    let next = |at: usize| scan.phrase(at, Group::Which).is_some_and(|hit| hit.value == 1);
    if scan.is(line, &["|"])
        || told(line..start, Group::Earlier)
        || told(end..line_end, Group::Earlier)
        || (line..start).any(next)
    {
        return None;
    }
    let says_day = scan.unit(start, 1).is_some() || scan.phrase(start, Group::DayPart).is_some() || core.near;
    let early = start < OPENING_WORDS;
    let title = full || core.form == Form::Day && start < TITLE_WORDS;
    if title && before <= TITLE_WORDS && told(line..start, Group::Head) {
        Some(Standing::Label)
    } else if full && early && says_day && before <= PLACE_WORDS && after > TITLE_WORDS && scan.opens(start) {
        Some(Standing::Opening)
    } else if full && (line == 0 || early && before <= PLACE_WORDS || is_place_line(scan, line, start, before, after)) {
        Some(Standing::Line)
    } else if early && (says_day && (scan.opens(start) || !full) || full && told(line..start, Group::Event)) {
        Some(Standing::Sentence)
    } else {
        None
    }
}

/// "Nam Sơn, ngày 08 tháng 10 năm 2024": place and date at the end of a line, anywhere in the head.
fn is_place_line(scan: &Scan, line: usize, start: usize, before: usize, after: usize) -> bool {
    scan.lang == Lang::Vi && after == 0 && start > line && before <= TITLE_WORDS && scan.is(start - 1, &[","])
}

/// What the rest of the document tells of the year of a date without one.
#[derive(Clone, Copy, Default)]
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
