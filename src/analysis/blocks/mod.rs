//! The layout of the document: headings, list items, paragraphs, table cells and speaker turns, and what stands under what.

mod cells;
mod lines;
mod nesting;
mod opening;

use super::words::{Case, Kind, Word};
use cells::cells;
use lines::{Line, is_rule, lines, wrapped_at};
use nesting::{ends_with, nest};
use opening::opening;

/// What a block looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A line that names what follows: numbered or marked title, capitals, bold, Markdown `#`.
    Heading,
    /// A line with a bullet or number.
    ListItem,
    /// Running text.
    Paragraph,
    /// One cell of a table row; `column` counts from 0.
    Cell {
        /// Column of the cell.
        column: u8,
    },
    /// What one speaker says, after "Name:" or `<nick>`.
    Turn,
}

/// A range of words that belongs together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Look of the block.
    pub shape: Shape,
    /// First word of the content (after bullet, number and speaker label).
    pub start: usize,
    /// One past the last word of the content.
    pub end: usize,
    /// The speaker label, bullet or number before the content, as a range of words; empty where there is none.
    pub label: (usize, usize),
    /// Depth: the smaller, the higher it stands. Only comparable within one document.
    pub level: u16,
    /// The block that governs this one: the nearest heading or lead-in above.
    pub parent: Option<usize>,
    /// A tick box or status mark says that the work is done.
    pub ticked: Option<bool>,
}

const CAPITALS: u16 = 18;
const NUMBER: u16 = 30;
const LEAD_IN: u16 = 45;
const BULLET: u16 = 50;
const RUNNING: u16 = 200;

fn at<'t>(words: &[Word], text: &'t str, index: usize) -> &'t str {
    words.get(index).map_or("", |word| word.of(text))
}

/// Finds the blocks of a document.
pub fn find(words: &[Word], text: &str) -> Vec<Block> {
    let lines = lines(words, text);
    let wrapped = wrapped_at(&lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len());
    let mut joinable = false;
    for (index, line) in lines.iter().enumerate() {
        if line.is_empty() {
            joinable = false;
            continue;
        }
        if is_rule(words, line) {
            joinable = false;
            continue;
        }
        if let Some(cells) = cells(words, text, line) {
            for (column, start, end) in cells {
                if start < end {
                    blocks.push(Block {
                        shape: Shape::Cell { column },
                        start,
                        end,
                        label: (start, start),
                        level: RUNNING,
                        parent: None,
                        ticked: None,
                    });
                }
            }
            joinable = false;
            continue;
        }
        let mut block = opening(words, text, line);
        let continues = joinable
            && block.label.0 == block.label.1
            && block.shape == Shape::Paragraph
            && blocks.last().is_some_and(|last| continues(words, text, last, &block, wrapped, &lines, index));
        if continues {
            if let Some(last) = blocks.last_mut() {
                last.end = block.end;
            }
            continue;
        }
        let next = lines.get(index + 1);
        if block.shape != Shape::Turn && is_heading(words, text, &block, line, next) {
            block.shape = Shape::Heading;
            if block.level == RUNNING {
                block.level = CAPITALS;
            }
        } else if block.shape == Shape::Paragraph && ends_with(words, text, &block, ":") {
            block.level = LEAD_IN;
        }
        joinable = block.shape != Shape::Heading;
        blocks.push(block);
    }
    nest(words, text, &mut blocks);
    blocks
}

fn continues(
    words: &[Word],
    text: &str,
    last: &Block,
    block: &Block,
    wrapped: Option<usize>,
    lines: &[Line],
    index: usize,
) -> bool {
    let (Some(line), Some(previous)) = (lines.get(index), index.checked_sub(1).and_then(|before| lines.get(before)))
    else {
        return false;
    };
    if previous.is_empty() || matches!(last.shape, Shape::Heading | Shape::Cell { .. }) {
        return false;
    }
    let ending = at(words, text, last.end.saturating_sub(1));
    let Some(first) = words.get(block.start) else { return false };
    let lower = first.kind == Kind::Letters && first.case == Case::Lower;
    if lower && !matches!(ending, "." | ":" | ";" | "!" | "?") {
        return true;
    }
    let Some(longest) = wrapped else { return false };
    let full = previous.length * 10 >= longest * 7;
    let indented = line.indent > previous.indent && matches!(last.shape, Shape::ListItem | Shape::Turn);
    full || indented && !matches!(ending, "." | ":" | ";")
}

/// A short line without closing punctuation that something follows: numbered, in capitals, bold, or title-like.
fn is_heading(words: &[Word], text: &str, block: &Block, line: &Line, next: Option<&Line>) -> bool {
    if block.shape == Shape::Heading {
        return true;
    }
    let length = block.end - block.start;
    if length == 0 || length > 30 {
        return false;
    }
    let ending = at(words, text, block.end - 1);
    if matches!(ending, "." | ";" | "!" | "?" | "," | "…") {
        return false;
    }
    let bold = at(words, text, line.start) == "*" && at(words, text, line.start + 1) == "*" && ending == "*"
        || at(words, text, block.start) == "*" && at(words, text, block.start + 1) == "*" && ending == "*";
    let content: Vec<&Word> = words
        .get(block.start..block.end)
        .unwrap_or_default()
        .iter()
        .filter(|word| word.kind == Kind::Letters)
        .collect();
    let capitals = content.len() >= 2 && content.iter().all(|word| word.case == Case::Upper);
    let underlined = next.is_some_and(|next| !next.is_empty() && is_rule(words, next) && next.length >= 3);
    let titled = block.shape == Shape::ListItem
        && block.level < BULLET
        && length <= 14
        && content.first().is_some_and(|word| word.case != Case::Lower);
    let colon = ending == ":" && length <= 12 && block.shape != Shape::Paragraph && block.level < BULLET;
    bold || capitals || underlined || titled && (ending == ":" || next.is_some()) || colon
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn shapes(text: &str) -> Vec<(Shape, String, Option<usize>)> {
        let words = words::split(text);
        find(&words, text)
            .iter()
            .map(|block| {
                let start = words.get(block.start).map_or(0, |word| word.start as usize);
                let end = words.get(block.end.saturating_sub(1)).map_or(0, |word| word.end as usize);
                (block.shape, text.get(start..end).unwrap_or_default().to_string(), block.parent)
            })
            .collect()
    }

    #[test]
    fn lists_stand_under_their_lead_in() {
        let found = shapes("Ông A yêu cầu:\n- Sở X rà soát;\n+ báo cáo.\nHội nghị kết thúc.");
        assert_eq!(found[1].2, Some(0));
        assert_eq!(found[2].2, Some(1));
        assert_eq!(found[3].2, None);
    }

    #[test]
    fn numbered_titles_are_headings() {
        let found = shapes("1. Kết quả đạt được\nThu ngân sách tăng.\n2. Hạn chế:\n- Còn chậm.");
        assert_eq!(found[0].0, Shape::Heading);
        assert_eq!(found[1].2, Some(0));
        assert_eq!(found[3].2, Some(2));
    }

    #[test]
    fn speakers_and_wrapped_lines() {
        let found = shapes("[10:32] Ann: we agreed\n<zzz> yes\nÔng Bình: Tôi nhận việc này.");
        assert!(found.iter().all(|block| block.0 == Shape::Turn), "{found:?}");
        let found = shapes("Ban chấp hành giao cho tổ công tác\nthực hiện ngay việc này.");
        assert_eq!(found.len(), 1);
    }
}
