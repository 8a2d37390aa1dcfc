//! What can be known and done about the selected item: why it is here, its group, a remark, leaving it out.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Item, Reason};
use crate::i18n;
use crate::table::{Column, Label};
use crate::web::desk::{Desk, use_desk};
use crate::web::document::focus;
use crate::web::names;
use crate::workspace::{Action, Change};

/// So many reasons are told.
const REASONS: usize = 3;

/// Properties of [`Details`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item.
    pub item: Item,
    /// The text that it was found in.
    pub text: Rc<str>,
    /// The user's remark; none where there is no place for one.
    pub note: Option<String>,
}

/// The selected item's second half.
#[component]
pub fn Details(props: &Props) -> Html {
    let desk = use_desk();
    let Props { item, text, note } = props;
    let id = item.id;
    let option = |category: Category| {
        html! {
            <option value={names::category(category)} selected={category == item.category}>
                { desk.label(Label::Category(category)) }
            </option>
        }
    };
    let change_category = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        names::category_named(&name)
            .map_or(Action::Reveal(id), |category| Action::Correct(id, Change::Category(category)))
    });
    let change_note = desk.with(move |event: Event| {
        Action::Correct(id, Change::Note(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    let dismiss = desk.with(move |_: MouseEvent| {
        focus("result");
        Action::Correct(id, Change::Dismissed(true))
    });
    let reasons: Vec<Html> = item
        .reasons
        .iter()
        .filter(|reason| reason.weight > 0.0)
        .filter_map(|reason| explain(reason, text, &desk))
        .take(REASONS)
        .map(|sentence| html! { <li>{ sentence }</li> })
        .collect();
    html! {
        <div class="details">
            if !reasons.is_empty() {
                <details class="why">
                    <summary>{ desk.say("item.why") }</summary>
                    <ul>{ reasons }</ul>
                </details>
            }
            <div class="controls">
                <label>
                    <span>{ desk.say("item.category") }</span>
                    <select class="regroup" onchange={change_category}>
                        { for Category::ALL.into_iter().map(option) }
                    </select>
                </label>
                if let Some(note) = note {
                    <label class="remark">
                        <span>{ desk.label(Label::Column(Column::Note)) }</span>
                        <input type="text" class="note" value={note.clone()} onchange={change_note} />
                    </label>
                }
                <button type="button" class="tool reveal" onclick={desk.on(Action::Reveal(id))}>
                    <Icon of={Drawing::Place} />{ desk.say("action.reveal") }
                </button>
                <button type="button" class="tool dismiss" onclick={dismiss}>
                    <Icon of={Drawing::Close} />{ desk.say("action.dismiss") }
                </button>
            </div>
        </div>
    }
}

/// A reason in a sentence that a clerk understands: the most exact one that the locale has for the rule.
fn explain(reason: &Reason, text: &str, desk: &Desk) -> Option<String> {
    let rule = reason.rule.replace(':', ".");
    let mut rule = rule.as_str();
    let sentence = loop {
        match i18n::find(desk.lang, &format!("why.{rule}")) {
            Some(sentence) => break sentence,
            None => rule = rule.rsplit_once('.')?.0,
        }
    };
    let words = reason.span.map(|span| span.of(text)).unwrap_or_default();
    (!sentence.contains("{words}") || !words.is_empty()).then(|| sentence.replace("{words}", words))
}
