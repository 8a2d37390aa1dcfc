//! What a date is for: told by its preposition, its form and the words around it.

use super::calendar::{Calendar, Resolved, Time, Unit};
use super::core::{self, Core, Form};
use super::expressions::{Lead, Parts};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::Lang;
use crate::analysis::words::Kind;

/// What a date in a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something has to be done by then.
    Deadline,
    /// The state of that day is told.
    Reporting,
    /// Something begins or happens then.
    Event,
    /// The date of a document.
    Law,
    /// A planning period, a term, the year that a plan or budget is for.
    Period,
    /// It comes back at intervals.
    Recurrence,
    /// Words that no calendar resolves.
    Vague,
    /// No such day.
    Impossible,
    /// It lies in the past and nothing is said to be due then.
    Past,
}

/// How many words before a date may name the document that bears it.
const LAW_REACH: usize = 16;

/// The role of an expression, and how sure a deadline is by its wording.
pub(super) fn tell(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> (Role, u8) {
    if resolved == Resolved::Impossible && (parts.core.form != Form::Digits || parts.lead != Lead::None) {
        return (Role::Impossible, 0);
    }
    match by_form(scan, calendar, parts).unwrap_or_else(|| by_context(scan, calendar, parts, resolved)) {
        Role::Deadline => (Role::Deadline, strength(scan, parts)),
        Role::Recurrence => (Role::Recurrence, u8::from(comes_back(scan, parts))),
        Role::Vague => (Role::Vague, u8::from(parts.lead > Lead::For)),
        role => (role, 0),
    }
}

fn strength(scan: &Scan, parts: &Parts) -> u8 {
    match (parts.lead, parts.core.form) {
        (Lead::Due, _) => 3,
        (Lead::Until, _) if parts.core.at_end => 3,
        (Lead::For, _) if parts.core.near => 2,
        (Lead::Ahead | Lead::Within | Lead::At, _) => 2,
        (Lead::None, Form::Period | Form::Year) if scan.opens(parts.start) => 2,
        _ => 1,
    }
}

/// Whether a recurrence is that of the task: "Hằng tháng, …", "… báo cáo hằng quý", not "the monthly call".
fn comes_back(scan: &Scan, parts: &Parts) -> bool {
    let Parts { start, lead, core } = *parts;
    matches!(core.form, Form::Recurring(Some(_)))
        && (lead == Lead::Due || scan.opens(start) || scan.ends_sentence(core.next))
}

/// The role that the expression itself tells.
fn by_form(scan: &Scan, calendar: &Calendar, parts: &Parts) -> Option<Role> {
    let Parts { start, lead, core } = *parts;
    let due = matches!(lead, Lead::Due | Lead::Ahead);
    Some(match (core.form, lead) {
        (Form::Recurring(_), _) => Role::Recurrence,
        (_, Lead::Reporting) => Role::Reporting,
        _ if core.time == Time::Words => Role::Vague,
        (_, Lead::Since) if core.ranged && scan.opens(start) => Role::Deadline,
        (_, Lead::Since) => Role::Event,
        (Form::Count, _) => counted(scan, parts),
        _ if is_one_of_several(scan, calendar, core) => Role::Vague,
        (Form::Span, Lead::Within) => Role::Deadline,
        (Form::Span, _) if due => Role::Vague,
        (Form::Span, _) => Role::Period,
        (Form::Feast, _) => {
            if due {
                Role::Deadline
            } else {
                Role::Event
            }
        }
        _ if due => {
            if names_happening(scan, core) {
                Role::Vague
            } else {
                Role::Deadline
            }
        }
        (Form::Year, Lead::Within) => Role::Deadline,
        (Form::Year, Lead::None)
            if scan.lang == Lang::Vi && scan.opens(start) && !matches!(core.time, Time::Shift { .. }) =>
        {
            Role::Deadline
        }
        (Form::Year, _) => Role::Period,
        _ => return None,
    })
}

/// "within two weeks" is a deadline, "in six months" too rough for a date, "for a week" a duration; what is counted
/// from an event has no date.
fn counted(scan: &Scan, parts: &Parts) -> Role {
    let Parts { lead, core, .. } = *parts;
    let after = scan.pass(core.next);
    let from_event =
        [Group::Since, Group::Due, Group::Occasion].iter().any(|group| scan.phrase(after, *group).is_some());
    let short = matches!(core.time, Time::Count { unit: Unit::Day | Unit::Week, .. });
    match lead {
        Lead::Due | Lead::Within if from_event => Role::Vague,
        Lead::Due => Role::Deadline,
        Lead::Within if short || scan.lang == Lang::Vi => Role::Deadline,
        Lead::Within => Role::Vague,
        Lead::None if core.near => Role::Deadline,
        _ => Role::Period,
    }
}

/// The role that the words around tell.
fn by_context(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> Role {
    let Parts { start, lead, core } = *parts;
    let shift = matches!(core.time, Time::Shift { .. }) || core.near;
    if matches!(core.form, Form::Day | Form::Digits) && !shift && is_of_document(scan, start) {
        return Role::Law;
    }
    if is_past(scan, calendar, parts, resolved) {
        return Role::Past;
    }
    if names_happening(scan, core) || !shift && follows_happening(scan, parts) {
        return if core.form == Form::Period { Role::Vague } else { Role::Event };
    }
    // Without the day of the meeting nobody knows whether a bare date lies behind or ahead.
    if lead == Lead::None
        && calendar.meeting.is_none()
        && !shift
        && !is_cell(scan, parts)
        && !scan.is(core.next, &[":"])
    {
        return Role::Event;
    }
    let (opens, closes) = (scan.opens(start), scan.closes(core.next));
    let deadline = match (lead, core.form) {
        (Lead::Until, _) if scan.lang == Lang::En => false,
        (Lead::Until, Form::Period) => opens || core.at_end || scan.is(core.next, &[","]),
        (Lead::For, _) => closes && (opens || shift),
        (Lead::None, Form::Digits) => opens && closes,
        // "trong 10/11 thôn", "in 3/4 of the cases": a share.
        (Lead::Within, Form::Digits) => false,
        // "in the Thursday mail"
        (Lead::Within, Form::Day) if scan.lang == Lang::En && matches!(core.time, Time::Weekday { .. }) => closes,
        // "Thứ hai, …" counts, "vào sáng thứ Năm" comes back as likely as not.
        (Lead::None | Lead::At, Form::Day)
            if scan.lang == Lang::Vi && matches!(core.time, Time::Weekday { weeks: None, .. }) =>
        {
            lead == Lead::None && core.near
        }
        (Lead::None, Form::Day) if shift => true,
        (Lead::None, Form::Period) if is_near(core) => closes || core.near,
        // "accrued at year-end" tells when it happens.
        (Lead::At, Form::Period) if scan.lang == Lang::En => !core.at_end,
        (Lead::None, Form::Day) if scan.lang == Lang::En => closes,
        (Lead::None, Form::Period) if scan.lang == Lang::En => is_cell(scan, parts),
        (Lead::None, Form::Period) if core.year().is_some() && scan.ends_sentence(core.next) => true,
        (Lead::None, _) => opens || core.at_end && scan.is(core.next, &[","]),
        _ => true,
    };
    if deadline { Role::Deadline } else { Role::Event }
}

/// "this week", "next month": so near that nothing but a task is meant.
const fn is_near(core: Core) -> bool {
    matches!(core.time, Time::Shift { unit: Unit::Week | Unit::Weekend | Unit::Month, .. })
}

/// "Nghị quyết số 12 ngày …", "…/QĐ-TTg ngày …".
pub(super) fn is_of_document(scan: &Scan, start: usize) -> bool {
    for index in (start.saturating_sub(LAW_REACH)..start).rev() {
        if scan.is(index, &[",", ";", ".", ":", "|"]) && !scan.joined(index + 1) || scan.tabbed(index + 1) {
            return false;
        }
        if scan.phrase(index, Group::Law).is_some_and(|hit| hit.next <= start) {
            return true;
        }
    }
    false
}

fn is_past(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> bool {
    let Parts { start, lead, core } = *parts;
    let before =
        start.checked_sub(1).map(|before| if scan.is(before, &["("]) { before.saturating_sub(1) } else { before });
    if scan.phrase(scan.pass(core.next), Group::Past).is_some()
        || before.is_some_and(|before| phrase_before(scan, before, Group::Past).is_some())
    {
        return true;
    }
    let (Some(date), Some(meeting)) = (resolved.date(), calendar.meeting) else { return false };
    // The day of the meeting, named by its date, dates the meeting; "today" or a cell of its own sets a task.
    let named = lead < Lead::Until && !is_cell(scan, parts) && !core.near;
    date < meeting || date == meeting && named
}

/// Whether nothing else stands in the cell of a table.
fn is_cell(scan: &Scan, parts: &Parts) -> bool {
    let border =
        |index: usize| scan.tabbed(index) || index.checked_sub(1).is_some_and(|before| scan.is(before, &["|"]));
    border(parts.start) && scan.closes(parts.core.next)
}

/// The date together with the happening that it names: "the May meeting", "the July board meeting".
pub(super) fn with_happening(scan: &Scan, core: Core) -> Core {
    let after = scan.pass(core.next);
    let next = scan.phrase(after, Group::Event).or_else(|| {
        let inner = is_month(core) && scan.kind(after) == Some(Kind::Letters);
        scan.phrase(after + 1, Group::Event).filter(|_| inner)
    });
    match next {
        Some(hit) if scan.lang == Lang::En && (is_month(core) || core.form == Form::Day) => {
            Core { next: hit.next, happens: true, ..core }
        }
        _ => core,
    }
}

/// Whether the date goes on to name a happening or a thing: "the May meeting", "this year's".
fn names_happening(scan: &Scan, core: Core) -> bool {
    let after = scan.pass(core.next);
    scan.is(after, &["'", "’"]) && scan.joined(after) || core.happens && is_month(core)
}

/// Whether the word before is a happening whose date this is: "the event on May 24", "elections in February".
fn follows_happening(scan: &Scan, parts: &Parts) -> bool {
    let before = parts
        .start
        .checked_sub(1)
        .map(|before| if scan.is(before, &[":"]) { before.saturating_sub(1) } else { before });
    !scan.tabbed(parts.start)
        && (is_month(parts.core) || parts.lead == Lead::None)
        && before.is_some_and(|before| phrase_before(scan, before, Group::Event).is_some())
}

/// The value of the phrase of `group` that ends with the word `index`.
fn phrase_before(scan: &Scan, index: usize, group: Group) -> Option<i16> {
    (0..3)
        .filter_map(|back| scan.phrase(index.checked_sub(back)?, group))
        .find(|hit| hit.next == index + 1)
        .map(|hit| hit.value)
}

const fn is_month(core: Core) -> bool {
    matches!((core.form, core.time), (Form::Period, Time::Month { .. } | Time::Quarter { .. }))
}

/// Whether another date of the same form follows with nothing but "or" between.
fn is_one_of_several(scan: &Scan, calendar: &Calendar, core: Core) -> bool {
    let Some(joint) = scan.phrase(scan.pass(core.next), Group::Joint) else { return false };
    let at = scan.pass(joint.next);
    if scan.phrase(at, Group::Vague).is_some() {
        return true;
    }
    match core::read(scan, calendar, at) {
        Some(other) => other.form == core.form && matches!(core.form, Form::Year | Form::Period),
        None => core.form == Form::Year && scan.phrase(at, Group::Filler).is_some(),
    }
}
