//! Times in English.

use super::calendar::{Calendar, Time, Unit};
use super::core::{Core, Form, counted, digits, feast, years};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::Recurrence;
use crate::analysis::words::{Case, Kind};

/// Reads the time that begins at the word `index`.
pub(super) fn read(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Core> {
    let index = after_hour(scan, index);
    weekday(scan, index)
        .or_else(|| day(scan, calendar, index))
        .or_else(|| end_of_day(scan, calendar, index))
        .or_else(|| today(scan, index))
        .or_else(|| end(scan, index))
        .or_else(|| part(scan, calendar, index))
        .or_else(|| feast(scan, index))
        .or_else(|| period(scan, index))
        .or_else(|| count(scan, index))
}

/// Passes over an hour: "5pm", "11:59 PM PDT,", "3 PM on".
fn after_hour(scan: &Scan, index: usize) -> usize {
    let clock = || {
        scan.number(index).filter(|number| number.digits <= 2)?;
        let minutes = scan.is(index + 1, &[":", "."]) && scan.number(index + 2).is_some_and(|n| n.digits == 2);
        let next = if minutes { index + 3 } else { index + 1 };
        let hour = scan.phrase(next, Group::Hour);
        if hour.is_none() && !(minutes && scan.is(index + 1, &[":"])) {
            return None;
        }
        let mut next = hour.map_or(next, |hit| hit.next);
        next += usize::from(scan.is(next, &[","]));
        Some(scan.phrase(next, Group::Within).map_or(next, |hit| hit.next))
    };
    clock().map_or(index, |next| scan.pass(next))
}

/// Passes over an hour after a day and the time zone after it: ", 11:59 PM PDT".
fn after_clock(scan: &Scan, index: usize) -> usize {
    let start = index + usize::from(scan.is(index, &[","]));
    let end = after_hour(scan, start);
    if end == start {
        return index;
    }
    let zone = scan.kind(end) == Some(Kind::Letters) && scan.case(end) == Some(Case::Upper);
    end + usize::from(zone && (2..=4).contains(&scan.written(end).len()))
}

/// A day: "May 28, 2022", "28th of May", "the 7th", "11/5/2024".
pub(super) fn day(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Core> {
    if let Some(core) = digits(scan, index, calendar.day_first) {
        // "2.1" numbers a heading or an item unless it stands in a table or after a preposition.
        let core = Core { next: after_clock(scan, core.next), ..core };
        let numbered = core.form == Form::Digits && scan.is(index + 1, &["."]) && scan.opens(index);
        return Some(core).filter(|_| !numbered || index > 0 && scan.is(index - 1, &["|"]));
    }
    if let Some((month, at)) = month(scan, index) {
        let (day, next) = day_number(scan, scan.pass(at))?;
        let (year, after) = year_after(scan, next);
        let core = Core::new(Time::Day { year, month: Some(month), day }, Form::Day, after);
        return Some(match day_number(scan, next + 1) {
            // "May 24/25" leaves the day open, of "May 24-25" the last counts.
            Some((_, next)) if scan.is(core.next, &["/"]) => Core { time: Time::Words, next, ..core },
            Some((day, next)) if scan.is(core.next, &["-", "–"]) => {
                let (year, next) = year_after(scan, next);
                Core { time: Time::Day { year, month: Some(month), day }, next, ranged: true, ..core }
            }
            _ => core,
        });
    }
    let (day, next) = day_number(scan, index)?;
    let of = scan.pass(next);
    let of = scan.phrase(of, Group::Of).map_or(of, |hit| scan.pass(hit.next));
    if let Some((month, next)) = month(scan, of) {
        let (year, next) = year_after(scan, next);
        return Some(Core::new(Time::Day { year, month: Some(month), day }, Form::Day, next));
    }
    // "on the 7th": an ordinal with nothing that it counts.
    let ends = scan.closes(next) || scan.phrase(next, Group::Follower).is_some();
    let ordinal = next > index + 1 && (ends || scan.kind(next) != Some(Kind::Letters));
    ordinal.then(|| Core::new(Time::Day { year: None, month: None, day }, Form::Day, next))
}

/// The number of a day with its ending: "28", "28th", "28<sup>th</sup>".
fn day_number(scan: &Scan, index: usize) -> Option<(i8, usize)> {
    let number = scan.number(index).filter(|number| number.digits <= 2 && (1..=31).contains(&number.value))?;
    let mut next = index + 1;
    let ending = scan.pass(next);
    if let Some(hit) = scan.phrase(ending, Group::Ordinal) {
        next = if ending > next { scan.pass(hit.next) } else { hit.next };
    } else if scan.joined(next) && matches!(scan.kind(next), Some(Kind::Letters | Kind::Digits))
        || scan.is(next, &[":", "%", "$"]) && scan.joined(next) && scan.number(next + 1).is_some()
    {
        return None;
    }
    Some((i8::try_from(number.value).ok()?, next))
}

/// A month by name, written with a capital unless a number stands at its side: "may" and "march" are words of their
/// own.
fn month(scan: &Scan, index: usize) -> Option<(i8, usize)> {
    let hit = scan.phrase(index, Group::Month)?;
    let short = scan.written(index).len() <= 4;
    let numbered = scan.number(hit.next).is_some() || index > 0 && scan.number(index - 1).is_some();
    if scan.case(index) == Some(Case::Lower) && (short || hit.value == 3) && (!numbered || hit.value == 5) {
        return None;
    }
    let dot = scan.is(hit.next, &["."]) && scan.joined(hit.next) && short && scan.number(hit.next + 1).is_some();
    Some((i8::try_from(hit.value).ok()?, if dot { hit.next + 1 } else { hit.next }))
}

fn year_after(scan: &Scan, index: usize) -> (Option<i16>, usize) {
    let mut at = scan.pass(index);
    if scan.is(at, &[",", "'", "’"]) || scan.phrase(at, Group::Of).is_some() {
        at = scan.pass(at + 1);
    }
    match scan.year(at) {
        Some(year) => (Some(year), at + 1),
        None => (None, index),
    }
}

/// "Friday", "this Wednesday 12-1", "Thursday Nov 6", "Sat".
fn weekday(scan: &Scan, index: usize) -> Option<Core> {
    let which = scan.phrase(index, Group::Which);
    let at = scan.pass(which.map_or(index, |hit| hit.next));
    let hit = scan.phrase(at, Group::Weekday)?;
    if scan.case(at) == Some(Case::Lower) && scan.written(at).len() <= 4 {
        return None;
    }
    if which.is_some_and(|hit| hit.value < 0) {
        return None;
    }
    // "next Friday" is that of the next week, "this" or "this coming Friday" the one ahead.
    let weeks = which.filter(|hit| hit.value == 1).map(|_| 1);
    if let Some(habit) = scan.phrase(hit.next, Group::Habit) {
        return Some(Core::new(Time::Words, Form::Recurring(Some(Recurrence::Weekly)), habit.next));
    }
    let mut next = hit.next;
    if let Some(part) = scan.phrase(next, Group::DayPart) {
        next = part.next;
    }
    next += usize::from(scan.is(next, &["."]) && scan.joined(next) && scan.number(next + 1).is_some());
    // "Tuesday/Wednesday" leaves the day open.
    if scan.is(next, &["/"]) && scan.phrase(next + 1, Group::Weekday).is_some() {
        return Some(Core::new(Time::Words, Form::Day, next + 2));
    }
    Some(Core::new(Time::Weekday { weekday: i8::try_from(hit.value).ok()?, weeks }, Form::Day, next))
}

/// "COB Friday", "end of business on May 4": the day after the words is meant.
fn end_of_day(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Today).filter(|hit| hit.value == 0)?;
    let at = scan.phrase(hit.next, Group::Within).map_or(hit.next, |on| scan.pass(on.next));
    weekday(scan, at).or_else(|| day(scan, calendar, at))
}

/// "EOW", "year end".
fn end(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::End)?;
    let time = Time::Shift { unit: Unit::of(hit.value)?, by: 0 };
    Some(Core { at_end: true, ..Core::new(time, Form::Period, hit.next) })
}

