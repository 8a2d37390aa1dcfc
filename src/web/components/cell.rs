//! A value of the table: a button that opens a field in its place.

use yew::prelude::*;

use super::cell_field::{CellField, Field};
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

/// How a cell stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Mode {
    /// It shows its value.
    #[default]
    Shown,
    /// It shows its value, and the tabulator stops here.
    Stop,
    /// It is written in; with these letters in the place of its value, if any.
    Written(Option<String>),
}

impl Mode {
    /// The `tabindex` of what is shown: one cell of the table is reached by the tabulator, the others by the arrows.
    pub const fn tabindex(&self) -> &'static str {
        match self {
            Self::Shown => "-1",
            Self::Stop | Self::Written(_) => "0",
        }
    }
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
    /// How the cell stands.
    pub mode: Mode,
    /// Opens the cell for writing.
    pub onopen: Callback<()>,
    /// Takes what was written, when the user turns elsewhere.
    pub onkeep: Callback<String>,
}

/// A value that can be corrected in its place.
#[component]
pub fn EditableCell(props: &Props) -> Html {
    let desk = use_desk();
    let Props { label, value: Value { text, hint, origin }, field, mode, onopen, onkeep } = props;
    if let Mode::Written(letters) = mode {
        return html! {
            <CellField label={label.clone()} value={text.clone()} letters={letters.clone()} field={field.clone()} {onkeep} />
        };
    }
    let open = {
        let onopen = onopen.clone();
        Callback::from(move |_: MouseEvent| onopen.emit(()))
    };
    html! {
        <button type="button" class="cell" data-origin={names::origin(*origin)} title={label.clone()}
            tabindex={mode.tabindex()} onclick={open}>
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
