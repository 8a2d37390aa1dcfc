//! What is kept on the device: which meeting lies on the desk, whether it is safe, who may change it.

use std::rc::Rc;

use super::history::History;
use super::work::Work;
use super::{Notice, State, View, window};
use crate::table::Filter;

/// What happens between the desk and the device's storage.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageEvent {
    /// A work comes onto the desk: from the storage under its name there, or from a file under none.
    Resume(Option<String>, Work),
    /// The device now has the meeting of that name as it was then.
    Kept(String, Work),
    /// The device does not keep the work.
    Refused(Refusal),
    /// Whether another tab works on the meeting.
    Elsewhere(bool),
    /// The user wants to work on the meeting here, whoever else does.
    TakeOver,
    /// The user had the meeting of that name forgotten, or all of them.
    Forget(Option<String>),
}

/// Why the device keeps nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser gives the page no storage, as in some private windows.
    Denied,
    /// The storage is full.
    Full,
}

/// Whether the work on the desk is safe on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// There is nothing to keep.
    Nothing,
    /// The last change is not there yet.
    Pending,
    /// All of it is there.
    Kept,
    /// Another tab of the browser works on this meeting, so it may only be read here.
    Elsewhere,
    /// It cannot be kept.
    Refused(Refusal),
}

/// The meeting on the desk, as the storage knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Storing {
    /// Under this name the meeting is kept; no other tab makes the same.
    pub meeting: Rc<str>,
    /// Counts how often this tab claimed a meeting that another one has.
    pub claims: u32,
    /// Whether another tab works on the meeting.
    pub elsewhere: bool,
    /// Why the last attempt to keep it failed.
    pub refusal: Option<Refusal>,
    kept: Option<Work>,
    tab: Rc<str>,
    begun: u32,
}

impl Storing {
    /// The storing in a tab of that name, which no other tab has.
    pub fn in_tab(tab: &str) -> Self {
        let mut storing = Self { tab: tab.into(), ..Self::default() };
        storing.begin();
        storing
    }

    /// Begins a meeting that was never kept.
    pub(super) fn begin(&mut self) {
        let name = self.name_another();
        self.turn_to(name);
    }

    /// A name for another meeting that was never kept.
    pub(super) fn name_another(&mut self) -> Rc<str> {
        self.begun += 1;
        format!("{}-{}", self.tab, self.begun).into()
    }

    /// Turns to the meeting of that name.
    pub(super) fn turn_to(&mut self, meeting: Rc<str>) {
        if meeting != self.meeting {
            (self.meeting, self.kept, self.elsewhere) = (meeting, None, false);
        }
    }

    /// Notes that the device now has `work` of the meeting of that name.
    pub(super) fn note_kept(&mut self, meeting: &str, work: Work) {
        if *meeting == *self.meeting {
            (self.kept, self.refusal) = (Some(work), None);
        }
    }

    /// Whether `now`, what lies on the desk, is safe.
    pub(super) fn of(&self, now: &Work) -> Keeping {
        match self.refusal {
            _ if self.elsewhere => Keeping::Elsewhere,
            _ if now.is_blank() => Keeping::Nothing,
            _ if self.kept.as_ref() == Some(now) => Keeping::Kept,
            Some(refusal) => Keeping::Refused(refusal),
            None => Keeping::Pending,
        }
    }
}

impl State {
    /// The whole work on the meeting.
    pub fn work(&self) -> Work {
        let (text, corrections, earlier) = (self.text.clone(), self.corrections.clone(), self.earlier.clone());
        Work { text, date: self.date, corrections, earlier }
    }

    /// Whether the work is safe on the device.
    pub fn keeping(&self) -> Keeping {
        self.storing.of(&self.work())
    }

