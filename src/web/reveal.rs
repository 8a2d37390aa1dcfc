//! Bringing into sight what the user chose.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

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

/// Gives the focus to what can be pressed or written in the cell of the item's row.
pub fn focus_cell(item: u32, column: &str) {
    let selector = format!("#table [data-row='{item}'] [data-column='{column}']");
    let control = find(&selector).and_then(|cell| cell.query_selector("input, textarea, button, select").ok()?);
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        let _hidden = control.focus();
    }
}

/// Gives the focus to the card of the item.
pub fn focus_card(item: &str) {
    let button = find(&format!("#groups [data-item='{item}'] .sentence"));
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _hidden = button.focus();
    }
}
