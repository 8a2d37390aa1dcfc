//! What the styles of paragraphs say of structure: outline levels and lists, each handed down from the style it builds on.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::xml::{Piece, Pieces, attribute};

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    base: Option<String>,
    name: String,
    /// Outline level, from 0.
    pub outline: Option<u8>,
    /// Number of the list.
    pub list: Option<String>,
    /// Level in the list, from 0.
    pub level: Option<u8>,
    /// Font of its letters.
    pub font: Option<String>,
}

/// The styles by their identifiers.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

/// No style builds on so many others.
const DEEPEST: usize = 20;

impl Styles {
    /// What the style says, with what it inherits.
    pub fn get(&self, id: &str) -> Style {
        let mut style = self.0.get(id).cloned().unwrap_or_default();
        let mut base = style.base.clone();
        for _ in 0..DEEPEST {
            let Some(next) = base.as_ref().and_then(|id| self.0.get(id)) else { break };
            style.outline = style.outline.or(next.outline);
            style.list = style.list.or_else(|| next.list.clone());
            style.level = style.level.or(next.level);
            style.font = style.font.or_else(|| next.font.clone());
            base.clone_from(&next.base);
        }
        style
    }

    /// Whether the style is one of a table of contents.
    pub fn is_contents(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|style| style.name.starts_with("toc "))
    }
}

/// Reads the part with the styles.
pub(super) fn read(xml: &str) -> Result<Styles, ImportError> {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    let mut pieces = Pieces::of(xml);
    loop {
        match pieces.next()? {
            Piece::Start(start) => {
                let value = || attribute(&start, "val");
                let number = || value().and_then(|value| value.parse::<u8>().ok());
                let style = open.as_mut().map(|(_, style)| style);
                match (start.local_name().as_ref(), style) {
                    ("style", _) => open = attribute(&start, "styleId").map(|id| (id, Style::default())),
                    ("name", Some(style)) => {
                        style.name = value().unwrap_or_default().to_lowercase();
                        let heading = style.name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
                        let title = (style.name == "title").then_some(1);
                        style.outline = style.outline.or(heading.or(title).map(|level| level.saturating_sub(1)));
                    }
                    ("basedOn", Some(style)) => style.base = value(),
                    ("outlineLvl", Some(style)) => style.outline = number().filter(|level| *level < 9),
                    ("numId", Some(style)) => style.list = value(),
                    ("ilvl", Some(style)) => style.level = number(),
                    ("rFonts", Some(style)) => style.font = attribute(&start, "ascii"),
                    _ => {}
                }
            }
            Piece::End(name) if name == "style" => styles.0.extend(open.take()),
            Piece::Finish => return Ok(styles),
            Piece::End(_) | Piece::Text(_) => {}
        }
    }
}
