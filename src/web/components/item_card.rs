//! One item of a group: its sentence, who and by when, and once selected what can be done about it.

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::details::Details;
use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Deadline, Item, Origin, Party};
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::related::Chosen;
use crate::workspace::{Action, Analysis, Change, Selection, Shared, Side, is_doubtful};

/// Properties of [`ItemCard`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item.
    pub item: Item,
    /// Its words: the text's, or the user's.
    pub words: String,
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// How many answers it gives or gets.
    pub answers: usize,
    /// What belongs to it, where it is the selected one.
    pub chosen: Option<Chosen>,
}

/// One item.
#[component]
pub fn ItemCard(props: &Props) -> Html {
    let desk = use_desk();
    let Props { item, words, analysis, answers, chosen } = props;
    let selected = chosen.is_some();
    let choice = (!selected).then_some(Selection { item: item.id, side: Side::Result });
    html! {
        <li class={classes!("card", selected.then_some("selected"))} data-item={item.id.to_string()}>
            <button type="button" class="sentence" aria-expanded={selected.to_string()}
                onclick={desk.on(Action::Select(choice))} onkeydown={keys(item.id, &desk)}>
                { words.clone() }
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
                if !item.repeated.is_empty() {
                    <span class="repeated">{ desk.count("item.repeated", item.repeated.len()) }</span>
                }
                { answered(item.category, *answers, &desk) }
            </p>
            if let Some(chosen) = chosen {
                <Details chosen={chosen.clone()} words={words.clone()} analysis={analysis.clone()} note={None::<String>} />
            }
        </li>
    }
}

/// What answers a shortcoming, or how many a task answers.
fn answered(category: Category, answers: usize, desk: &Desk) -> Html {
    let words = match (category, answers) {
        (Category::Achievement, _) => return Html::default(),
        (Category::Shortcoming, 0) => return html! { <span class="open">{ desk.say("answer.none.short") }</span> },
        (Category::Shortcoming, answers) => desk.count("answer.by.count", answers),
        (_, 0) => return Html::default(),
        (_, answers) => desk.count("answer.to.count", answers),
    };
    html! { <span class="answered">{ words }</span> }
}

/// The arrows go to the neighbours, a digit puts the item into that group, Delete leaves it out.
fn keys(item: u32, desk: &Desk) -> Callback<KeyboardEvent> {
    let desk = desk.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let name = event.key();
        match name.as_str() {
            "ArrowDown" | "ArrowUp" => go(&event, name == "ArrowDown"),
            "Delete" => {
                go(&event, true);
                desk.send(Action::Correct(item, Change::Dismissed(true)));
            }
            _ => {
                let place = name.parse::<usize>().ok().and_then(|digit| digit.checked_sub(1));
                let Some(category) = place.and_then(|place| Category::ALL.get(place)) else { return };
                go(&event, true);
                desk.send(Action::Correct(item, Change::Category(*category)));
            }
        }
        event.prevent_default();
    })
}

/// Turns to the card before or after the one where the key was pressed, in its own group.
fn go(event: &KeyboardEvent, forth: bool) {
    let card = event.target_dyn_into::<Element>().and_then(|button| button.closest(".card").ok().flatten());
    let Some(card) = card else { return };
    let beside = if forth { card.next_element_sibling() } else { card.previous_element_sibling() };
    if let Some(id) = beside.and_then(|card| card.get_attribute("data-item")) {
        crate::web::reveal::focus_card(&id);
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
