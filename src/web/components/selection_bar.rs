//! What can be made of the words that are selected in the text: an item of one of the four groups.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Span};
use crate::table::Label;
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::Action;

/// Properties of [`SelectionBar`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Where the words stand in the text.
    pub span: Span,
    /// Puts the bar away.
    pub onuse: Callback<()>,
}

/// One button a group.
#[component]
pub fn SelectionBar(props: &Props) -> Html {
    let desk = use_desk();
    let button = |category: Category| {
        let (desk, span, onuse) = (desk.clone(), props.span, props.onuse.clone());
        let name = names::category(category);
        let words = desk.label(Label::Category(category));
        let onclick = Callback::from(move |_: MouseEvent| {
            desk.send(Action::Draw(span, category));
            onuse.emit(());
        });
        html! {
            <button type="button" id={format!("add-{name}")} data-category={name} {onclick}>
                <Icon of={Drawing::Group(category)} />{ words }
            </button>
        }
    };
    html! {
        <div id="selection" class="legend adding" role="group" aria-label={desk.say("selection.add")}>
            <span>{ desk.say("selection.add") }</span>
            { for Category::ALL.into_iter().map(button) }
        </div>
    }
}
