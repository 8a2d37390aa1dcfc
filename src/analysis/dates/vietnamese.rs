//! Times in Vietnamese.

use super::calendar::{Time, Unit};
use super::core::{Core, Form, counted, digits, feast, recurrence, years};
use super::scan::Scan;
use super::terms::Group;

/// Reads the time that begins at the word `index`.
pub(super) fn read(scan: &Scan, index: usize) -> Option<Core> {
    if let Some(core) = today(scan, index) {
        return Some(core);
    }
    let hour = after_hour(scan, index);
    if hour > index {
        // "sáng 15/3", "chiều thứ Hai" can only be days.
        let day = weekday(scan, hour, true).or_else(|| day(scan, hour)).or_else(|| today(scan, hour));
        return day.map(|core| Core { form: if core.form == Form::Digits { Form::Day } else { core.form }, ..core });
    }
    part(scan, index)
        .or_else(|| half_year(scan, index))
        .or_else(|| weekday(scan, index, false))
        .or_else(|| day(scan, index))
        .or_else(|| end(scan, index))
        .or_else(|| period(scan, index))
        .or_else(|| feast(scan, index))
        .or_else(|| span(scan, index))
        .or_else(|| count(scan, index))
        .or_else(|| digits(scan, index, true))
}

/// Passes over an hour and a part of the day: "12h", "17 giờ 30 phút,", "chiều".
fn after_hour(scan: &Scan, index: usize) -> usize {
    let hour = || {
        scan.number(index).filter(|number| number.digits <= 2)?;
        let mut next = match scan.phrase(index + 1, Group::Hour) {
            Some(hit) => hit.next,
            None if scan.is(index + 1, &[":"]) && scan.number(index + 2).is_some() => index + 2,
            None => return None,
        };
        if scan.number(next).is_some() && !scan.is(next + 1, &["/", "-", "."]) {
            next += 1;
            next += usize::from(scan.is(next, &["'", "’"]) || scan.phrase(next, Group::Minute).is_some());
        }
        Some(next)
    };
    let mut next = hour().unwrap_or(index);
    if let Some(hit) = scan.phrase(next, Group::DayPart) {
        next = hit.next;
    }
    if next > index && scan.is(next, &[","]) {
        next += 1;
    }
    next
}

/// A day or the last of several: "ngày 30 tháng 6 năm 2023", "30/6", "ngày 11", "ngày 11-13 tháng 2".
pub(super) fn day(scan: &Scan, index: usize) -> Option<Core> {
    let first = scan.phrase(index, Group::Day).map(|hit| hit.next).or_else(|| scan.unit(index, 1));
    let last = first
        .map(|at| scan.pass(at))
        .filter(|at| scan.is(at + 1, &["-", "–"]) && scan.number(*at).is_some_and(|number| number.digits <= 2));
    match last.and_then(|at| single_day(scan, at + 2)) {
        Some(core) if core.form == Form::Day => Some(Core { ranged: true, ..core }),
        _ => single_day(scan, index),
    }
}

fn single_day(scan: &Scan, index: usize) -> Option<Core> {
    let after_word = scan.phrase(index, Group::Day).map(|hit| hit.next).or_else(|| scan.unit(index, 1));
    let at = scan.pass(after_word.unwrap_or(index));
    if let Some(core) = digits(scan, at, true) {
        let form = if after_word.is_some() && core.form == Form::Digits { Form::Day } else { core.form };
        return Some(Core { form, ..core });
    }
    let number = scan.number(at).filter(|number| number.digits <= 2)?;
    let day = i8::try_from(number.value).ok()?;
    if let Some((month, year, next)) = month(scan, scan.pass(at + 1)) {
        return Some(Core::new(Time::Day { year, month: Some(month), day }, Form::Day, next));
    }
    after_word?;
    // "ngày 30/13": no month, but meant as a date.
    if scan.is(at + 1, &["/"]) && scan.joined(at + 1) {
        let month = i8::try_from(scan.number(at + 2)?.value).ok()?;
        return Some(Core::new(Time::Day { year: None, month: Some(month), day }, Form::Day, at + 3));
    }
    if let Some(hit) = scan.phrase(at + 1, Group::Recurring) {
        return Some(Core::new(Time::Words, Form::Recurring(recurrence(hit.value)), hit.next));
    }
    // "ngày 15 tháng sau" is left to its words.
    let (time, next) = match scan.unit(at + 1, 3).and_then(|month| which(scan, month)) {
        Some((_, next)) => (Time::Words, next),
        None => (Time::Day { year: None, month: None, day }, at + 1),
    };
    Some(Core::new(time, Form::Day, next))
}

