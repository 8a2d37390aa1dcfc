//! Arithmetic of the calendar: from what a text says of a time to the last day that it covers.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What is known of the time of a document before its deadlines are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// The meeting's date, from which relative dates are counted.
    pub meeting: Option<Date>,
    /// The latest month that the document dates, which tells the year of a day and month alone.
    pub latest: Option<Date>,
    /// Whether "3/4" is the third of April: always so in Vietnamese, by the evidence of the text in English.
    pub day_first: bool,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Weekend,
}

impl Unit {
    pub(super) const fn of(value: i16) -> Option<Self> {
        match value {
            1 => Some(Self::Day),
            2 => Some(Self::Week),
            3 => Some(Self::Month),
            4 => Some(Self::Quarter),
            5 => Some(Self::Year),
            6 => Some(Self::Weekend),
            _ => None,
        }
    }
}

/// A time as the text says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// A day; month and year where they are said.
    Day { year: Option<i16>, month: Option<i8>, day: i8 },
    /// A month, or the last month of a longer period.
    Month { year: Option<i16>, month: i8 },
    /// A quarter by its number.
    Quarter { year: Option<i16>, quarter: i8 },
    /// The last year of a period or a single one.
    Year(i16),
    /// The unit so many units after the one of the meeting.
    Shift { unit: Unit, by: i16 },
    /// So many units counted from the meeting.
    Count { unit: Unit, count: i16 },
    /// A weekday, the next one or the one so many weeks on.
    Weekday { weekday: i8, weeks: Option<i16> },
    /// A weekday in a week of a month; the fifth week is the last.
    Floating { year: Option<i16>, month: i8, week: i8, weekday: i8 },
    /// A time that has words only.
    Words,
}

/// What the calendar makes of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// The last day of the time.
    Date(Date),
    /// Not enough is known.
    Unknown,
    /// There is no such day.
    Impossible,
}

impl Resolved {
    pub(super) fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Unknown | Self::Impossible => None,
        }
    }
}

/// How long a day and month without year may lie before the meeting and still be of the same year.
const LOOK_BACK_DAYS: i32 = 60;

impl Calendar {
    pub(super) fn resolve(&self, time: Time) -> Resolved {
        match time {
            Time::Day { year: Some(year), month: Some(month), day } => {
                Date::new(year, month, day).map_or(Resolved::Impossible, Resolved::Date)
            }
            Time::Day { year: None, month: Some(month), day } => {
                if Date::new(2024, month, day).is_err() {
                    return Resolved::Impossible;
                }
                known(self.year_for(|year| Date::new(year, month, day).ok()))
            }
            Time::Day { month: None, day, .. } => {
                if !(1..=31).contains(&day) {
                    return Resolved::Impossible;
                }
                known(self.meeting.and_then(|meeting| next_day_of_month(meeting, day)))
            }
            Time::Month { year: Some(year), month } => known(last_of_month(year, month)),
            Time::Month { year: None, month } => known(self.year_for(|year| last_of_month(year, month))),
            Time::Quarter { year, quarter } => self.resolve(Time::Month { year, month: quarter * 3 }),
            Time::Year(year) => known(Date::new(year, 12, 31).ok()),
            Time::Shift { unit, by } => known(self.meeting.and_then(|meeting| shift(meeting, unit, by))),
            Time::Count { unit, count } => known(self.meeting.and_then(|meeting| count_from(meeting, unit, count))),
            Time::Weekday { weekday, weeks } => {
                known(self.meeting.and_then(|meeting| weekday_after(meeting, weekday, weeks)))
            }
            Time::Floating { year: Some(year), month, week, weekday } => known(floating(year, month, week, weekday)),
            Time::Floating { year: None, month, week, weekday } => {
                known(self.year_for(|year| floating(year, month, week, weekday)))
            }
            Time::Words => Resolved::Unknown,
        }
    }

    /// The last day before a month, quarter or year begins; of other times the last day itself.
    pub(super) fn before(&self, time: Time) -> Resolved {
        let months = match time {
            Time::Month { .. } | Time::Shift { unit: Unit::Month, .. } => 1,
            Time::Quarter { .. } | Time::Shift { unit: Unit::Quarter, .. } => 3,
            Time::Year(_) | Time::Shift { unit: Unit::Year, .. } => 12,
            _ => return self.resolve(time),
        };
        let last = self.resolve(time).date().and_then(|date| date.checked_sub(months.months()).ok());
        known(last.map(Date::last_of_month))
    }

    /// The first of the dates of successive years that lies after the meeting or shortly before it.
    fn year_for(&self, date_in: impl Fn(i16) -> Option<Date>) -> Option<Date> {
        let (from, floor) = match (self.meeting, self.latest) {
            (Some(meeting), _) => (meeting, meeting.checked_sub(LOOK_BACK_DAYS.days()).ok()?),
            (None, Some(latest)) => (latest, latest.first_of_month()),
            (None, None) => return None,
        };
        (from.year() - 1..=from.year() + 4).filter_map(date_in).find(|date| *date >= floor)
    }
}

fn known(date: Option<Date>) -> Resolved {
    date.map_or(Resolved::Unknown, Resolved::Date)
}

pub(super) fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

fn floating(year: i16, month: i8, week: i8, weekday: i8) -> Option<Date> {
    let week = if week == 5 { -1 } else { week };
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(week, weekday).ok()
}

