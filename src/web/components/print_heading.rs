//! The head of a printed page: which meeting this is.

use yew::prelude::*;

use crate::analysis::model::Date;
use crate::web::desk::use_desk;

/// Properties of [`PrintHeading`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The meeting's title.
    pub title: String,
    /// Its date, if known.
    pub date: Option<Date>,
}

/// Title and date, on paper alone.
#[component]
pub fn PrintHeading(props: &Props) -> Html {
    let desk = use_desk();
    html! {
        <header class="print-only print-heading" aria-hidden="true">
            <p class="title">{ props.title.clone() }</p>
            if let Some(date) = props.date {
                <p>{ desk.say("meeting.date") }{ ": " }{ desk.date(date) }</p>
            }
        </header>
    }
}