    /// The state after an event of the storage.
    pub(super) fn store(&mut self, event: StorageEvent) {
        match event {
            StorageEvent::Resume(None, work) => self.begin(work),
            StorageEvent::Resume(Some(meeting), work) => {
                let before = self.snapshot();
                self.leave();
                self.lay_down(work);
                if *self.storing.meeting == *meeting {
                    // Taken over from another tab: what this one had is a step back.
                    self.history.record(before, &self.text);
                } else {
                    self.history = History::default();
                    self.storing.turn_to(meeting.as_str().into());
                }
                self.storing.note_kept(&meeting, self.work());
            }
            StorageEvent::Kept(meeting, work) => {
                self.storing.note_kept(&meeting, work);
                self.notices.retain(|notice| !matches!(notice, Notice::NotKept(_)));
            }
            StorageEvent::Refused(refusal) if self.storing.refusal == Some(refusal) => {}
            StorageEvent::Refused(refusal) => {
                self.storing.refusal = Some(refusal);
                self.notify(Notice::NotKept(refusal));
            }
            StorageEvent::Elsewhere(elsewhere) => {
                self.storing.elsewhere = elsewhere;
                self.notices.retain(|notice| *notice != Notice::Elsewhere);
                if elsewhere {
                    self.notify(Notice::Elsewhere);
                }
            }
            StorageEvent::TakeOver => self.storing.claims += 1,
            StorageEvent::Forget(meeting) => {
                let forgotten = |name: &str| meeting.as_ref().is_none_or(|meeting| *meeting == *name);
                let rest = self.tray.iter().filter(|leaf| !forgotten(&leaf.meeting)).cloned().collect::<Vec<_>>();
                self.tray = rest.into();
                if forgotten(&self.storing.meeting) {
                    self.earlier = None;
                    self.begin(Work::default());
                    self.history = History::default();
                }
            }
        }
    }

    /// Begins another meeting; a step back leads to the one before. A table to be followed up stays where it waits for
    /// its minutes.
    pub(super) fn begin(&mut self, mut work: Work) {
        let before = self.snapshot();
        self.leave();
        if self.is_blank() && work.earlier.is_none() {
            work.earlier.clone_from(&self.earlier);
        }
        self.storing.begin();
        self.lay_down(work);
        self.history.record(before, &self.text);
    }

    pub(super) fn lay_down(&mut self, work: Work) {
        (self.date, self.corrections, self.earlier) = (work.date, work.corrections, work.earlier);
        if work.text == self.text {
            self.request_analysis();
        } else {
            self.change_text(work.text);
        }
        self.look_at(window::from(&self.text, 0));
        self.clear_analysis();
        (self.selection, self.filter) = (None, Filter::default());
        (self.view, self.notices, self.reading) = (View::Source, Vec::new(), None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::{Date, Lang};
    use crate::workspace::{Action, Theme};

    const TEXT: &str = "Giao Sở Y tế báo cáo.";

    fn desk() -> State {
        let mut state = State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3));
        state.storing = Storing::in_tab("tab");
        state
    }

    fn stored(state: State, event: StorageEvent) -> State {
        state.apply(Action::Storage(event))
    }

    fn kept(state: State) -> State {
        let event = StorageEvent::Kept(state.storing.meeting.to_string(), state.work());
        stored(state, event)
    }

    #[test]
    fn a_change_waits_until_the_device_has_it() {
        assert_eq!(desk().keeping(), Keeping::Nothing);
        let typed = desk().apply(Action::Type(TEXT.into()));
        assert_eq!(typed.keeping(), Keeping::Pending);
        let saved = kept(typed);
        assert_eq!(saved.keeping(), Keeping::Kept);
        let dated = saved.apply(Action::SetDate(Some(Date::constant(2025, 10, 1))));
        assert_eq!(dated.keeping(), Keeping::Pending);
        assert_eq!(dated.apply(Action::Undo).keeping(), Keeping::Kept);
    }

    #[test]
    fn another_text_is_another_meeting_and_a_step_back_leads_to_the_first() {
        let first = kept(desk().apply(Action::Type(TEXT.into())));
        let second = first.clone().apply(Action::Replace("Giao Sở Xây dựng.".into()));
        assert_ne!(second.storing.meeting, first.storing.meeting);
        assert_eq!(second.keeping(), Keeping::Pending);
        let back = second.apply(Action::Undo);
        assert_eq!((&*back.text, &back.storing.meeting), (TEXT, &first.storing.meeting));
    }

