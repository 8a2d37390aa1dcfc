//! The map of the keys, opened by the question mark.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::web::desk::use_desk;

/// A place of the page, and its keys with what they do.
type Part = (&'static str, &'static [(&'static str, &'static str)]);

const PARTS: [Part; 4] = [
    (
        "keys.everywhere",
        &[
            ("?", "keys.map"),
            ("Ctrl+Z", "keys.undo"),
            ("Ctrl+Shift+Z", "keys.redo"),
            ("Alt+1 … 4", "keys.views"),
            ("Alt+0", "keys.text"),
            ("Ctrl+Enter", "keys.analyse"),
        ],
    ),
    ("keys.in-text", &[("↑ ↓", "keys.select"), ("Shift+→", "keys.add"), ("Tab", "keys.leave-text")]),
    (
        "keys.in-groups",
        &[("↑ ↓", "keys.card"), ("Enter", "keys.open-card"), ("1 2 3 4", "keys.regroup"), ("Delete", "keys.dismiss")],
    ),
    (
        "keys.in-table",
        &[
            ("← ↑ → ↓", "keys.cell"),
            ("Tab", "keys.next-cell"),
            ("Enter, F2", "keys.write"),
            ("Enter", "keys.keep"),
            ("Escape", "keys.give-up"),
            ("Delete", "keys.clear"),
            ("Space", "keys.show"),
            ("Escape", "keys.leave-table"),
        ],
    ),
];

/// Properties of [`KeyMap`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Whether the map is open.
    pub open: bool,
    /// Puts it away.
    pub onclose: Callback<()>,
}

/// A dialogue with a list for each part of the page.
#[component]
pub fn KeyMap(props: &Props) -> Html {
    let desk = use_desk();
    let dialogue = use_node_ref();
    {
        let dialogue = dialogue.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialogue) = dialogue.cast::<HtmlDialogElement>() {
                match (*open, dialogue.open()) {
                    (true, false) => drop(dialogue.show_modal()),
                    (false, true) => dialogue.close(),
                    _ => {}
                }
            }
        });
    }
    let onclose = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: Event| onclose.emit(()))
    };
    let close = {
        let onclose = props.onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    let part = |(title, keys): &Part| {
        html! {
            <section>
                <h3>{ desk.say(title) }</h3>
                <dl>{ for keys.iter().map(|(key, words)| html! {
                    <div><dt><kbd>{ *key }</kbd></dt><dd>{ desk.say(words) }</dd></div>
                }) }</dl>
            </section>
        }
    };
    html! {
        <dialog ref={dialogue} id="key-map" class="panel" aria-labelledby="key-map-title" {onclose}>
            <div class="head">
                <h2 id="key-map-title">{ desk.say("keys.title") }</h2>
                <span class="space"></span>
                <button type="button" class="bare" aria-label={desk.say("action.close")} onclick={close}>
                    <Icon of={Drawing::Close} />
                </button>
            </div>
            if props.open {
                <div class="parts-of-page">{ for PARTS.iter().map(part) }</div>
            }
        </dialog>
    }
}
