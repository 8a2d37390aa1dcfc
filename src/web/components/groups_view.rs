//! The four groups, each with its items in the order of the text.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use super::item_card::ItemCard;
use crate::analysis::model::{Category, Item, Minutes};
use crate::table::Label;
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::related::{Chosen, answers_by_item};
use crate::workspace::{Action, Analysis, Change, Corrections, Shared, Shown};

/// Items of a group that are shown at first, and how many more each time.
const PAGE: usize = 100;

/// Properties of [`GroupsView`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// The analysis as corrected.
    pub minutes: Shared<Minutes>,
    /// What was corrected.
    pub corrections: Shared<Corrections>,
    /// Which groups are shown.
    pub shown: Shown,
    /// The selected item.
    pub chosen: Option<Chosen>,
}

/// Four columns, fewer where there is no room.
#[component]
pub fn GroupsView(props: &Props) -> Html {
    let group = |category: Category| html! { <Group {category} all={props.clone()} /> };
    html! {
        <div id="groups" class="groups">
            <div class="columns">{ for Category::ALL.into_iter().map(group) }</div>
            <Dismissed ..props.clone() />
        </div>
    }
}

/// Properties of [`Group`].
#[derive(PartialEq, Properties)]
struct GroupProps {
    category: Category,
    all: Props,
}

#[component]
fn Group(props: &GroupProps) -> Html {
    let desk = use_desk();
    let pages = use_state_eq(|| 1);
    let GroupProps { category, all } = props;
    let selected = all.chosen.as_ref().map(|chosen| chosen.item.id);
    let answers = use_memo(all.minutes.clone(), |minutes| answers_by_item(minutes));
    let items: Vec<&Item> = all.minutes.distinct().filter(|item| item.category == *category).collect();
    let chosen = items.iter().position(|item| Some(item.id) == selected).map_or(0, |place| place + 1);
    let count = (*pages * PAGE).max(chosen).min(items.len());
    let name = names::category(*category);
    let more = {
        let pages = pages.clone();
        Callback::from(move |_| pages.set(*pages + 1))
    };
    let corrections = use_memo((all.corrections.clone(), all.analysis.clone()), |(corrections, analysis)| {
        let all = corrections.by_item(analysis).into_iter();
        all.filter_map(|(item, correction)| Some((item, correction.task.clone()?))).collect::<BTreeMap<_, _>>()
    });
    let card = |item: &&Item| {
        let words = corrections.get(&item.id).cloned();
        let words = words.unwrap_or_else(|| item.span.of(&all.analysis.text).to_owned());
        html! {
            <ItemCard key={item.id} item={(*item).clone()} {words} analysis={all.analysis.clone()}
                answers={answers.get(&item.id).copied().unwrap_or_default()}
                chosen={all.chosen.clone().filter(|chosen| chosen.item.id == item.id)} />
        }
    };
    html! {
        <section class="group" data-group={name} aria-labelledby={format!("group-{name}")}>
            <h3 id={format!("group-{name}")}>
                <Icon of={Drawing::Group(*category)} />
                { desk.label(Label::Category(*category)) }
                <b class="badge">{ desk.number(items.len()) }</b>
            </h3>
            if !all.shown.has(*category) {
                <p class="hint">
                    { desk.say("group.hidden") }{ " " }
                    <button type="button" class="link" onclick={desk.on(Action::Toggle(*category))}>
                        { desk.say("group.show") }
                    </button>
                </p>
            } else if items.is_empty() {
                <p class="hint">{ desk.say(nothing(*category)) }</p>
            } else {
                <ol>{ for items.iter().take(count).map(card) }</ol>
                if count < items.len() {
                    <button type="button" class="tool" onclick={more}>
                        { desk.count("action.more", PAGE.min(items.len() - count)) }
                    </button>
                }
            }
        </section>
    }
}

const fn nothing(category: Category) -> &'static str {
    match category {
        Category::Achievement => "group.empty.achievement",
        Category::Shortcoming => "group.empty.shortcoming",
        Category::Recommendation => "group.empty.recommendation",
        Category::Directive => "group.empty.directive",
    }
}

/// What the user left out, with the way back.
#[component]
fn Dismissed(props: &Props) -> Html {
    let desk = use_desk();
    let dismissed = props.corrections.dismissed(&props.analysis);
    if dismissed.is_empty() {
        return Html::default();
    }
    let line = |item: &Item| {
        html! {
            <li key={item.id}>
                <span>{ item.span.of(&props.analysis.text).to_owned() }</span>
                <button type="button" class="link" data-restore={item.id.to_string()}
                    onclick={desk.on(Action::Correct(item.id, Change::Dismissed(false)))}>
                    { desk.say("action.restore") }
                </button>
            </li>
        }
    };
    html! {
        <details id="dismissed" class="dismissed">
            <summary>{ desk.count("group.dismissed", dismissed.len()) }</summary>
            <ul>{ for dismissed.into_iter().map(line) }</ul>
        </details>
    }
}