/// "tháng 6 năm 2023", "tháng 6/2023", "tháng Tư": month, year and the index after them.
fn month(scan: &Scan, index: usize) -> Option<(i8, Option<i16>, usize)> {
    let named = scan.phrase(index, Group::Month);
    let (month, mut next) = match scan.unit(index, 3).map(|next| scan.pass(next)) {
        Some(at) if scan.number(at).is_some_and(|number| number.digits <= 2 && (1..=12).contains(&number.value)) => {
            (scan.number(at)?.value, at + 1)
        }
        _ => named.map(|hit| (hit.value, hit.next))?,
    };
    // "tháng 7 và 8-2019" is about months, but "tháng 7-2019" is one.
    let year = year_after(scan, next);
    if let Some((_, after)) = year {
        next = after;
    }
    Some((i8::try_from(month).ok()?, year.map(|year| year.0), next))
}

/// The year of a month or quarter before it: "năm 2023", "/2023", "-2023", ".2023", "năm nay".
fn year_after(scan: &Scan, index: usize) -> Option<(i16, usize)> {
    if scan.is(index, &["/", "-", ".", "–", ","]) {
        return scan
            .year(index + 1)
            .filter(|_| scan.joined(index) || scan.is(index, &["/", "-"]))
            .map(|year| (year, index + 2));
    }
    let at = scan.pass(index);
    let at = scan.phrase(at, Group::Of).map_or(at, |of| scan.pass(of.next));
    let at = scan.pass(scan.unit(at, 5)?);
    scan.year(at).map(|year| (year, at + 1))
}

fn which(scan: &Scan, index: usize) -> Option<(i16, usize)> {
    scan.phrase(index, Group::Which).map(|hit| (hit.value, hit.next))
}

/// "thứ Sáu tuần này", "thứ 6 (11/04/2025)"; with nothing before or after it the same words count: "lần thứ ba".
fn weekday(scan: &Scan, index: usize, told: bool) -> Option<Core> {
    let at = scan.unit(index, 1).unwrap_or(index);
    let hit = scan.phrase(at, Group::Weekday)?;
    if let Some(every) = scan.phrase(hit.next, Group::Recurring) {
        return Some(Core::new(Time::Words, Form::Recurring(recurrence(every.value)), every.next));
    }
    let week = scan.unit(hit.next, 2).and_then(|next| which(scan, next));
    let weekday = i8::try_from(hit.value).ok()?;
    let near = told || at > index || week.is_some() || scan.is(scan.pass(hit.next), &["("]);
    let (weeks, next) = week.map_or((None, hit.next), |(weeks, next)| (Some(weeks), next));
    Some(Core { near, ..Core::new(Time::Weekday { weekday, weeks }, Form::Day, next) })
}

fn today(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Today)?;
    // "trong ngày 5/8" names its day, "chiều nay 5/8" says which day it is.
    if scan.number(hit.next).is_some() && scan.unit(hit.next - 1, 1).is_some() {
        return None;
    }
    Some(Core { near: true, ..Core::new(Time::Shift { unit: Unit::Day, by: hit.value }, Form::Day, hit.next) })
}

/// "trong tuần", "ngay trong tháng", where neither number nor "này", "sau", "cuối" says which.
fn end(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::End)?;
    let said = [Group::Which, Group::Part, Group::Numeral, Group::Quarter]
        .iter()
        .any(|group| scan.phrase(hit.next, *group).is_some());
    if said || scan.number(scan.pass(hit.next)).is_some() {
        return None;
    }
    let time = Time::Shift { unit: Unit::of(hit.value)?, by: 0 };
    Some(Core { at_end: true, ..Core::new(time, Form::Period, hit.next) })
}

