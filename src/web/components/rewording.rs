//! An item's words, to be written anew, or cut in two at the caret.

use web_sys::{HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::offsets;
use crate::web::desk::use_desk;
use crate::workspace::{Action, Change};

/// Properties of [`Rewording`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item.
    pub item: u32,
    /// Its words as they are shown.
    pub words: String,
    /// Puts the field away.
    pub onclose: Callback<()>,
}

/// A field with three buttons.
#[component]
pub fn Rewording(props: &Props) -> Html {
    let desk = use_desk();
    let field = use_node_ref();
    let Props { item, words, onclose } = props;
    let item = *item;
    {
        let (field, words) = (field.clone(), words.clone());
        // The field belongs to the browser: setting its value anew would undo what is typed.
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                field.set_value(&words);
                let _hidden = field.focus();
                let end = words.encode_utf16().count().try_into().unwrap_or_default();
                let _kept = field.set_selection_range(end, end);
            }
        });
    }
    let keep = {
        let (desk, field, onclose, words) = (desk.clone(), field.clone(), onclose.clone(), words.clone());
        move || {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            onclose.emit(());
            if text != words {
                desk.send(Action::Correct(item, Change::Task(text)));
            }
        }
    };
    let split = {
        let (desk, field, onclose) = (desk.clone(), field.clone(), onclose.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(count) = field.cast::<HtmlTextAreaElement>().and_then(|field| words_before_caret(&field)) {
                onclose.emit(());
                desk.send(Action::Split(item, count));
            }
        })
    };
    let onkeydown = {
        let (keep, onclose) = (keep.clone(), onclose.clone());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "Enter" if !event.is_composing() && !event.shift_key() => keep(),
                "Escape" => onclose.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let close = {
        let onclose = onclose.clone();
        Callback::from(move |_: MouseEvent| onclose.emit(()))
    };
    html! {
        <div class="rewording">
            <textarea ref={field} class="words" rows="3" aria-label={desk.say("item.words")} {onkeydown} />
            <div class="controls">
                <button type="button" class="tool primary keep" onclick={Callback::from(move |_: MouseEvent| keep())}>
                    { desk.say("action.keep") }
                </button>
                <button type="button" class="tool split" title={desk.say("item.split.hint")} onclick={split}>
                    <Icon of={Drawing::Split} />{ desk.say("item.split") }
                </button>
                <button type="button" class="tool close" onclick={close}>{ desk.say("action.cancel") }</button>
            </div>
        </div>
    }
}

/// How many words stand before the caret.
fn words_before_caret(field: &HtmlTextAreaElement) -> Option<usize> {
    let text = field.value();
    let caret = field.selection_start().ok()??;
    let before = text.get(..offsets::byte_of_utf16(&text, caret as usize))?;
    Some(before.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).count())
}
