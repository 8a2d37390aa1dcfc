//! The styles of lists: what number or bullet stands before an item of each level.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::numerals::Numeral;
use super::super::xml::{Piece, Pieces, attribute};

/// One level of a list style.
#[derive(Clone, Debug, Default)]
struct Level {
    bullet: Option<String>,
    numeral: Numeral,
    prefix: String,
    suffix: String,
    /// How many levels the number shows.
    shown: usize,
    start: u32,
}

/// The styles by name, each with its levels from 1.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, BTreeMap<usize, Level>>,
}

/// The list style of numbered headings.
pub(super) const OUTLINE: &str = "Outline";

impl Lists {
    /// Takes up the list styles in a part.
    pub fn read(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut open: Option<String> = None;
        let mut pieces = Pieces::of(xml);
        loop {
            match pieces.next()? {
                Piece::Start(start) => {
                    let value = |name| attribute(&start, name);
                    match (start.local_name().as_ref(), &open) {
                        ("list-style" | "outline-style", _) => {
                            open = Some(value("name").unwrap_or_else(|| OUTLINE.to_owned()));
                        }
                        (
                            name @ ("list-level-style-number" | "list-level-style-bullet" | "outline-level-style"),
                            Some(style),
                        ) => {
                            let number = |name| value(name).and_then(|value| value.parse::<u32>().ok());
                            let is_bullet = name == "list-level-style-bullet";
                            let level = Level {
                                bullet: is_bullet.then(|| value("bullet-char").unwrap_or_default()),
                                numeral: Numeral::of_example(&value("num-format").unwrap_or_default()),
                                prefix: value("num-prefix").unwrap_or_default(),
                                suffix: value("num-suffix").unwrap_or_default(),
                                shown: number("display-levels").unwrap_or(1).min(10) as usize,
                                start: number("start-value").unwrap_or(1),
                            };
                            let at = number("level").unwrap_or(1).min(10) as usize;
                            self.styles.entry(style.clone()).or_default().insert(at, level);
                        }
                        _ => {}
                    }
                }
                Piece::End(name) if matches!(name.as_str(), "list-style" | "outline-style") => open = None,
                Piece::Finish => return Ok(()),
                Piece::End(_) | Piece::Text(_) => {}
            }
        }
    }

    /// Where a level of the style starts to count.
    pub fn start(&self, style: &str, level: usize) -> u32 {
        self.styles.get(style).and_then(|levels| levels.get(&level)).map_or(1, |level| level.start)
    }

    /// The number or bullet at `level`, from 1, where the levels down to it count `counts`; a bullet for unknown styles.
    pub fn label(&self, style: &str, level: usize, counts: &[u32]) -> Option<String> {
        let Some(levels) = self.styles.get(style) else { return Some("-".to_owned()) };
        let shape = levels.get(&level)?;
        if let Some(bullet) = &shape.bullet {
            let is_plain = matches!(bullet.as_str(), "-" | "+" | "*");
            return Some(
                if is_plain {
                    bullet
                } else if level <= 1 {
                    "-"
                } else {
                    "+"
                }
                .to_owned(),
            );
        }
        let first = level.saturating_sub(shape.shown.max(1)) + 1;
        let numbers: Vec<_> = (first..=level)
            .filter_map(|at| Some(levels.get(&at)?.numeral.write(counts.get(at - 1).copied().unwrap_or(1))))
            .filter(|number| !number.is_empty())
            .collect();
        let label = format!("{}{}{}", shape.prefix, numbers.join("."), shape.suffix);
        (shape.numeral != Numeral::Nothing && !label.trim().is_empty()).then(|| label.trim().to_owned())
    }
}
