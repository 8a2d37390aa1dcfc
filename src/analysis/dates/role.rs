//! What a date is for: told by its preposition, its form and the words around it.

use super::calendar::{Calendar, Resolved, Time};
use super::core::Form;
use super::expressions::{Lead, Parts};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::Lang;
use crate::analysis::words::{Case, Kind};

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
    let Parts { start, lead, core } = *parts;
    match core.form {
        Form::Recurring(_) => return (Role::Recurrence, 1),
        _ if core.time == Time::Words => return (Role::Vague, 1),
        _ => {}
    }
    let day = matches!(core.time, Time::Day { .. } | Time::Weekday { .. } | Time::Shift { .. });
    let role = match lead {
        Lead::Reporting => return (Role::Reporting, 0),
        Lead::Since => return (Role::Event, 0),
        Lead::Due => Role::Deadline,
        _ if core.form == Form::Span && lead != Lead::Within => return (Role::Period, 0),
        _ if day && is_of_document(scan, start) => return (Role::Law, 0),
        _ if is_past(scan, calendar, parts, resolved) => return (Role::Past, 0),
        Lead::Until if core.form == Form::Year => return (Role::Period, 0),
        Lead::None if core.form == Form::Digits && !stands_alone(scan, parts) => return (Role::Event, 0),
        Lead::None if belongs_to_thing(scan, parts) => return (Role::Period, 0),
        Lead::None if core.form == Form::Count => return (Role::Period, 0),
        _ => Role::Deadline,
    };
    if resolved == Resolved::Impossible {
        return (Role::Impossible, 0);
    }
    let strength = match lead {
        Lead::Due => 3,
        Lead::Within => 2,
        _ => 1,
    };
    (role, strength)
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
    let after = scan.pass(parts.core.next);
    if scan.phrase(after, Group::Past).is_some() {
        return true;
    }
    if parts.start.checked_sub(1).is_some_and(|before| scan.phrase(before, Group::Past).is_some()) {
        return true;
    }
    match (resolved.date(), calendar.meeting) {
        (Some(date), Some(meeting)) => date < meeting,
        _ => false,
    }
}

/// Digits that are no fraction: nothing but marks or breaks round them.
fn stands_alone(scan: &Scan, parts: &Parts) -> bool {
    scan.opens(parts.start) && scan.closes(parts.core.next)
}

/// The year of a plan, the month of a session, the day of a street: the word before names the thing.
fn belongs_to_thing(scan: &Scan, parts: &Parts) -> bool {
    if scan.opens(parts.start) {
        return false;
    }
    true
}

/// Whether a name in capitals stands at the word `index`.
#[allow(dead_code)]
fn is_name(scan: &Scan, index: usize) -> bool {
    scan.lang == Lang::En && scan.kind(index) == Some(Kind::Letters) && scan.case(index) == Some(Case::Title)
}