fn next_day_of_month(meeting: Date, day: i8) -> Option<Date> {
    (0..3)
        .filter_map(|months| {
            let month = meeting.first_of_month().checked_add(months.months()).ok()?;
            Date::new(month.year(), month.month(), day).ok()
        })
        .find(|date| *date >= meeting)
}

/// The last day of the unit `by` units after the one that holds `meeting`; weeks end on Sunday.
fn shift(meeting: Date, unit: Unit, by: i16) -> Option<Date> {
    let by = i32::from(by);
    match unit {
        Unit::Day => meeting.checked_add(by.days()).ok(),
        Unit::Week | Unit::Weekend => sunday(meeting)?.checked_add(by.weeks()).ok(),
        Unit::Month => Some(meeting.first_of_month().checked_add(by.months()).ok()?.last_of_month()),
        Unit::Quarter => {
            let last = (meeting.month() - 1) / 3 * 3 + 3;
            let end = Date::new(meeting.year(), last, 1).ok()?;
            Some(end.checked_add((by * 3).months()).ok()?.last_of_month())
        }
        Unit::Year => Date::new(meeting.year().checked_add(i16::try_from(by).ok()?)?, 12, 31).ok(),
    }
}

fn count_from(meeting: Date, unit: Unit, count: i16) -> Option<Date> {
    let count = i32::from(count);
    match unit {
        Unit::Day => meeting.checked_add(count.days()),
        Unit::Week | Unit::Weekend => meeting.checked_add(count.weeks()),
        Unit::Month => meeting.checked_add(count.months()),
        Unit::Quarter => meeting.checked_add((count * 3).months()),
        Unit::Year => meeting.checked_add(count.years()),
    }
    .ok()
}

fn sunday(meeting: Date) -> Option<Date> {
    let left = 7 - i32::from(meeting.weekday().to_monday_one_offset());
    meeting.checked_add(left.days()).ok()
}

fn weekday_after(meeting: Date, weekday: i8, weeks: Option<i16>) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    match weeks {
        None => meeting.nth_weekday(1, weekday).ok(),
        Some(weeks) => {
            let back = 7 - i32::from(weekday.to_monday_one_offset());
            shift(meeting, Unit::Week, weeks)?.checked_sub(back.days()).ok()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn relative_times_end_on_the_last_day_of_the_unit() {
        let calendar = Calendar { meeting: Some(date(2018, 10, 9)), ..Calendar::default() };
        for (unit, by, last) in [
            (Unit::Day, 1, date(2018, 10, 10)),
            (Unit::Week, 0, date(2018, 10, 14)),
            (Unit::Week, 1, date(2018, 10, 21)),
            (Unit::Month, 1, date(2018, 11, 30)),
            (Unit::Quarter, 0, date(2018, 12, 31)),
            (Unit::Quarter, 1, date(2019, 3, 31)),
            (Unit::Year, 1, date(2019, 12, 31)),
        ] {
            assert_eq!(calendar.resolve(Time::Shift { unit, by }), Resolved::Date(last), "{unit:?} {by}");
        }
    }

    #[test]
    fn the_year_left_out_is_the_next_one_that_fits() {
        let december = Calendar { meeting: Some(date(2020, 12, 20)), ..Calendar::default() };
        let day = |month, day| Time::Day { year: None, month: Some(month), day };
        assert_eq!(december.resolve(day(1, 15)), Resolved::Date(date(2021, 1, 15)));
        assert_eq!(december.resolve(day(12, 1)), Resolved::Date(date(2020, 12, 1)));
        assert_eq!(Calendar::default().resolve(day(1, 15)), Resolved::Unknown);
        let dated = Calendar { latest: Some(date(2016, 10, 31)), ..Calendar::default() };
        assert_eq!(dated.resolve(day(3, 15)), Resolved::Date(date(2017, 3, 15)));
    }

    #[test]
    fn before_a_period_is_the_day_before_it_begins() {
        let calendar = Calendar { meeting: Some(date(2018, 10, 9)), ..Calendar::default() };
        for (time, last) in [
            (Time::Month { year: Some(2019), month: 3 }, date(2019, 2, 28)),
            (Time::Quarter { year: Some(2019), quarter: 1 }, date(2018, 12, 31)),
            (Time::Year(2020), date(2019, 12, 31)),
            (Time::Shift { unit: Unit::Month, by: 1 }, date(2018, 10, 31)),
            (Time::Day { year: Some(2019), month: Some(3), day: 4 }, date(2019, 3, 4)),
        ] {
            assert_eq!(calendar.before(time), Resolved::Date(last), "{time:?}");
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_told() {
        let calendar = Calendar::default();
        for (year, month, day) in [(Some(2023), 4, 31), (None, 2, 30), (Some(2023), 2, 29)] {
            assert_eq!(calendar.resolve(Time::Day { year, month: Some(month), day }), Resolved::Impossible);
        }
    }

    #[test]
    fn a_weekday_is_the_next_one_or_that_of_a_week() {
        let monday = Calendar { meeting: Some(date(2018, 10, 22)), ..Calendar::default() };
        for (weekday, weeks, expected) in [
            (3, None, date(2018, 10, 24)),
            (1, None, date(2018, 10, 29)),
            (5, Some(0), date(2018, 10, 26)),
            (5, Some(1), date(2018, 11, 2)),
        ] {
            assert_eq!(monday.resolve(Time::Weekday { weekday, weeks }), Resolved::Date(expected));
        }
    }
}
