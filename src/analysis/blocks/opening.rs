//! What opens a line: quote marks, Markdown, bullets, numbers, tick boxes, time stamps and speakers.

use super::cells::bare_cell;
use super::lines::Line;
use super::{BULLET, Block, Case, Kind, NUMBER, RUNNING, Shape, Word, at};

/// Reads bullet, number, Markdown mark, tick box, time stamp and speaker label at the start of a line.
pub(super) fn opening(words: &[Word], text: &str, line: &Line) -> Block {
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
