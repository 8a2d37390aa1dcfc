//! The choices that hold for every meeting: language, colours, the lexicon of the user's own.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use super::own_lexicon_field::OwnLexiconField;
use crate::analysis::model::Lang;
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::{Action, State, Theme};

/// Properties of [`SettingsPanel`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All that the page shows.
    pub state: UseReducerHandle<State>,
}

/// A button and the panel that it opens.
#[component]
pub fn SettingsPanel(props: &Props) -> Html {
    let desk = use_desk();
    let state = &props.state;
    let on_lang = desk.with(|event: Event| {
        Action::Speak(names::lang_of(&event.target_unchecked_into::<HtmlSelectElement>().value()))
    });
    let on_theme = desk.with(|event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Paint(Theme::named(&name).unwrap_or_default())
    });
    let theme = |theme: Theme| {
        let key = match theme {
            Theme::System => "settings.theme.system",
            Theme::Light => "settings.theme.light",
            Theme::Dark => "settings.theme.dark",
        };
        html! { <option value={theme.name()} selected={state.theme == theme}>{ desk.say(key) }</option> }
    };
    let lang = |lang: Lang, name: &'static str| {
        html! {
            <option value={names::lang(lang)} lang={names::lang(lang)} selected={state.lang == lang}>{ name }</option>
        }
    };
    html! {
        <div class="settings">
            <button type="button" id="settings" class="tool quiet" popovertarget="settings-panel"
                title={desk.say("settings.title")}>
                <Icon of={Drawing::Settings} /><span class="label">{ desk.say("settings.title") }</span>
            </button>
            <div id="settings-panel" class="panel" popover="auto" role="dialog" aria-labelledby="settings-title">
                <h2 id="settings-title">{ desk.say("settings.title") }</h2>
                <div class="choices">
                    <label for="settings-lang">{ desk.say("language.group") }</label>
                    <select id="settings-lang" onchange={on_lang}>
                        { lang(Lang::Vi, "Tiếng Việt") }
                        { lang(Lang::En, "English") }
                    </select>
                    <label for="settings-theme">{ desk.say("settings.theme") }</label>
                    <select id="settings-theme" onchange={on_theme}>{ for Theme::ALL.into_iter().map(theme) }</select>
                </div>
                <OwnLexiconField lexicon={state.lexicon.clone()} />
                <div class="controls">
                    <span class="space"></span>
                    <button type="button" class="tool" popovertarget="settings-panel" popovertargetaction="hide">
                        { desk.say("action.close") }
                    </button>
                </div>
            </div>
        </div>
    }
}
