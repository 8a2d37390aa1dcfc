//! Automatic numbers and bullets, as the text that Word draws for them.

use std::collections::BTreeMap;

use super::super::ImportError;
use super::super::numerals::Numeral;
use super::super::xml::{Piece, Pieces, attribute};

const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    format: String,
    /// The text, with `%1` to `%9` for the numbers of the levels.
    text: String,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Self { format: "decimal".into(), text: String::new(), start: 1 }
    }
}

/// The lists of a document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: BTreeMap<String, Vec<Level>>,
    /// The kind of each list, and where it starts anew at a level.
    lists: BTreeMap<String, (String, BTreeMap<usize, u32>)>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: Vec<String>,
}

impl Numbering {
    /// The number or bullet of the next item of the list; none where the list shows nothing.
    pub fn next(&mut self, list: &str, level: u8) -> Option<String> {
        let level = usize::from(level).min(LEVELS - 1);
        let (kind, starts) = self.lists.get(list)?;
        let levels = self.kinds.get(kind)?;
        let counts = self.counts.entry(kind.clone()).or_default();
        if !starts.is_empty() && !self.begun.iter().any(|begun| begun == list) {
            self.begun.push(list.to_owned());
            for at in starts.keys() {
                if let Some(count) = counts.get_mut(*at) {
                    *count = None;
                }
            }
        }
        let start =
            |at: usize| starts.get(&at).copied().unwrap_or_else(|| levels.get(at).map_or(1, |level| level.start));
        for (at, count) in counts.iter_mut().enumerate() {
            match at.cmp(&level) {
                std::cmp::Ordering::Less => *count = count.or_else(|| Some(start(at))),
                std::cmp::Ordering::Equal => {
                    *count = Some(count.map_or_else(|| start(at), |count| count.saturating_add(1)))
                }
                std::cmp::Ordering::Greater => *count = None,
            }
        }
        let shape = levels.get(level)?;
        if shape.format == "bullet" {
            let bullet = shape.text.trim();
            let is_plain = matches!(bullet, "-" | "+" | "*");
            return Some(
                if is_plain {
                    bullet
                } else if level == 0 {
                    "-"
                } else {
                    "+"
                }
                .to_owned(),
            );
        }
        let numbers = (0..LEVELS).map(|at| {
            let format = levels.get(at).map_or("decimal", |level| level.format.as_str());
            Numeral::of_word(format).write(counts.get(at).copied().flatten().unwrap_or(1))
        });
        let label =
            numbers.zip(1..).fold(shape.text.clone(), |text, (number, at)| text.replace(&format!("%{at}"), &number));
        (!label.trim().is_empty()).then(|| label.trim().to_owned())
    }
}

/// Reads the part with the lists.
pub(super) fn read(xml: &str) -> Result<Numbering, ImportError> {
    let mut numbering = Numbering::default();
    let (mut kind, mut list) = (None::<String>, None::<String>);
    let mut at = 0usize;
    let mut pieces = Pieces::of(xml);
    loop {
        let start = match pieces.next()? {
            Piece::Start(start) => start,
            Piece::End(name) => {
                match name.as_str() {
                    "abstractNum" => kind = None,
                    "num" => list = None,
                    _ => {}
                }
                continue;
            }
            Piece::Text(_) => continue,
            Piece::Finish => return Ok(numbering),
        };
        let value = || attribute(&start, "val");
        let number = |name| attribute(&start, name).and_then(|value| value.parse::<u32>().ok());
        match start.local_name().as_ref() {
            "abstractNum" => kind = attribute(&start, "abstractNumId"),
            "num" => list = attribute(&start, "numId"),
            "lvl" | "lvlOverride" => at = number("ilvl").map_or(0, |level| level.min(8) as usize),
            "abstractNumId" => {
                if let (Some(list), Some(kind)) = (&list, value()) {
                    numbering.lists.insert(list.clone(), (kind, BTreeMap::new()));
                }
            }
            "startOverride" => {
                if let Some((_, starts)) = list.as_ref().and_then(|list| numbering.lists.get_mut(list)) {
                    starts.insert(at, number("val").unwrap_or(1));
                }
            }
            name @ ("numFmt" | "lvlText" | "start") => {
                let Some(kind) = &kind else { continue };
                let levels = numbering.kinds.entry(kind.clone()).or_insert_with(|| vec![Level::default(); LEVELS]);
                let Some(level) = levels.get_mut(at) else { continue };
                match name {
                    "numFmt" => level.format = value().unwrap_or_default(),
                    "lvlText" => level.text = value().unwrap_or_default(),
                    _ => level.start = number("val").unwrap_or(1),
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="0">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
          <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        </w:numbering>"#;

    #[test]
    fn numbers_are_counted_as_word_does() {
        let mut lists = read(LISTS).unwrap();
        let mut next = |list: &str, level| lists.next(list, level).unwrap();
        assert_eq!([next("1", 0), next("1", 1), next("1", 1), next("1", 2)], ["I.", "I.1", "I.2", "a)"]);
        assert_eq!([next("1", 3), next("1", 0), next("1", 1), next("1", 2)], ["+", "II.", "II.1", "a)"]);
        assert_eq!([next("2", 0), next("2", 0), next("1", 0)], ["I.", "II.", "III."]);
        assert_eq!(lists.next("9", 0), None);
    }
}
