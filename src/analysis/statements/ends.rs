//! What is cut from the ends of a statement: quotes, closing punctuation, links and names in brackets.

use super::{Case, Kind, Reader};

impl Reader<'_> {
    /// Cuts blanks, quotes and punctuation from both ends; a closing bracket stays with its opening one.
    pub(super) fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        start = self.skip_marks(start, end);
        while start < end {
            let last = self.written(end - 1);
            let balanced = last == ")" && (start..end).any(|index| self.written(index) == "(")
                || last == "]" && (start..end).any(|index| self.written(index) == "[");
            let mark = self.words.get(end - 1).is_some_and(|word| matches!(word.kind, Kind::Mark | Kind::Break));
            if balanced && let Some(open) = self.trailing_aside(start, end) {
                end = open;
                continue;
            }
            if !mark || balanced || matches!(last, "%" | "?" | "+" | "#" | "€") {
                break;
            }
            end -= 1;
        }
        (start, end)
    }

    /// A link, or names alone, in brackets at the end: gives its opening bracket.
    fn trailing_aside(&self, start: usize, end: usize) -> Option<usize> {
        let close = self.written(end - 1);
        let open = if close == ")" { "(" } else { "[" };
        let at = (start..end - 1).rev().find(|index| self.written(*index) == open)?;
        if at < start + 2 {
            return None;
        }
        let inside = self.words.get(at + 1..end - 1)?;
        let link = inside.iter().any(|word| matches!(word.of(self.text), "http" | "https" | "www"));
        let names = inside.iter().all(|word| match word.kind {
            Kind::Letters => word.case != Case::Lower,
            Kind::Digits => inside.len() == 1,
            _ => matches!(word.of(self.text), "," | "." | "&" | "/" | "#" | "@" | "-"),
        });
        let link_text = self.written(at.saturating_sub(1)) == "]" && link;
        if link_text {
            let from = (start..at).rev().find(|index| self.written(*index) == "[")?;
            let numbered =
                self.words.get(from + 1..at).is_some_and(|inner| inner.iter().any(|word| word.of(self.text) == "#"));
            let spaced = from > start + 1;
            return (numbered && spaced || from > start + 3).then_some(from).filter(|_| numbered);
        }
        (link || names).then_some(at)
    }
}
