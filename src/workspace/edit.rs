//! What changed between two texts, as one replaced stretch; spans move along until the next analysis arrives.

use crate::analysis::model::Span;

/// One replaced stretch: bytes `start..old_end` of the old text are bytes `start..new_end` of the new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    start: usize,
    old_end: usize,
    new_end: usize,
}

impl Edit {
    /// The smallest edit that turns `old` into `new`.
    pub fn between(old: &str, new: &str) -> Self {
        let shorter = old.len().min(new.len());
        let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
        let start = (0..=same).rev().find(|at| old.is_char_boundary(*at)).unwrap_or_default();
        let backwards = old.bytes().rev().zip(new.bytes().rev()).take(shorter - start);
        let tail = backwards.take_while(|(a, b)| a == b).count();
        let tail = (0..=tail).rev().find(|tail| old.is_char_boundary(old.len() - tail)).unwrap_or_default();
        Self { start, old_end: old.len() - tail, new_end: new.len() - tail }
    }

    /// Bytes taken out or put in, whichever are more.
    pub fn size(&self) -> usize {
        (self.old_end - self.start).max(self.new_end - self.start)
    }

    /// The stretch in the new text.
    pub const fn replaced(&self) -> Span {
        Span::new(self.start, self.new_end)
    }

    /// Where `span` of the old text stands in the new one; nowhere where the edit cuts across one of its ends.
    pub fn moved(&self, span: Span) -> Option<Span> {
        let shifted = |at: usize| at - self.old_end + self.new_end;
        if span.end <= self.start {
            Some(span)
        } else if span.start >= self.old_end {
            Some(Span::new(shifted(span.start), shifted(span.end)))
        } else if span.start <= self.start && self.old_end <= span.end {
            let moved = Span::new(span.start, shifted(span.end));
            (!moved.is_empty()).then_some(moved)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "Sở Y tế báo cáo. Sở Xây dựng rà soát.";

    fn follow(new: &str, words: &str) -> Option<String> {
        let start = OLD.find(words).unwrap();
        let edit = Edit::between(OLD, new);
        edit.moved(Span::new(start, start + words.len())).map(|span| span.of(new).to_string())
    }

    #[test]
    fn spans_beside_the_edit_keep_their_words() {
        let new = "Sở Y tế báo cáo gấp. Sở Xây dựng rà soát.";
        assert_eq!(follow(new, "Sở Xây dựng rà soát").as_deref(), Some("Sở Xây dựng rà soát"));
        assert_eq!(follow(new, "Sở Y tế").as_deref(), Some("Sở Y tế"));
    }

    #[test]
    fn a_span_around_the_edit_grows_with_it() {
        let new = "Sở Y tế phải báo cáo. Sở Xây dựng rà soát.";
        assert_eq!(follow(new, "Sở Y tế báo cáo").as_deref(), Some("Sở Y tế phải báo cáo"));
    }

    #[test]
    fn a_span_that_the_edit_cuts_is_lost() {
        assert_eq!(follow("Sở Xây dựng rà soát.", "tế báo cáo. Sở"), None);
        assert_eq!(follow("", "Sở Y tế"), None);
    }

    #[test]
    fn letters_that_share_bytes_are_not_cut() {
        for (old, new) in [("ế", "ề"), ("aế", "aề"), ("ếa", "ềa"), ("aa", "aaa"), ("", "ế"), ("ế", "")]
        {
            let edit = Edit::between(old, new);
            assert!(old.is_char_boundary(edit.start) && old.is_char_boundary(edit.old_end));
            assert!(new.is_char_boundary(edit.start) && new.is_char_boundary(edit.new_end));
        }
    }
}
