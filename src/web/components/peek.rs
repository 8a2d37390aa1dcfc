//! The selected item in one line under the text, where a narrow window has no room for the result beside it.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::Item;
use crate::table::Label;
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::{Action, View};

/// Properties of [`Peek`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The selected item.
    pub item: Item,
}

/// Its group, who and by when, and the way to its row or card.
#[component]
pub fn Peek(props: &Props) -> Html {
    let desk = use_desk();
    let item = &props.item;
    let view = if item.category.is_actionable() { View::Table } else { View::Groups };
    let due = item.deadline.as_ref();
    let due = due.map(|deadline| deadline.date.map_or_else(|| deadline.text.clone(), |date| desk.date(date)));
    let lead = item.lead.as_ref().map(|party| party.text.clone());
    let facts: Vec<String> = lead.into_iter().chain(due).collect();
    html! {
        <div class="peek" data-category={names::category(item.category)}>
            <Icon of={Drawing::Group(item.category)} />
            <p>
                <b>{ desk.label(Label::Category(item.category)) }</b>
                if !facts.is_empty() {
                    <span>{ facts.join(" · ") }</span>
                }
            </p>
            <button type="button" class="tool" onclick={desk.on(Action::Show(view))}>
                { desk.say(if view == View::Table { "view.table" } else { "view.groups" }) }
            </button>
        </div>
    }
}
