//! The document around the page: its language, its colours, where a key was pressed.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, KeyboardEvent};
use yew::TargetCast;

use super::names;
use crate::analysis::model::Lang;
use crate::i18n;
use crate::workspace::Theme;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn set(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Both names are valid, so nothing can fail.
        let _valid = root.set_attribute(name, value);
    }
}

/// Names the page's language and title.
pub fn set_lang(lang: Lang) {
    set("lang", names::lang(lang));
    if let Some(document) = document() {
        document.set_title(i18n::say(lang, "page.title"));
    }
}

/// The folder of the page, as an address that ends in a slash.
pub fn base() -> String {
    let address = document().and_then(|document| document.base_uri().ok()?).unwrap_or_default();
    let folder = address.rfind('/').and_then(|end| address.get(..=end));
    folder.unwrap_or_default().to_owned()
}

/// Chooses the page's colours.
pub fn set_theme(theme: Theme) {
    set("data-theme", theme.name());
}

/// Sets the text's share of a wide window, in percent. By script: the page's policy forbids styles in markup.
pub fn set_text_share(percent: i32) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        let _valid = root.style().set_property("--text-share", &format!("{percent}%"));
    }
}

/// Whether the key was pressed in something that has its own undo.
pub fn is_in_field(event: &KeyboardEvent) -> bool {
    event
        .target_dyn_into::<Element>()
        .is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT"))
}

/// Gives the element with that id the focus.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _hidden = element.focus();
    }
}
