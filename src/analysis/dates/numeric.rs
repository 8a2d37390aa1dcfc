//! Dates in digits: 30/6, 30-8-2018, 22.4, 2014-04-15, 12/2017, 11-13.02.2025.

use super::calendar::Time;
use super::scan::Scan;
use crate::analysis::words::Kind;

/// A date in digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeric {
    pub(super) time: Time,
    /// The index after it.
    pub(super) next: usize,
    /// Whether the year is written.
    pub(super) has_year: bool,
    /// Whether two days are named, of which this is the last.
    pub(super) ranged: bool,
}

/// Reads a date in digits at the word `index`. A number with a point or a fraction may look the same: the caller
/// knows from the words around whether a date without a year is meant.
pub(super) fn date(scan: &Scan, index: usize, day_first: bool) -> Option<Numeric> {
    let first = scan.number(index)?;
    if scan.joined(index)
        && !scan.is(index - 1, &["(", "[", "*", "~", "\"", "'", "“", "|", ":", ",", ";", "_", "-", ">"])
    {
        return None;
    }
    let separator = separator(scan, index + 1)?;
    let second = scan.number(index + 2)?;
    // The span of days in "11-13.02.2025", "11-13/2".
    if separator == "-"
        && second.digits <= 2
        && first.digits <= 2
        && let Some(last) = plain(scan, index + 2, day_first).filter(|_| scan.is(index + 3, &[".", "/"]))
    {
        return Some(Numeric { ranged: true, ..last });
    }
    plain(scan, index, day_first)
}

fn separator<'a>(scan: &Scan<'a>, index: usize) -> Option<&'a str> {
    let mark = scan.written(index);
    (["/", "-", ".", "–"].contains(&mark) && scan.joined(index) && scan.joined(index + 1)).then_some(mark)
}

fn plain(scan: &Scan, index: usize, day_first: bool) -> Option<Numeric> {
    let first = scan.number(index)?;
    let mark = separator(scan, index + 1)?;
    let second = scan.number(index + 2)?;
    let third = separator(scan, index + 3).filter(|other| *other == mark).and_then(|_| scan.number(index + 4));
    let next = if third.is_some() { index + 5 } else { index + 3 };
    if goes_on(scan, next) {
        return None;
    }
    let (month, day, year) = match third {
        Some(third) if first.digits == 4 && third.digits <= 2 => (second.value, third.value, scan.year(index)?),
        // "25-04-15" begins with the year.
        Some(third) if mark == "-" && first.digits == 2 && third.digits == 2 && first.value >= 20 => {
            (second.value, third.value, 2000 + first.value)
        }
        Some(third) if first.digits <= 2 && second.digits <= 2 => {
            let year = match third.digits {
                2 if mark != "." => 2000 + third.value,
                _ => scan.year(index + 4)?,
            };
            let (month, day) = order(first.value, second.value, day_first);
            (month, day, year)
        }
        Some(_) => return None,
        None if second.digits == 4 && first.digits <= 2 => {
            let month = i8::try_from(first.value).ok().filter(|month| (1..=12).contains(month))?;
            let year = Some(scan.year(index + 2)?);
            return Some(Numeric { time: Time::Month { year, month }, next, has_year: true, ranged: false });
        }
        None if first.digits <= 2 && second.digits <= 2 => {
            let (month, day) = order(first.value, second.value, day_first);
            let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
            if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
                return None;
            }
            return Some(Numeric {
                time: Time::Day { year: None, month: Some(month), day },
                next,
                has_year: false,
                ranged: false,
            });
        }
        None => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some(Numeric { time: Time::Day { year: Some(year), month: Some(month), day }, next, has_year: true, ranged: false })
}

/// Month and day of two numbers; the order of the text gives way where only the other one makes a date.
fn order(first: i16, second: i16, day_first: bool) -> (i16, i16) {
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    if month > 12 && day <= 12 { (day, month) } else { (month, day) }
}

/// Whether the digits go on as something else: a version, an amount, the number of a document.
fn goes_on(scan: &Scan, index: usize) -> bool {
    if !scan.joined(index) {
        return false;
    }
    match scan.kind(index) {
        Some(Kind::Letters | Kind::Digits) => true,
        Some(Kind::Mark) => {
            scan.is(index, &["%", "‰"])
                || scan.is(index, &["/", "-", ".", ",", "–"])
                    && scan.joined(index + 1)
                    && matches!(scan.kind(index + 1), Some(Kind::Letters | Kind::Digits))
        }
        Some(Kind::Break) | None => false,
    }
}

/// Whether the text writes the day before the month: told by the numbers above twelve.
pub(super) fn writes_day_first(scan: &Scan) -> Option<bool> {
    let (mut day_first, mut month_first) = (0u32, 0u32);
    for index in 0..scan.words.len() {
        let (Some(first), Some(mark), Some(second)) =
            (scan.number(index), separator(scan, index + 1), scan.number(index + 2))
        else {
            continue;
        };
        if mark != "/" || first.digits > 2 || second.digits > 2 {
            continue;
        }
        day_first += u32::from((13..=31).contains(&first.value) && (1..=12).contains(&second.value));
        month_first += u32::from((1..=12).contains(&first.value) && (13..=31).contains(&second.value));
    }
    (day_first + month_first > 0).then_some(day_first > month_first)
}
