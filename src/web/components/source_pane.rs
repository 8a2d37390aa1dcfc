//! The text: a field to write in, laid over the same text with its marks, so that reading and editing are one place.
//!
//! The field belongs to the browser: its value is set only when the text comes from elsewhere (file, sample, undo),
//! never while somebody types, or Vietnamese input methods would lose their half-composed syllables.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::analyse::Analyse;
use super::legend::Legend;
use super::parts::Parts;
use super::peek::Peek;
use super::selection_bar::SelectionBar;
use super::source_line::{SourceLine, lines};
use crate::analysis::model::Span;
use crate::web::clipboard;
use crate::web::desk::use_desk;
use crate::workspace::{Action, Edit, Mark, Selection, Shared, Shown, Side, State};

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

    let selected = use_state_eq(|| None::<Span>);
    {
        let (field, state) = (field.clone(), state.clone());
        use_effect_with(state.written, move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                write(&field, state.window.of(&state.text));
            }
        });
    }
    let select = {
        let (desk, field) = (desk.clone(), field.clone());
        let (state, selected) = (state.clone(), selected.clone());
        move || {
            let part = state.window.of(&state.text);
            let Some(place) = field.cast::<HtmlTextAreaElement>().and_then(|field| selection(&field, part)) else {
                return;
            };
            let place = Span::new(state.window.start + place.start, state.window.start + place.end);
            if !place.is_empty() {
                selected.set(Some(place));
                return;
            }
            selected.set(None);
            let at = place.start;
            let mark = state.marks.iter().find(|mark| mark.span.start <= at && at <= mark.span.end);
            if mark.map(|mark| mark.item) != state.selected() {
                desk.send(Action::Select(mark.map(|mark| Selection { item: mark.item, side: Side::Source })));
            }
        }
    };
    let oninput = {
        let selected = selected.clone();
        desk.with(move |event: InputEvent| {
            selected.set(None);
            Action::Type(event.target_unchecked_into::<HtmlTextAreaElement>().value())
        })
    };
    let onpaste = {
        let (desk, field, selected) = (desk.clone(), field.clone(), selected.clone());
        let closed = state.storing.elsewhere;
        Callback::from(move |event: Event| {
            let field = field.cast::<HtmlTextAreaElement>().filter(|_| !closed);
            if let Some(text) = field.and_then(|field| paste(&field, event.dyn_ref()?)) {
                event.prevent_default();
                selected.set(None);
                desk.send(Action::Type(text));
            }
        })
    };
    let onclick = {
        let select = select.clone();
        Callback::from(move |_: MouseEvent| select())
    };
    let onkeyup = Callback::from(move |event: KeyboardEvent| {
        let moves = matches!(event.key().as_str(), "Home" | "End" | "PageUp" | "PageDown" | "Shift" | "a" | "A");
        if moves || event.key().starts_with("Arrow") {
            select();
        }
    });
    let forget = {
        let selected = selected.clone();
        Callback::from(move |()| selected.set(None))
    };
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
                        {oninput} {onpaste} {onclick} {onkeyup} {onscroll} />
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
                    if let Some(span) = selected.filter(|span| span.end <= state.text.len()) {
                        <SelectionBar {span} onuse={forget} />
                    }
                    <Legend minutes={state.minutes.clone()} shown={state.shown.clone()} />
                </div>
            }
        </section>
    }
}

/// Puts `text` into the field and the caret behind what changed.
fn write(field: &HtmlTextAreaElement, text: &str) {
    let before = field.value();
    if before != text {
        field.set_value(text);
        let end = Edit::between(&before, text).replaced().end;
        let caret = text.get(..end).unwrap_or_default().encode_utf16().count().try_into().unwrap_or_default();
        let _kept = field.set_selection_range(caret, caret);
    }
}

/// Puts what was copied from a document into the field in the place of what is selected there, and the caret behind it.
/// Returns the field's new text; none where the browser pastes better by itself.
fn paste(field: &HtmlTextAreaElement, event: &ClipboardEvent) -> Option<String> {
    let text = clipboard::structured(event)?;
    let (start, end) = (field.selection_start().ok()??, field.selection_end().ok()??);
    field.set_range_text_with_start_and_end(&text, start, end).ok()?;
    let caret = start + u32::try_from(text.encode_utf16().count()).ok()?;
    let _kept = field.set_selection_range(caret, caret);
    Some(field.value())
}

/// The bytes that are selected; an empty span where there is only a caret.
fn selection(field: &HtmlTextAreaElement, text: &str) -> Option<Span> {
    let start = field.selection_start().ok()??;
    let end = field.selection_end().ok()??;
    let byte = |at: u32| crate::offsets::byte_of_utf16(text, at as usize);
    Some(Span::new(byte(start), byte(end)))
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
