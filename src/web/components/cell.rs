//! A value that becomes a field when it is pressed: Enter or leaving keeps the new value, Escape the old one.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent, Node};
use yew::prelude::*;

use super::date_field::DateField;
use crate::analysis::model::Origin;
use crate::web::desk::use_desk;
use crate::web::names;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// The words; empty where the text does not say.
    pub text: String,
    /// The text's own words, where these differ.
    pub hint: Option<String>,
    /// Said in the text or carried over.
    pub origin: Origin,
}

/// What is written into the cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Any words.
    Words,
    /// A day, or words in its place; the day as the calendar knows it.
    Day(String),
}

/// Properties of [`EditableCell`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is edited, for those who listen.
    pub label: String,
    /// What is shown.
    pub value: Value,
    /// What is written into the cell.
    pub field: Field,
    /// Takes the new value.
    pub onchange: Callback<String>,
}

/// A value that can be corrected in its place.
#[component]
pub fn EditableCell(props: &Props) -> Html {
    let desk = use_desk();
    let editing = use_state_eq(|| false);
    let by_key = use_mut_ref(|| false);
    let (cell, field, button) = (use_node_ref(), use_node_ref(), use_node_ref());
    {
        let (field, button, by_key) = (field.clone(), button.clone(), by_key.clone());
        use_effect_with(*editing, move |editing| {
            if let (true, Some(field)) = (*editing, field.cast::<HtmlInputElement>()) {
                let _hidden = field.focus();
                field.select();
            } else if !*editing && by_key.replace(false) {
                let _hidden = button.cast::<HtmlElement>().map(|button| button.focus());
            }
        });
    }
    if *editing {
        let onkeydown = {
            let old = props.value.text.clone();
            Callback::from(move |event: KeyboardEvent| {
                let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
                match event.key().as_str() {
                    "Enter" if !event.is_composing() => {}
                    "Escape" => field.set_value(&old),
                    _ => return,
                }
                // Or Enter would also press the button that takes the place of the field.
                event.prevent_default();
                event.stop_propagation();
                by_key.replace(true);
                let _hidden = field.blur();
            })
        };
        let onfocusout = {
            let (editing, cell) = (editing.clone(), cell.clone());
            Callback::from(move |event: FocusEvent| {
                let next = event.related_target();
                let inside = |cell: Node| cell.contains(next.as_ref().and_then(|next| next.dyn_ref()));
                if !cell.cast::<Node>().is_some_and(inside) {
                    editing.set(false);
                }
            })
        };
        let onchange = {
            let (editing, onchange) = (editing.clone(), props.onchange.clone());
            Callback::from(move |text: String| {
                editing.set(false);
                onchange.emit(text);
            })
        };
        let input = match &props.field {
            Field::Words => html! {
                <input ref={field} type="text" class="cell" aria-label={props.label.clone()}
                    value={props.value.text.clone()} onchange={Callback::from(move |event: Event| {
                        onchange.emit(event.target_unchecked_into::<HtmlInputElement>().value());
                    })} />
            },
            Field::Day(day) => html! {
                <DateField label={props.label.clone()} value={props.value.text.clone()} day={day.clone()} words=true
                    eager=true {onchange} />
            },
        };
        return html! { <span ref={cell} class="editing" {onkeydown} {onfocusout}>{ input }</span> };
    }
    let Value { text, hint, origin } = &props.value;
    html! {
        <button ref={button} type="button" class="cell" data-origin={names::origin(*origin)} title={props.label.clone()}
            onclick={Callback::from(move |_: MouseEvent| editing.set(true))}>
            if text.is_empty() {
                <span class="none" aria-hidden="true">{ "–" }</span>
                <span class="unseen">{ desk.say("value.none") }</span>
            } else {
                { text.clone() }
                if *origin == Origin::Inferred {
                    <abbr title={desk.say("value.inferred")}>{ "°" }</abbr>
                }
            }
            if let Some(hint) = hint {
                <small>{ hint.clone() }</small>
            }
        </button>
    }
}
