//! The layout of the document: headings, list items, paragraphs, table cells and speaker turns, and what stands under what.

use super::words::{Case, Kind, Word};

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

/// Finds the blocks of a document.
pub fn find(words: &[Word], text: &str) -> Vec<Block> {
    let lines = lines(words, text);
    let wrapped = is_hard_wrapped(&lines);
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
            for (column, (start, end)) in (0u8..=u8::MAX).zip(cells) {
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
            && blocks.last().is_some_and(|last| continues(words, text, last, &block, line, wrapped, &lines, index));
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

/// One line: its words and the blanks before them.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    end: usize,
    indent: u16,
    /// Length in bytes.
    length: usize,
}

impl Line {
    const fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

fn lines(words: &[Word], text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut line_start = 0usize;
    for (index, word) in words.iter().enumerate() {
        if word.kind == Kind::Break {
            lines.push(line(words, text, start, index, line_start, word.start as usize));
            start = index + 1;
            line_start = word.end as usize;
        }
    }
    lines.push(line(words, text, start, words.len(), line_start, text.len()));
    lines
}

fn line(words: &[Word], text: &str, start: usize, end: usize, from: usize, to: usize) -> Line {
    let first = words.get(start).filter(|_| start < end).map_or(to, |word| word.start as usize);
    let blanks = text.get(from..first).unwrap_or_default();
    let indent = blanks.chars().map(|blank| if blank == '\t' { 4u16 } else { 1 }).sum();
    Line { start, end, indent, length: to.saturating_sub(from) }
}

/// A text is hard-wrapped where many lines end near the same width and none is much longer.
fn is_hard_wrapped(lines: &[Line]) -> bool {
    let filled: Vec<usize> = lines.iter().filter(|line| !line.is_empty()).map(|line| line.length).collect();
    let longest = filled.iter().copied().max().unwrap_or_default();
    let near = filled.iter().filter(|length| **length * 10 >= longest * 7).count();
    filled.len() >= 6 && (50..=160).contains(&longest) && near * 10 >= filled.len() * 3
}

fn is_rule(words: &[Word], line: &Line) -> bool {
    words.get(line.start..line.end).is_some_and(|all| all.iter().all(|word| word.kind == Kind::Mark)) && line.length > 1
}

fn at<'t>(words: &[Word], text: &'t str, index: usize) -> &'t str {
    words.get(index).map_or("", |word| word.of(text))
}

/// Cells of a table row, where the line is one: pipes at its start, or at least two of them or of tabs inside.
fn cells(words: &[Word], text: &str, line: &Line) -> Option<Vec<(usize, usize)>> {
    let written = text.get(words.get(line.start)?.start as usize..words.get(line.end - 1)?.end as usize)?;
    let pipes = written.matches('|').count();
    let tabs = written.matches('\t').count();
    let by_pipe = pipes >= 2 || (pipes == 1 && written.starts_with('|'));
    if !by_pipe && tabs < 2 {
        return None;
    }
    let mut cells = Vec::new();
    let mut start = line.start;
    for index in line.start..line.end {
        let word = words.get(index)?;
        if by_pipe && word.of(text) == "|" {
            cells.push((start, index));
            start = index + 1;
        } else if !by_pipe && index > start {
            let before = words.get(index - 1)?.end as usize;
            if text.get(before..word.start as usize)?.contains('\t') {
                cells.push((start, index));
                start = index;
            }
        }
    }
    cells.push((start, line.end));
    if written.starts_with('|') {
        cells.remove(0);
    }
    Some(cells.into_iter().map(|(start, end)| bare_cell(words, text, start, end)).collect())
}

/// A cell without its bold marks and bullets.
fn bare_cell(words: &[Word], text: &str, mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && matches!(at(words, text, start), "*" | "-" | "_" | ":" | "•") {
        start += 1;
    }
    while start < end && matches!(at(words, text, end - 1), "*" | "_") {
        end -= 1;
    }
    (start, end)
}

/// Reads bullet, number, Markdown mark, tick box, time stamp and speaker label at the start of a line.
fn opening(words: &[Word], text: &str, line: &Line) -> Block {
    let mut block = Block {
        shape: Shape::Paragraph,
        start: line.start,
        end: line.end,
        label: (line.start, line.start),
        level: RUNNING,
        parent: None,
        ticked: None,
    };
    while matches!(at(words, text, block.start), ">") {
        block.start += 1;
    }
    let hashes = (block.start..line.end).take_while(|index| at(words, text, *index) == "#").count();
    if hashes > 0 {
        block.start += hashes;
        block.shape = Shape::Heading;
        block.level = 8 + u16::try_from(hashes).unwrap_or(0);
        let (start, end) = bare_cell(words, text, block.start, block.end);
        (block.start, block.end) = (start, end);
        skip_number(words, text, &mut block);
        return block;
    }
    if let Some((level, next)) = bullet(words, text, block.start, line) {
        block.level = level;
        block.shape = Shape::ListItem;
        block.start = next;
    } else if let Some((level, next)) = number(words, text, block.start, line.end) {
        block.level = level + line.indent.min(20) / 2;
        block.shape = Shape::ListItem;
        block.start = next;
    }
    tick_box(words, text, &mut block);
    if let Some(next) = turn(words, text, block.start, line.end) {
        block.shape = Shape::Turn;
        if block.level == RUNNING {
            block.level = RUNNING - 10;
        }
        block.start = next;
    }
    block.label.1 = block.start;
    block
}

