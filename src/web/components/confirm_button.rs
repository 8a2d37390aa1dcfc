//! A button for what cannot be taken back: it asks once more in its own place.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::web::desk::use_desk;

/// Properties of [`ConfirmButton`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The button's id.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// What it says at first.
    pub label: &'static str,
    /// What a reader of the screen says, where the label alone does not tell enough.
    #[prop_or_default]
    pub name: Option<String>,
    /// What it asks.
    pub question: &'static str,
    /// Once the user says yes.
    pub onconfirm: Callback<()>,
}

/// A button, then a question.
#[component]
pub fn ConfirmButton(props: &Props) -> Html {
    let desk = use_desk();
    let asking = use_state_eq(|| false);
    let no = use_node_ref();
    {
        let no = no.clone();
        use_effect_with(*asking, move |asking| {
            if let (true, Some(no)) = (*asking, no.cast::<HtmlElement>()) {
                let _hidden = no.focus();
            }
        });
    }
    let set = |value: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(value))
    };
    let yes = {
        let (asking, onconfirm) = (asking.clone(), props.onconfirm.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            onconfirm.emit(());
        })
    };
    html! {
        if *asking {
            <span class="confirm" role="group" aria-label={props.question}>
                <span>{ props.question }</span>
                <button type="button" class="tool danger yes" onclick={yes}>{ desk.say("action.yes") }</button>
                <button type="button" ref={no} class="tool" onclick={set(false)}>{ desk.say("action.no") }</button>
            </span>
        } else {
            <button type="button" id={props.id} class="tool forget" aria-label={props.name.clone()}
                onclick={set(true)}>
                { props.label }
            </button>
        }
    }
}
