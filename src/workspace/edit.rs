//! What changed between two texts, as one replaced stretch; spans move along until the next analysis arrives.

use std::rc::Rc;

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

/// So many bytes from the last key, a key still writes at the same place.
const BESIDE: usize = 8;

/// An edit together with the words that it puts in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Patch {
    edit: Edit,
    words: Rc<str>,
}

impl Patch {
    /// The patch that turns `old` into `new`.
    pub fn between(old: &Rc<str>, new: &Rc<str>) -> Self {
        if Rc::ptr_eq(old, new) {
            return Self { edit: Edit { start: 0, old_end: 0, new_end: 0 }, words: Rc::default() };
        }
        let edit = Edit::between(old, new);
        Self { edit, words: edit.replaced().of(new).into() }
    }

    /// `old` with the words put in.
    pub fn applied(&self, old: &Rc<str>) -> Rc<str> {
        if self.edit.size() == 0 {
            return old.clone();
        }
        let around = |range| old.get(range).unwrap_or_default();
        [around(0..self.edit.start), &self.words, around(self.edit.old_end..old.len())].concat().into()
    }

    /// Where the words end in the new text.
    pub const fn end(&self) -> usize {
        self.edit.new_end
    }

    /// Whether the patch changes the old text right beside byte `at`.
    pub const fn is_beside(&self, at: usize) -> bool {
        self.edit.start <= at + BESIDE && at <= self.edit.old_end + BESIDE
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

    #[test]
    fn a_patch_leads_there_and_holds_no_more_than_the_change() {
        let (old, new): (Rc<str>, Rc<str>) = (OLD.into(), OLD.replace("rà soát", "rà soát gấp").into());
        let (there, back) = (Patch::between(&old, &new), Patch::between(&new, &old));
        assert_eq!((there.applied(&old), back.applied(&new)), (new.clone(), old.clone()));
        assert_eq!((there.words.len(), back.words.len()), (" gấp".len(), 0));
        assert!(Rc::ptr_eq(&Patch::between(&old, &old).applied(&old), &old));
    }
}
