//! The analysis for other pages: `analyze(text, options)` from JavaScript, with offsets in UTF-16 code units.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::analysis::analyze;
use crate::analysis::model::Options;
use crate::export::json::Document;
use crate::table::Table;

/// Analyses `text`. `options` may be left out, or hold `date` ("2025-10-03", the meeting's) and `lang` ("vi" or "en").
/// The result has the form of `docs/json.md`, but counts offsets in UTF-16 code units, as JavaScript does:
/// `text.slice(item.start, item.end)` gives the item's words.
///
/// # Errors
/// Where `options` is something else.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_for_javascript(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    let options: Option<Options> = serde_wasm_bindgen::from_value(options)?;
    let minutes = analyze(text, &options.unwrap_or_default());
    let document = Document::in_utf16(&minutes, text, &Table::of(&minutes, text));
    Ok(document.serialize(&Serializer::json_compatible())?)
}