fn skip_number(words: &[Word], text: &str, block: &mut Block) {
    if let Some((_, next)) = number(words, text, block.start, block.end) {
        block.start = next;
    }
}

fn gap_after(words: &[Word], index: usize) -> bool {
    match (words.get(index), words.get(index + 1)) {
        (Some(word), Some(next)) => next.start > word.end || next.kind == Kind::Break,
        _ => true,
    }
}

fn bullet(words: &[Word], text: &str, index: usize, line: &Line) -> Option<(u16, usize)> {
    let mark = at(words, text, index);
    let depth = match mark {
        "-" | "–" | "—" | "−" => 0,
        "*" if at(words, text, index + 1) != "*" => 1,
        "•" | "●" | "▪" | "◦" | "·" | "■" | "□" | "➢" | "❖" | "" | "→" | "✓" | "✔" | "☐" | "☑" | "☒" => {
            1
        }
        "+" => 4,
        _ => return None,
    };
    let joined = !gap_after(words, index);
    if joined && words.get(index + 1).is_none_or(|next| next.kind == Kind::Mark && next.of(text) == mark) {
        return None;
    }
    (index + 1 < line.end).then_some((BULLET + depth + line.indent.min(60), index + 1))
}

/// "1.", "1.2.", "a)", "IV.", "(2)", "Điều 3." and the like; gives the level and the first word after it.
fn number(words: &[Word], text: &str, index: usize, end: usize) -> Option<(u16, usize)> {
    let first = words.get(index)?;
    let written = first.of(text);
    if written == "(" && at(words, text, index + 2) == ")" {
        let inner = words.get(index + 1)?;
        let short = inner.kind == Kind::Digits && inner.of(text).len() <= 2 || inner.end - inner.start <= 2;
        return (short && index + 3 < end).then_some((NUMBER + 12, index + 3));
    }
    if matches!(written.to_lowercase().as_str(), "điều" | "article" | "section" | "item" | "agenda")
        && words.get(index + 1).is_some_and(|next| next.kind == Kind::Digits)
        && matches!(at(words, text, index + 2), "." | ":")
    {
        return Some((NUMBER - 5, index + 3));
    }
    let (base, mut next) = match first.kind {
        Kind::Digits if written.len() <= 2 => (NUMBER, index + 1),
        Kind::Letters if first.case == Case::Upper && is_roman(written) => (NUMBER - 10, index + 1),
        Kind::Letters if written.chars().count() == 1 && first.case == Case::Upper => (NUMBER - 12, index + 1),
        Kind::Letters if written.chars().count() == 1 => (NUMBER + 10, index + 1),
        Kind::Letters if matches!(written, "ii" | "iii" | "iv" | "vi" | "vii" | "viii") => (NUMBER + 11, index + 1),
        _ => return None,
    };
    let mut depth = 0;
    while at(words, text, next) == "."
        && words
            .get(next + 1)
            .is_some_and(|inner| inner.kind == Kind::Digits && inner.end - inner.start <= 2 && !gap_after(words, next))
    {
        depth += 2;
        next += 2;
    }
    let closed = matches!(at(words, text, next), "." | ")" | "/" | ":" | "-");
    let close_enough =
        closed && (at(words, text, next) != "/" && at(words, text, next) != "-" || gap_after(words, next));
    let dated = at(words, text, next) == "."
        && words.get(next + 1).is_some_and(|w| w.kind == Kind::Digits)
        && !gap_after(words, next);
    if close_enough && !dated {
        next += 1;
    } else if depth == 0 || words.get(next).is_some_and(|word| word.kind == Kind::Mark) {
        return None;
    }
    // "1 . 5 million" or "A. Smith said" are no numbers of a list.
    (next < end || depth > 0).then_some((base + depth, next))
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')) && word.len() <= 4
}

fn tick_box(words: &[Word], text: &str, block: &mut Block) {
    let start = block.start;
    if at(words, text, start) != "[" {
        return;
    }
    if at(words, text, start + 1) == "]"
        && words.get(start + 1).is_some_and(|next| next.start <= words.get(start).map_or(0, |open| open.end) + 2)
    {
        block.ticked = Some(false);
        block.start = start + 2;
    } else if matches!(at(words, text, start + 1), "x" | "X" | "✓") && at(words, text, start + 2) == "]" {
        block.ticked = Some(true);
        block.start = start + 3;
    }
}

