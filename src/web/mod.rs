//! The page in the browser: shows the [`State`](crate::workspace::State), sends actions, holds no decision.

pub mod address;
pub mod app;
pub mod clipboard;
pub mod components;
pub mod converter;
pub mod desk;
pub mod document;
pub mod files;
pub mod keeper;
pub mod lines_in_sight;
pub mod names;
pub mod pointing;
pub mod preferences;
pub mod reveal;
pub mod shortcuts;
pub mod store;
pub mod tab_lock;
pub mod worker;

use std::rc::Rc;

use yew::Reducible;

use crate::analysis::model::Date;
use crate::workspace::{Action, State};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Rc::unwrap_or_clone(self).apply(action))
    }
}

/// Starts the page in the document's element `app`, in place of what stands there while the page loads.
pub fn open_page() {
    console_error_panic_hook::set_once();
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("app")) {
        wasm_bindgen_futures::spawn_local(async move {
            let start = preferences::Start::look_up().await.into();
            root.set_inner_html("");
            yew::Renderer::<app::App>::with_root_and_props(root, app::Props { start }).render();
        });
    }
}

/// Today by the device's clock.
fn today() -> Date {
    day_of(&js_sys::Date::new_0())
}

/// The day of a moment in the device's zone.
fn day_of(moment: &js_sys::Date) -> Date {
    let (year, month, day) = (moment.get_full_year(), moment.get_month() + 1, moment.get_date());
    let date = |(year, month, day): (u32, u32, u32)| {
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    };
    date((year, month, day)).unwrap_or_default()
}
