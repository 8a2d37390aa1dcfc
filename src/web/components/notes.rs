//! Doubts that the analysis has about the text as a whole, and corrections that lost their sentence.

use yew::prelude::*;

use crate::analysis::model::{Note, Span};
use crate::web::desk::{Desk, use_desk};
use crate::workspace::{Analysis, Corrections, Shared};

/// So many notes are shown; more would hide the result.
const MOST: usize = 5;

/// Properties of [`Notes`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// What was corrected.
    pub corrections: Shared<Corrections>,
}

/// The notes over the result; nothing where there are none.
#[component]
pub fn Notes(props: &Props) -> Html {
    let desk = use_desk();
    let Props { analysis, corrections } = props;
    let found = &analysis.minutes;
    let mut notes: Vec<String> =
        found.notes.iter().filter_map(|note| words(note, &analysis.text, &desk)).take(MOST).collect();
    if found.items.is_empty() {
        notes.push(desk.say("note.nothing-found").into());
    }
    let homeless = corrections.homeless(analysis);
    if notes.is_empty() && homeless.is_empty() {
        return Html::default();
    }
    html! {
        <aside id="notes" class="notes" aria-label={desk.say("note.title")}>
            { for notes.into_iter().map(|note| html! { <p>{ note }</p> }) }
            if !homeless.is_empty() {
                <p>{ desk.count("note.homeless", homeless.len()) }</p>
                <ul>{ for homeless.into_iter().take(MOST).map(|lost| html! {
                    <li>{ lost.quote }</li>
                }) }</ul>
            }
        </aside>
    }
}

fn words(note: &Note, text: &str, desk: &Desk) -> Option<String> {
    let about = |key: &'static str, span: &Span| desk.fill(key, &[("words", span.of(text))]);
    match note {
        Note::Empty => None,
        Note::UnknownLanguage => Some(desk.say("note.unknown-language").into()),
        Note::ImpossibleDate { span } => Some(about("note.impossible-date", span)),
        Note::PastDeadline { span } => Some(about("note.past-deadline", span)),
        Note::MeetingDateUnknown => Some(desk.say("note.meeting-date-unknown").into()),
    }
}
