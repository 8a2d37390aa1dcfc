//! The minutes at a glance: what the tasks leave unclear, how far plans were fulfilled, when what falls due.

use std::collections::BTreeSet;

use crate::analysis::model::{Attainment, Category, Date, Figure, Item, Minutes, Origin};
use crate::status::Timing;
use crate::table::{Row, Table};

use super::is_doubtful;

/// What a task has to make clear, by the customary check of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clear {
    /// Who has to act.
    Person,
    /// What is to be done: the analysis is sure of the sentence.
    Work,
    /// By when.
    Time,
    /// Who answers for it: the text itself names the lead, or the user confirmed it.
    Responsibility,
    /// What comes of it.
    Product,
}

impl Clear {
    /// All five in their customary order.
    pub const ALL: [Self; 5] = [Self::Person, Self::Work, Self::Time, Self::Responsibility, Self::Product];

    /// The tasks of `table` that leave it unclear.
    pub fn missing(self, table: &Table, minutes: &Minutes) -> Vec<Task> {
        let doubtful = |row: &Row| {
            let item = minutes.items.iter().find(|item| item.id == row.item);
            item.is_some_and(|item| is_doubtful(item.confidence))
        };
        let lacks = |row: &&Row| match self {
            Self::Person => row.lead.is_none(),
            Self::Work => doubtful(row),
            Self::Time => row.deadline.is_none(),
            Self::Responsibility => row.lead.as_ref().is_some_and(|lead| lead.origin == Origin::Inferred),
            Self::Product => row.product.is_none(),
        };
        table.rows.iter().filter(lacks).map(Task::of).collect()
    }
}

/// The shortcomings of `minutes` that no directive or recommendation answers.
pub fn unanswered(minutes: &Minutes) -> Vec<&Item> {
    let answered: BTreeSet<u32> = minutes.answers.iter().map(|answer| answer.shortcoming).collect();
    let open = |item: &&Item| item.category == Category::Shortcoming && !answered.contains(&item.id);
    minutes.distinct().filter(open).collect()
}

/// How many matters of each group `minutes` holds, in the customary order; what is said again counts once.
pub fn counts(minutes: &Minutes) -> [(Category, usize); 4] {
    let mut counts = Category::ALL.map(|category| (category, 0));
    for item in minutes.distinct() {
        for (category, count) in &mut counts {
            *count += usize::from(*category == item.category);
        }
    }
    counts
}

/// A task by its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Number of the item in the minutes.
    pub item: u32,
    /// Number in the table.
    pub number: u32,
}

impl Task {
    const fn of(row: &Row) -> Self {
        Self { item: row.item, number: row.number }
    }
}

/// How far a plan was fulfilled.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// What was planned, in the words of the text; empty where it does not say.
    pub subject: String,
    /// The amount planned, as written; empty where only a share is known.
    pub plan: String,
    /// What was done of it, as written.
    pub done: String,
    /// The part that was done, 1 for all.
    pub share: f64,
}

/// The plans of `minutes`, the analysis of `text`.
pub fn bars(minutes: &Minutes, text: &str) -> Vec<Bar> {
    let bar = |attainment: &Attainment| {
        let words = |place: &usize| minutes.figures.get(*place).map(|figure: &Figure| figure.span.of(text).to_owned());
        let done: Vec<_> = attainment.done.iter().filter_map(words).collect();
        Bar {
            subject: attainment.subject.map(|subject| subject.of(text).to_owned()).unwrap_or_default(),
            plan: attainment.plan.as_ref().and_then(words).unwrap_or_default(),
            done: done.join(" + "),
            share: attainment.share,
        }
    };
    minutes.attainments.iter().map(bar).collect()
}

/// The deadlines on a line of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Its first day.
    pub start: Date,
    /// Its last day.
    pub end: Date,
    /// Where today lies, 0 for the start and 1 for the end.
    pub today: f64,
    /// The days on which something falls due, in order.
    pub days: Vec<DueDay>,
}

/// One day on which something falls due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueDay {
    /// The day.
    pub date: Date,
    /// Where it lies, 0 for the start and 1 for the end.
    pub at: f64,
    /// How today lies to it.
    pub timing: Timing,
    /// What falls due.
    pub tasks: Vec<Task>,
}

