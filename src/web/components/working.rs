//! An analysis under way; the stylesheet shows it only once it takes longer than a blink.

use yew::prelude::*;

use crate::web::desk::use_desk;

/// From so many characters on, the size is told.
const LONG: usize = 200_000;

/// Properties of [`Working`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Length of the text, in characters.
    pub size: usize,
    /// Stops it.
    pub onstop: Callback<MouseEvent>,
}

/// A bar and a way to stop.
#[component]
pub fn Working(props: &Props) -> Html {
    let desk = use_desk();
    let words =
        if props.size < LONG { desk.say("working.short").to_owned() } else { desk.count("working.long", props.size) };
    html! {
        <div id="working" class="working">
            <p role="status">{ words.clone() }</p>
            <progress aria-label={words}></progress>
            <button type="button" id="stop" class="tool" onclick={props.onstop.clone()}>
                { desk.say("action.stop") }
            </button>
        </div>
    }
}
