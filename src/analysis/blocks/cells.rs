//! Rows of tables: cells between bars or tabs.

use super::lines::Line;
use super::{Word, at};

/// Cells of a table row with their columns, where the line is one: pipes at its start, or at least two of them or of
/// tabs inside. A line break written as `<br>` parts a cell.
pub(super) fn cells(words: &[Word], text: &str, line: &Line) -> Option<Vec<(u8, usize, usize)>> {
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
    let mut lines = Vec::new();
    for (column, (start, end)) in (0u8..=u8::MAX).zip(cells) {
        for (start, end) in broken(words, text, start, end) {
            let (start, end) = bare_cell(words, text, start, end);
            lines.push((column, start, end));
        }
    }
    Some(lines)
}

/// The lines of a cell, parted at `<br>` and `<br/>`.
fn broken(words: &[Word], text: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let (mut from, mut index) = (start, start);
    while index < end {
        let closing = index + if at(words, text, index + 2) == "/" { 3 } else { 2 };
        if at(words, text, index) == "<" && at(words, text, index + 1) == "br" && at(words, text, closing) == ">" {
            lines.push((from, index));
            from = closing + 1;
            index = from;
        } else {
            index += 1;
        }
    }
    lines.push((from.min(end), end));
    lines
}

/// A cell without its bold marks and bullets.
pub(super) fn bare_cell(words: &[Word], text: &str, mut start: usize, mut end: usize) -> (usize, usize) {
    while start < end && matches!(at(words, text, start), "*" | "-" | "_" | ":" | "•") {
        start += 1;
    }
    while start < end && matches!(at(words, text, end - 1), "*" | "_") {
        end -= 1;
    }
    (start, end)
}
