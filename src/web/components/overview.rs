//! The minutes at a glance: counts, what the tasks leave unclear, shortcomings that nothing answers, plans against what was done, deadlines.

use std::rc::Rc;

use yew::prelude::*;

use super::clarity_check::ClarityCheck;
use super::icon::{Drawing, Icon};
use super::plan_bars::PlanBars;
use super::printed_analysis::PrintedAnalysis;
use super::timeline::DueTimeline;
use super::unanswered::Unanswered;
use crate::analysis::model::{Category, Date, Minutes};
use crate::table::{Label, Table};
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::Shared;
use crate::workspace::overview::counts;

/// Width of the longest bar, in the drawing's own units.
const WIDTH: usize = 240;

/// Properties of [`Overview`], and of the analysis on paper.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The text that was analysed.
    pub text: Rc<str>,
    /// What was found.
    pub minutes: Shared<Minutes>,
    /// The tasks in it.
    pub table: Shared<Table>,
    /// From which the state of tasks is told.
    pub today: Date,
}

/// The pictures, each with its words.
#[component]
pub fn Overview(props: &Props) -> Html {
    let desk = use_desk();
    let Props { text, minutes, table, today } = props;
    let counts = counts(minutes);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default().max(1);
    let bar = |(category, amount): (Category, usize)| {
        html! {
            <tr data-category={names::category(category)}>
                <th scope="row"><Icon of={Drawing::Group(category)} />{ desk.label(Label::Category(category)) }</th>
                <td class="amount">{ desk.number(amount) }</td>
                <td class="extent">
                    <svg viewBox={format!("0 0 {WIDTH} 12")} preserveAspectRatio="none" aria-hidden="true">
                        <rect width={(amount * WIDTH / most).to_string()} height="12" rx="2" />
                    </svg>
                </td>
            </tr>
        }
    };
    html! {
        <div id="overview" class="overview">
            <section aria-labelledby="overview-found">
                <h3 id="overview-found">{ desk.say("overview.found") }</h3>
                <table class="counts"><tbody>{ for counts.into_iter().map(bar) }</tbody></table>
            </section>
            <ClarityCheck minutes={minutes.clone()} table={table.clone()} />
            <Unanswered text={text.clone()} minutes={minutes.clone()} />
            <PlanBars text={text.clone()} minutes={minutes.clone()} />
            <DueTimeline table={table.clone()} today={*today} />
            <PrintedAnalysis ..props.clone() />
        </div>
    }
}
