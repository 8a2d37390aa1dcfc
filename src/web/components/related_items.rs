//! What belongs to the selected item elsewhere: the tasks that answer it or the shortcomings that it answers, with the
//! words shared, and the other places where it is said.

use yew::prelude::*;

use crate::analysis::model::Category;
use crate::web::desk::{Desk, use_desk};
use crate::workspace::related::{Counterpart, Related};
use crate::workspace::{Action, Selection, Side, View};

/// Properties of [`RelatedItems`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Group of the selected item.
    pub category: Category,
    /// What belongs to it.
    pub related: Related,
}

/// Two lists; nothing where both are empty.
#[component]
pub fn RelatedItems(props: &Props) -> Html {
    let desk = use_desk();
    let Props { category, related } = props;
    let title = match category {
        Category::Shortcoming => "answer.by",
        _ => "answer.to",
    };
    html! {
        <>
            if !related.answers.is_empty() {
                <div class="related answers">
                    <p>{ desk.say(title) }</p>
                    <ul>{ for related.answers.iter().map(|answer| counterpart(answer, &desk)) }</ul>
                </div>
            } else if *category == Category::Shortcoming {
                <p class="related hint">{ desk.say("answer.none") }</p>
            }
            if !related.again.is_empty() {
                <div class="related again">
                    <p>{ desk.say("item.again") }</p>
                    <ul>
                        { for related.again.iter().map(|again| html! {
                            <li key={again.item}>
                                <button type="button" class="link" data-item={again.item.to_string()}
                                    onclick={desk.on(Action::Reveal(again.item))}>
                                    { again.sentence.clone() }
                                </button>
                            </li>
                        }) }
                    </ul>
                </div>
            }
        </>
    }
}

fn counterpart(answer: &Counterpart, desk: &Desk) -> Html {
    let (item, is_task) = (answer.item, answer.category.is_actionable());
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            // The table holds no shortcoming.
            if !is_task {
                desk.send(Action::Show(View::Groups));
            }
            desk.send(Action::Select(Some(Selection { item, side: Side::Address })));
        })
    };
    let quoted = |words: &String| format!("“{words}”");
    let shared = answer.shared.iter().map(quoted).collect::<Vec<_>>().join(", ");
    html! {
        <li key={item}>
            <button type="button" class="link" data-item={item.to_string()} {onclick}>{ answer.sentence.clone() }</button>
            <small>{ desk.fill("answer.shared", &[("words", &shared)]) }</small>
        </li>
    }
}
