//! Annotated material beside the cases: the shared corpus, and the bank of labelled passages.

use std::collections::BTreeMap;
use std::path::Path;

use bienban::analysis::model::{Category, Date, Span};
use serde::Deserialize;

use crate::gold::{Document, Item};

#[derive(Deserialize)]
struct GoldFile {
    meeting_date: Option<Date>,
    items: Vec<GoldEntry>,
}

/// An item of the shared corpus; offsets count characters.
#[derive(Deserialize)]
struct GoldEntry {
    start: usize,
    end: usize,
    category: Category,
    actor: Option<String>,
    issuer: Option<String>,
    #[serde(default)]
    support: Vec<String>,
    due: Option<Date>,
    #[serde(default)]
    optional: bool,
}

/// Reads all `NAME.gold.json` with their texts in `folder`; an absent folder holds none.
pub fn read_folder(folder: &Path) -> Vec<Document> {
    let mut found = BTreeMap::new();
    for path in files(folder) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".gold.json")) else { continue };
        let text = std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap_or_default();
        let json = std::fs::read_to_string(&path).unwrap_or_default();
        match serde_json::from_str::<GoldFile>(&json) {
            Ok(gold) => {
                found.insert(name.to_owned(), document(name, text, gold));
            }
            Err(error) => eprintln!("{} was not read: {error}", path.display()),
        }
    }
    found.into_values().collect()
}

fn document(name: &str, text: String, gold: GoldFile) -> Document {
    let places: Vec<usize> = text.char_indices().map(|place| place.0).chain([text.len()]).collect();
    let byte = |character: usize| places.get(character).copied().unwrap_or(text.len());
    let items = gold.items.into_iter().map(|item| Item {
        span: Span::new(byte(item.start), byte(item.end)),
        category: item.category,
        optional: item.optional,
        lead: item.actor,
        support: item.support,
        issuer: item.issuer,
        due: item.due,
    });
    let items = items.collect();
    Document { name: name.to_owned(), date: gold.meeting_date, exact: false, like: None, items, text }
}

/// Reads the bank of labelled passages in `folder` (`fit/README.md` tells the format), each passage as a document.
pub fn read_bank(folder: &Path) -> Vec<Document> {
    let files = files(folder).into_iter().filter_map(|path| std::fs::read_to_string(path).ok());
    let passages = files.flat_map(|file| file.split("\n\n").map(passage).collect::<Vec<_>>());
    passages.filter(|document| !document.text.is_empty()).collect()
}

fn passage(lines: &str) -> Document {
    let mut document = Document {
        name: "passage".to_owned(),
        text: String::new(),
        date: None,
        exact: false,
        like: None,
        items: Vec::new(),
    };
    for line in lines.lines() {
        let Some((label, statement)) = line.split_once('\t') else { continue };
        if !document.text.is_empty() {
            document.text.push(if stands_alone(statement) || document.text.ends_with(':') { '\n' } else { ' ' });
        }
        let start = document.text.len();
        document.text.push_str(statement);
        let category = match label {
            "A" => Category::Achievement,
            "S" => Category::Shortcoming,
            "R" => Category::Recommendation,
            "D" | "?" => Category::Directive,
            _ => continue,
        };
        document.items.push(Item {
            span: Span::new(start, document.text.len()),
            category,
            optional: label == "?",
            lead: None,
            support: Vec::new(),
            issuer: None,
            due: None,
        });
    }
    document
}

/// A bullet, a numbered or marked line, or a speaker: such a line begins anew.
fn stands_alone(statement: &str) -> bool {
    statement.starts_with(['-', '*', '+', '•', '#', '[', '<', '|'])
        || statement.split_once(['.', ')', ':']).is_some_and(|(mark, _)| mark.chars().count() <= 14)
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
