//! What is taken from the front of a statement: marks, enumerators, connectives, sources and lead-ins.

use super::{Block, Case, Kind, Reader, Shape};

impl Reader<'_> {
    /// Leaves out quotes, connectives, enumerators, source phrases and lead-ins with a colon.
    pub(super) fn skip_lead_ins(&self, mut start: usize, end: usize, block: &Block) -> usize {
        for _ in 0..4 {
            let before = start;
            start = self.skip_marks(start, end);
            start = self.skip_enumerator(start, end);
            if let Some(next) = self.after_colon(start, end, block) {
                start = next;
            }
            let connective = self.mark(start).connective;
            if connective > start && connective < end {
                let comma = self.written(connective) == ",";
                let alone = !matches!(self.written(connective), "của" | "những" | "the");
                if comma {
                    start = connective + 1;
                } else if alone
                    && self.words.get(start).is_some_and(|word| {
                        !matches!(
                            word.of(self.text).to_lowercase().as_str(),
                            "while"
                                | "so"
                                | "do"
                                | "vì"
                                | "then"
                                | "next"
                                | "first"
                                | "second"
                                | "third"
                                | "also"
                                | "despite"
                        )
                    })
                {
                    start = connective;
                }
            }
            start = self.skip_source(start, end);
            if start == before {
                break;
            }
        }
        start
    }

    pub(super) fn skip_marks(&self, mut start: usize, end: usize) -> usize {
        while start < end
            && self.words.get(start).is_some_and(|word| matches!(word.kind, Kind::Mark | Kind::Break))
            && !matches!(self.written(start), "$" | "@" | "#" | "€" | "£")
        {
            start += 1;
        }
        start
    }

    /// "(1)", "a)", "2." inside running text.
    fn skip_enumerator(&self, start: usize, end: usize) -> usize {
        let Some(word) = self.words.get(start) else { return start };
        let short = word.end - word.start <= 2;
        if short && self.written(start + 1) == ")" && start + 2 < end { start + 2 } else { start }
    }

    /// The first word after a colon that closes a lead-in.
    fn after_colon(&self, start: usize, end: usize, block: &Block) -> Option<usize> {
        let colon = (start..end.min(start + 45)).find(|index| self.written(*index) == ":")?;
        if colon + 2 > end || !self.blank_before(colon + 1) || colon == start {
            return None;
        }
        if (start..colon).any(|index| self.written(index) == ";" || self.mark(index).holds == colon) {
            return None;
        }
        let next = self.skip_marks(colon + 1, end);
        let following = self.words.get(next)?;
        let short = colon - start <= 8;
        let announced = (start..colon)
            .any(|index| self.mark(index).announces > 0 || self.mark(index).act > 0 || self.mark(index).says > 0);
        let capital = following.case != Case::Lower || following.kind == Kind::Digits;
        let titled = block.shape != Shape::Paragraph;
        let listing = self.listing(next, end);
        ((short && (capital || titled || announced)) || (announced && (capital || colon - start <= 25)))
            .then_some(colon + 1)
            .filter(|_| !listing)
    }

    /// What follows the colon is a mere list of names.
    fn listing(&self, start: usize, end: usize) -> bool {
        let content = self.words.get(start..end).unwrap_or_default();
        let letters = content.iter().filter(|word| word.kind == Kind::Letters).count();
        let lower = content.iter().filter(|word| word.kind == Kind::Letters && word.case == Case::Lower).count();
        letters == 0 || letters > 3 && lower == 0
    }

    /// "Theo ông A, …", "Phát biểu tại buổi làm việc, …", "Ông A cho biết …": gives what follows.
    fn skip_source(&self, start: usize, end: usize) -> usize {
        if self.mark(start).source > 0 {
            let comma = (start + 1..end.min(start + 28)).find(|index| self.written(*index) == ",");
            if let Some(comma) = comma.filter(|comma| comma + 3 < end) {
                return comma + 1;
            }
        }
        let mut index = start;
        while index < end.min(start + 30) {
            let says = self.mark(index).says;
            if says > index && index > start {
                let mut next = says;
                while matches!(self.written(next).to_lowercase().as_str(), "rằng" | "là" | "thêm" | "," | "rằng,")
                    && next < end
                {
                    next += 1;
                }
                let goes_on = self.words.get(next).is_some_and(|word| word.kind == Kind::Letters) && next + 5 < end;
                if next < end && (next > says || goes_on && self.mark(index).tells) && self.names_before(start, index) {
                    return next;
                }
            }
            if matches!(self.written(index), ";" | ":") {
                break;
            }
            index += 1;
        }
        start
    }

    /// The words before a reporting verb look like a speaker: they hold a capitalised word and no predicate of note.
    fn names_before(&self, start: usize, end: usize) -> bool {
        end - start <= 24
            && self.words.get(start..end).unwrap_or_default().iter().skip(1).any(|word| word.case != Case::Lower)
    }
}
