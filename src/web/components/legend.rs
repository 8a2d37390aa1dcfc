//! What the colours mean, how many there are, and which are shown.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Minutes};
use crate::table::Label;
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::overview::counts;
use crate::workspace::{Action, Shared, Shown};

/// Properties of [`Legend`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is counted.
    pub minutes: Shared<Minutes>,
    /// Which groups are shown.
    pub shown: Shown,
}

/// Four buttons.
#[component]
pub fn Legend(props: &Props) -> Html {
    let desk = use_desk();
    let button = |(category, count): (Category, usize)| {
        let name = names::category(category);
        html! {
            <button type="button" id={format!("legend-{name}")} data-category={name}
                title={desk.label(Label::Category(category))}
                aria-pressed={props.shown.has(category).to_string()} onclick={desk.on(Action::Toggle(category))}>
                <Icon of={Drawing::Group(category)} />
                <span class="name">{ desk.say(short(category)) }</span>
                <b>{ desk.number(count) }</b>
            </button>
        }
    };
    html! {
        <div class="legend" role="group" aria-label={desk.say("legend.title")} title={desk.say("legend.hint")}>
            { for counts(&props.minutes).into_iter().map(button) }
        </div>
    }
}

const fn short(category: Category) -> &'static str {
    match category {
        Category::Achievement => "legend.achievement",
        Category::Shortcoming => "legend.shortcoming",
        Category::Recommendation => "legend.recommendation",
        Category::Directive => "legend.directive",
    }
}
