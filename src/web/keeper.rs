//! Keeps the work on this device: saves it soon after a change, holds the meeting's lock, opens and forgets meetings.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::preferences;
use super::store::{Record, Store, StoreError};
use super::tab_lock::{self, Claim, TabLock};
use crate::workspace::{Action, Refusal, StorageEvent, Work};

/// How long after a change the work is saved, in milliseconds; what changes meanwhile is saved with it.
const SOON: u32 = 400;

/// The page's end of the storage.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

impl PartialEq for Keeper {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    store: Option<Rc<Store>>,
    report: Callback<Action>,
    desk: RefCell<Desk>,
}

/// What the keeper knows of the meeting on the desk.
#[derive(Default)]
struct Desk {
    meeting: Rc<str>,
    lock: Option<TabLock>,
    revisions: BTreeMap<Rc<str>, u32>,
    /// What has to be saved, by the name of its meeting.
    changed: BTreeMap<Rc<str>, Changed>,
    timer: Option<Timeout>,
    saving: bool,
}

struct Changed {
    title: String,
    work: Work,
}

impl Keeper {
    /// A keeper that reports what happens to `report`; without a store it keeps nothing and says so when asked to.
    pub fn new(store: Option<Rc<Store>>, opened: Option<&Record>, report: Callback<Action>) -> Self {
        let revisions = opened.map(|record| (Rc::from(record.id.as_str()), record.revision)).into_iter().collect();
        let desk = RefCell::new(Desk { revisions, ..Desk::default() });
        let keeper = Self(Rc::new(Inner { store, report, desk }));
        keeper.save_when_hidden();
        keeper
    }

    /// The storage, where there is one.
    pub fn store(&self) -> Option<Rc<Store>> {
        self.0.store.clone()
    }

    fn report(&self, event: StorageEvent) {
        self.0.report.emit(Action::Storage(event));
    }

    /// Another meeting lies on the desk, or the user wants the one that another tab has.
    pub fn turn_to(&self, meeting: Rc<str>, by_force: bool) {
        {
            let mut desk = self.0.desk.borrow_mut();
            (desk.meeting, desk.lock) = (meeting.clone(), None);
        }
        let keeper = self.clone();
        spawn_local(async move {
            if let Some(store) = keeper.store() {
                preferences::keep_meeting(&store, &meeting).await;
                keeper.claim(&store, meeting, by_force).await;
            }
        });
    }

    async fn claim(&self, store: &Store, meeting: Rc<str>, by_force: bool) {
        let on_lost = {
            let (keeper, meeting) = (self.clone(), meeting.clone());
            Callback::from(move |()| keeper.lose(&meeting))
        };
        let claim = tab_lock::claim(&format!("bienban.{meeting}"), by_force, on_lost).await;
        if *self.0.desk.borrow().meeting != *meeting {
            return;
        }
        match claim {
            Claim::Taken => return self.report(StorageEvent::Elsewhere(true)),
            Claim::Held(lock) => self.0.desk.borrow_mut().lock = Some(lock),
            Claim::Unsupported => {}
        }
        if by_force {
            // The other tab may have gone on since this one read the meeting.
            if let Ok(Some(record)) = store.meeting(&meeting).await {
                self.lay_down(&record);
            }
            self.report(StorageEvent::Elsewhere(false));
        }
    }

    fn lose(&self, meeting: &str) {
        self.0.desk.borrow_mut().changed.remove(meeting);
        if *self.0.desk.borrow().meeting == *meeting {
            self.report(StorageEvent::Elsewhere(true));
        }
    }

    fn lay_down(&self, record: &Record) {
        if let Some(work) = record.work() {
            self.0.desk.borrow_mut().revisions.insert(record.id.as_str().into(), record.revision);
            self.report(StorageEvent::Resume(Some(record.id.clone()), work));
        }
    }

    /// Opens a kept meeting.
    pub fn open(&self, id: String) {
        let keeper = self.clone();
        spawn_local(async move {
            keeper.save().await;
            let Some(store) = keeper.store() else { return };
            match store.meeting(&id).await {
                Ok(Some(record)) => keeper.lay_down(&record),
                Ok(None) => {}
                Err(_) => keeper.report(StorageEvent::Refused(Refusal::Denied)),
            }
        });
    }

