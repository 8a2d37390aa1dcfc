//! Why an item is here and in its group, in sentences that a clerk understands.

use yew::prelude::*;

use crate::analysis::model::{Item, Reason};
use crate::i18n;
use crate::table::Label;
use crate::web::desk::{Desk, use_desk};
use crate::workspace::{Analysis, Shared};

/// So many reasons are told.
const REASONS: usize = 3;

/// Properties of [`Why`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The item as corrected.
    pub item: Item,
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
}

/// The reasons, on demand.
#[component]
pub fn Why(props: &Props) -> Html {
    let desk = use_desk();
    let sentences = sentences(&props.item, &props.analysis, &desk);
    html! {
        <details class="why">
            <summary>{ desk.say("item.why") }</summary>
            <ul>{ for sentences.into_iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
        </details>
    }
}

fn sentences(item: &Item, analysis: &Analysis, desk: &Desk) -> Vec<String> {
    if analysis.is_drawn(item.id) {
        return vec![desk.say("why.drawn").to_owned()];
    }
    let found = analysis.item(item.id).map(|found| found.category);
    if let Some(found) = found.filter(|found| *found != item.category) {
        return vec![desk.fill("why.moved", &[("group", desk.label(Label::Category(found)))])];
    }
    let mut sentences = Vec::new();
    for reason in item.reasons.iter().filter(|reason| reason.weight > 0.0) {
        if let Some(sentence) = explain(reason, &analysis.text, desk).filter(|sentence| !sentences.contains(sentence)) {
            sentences.push(sentence);
        }
    }
    sentences.truncate(REASONS);
    if sentences.is_empty() {
        sentences.push(desk.say("why.place").to_owned());
    }
    sentences
}

/// The most exact sentence that the locale has for the rule.
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
