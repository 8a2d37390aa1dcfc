//! Footnotes and endnotes by their identifiers.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::xml::{Piece, Pieces, attribute};

/// The text of each note.
pub(super) type Notes = BTreeMap<String, String>;

/// Reads a part with notes.
pub(super) fn read(xml: &str) -> Result<Notes, ImportError> {
    let mut notes = Notes::new();
    let mut open: Option<(String, String)> = None;
    let mut in_text = false;
    let mut pieces = Pieces::of(xml);
    loop {
        match pieces.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "footnote" | "endnote" => {
                    // Separators carry a type, notes of the user do not.
                    open = attribute(&start, "id")
                        .filter(|_| attribute(&start, "type").is_none())
                        .map(|id| (id, String::new()));
                }
                "del" | "moveFrom" => pieces.skip()?,
                "t" => in_text = true,
                _ => {}
            },
            Piece::Text(text) if in_text => {
                if let Some((_, note)) = &mut open {
                    note.push_str(&text);
                }
            }
            Piece::End(name) => match name.as_str() {
                "t" => in_text = false,
                "p" => {
                    if let Some((_, note)) = &mut open {
                        note.push(' ');
                    }
                }
                "footnote" | "endnote" => notes.extend(open.take()),
                _ => {}
            },
            Piece::Text(_) => {}
            Piece::Finish => return Ok(notes),
        }
    }
}
