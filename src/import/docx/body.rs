//! The body of a Word document, read once from its start to its end.

use super::super::ImportError;
use super::super::draft::{Draft, Kind};
use super::super::encoding::Encoding;
use super::super::xml::{Piece, Pieces, attribute};
use super::notes::Notes;
use super::numbering::Numbering;
use super::styles::Styles;

/// Lists of a document that say "no list after all".
const NO_LIST: &str = "0";

/// Reads the body; `styles`, `numbering` and the notes come from the parts beside it.
pub(super) fn read(
    xml: &str,
    styles: Styles,
    numbering: Numbering,
    footnotes: Notes,
    endnotes: Notes,
) -> Result<String, ImportError> {
    let mut body = Body { styles, numbering, draft: Draft::default(), open: Vec::new(), run: None, in_text: false };
    let mut pieces = Pieces::of(xml);
    loop {
        match pieces.next()? {
            Piece::Start(start) => match start.local_name().as_ref() {
                // What was deleted or moved away, what older programs see instead, and what is calculated.
                "del" | "moveFrom" | "Fallback" | "instrText" | "sectPr" => pieces.skip()?,
                "footnoteReference" => body.note(attribute(&start, "id").and_then(|id| footnotes.get(&id))),
                "endnoteReference" => body.note(attribute(&start, "id").and_then(|id| endnotes.get(&id))),
                name => body.start(name, |attribute_name| attribute(&start, attribute_name))?,
            },
            Piece::End(name) => body.end(&name)?,
            Piece::Text(text) if body.in_text => body.push(&text),
            Piece::Text(_) => {}
            Piece::Finish => return Ok(body.draft.finish()),
        }
    }
}

struct Body {
    styles: Styles,
    numbering: Numbering,
    draft: Draft,
    /// The paragraphs that are open: a text box holds others inside of one.
    open: Vec<Paragraph>,
    run: Option<Run>,
    in_text: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    list: Option<String>,
    level: Option<u8>,
    outline: Option<u8>,
    in_properties: bool,
    notes: Vec<String>,
}

#[derive(Default)]
struct Run {
    font: Option<String>,
    is_hidden: bool,
}

impl Body {
    fn start(&mut self, name: &str, value: impl Fn(&str) -> Option<String>) -> Result<(), ImportError> {
        let number = || value("val").and_then(|value| value.parse::<u8>().ok());
        match name {
            "p" => self.open.push(Paragraph::default()),
            "r" => self.run = Some(Run::default()),
            "t" => self.in_text = true,
            "tbl" => self.draft.open_table()?,
            "tr" => self.draft.open_row(),
            "tc" => self.draft.open_cell(),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "tab" if self.open.last().is_some_and(|paragraph| !paragraph.in_properties) => self.push("\t"),
            "rFonts" | "vanish" => {
                if let Some(run) = &mut self.run {
                    if name == "vanish" {
                        run.is_hidden = value("val").is_none_or(|value| value != "0" && value != "false");
                    } else {
                        run.font = value("ascii");
                    }
                }
            }
            _ => {
                let Some(paragraph) = self.open.last_mut() else { return Ok(()) };
                match name {
                    "pPr" => paragraph.in_properties = true,
                    "pStyle" => paragraph.style = value("val"),
                    "numId" => paragraph.list = value("val"),
                    "ilvl" => paragraph.level = number(),
                    "outlineLvl" => paragraph.outline = number().filter(|level| *level < 9),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "t" => self.in_text = false,
            "r" => self.run = None,
            "pPr" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.in_properties = false;
                }
            }
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.paragraph(paragraph)?;
                }
            }
            "tbl" => self.draft.close_table(),
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        let run = self.run.as_ref();
        if run.is_some_and(|run| run.is_hidden) {
            return;
        }
        let Some(paragraph) = self.open.last_mut() else { return };
        let of_style = || paragraph.style.as_ref().and_then(|style| self.styles.get(style).font);
        let font = run.and_then(|run| run.font.clone()).or_else(of_style);
        match font.map_or(Encoding::AsItIs, |font| Encoding::of_font(&font)) {
            Encoding::AsItIs => paragraph.text.push_str(text),
            encoding => paragraph.text.push_str(&encoding.read(text)),
        }
    }

    fn note(&mut self, text: Option<&String>) {
        if let (Some(paragraph), Some(text)) = (self.open.last_mut(), text) {
            paragraph.notes.push(text.clone());
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph) -> Result<(), ImportError> {
        let id = paragraph.style.as_deref().unwrap_or_default();
        if self.styles.is_contents(id) {
            return Ok(());
        }
        let style = self.styles.get(id);
        let level = paragraph.level.or(style.level).unwrap_or_default();
        let list = paragraph.list.or(style.list).filter(|list| list != NO_LIST);
        let is_blank = paragraph.text.trim().is_empty();
        let label = list.filter(|_| !is_blank).and_then(|list| self.numbering.next(&list, level));
        let outline = paragraph.outline.or(style.outline);
        match (label, outline) {
            (Some(label), Some(_)) => {
                self.draft.paragraph(Kind::Plain, &format!("{label} {}", paragraph.text.trim()))?
            }
            (Some(label), None) => self.draft.paragraph(Kind::Item(label, level), &paragraph.text)?,
            (None, Some(outline)) => self.draft.paragraph(Kind::Heading(outline + 1), &paragraph.text)?,
            (None, None) => self.draft.paragraph(Kind::Plain, &paragraph.text)?,
        }
        paragraph.notes.iter().try_for_each(|note| self.draft.paragraph(Kind::Plain, &format!("[{}]", note.trim())))
    }
}
