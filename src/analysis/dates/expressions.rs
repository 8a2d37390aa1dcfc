//! Date expressions: a time together with the preposition or label before it.

use std::ops::Range;

use jiff::civil::Date;

use super::calendar::{Calendar, Resolved, Time};
use super::core::{self, Core, Form};
use super::role::{self, Role};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::{Lang, Recurrence, Span};
use crate::analysis::words::Word;

/// What the preposition or label before a time says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing stands before it.
    None,
    /// Within it: "trong", "vào", "on", "in".
    Within,
    /// Up to it: "đến", "to".
    Until,
    /// From it on.
    Since,
    /// The state of that day.
    Reporting,
    /// Due by then: "trước", "chậm nhất", "by", "due".
    Due,
}

/// A date, period, relative time or recurrence in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its words, the preposition included.
    pub words: Range<usize>,
    /// The same in bytes of the normal text.
    pub span: Span,
    /// The last day that it covers, where that can be told.
    pub date: Option<Date>,
    /// How often, for a recurrence whose interval is said.
    pub recurrence: Option<Recurrence>,
    /// What the date is for.
    pub role: Role,
    /// How sure a deadline is, by its wording alone: 0 none, 1 bare, 2 "trong", "on", 3 "trước", "by".
    pub strength: u8,
}

/// Finds all date expressions among `words`, the words of the normal text `text`, in their order and disjoint.
pub fn find(words: &[Word], text: &str, lang: Lang, calendar: &Calendar) -> Vec<Expression> {
    let scan = Scan::new(words, text, lang);
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.len() {
        match read(&scan, calendar, index) {
            Some((expression, next)) => {
                found.push(expression);
                index = next.max(index + 1);
            }
            None => index += 1,
        }
    }
    found
}

/// The parts of an expression before its role is told.
pub(super) struct Parts {
    /// The first word, preposition included.
    pub(super) start: usize,
    pub(super) lead: Lead,
    pub(super) core: Core,
}

fn read(scan: &Scan, calendar: &Calendar, index: usize) -> Option<(Expression, usize)> {
    let (lead, at) = preposition(scan, index);
    let time = core::read(scan, calendar, at).map(|core| (lead, at, core)).or_else(|| {
        // The preposition may be part of the time itself ("trong ngày").
        (at > index).then(|| core::read(scan, calendar, index)).flatten().map(|core| (Lead::None, index, core))
    });
    let Some((lead, at, core)) = time else { return words_only(scan, index) };
    let start = if lead == Lead::None { at } else { index };
    let parts = Parts { start, lead, core };
    let resolved = calendar.resolve(core.time);
    let (role, strength) = role::tell(scan, calendar, &parts, resolved);
    let recurrence = match core.form {
        Form::Recurring(recurrence) => recurrence,
        _ => None,
    };
    let date = resolved.date().filter(|_| role != Role::Vague);
    Some((expression(scan, start..core.next, date, recurrence, role, strength)?, core.next))
}

fn expression(
    scan: &Scan,
    words: Range<usize>,
    date: Option<Date>,
    recurrence: Option<Recurrence>,
    role: Role,
    strength: u8,
) -> Option<Expression> {
    let start = scan.words.get(words.start)?.start as usize;
    let end = scan.words.get(words.end.checked_sub(1)?)?.end as usize;
    Some(Expression { words, span: Span::new(start, end), date, recurrence, role, strength })
}

/// The run of prepositions and labels at the word `index`: the strongest of them, and the index after the run.
fn preposition(scan: &Scan, index: usize) -> (Lead, usize) {
    let (mut lead, mut at) = (Lead::None, index);
    for _ in 0..5 {
        let step = [
            (Group::Due, Lead::Due),
            (Group::Reporting, Lead::Reporting),
            (Group::Since, Lead::Since),
            (Group::Until, Lead::Until),
            (Group::Within, Lead::Within),
        ]
        .into_iter()
        .filter_map(|(group, lead)| Some((scan.phrase(at, group)?.next, lead)))
        .max_by_key(|(next, _)| *next);
        let (next, found) = match step {
            Some((next, found)) => (next, found),
            None if at > index => match scan.phrase(at, Group::Filler) {
                Some(hit) => (hit.next, lead),
                None if scan.is(at, &[":"]) && lead == Lead::Due => (at + 1, lead),
                None => break,
            },
            None => break,
        };
        lead = stronger(lead, found);
        at = scan.pass(next);
    }
    (lead, at)
}

fn stronger(first: Lead, second: Lead) -> Lead {
    let rank = |lead| match lead {
        Lead::None => 0,
        Lead::Within => 1,
        Lead::Until => 2,
        Lead::Due => 3,
        Lead::Since => 4,
        Lead::Reporting => 5,
    };
    if rank(second) > rank(first) { second } else { first }
}

/// The most words of an event that a task is due before or after.
const OCCASION_WORDS: usize = 14;

/// A time in words alone: "càng sớm càng tốt", "trước khi khánh thành cầu", "before the next meeting".
fn words_only(scan: &Scan, index: usize) -> Option<(Expression, usize)> {
    if let Some(hit) = scan.phrase(index, Group::Vague) {
        return Some((expression(scan, index..hit.next, None, None, Role::Vague, 1)?, hit.next));
    }
    let hit = scan.phrase(index, Group::Occasion)?;
    let end = (hit.next..scan.words.len()).take(OCCASION_WORDS).find(|at| scan.closes(*at)).unwrap_or(hit.next);
    Some((expression(scan, index..end, None, None, Role::Vague, 1)?, hit.next))
}

/// Whether the time is a day and nothing but a day.
pub(super) const fn is_day(time: Time) -> bool {
    matches!(time, Time::Day { .. } | Time::Weekday { .. })
}

/// Whether the calendar has no such day.
pub(super) fn is_impossible(resolved: Resolved) -> bool {
    resolved == Resolved::Impossible
}