/// A week, month, quarter or year.
fn period(scan: &Scan, index: usize) -> Option<Core> {
    if let Some((month, year, next)) = month(scan, index) {
        // "tháng 6 này", "tháng 6 tới"
        let next = which(scan, next).filter(|which| which.0 >= 0 && year.is_none()).map_or(next, |which| which.1);
        return Some(Core::new(Time::Month { year, month }, Form::Period, next));
    }
    let hit = scan.phrase(index, Group::Unit)?;
    let unit = Unit::of(hit.value)?;
    let after = scan.pass(hit.next);
    if unit == Unit::Quarter
        && let Some((quarter, after)) = quarter_number(scan, after)
    {
        let year = year_after(scan, after);
        let time = Time::Quarter { year: year.map(|year| year.0), quarter };
        return Some(Core::new(time, Form::Period, year.map_or(after, |year| year.1)));
    }
    if unit == Unit::Year
        && let Some((year, next)) = years(scan, after)
    {
        let form = if next > after + 1 { Form::Span } else { Form::Year };
        return Some(Core::new(Time::Year(year), form, next));
    }
    let (by, next) = which(scan, after)?;
    if unit == Unit::Day || by < 0 {
        return None;
    }
    let form = if unit == Unit::Year { Form::Year } else { Form::Period };
    Some(Core { near: unit != Unit::Year, ..Core::new(Time::Shift { unit, by }, form, next) })
}

/// I to IV or 1 to 4.
fn quarter_number(scan: &Scan, index: usize) -> Option<(i8, usize)> {
    let roman = || scan.phrase(index, Group::Quarter).map(|hit| hit.value);
    let quarter = scan.number(index).map(|number| number.value).or_else(roman)?;
    i8::try_from(quarter).ok().filter(|quarter| (1..=4).contains(quarter)).map(|quarter| (quarter, index + 1))
}

/// "cuối tháng", "cuối quý III", "hết năm 2018", "đầu tháng 5": the end is a day, the rest words.
fn part(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Part)?;
    let at = scan.pass(hit.next);
    if scan.phrase(at, Group::Period).is_some() {
        return span(scan, at);
    }
    let whole = period(scan, at).or_else(|| {
        let unit = scan.phrase(at, Group::Unit).and_then(|unit| Some((Unit::of(unit.value)?, unit.next)))?;
        (unit.0 != Unit::Day).then(|| Core::new(Time::Shift { unit: unit.0, by: 0 }, Form::Period, unit.1))
    });
    if let Some(whole) = whole {
        let time = if hit.value == 3 { whole.time } else { Time::Words };
        let form = if whole.form == Form::Year { Form::Period } else { whole.form };
        let near = whole.near || matches!(time, Time::Shift { unit: Unit::Week, .. });
        return Some(Core { at_end: hit.value == 3, near, ..Core::new(time, form, whole.next) });
    }
    // "hết ngày 30/6", "hết hôm nay"
    let day = (hit.value == 3).then(|| day(scan, at).or_else(|| today(scan, at)))??;
    Some(Core { at_end: true, ..day })
}

/// "6 tháng đầu năm", "6 tháng cuối năm 2016", "6 tháng còn lại của năm 2019".
fn half_year(scan: &Scan, index: usize) -> Option<Core> {
    let (count, after) = scan.count(index)?;
    let after = scan.unit(after, 3)?;
    let hit = scan.phrase(after, Group::Part).filter(|hit| hit.value != 2)?;
    let month = if hit.value == 1 { i8::try_from(count).ok().filter(|month| (1..=12).contains(month))? } else { 12 };
    let at = scan.unit(hit.next, 5)?;
    let (year, next) = match scan.year(at) {
        Some(year) => (Some(year), at + 1),
        None => (None, which(scan, at).map_or(at, |which| which.1)),
    };
    Some(Core { at_end: true, ..Core::new(Time::Month { year, month }, Form::Period, next) })
}

/// "15 ngày", "2 tuần tới".
fn count(scan: &Scan, index: usize) -> Option<Core> {
    let core = counted(scan, index)?;
    if let Some(hit) = scan.phrase(core.next, Group::Later) {
        return Some(Core { near: true, next: hit.next, ..core });
    }
    let next = which(scan, core.next).filter(|which| which.0 > 0).map_or(core.next, |which| which.1);
    Some(Core { next, ..core })
}

/// "giai đoạn 2018 - 2020", "nhiệm kỳ 2020 - 2025", "2016-2020".
fn span(scan: &Scan, index: usize) -> Option<Core> {
    let named = scan.phrase(index, Group::Period);
    let at = scan.pass(named.map_or(index, |hit| hit.next));
    let at = scan.unit(at, 5).unwrap_or(at);
    let (last, next) = years(scan, at)?;
    if named.is_none() && next == at + 1 {
        return None;
    }
    Some(Core::new(Time::Year(last), Form::Span, next))
}
