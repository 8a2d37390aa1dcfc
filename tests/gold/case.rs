//! Reads a case: a text file with a head, the document and its items (`tests/cases/README.md` tells the form).

use std::path::Path;

use bienban::analysis::model::{Category, Date, Span};

use super::{Document, Item};

/// Reads every case in `folder`, in the order of their names.
///
/// # Errors
/// What is wrong with the first file that is no case.
pub fn read_folder(folder: &Path) -> Result<Vec<Document>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| read_file(path).map_err(|error| format!("{}: {error}", path.display()))).collect()
}

fn read_file(path: &Path) -> Result<Document, String> {
    let file = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    read(name, &file)
}

/// Reads the case `name` from the content of its file.
///
/// # Errors
/// The first line that does not fit the form.
pub fn read(name: &str, file: &str) -> Result<Document, String> {
    let (head, rest) = file.split_once("\n=== text\n").ok_or("no line `=== text`")?;
    let (text, items) = rest.split_once("\n=== items\n").ok_or("no line `=== items`")?;
    let (mut date, mut exact, mut like) = (None, false, None);
    for line in head.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.split_once(": ") {
            Some(("date", value)) => date = Some(read_date(value)?),
            Some(("exact", value)) => exact = value == "yes",
            Some(("like", value)) => like = Some(value.trim().to_owned()),
            Some(("kind", _)) => {}
            _ => return Err(format!("not of a head: {line}")),
        }
    }
    Ok(Document { name: name.to_owned(), text: text.to_owned(), date, exact, like, items: read_items(items, text)? })
}

fn read_items(lines: &str, text: &str) -> Result<Vec<Item>, String> {
    let mut items: Vec<Item> = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (key, value) = line.trim_start().split_once(": ").ok_or_else(|| format!("no `key: value`: {line}"))?;
        if line.starts_with("  ") {
            let item = items.last_mut().ok_or_else(|| format!("a field before the first item: {line}"))?;
            match key {
                "lead" => item.lead = Some(value.to_owned()),
                "support" => item.support = value.split(';').map(|helper| helper.trim().to_owned()).collect(),
                "issuer" => item.issuer = Some(value.to_owned()),
                "due" => item.due = read_due(value)?,
                _ => return Err(format!("not a field: {line}")),
            }
        } else {
            let from = items.last().map_or(0, |item| item.span.end);
            let span = locate(text, value, from).ok_or_else(|| format!("not in the text, or out of order: {value}"))?;
            let optional = key.ends_with('?');
            let category = read_category(key.trim_end_matches('?')).ok_or_else(|| format!("not a category: {line}"))?;
            items.push(Item { span, category, optional, lead: None, support: Vec::new(), issuer: None, due: None });
        }
    }
    Ok(items)
}

fn read_category(name: &str) -> Option<Category> {
    serde_json::from_value(name.into()).ok()
}

fn read_date(value: &str) -> Result<Date, String> {
    value.trim().parse().map_err(|_| format!("not a date: {value}"))
}

/// `2023-07-31 (trong tháng 7/2023)`, or `-` where the words in brackets give no date.
fn read_due(value: &str) -> Result<Option<Date>, String> {
    match value.split_whitespace().next() {
        Some("-") => Ok(None),
        Some(date) => read_date(date).map(Some),
        None => Err("an empty deadline".to_owned()),
    }
}

/// The place of `words` in `text` from the byte `from` on, whatever blanks part them there.
fn locate(text: &str, words: &str, from: usize) -> Option<Span> {
    let mut words = words.split_whitespace();
    let first = words.next()?;
    text.get(from..)?.match_indices(first).map(|(at, _)| from + at).find_map(|start| {
        let mut end = start + first.len();
        for word in words.clone() {
            let rest = text.get(end..)?;
            let found = rest.trim_start();
            if found.len() == rest.len() || !found.starts_with(word) {
                return None;
            }
            end = text.len() - found.len() + word.len();
        }
        Some(Span::new(start, end))
    })
}
