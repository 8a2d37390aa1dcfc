//! Files in and out: opening what the user picks or drops, downloads, the clipboard.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, File, FileList, HtmlAnchorElement, Url};

use crate::export;
use crate::import::{self, Content, ImportError, Kind, earlier_table};
use crate::protocol::conversion::{Delivery, Order};
use crate::table::Table;
use crate::workspace::{Action, Notice, Opening, Work, WorkError};

use super::converter::{self, Failure};
use super::desk::Desk;
use super::today;

/// So many bytes tell what a file is.
const HEAD: u32 = 1_000;

/// Opens `files` in place of the text, each a document of its own, or a table to be followed up. One that cannot be
/// read says so and does not stop the others.
pub fn open(files: Option<FileList>, desk: &Desk) {
    let Some(files) = files else { return };
    let files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    let desk = desk.clone();
    spawn_local(async move {
        let (mut openings, mut after) = (Vec::new(), Vec::new());
        for file in files {
            let name = file.name();
            match read(&file, &desk).await {
                Ok(Opened::Work(work)) => openings.push(Opening::of_work(name, work)),
                Ok(Opened::File(Content::Document(source))) => openings.push(Opening::of_source(name, source)),
                Ok(Opened::File(Content::EarlierTable(table))) => {
                    after.push(Action::FollowUp(Some(named_after(table, &name))));
                }
                Err(Failed::Refused(reason)) => after.push(Action::Notify(Notice::FileRefused { name, reason })),
                Err(Failed::Work(reason)) => after.push(Action::Notify(Notice::WorkRefused { name, reason })),
                Err(Failed::NoConverter) => after.push(Action::Notify(Notice::ConverterMissing)),
                Err(Failed::Stopped) => after.push(Action::Notify(Notice::ConversionStopped)),
            }
        }
        desk.send(Action::Settle);
        if !openings.is_empty() {
            desk.send(Action::OpenAll(openings));
        }
        for action in after {
            desk.send(action);
        }
    });
}

/// A table that does not tell its meeting gets title and date from the name of its file.
fn named_after(mut table: Table, name: &str) -> Table {
    table.title = table.title.or_else(|| Some(name.to_owned()));
    table.date = table.date.or_else(|| export::date_in_name(name));
    table
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
enum Opened {
    File(Content),
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
async fn read(file: &File, desk: &Desk) -> Result<Opened, Failed> {
    if file.size() > import::LARGEST_FILE as f64 {
        return Err(Failed::Refused(ImportError::TooLarge));
    }
    let bytes = bytes(file).await.map_err(|_| Failed::Refused(ImportError::Empty))?;
    let kind = Kind::of(&bytes.subarray(0, HEAD).to_vec());
    if matches!(kind, Kind::Other | Kind::Picture | Kind::OldOffice) {
        let bytes = bytes.to_vec();
        match Work::read(str::from_utf8(&bytes).unwrap_or_default()) {
            Ok(work) => return Ok(Opened::Work(work)),
            Err(WorkError::Foreign) => {}
            Err(reason) => return Err(Failed::Work(reason)),
        }
        let source = import::text(&bytes).map_err(Failed::Refused)?;
        if !earlier_table::is_likely(&source.text) {
            return Ok(Opened::File(Content::Document(source)));
        }
    }
    desk.send(Action::Notify(Notice::Converting));
    match converter::convert(&Order::Read { today: today() }, &bytes).await {
        Ok((Delivery::Read(read), _)) => read.map(Opened::File).map_err(Failed::Refused),
        Err(Failure::Missing) => Err(Failed::NoConverter),
        Err(Failure::Stopped) => Err(Failed::Stopped),
        Err(Failure::TooSlow) => Err(Failed::Refused(ImportError::TooSlow)),
        Err(Failure::Crashed) => Err(Failed::Refused(ImportError::Crashed)),
        Ok(_) => Err(Failed::Refused(ImportError::Damaged(kind))),
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
