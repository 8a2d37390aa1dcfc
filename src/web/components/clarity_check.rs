//! The check of five: which tasks leave person, work, time, responsibility or product unclear.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use super::task_links::TaskLinks;
use crate::analysis::model::Minutes;
use crate::table::Table;
use crate::web::desk::use_desk;
use crate::workspace::Shared;
use crate::workspace::overview::Clear;

/// Properties of [`ClarityCheck`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What was found.
    pub minutes: Shared<Minutes>,
    /// The tasks in it.
    pub table: Shared<Table>,
}

/// One line for each of the five, with the tasks that lack it.
#[component]
pub fn ClarityCheck(props: &Props) -> Html {
    let desk = use_desk();
    let all = props.table.rows.len();
    let line = |clear: Clear| {
        let (name, key, gap) = match clear {
            Clear::Person => ("person", "clear.person", "clear.person.missing"),
            Clear::Work => ("work", "clear.work", "clear.work.missing"),
            Clear::Time => ("time", "clear.time", "clear.time.missing"),
            Clear::Responsibility => ("responsibility", "clear.responsibility", "clear.responsibility.missing"),
            Clear::Product => ("product", "clear.product", "clear.product.missing"),
        };
        let missing = clear.missing(&props.table, &props.minutes);
        let counts = [("n", desk.number(all - missing.len())), ("all", desk.number(all))];
        html! {
            <li data-clear={name} data-missing={missing.len().to_string()}>
                <Icon of={if missing.is_empty() { Drawing::Check } else { Drawing::Doubt }} />
                <b>{ desk.say(key) }</b>
                <span class="count">{ desk.fill("clear.of", &[("n", &counts[0].1), ("all", &counts[1].1)]) }</span>
                if !missing.is_empty() {
                    <p>{ desk.say(gap) }{ " " }<TaskLinks tasks={missing} /></p>
                }
            </li>
        }
    };
    html! {
        <section aria-labelledby="overview-clear">
            <h3 id="overview-clear">{ desk.say("clear.title") }</h3>
            if all == 0 {
                <p class="hint">{ desk.say("overview.no-tasks") }</p>
            } else {
                <ul class="clarity">{ for Clear::ALL.into_iter().map(line) }</ul>
            }
        </section>
    }
}
