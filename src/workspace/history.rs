//! Steps back and forth. A step keeps of the text only what changed, so that hundreds fit beside a long one.

use std::collections::VecDeque;
use std::rc::Rc;

use crate::analysis::model::Date;
use crate::table::Table;

use super::State;
use super::corrections::Corrections;
use super::edit::Patch;
use super::shared::Shared;

/// Steps that are kept.
const DEPTH: usize = 300;

/// What a step back restores.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Snapshot {
    pub meeting: Rc<str>,
    pub text: Rc<str>,
    pub date: Option<Date>,
    pub corrections: Shared<Corrections>,
    pub earlier: Option<Shared<Table>>,
}

/// The way from one state to the one beside it.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    meeting: Rc<str>,
    patch: Patch,
    date: Option<Date>,
    corrections: Shared<Corrections>,
    earlier: Option<Shared<Table>>,
}

impl Step {
    /// The way from a state whose text is `from` to `to`.
    fn new(from: &Rc<str>, to: Snapshot) -> Self {
        let patch = Patch::between(from, &to.text);
        Self { meeting: to.meeting, patch, date: to.date, corrections: to.corrections, earlier: to.earlier }
    }

    fn taken_from(self, text: &Rc<str>) -> Snapshot {
        let text = self.patch.applied(text);
        let Self { meeting, date, corrections, earlier, .. } = self;
        Snapshot { meeting, text, date, corrections, earlier }
    }
}

/// The steps around the present.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    past: Shared<VecDeque<Step>>,
    future: Shared<Vec<Step>>,
    /// Where the last key wrote; none where the next one starts a step of its own.
    caret: Option<usize>,
}

impl History {
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers the state before a step that led to the text `now`.
    pub fn record(&mut self, before: Snapshot, now: &Rc<str>) {
        let mut past = (*self.past).clone();
        past.push_back(Step::new(now, before));
        past.drain(..past.len().saturating_sub(DEPTH));
        *self = Self { past: past.into(), future: Shared::default(), caret: None };
    }

    /// Remembers the state before a key that led to the text `now`; keys in a row, one beside the other, are one step.
    pub fn record_key(&mut self, before: Snapshot, now: &Rc<str>) {
        let key = Patch::between(&before.text, now);
        match (self.caret, self.past.back()) {
            (Some(caret), Some(last)) if key.is_beside(caret) => {
                let start = last.patch.applied(&before.text);
                let step = Step { patch: Patch::between(now, &start), ..last.clone() };
                let mut past = (*self.past).clone();
                past.pop_back();
                past.push_back(step);
                self.past = past.into();
            }
            _ => self.record(before, now),
        }
        self.caret = Some(key.end());
    }

    /// Ends a row of keys: the next one starts a step of its own.
    pub const fn pause(&mut self) {
        self.caret = None;
    }

    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let mut past = (*self.past).clone();
        let before = past.pop_back()?.taken_from(&now.text);
        let mut future = (*self.future).clone();
        future.push(Step::new(&before.text, now));
        *self = Self { past: past.into(), future: future.into(), caret: None };
        Some(before)
    }

    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let mut future = (*self.future).clone();
        let after = future.pop()?.taken_from(&now.text);
        let mut past = (*self.past).clone();
        past.push_back(Step::new(&after.text, now));
        *self = Self { past: past.into(), future: future.into(), caret: None };
        Some(after)
    }
}

impl State {
    /// What a step back to now would restore.
    pub(super) fn snapshot(&self) -> Snapshot {
        let meeting = self.storing.meeting.clone();
        let (text, corrections, earlier) = (self.text.clone(), self.corrections.clone(), self.earlier.clone());
        Snapshot { meeting, text, date: self.date, corrections, earlier }
    }

    /// Remembers the state before the text was written in: keys in a row are one step, a paste is one of its own.
    pub(super) fn record_writing(&mut self, before: Snapshot) {
        if self.pause > 0 {
            self.history.record_key(before, &self.text);
        } else {
            self.history.record(before, &self.text);
        }
    }
}
