//! Date expressions: a time together with the preposition or label before it.

use std::ops::Range;

use jiff::civil::Date;

use super::calendar::Calendar;
use super::core::{self, Core, Form};
use super::role::{self, Role};
use super::scan::Scan;
use super::terms::Group;
use crate::analysis::model::{Lang, Recurrence, Span};
use crate::analysis::words::Word;

/// What the preposition or label before a time says, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lead {
    /// Nothing stands before it.
    None,
    /// The day that something is for: "for".
    For,
    /// At that time: "vào", "on".
    At,
    /// Within that time: "trong", "in".
    Within,
    /// Up to it: "đến", "until".
    Until,
    /// Due before the happening of that day: "prior to".
    Ahead,
    /// Due by then: "trước", "chậm nhất", "by", "due".
    Due,
    /// From it on.
    Since,
    /// The state of that day.
    Reporting,
}

/// A date, period, relative time or recurrence in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its words, the preposition included.
    pub words: Range<usize>,
    /// The same in bytes of the normal text.
    pub span: Span,
    /// The last day that it covers, where that can be told.
    pub date: Option<Date>,
    /// How often, for a recurrence whose interval is said.
    pub recurrence: Option<Recurrence>,
    /// What the date is for.
    pub role: Role,
    /// How sure a deadline is, by its wording alone: 0 none, 1 bare, 2 "trong", "on", 3 "trước", "by".
    pub strength: u8,
}

/// Finds all date expressions among `words`, the words of the normal text `text`, in their order and disjoint.
pub fn find(words: &[Word], text: &str, lang: Lang, calendar: &Calendar) -> Vec<Expression> {
    let scan = Scan::new(words, text, lang);
    let mut found = Vec::new();
    let mut occasion: Option<Occasion> = None;
    let mut index = 0;
    while index < words.len() {
        if occasion.as_ref().is_none_or(|occasion| !occasion.condition || occasion.words.end <= index) {
            occasion = Occasion::begin(&scan, index).or(occasion);
        }
        match read(&scan, calendar, index) {
            Some(mut expression) => {
                index = expression.words.end.max(index + 1);
                if occasion.as_ref().is_some_and(|occasion| occasion.governs(&expression)) {
                    (expression.role, expression.strength) = (Role::Event, 0);
                }
                found.push(expression);
            }
            None => index += 1,
        }
    }
    found
}

/// The parts of an expression before its role is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    /// The first word, preposition included.
    pub(super) start: usize,
    pub(super) lead: Lead,
    pub(super) core: Core,
}

fn read(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Expression> {
    let led = Leads::read(scan, index);
    let after = |leads: Leads| {
        core::read(scan, calendar, leads.next)
            // "hoàn thành 9/9 tiêu chí" counts.
            .filter(|core| core.form != Form::Digits || !leads.verb)
            .map(|core| Parts { start: leads.start, lead: leads.lead, core })
    };
    // The preposition may be part of the time itself ("trong ngày").
    let bare = || core::read(scan, calendar, index).map(|core| Parts { start: index, lead: Lead::None, core });
    let parts = after(led).or_else(|| (led.next > index).then(bare).flatten());
    let Some(Parts { start, lead, core }) = parts else { return words_only(scan, calendar, index) };
    let core = role::with_happening(scan, core);
    let parts = Parts { start, lead, core };
    let before = lead == Lead::Due && led.before && !core.at_end;
    let resolved = if before { calendar.before(core.time) } else { calendar.resolve(core.time) };
    let (role, strength) = role::tell(scan, calendar, &parts, resolved);
    let recurrence = match core.form {
        Form::Recurring(recurrence) => recurrence,
        _ => None,
    };
    let date = resolved.date().filter(|_| role != Role::Vague);
    expression(scan, start..core.next, date, recurrence, role, strength)
}

fn expression(
    scan: &Scan,
    words: Range<usize>,
    date: Option<Date>,
    recurrence: Option<Recurrence>,
    role: Role,
    strength: u8,
) -> Option<Expression> {
    let start = scan.words.get(words.start)?.start as usize;
    let end = scan.words.get(words.end.checked_sub(1)?)?.end as usize;
    Some(Expression { words, span: Span::new(start, end), date, recurrence, role, strength })
}

/// The most prepositions and labels before one time.
const LEADS: usize = 5;

/// The run of prepositions and labels before a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leads {
    /// The first of them that belongs to the words of the date.
    pub(super) start: usize,
    /// The strongest of them.
    pub(super) lead: Lead,
    /// Whether one of them says that the time itself is too late: "trước", "before".
    pub(super) before: bool,
    /// Whether the last of them is a verb: what follows may be its object.
    verb: bool,
    /// Whether the last of them is left to the task where a preposition follows.
    stays: bool,
    /// Index of the word after the run.
    pub(super) next: usize,
}