fn today(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Today)?;
    let by = hit.value;
    if scan.phrase(hit.next, Group::Joint).is_some()
        && let Some(later) = scan.phrase(hit.next + 1, Group::Today)
    {
        let time = Time::Shift { unit: Unit::Day, by: later.value.max(by) };
        return Some(Core { near: true, ..Core::new(time, Form::Day, later.next) });
    }
    Some(Core { near: true, ..Core::new(Time::Shift { unit: Unit::Day, by }, Form::Day, hit.next) })
}

/// "June", "March, 2011", "Q2 2024", "the second quarter of 2024", "next week", "2021".
fn period(scan: &Scan, index: usize) -> Option<Core> {
    if let Some((month, next)) = month(scan, index) {
        let (year, next) = year_after(scan, next);
        return Some(Core::new(Time::Month { year, month }, Form::Period, next));
    }
    if let Some((quarter, next)) = quarter(scan, index) {
        let (year, next) = year_after(scan, next);
        return Some(Core::new(Time::Quarter { year, quarter }, Form::Period, next));
    }
    if let Some((year, next)) = years(scan, index) {
        if scan.joined(index) && !scan.is(index - 1, &["(", "[", "*"])
            || scan.joined(next) && scan.is(next, &["-", "/", "%"])
        {
            return None;
        }
        let form = if next > index + 1 { Form::Span } else { Form::Year };
        return Some(Core::new(Time::Year(year), form, next));
    }
    let which = scan.phrase(index, Group::Which).filter(|hit| hit.value >= 0)?;
    // "this coming week", "the next month"
    let which = scan.phrase(scan.pass(which.next), Group::Which).filter(|hit| hit.value > 0).unwrap_or(which);
    let hit = scan.phrase(scan.pass(which.next), Group::Unit)?;
    let unit = Unit::of(hit.value).filter(|unit| *unit != Unit::Day)?;
    let form = if unit == Unit::Year { Form::Year } else { Form::Period };
    let time = Time::Shift { unit, by: which.value.min(1) };
    Some(Core { near: unit != Unit::Year, ..Core::new(time, form, hit.next) })
}

