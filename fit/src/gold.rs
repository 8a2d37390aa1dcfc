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
    /// Who has to act, in the document's words.
    pub actor: Option<String>,
    /// Who gives or asks it.
    pub issuer: Option<String>,
    /// Who helps, joined by commas.
    pub support: Option<String>,
    /// The deadline.
    pub due: Option<Date>,
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
    actor: Option<String>,
    issuer: Option<String>,
    #[serde(default)]
    support: Vec<String>,
    due: Option<Date>,
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
                actor: item.actor.clone(),
                issuer: item.issuer.clone(),
                support: (!item.support.is_empty()).then(|| item.support.join(", ")),
                due: item.due,
                optional: item.optional,
            })
            .collect();
        let document = GoldDocument { name: name.to_string(), lang, date: gold.meeting_date, items, text };
        found.insert(name.to_string(), document);
    }
    found.into_values().collect()
}

/// Reads the project's own cases (`tests/cases/README.md` tells the format) in `folder`; an absent folder holds none.
pub fn read_cases(folder: &Path, lang: Lang) -> Vec<GoldDocument> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().filter_map(|path| read_case(path, lang)).collect()
}

fn read_case(path: &Path, lang: Lang) -> Option<GoldDocument> {
    let file = std::fs::read_to_string(path).ok()?;
    let (head, rest) = file.split_once("\n=== text\n")?;
    let (text, items) = rest.split_once("\n=== items\n")?;
    let date = head.lines().find_map(|line| line.strip_prefix("date:")).and_then(|date| date.trim().parse().ok());
    let mut from = 0;
    let mut found: Vec<GoldItem> = Vec::new();
    for line in items.lines() {
        if let Some(field) = line.strip_prefix("  ") {
            let Some(item) = found.last_mut() else { continue };
            match field.split_once(": ") {
                Some(("lead", lead)) => item.actor = Some(lead.trim().to_string()),
                Some(("issuer", issuer)) => item.issuer = Some(issuer.trim().to_string()),
                Some(("support", support)) => item.support = Some(support.trim().to_string()),
                Some(("due", due)) => item.due = due.split(' ').next().and_then(|date| date.parse().ok()),
                _ => {}
            }
            continue;
        }
        let Some((name, quoted)) = line.split_once(": ") else { continue };
        let optional = name.ends_with('?');
        let category = Category::ALL.into_iter().find(|category| {
            serde_json::to_value(category)
                .ok()
                .and_then(|value| value.as_str().map(|word| word == name.trim_end_matches('?')))
                == Some(true)
        })?;
        let Some(span) = locate(text, quoted, from) else {
            eprintln!("{}: not found: {quoted}", path.display());
            continue;
        };
        from = span.end;
        found.push(GoldItem { span, category, actor: None, issuer: None, support: None, due: None, optional });
    }
    let name = path.file_stem()?.to_str()?.to_string();
    Some(GoldDocument { name, text: text.to_string(), lang, date, items: found })
}

/// Where the words of `quoted` stand in `text` from byte `from` on, whatever blanks lie between them.
fn locate(text: &str, quoted: &str, from: usize) -> Option<Span> {
    let mut words = quoted.split_whitespace();
    let first = words.next()?;
    text.get(from..)?.match_indices(first).map(|found| from + found.0).find_map(|start| {
        let mut end = start + first.len();
        for word in words.clone() {
            let rest = text.get(end..)?;
            let blank = rest.len() - rest.trim_start().len();
            if !rest.trim_start().starts_with(word) {
                return None;
            }
            end += blank + word.len();
        }
        Some(Span::new(start, end))
    })
}

/// Reads the bank of labelled passages in `folder` (`fit/statements/README.md` tells the format): one document each.
pub fn read_bank(folder: &Path, lang: Lang) -> Vec<GoldDocument> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .flat_map(|file| file.split("\n\n").map(|passage| read_passage(passage, lang)).collect::<Vec<_>>())
        .filter(|document| !document.text.is_empty())
        .collect()
}

fn read_passage(passage: &str, lang: Lang) -> GoldDocument {
    let mut document =
        GoldDocument { name: "passage".to_string(), text: String::new(), lang, date: None, items: Vec::new() };
    for line in passage.lines() {
        let Some((label, statement)) = line.split_once('\t') else { continue };
        let marked = statement.starts_with(['-', '*', '+', '•', '#', '[', '<', '|'])
            || statement.split_once(['.', ')', ':']).is_some_and(|(mark, _)| mark.chars().count() <= 14);
        if !document.text.is_empty() {
            document.text.push(if marked || document.text.ends_with(':') { '\n' } else { ' ' });
        }
        let start = document.text.len();
        document.text.push_str(statement);
        let category = match label {
            "A" => Category::Achievement,
            "S" => Category::Shortcoming,
            "R" => Category::Recommendation,
            "D" => Category::Directive,
            "?" => Category::Directive,
            _ => continue,
        };
        let span = Span::new(start, document.text.len());
        document.items.push(GoldItem {
            span,
            category,
            actor: None,
            issuer: None,
            support: None,
            due: None,
            optional: label == "?",
        });
    }
    document
}
