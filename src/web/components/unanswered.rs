//! The shortcomings that no directive or recommendation answers, each one press from its sentence.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Item, Minutes};
use crate::web::desk::use_desk;
use crate::workspace::overview::{counts, unanswered};
use crate::workspace::{Action, Shared};

/// So many are listed at first, and so many more each time.
const PAGE: usize = 50;

/// Properties of [`Unanswered`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The text that was analysed.
    pub text: Rc<str>,
    /// What was found.
    pub minutes: Shared<Minutes>,
}

/// The list, or the word that there is none; nothing where the text tells no shortcoming.
#[component]
pub fn Unanswered(props: &Props) -> Html {
    let desk = use_desk();
    let pages = use_state_eq(|| 1);
    let Props { text, minutes } = props;
    let all = counts(minutes).into_iter().find(|(category, _)| *category == Category::Shortcoming);
    let all = all.map_or(0, |(_, count)| count);
    if all == 0 {
        return Html::default();
    }
    let open = unanswered(minutes);
    let shown = (*pages * PAGE).min(open.len());
    let more = {
        let pages = pages.clone();
        Callback::from(move |_| pages.set(*pages + 1))
    };
    let line = |item: &&Item| {
        html! {
            <li key={item.id}>
                <button type="button" class="sentence" data-item={item.id.to_string()}
                    onclick={desk.on(Action::Reveal(item.id))}>
                    { item.span.of(text).to_owned() }
                </button>
            </li>
        }
    };
    let answered = [("n", desk.number(all - open.len())), ("all", desk.number(all))];
    html! {
        <section id="unanswered" aria-labelledby="overview-open" data-open={open.len().to_string()}>
            <h3 id="overview-open">{ desk.say("answer.title") }</h3>
            <p class="summary">
                <Icon of={if open.is_empty() { Drawing::Check } else { Drawing::Doubt }} />
                { desk.fill("answer.count", &[("n", &answered[0].1), ("all", &answered[1].1)]) }
            </p>
            if !open.is_empty() {
                <p class="hint">{ desk.say("answer.open") }</p>
                <ul>{ for open.iter().take(shown).map(line) }</ul>
                if shown < open.len() {
                    <button type="button" class="tool" onclick={more}>
                        { desk.count("action.more", PAGE.min(open.len() - shown)) }
                    </button>
                }
            }
        </section>
    }
}
