//! Chromium's own record of its network: every request of the page and of its workers, whatever made it.

use std::{fs, io, path::Path};

use serde_json::Value;

/// The addresses that documents and workers of `origin` asked for, as recorded in the log at `path`.
pub fn requests_by(origin: &str, path: &Path) -> io::Result<Vec<String>> {
    let log = fs::read_to_string(path)?;
    Ok(log.lines().filter_map(|line| request_by(origin, line)).collect())
}

/// One line is one event; the requests among them say who made them.
fn request_by(origin: &str, line: &str) -> Option<String> {
    let event: Value = serde_json::from_str(line.trim().trim_end_matches(',')).ok()?;
    let parameters = event.get("params")?;
    (parameters.get("initiator")? == origin).then(|| parameters.get("url")?.as_str().map(str::to_owned))?
}
