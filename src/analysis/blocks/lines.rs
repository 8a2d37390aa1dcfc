//! Lines as they stand: their words, their indent, and whether the text was broken by width.

use super::{Kind, Word};

/// One line: its words and the blanks before them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) indent: u16,
    /// Length in bytes.
    pub(super) length: usize,
}

impl Line {
    pub(super) const fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

pub(super) fn lines(words: &[Word], text: &str) -> Vec<Line> {
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

fn line(words: &[Word], text: &str, mut start: usize, end: usize, from: usize, to: usize) -> Line {
    // The marks of a quotation ("> ") belong to the margin.
    while start < end && words.get(start).is_some_and(|word| word.of(text) == ">") {
        start += 1;
    }
    let first = words.get(start).filter(|_| start < end).map_or(to, |word| word.start as usize);
    let blanks = text.get(from..first).unwrap_or_default();
    let blanks = blanks.rsplit('>').next().unwrap_or_default();
    let indent = blanks.chars().map(|blank| if blank == '\t' { 4u16 } else { 1 }).fold(0, u16::saturating_add);
    Line { start, end, indent, length: to.saturating_sub(from) }
}

/// The length of the longest line where the text is hard-wrapped: many lines end near that and none is much longer.
pub(super) fn wrapped_at(lines: &[Line]) -> Option<usize> {
    let filled: Vec<usize> = lines.iter().filter(|line| !line.is_empty()).map(|line| line.length).collect();
    let longest = filled.iter().copied().max().unwrap_or_default();
    let near = filled.iter().filter(|length| **length * 10 >= longest * 7).count();
    (filled.len() >= 6 && (50..=160).contains(&longest) && near * 10 >= filled.len() * 3).then_some(longest)
}

pub(super) fn is_rule(words: &[Word], line: &Line) -> bool {
    words.get(line.start..line.end).is_some_and(|all| all.iter().all(|word| word.kind == Kind::Mark)) && line.length > 1
}
