//! Plans against what was done of them, a bar each.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::model::Minutes;
use crate::web::desk::use_desk;
use crate::workspace::Shared;
use crate::workspace::overview::{Bar, bars};

/// Width of a whole plan, in the drawing's own units; what goes beyond it is cut and marked.
const WHOLE: f64 = 200.0;
/// Width of the drawing: a quarter more than the plan.
const WIDTH: f64 = 250.0;

/// Properties of [`PlanBars`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The text that was analysed.
    pub text: Rc<str>,
    /// What was found.
    pub minutes: Shared<Minutes>,
}

/// The bars; nothing where the text tells of no plan.
#[component]
pub fn PlanBars(props: &Props) -> Html {
    let desk = use_desk();
    let bars = use_memo((props.text.clone(), props.minutes.clone()), |(text, minutes)| bars(minutes, text));
    if bars.is_empty() {
        return Html::default();
    }
    let bar = |bar: &Bar| {
        let percent = desk.percent(bar.share);
        let amounts = match (bar.done.as_str(), bar.plan.as_str()) {
            ("", "") => String::new(),
            ("", plan) => desk.fill("plan.only", &[("plan", plan)]),
            (done, "") => done.to_owned(),
            (done, plan) => desk.fill("plan.done", &[("done", done), ("plan", plan)]),
        };
        let subject = if bar.subject.is_empty() { desk.say("plan.unnamed").to_owned() } else { bar.subject.clone() };
        let done = (bar.share.max(0.0) * WHOLE).min(WIDTH);
        html! {
            <tr>
                <th scope="row">{ subject }if !amounts.is_empty() { <small>{ amounts }</small> }</th>
                <td class="amount">{ percent.clone() }</td>
                <td class="bar">
                    <svg viewBox={format!("0 0 {WIDTH} 14")} preserveAspectRatio="none" role="img"
                        aria-label={desk.fill("plan.share", &[("share", &percent)])}>
                        <rect class="plan" x="0.5" y="1.5" width={WHOLE.to_string()} height="11" />
                        <rect class="done" y="1" width={format!("{done:.1}")} height="12" />
                        <path class="whole" d={format!("M{WHOLE} 0v14")} />
                    </svg>
                </td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="overview-plans">
            <h3 id="overview-plans">{ desk.say("plan.title") }</h3>
            <table id="plans" class="counts plans"><tbody>{ for bars.iter().map(bar) }</tbody></table>
        </section>
    }
}
