//! The two ends of the worker: [`serve`] inside it, [`Analyst`] on the page.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url, Worker};
use yew::Callback;

use super::document;
use crate::analysis::model::{Minutes, Options};
use crate::protocol::{self, Reply, Request, VERSION};
use crate::workspace::{Action, Notice};

/// So often in a row the worker may fail before it ever answers.
const ATTEMPTS: u32 = 3;
/// A worker that says nothing for so long is held for dead, in milliseconds; a long text adds to it.
const PATIENCE: usize = 10_000;
/// Bytes of a request that add a millisecond to the patience: some hundred times what they take.
const BYTES: usize = 50;

/// Answers the page's requests for as long as the worker lives.
pub fn serve() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let reply = {
        let scope = scope.clone();
        move |reply: &Reply| {
            if let Ok(text) = protocol::encode(reply) {
                let _gone = scope.post_message(&text.into());
            }
        }
    };
    let answer = reply.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let request = message.data().as_string().and_then(|text| protocol::decode::<Request>(&text).ok());
        if let Some(request) = request {
            answer(&protocol::handle(request));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    reply(&Reply::ready());
}

/// The page's end: one request at a time, of those that wait only the newest of each kind and analyses first, a new
/// worker where one dies.
#[derive(Clone)]
pub struct Analyst(Rc<RefCell<Link>>);

struct Link {
    worker: Option<Worker>,
    ready: bool,
    running: Option<String>,
    waiting: Option<String>,
    question: Option<String>,
    watch: Option<Timeout>,
    failures: u32,
    on_silence: Callback<()>,
    report: Callback<Action>,
    on_message: Option<Closure<dyn FnMut(MessageEvent)>>,
    on_error: Option<Closure<dyn FnMut(web_sys::Event)>>,
}

impl Analyst {
    /// Starts a worker; what it says arrives at `report`.
    pub fn start(report: Callback<Action>) -> Self {
        let analyst = Self(Rc::new(RefCell::new(Link {
            worker: None,
            ready: false,
            running: None,
            waiting: None,
            question: None,
            watch: None,
            failures: 0,
            on_silence: Callback::noop(),
            report,
            on_message: None,
            on_error: None,
        })));
        let (hearing, failing, missing) =
            (Rc::downgrade(&analyst.0), Rc::downgrade(&analyst.0), Rc::downgrade(&analyst.0));
        let on_message = Closure::new(move |message: MessageEvent| {
            if let Some(link) = hearing.upgrade() {
                Self(link).hear(&message);
            }
        });
        let on_error = Closure::new(move |event: web_sys::Event| {
            event.prevent_default();
            if let Some(link) = failing.upgrade() {
                Self(link).recover();
            }
        });
        {
            let mut link = analyst.0.borrow_mut();
            (link.on_message, link.on_error) = (Some(on_message), Some(on_error));
            link.on_silence = Callback::from(move |()| {
                if let Some(link) = missing.upgrade() {
                    Self(link).recover();
                }
            });
            link.spawn();
        }
        analyst
    }

    /// Asks for the analysis of `text` under the number `edition`; a request that still waits is dropped.
    pub fn analyse(&self, edition: u32, text: &str, options: Options) {
        let request = Request::Analyze { id: edition, text: text.to_owned(), options };
        self.0.borrow_mut().waiting = protocol::encode(&request).ok();
        self.ask();
    }

    /// Asks under the number `question` what answers what in `minutes`, the corrected analysis of `text`.
    pub fn answer(&self, question: u32, text: &str, minutes: Minutes) {
        let request = Request::Answer { id: question, text: text.to_owned(), minutes };
        self.0.borrow_mut().question = protocol::encode(&request).ok();
        self.ask();
    }

    fn ask(&self) {
        let mut link = self.0.borrow_mut();
        if link.worker.is_none() {
            link.failures = 0;
            link.spawn();
        }
        link.send();
    }

    /// Stops whatever is under way.
    pub fn stop(&self) {
        let report = {
            let mut link = self.0.borrow_mut();
            (link.waiting, link.question) = (None, None);
            link.spawn();
            link.report.clone()
        };
        report.emit(Action::Failed(Notice::Stopped));
    }

    fn hear(&self, message: &MessageEvent) {
        let reply = message.data().as_string().and_then(|text| protocol::decode(&text).ok());
        let mut link = self.0.borrow_mut();
        let action = match reply {
            Some(Reply::Ready { version: VERSION }) => {
                link.ready = true;
                None
            }
            Some(Reply::Ready { .. }) | None => {
                link.end();
                Some(Action::Failed(Notice::AnalystOutdated))
            }
            Some(Reply::Analyzed { id, minutes }) => {
                (link.running, link.watch, link.failures) = (None, None, 0);
                Some(Action::Analysed(id, Box::new(minutes)))
            }
            Some(Reply::Answered { id, answers }) => {
                (link.running, link.watch, link.failures) = (None, None, 0);
                Some(Action::Answered(id, answers))
            }
        };
        link.send();
        let report = link.report.clone();
        drop(link);
        if let Some(action) = action {
            report.emit(action);
        }
    }

    /// The worker died: a new one takes over what the old one left, unless that fails again and again.
    fn recover(&self) {
        let mut link = self.0.borrow_mut();
        link.failures += 1;
        let lost = link.running.take();
        let action = if link.failures < ATTEMPTS {
            let told = lost.is_some().then_some(Action::Notify(Notice::AnalystRestarted));
            // What was asked since then goes before what was lost.
            link.waiting = link.waiting.take().or(lost);
            link.spawn();
            told
        } else {
            link.end();
            Some(Action::Failed(Notice::AnalystMissing))
        };
        let report = link.report.clone();
        drop(link);
        if let Some(action) = action {
            report.emit(action);
        }
    }
}

impl Link {
    fn spawn(&mut self) {
        self.end();
        let Ok(worker) = start("analyst") else { return };
        worker.set_onmessage(self.on_message.as_ref().map(|closure| closure.as_ref().unchecked_ref()));
        worker.set_onerror(self.on_error.as_ref().map(|closure| closure.as_ref().unchecked_ref()));
        self.worker = Some(worker);
    }

    fn end(&mut self) {
        (self.ready, self.running, self.watch) = (false, None, None);
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }

    /// Sends the waiting request once the worker listens and has nothing else to do.
    fn send(&mut self) {
        if !self.ready || self.running.is_some() {
            return;
        }
        if let (Some(worker), Some(request)) = (&self.worker, self.waiting.take().or_else(|| self.question.take()))
            && worker.post_message(&request.as_str().into()).is_ok()
        {
            let patience = u32::try_from(PATIENCE + request.len() / BYTES).unwrap_or(u32::MAX);
            let on_silence = self.on_silence.clone();
            self.watch = Some(Timeout::new(patience, move || on_silence.emit(())));
            self.running = Some(request);
        }
    }
}

/// Starts the worker of that binary, as Trunk builds it beside the page, by a script that the page writes itself: such a worker is bound by the page's content security
/// policy, and one that is loaded from its own address is not.
pub(super) fn start(binary: &str) -> Result<Worker, JsValue> {
    let page = document::base();
    let quoted = |rest: &str| js_sys::JSON::stringify(&format!("{page}{binary}{rest}").into()).map(String::from);
    let script = format!("importScripts({});wasm_bindgen({{module_or_path:{}}})", quoted(".js")?, quoted("_bg.wasm")?);
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&script.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let worker = Worker::new(&url);
    Url::revoke_object_url(&url)?;
    worker
}

impl Drop for Link {
    fn drop(&mut self) {
        self.end();
    }
}
