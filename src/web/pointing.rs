//! Marks the sentence of the row or card that the mouse or the focus is on. Straight in the document: a pointer that
//! wanders over sixty rows must not draw the text sixty times.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

const POINTED: &str = "pointed";

/// For events on the result that bubble: marks the sentence of the row that the event is in.
pub fn point<Kind: AsRef<web_sys::Event> + 'static>() -> Callback<Kind> {
    Callback::from(|event: Kind| {
        let target = event.as_ref().target().and_then(|target| target.dyn_into::<Element>().ok());
        let row = target.and_then(|target| target.closest("[data-item], [data-row]").ok().flatten());
        let item = row.and_then(|row| row.get_attribute("data-item").or_else(|| row.get_attribute("data-row")));
        mark(item.as_deref());
    })
}

/// Takes the mark away.
pub fn leave<Kind: 'static>() -> Callback<Kind> {
    Callback::from(|_: Kind| mark(None))
}

fn mark(item: Option<&str>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let all = |selector: &str| {
        let found = document.query_selector_all(selector).ok();
        let count = found.as_ref().map_or(0, web_sys::NodeList::length);
        (0..count).filter_map(move |place| found.as_ref()?.get(place)?.dyn_into::<Element>().ok()).collect::<Vec<_>>()
    };
    let wanted = item.map(|item| all(&format!("#source-pane mark[data-item='{item}']"))).unwrap_or_default();
    for old in all("#source-pane mark.pointed").iter().filter(|old| !wanted.contains(old)) {
        let _valid = old.class_list().remove_1(POINTED);
    }
    for new in wanted {
        let _valid = new.class_list().add_1(POINTED);
    }
}
