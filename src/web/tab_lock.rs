//! Which tab works on a meeting: the browser's Web Locks, one lock a meeting. A tab that dies loses its locks at once.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// The answer to a claim.
#[derive(Debug)]
pub enum Claim {
    /// The lock is ours until it is dropped or another tab takes it.
    Held(TabLock),
    /// Another tab has it.
    Taken,
    /// The browser has no locks, as on a page without a secure address; the store still notices what another tab wrote.
    Unsupported,
}

/// A lock that this tab holds; let go of when dropped.
#[derive(Debug)]
pub struct TabLock {
    release: Function,
}

impl Drop for TabLock {
    fn drop(&mut self) {
        let _released = self.release.call0(&JsValue::NULL);
    }
}

/// Claims the lock `name`, from another tab too where `by_force`. `on_lost` hears of it when another tab takes it later.
pub async fn claim(name: &str, by_force: bool, on_lost: Callback<()>) -> Claim {
    let Some((locks, request)) = manager() else { return Claim::Unsupported };
    let (held_until, release) = open_promise();
    let (answer, tell) = open_promise();
    let granted = {
        let tell = tell.clone();
        Closure::once_into_js(move |lock: JsValue| {
            let held = !lock.is_null();
            let _told = tell.call1(&JsValue::NULL, &held.into());
            if held { JsValue::from(held_until) } else { JsValue::UNDEFINED }
        })
    };
    let options = js_sys::Object::new();
    let wish = if by_force { "steal" } else { "ifAvailable" };
    let asked = Reflect::set(&options, &wish.into(), &JsValue::TRUE)
        .and_then(|_| request.call3(&locks, &name.into(), &options, &granted));
    let Ok(over) = asked else { return Claim::Unsupported };
    spawn_local(async move {
        if JsFuture::from(over.unchecked_into::<Promise>()).await.is_err() {
            // Said too late to matter where the lock was granted first.
            let _told = tell.call1(&JsValue::NULL, &JsValue::UNDEFINED);
            on_lost.emit(());
        }
    });
    match JsFuture::from(answer).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Claim::Held(TabLock { release }),
        Some(false) => Claim::Taken,
        None => Claim::Unsupported,
    }
}

/// `navigator.locks` and its function `request`. Looked up by name: the bindings know them only as unstable.
fn manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(|locks| locks.is_object())?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// A promise and the function that keeps it.
fn open_promise() -> (Promise, Function) {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    (promise, keep.unwrap_or_default())
}
