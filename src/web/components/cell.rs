//! A value that becomes a field when it is pressed: Enter or leaving keeps the new value, Escape the old one.

use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use crate::analysis::model::Origin;
use crate::web::desk::use_desk;
use crate::web::names;

/// What is written into the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Any words.
    Text,
    /// A day.
    Date,
}

/// Properties of [`EditableCell`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is written into the cell.
    pub field: Field,
    /// What is edited, for those who listen.
    pub label: String,
    /// The value as shown; empty where the text does not say.
    pub text: String,
    /// The value as edited.
    pub value: String,
    /// The text's own words, where the value is not them.
    pub hint: Option<String>,
    /// Said in the text or carried over.
    pub origin: Origin,
    /// Takes the new value.
    pub onchange: Callback<String>,
}

/// A value that can be corrected in its place.
#[component]
pub fn EditableCell(props: &Props) -> Html {
    let desk = use_desk();
    let editing = use_state_eq(|| false);
    let field = use_node_ref();
    let button = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(*editing, move |editing| {
            if let (true, Some(field)) = (*editing, field.cast::<HtmlInputElement>()) {
                let _hidden = field.focus();
                field.select();
            }
        });
    }
    let finish = {
        let (editing, field, onchange, old) =
            (editing.clone(), field.clone(), props.onchange.clone(), props.value.clone());
        move |keep: bool| {
            if !*editing {
                return;
            }
            editing.set(false);
            let value = field.cast::<HtmlInputElement>().map(|field| field.value());
            if let Some(value) = value.filter(|value| keep && *value != old) {
                onchange.emit(value);
            }
        }
    };
    let onkeydown = {
        let finish = finish.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" if !event.is_composing() => finish(true),
            "Escape" => finish(false),
            _ => {}
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| finish(true));
    let start = {
        let editing = editing.clone();
        Callback::from(move |_: MouseEvent| editing.set(true))
    };
    if *editing {
        let kind = match props.field {
            Field::Text => "text",
            Field::Date => "date",
        };
        return html! {
            <input ref={field} type={kind} class="cell" aria-label={props.label.clone()} value={props.value.clone()}
                {onkeydown} {onblur} />
        };
    }
    html! {
        <button ref={button} type="button" class="cell" data-origin={names::origin(props.origin)} onclick={start}
            title={props.label.clone()}>
            if props.text.is_empty() {
                <span class="none" aria-hidden="true">{ "–" }</span>
                <span class="unseen">{ desk.say("value.none") }</span>
            } else {
                { props.text.clone() }
                if props.origin == Origin::Inferred {
                    <abbr title={desk.say("value.inferred")}>{ "°" }</abbr>
                }
            }
            if let Some(hint) = &props.hint {
                <small>{ hint.clone() }</small>
            }
        </button>
    }
}
