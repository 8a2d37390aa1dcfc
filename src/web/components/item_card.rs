//! One item of a group: its sentence, who and by when, and once selected what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use super::details::Details;
use super::icon::{Drawing, Icon};
use crate::analysis::model::{Deadline, Item, Origin, Party};
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::{Action, Selection, Side, is_doubtful};

/// Properties of [`ItemCard`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item.
    pub item: Item,
    /// The text that it was found in.
    pub text: Rc<str>,
    /// Whether it is the selected one.
    pub selected: bool,
}

/// One item.
#[component]
pub fn ItemCard(props: &Props) -> Html {
    let desk = use_desk();
    let Props { item, text, selected } = props;
    let choice = (!selected).then_some(Selection { item: item.id, side: Side::Result });
    html! {
        <li class={classes!("card", selected.then_some("selected"))} data-item={item.id.to_string()}>
            <button type="button" class="sentence" aria-expanded={selected.to_string()}
                onclick={desk.on(Action::Select(choice))}>
                { item.span.of(text).to_owned() }
            </button>
            <p class="facts">
                if is_doubtful(item.confidence) {
                    <span class="doubt" title={desk.say("item.doubt.hint")}>
                        <Icon of={Drawing::Doubt} />{ desk.say("item.doubt") }
                    </span>
                }
                if item.category.is_actionable() {
                    { lead(item.lead.as_ref(), &desk) }
                    if let Some(deadline) = &item.deadline {
                        { due(deadline, &desk) }
                    }
                }
            </p>
            if *selected {
                <Details item={item.clone()} text={text.clone()} note={None::<String>} />
            }
        </li>
    }
}

fn lead(party: Option<&Party>, desk: &Desk) -> Html {
    match party {
        Some(party) => html! {
            <span class="lead" data-origin={names::origin(party.origin)} title={inferred(party.origin, desk)}>
                { party.text.clone() }
            </span>
        },
        None => html! { <span class="nobody">{ desk.say("item.unattributed") }</span> },
    }
}

fn due(deadline: &Deadline, desk: &Desk) -> Html {
    let words = match deadline.date {
        Some(date) => desk.fill("item.due", &[("date", &desk.date(date))]),
        None => deadline.text.clone(),
    };
    html! {
        <span class="due" data-origin={names::origin(deadline.origin)} title={deadline.text.clone()}>{ words }</span>
    }
}

fn inferred(origin: Origin, desk: &Desk) -> Option<&'static str> {
    (origin == Origin::Inferred).then(|| desk.say("value.inferred"))
}
