//! Files in and out: opening what the user picks or drops, downloads, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, File, FileList, HtmlAnchorElement, Url};

use crate::import;
use crate::workspace::{Action, Notice};

use super::desk::Desk;

/// Opens the first file of `files` in place of the text.
pub fn open(files: Option<FileList>, desk: &Desk) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let desk = desk.clone();
    spawn_local(async move {
        let name = file.name();
        let action = match import::text(&bytes(&file).await.unwrap_or_default()) {
            Ok(source) => Action::Open(source),
            Err(reason) => Action::Notify(Notice::FileRefused { name, reason }),
        };
        desk.send(action);
    });
}

async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn blob(bytes: &[u8], media_type: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

/// Saves `bytes` as a download of that name.
///
/// # Errors
/// Where the browser refuses.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(&blob(bytes, media_type)?)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let forget = gloo_timers::callback::Timeout::new(60_000, move || {
        let _gone = Url::revoke_object_url(&url);
    });
    forget.forget();
    Ok(())
}

/// Puts a table on the clipboard, as HTML for word processors and as plain text for all else.
///
/// # Errors
/// Where the browser refuses.
pub async fn copy(html: &str, text: &str) -> Result<(), JsValue> {
    let clipboard = web_sys::window().ok_or(JsValue::NULL)?.navigator().clipboard();
    let forms = js_sys::Object::new();
    for (media_type, content) in [("text/html", html), ("text/plain", text)] {
        let content = blob(content.as_bytes(), media_type)?;
        js_sys::Reflect::set(&forms, &media_type.into(), &content)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms)?;
    JsFuture::from(clipboard.write(&Array::of1(&item))).await?;
    Ok(())
}
