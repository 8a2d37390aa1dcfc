//! Numbers of tasks; each leads to its row.

use yew::prelude::*;

use crate::web::desk::use_desk;
use crate::workspace::overview::Task;
use crate::workspace::{Action, Selection, Side, View};

/// More numbers say no more than their count.
const MOST: usize = 20;

/// Properties of [`TaskLinks`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The tasks.
    pub tasks: Vec<Task>,
}

/// The numbers, and how many more there are.
#[component]
pub fn TaskLinks(props: &Props) -> Html {
    let desk = use_desk();
    let link = |task: &Task| {
        let item = task.item;
        let onclick = {
            let desk = desk.clone();
            Callback::from(move |_: MouseEvent| {
                desk.send(Action::Show(View::Table));
                desk.send(Action::Select(Some(Selection { item, side: Side::Address })));
            })
        };
        html! {
            <button type="button" class="link" data-item={item.to_string()} {onclick}
                aria-label={desk.fill("overview.task", &[("n", &task.number.to_string())])}>
                { task.number }
            </button>
        }
    };
    let more = props.tasks.len().saturating_sub(MOST);
    html! {
        <span class="numbers">
            { for props.tasks.iter().take(MOST).map(link) }
            if more > 0 {
                <span>{ desk.count("overview.more", more) }</span>
            }
        </span>
    }
}
