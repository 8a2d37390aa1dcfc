//! The documents that were opened together, a button each.

use yew::prelude::*;

use crate::web::desk::use_desk;
use crate::workspace::{Action, Leaf, Shared};

/// Properties of [`Tray`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The documents.
    pub leaves: Shared<Vec<Leaf>>,
    /// Name of the meeting on the desk.
    pub meeting: AttrValue,
}

/// The row of buttons.
#[component]
pub fn Tray(props: &Props) -> Html {
    let desk = use_desk();
    let leaf = |leaf: &Leaf| {
        let on_desk = *leaf.meeting == *props.meeting;
        let onclick = if on_desk { Callback::noop() } else { desk.on(Action::TakeUp(leaf.meeting.clone())) };
        html! {
            <li>
                <button type="button" aria-current={on_desk.then_some("true")} title={leaf.work.title()} {onclick}>
                    { leaf.name.clone() }
                </button>
            </li>
        }
    };
    html! {
        <nav id="tray" class="tray" aria-label={desk.say("tray.label")}>
            <span class="count">{ desk.count("tray.documents", props.leaves.len()) }</span>
            <ul>{ for props.leaves.iter().map(leaf) }</ul>
        </nav>
    }
}
