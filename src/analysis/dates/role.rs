//! What a date is for: told by its preposition, its form and the words around it.

use super::calendar::{Calendar, Resolved, Time, Unit};
use super::core::{self, Form};
use super::expressions::{Lead, Parts};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::Lang;

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
const LAW_REACH: usize = 10;

/// The role of an expression, and how sure a deadline is by its wording.
pub(super) fn tell(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> (Role, u8) {
    if resolved == Resolved::Impossible {
        return (Role::Impossible, 0);
    }
    match by_form(scan, calendar, parts).unwrap_or_else(|| by_context(scan, calendar, parts, resolved)) {
        Role::Deadline => (Role::Deadline, strength(parts.lead)),
        role => (role, 0),
    }
}

const fn strength(lead: Lead) -> u8 {
    match lead {
        Lead::Due => 3,
        Lead::Ahead | Lead::Within | Lead::At => 2,
        _ => 1,
    }
}

/// The role that the expression itself tells.
fn by_form(scan: &Scan, calendar: &Calendar, parts: &Parts) -> Option<Role> {
    let Parts { start, lead, core } = *parts;
    match (core.form, lead) {
        (Form::Recurring(_), _) => Some(Role::Recurrence),
        (_, Lead::Reporting) => Some(Role::Reporting),
        _ if core.time == Time::Words => Some(Role::Vague),
        (_, Lead::Since) if core.ranged && scan.opens(start) => Some(Role::Deadline),
        (_, Lead::Since) => Some(Role::Event),
        _ if is_one_of_several(scan, calendar, core.next, core.form) => Some(Role::Vague),
        (_, Lead::Due | Lead::Ahead) => Some(if names_happening(scan, parts) { Role::Vague } else { Role::Deadline }),
        (Form::Span, Lead::Within) => Some(Role::Deadline),
        (Form::Span, _) => Some(Role::Period),
        (Form::Year, Lead::Within) => Some(Role::Deadline),
        (Form::Year, _) => Some(Role::Period),
        (Form::Count, Lead::Within) => Some(Role::Deadline),
        (Form::Count, _) => Some(Role::Period),
        _ => None,
    }
}

/// The role that the words around tell.
fn by_context(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> Role {
    let Parts { start, lead, core } = *parts;
    let shift = matches!(core.time, Time::Shift { unit, .. } if unit != Unit::Year);
    if matches!(core.form, Form::Day | Form::Digits) && !shift && is_of_document(scan, start) {
        return Role::Law;
    }
    if is_past(scan, calendar, parts, resolved) {
        return Role::Past;
    }
    if names_happening(scan, parts) {
        return if core.form == Form::Period { Role::Vague } else { Role::Event };
    }
    let opens = scan.opens(start);
    let closes = scan.closes(core.next);
    match lead {
        Lead::Until => match core.form {
            Form::Period if !opens && !core.at_end => Role::Period,
            _ if scan.lang == Lang::En => Role::Event,
            _ => Role::Deadline,
        },
        Lead::For if opens && closes => Role::Deadline,
        Lead::For => Role::Event,
        Lead::None if shift => Role::Deadline,
        Lead::None if core.form == Form::Digits => {
            if opens && closes { Role::Deadline } else { Role::Event }
        }
        Lead::None if scan.lang == Lang::En => match core.form {
            Form::Day if opens || closes => Role::Deadline,
            Form::Period if opens && closes => Role::Deadline,
            _ => Role::Event,
        },
        Lead::None if opens => Role::Deadline,
        Lead::None => Role::Event,
        _ => Role::Deadline,
    }
}

/// "Nghị quyết số 12 ngày …", "…/QĐ-TTg ngày …".
fn is_of_document(scan: &Scan, start: usize) -> bool {
    for index in (start.saturating_sub(LAW_REACH)..start).rev() {
        if scan.is(index, &[",", ";", ".", ":"]) && !scan.joined(index + 1) {
            return false;
        }
        if scan.phrase(index, Group::Law).is_some_and(|hit| hit.next <= start) {
            return true;
        }
    }
    false
}

fn is_past(scan: &Scan, calendar: &Calendar, parts: &Parts, resolved: Resolved) -> bool {
    if scan.phrase(scan.pass(parts.core.next), Group::Past).is_some()
        || parts.start.checked_sub(1).is_some_and(|before| scan.phrase(before, Group::Past).is_some())
    {
        return true;
    }
    let relative = matches!(parts.core.time, Time::Shift { .. });
    match (resolved.date(), calendar.meeting) {
        (Some(date), Some(meeting)) => date < meeting || date == meeting && parts.lead == Lead::None && !relative,
        _ => false,
    }
}

/// Whether the date goes on to name a happening or a thing: "the May meeting", "the June 20 meeting", "this year's".
fn names_happening(scan: &Scan, parts: &Parts) -> bool {
    let after = scan.pass(parts.core.next);
    if scan.is(after, &["'", "’"]) && scan.joined(after) {
        return true;
    }
    let month = parts.core.form == Form::Period && matches!(parts.core.time, Time::Month { .. });
    month && scan.phrase(after, Group::Event).is_some()
        || month && parts.start.checked_sub(1).is_some_and(|before| scan.phrase(before, Group::Event).is_some())
}

/// Whether another date of the same form follows with nothing but "or" between.
fn is_one_of_several(scan: &Scan, calendar: &Calendar, next: usize, form: Form) -> bool {
    let Some(joint) = scan.phrase(scan.pass(next), Group::Joint) else { return false };
    let at = scan.pass(joint.next);
    match core::read(scan, calendar, at) {
        Some(other) => other.form == form && !matches!(form, Form::Day | Form::Digits),
        None => scan.phrase(at, Group::Filler).is_some() && matches!(form, Form::Year),
    }
}