impl Timeline {
    /// The deadlines of `table` around `today`; none where no task has a date.
    pub fn of(table: &Table, today: Date) -> Option<Self> {
        let mut due: Vec<(Date, Task)> =
            table.rows.iter().filter_map(|row| Some((row.due()?, Task::of(row)))).collect();
        due.sort_by_key(|(date, task)| (*date, task.number));
        let start = due.first()?.0.min(today);
        let end = due.last()?.0.max(today);
        let length = f64::from((end - start).get_days().max(1));
        let place = |date: Date| f64::from((date - start).get_days()) / length;
        let day = |tasks: &[(Date, Task)]| {
            let date = tasks.first()?.0;
            Some(DueDay {
                date,
                at: place(date),
                timing: crate::status::timing(Some(date), today),
                tasks: tasks.iter().map(|(_, task)| *task).collect(),
            })
        };
        let days = due.chunk_by(|(one, _), (other, _)| one == other).filter_map(day).collect();
        Some(Self { start, end, today: place(today), days })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::analysis::model::{Answer, Options, Span};

    const TEXT: &str = "Năm 2025, huyện được giao 109 tỷ đồng, đã giải ngân 12,5 tỷ đồng.\n\
        Chủ tịch huyện chỉ đạo:\n\
        - Giao phòng Nội vụ xây dựng kế hoạch biên chế, hoàn thành trước ngày 30/8/2025.\n\
        - Giao phòng Y tế kiểm tra các trạm, hoàn thành trước ngày 30/8/2025.\n\
        - Giao phòng Tài chính rà soát thu chi, hoàn thành trước ngày 10/9/2025.\n\
        - Giao phòng Văn hóa chấn chỉnh lễ hội.";

    fn analysed() -> (Minutes, Table) {
        let minutes = analyze(TEXT, &Options { date: Some(Date::constant(2025, 8, 1)), ..Options::default() });
        let table = Table::of(&minutes, TEXT);
        assert_eq!(table.rows.len(), 4, "{:?}", table.rows);
        (minutes, table)
    }

    #[test]
    fn what_a_task_leaves_unclear_is_listed_by_its_number() {
        let (minutes, mut table) = analysed();
        let numbers = |clear: Clear, table: &Table| {
            clear.missing(table, &minutes).iter().map(|task| task.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(Clear::Person, &table), [0; 0]);
        assert_eq!(numbers(Clear::Time, &table), [4]);
        for row in &mut table.rows {
            row.product = (row.number == 1).then(|| "kế hoạch biên chế".to_owned());
        }
        assert_eq!(numbers(Clear::Product, &table), [2, 3, 4]);
        if let Some(lead) = &mut table.rows[1].lead {
            lead.origin = Origin::Inferred;
        }
        table.rows[2].lead = None;
        assert_eq!((numbers(Clear::Person, &table), numbers(Clear::Responsibility, &table)), (vec![3], vec![2]));
    }

    #[test]
    fn what_is_said_again_counts_once_and_what_nothing_answers_is_listed() {
        let item = |id: u32, category| {
            let start = id as usize * 10;
            Item { id, ..Item::new(Span::new(start, start + 5), category) }
        };
        let mut again = item(2, Category::Shortcoming);
        again.repeated.push(Span::new(10, 15));
        let answer = Answer { shortcoming: 2, task: 4, shared: Vec::new(), repeated: Vec::new() };
        let items =
            vec![item(1, Category::Shortcoming), again, item(3, Category::Shortcoming), item(4, Category::Directive)];
        let minutes = Minutes { items, answers: vec![answer], ..Minutes::default() };
        assert_eq!(counts(&minutes).map(|(_, count)| count), [0, 2, 0, 1]);
        assert_eq!(unanswered(&minutes).iter().map(|item| item.id).collect::<Vec<_>>(), [3]);
    }

    #[test]
    fn a_plan_has_its_amounts_as_written_and_the_part_done() {
        let (minutes, _) = analysed();
        let bars = bars(&minutes, TEXT);
        let [bar] = bars.as_slice() else { panic!("one plan: {bars:?}") };
        assert_eq!((bar.plan.as_str(), bar.done.as_str()), ("109 tỷ đồng", "12,5 tỷ đồng"));
        assert!((bar.share - 12.5 / 109.0).abs() < 1e-9);
    }

    #[test]
    fn deadlines_of_one_day_stand_together_and_today_has_its_place() {
        let (_, table) = analysed();
        let timeline = Timeline::of(&table, Date::constant(2025, 9, 1)).unwrap();
        let days: Vec<_> =
            timeline.days.iter().map(|day| (day.date.to_string(), day.tasks.len(), day.timing)).collect();
        assert_eq!(days, [("2025-08-30".to_owned(), 2, Timing::Overdue), ("2025-09-10".to_owned(), 1, Timing::InTime)]);
        assert!((timeline.today - 2.0 / 11.0).abs() < 1e-9);
        let later = Timeline::of(&table, Date::constant(2025, 10, 1)).unwrap();
        assert_eq!((later.end, later.today), (Date::constant(2025, 10, 1), 1.0));
    }

    #[test]
    fn without_a_date_there_is_no_timeline_and_with_one_it_has_a_length() {
        let (_, mut table) = analysed();
        table.rows.retain(|row| row.number == 3);
        let alone = Timeline::of(&table, Date::constant(2025, 9, 10)).unwrap();
        assert_eq!((alone.today, alone.days[0].at, alone.days[0].timing), (0.0, 0.0, Timing::DueSoon));
        table.rows.clear();
        assert_eq!(Timeline::of(&table, Date::constant(2025, 9, 10)), None);
    }
}
