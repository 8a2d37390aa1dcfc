//! What is stored on this device, in plain words: each meeting to open or forget, all of it to forget or take away.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::confirm_button::ConfirmButton;
use crate::web::desk::{Desk, use_desk};
use crate::web::files;
use crate::web::keeper::Keeper;
use crate::web::store::Record;
use crate::workspace::{Action, Notice, State};

/// Properties of [`StoragePanel`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// All that the page shows.
    pub state: UseReducerHandle<State>,
    /// The page's end of the storage.
    pub keeper: Keeper,
    /// Counts how often the panel was opened: each time it looks anew.
    pub opening: u32,
}

/// One stored meeting as the list shows it.
#[derive(Clone, PartialEq)]
struct Entry {
    id: String,
    title: String,
    saved: String,
    kilobytes: usize,
}

impl Entry {
    fn of(record: &Record, desk: &Desk) -> Self {
        Self {
            id: record.id.clone(),
            title: record.title.clone(),
            saved: desk.moment(record.saved),
            kilobytes: record.work.len().div_ceil(1024),
        }
    }
}

/// The panel.
#[component]
pub fn StoragePanel(props: &Props) -> Html {
    let desk = use_desk();
    let Props { state, keeper, opening } = props;
    let entries = use_state_eq(Vec::<Entry>::new);
    let look = {
        let (keeper, desk, entries) = (keeper.clone(), desk.clone(), entries.clone());
        Callback::from(move |()| {
            let (keeper, desk, entries) = (keeper.clone(), desk.clone(), entries.clone());
            spawn_local(async move {
                if let Some(store) = keeper.store()
                    && let Ok(records) = store.meetings().await
                {
                    entries.set(records.iter().map(|record| Entry::of(record, &desk)).collect());
                }
            });
        })
    };
    {
        let look = look.clone();
        use_effect_with((*opening, state.keeping()), move |(opening, _)| {
            if *opening > 0 {
                look.emit(());
            }
        });
    }
    let onforgetall = {
        let (keeper, look) = (keeper.clone(), look.clone());
        Callback::from(move |()| keeper.forget_all(look.clone()))
    };
    let onsave = {
        let (state, desk) = (state.clone(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            if !save(&state) {
                desk.send(Action::Notify(Notice::ExportFailed));
            }
        })
    };
    html! {
        <div id="storage-panel" class="panel" popover="auto" role="dialog" aria-labelledby="storage-title">
            <h2 id="storage-title">{ desk.say("storage.title") }</h2>
            <p>{ desk.say("storage.what") }</p>
            if keeper.store().is_none() {
                <p class="hint">{ desk.say("storage.unavailable") }</p>
            } else if entries.is_empty() {
                <p class="hint">{ desk.say("storage.none") }</p>
            } else {
                <ul class="stored">
                    { for entries.iter().map(|entry| line(entry, props, &look, &desk)) }
                </ul>
            }
            <div class="controls">
                <button type="button" id="save-work" class="tool" disabled={state.is_blank()} onclick={onsave}>
                    { desk.say("storage.save-file") }
                </button>
                <ConfirmButton id="forget-all" label={desk.say("storage.forget-all")}
                    question={desk.say("storage.forget-all.sure")} onconfirm={onforgetall} />
                <span class="space"></span>
                <button type="button" class="tool" popovertarget="storage-panel" popovertargetaction="hide">
                    { desk.say("action.close") }
                </button>
            </div>
        </div>
    }
}

fn line(entry: &Entry, props: &Props, look: &Callback<()>, desk: &Desk) -> Html {
    let on_desk = *props.state.storing.meeting == *entry.id;
    let onopen = {
        let (keeper, id) = (props.keeper.clone(), entry.id.clone());
        Callback::from(move |_: MouseEvent| keeper.open(id.clone()))
    };
    let onforget = {
        let (keeper, id, look) = (props.keeper.clone(), entry.id.clone(), look.clone());
        Callback::from(move |()| keeper.forget(id.clone(), look.clone()))
    };
    let size = desk.number(entry.kilobytes);
    html! {
        <li key={entry.id.clone()} data-meeting={entry.id.clone()}>
            <div>
                <b>{ entry.title.clone() }</b>
                <small>{ desk.fill("storage.entry", &[("time", &entry.saved), ("size", &size)]) }</small>
            </div>
            if on_desk {
                <span class="here">{ desk.say("storage.on-desk") }</span>
            } else {
                <button type="button" class="link open" popovertarget="storage-panel" popovertargetaction="hide"
                    aria-label={desk.fill("storage.open-named", &[("title", &entry.title)])} onclick={onopen}>
                    { desk.say("storage.open") }
                </button>
            }
            <ConfirmButton label={desk.say("storage.forget")} question={desk.say("storage.forget.sure")}
                name={desk.fill("storage.forget-named", &[("title", &entry.title)])} onconfirm={onforget} />
        </li>
    }
}

/// Saves the work as a file; whether the browser took it.
fn save(state: &State) -> bool {
    let name = match state.meeting_date() {
        Some(date) => format!("bien-ban-{date}.work.json"),
        None => "bien-ban.work.json".to_owned(),
    };
    let file = state.work().write();
    file.is_ok_and(|file| files::download(&name, "application/json", file.as_bytes()).is_ok())
}
