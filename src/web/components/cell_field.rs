//! The field in the place of a value while it is written in.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement, Node};
use yew::prelude::*;

use super::date_field::DateField;

/// What is written into a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Any words, on one line.
    Words,
    /// A sentence, broken into lines.
    Sentence,
    /// A name, of those in the text or another.
    Name,
    /// Names, set apart by semicolons.
    Names,
    /// A day, or words in its place; the day as the calendar knows it.
    Day(String),
}

/// Properties of [`CellField`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is edited, for those who listen.
    pub label: String,
    /// What stood there.
    pub value: String,
    /// What stands in its place from the start, if anything.
    pub letters: Option<String>,
    /// What is written.
    pub field: Field,
    /// Takes what was written, when the user turns elsewhere.
    pub onkeep: Callback<String>,
}

/// A field with the focus.
#[component]
pub fn CellField(props: &Props) -> Html {
    let cell = use_node_ref();
    let Props { label, value, letters, field: kind, onkeep } = props;
    let before = use_state_eq(String::new);
    {
        let (cell, letters, value) = (cell.clone(), letters.clone(), value.clone());
        use_effect_with((), move |()| begin(&cell, letters.as_deref(), &value));
    }
    let onfocusout = {
        let (cell, onkeep) = (cell.clone(), onkeep.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target();
            let inside = |cell: Node| cell.contains(next.as_ref().and_then(|next| next.dyn_ref()));
            if !cell.cast::<Node>().is_some_and(inside)
                && let Some(text) = written(&event)
            {
                onkeep.emit(text);
            }
        })
    };
    // A list completes the whole field, so that every name of a list of names takes along those before it.
    let oninput = {
        let before = before.clone();
        Callback::from(move |event: InputEvent| {
            let text = written(&event).unwrap_or_default();
            before.set(text.rfind(';').map(|end| format!("{}; ", text[..end].trim_end())).unwrap_or_default());
        })
    };
    // The fields belong to the browser once they are there: setting their value anew would undo what is typed.
    let input = match kind {
        Field::Words => html! { <input type="text" class="cell" aria-label={label.clone()} /> },
        Field::Name | Field::Names => html! {
            <>
                <input type="text" class="cell" list={if before.is_empty() { "bodies" } else { "more-bodies" }}
                    autocomplete="off" aria-label={label.clone()}
                    oninput={(*kind == Field::Names).then_some(oninput)} />
                if !before.is_empty() {
                    <MoreNames before={(*before).clone()} />
                }
            </>
        },
        Field::Sentence => html! { <textarea class="cell" rows="4" aria-label={label.clone()} /> },
        Field::Day(day) => html! {
            <DateField label={label.clone()} value={value.clone()} day={day.clone()} words=true onchange={onkeep} />
        },
    };
    html! { <span ref={cell} class="editing" {onfocusout}>{ input }</span> }
}

/// The names of the text behind those that are written already.
#[component]
fn MoreNames(props: &MoreNamesProps) -> Html {
    let names = crate::web::document::values_of("#bodies option");
    html! {
        <datalist id="more-bodies">
            { for names.into_iter().map(|name| html! { <option value={format!("{}{name}", props.before)} /> }) }
        </datalist>
    }
}

/// Properties of [`MoreNames`].
#[derive(PartialEq, Properties)]
struct MoreNamesProps {
    before: String,
}

/// Takes the focus and marks what stands there, to be written over; or puts the caret behind the first letters.
fn begin(cell: &NodeRef, letters: Option<&str>, value: &str) {
    let field = cell.cast::<Element>().and_then(|cell| cell.query_selector("input, textarea").ok()?);
    let Some(field) = field else { return };
    let text = letters.unwrap_or(value);
    if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(text);
        let _hidden = field.focus();
        if letters.is_none() {
            field.select();
        }
    } else if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(text);
        let _hidden = field.focus();
        if letters.is_none() {
            field.select();
        }
    }
}

/// What the field holds in which something happened.
pub fn written(event: &Event) -> Option<String> {
    let target = event.target()?;
    let of_input = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    of_input.or_else(|| target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
}
