//! Counts of what was found, and what the tasks lack.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Minutes, Origin};
use crate::table::{Label, Row, Table};
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::{Shared, is_doubtful};

/// Width of the longest bar, in the drawing's own units.
const WIDTH: usize = 240;

/// Properties of [`Overview`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What was found.
    pub minutes: Shared<Minutes>,
    /// The tasks in it.
    pub table: Shared<Table>,
}

/// Counts and gaps.
#[component]
pub fn Overview(props: &Props) -> Html {
    let desk = use_desk();
    let items = &props.minutes.items;
    let count = |category: Category| items.iter().filter(|item| item.category == category).count();
    let most = Category::ALL.into_iter().map(count).max().unwrap_or_default().max(1);
    let bar = |category: Category| {
        let amount = count(category);
        html! {
            <tr data-category={names::category(category)}>
                <th scope="row"><Icon of={Drawing::Group(category)} />{ desk.label(Label::Category(category)) }</th>
                <td class="amount">{ desk.number(amount) }</td>
                <td class="bar">
                    <svg viewBox={format!("0 0 {WIDTH} 12")} preserveAspectRatio="none" aria-hidden="true">
                        <rect width={(amount * WIDTH / most).to_string()} height="12" rx="2" />
                    </svg>
                </td>
            </tr>
        }
    };
    let rows = &props.table.rows;
    let lacking = |test: fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count();
    let no_lead = lacking(|row| row.lead.is_none());
    let no_deadline = lacking(|row| row.deadline.is_none());
    let inferred = lacking(|row| row.lead.as_ref().is_some_and(|lead| lead.origin == Origin::Inferred));
    let doubtful = items.iter().filter(|item| is_doubtful(item.confidence)).count();
    let gap = |key: &'static str, amount: usize, of: &'static str, all: usize| {
        html! {
            if amount > 0 {
                <li>
                    <span>{ desk.say(key) }</span>
                    <b>{ desk.fill(of, &[("n", &desk.number(amount)), ("all", &desk.number(all))]) }</b>
                </li>
            }
        }
    };
    html! {
        <div id="overview" class="overview">
            <section aria-labelledby="overview-found">
                <h3 id="overview-found">{ desk.say("overview.found") }</h3>
                <table class="counts"><tbody>{ for Category::ALL.into_iter().map(bar) }</tbody></table>
            </section>
            <section aria-labelledby="overview-gaps">
                <h3 id="overview-gaps">{ desk.say("overview.gaps") }</h3>
                if rows.is_empty() {
                    <p class="hint">{ desk.say("overview.no-tasks") }</p>
                } else if no_lead + no_deadline == 0 {
                    <p class="hint">{ desk.say("overview.complete") }</p>
                }
                <ul class="gaps">
                    { gap("overview.no-lead", no_lead, "overview.of-tasks", rows.len()) }
                    { gap("overview.inferred", inferred, "overview.of-tasks", rows.len()) }
                    { gap("overview.no-deadline", no_deadline, "overview.of-tasks", rows.len()) }
                    { gap("overview.doubtful", doubtful, "overview.of-items", items.len()) }
                </ul>
            </section>
        </div>
    }
}