    /// Forgets one meeting, then calls `done`.
    pub fn forget(&self, id: String, done: Callback<()>) {
        self.0.desk.borrow_mut().changed.remove(id.as_str());
        self.report(StorageEvent::Forget(Some(id.clone())));
        self.with_store(done, move |store| async move { store.forget(&id).await });
    }

    /// Forgets all meetings and settings, then calls `done`.
    pub fn forget_all(&self, done: Callback<()>) {
        self.0.desk.borrow_mut().changed.clear();
        self.report(StorageEvent::Forget(None));
        self.with_store(done, |store| async move { store.forget_all().await });
    }

    fn with_store<Work: Future<Output = Result<(), StoreError>>>(
        &self,
        done: Callback<()>,
        work: impl FnOnce(Rc<Store>) -> Work + 'static,
    ) {
        let keeper = self.clone();
        spawn_local(async move {
            if let Some(store) = keeper.store()
                && work(store).await.is_err()
            {
                keeper.report(StorageEvent::Refused(Refusal::Denied));
            }
            done.emit(());
        });
    }

    /// The work on a meeting changed: it is saved soon.
    pub fn change(&self, meeting: Rc<str>, title: String, work: Work) {
        let mut desk = self.0.desk.borrow_mut();
        desk.changed.insert(meeting, Changed { title, work });
        if desk.timer.is_none() {
            let keeper = self.clone();
            desk.timer = Some(Timeout::new(SOON, move || spawn_local(async move { keeper.save().await })));
        }
    }

    /// Saves a meeting that was never saved and has yet to lie on the desk.
    pub fn keep_new(&self, meeting: Rc<str>, work: &Work) {
        let known = {
            let desk = self.0.desk.borrow();
            desk.meeting == meeting || desk.revisions.contains_key(&meeting) || desk.changed.contains_key(&meeting)
        };
        if !known {
            self.change(meeting, work.title(), work.clone());
        }
    }

    /// Saves what changed, one meeting after the other.
    async fn save(&self) {
        {
            let mut desk = self.0.desk.borrow_mut();
            desk.timer = None;
            if std::mem::replace(&mut desk.saving, true) {
                return;
            }
        }
        loop {
            let Some((meeting, changed)) = self.0.desk.borrow_mut().changed.pop_first() else { break };
            let revision = self.0.desk.borrow().revisions.get(&meeting).copied().unwrap_or_default() + 1;
            let outcome = self.write(&meeting, &changed, revision).await;
            let event = match outcome {
                Ok(()) => {
                    self.0.desk.borrow_mut().revisions.insert(meeting.clone(), revision);
                    StorageEvent::Kept(meeting.to_string(), changed.work)
                }
                Err(StoreError::Changed) => {
                    let mut desk = self.0.desk.borrow_mut();
                    desk.changed.remove(&meeting);
                    if desk.meeting != meeting {
                        continue;
                    }
                    StorageEvent::Elsewhere(true)
                }
                Err(StoreError::Refused(refusal)) => StorageEvent::Refused(refusal),
            };
            self.report(event);
        }
        self.0.desk.borrow_mut().saving = false;
    }

    async fn write(&self, meeting: &str, changed: &Changed, revision: u32) -> Result<(), StoreError> {
        let Changed { title, work } = changed;
        let denied = || StoreError::Refused(Refusal::Denied);
        let store = self.0.store.as_ref().ok_or_else(denied)?;
        let record = Record {
            id: meeting.to_string(),
            revision,
            saved: js_sys::Date::now(),
            title: title.clone(),
            work: work.write().map_err(|_| denied())?,
        };
        store.save(&record).await
    }

    /// A tab that goes out of sight may be gone before its timer rings.
    fn save_when_hidden(&self) {
        let keeper = self.clone();
        let hidden = Closure::<dyn FnMut()>::new(move || {
            let keeper = keeper.clone();
            spawn_local(async move { keeper.save().await });
        });
        if let Some(window) = web_sys::window() {
            let listener = hidden.as_ref().unchecked_ref();
            for event in ["pagehide", "blur", "visibilitychange"] {
                // `visibilitychange` bubbles from the document to the window.
                let _refused = window.add_event_listener_with_callback(event, listener);
            }
        }
        hidden.forget();
    }
}
