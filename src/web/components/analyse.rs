//! The button for those who expect one: the analysis starts by itself.

use yew::prelude::*;

use crate::web::desk::use_desk;
use crate::workspace::Action;

/// Asks for the analysis.
#[component]
pub fn Analyse() -> Html {
    let desk = use_desk();
    html! {
        <button type="button" id="analyse" class="tool" onclick={desk.on(Action::Analyse)}>
            { desk.say("action.analyse") }
        </button>
    }
}
