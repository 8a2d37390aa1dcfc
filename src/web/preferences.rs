//! What the page starts with: the choices kept on this device, and the meeting that lay on the desk last.

use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use web_sys::Storage;

use super::names;
use super::store::{Record, Store};
use crate::analysis::model::Lang;
use crate::workspace::{OwnLexicon, Shared, Theme};

const LANG: &str = "lang";
const THEME: &str = "theme";
const LEXICON: &str = "lexicon";
const COLUMNS: &str = "columns";
const MEETING: &str = "meeting";
/// A database that does not answer by then, in milliseconds, is left alone: an older page may hold on to it.
const PATIENCE: u32 = 3_000;

/// What the page starts with.
#[derive(Debug)]
pub struct Start {
    /// The device's storage, where the browser gives the page one.
    pub store: Option<Rc<Store>>,
    /// The language chosen before, else the browser's where the page knows it, else Vietnamese.
    pub lang: Lang,
    /// The colours chosen before.
    pub theme: Theme,
    /// The lexicon of the user's own, as written.
    pub lexicon: String,
    /// The columns of the table as they were laid out, as written.
    pub columns: String,
    /// The meeting that lay on the desk last.
    pub record: Option<Record>,
    /// A name for this tab that no other one has.
    pub tab: String,
}

impl Start {
    /// Looks up what is kept.
    pub async fn look_up() -> Self {
        let store = within_patience(Store::open()).await.and_then(Result::ok).map(Rc::new);
        let (mut lang, mut theme, mut lexicon, mut columns, mut record) = (None, None, None, None, None);
        if let Some(store) = &store {
            adopt_local_storage(store).await;
            lang = store.setting(LANG).await.ok().flatten();
            theme = store.setting(THEME).await.ok().flatten();
            lexicon = store.setting(LEXICON).await.ok().flatten();
            columns = store.setting(COLUMNS).await.ok().flatten();
            record = last_meeting(store).await;
        }
        let browser = || web_sys::window()?.navigator().language();
        Self {
            store,
            lang: lang.or_else(browser).map_or(Lang::Vi, |code| names::lang_of(&code)),
            theme: theme.and_then(|name| Theme::named(&name)).unwrap_or_default(),
            lexicon: lexicon.unwrap_or_default(),
            columns: columns.unwrap_or_default(),
            record,
            tab: format!("{:x}{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * 4e9) as u64),
        }
    }
}

async fn last_meeting(store: &Store) -> Option<Record> {
    let id = match session().and_then(|session| session.get_item(MEETING).ok()?) {
        Some(of_this_tab) => of_this_tab,
        None => store.setting(MEETING).await.ok()??,
    };
    store.meeting(&id).await.ok()?
}

/// Remembers which meeting lies on the desk, for this tab and for the next one that is opened.
pub async fn keep_meeting(store: &Store, id: &str) {
    if let Some(session) = session() {
        let _refused = session.set_item(MEETING, id);
    }
    // Where the storage refuses, saving the meeting itself says so.
    let _refused = store.set(MEETING, id).await;
}

/// What holds for every meeting and is kept on this device.
#[derive(Clone, PartialEq)]
pub struct Choices {
    /// Language of the page.
    pub lang: Lang,
    /// Colours of the page.
    pub theme: Theme,
    /// Phrases of the user's own.
    pub lexicon: Shared<OwnLexicon>,
    /// Which columns the table has, in which order, as written.
    pub columns: String,
}

/// Remembers the choices.
pub async fn keep_choices(store: &Store, choices: &Choices) {
    let Choices { lang, theme, lexicon, columns } = choices;
    let all = [(LANG, names::lang(*lang)), (THEME, theme.name()), (LEXICON, &lexicon.source), (COLUMNS, columns)];
    for (name, value) in all {
        let _refused = store.set(name, value).await;
    }
}

fn session() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Moves what version 0.1 kept in the browser's local storage into the database.
async fn adopt_local_storage(store: &Store) {
    let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok()?) else { return };
    for (old, new) in [("bienban.lang", LANG), ("bienban.theme", THEME)] {
        if let Ok(Some(value)) = storage.get_item(old)
            && store.set(new, &value).await.is_ok()
        {
            let _refused = storage.remove_item(old);
        }
    }
}

/// What `work` gives, where it does so in time.
async fn within_patience<Output>(work: impl Future<Output = Output>) -> Option<Output> {
    let (mut work, mut patience) = (std::pin::pin!(work), std::pin::pin!(TimeoutFuture::new(PATIENCE)));
    std::future::poll_fn(|context| match work.as_mut().poll(context) {
        std::task::Poll::Ready(output) => std::task::Poll::Ready(Some(output)),
        std::task::Poll::Pending => patience.as_mut().poll(context).map(|()| None),
    })
    .await
}