/// A time stamp and a short name before a colon, or a nick in angle brackets; gives the first word after it.
fn turn(words: &[Word], text: &str, start: usize, end: usize) -> Option<usize> {
    let mut index = start;
    let mut stamped = false;
    if let Some(next) = time_stamp(words, text, index) {
        index = next;
        stamped = true;
    }
    if at(words, text, index) == "<" {
        let close = (index + 1..end.min(index + 5)).find(|inner| at(words, text, *inner) == ">")?;
        return Some(close + 1);
    }
    let mut bold = 0;
    while at(words, text, index) == "*" && bold < 2 {
        index += 1;
        bold += 1;
    }
    let mut length = 0;
    let mut names = 0;
    let mut cursor = index;
    while cursor < end && length < 9 {
        let word = words.get(cursor)?;
        let written = word.of(text);
        match written {
            ":" => {
                let after = cursor + 1;
                let ratio = words.get(after).is_some_and(|next| next.kind == Kind::Digits) && !gap_after(words, cursor);
                let named = names > 0 || stamped && length > 0;
                let mut rest = after;
                while bold > 0 && at(words, text, rest) == "*" {
                    rest += 1;
                }
                return (named && !ratio && (rest < end || stamped)).then_some(rest);
            }
            "(" | ")" | "," | "/" | "-" | "–" | "." | "_" | "*" | "&" | "@" => {}
            _ if word.kind == Kind::Digits && stamped => {}
            _ if word.kind == Kind::Letters && word.case != Case::Lower => names += 1,
            _ if word.kind == Kind::Letters && stamped && length == 0 => {}
            _ => return None,
        }
        length += 1;
        cursor += 1;
    }
    None
}

fn time_stamp(words: &[Word], text: &str, start: usize) -> Option<usize> {
    let mut index = start;
    let bracket = matches!(at(words, text, index), "[" | "(");
    if bracket {
        index += 1;
    }
    let digits =
        |index: usize| words.get(index).is_some_and(|word| word.kind == Kind::Digits && word.end - word.start <= 2);
    if !(digits(index) && matches!(at(words, text, index + 1), ":" | "h") && digits(index + 2)) {
        return None;
    }
    index += 3;
    if at(words, text, index) == ":" && digits(index + 1) {
        index += 2;
    }
    if matches!(at(words, text, index), "AM" | "PM" | "am" | "pm") {
        index += 1;
    }
    if bracket {
        if !matches!(at(words, text, index), "]" | ")") {
            return None;
        }
        index += 1;
    }
    Some(index)
}

#[allow(clippy::too_many_arguments)]
fn continues(
    words: &[Word],
    text: &str,
    last: &Block,
    block: &Block,
    line: &Line,
    wrapped: bool,
    lines: &[Line],
    index: usize,
) -> bool {
    let Some(previous) = index.checked_sub(1).and_then(|before| lines.get(before)) else { return false };
    if previous.is_empty() || matches!(last.shape, Shape::Heading | Shape::Cell { .. }) {
        return false;
    }
    let ending = at(words, text, last.end.saturating_sub(1));
    let Some(first) = words.get(block.start) else { return false };
    let lower = first.kind == Kind::Letters && first.case == Case::Lower;
    if lower && !matches!(ending, "." | ":" | ";" | "!" | "?") {
        return true;
    }
    let longest = lines.iter().map(|line| line.length).max().unwrap_or_default();
    let full = previous.length * 10 >= longest * 7;
    let indented = line.indent > previous.indent && matches!(last.shape, Shape::ListItem | Shape::Turn);
    wrapped && (full || indented && !matches!(ending, "." | ":" | ";"))
}

fn ends_with(words: &[Word], text: &str, block: &Block, mark: &str) -> bool {
    block.end > block.start && at(words, text, block.end - 1) == mark
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

/// Gives each block its parent: the nearest heading or lead-in above that stands higher.
fn nest(words: &[Word], text: &str, blocks: &mut [Block]) {
    let mut stack: Vec<usize> = Vec::new();
    for index in 0..blocks.len() {
        let Some(block) = blocks.get(index) else { continue };
        let level = block.level;
        let running = block.shape != Shape::Heading && level >= RUNNING - 10;
        let lead_in = ends_with(words, text, block, ":");
        while let Some(&top) = stack.last() {
            let Some(above) = blocks.get(top) else { break };
            // Running text ends a lead-in once its list has begun; right after it, it is what the lead-in announces.
            let closed = if running || level == LEAD_IN {
                above.level >= BULLET || above.level == LEAD_IN && (top + 1 != index || level == LEAD_IN)
            } else {
                above.level >= level
            };
            if !closed {
                break;
            }
            stack.pop();
        }
        let parent = stack.last().copied();
        let opens = block.shape == Shape::Heading || lead_in || block.shape == Shape::ListItem;
        if opens && !matches!(block.shape, Shape::Cell { .. }) {
            stack.push(index);
        }
        if let Some(block) = blocks.get_mut(index) {
            block.parent = parent;
        }
    }
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
