//! Where a sentence ends.

use super::{Case, Kind, Reader};

impl Reader<'_> {
    /// One past the last word of the sentence that starts at `start`.
    pub(super) fn sentence_end(&self, start: usize, limit: usize) -> usize {
        let mut index = start;
        while index < limit {
            let after = index + 1;
            match self.written(index) {
                "." | "…" if self.closes(start, index, limit) => return self.with_closers(after, limit),
                "!" | "?" if self.blank_before(after) || self.is_closer(after) => {
                    return self.with_closers(after, limit);
                }
                _ => {}
            }
            index = after;
        }
        limit
    }

    fn is_closer(&self, index: usize) -> bool {
        matches!(self.written(index), "\"" | "”" | "’" | ")" | "]" | "»" | "*" | "_")
    }

    fn with_closers(&self, mut index: usize, limit: usize) -> usize {
        while index < limit
            && !self.blank_before(index)
            && (self.is_closer(index) || matches!(self.written(index), "." | "…" | "!" | "?" | "/"))
        {
            index += 1;
        }
        index
    }

    /// Whether the dot at `index` ends a sentence.
    fn closes(&self, start: usize, index: usize, limit: usize) -> bool {
        let after = index + 1;
        if after >= limit {
            return true;
        }
        if self.written(after) == "." || self.written(after) == "…" {
            return false;
        }
        let mut next = after;
        while next < limit && self.is_closer(next) && !self.blank_before(next) {
            next += 1;
        }
        let spaced = self.blank_before(next);
        while next < limit && self.words.get(next).is_some_and(|word| word.kind == Kind::Break) {
            next += 1;
        }
        if next >= limit {
            return true;
        }
        let Some(following) = self.words.get(next) else { return true };
        let Some(before) = index.checked_sub(1).and_then(|before| self.words.get(before)) else { return false };
        if !spaced {
            // "hoàn thành.Sở Y tế": a missing blank between a small letter and a capital still ends the sentence.
            return before.kind == Kind::Letters
                && before.case != Case::Upper
                && before.end - before.start >= 3
                && following.kind == Kind::Letters
                && following.case == Case::Title
                && self.written(next + 1) != ".";
        }
        let list_end = self.written(index) == "…" || self.written(index.saturating_sub(1)) == ".";
        let opens = following.kind == Kind::Digits
            || following.kind == Kind::Mark
            || following.kind == Kind::Break
            || following.case != Case::Lower;
        if list_end {
            return opens;
        }
        if self.mark(index.saturating_sub(1)).abbreviation {
            return false;
        }
        let initial = before.kind == Kind::Letters && before.case == Case::Upper && before.end - before.start <= 2;
        if initial && following.case != Case::Lower && index > start {
            return false;
        }
        if before.kind == Kind::Digits && index == start + 1 {
            return false;
        }
        opens
    }
}
