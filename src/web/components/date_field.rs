//! A day, written as the page's language writes it: the browser's own field speaks the browser's language instead. The
//! browser's calendar opens from the button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::web::desk::use_desk;
use crate::workspace::day;

/// Properties of [`DateField`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The field's id, where a label needs one.
    #[prop_or_default]
    pub id: Option<&'static str>,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub label: Option<String>,
    /// The day as the language writes it.
    pub value: String,
    /// The day as the calendar knows it; empty for none.
    pub day: String,
    /// Whether words may stand in place of a day.
    #[prop_or_default]
    pub words: bool,
    /// Whether the field takes the focus at once.
    #[prop_or_default]
    pub eager: bool,
    /// Takes what was written or picked.
    pub onchange: Callback<String>,
}

/// A field for a day and a button for the calendar.
#[component]
pub fn DateField(props: &Props) -> Html {
    let desk = use_desk();
    let (field, calendar) = (use_node_ref(), use_node_ref());
    let wrong = use_state_eq(|| false);
    {
        let field = field.clone();
        use_effect_with(props.eager, move |eager| {
            if let (true, Some(field)) = (*eager, field.cast::<HtmlInputElement>()) {
                let _hidden = field.focus();
                field.select();
            }
        });
    }
    let take = {
        let (wrong, onchange, words) = (wrong.clone(), props.onchange.clone(), props.words);
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let fits = words || text.trim().is_empty() || day::read(&text).is_some();
            wrong.set(!fits);
            if fits {
                onchange.emit(text);
            }
        })
    };
    let open = {
        let calendar = calendar.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(calendar) = calendar.cast::<HtmlInputElement>() {
                let _refused = calendar.show_picker();
            }
        })
    };
    html! {
        <span class="date">
            <input ref={field} type="text" id={props.id} aria-label={props.label.clone()} autocomplete="off"
                aria-invalid={wrong.then_some("true")} title={wrong.then(|| desk.say("date.wrong"))}
                placeholder={desk.say("date.form")} value={props.value.clone()} onchange={take.clone()} />
            <input ref={calendar} type="date" class="calendar" tabindex="-1" aria-hidden="true"
                value={props.day.clone()} onchange={take} />
            <button type="button" class="bare" aria-label={desk.say("date.pick")} title={desk.say("date.pick")}
                onclick={open}>
                <Icon of={Drawing::Calendar} />
            </button>
        </span>
    }
}
