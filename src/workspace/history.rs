//! Steps back and forth.

use std::collections::VecDeque;
use std::rc::Rc;

use super::shared::Shared;
use super::work::Work;

/// Steps that are kept.
const DEPTH: usize = 300;

/// What a step back restores.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Snapshot {
    pub meeting: Rc<str>,
    pub work: Work,
}

/// The steps around the present.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    past: Shared<VecDeque<Snapshot>>,
    future: Shared<Vec<Snapshot>>,
    typing: bool,
}

impl History {
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers the state before a step.
    pub fn record(&mut self, before: Snapshot) {
        let mut past = (*self.past).clone();
        past.push_back(before);
        past.drain(..past.len().saturating_sub(DEPTH));
        *self = Self { past: past.into(), future: Shared::default(), typing: false };
    }

    /// Remembers the state before a key; keys in a row are one step.
    pub fn record_typing(&mut self, before: Snapshot) {
        if !self.typing {
            self.record(before);
            self.typing = true;
        }
    }

    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let mut past = (*self.past).clone();
        let before = past.pop_back()?;
        let mut future = (*self.future).clone();
        future.push(now);
        *self = Self { past: past.into(), future: future.into(), typing: false };
        Some(before)
    }

    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let mut future = (*self.future).clone();
        let after = future.pop()?;
        let mut past = (*self.past).clone();
        past.push_back(now);
        *self = Self { past: past.into(), future: future.into(), typing: false };
        Some(after)
    }
}
