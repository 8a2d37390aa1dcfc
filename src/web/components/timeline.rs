//! The deadlines: a line of time with today on it, and the same in words.

use yew::prelude::*;

use super::task_links::TaskLinks;
use crate::analysis::model::Date;
use crate::status::Timing;
use crate::table::Table;
use crate::web::desk::{Desk, use_desk};
use crate::workspace::Shared;
use crate::workspace::overview::{DueDay, Timeline};

/// Size of the drawing in its own units, and the margin on both sides of the line.
const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 48.0;
const MARGIN: f64 = 10.0;
/// The height on which the line lies.
const LINE: f64 = 30.0;

/// Properties of [`DueTimeline`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The tasks.
    pub table: Shared<Table>,
    /// From which the state of tasks is told.
    pub today: Date,
}

/// The line and its list; nothing where no task has a date.
#[component]
pub fn DueTimeline(props: &Props) -> Html {
    let desk = use_desk();
    let Some(timeline) = Timeline::of(&props.table, props.today) else { return Html::default() };
    html! {
        <section aria-labelledby="overview-due">
            <h3 id="overview-due">{ desk.say("due.title") }</h3>
            { drawing(&timeline, &desk) }
            <ol id="due" class="due-days">{ for timeline.days.iter().map(|day| line(day, &desk)) }</ol>
        </section>
    }
}

fn drawing(timeline: &Timeline, desk: &Desk) -> Html {
    let x = |at: f64| MARGIN + at * (WIDTH - 2.0 * MARGIN);
    let (start, end) = (desk.date(timeline.start), desk.date(timeline.end));
    let count = timeline.days.iter().map(|day| day.tasks.len()).sum();
    let label =
        format!("{} {}", desk.count("due.count", count), desk.fill("due.range", &[("start", &start), ("end", &end)]));
    // A dot's area tells how many tasks it stands for.
    let radius = |day: &DueDay| (3.0 + 1.5 * (day.tasks.len() as f64).sqrt()).min(9.0);
    let today = x(timeline.today);
    // The word for today stays within the drawing.
    let anchor = if timeline.today < 0.1 {
        "start"
    } else if timeline.today > 0.9 {
        "end"
    } else {
        "middle"
    };
    html! {
        <svg class="timeline" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={label}>
            <path class="axis" d={format!("M{MARGIN} {LINE}H{}", WIDTH - MARGIN)} />
            <path class="today" d={format!("M{today:.1} 16V{HEIGHT}")} />
            <text x={format!("{today:.1}")} y="11" text-anchor={anchor}>{ desk.say("due.today") }</text>
            { for timeline.days.iter().map(|day| html! {
                <circle class={name(day.timing)} cx={format!("{:.1}", x(day.at))} cy={LINE.to_string()}
                    r={format!("{:.1}", radius(day))} />
            }) }
        </svg>
    }
}

fn line(day: &DueDay, desk: &Desk) -> Html {
    let timing = match day.timing {
        Timing::Overdue => Some("due.overdue"),
        Timing::DueSoon => Some("due.soon"),
        Timing::InTime | Timing::NoDeadline => None,
    };
    html! {
        <li class={name(day.timing)}>
            <b>{ desk.date(day.date) }</b>
            <span>{ desk.say("due.tasks") }{ " " }<TaskLinks tasks={day.tasks.clone()} /></span>
            if let Some(timing) = timing {
                <small class="timing">{ desk.say(timing) }</small>
            }
        </li>
    }
}

const fn name(timing: Timing) -> &'static str {
    match timing {
        Timing::Overdue => "overdue",
        Timing::DueSoon => "soon",
        Timing::InTime | Timing::NoDeadline => "later",
    }
}
