//! What every component needs: the words in the user's language, and where to send an action.

use yew::prelude::*;

use crate::analysis::model::{Date, Lang};
use crate::i18n;
use crate::table::{DateStyle, Label};
use crate::workspace::{Action, State};

/// Words and the way to the state; in the context of the whole page.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Language of the page.
    pub lang: Lang,
    dispatcher: UseReducerDispatcher<State>,
}

impl Desk {
    /// A desk in `lang` that sends its actions to `dispatcher`.
    pub const fn new(lang: Lang, dispatcher: UseReducerDispatcher<State>) -> Self {
        Self { lang, dispatcher }
    }

    /// The text for `key`.
    pub fn say(&self, key: &'static str) -> &'static str {
        i18n::say(self.lang, key)
    }

    /// The text for `key` with its places filled.
    pub fn fill(&self, key: &'static str, values: &[(&str, &str)]) -> String {
        i18n::fill(self.lang, key, values)
    }

    /// The text for `key` and an amount.
    pub fn count(&self, key: &'static str, amount: usize) -> String {
        i18n::count(self.lang, key, amount)
    }

    /// The amount in the digits of the language.
    pub fn number(&self, amount: usize) -> String {
        i18n::number(self.lang, amount)
    }

    /// A share as percent with one digit behind the point, as the language writes it.
    pub fn percent(&self, share: f64) -> String {
        format!("{:.1}%", share * 100.0).replace('.', self.say("number.point"))
    }

    /// The name of a column, group or state.
    pub fn label(&self, label: Label) -> &'static str {
        i18n::say(self.lang, label.key())
    }

    /// How dates are written in the language.
    pub const fn date_style(&self) -> DateStyle {
        match self.lang {
            Lang::Vi => DateStyle::DayMonthYear,
            Lang::En => DateStyle::DayMonthName,
        }
    }

    /// A date as the language writes it.
    pub fn date(&self, date: Date) -> String {
        self.date_style().write(date)
    }

    /// A moment, in milliseconds since 1970, as a time and date of the device's zone.
    pub fn moment(&self, milliseconds: f64) -> String {
        let moment = js_sys::Date::new(&milliseconds.into());
        let (hour, minute) = (moment.get_hours(), moment.get_minutes());
        format!("{hour:02}:{minute:02} {}", self.date(super::day_of(&moment)))
    }

    /// Sends an action.
    pub fn send(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// A callback that sends `action` whatever happened.
    pub fn on<Event: 'static>(&self, action: Action) -> Callback<Event> {
        let desk = self.clone();
        Callback::from(move |_| desk.send(action.clone()))
    }

    /// A callback that sends the action that `choose` makes of what happened.
    pub fn with<Event: 'static>(&self, choose: impl Fn(Event) -> Action + 'static) -> Callback<Event> {
        let desk = self.clone();
        Callback::from(move |event| desk.send(choose(event)))
    }
}

/// The desk of the page.
///
/// # Panics
/// Outside of the page's root component, which provides the desk.
#[hook]
pub fn use_desk() -> Desk {
    use_context::<Desk>().expect("the page's root provides the desk")
}