    #[test]
    fn what_was_kept_late_for_another_meeting_does_not_count() {
        let first = desk().apply(Action::Type(TEXT.into()));
        let late = StorageEvent::Kept(first.storing.meeting.to_string(), first.work());
        let second = first.apply(Action::Replace(TEXT.into()));
        assert_eq!(stored(second, late).keeping(), Keeping::Pending);
    }

    #[test]
    fn a_kept_meeting_comes_back_as_it_was() {
        let first = desk().apply(Action::Type(TEXT.into())).apply(Action::SetDate(Some(Date::constant(2025, 9, 1))));
        let again = stored(desk(), StorageEvent::Resume(Some("other-1".into()), first.work()));
        assert_eq!((again.work(), &*again.storing.meeting), (first.work(), "other-1"));
        assert_eq!((again.keeping(), again.busy, again.can_undo()), (Keeping::Kept, true, false));
    }

    #[test]
    fn what_this_tab_had_of_a_meeting_taken_over_is_a_step_back() {
        let mine = desk().apply(Action::Type(TEXT.into()));
        let theirs = Work { text: "Giao Sở Xây dựng.".into(), ..Work::default() };
        let state = stored(mine.clone(), StorageEvent::Resume(Some(mine.storing.meeting.to_string()), theirs));
        assert_eq!((&*state.text, state.keeping()), ("Giao Sở Xây dựng.", Keeping::Kept));
        assert_eq!(&*state.apply(Action::Undo).text, TEXT);
    }

    #[test]
    fn a_file_begins_a_meeting_that_is_not_kept_yet() {
        let work = Work { text: TEXT.into(), ..Work::default() };
        let opened = stored(desk(), StorageEvent::Resume(None, work));
        assert_eq!((opened.keeping(), opened.can_undo()), (Keeping::Pending, true));
    }

    #[test]
    fn a_meeting_that_another_tab_has_is_only_read() {
        let state = stored(desk().apply(Action::Type(TEXT.into())), StorageEvent::Elsewhere(true));
        let dismissed = state.apply(Action::Dismiss(0));
        let typed = dismissed.apply(Action::Type("Giao".into()));
        assert_eq!((&*typed.text, typed.keeping()), (TEXT, Keeping::Elsewhere));
        assert_eq!(typed.notices, [Notice::Elsewhere]);
        let here = stored(typed, StorageEvent::Elsewhere(false));
        assert!(here.notices.is_empty());
        assert_eq!(&*here.apply(Action::Type("Giao".into())).text, "Giao");
    }

    #[test]
    fn another_meeting_can_be_begun_beside_one_that_is_only_read() {
        let state = stored(desk().apply(Action::Type(TEXT.into())), StorageEvent::Elsewhere(true));
        let begun = state.apply(Action::Replace(String::new())).apply(Action::Type("Giao".into()));
        assert_eq!((&*begun.text, begun.keeping()), ("Giao", Keeping::Pending));
    }

    #[test]
    fn a_refusal_is_told_once_and_the_work_goes_on() {
        let full = StorageEvent::Refused(Refusal::Full);
        let state = stored(desk().apply(Action::Type(TEXT.into())), full.clone());
        assert_eq!(state.notices, [Notice::NotKept(Refusal::Full)]);
        let state = stored(state.apply(Action::Dismiss(0)), full).apply(Action::Type("Giao".into()));
        assert_eq!((state.keeping(), state.notices.len(), &*state.text), (Keeping::Refused(Refusal::Full), 0, "Giao"));
        assert_eq!(kept(state).keeping(), Keeping::Kept);
    }

    #[test]
    fn what_is_forgotten_does_not_come_back_by_a_step() {
        let state = stored(kept(desk().apply(Action::Type(TEXT.into()))), StorageEvent::Forget(None));
        assert!(state.is_blank() && !state.can_undo());
        assert_eq!(state.keeping(), Keeping::Nothing);
    }
}
