//! Which part of a long text is shown, and the way to its neighbours.

use yew::prelude::*;

use crate::analysis::model::Span;
use crate::web::desk::use_desk;
use crate::workspace::{Action, Turn};

/// Properties of [`Parts`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The part.
    pub window: Span,
    /// Length of the text, in bytes.
    pub size: usize,
}

/// Back, where one is, forth.
#[component]
pub fn Parts(props: &Props) -> Html {
    let desk = use_desk();
    let Props { window, size } = *props;
    let percent = |at: usize| {
        let tenths = at * 1000 / size.max(1);
        format!("{}{}{}", tenths / 10, desk.say("number.point"), tenths % 10)
    };
    let place = desk.fill("source.part", &[("from", &percent(window.start)), ("to", &percent(window.end))]);
    html! {
        <div id="parts" class="parts" role="group" aria-label={desk.say("source.parts")}>
            <button type="button" id="part-back" class="tool" disabled={window.start == 0}
                onclick={desk.on(Action::Turn(Turn::Back))}>
                { desk.say("source.previous") }
            </button>
            <span class="count">{ place }</span>
            <button type="button" id="part-forth" class="tool" disabled={window.end == size}
                onclick={desk.on(Action::Turn(Turn::Forth))}>
                { desk.say("source.next") }
            </button>
        </div>
    }
}
