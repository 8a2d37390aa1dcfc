//! The address of the page: its hash says where the user is, so that back, forward and a bookmark lead there.

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::desk::Desk;
use crate::workspace::{Action, Place, State};

/// The place that the address names.
pub fn place() -> Option<Place> {
    let hash = web_sys::window()?.location().hash().ok()?;
    Place::read(hash.trim_start_matches('#'))
}

/// Lets the address follow the state, and the state the browser's way back and forth.
#[hook]
pub fn use_address(state: &State, desk: &Desk) {
    use_effect_with(state.whereabouts(), |now| write(*now));
    let desk = desk.clone();
    use_effect_with((), move |()| {
        let went = Closure::<dyn FnMut()>::new(move || {
            if let Some(place) = place() {
                desk.send(Action::Go(place));
            }
        });
        listen(went.as_ref().unchecked_ref(), true);
        move || listen(went.as_ref().unchecked_ref(), false)
    });
}

fn listen(listener: &Function, starts: bool) {
    let Some(window) = web_sys::window() else { return };
    // Fired by back and forward, and by a hash that somebody types.
    let _refused = if starts {
        window.add_event_listener_with_callback("popstate", listener)
    } else {
        window.remove_event_listener_with_callback("popstate", listener)
    };
}

/// Writes the place into the address: a new view is a step to go back from, a new choice is none.
fn write(now: Option<Place>) {
    let before = place();
    if now == before {
        return;
    }
    let Some(window) = web_sys::window() else { return };
    let (location, Ok(history)) = (window.location(), window.history()) else { return };
    let (path, query) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    // In full, since a hash alone would count from the base address, which need not be the page's own.
    let address = now.map_or_else(|| format!("{path}{query}"), |place| format!("{path}{query}#{place}"));
    let is_step = now.zip(before).is_some_and(|(now, before)| !now.has_views_of(before));
    let _refused = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
}
