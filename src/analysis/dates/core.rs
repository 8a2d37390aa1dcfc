//! The bare time in a date expression, without the preposition before it.

use super::calendar::{Calendar, Time, Unit};
use super::numeric;
use super::scan::Scan;
use super::terms::Group;
use super::{english, vietnamese};
use crate::analysis::model::{Lang, Recurrence};

/// The outward form of a time: how likely it is a time at all, and what it may be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A day with its name, or in digits with the year.
    Day,
    /// Day and month in digits only: perhaps a fraction or an amount.
    Digits,
    /// A week, month, quarter or half year.
    Period,
    /// A year.
    Year,
    /// A planning period, a term, years from and to.
    Span,
    /// So many days, weeks or months.
    Count,
    /// A feast of the calendar.
    Feast,
    /// A time that comes back.
    Recurring(Option<Recurrence>),
}

/// A time without preposition.
#[derive(Clone, Copy, Debug)]
pub(super) struct Core {
    pub(super) time: Time,
    pub(super) form: Form,
    /// Index of the word after it.
    pub(super) next: usize,
    /// Whether it runs from one day to another.
    pub(super) ranged: bool,
    /// Whether the end of the period is said ("cuối tháng", "end of May").
    pub(super) at_end: bool,
    /// Whether a happening of that time is named after it ("the May meeting").
    pub(super) happens: bool,
    /// Whether it is told by its distance from the meeting ("today", "thứ Hai tuần tới").
    pub(super) near: bool,
}

impl Core {
    pub(super) const fn new(time: Time, form: Form, next: usize) -> Self {
        Self { time, form, next, ranged: false, at_end: false, happens: false, near: false }
    }

    /// The year, where a day, month or quarter says it.
    pub(super) const fn year(self) -> Option<i16> {
        match self.time {
            Time::Day { year, .. } | Time::Month { year, .. } | Time::Quarter { year, .. } => year,
            _ => None,
        }
    }
}

/// Reads the time that begins at the word `index`.
pub(super) fn read(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Core> {
    let core = match scan.lang {
        Lang::Vi => vietnamese::read(scan, index),
        Lang::En => english::read(scan, calendar, index),
    }
    .or_else(|| recurring(scan, index))?;
    Some(in_year(scan, calendar, through(scan, explained(scan, calendar, core))))
}

fn recurring(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Recurring)?;
    Some(Core::new(Time::Words, Form::Recurring(recurrence(hit.value)), hit.next))
}

/// The interval of a unit of time.
pub(super) const fn recurrence(unit: i16) -> Option<Recurrence> {
    match unit {
        1 => Some(Recurrence::Daily),
        2 => Some(Recurrence::Weekly),
        3 => Some(Recurrence::Monthly),
        4 => Some(Recurrence::Quarterly),
        5 => Some(Recurrence::Yearly),
        _ => None,
    }
}

/// A day in brackets, after a comma or at once after a relative time says which day that is: "this Thursday (4/9)".
fn explained(scan: &Scan, calendar: &Calendar, core: Core) -> Core {
    if !matches!(core.time, Time::Shift { .. } | Time::Weekday { .. } | Time::Count { .. }) {
        return core;
    }
    let mut index = scan.pass(core.next);
    let bracket = scan.is(index, &["("]);
    if bracket || scan.is(index, &[",", ":"]) {
        index = scan.pass(index + 1);
    }
    let day = match scan.lang {
        Lang::Vi => vietnamese::day(scan, index),
        Lang::En => english::day(scan, calendar, index),
    };
    match day {
        Some(day) if bracket && !scan.is(scan.pass(day.next), &[")"]) => core,
        Some(day) => Core {
            form: Form::Day,
            near: core.near,
            next: if bracket { scan.pass(day.next) + 1 } else { day.next },
            ..day
        },
        None => core,
    }
}