fn quarter(scan: &Scan, index: usize) -> Option<(i8, usize)> {
    let hit = scan.phrase(index, Group::Quarter)?;
    Some((i8::try_from(hit.value).ok()?, hit.next))
}

/// "end of September", "end of the month", "late April", "mid-June".
fn part(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Part)?;
    let mut at = scan.pass(hit.next);
    at += usize::from(scan.is(at, &["-"]));
    at += usize::from(scan.phrase(at, Group::Article).is_some());
    let whole = weekday(scan, at).or_else(|| day(scan, calendar, at)).or_else(|| period(scan, at)).or_else(|| {
        let unit = scan.phrase(at, Group::Unit)?;
        Some(Core::new(Time::Shift { unit: Unit::of(unit.value)?, by: 0 }, Form::Period, unit.next))
    })?;
    let time = if hit.value == 3 { whole.time } else { Time::Words };
    let form = if whole.form == Form::Year { Form::Period } else { whole.form };
    Some(Core { at_end: hit.value == 3, ..Core::new(time, form, whole.next) })
}

/// "two weeks", "the next three weeks", "a week".
fn count(scan: &Scan, index: usize) -> Option<Core> {
    let at = scan.phrase(index, Group::Article).map_or(index, |hit| hit.next);
    let at = scan.phrase(at, Group::Which).filter(|hit| hit.value > 0).map_or(at, |hit| scan.pass(hit.next));
    let core = counted(scan, at)?;
    match scan.phrase(core.next, Group::Later) {
        Some(hit) => Some(Core { near: true, next: hit.next, ..core }),
        None => Some(core),
    }
}
