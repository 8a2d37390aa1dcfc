//! The bar at the top: name, new, open, undo, export, language, colours; under it the promise and the meeting's date.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::export_menu::ExportMenu;
use super::icon::{Drawing, Icon};
use super::keeping_status::KeepingStatus;
use super::meeting_date::MeetingDate;
use super::privacy::Privacy;
use super::settings_panel::SettingsPanel;
use crate::analysis::model::Lang;
use crate::web::desk::use_desk;
use crate::web::document::focus;
use crate::web::files;
use crate::web::keeper::Keeper;
use crate::web::names;
use crate::workspace::{Action, State, Theme};

/// Properties of [`Header`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All that the page shows.
    pub state: UseReducerHandle<State>,
    /// Opens the map of the keys.
    pub onkeys: Callback<()>,
    /// The page's end of the storage.
    pub keeper: Keeper,
}

/// The bar at the top.
#[component]
pub fn Header(props: &Props) -> Html {
    let state = &props.state;
    let desk = use_desk();
    let empty = state.is_blank();
    let onkeys = {
        let onkeys = props.onkeys.clone();
        Callback::from(move |_: MouseEvent| onkeys.emit(()))
    };
    html! {
        <header class="header">
            if !empty {
                <button type="button" class="skip" onclick={Callback::from(|_: MouseEvent| focus("result"))}>
                    { desk.say("page.skip") }
                </button>
            }
            <div class="bar">
                <h1 class="brand"><img src="icon.svg" alt="" width="24" height="24" />
                    <span class="label">{ desk.say("page.name") }</span>
                </h1>
                <div class="tools" role="group">
                    <Tool id="new" drawing={Drawing::New} label={desk.say("action.new")} disabled={state.text.is_empty()}
                        onclick={desk.on(Action::Replace(String::new()))} />
                    <OpenFile />
                    <Tool id="undo" drawing={Drawing::Undo} label={desk.say("action.undo")} quiet=true
                        disabled={!state.can_undo()} onclick={desk.on(Action::Undo)} />
                    <Tool id="redo" drawing={Drawing::Redo} label={desk.say("action.redo")} quiet=true
                        disabled={!state.can_redo()} onclick={desk.on(Action::Redo)} />
                </div>
                <span class="space"></span>
                if !empty {
                    <ExportMenu state={state.clone()} />
                }
                <Languages />
                <Colours theme={state.theme} />
                <SettingsPanel state={state.clone()} />
                <Tool id="keys" drawing={Drawing::Keys} label={desk.say("keys.title")} quiet=true onclick={onkeys} />
            </div>
            <div class="under">
                <Privacy />
                <KeepingStatus state={state.clone()} keeper={props.keeper.clone()} />
                if !empty {
                    <MeetingDate date={state.meeting_date()} given={state.date.is_some()} />
                }
            </div>
        </header>
    }
}

/// Properties of [`Tool`].
#[derive(PartialEq, Properties)]
struct ToolProps {
    id: &'static str,
    drawing: Drawing,
    label: &'static str,
    #[prop_or_default]
    disabled: bool,
    /// Shows the drawing alone; the label is spoken and shown on hover.
    #[prop_or_default]
    quiet: bool,
    onclick: Callback<MouseEvent>,
}

#[component]
fn Tool(props: &ToolProps) -> Html {
    let ToolProps { id, drawing, label, disabled, quiet, onclick } = props;
    html! {
        <button type="button" id={*id} class={classes!("tool", quiet.then_some("quiet"))} title={*label}
            disabled={*disabled} {onclick}>
            <Icon of={*drawing} /><span class="label">{ *label }</span>
        </button>
    }
}

/// A button before the file field, which browsers draw in their own language.
#[component]
fn OpenFile() -> Html {
    let desk = use_desk();
    let field = use_node_ref();
    let onclick = {
        let field = field.clone();
        Callback::from(move |_| {
            if let Some(field) = field.cast::<HtmlElement>() {
                field.click();
            }
        })
    };
    let onchange = {
        let (desk, field) = (desk.clone(), field.clone());
        Callback::from(move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                files::open(field.files(), &desk);
                field.set_value("");
            }
        })
    };
    html! {
        <>
            <Tool id="open" drawing={Drawing::Open} label={desk.say("action.open")} {onclick} />
            <input ref={field} id="file" type="file" multiple=true hidden=true
                accept=".txt,.md,.docx,.odt,.pdf,.html,.htm,.rtf,.eml,.xlsx,.csv,.json,text/plain,application/json" {onchange}
                aria-label={desk.say("action.open")} />
        </>
    }
}

#[component]
fn Languages() -> Html {
    let desk = use_desk();
    let button = |lang: Lang, name: &'static str, letters: &'static str| {
        html! {
            <button type="button" id={format!("lang-{}", names::lang(lang))} lang={names::lang(lang)} aria-label={format!("{letters} – {name}")}
                title={name} aria-pressed={(desk.lang == lang).to_string()} onclick={desk.on(Action::Speak(lang))}>
                { letters }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={desk.say("language.group")}>
            { button(Lang::Vi, "Tiếng Việt", "VI") }
            { button(Lang::En, "English", "EN") }
        </div>
    }
}

/// Properties of [`Colours`].
#[derive(PartialEq, Properties)]
struct ColoursProps {
    theme: Theme,
}

#[component]
fn Colours(props: &ColoursProps) -> Html {
    let desk = use_desk();
    let label = match props.theme {
        Theme::System => desk.say("theme.system"),
        Theme::Light => desk.say("theme.light"),
        Theme::Dark => desk.say("theme.dark"),
    };
    html! {
        <Tool id="theme" drawing={Drawing::Theme(props.theme)} {label} quiet=true
            onclick={desk.on(Action::Paint(props.theme.next()))} />
    }
}
