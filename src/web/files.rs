//! Files in and out: opening what the user picks or drops, downloads, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, File, FileList, HtmlAnchorElement, Url};

use crate::import::{self, ImportError, Kind, Source};
use crate::protocol::conversion::{Delivery, Order};
use crate::workspace::{Action, Notice, StorageEvent, Work, WorkError};

use super::converter::{self, Failure};
use super::desk::Desk;

/// So many bytes tell what a file is.
const HEAD: u32 = 1_000;

/// Opens the first file of `files` in place of the text.
pub fn open(files: Option<FileList>, desk: &Desk) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let desk = desk.clone();
    spawn_local(async move {
        let name = file.name();
        let action = match read(&file, &desk).await {
            Ok(Content::Work(work)) => Action::Storage(StorageEvent::Resume(None, work)),
            Ok(Content::Document(source)) => Action::Open(source),
            Err(Failed::Refused(reason)) => Action::Notify(Notice::FileRefused { name, reason }),
            Err(Failed::Work(reason)) => Action::Notify(Notice::WorkRefused { name, reason }),
            Err(Failed::NoConverter) => Action::Notify(Notice::ConverterMissing),
            Err(Failed::Stopped) => Action::Notify(Notice::ConversionStopped),
        };
        desk.send(Action::Settle);
        desk.send(action);
    });
}

/// Takes the first file of `files` for the lexicon of the user's own.
pub fn open_lexicon(files: Option<FileList>, desk: &Desk) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    let desk = desk.clone();
    spawn_local(async move {
        let bytes = bytes(&file).await.map(|bytes| bytes.to_vec()).unwrap_or_default();
        desk.send(match import::text(&bytes) {
            Ok(source) => Action::UseLexicon(source.text),
            Err(reason) => Action::Notify(Notice::FileRefused { name: file.name(), reason }),
        });
    });
}

/// What a file holds.
enum Content {
    Document(Source),
    Work(Work),
}

/// Why a file was not opened.
enum Failed {
    Refused(ImportError),
    Work(WorkError),
    NoConverter,
    Stopped,
}

/// Reads plain text here and now, and refuses what holds none; all else is read in the converter.
async fn read(file: &File, desk: &Desk) -> Result<Content, Failed> {
    if file.size() > import::LARGEST_FILE as f64 {
        return Err(Failed::Refused(ImportError::TooLarge));
    }
    let bytes = bytes(file).await.map_err(|_| Failed::Refused(ImportError::Empty))?;
    let kind = Kind::of(&bytes.subarray(0, HEAD).to_vec());
    if matches!(kind, Kind::Other | Kind::Picture | Kind::OldOffice) {
        let bytes = bytes.to_vec();
        return match Work::read(str::from_utf8(&bytes).unwrap_or_default()) {
            Ok(work) => Ok(Content::Work(work)),
            Err(WorkError::Foreign) => import::text(&bytes).map(Content::Document).map_err(Failed::Refused),
            Err(reason) => Err(Failed::Work(reason)),
        };
    }
    desk.send(Action::Notify(Notice::Converting));
    match converter::convert(&Order::Read, &bytes).await {
        Ok((Delivery::Read(read), _)) => read.map(Content::Document).map_err(Failed::Refused),
        Err(Failure::Missing) => Err(Failed::NoConverter),
        Err(Failure::Stopped) => Err(Failed::Stopped),
        Err(Failure::TooSlow) => Err(Failed::Refused(ImportError::TooSlow)),
        Ok(_) | Err(Failure::Crashed) => Err(Failed::Refused(ImportError::Damaged(kind))),
    }
}

async fn bytes(file: &File) -> Result<Uint8Array, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer))
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
