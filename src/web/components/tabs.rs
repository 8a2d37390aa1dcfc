//! The four views: tabs over the result in a wide window, a bar at the bottom of a narrow one.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::web::desk::use_desk;
use crate::workspace::{Action, View};

/// Properties of [`Tabs`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What a narrow window shows.
    pub view: View,
    /// What a wide window shows beside the text.
    pub panel: View,
    /// Number of tasks.
    pub tasks: usize,
}

/// One button a view. The stylesheet hides the text's own where the text is always in sight.
#[component]
pub fn Tabs(props: &Props) -> Html {
    let desk = use_desk();
    let tab = |view: View| {
        let (name, short) = match view {
            View::Source => ("view.source", "view.source"),
            View::Groups => ("view.groups", "view.groups"),
            View::Table => ("view.table", "view.table.short"),
            View::Overview => ("view.overview", "view.overview"),
        };
        let classes = classes!((view == props.view).then_some("current"), (view == props.panel).then_some("front"));
        html! {
            <button type="button" id={format!("view-{}", view.name())} class={classes}
                aria-current={(view == props.view || view == props.panel).then_some("true")}
                onclick={desk.on(Action::Show(view))}>
                <Icon of={Drawing::View(view)} />
                <span class="long">{ desk.say(name) }</span>
                <span class="short">{ desk.say(short) }</span>
                if view == View::Table && props.tasks > 0 {
                    <b class="badge">{ desk.number(props.tasks) }</b>
                }
            </button>
        }
    };
    html! {
        <nav class="tabs" aria-label={desk.say("view.tabs")}>
            { for View::ALL.into_iter().map(tab) }
        </nav>
    }
}
