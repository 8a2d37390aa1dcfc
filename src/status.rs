//! How far a task has come, told from the user's word on it, its deadline and today.

use serde::{Deserialize, Serialize};

use crate::analysis::model::Date;

/// A deadline this many days away, or fewer, is near.
const NEAR_DAYS: i32 = 3;

/// What the user says of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing was done yet.
    #[default]
    NotStarted,
    /// Somebody is at it.
    InProgress,
    /// It was finished on that day.
    Done(Date),
    /// It rests.
    Paused,
}

impl Progress {
    /// Whether both say the same, whenever a task was finished.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// How today lies to a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    /// The day after the deadline or later.
    Overdue,
    /// The deadline is today or within the next three days.
    DueSoon,
    /// The deadline is further away.
    InTime,
    /// There is no date to be measured against.
    NoDeadline,
}

/// How `today` lies to the deadline `due`.
pub fn timing(due: Option<Date>, today: Date) -> Timing {
    let Some(due) = due else { return Timing::NoDeadline };
    match (due - today).get_days() {
        ..0 => Timing::Overdue,
        0..=NEAR_DAYS => Timing::DueSoon,
        _ => Timing::InTime,
    }
}

/// The state of a task in the customary words of a task table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing was done yet.
    NotStarted,
    /// Somebody is at it; the deadline is as the timing says.
    InProgress(Timing),
    /// Finished by the deadline, or there was none.
    Done,
    /// Finished after the deadline.
    DoneLate,
    /// It rests.
    Paused,
}

impl Status {
    /// All states in the order of a task's life.
    pub const ALL: [Self; 8] = [
        Self::NotStarted,
        Self::InProgress(Timing::Overdue),
        Self::InProgress(Timing::DueSoon),
        Self::InProgress(Timing::InTime),
        Self::InProgress(Timing::NoDeadline),
        Self::Done,
        Self::DoneLate,
        Self::Paused,
    ];

    /// The state of a task of which the user says `progress`, due on `due`, seen on the day `today`.
    pub fn of(progress: Progress, due: Option<Date>, today: Date) -> Self {
        match progress {
            Progress::NotStarted => Self::NotStarted,
            Progress::InProgress => Self::InProgress(timing(due, today)),
            Progress::Done(day) if due.is_some_and(|due| due < day) => Self::DoneLate,
            Progress::Done(_) => Self::Done,
            Progress::Paused => Self::Paused,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn three_days_before_the_deadline_it_is_near_and_on_the_day_after_overdue() {
        let due = Some(date(2023, 7, 31));
        assert_eq!(timing(due, date(2023, 7, 27)), Timing::InTime);
        assert_eq!(timing(due, date(2023, 7, 28)), Timing::DueSoon);
        assert_eq!(timing(due, date(2023, 7, 31)), Timing::DueSoon);
        assert_eq!(timing(due, date(2023, 8, 1)), Timing::Overdue);
        assert_eq!(timing(Some(date(2024, 7, 31)), date(2023, 8, 1)), Timing::InTime);
        assert_eq!(timing(None, date(2023, 8, 1)), Timing::NoDeadline);
    }

    #[test]
    fn a_task_is_late_by_the_day_it_was_finished_not_by_today() {
        let due = Some(date(2023, 7, 31));
        let today = date(2025, 1, 1);
        assert_eq!(Status::of(Progress::Done(date(2023, 7, 31)), due, today), Status::Done);
        assert_eq!(Status::of(Progress::Done(date(2023, 8, 1)), due, today), Status::DoneLate);
        assert_eq!(Status::of(Progress::Done(date(2023, 8, 1)), None, today), Status::Done);
        assert_eq!(Status::of(Progress::InProgress, due, today), Status::InProgress(Timing::Overdue));
        assert_eq!(Status::of(Progress::NotStarted, due, today), Status::NotStarted);
    }
}
