//! The body of an OpenDocument text, read once from its start to its end.

use quick_xml::events::BytesStart;

use super::super::ImportError;
use super::super::draft::{Draft, Kind};
use super::super::xml::{Piece, Pieces, attribute};
use super::lists::{Lists, OUTLINE};

/// Blanks that stand for one element: no line is wider.
const MOST_BLANKS: usize = 200;

/// Reads the body; `lists` are the list styles.
pub(super) fn read(xml: &str, lists: Lists) -> Result<String, ImportError> {
    let mut body = Body { lists, draft: Draft::default(), open: Vec::new(), nesting: Vec::new(), outline: Vec::new() };
    let mut pieces = Pieces::of(xml);
    let mut in_body = false;
    loop {
        match pieces.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                "text" if start.name().as_ref() == "office:text" => in_body = true,
                _ if !in_body => {}
                // What was deleted, remarks at the edge, directories, and the sign of a note.
                "tracked-changes" | "annotation" | "note-citation" | "forms" | "table-of-content"
                | "sequence-decls" => {
                    pieces.skip()?;
                }
                name => body.start(name, &start)?,
            },
            Piece::End(name) if in_body => body.end(&name)?,
            Piece::Text(text) if in_body => body.text(&text),
            Piece::End(_) | Piece::Text(_) => {}
            Piece::Finish => return Ok(body.draft.finish()),
        }
    }
}

struct Body {
    lists: Lists,
    draft: Draft,
    /// The paragraphs that are open: a note or a text box holds others inside of one.
    open: Vec<Paragraph>,
    /// The lists that are open, one in the other.
    nesting: Vec<List>,
    /// How far numbered headings have been counted.
    outline: Vec<u32>,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    heading: Option<u8>,
    /// Whether it gathers the paragraphs of a note.
    is_note: bool,
    notes: Vec<String>,
}

struct List {
    style: String,
    count: u32,
    /// Whether the item's first paragraph is still to come, which gets the number.
    is_fresh: bool,
}

impl Body {
    fn start(&mut self, name: &str, start: &BytesStart) -> Result<(), ImportError> {
        match name {
            "p" => self.open.push(Paragraph::default()),
            "h" => {
                let level = attribute(start, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.open.push(Paragraph { heading: Some(level), ..Paragraph::default() });
            }
            "list" => {
                let outer = self.nesting.last().map(|list| list.style.clone());
                let style = attribute(start, "style-name").or(outer).unwrap_or_default();
                let count = self.lists.start(&style, self.nesting.len() + 1).saturating_sub(1);
                self.nesting.push(List { style, count, is_fresh: false });
            }
            "list-item" => {
                if let Some(list) = self.nesting.last_mut() {
                    let given = attribute(start, "start-value").and_then(|value| value.parse::<u32>().ok());
                    list.count = given.unwrap_or_else(|| list.count.saturating_add(1));
                    list.is_fresh = true;
                }
            }
            "s" => {
                let count = attribute(start, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.push(&" ".repeat(MOST_BLANKS.min(count)));
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "table" => self.draft.open_table()?,
            "table-row" => self.draft.open_row(),
            "table-cell" => self.draft.open_cell(),
            "note-body" => self.open.push(Paragraph { is_note: true, ..Paragraph::default() }),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "p" | "h" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph)?;
                }
            }
            // The paragraphs of a note were gathered in the one that `note-body` opened.
            "note-body" => {
                let note = self.open.pop().map(|note| note.text);
                if let (Some(paragraph), Some(note)) = (self.open.last_mut(), note) {
                    paragraph.notes.push(note);
                }
            }
            "list" => drop(self.nesting.pop()),
            "table" => self.draft.close_table(),
            _ => {}
        }
        Ok(())
    }

    /// Blanks in a row are one, as in the file's own rules.
    fn text(&mut self, text: &str) {
        let words = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let edge = |is_blank: Option<bool>| if is_blank == Some(true) { " " } else { "" };
        let before = edge(text.chars().next().map(|letter| letter.is_ascii_whitespace()));
        let after =
            if words.is_empty() { "" } else { edge(text.chars().last().map(|letter| letter.is_ascii_whitespace())) };
        self.push(&format!("{before}{words}{after}"));
    }

    fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), ImportError> {
        if let Some(note) = self.open.last_mut().filter(|outer| outer.is_note) {
            note.text.push_str(&paragraph.text);
            note.text.push(' ');
            return Ok(());
        }
        if let Some(level) = paragraph.heading {
            let label = self.heading_label(usize::from(level));
            let text = label.map_or(paragraph.text.clone(), |label| format!("{label} {}", paragraph.text));
            self.draft.paragraph(Kind::Heading(level), &text)?;
        } else {
            let kind = if paragraph.text.trim().is_empty() { Kind::Plain } else { self.list_label() };
            self.draft.paragraph(kind, &paragraph.text)?;
        }
        paragraph.notes.iter().try_for_each(|note| self.draft.paragraph(Kind::Plain, &format!("[{}]", note.trim())))
    }

    fn list_label(&mut self) -> Kind {
        let depth = self.nesting.len();
        let counts: Vec<u32> = self.nesting.iter().map(|list| list.count).collect();
        let Some(list) = self.nesting.last_mut().filter(|list| list.is_fresh) else { return Kind::Plain };
        list.is_fresh = false;
        let level = u8::try_from(depth.saturating_sub(1)).unwrap_or(u8::MAX);
        self.lists.label(&list.style, depth, &counts).map_or(Kind::Plain, |label| Kind::Item(label, level))
    }

    fn heading_label(&mut self, level: usize) -> Option<String> {
        self.outline.truncate(level);
        let before = self.outline.len();
        self.outline.resize(level, 0);
        for at in before..level.saturating_sub(1) {
            if let Some(count) = self.outline.get_mut(at) {
                *count = 1;
            }
        }
        if let Some(count) = self.outline.last_mut() {
            *count = if *count == 0 { self.lists.start(OUTLINE, level) } else { count.saturating_add(1) };
        }
        self.lists.label(OUTLINE, level, &self.outline).filter(|label| label != "-")
    }
}
