//! The meeting's date: found in the text or given by the user, from which relative deadlines are counted.

use yew::prelude::*;

use super::date_field::DateField;
use super::icon::{Drawing, Icon};
use crate::analysis::model::Date;
use crate::web::desk::use_desk;
use crate::workspace::{Action, day};

/// Properties of [`MeetingDate`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The date, if known.
    pub date: Option<Date>,
    /// Whether the user gave it.
    pub given: bool,
}

/// The field of the meeting's date and where the date comes from.
#[component]
pub fn MeetingDate(props: &Props) -> Html {
    let desk = use_desk();
    let origin = match props {
        Props { given: true, .. } => "meeting.given",
        Props { date: Some(_), .. } => "meeting.found",
        Props { date: None, .. } => "meeting.unknown",
    };
    html! {
        <div class="meeting">
            <label for="meeting-date">{ desk.say("meeting.date") }</label>
            <DateField id="meeting-date" value={props.date.map(|date| desk.date(date)).unwrap_or_default()}
                day={props.date.map(|date| date.to_string()).unwrap_or_default()}
                onchange={desk.with(|text: String| Action::SetDate(day::read(&text)))} />
            <span id="meeting-origin" class="origin">{ desk.say(origin) }</span>
            if props.given {
                <button type="button" id="forget-date" class="bare" title={desk.say("action.forget-date")}
                    aria-label={desk.say("action.forget-date")} onclick={desk.on(Action::SetDate(None))}>
                    <Icon of={Drawing::Close} />
                </button>
            }
        </div>
    }
}
