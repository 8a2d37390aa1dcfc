//! The keys that work everywhere on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::desk::Desk;
use super::document;
use crate::workspace::{Action, View};

/// Hears the keys wherever the focus is. `open_map` opens the map of the keys.
#[hook]
pub fn use_shortcuts(desk: &Desk, open_map: Callback<()>) {
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let hear = move |event: KeyboardEvent| {
            if !event.default_prevented() && !event.is_composing() && press(&event, &desk, &open_map) {
                event.prevent_default();
            }
        };
        let closure = Closure::<dyn FnMut(KeyboardEvent)>::new(hear);
        let window = web_sys::window();
        if let Some(window) = &window {
            let _never = window.add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = window {
                let _never = window.remove_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref());
            }
        }
    });
}

/// Does what the key does; tells whether it does anything.
fn press(event: &KeyboardEvent, desk: &Desk, open_map: &Callback<()>) -> bool {
    let command = event.ctrl_key() || event.meta_key();
    // Fields of one line have their own undo; the text has the page's, so that all steps go one way.
    let in_field = document::is_in_field(event);
    match (event.key().to_lowercase().as_str(), command, event.alt_key(), event.shift_key()) {
        ("?", false, false, _) if !in_field && !document::is_in_text(event) => open_map.emit(()),
        ("z", true, false, false) if !in_field => desk.send(Action::Undo),
        ("z", true, false, true) | ("y", true, false, _) if !in_field => desk.send(Action::Redo),
        ("enter", true, false, false) => desk.send(Action::Analyse),
        (_, false, true, false) if event.code() == "Digit0" => {
            desk.send(Action::Show(View::Source));
            document::focus("source");
        }
        (_, false, true, false) => match view(&event.code()) {
            Some(view) => {
                desk.send(Action::Show(view));
                document::focus("result");
            }
            None => return false,
        },
        _ => return false,
    }
    true
}

/// The view of that digit, in the order of the tabs.
fn view(code: &str) -> Option<View> {
    let digit: usize = code.strip_prefix("Digit")?.parse().ok()?;
    View::ALL.get(digit.checked_sub(1)?).copied()
}
