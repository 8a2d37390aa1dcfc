//! The empty desk: what the page does, and two samples to see it done.

use yew::prelude::*;

use super::analyse::Analyse;
use crate::web::desk::use_desk;
use crate::workspace::Action;

const VIETNAMESE: &str = include_str!("../../../static/sample-vi.txt");
const ENGLISH: &str = include_str!("../../../static/sample-en.txt");

/// What stands over the text field while it is empty.
#[component]
pub fn Welcome() -> Html {
    let desk = use_desk();
    html! {
        <section class="welcome" aria-labelledby="welcome-title">
            <h2 id="welcome-title">{ desk.say("welcome.title") }</h2>
            <p>{ desk.say("welcome.lead") }</p>
        </section>
    }
}

/// What stands under the text field while it is empty.
#[component]
pub fn Samples() -> Html {
    let desk = use_desk();
    let sample = |id: &'static str, key: &'static str, text: &'static str| {
        html! {
            <button type="button" {id} class="tool" onclick={desk.on(Action::Replace(text.into()))}>
                { desk.say(key) }
            </button>
        }
    };
    html! {
        <section class="samples">
            <Analyse />
            <span class="space"></span>
            <span>{ desk.say("welcome.samples") }</span>
            { sample("sample-vi", "welcome.sample-vi", VIETNAMESE) }
            { sample("sample-en", "welcome.sample-en", ENGLISH) }
        </section>
    }
}
