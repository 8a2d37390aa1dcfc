//! Bringing into sight what the user chose.

use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

fn find(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}

/// Scrolls to what is selected within the element that `place` finds, where it is out of sight.
pub fn selected(place: &str) {
    if let Some(element) = find(&format!("{place} .selected")) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls to the start of the result, and of the page where that scrolls.
pub fn start() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(body) = find("#result .body") {
        body.set_scroll_top(0);
    }
}
