//! An analysis together with the text it was made of.

use std::cell::OnceCell;
use std::rc::Rc;

use crate::analysis::model::{Item, Minutes};

use super::sentence::Sentence;
use super::shared::Shared;

/// What was found in a text, or what stands in its place once the user drew items of his own.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The text.
    pub text: Rc<str>,
    /// What was found in it.
    pub minutes: Shared<Minutes>,
    /// The numbers of the items that the user drew, ascending.
    pub drawn: Vec<u32>,
    sentences: OnceCell<Vec<Sentence>>,
}

impl Analysis {
    /// What was found in `text`.
    pub fn of(text: Rc<str>, minutes: Minutes) -> Self {
        Self { text, minutes: minutes.into(), ..Self::default() }
    }

    /// The same text with `items` in it, of which those numbered `drawn` are the user's own.
    pub(super) fn with_items(&self, items: Vec<Item>, drawn: Vec<u32>) -> Self {
        let minutes = Minutes { items, ..(*self.minutes).clone() };
        Self { drawn, ..Self::of(self.text.clone(), minutes) }
    }

    /// What each item says, in the order of the items: by this a correction finds its item again.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| Sentence::of(&self.minutes, &self.text))
    }

    /// Whether the user drew the item: by hand, by splitting or by merging.
    pub fn is_drawn(&self, item: u32) -> bool {
        self.drawn.contains(&item)
    }

    /// The item of that number.
    pub fn item(&self, item: u32) -> Option<&Item> {
        self.minutes.items.get(self.place(item)?)
    }

    /// The item after that one in the text.
    pub fn next(&self, item: u32) -> Option<&Item> {
        self.minutes.items.get(self.place(item)? + 1)
    }

    /// What the item says.
    pub fn sentence(&self, item: u32) -> Option<&Sentence> {
        self.sentences().get(self.place(item)?)
    }

    fn place(&self, item: u32) -> Option<usize> {
        self.minutes.items.iter().position(|candidate| candidate.id == item)
    }
}
