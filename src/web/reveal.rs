//! Bringing an element into sight.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls the first element that `selector` finds into sight, where it is out of it.
pub fn reveal(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(element) = document.and_then(|document| document.query_selector(selector).ok()?) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
