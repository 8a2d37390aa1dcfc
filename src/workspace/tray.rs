//! Documents that were opened together: one lies on the desk, the others beside it, each a meeting of its own.

use std::rc::Rc;

use super::{Shared, State, Work, with_plain_line_ends};
use crate::import::{Guess, Source};

/// A document to be opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Name of the file.
    pub name: String,
    /// What is in it.
    pub work: Work,
    guess: Option<Guess>,
}

/// A document that was opened with others.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The meeting's name on the device.
    pub meeting: Rc<str>,
    /// Name of the file.
    pub name: String,
    /// The work as it was left.
    pub work: Work,
    guess: Option<Guess>,
}

impl Opening {
    /// A document of that name.
    pub fn of_source(name: String, source: Source) -> Self {
        let work = Work { text: with_plain_line_ends(source.text).into(), ..Work::default() };
        Self { name, work, guess: source.guess }
    }

    /// A whole work of that name.
    pub const fn of_work(name: String, work: Work) -> Self {
        Self { name, work, guess: None }
    }
}

impl State {
    /// Opens documents: the first comes onto the desk, all lie in the tray where there are several.
    pub(super) fn open(&mut self, openings: Vec<Opening>) {
        let mut openings = openings.into_iter();
        let Some(first) = openings.next() else { return };
        self.begin(first.work.clone());
        if let Some(guess) = first.guess {
            self.take_guess(guess);
        }
        let others: Vec<Leaf> = openings
            .map(|Opening { name, work, guess }| Leaf { meeting: self.storing.name_another(), name, work, guess })
            .collect();
        if !others.is_empty() {
            let first = Leaf { meeting: self.storing.meeting.clone(), name: first.name, work: first.work, guess: None };
            self.tray = std::iter::once(first).chain(others).collect::<Vec<_>>().into();
        }
    }

    /// Brings a document of the tray onto the desk; a step back leads to the one that lay there.
    pub(super) fn take_up(&mut self, meeting: &str) {
        let before = self.snapshot();
        self.leave();
        let Some(leaf) = self.tray.iter().find(|leaf| *leaf.meeting == *meeting).cloned() else { return };
        self.storing.turn_to(leaf.meeting.clone());
        self.lay_down(leaf.work);
        self.history.record(before, &self.text);
        if let Some(guess) = leaf.guess {
            self.take_guess(guess);
        }
    }

    /// Puts the work on the desk back into the tray, where it comes from there.
    pub(super) fn leave(&mut self) {
        let now = self.work();
        let changed = |leaf: &Leaf| leaf.meeting == self.storing.meeting && leaf.work != now;
        if self.tray.iter().any(changed) {
            let put = |leaf: &Leaf| {
                if changed(leaf) { Leaf { work: now.clone(), guess: None, ..leaf.clone() } } else { leaf.clone() }
            };
            self.tray = self.tray.iter().map(put).collect::<Vec<_>>().into();
        }
    }

    /// The tray, empty where nothing was opened together.
    pub fn tray(&self) -> Shared<Vec<Leaf>> {
        self.tray.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::{Date, Lang};
    use crate::import::Encoding;
    use crate::workspace::{Action, Keeping, Notice, Storing, Theme};

    fn opened() -> State {
        let mut state = State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3));
        state.storing = Storing::in_tab("tab");
        let document = |name: &str, text: &str| Opening::of_source(name.into(), Source::of_text(text.into()));
        state.apply(Action::OpenAll(vec![
            document("một.docx", "Giao Sở Y tế\r\nbáo cáo."),
            document("hai.txt", "Giao Së Y tÕ b¸o c¸o"),
            document("ba.txt", "Giao Sở Xây dựng."),
        ]))
    }

    fn taken_up(state: State, at: usize) -> State {
        let meeting = state.tray()[at].meeting.clone();
        state.apply(Action::TakeUp(meeting))
    }

    #[test]
    fn the_first_lies_on_the_desk_and_each_has_a_name_of_its_own() {
        let state = opened();
        assert_eq!(&*state.text, "Giao Sở Y tế\nbáo cáo.");
        let meetings: std::collections::BTreeSet<_> = state.tray().iter().map(|leaf| leaf.meeting.clone()).collect();
        assert_eq!((meetings.len(), meetings.contains(&state.storing.meeting)), (3, true));
        assert_eq!(state.keeping(), Keeping::Pending);
    }

    #[test]
    fn what_is_changed_in_one_is_there_when_it_is_taken_up_again() {
        let state = opened().apply(Action::Type("Giao Sở Y tế họp.".into()));
        let other = taken_up(state, 2);
        assert_eq!(&*other.text, "Giao Sở Xây dựng.");
        let back = taken_up(other.apply(Action::Type("Giao Sở Xây dựng họp.".into())), 0);
        assert_eq!(&*back.text, "Giao Sở Y tế họp.");
        let by_step = back.apply(Action::Undo);
        assert_eq!(&*by_step.text, "Giao Sở Xây dựng họp.");
        assert_eq!(&*taken_up(taken_up(by_step, 1), 2).text, "Giao Sở Xây dựng họp.");
    }

    #[test]
    fn what_was_guessed_of_its_letters_is_told_when_it_is_first_seen() {
        let state = taken_up(opened(), 1);
        assert_eq!(
            (&*state.text, state.notices.as_slice()),
            ("Giao Sở Y tế báo cáo", &[Notice::Guessed(Encoding::Tcvn3)][..])
        );
        assert_eq!(&*state.apply(Action::ReadAnew(Encoding::AsItIs)).text, "Giao Së Y tÕ b¸o c¸o");
    }

    #[test]
    fn one_document_needs_no_tray() {
        let state = State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3));
        let one = Opening::of_source("một.txt".into(), Source::of_text("Giao Sở Y tế.".into()));
        let state = state.apply(Action::OpenAll(vec![one]));
        assert_eq!((&*state.text, state.tray().len()), ("Giao Sở Y tế.", 0));
    }
}
