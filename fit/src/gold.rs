//! Annotated documents: the shared corpus and the project's own cases.

use std::collections::BTreeMap;
use std::path::Path;

use bienban::analysis::model::{Category, Date, Lang, Span};
use serde::Deserialize;

/// One annotated item; `span` in bytes of the text.
#[derive(Clone, Debug)]
pub struct GoldItem {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub category: Category,
    /// Two careful readers could differ.
    pub optional: bool,
}

/// One annotated document.
#[derive(Clone, Debug)]
pub struct GoldDocument {
    /// Its name, unique within a run.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Its language.
    pub lang: Lang,
    /// The meeting's date, where known.
    pub date: Option<Date>,
    /// Its items in the order of the text.
    pub items: Vec<GoldItem>,
}

#[derive(Deserialize)]
struct GoldFile {
    meeting_date: Option<Date>,
    items: Vec<GoldEntry>,
}

#[derive(Deserialize)]
struct GoldEntry {
    start: usize,
    end: usize,
    category: Category,
    #[serde(default)]
    optional: bool,
}

/// Reads all `NAME.gold.json` with their texts in `folder`; an absent folder holds none.
pub fn read_folder(folder: &Path, lang: Lang) -> Vec<GoldDocument> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Some(name) =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".gold.json"))
        else {
            continue;
        };
        let text = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap_or_default();
        let json = std::fs::read_to_string(&path).unwrap_or_default();
        let Ok(gold) = serde_json::from_str::<GoldFile>(&json) else {
            eprintln!("not read: {}", path.display());
            continue;
        };
        let places: Vec<usize> = text.char_indices().map(|place| place.0).chain([text.len()]).collect();
        let byte = |scalar: usize| places.get(scalar).copied().unwrap_or(text.len());
        let items = gold
            .items
            .iter()
            .map(|item| GoldItem {
                span: Span::new(byte(item.start), byte(item.end)),
                category: item.category,
                optional: item.optional,
            })
            .collect();
        let document = GoldDocument { name: name.to_string(), lang, date: gold.meeting_date, items, text };
        found.insert(name.to_string(), document);
    }
    found.into_values().collect()
}
