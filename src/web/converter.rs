//! The two ends of the converter: [`serve`] inside of it, [`convert`] on the page.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use super::worker;
use crate::protocol::conversion::{self, Delivery, Order};
use crate::protocol::{VERSION, decode, encode};

/// How long the converter may take to load, in milliseconds.
const LOADING: u32 = 60_000;
/// How long it may work on one file.
const WORKING: u32 = 60_000;

thread_local! {
    /// A converter that did its last job well and waits for the next.
    static IDLE: RefCell<Option<Worker>> = const { RefCell::new(None) };
    /// What ends the waiting for each answer that is still to come; of those that came it ends nothing.
    static AWAITED: RefCell<Vec<Function>> = const { RefCell::new(Vec::new()) };
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The converter could not be loaded, or is of another version.
    Missing,
    /// It broke down.
    Crashed,
    /// It took too long and was stopped.
    TooSlow,
    /// The user stopped it.
    Stopped,
}

/// Has the converter do `order` with `bytes`. One that fails is ended, and so is all that it was at.
///
/// # Errors
/// [`Failure`] where no answer came.
pub async fn convert(order: &Order, bytes: &Uint8Array) -> Result<(Delivery, Vec<u8>), Failure> {
    let worker = match IDLE.take() {
        Some(worker) => worker,
        None => load().await?,
    };
    let answer = ask(&worker, order, bytes).await;
    if answer.is_ok() {
        IDLE.set(Some(worker));
    } else {
        worker.terminate();
    }
    answer
}

/// Stops whatever is under way.
pub fn stop() {
    for end in AWAITED.take() {
        let _settled = end.call1(&JsValue::NULL, &JsValue::TRUE);
    }
}

async fn load() -> Result<Worker, Failure> {
    let worker = worker::start("converter").map_err(|_| Failure::Missing)?;
    match answer(&worker, LOADING, || Ok(())).await {
        Ok((Delivery::Ready(VERSION), _)) => Ok(worker),
        outcome => {
            worker.terminate();
            Err(if outcome == Err(Failure::Stopped) { Failure::Stopped } else { Failure::Missing })
        }
    }
}

async fn ask(worker: &Worker, order: &Order, bytes: &Uint8Array) -> Result<(Delivery, Vec<u8>), Failure> {
    let message = encode(order).map_err(|_| Failure::Crashed)?;
    answer(worker, WORKING, || worker.post_message(&Array::of2(&message.into(), bytes))).await
}

/// The next message of the worker after `start`.
async fn answer(
    worker: &Worker,
    patience: u32,
    start: impl FnOnce() -> Result<(), JsValue>,
) -> Result<(Delivery, Vec<u8>), Failure> {
    let (mut give_up, mut ended) = (None, None);
    let message = Promise::new(&mut |resolve, reject| {
        worker.set_onmessage(Some(&resolve));
        worker.set_onerror(Some(&reject));
        AWAITED.with_borrow_mut(|awaited| awaited.push(reject.clone()));
        ended = Some(reject.clone());
        give_up = Some(Timeout::new(patience, move || {
            let _settled = reject.call0(&JsValue::NULL);
        }));
    });
    start().map_err(|_| Failure::Crashed)?;
    let message = JsFuture::from(message).await;
    worker.set_onmessage(None);
    worker.set_onerror(None);
    drop(give_up);
    AWAITED.with_borrow_mut(|awaited| awaited.retain(|end| Some(end) != ended.as_ref()));
    match message {
        Ok(message) => opened(&message.unchecked_into::<MessageEvent>().data()).ok_or(Failure::Crashed),
        // A worker that breaks down says so with an event, the clock says nothing, the user yes.
        Err(reason) if reason.is_undefined() => Err(Failure::TooSlow),
        Err(reason) if reason == true => Err(Failure::Stopped),
        Err(_) => Err(Failure::Crashed),
    }
}

/// The message and the bytes that came with it.
fn opened<Message: for<'a> serde::Deserialize<'a>>(data: &JsValue) -> Option<(Message, Vec<u8>)> {
    let parts: &Array = data.dyn_ref()?;
    let message = decode(&parts.get(0).as_string()?).ok()?;
    let bytes: Uint8Array = parts.get(1).dyn_into().ok()?;
    Some((message, bytes.to_vec()))
}

/// Answers the page's orders for as long as the worker lives.
pub fn serve() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let deliver = {
        let scope = scope.clone();
        move |delivery: &Delivery, bytes: &[u8]| {
            if let Ok(message) = encode(delivery) {
                let _gone = scope.post_message(&Array::of2(&message.into(), &Uint8Array::from(bytes)));
            }
        }
    };
    let answer = deliver.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if let Some((order, bytes)) = opened::<Order>(&message.data()) {
            let (delivery, bytes) = conversion::convert(order, &bytes);
            answer(&delivery, &bytes);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    deliver(&Delivery::Ready(VERSION), &[]);
}