impl Leads {
    pub(super) fn read(scan: &Scan, index: usize) -> Self {
        let mut run = Self { start: index, lead: Lead::None, before: false, verb: false, stays: false, next: index };
        for _ in 0..LEADS {
            let step = [Group::Due, Group::Reporting, Group::Since, Group::Until, Group::Within]
                .into_iter()
                .filter_map(|group| scan.phrase(run.next, group))
                .max_by_key(|hit| hit.next);
            if let Some(hit) = step {
                // "hoàn thành trước …": the verb makes it a deadline and stays with the task.
                if run.stays {
                    run.start = run.next;
                }
                run.verb = hit.group == Group::Due && hit.value == 2;
                run.stays = run.verb || hit.group == Group::Due && hit.value == 4;
                run.lead = run.lead.max(lead_of(hit.group, hit.value));
                run.before |= hit.group == Group::Due && hit.value == 3;
                run.next = scan.pass(hit.next);
            } else if let Some(hit) = scan.phrase(run.next, Group::Filler).filter(|_| run.next > index) {
                run.next = scan.pass(hit.next);
            } else if run.next > index && scan.is(run.next, &[":"]) {
                run.next = scan.pass(run.next + 1);
            } else {
                break;
            }
        }
        // "từ 18h ngày 5/4": the hour begins, the day is the day.
        if run.lead == Lead::Since
            && scan.number(run.next).is_some()
            && scan.phrase(run.next + 1, Group::Hour).is_some()
        {
            run.lead = Lead::At;
        }
        run
    }
}

const fn lead_of(group: Group, value: i16) -> Lead {
    match (group, value) {
        (Group::Due, 1) => Lead::Ahead,
        (Group::Due, _) => Lead::Due,
        (Group::Reporting, _) => Lead::Reporting,
        (Group::Since, _) => Lead::Since,
        (Group::Until, _) => Lead::Until,
        (_, 0) => Lead::Within,
        (_, 1) => Lead::At,
        _ => Lead::For,
    }
}

/// The most words of an event that a task is due before or after.
const OCCASION_WORDS: usize = 20;

/// A clause that names an event ("sau khi kết thúc …", "unless …"): dates in it are those of the event.
struct Occasion {
    words: Range<usize>,
    /// Whether it hangs on a condition, so that not even "by" makes a deadline in it.
    condition: bool,
}

impl Occasion {
    fn begin(scan: &Scan, index: usize) -> Option<Self> {
        let hit = scan.phrase(index, Group::Occasion).filter(|hit| hit.value > 1)?;
        let end = occasion_end(scan, hit.next);
        Some(Self { words: index..end, condition: hit.value == 3 })
    }

    fn governs(&self, expression: &Expression) -> bool {
        expression.role == Role::Deadline
            && self.words.start < expression.words.start
            && expression.words.start < self.words.end
            && (self.condition || expression.strength < 3)
    }
}

fn occasion_end(scan: &Scan, start: usize) -> usize {
    let last = scan.words.len().min(start + OCCASION_WORDS);
    (start..last).find(|at| scan.closes(*at)).unwrap_or(last)
}

/// A time in words alone: "càng sớm càng tốt", "trước khi khánh thành cầu", "before the next meeting".
fn words_only(scan: &Scan, calendar: &Calendar, index: usize) -> Option<Expression> {
    if let Some(hit) = scan.phrase(index, Group::Vague) {
        return expression(scan, index..hit.next, None, None, Role::Vague, 1);
    }
    let hit = scan.phrase(index, Group::Occasion).filter(|hit| hit.value < 2)?;
    // The clause ends where a deadline of its own begins.
    let due = |at: &usize| {
        let leads = Leads::read(scan, *at);
        let day = |core: Core| leads.lead == Lead::Due || core.form == Form::Day;
        leads.lead > Lead::For && core::read(scan, calendar, leads.next).is_some_and(day)
    };
    let end = occasion_end(scan, hit.next);
    let end = (hit.next..end).find(due).unwrap_or(end);
    expression(scan, index..end, None, None, Role::Vague, 1)
}
