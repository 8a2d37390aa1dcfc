//! The text: a field to write in, laid over the same text with its marks, so that reading and editing are one place.
//!
//! The field belongs to the browser: its value is set only when the text comes from elsewhere (file, sample, undo),
//! never while somebody types, or Vietnamese input methods would lose their half-composed syllables.

use std::rc::Rc;

use web_sys::{HtmlTextAreaElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::analyse::Analyse;
use super::legend::Legend;
use super::parts::Parts;
use super::peek::Peek;
use super::source_line::{SourceLine, lines};
use crate::analysis::model::Span;
use crate::web::desk::use_desk;
use crate::workspace::{Action, Mark, Selection, Shared, Shown, Side, State};

/// Properties of [`SourcePane`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All that the page shows.
    pub state: UseReducerHandle<State>,
}

/// The pane with the text.
#[component]
pub fn SourcePane(props: &Props) -> Html {
    let state = &props.state;
    let desk = use_desk();
    let field = use_node_ref();

    {
        let (field, state) = (field.clone(), state.clone());
        use_effect_with(state.written, move |_| {
            let part = state.window.of(&state.text);
            if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|field| field.value() != part) {
                field.set_value(part);
            }
        });
    }
    let oninput =
        desk.with(|event: InputEvent| Action::Type(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    let select = {
        let (desk, field) = (desk.clone(), field.clone());
        let state = state.clone();
        move || {
            let part = state.window.of(&state.text);
            let Some(at) = field.cast::<HtmlTextAreaElement>().and_then(|field| caret(&field, part)) else { return };
            let at = state.window.start + at;
            let mark = state.marks.iter().find(|mark| mark.span.start <= at && at <= mark.span.end);
            if mark.map(|mark| mark.item) != state.selected() {
                desk.send(Action::Select(mark.map(|mark| Selection { item: mark.item, side: Side::Source })));
            }
        }
    };
    let onclick = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| select())
    };
    let onkeyup = Callback::from(move |event: KeyboardEvent| {
        if event.key().starts_with("Arrow") {
            select();
        }
    });
    let onscroll = {
        let field = field.clone();
        Callback::from(move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_scroll_top(0);
            }
        })
    };
    html! {
        <section id="source-pane" class="source" aria-labelledby="source-title">
            <div class="head">
                <h2 id="source-title">{ desk.say("source.title") }</h2>
                <span class="count">{ desk.count("source.characters", state.text.chars().count()) }</span>
                <span class="space"></span>
                if !state.is_blank() {
                    <Analyse />
                }
            </div>
            <div class="sheet">
                <div class="paper">
                    <Backdrop text={state.text.clone()} window={state.window} marks={state.marks.clone()} selected={state.selected()}
                        shown={state.shown.clone()} />
                    <textarea ref={field} id="source" spellcheck="false" autocomplete="off"
                        readonly={state.storing.elsewhere}
                        aria-label={desk.say("source.label")} placeholder={desk.say("source.placeholder")}
                        {oninput} {onclick} {onkeyup} {onscroll} />
                </div>
            </div>
            if state.window.len() < state.text.len() {
                <Parts window={state.window} size={state.text.len()} />
            }
            if !state.is_blank() {
                <div class="foot">
                    if let Some(item) = state.selected_item() {
                        <Peek item={item.clone()} />
                    }
                    <Legend minutes={state.minutes.clone()} shown={state.shown.clone()} />
                </div>
            }
        </section>
    }
}

/// The byte at which the caret stands; none while a stretch is selected.
fn caret(field: &HtmlTextAreaElement, text: &str) -> Option<usize> {
    let start = field.selection_start().ok()??;
    let end = field.selection_end().ok()??;
    (start == end).then(|| crate::offsets::byte_of_utf16(text, start as usize))
}

/// Properties of [`Backdrop`].
#[derive(PartialEq, Properties)]
struct BackdropProps {
    text: Rc<str>,
    window: Span,
    marks: Shared<Vec<Mark>>,
    selected: Option<u32>,
    shown: Shown,
}

/// The text once more, line by line, invisible but for its marks.
#[component]
fn Backdrop(props: &BackdropProps) -> Html {
    let marks: Vec<Mark> = props
        .marks
        .iter()
        .filter(|mark| props.shown.has(mark.category) && mark.span.meets(props.window))
        .copied()
        .collect();
    let lines = lines(&props.text, props.window, &marks, props.selected).into_iter().enumerate();
    html! {
        <div class="backdrop" aria-hidden="true">
            { for lines.map(|(number, pieces)| html! { <SourceLine key={number} {pieces} /> }) }
        </div>
    }
}