/// "30/6 năm sau", "June next year": the year counted from that of the meeting.
fn in_year(scan: &Scan, calendar: &Calendar, core: Core) -> Core {
    let Some(unit) = (match scan.lang {
        Lang::Vi => Some(scan.pass(core.next)),
        Lang::En => scan.phrase(core.next, Group::Which).map(|hit| hit.next),
    })
    .and_then(|at| scan.unit(at, 5)) else {
        return core;
    };
    let which = match scan.lang {
        Lang::Vi => scan.phrase(unit, Group::Which),
        Lang::En => scan.phrase(core.next, Group::Which),
    };
    let (Some(which), Some(meeting)) = (which, calendar.meeting) else { return core };
    let said = Some(meeting.year() + which.value);
    let next = unit.max(which.next);
    match core.time {
        Time::Day { year: None, month: Some(month), day } => {
            Core { time: Time::Day { year: said, month: Some(month), day }, next, ..core }
        }
        Time::Month { year: None, month } => Core { time: Time::Month { year: said, month }, next, ..core },
        Time::Quarter { year: None, quarter } => Core { time: Time::Quarter { year: said, quarter }, next, ..core },
        _ => core,
    }
}

/// "từ ngày 3/6 đến ngày 5/6": the last day counts.
fn through(scan: &Scan, core: Core) -> Core {
    if scan.lang != Lang::Vi || core.form != Form::Day {
        return core;
    }
    let last = scan.phrase(core.next, Group::Until).and_then(|hit| vietnamese::day(scan, hit.next));
    last.map_or(core, |last| Core { ranged: true, ..last })
}

/// A day in digits; the form tells whether the year was there.
pub(super) fn digits(scan: &Scan, index: usize, day_first: bool) -> Option<Core> {
    let found = numeric::date(scan, index, day_first)?;
    let form = match (found.time, found.has_year) {
        (Time::Month { .. }, _) => Form::Period,
        (_, true) => Form::Day,
        (_, false) => Form::Digits,
    };
    // "3-5 năm", "2-4 weeks" count.
    if form == Form::Digits && scan.phrase(scan.pass(found.next), Group::Unit).is_some() {
        return None;
    }
    Some(Core { ranged: found.ranged, ..Core::new(found.time, form, found.next) })
}

/// A feast day; the year may follow it.
pub(super) fn feast(scan: &Scan, index: usize) -> Option<Core> {
    let hit = scan.phrase(index, Group::Feast)?;
    let year = scan.year(hit.next);
    let next = if year.is_some() { hit.next + 1 } else { hit.next };
    let month = i8::try_from(hit.value.abs() / 100).ok()?;
    let day = i8::try_from(hit.value.abs() % 100).ok()?;
    let time = if hit.value < 0 {
        Time::Floating { year, month, week: day / 10, weekday: day % 10 }
    } else {
        Time::Day { year, month: Some(month), day }
    };
    Some(Core::new(time, Form::Feast, next))
}

/// "2018 - 2020" after the word that names the period.
pub(super) fn years(scan: &Scan, index: usize) -> Option<(i16, usize)> {
    let first = scan.year(index)?;
    match scan.year(index + 2) {
        Some(last) if scan.is(index + 1, &["-", "–", "/"]) && last > first => Some((last, index + 3)),
        _ => Some((first, index + 1)),
    }
}

/// A number of units counted from the meeting: "15 ngày", "two weeks".
pub(super) fn counted(scan: &Scan, index: usize) -> Option<Core> {
    let (count, after) = scan.count(index)?;
    // "3-5 năm", "4–6 weeks": from and to.
    if scan.is(after, &["-", "–"]) || scan.joined(index) && scan.is(index - 1, &["-", "–", ".", ",", "/"]) {
        return None;
    }
    // "10 ngày làm việc": working days need a calendar of holidays that nobody has.
    if let Some(hit) = scan.phrase(scan.pass(after), Group::Vague) {
        return Some(Core::new(Time::Words, Form::Count, hit.next));
    }
    let hit = scan.phrase(scan.pass(after), Group::Unit)?;
    let unit = Unit::of(hit.value).filter(|unit| *unit != Unit::Weekend)?;
    Some(Core::new(Time::Count { unit, count }, Form::Count, hit.next))
}
