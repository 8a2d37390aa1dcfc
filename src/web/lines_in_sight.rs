//! Which lines of a long table are built: those near the window, and a few that must not go.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::workspace::sight::{Heights, Stretch};

/// A table of no more lines is built as a whole, so that the browser's own search finds all of it.
const WHOLE: usize = 200;
/// How far over and under the window lines are built, in pixels.
const MARGIN: f64 = 800.0;
/// The built lines begin and end at multiples of this, so that not every pixel of scrolling builds anew.
const STEP: usize = 8;
/// So many lines are built before anything is known of the window.
const FIRST: usize = 40;

/// Cuts `count` lines of `table`, whose bodies carry `data-line`, into those that are built and the gaps between.
#[hook]
pub fn use_lines_in_sight(table: &NodeRef, count: usize, pinned: &[usize]) -> Vec<Stretch> {
    let heights = use_mut_ref(Heights::default);
    let sight = use_state_eq(|| 0..FIRST);
    let printing = use_state_eq(|| false);
    let whole = count <= WHOLE || *printing;
    {
        let (heights, sight, table) = (heights.clone(), sight.clone(), table.clone());
        use_effect_with((count, whole), move |(count, whole)| {
            let count = *count;
            let look = {
                let heights = heights.clone();
                move || {
                    if let Some(top) = table.cast::<Element>().map(|table| -table.get_bounding_client_rect().top()) {
                        let range = heights.borrow().between(top - MARGIN, top + window_height() + MARGIN, count);
                        sight.set(range.start / STEP * STEP..range.end.next_multiple_of(STEP));
                    }
                }
            };
            let listeners = (!whole).then(|| {
                look();
                let forget = {
                    let look = look.clone();
                    move || {
                        heights.replace(Heights::default());
                        look();
                    }
                };
                [listen("scroll", look), listen("resize", forget)]
            });
            move || drop(listeners)
        });
    }
    {
        let printing = printing.clone();
        use_effect_with((), move |()| {
            let (before, after) = (printing.clone(), printing);
            let listeners = [
                listen("beforeprint", move || before.set(true)),
                // Not while the browser still draws the pages.
                listen("afterprint", move || {
                    let after = after.clone();
                    Timeout::new(0, move || after.set(false)).forget();
                }),
            ];
            move || drop(listeners)
        });
    }
    {
        let (heights, table) = (heights.clone(), table.clone());
        use_effect(move || {
            if !whole {
                measure(&table, &mut heights.borrow_mut());
            }
        });
    }
    if whole { vec![Stretch::Built(0..count)] } else { heights.borrow().stretches((*sight).clone(), pinned, count) }
}

fn window_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    height.unwrap_or_default()
}

fn measure(table: &NodeRef, heights: &mut Heights) {
    let Some(lines) = table.cast::<Element>().and_then(|table| table.query_selector_all("[data-line]").ok()) else {
        return;
    };
    for index in 0..lines.length() {
        let Some(line) = lines.item(index).and_then(|line| line.dyn_into::<HtmlElement>().ok()) else { continue };
        if let Some(place) = line.get_attribute("data-line").and_then(|place| place.parse().ok()) {
            heights.note(place, line.get_bounding_client_rect().height());
        }
    }
}

/// A listener on the window for as long as it is held. It hears what happens anywhere inside, scrolling too.
struct Listener {
    event: &'static str,
    closure: Closure<dyn FnMut()>,
}

fn listen(event: &'static str, hear: impl FnMut() + 'static) -> Listener {
    let closure = Closure::new(hear);
    if let Some(window) = web_sys::window() {
        let hear = closure.as_ref().unchecked_ref();
        let _never = window.add_event_listener_with_callback_and_bool(event, hear, true);
    }
    Listener { event, closure }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let hear = self.closure.as_ref().unchecked_ref();
            let _never = window.remove_event_listener_with_callback_and_bool(self.event, hear, true);
        }
    }
}
