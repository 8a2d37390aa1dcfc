//! A stretch of text whose letters had to be guessed, and the way to another guess.

use std::rc::Rc;

use super::action::Notice;
use super::edit::Edit;
use super::{State, TYPED, window, with_plain_line_ends};
use crate::analysis::model::Span;
use crate::import::{Encoding, Guess};

/// The stretch before its letters were read anew, and what stands around it.
#[derive(Debug)]
pub struct Reading {
    before: String,
    raw: String,
    after: String,
}

impl State {
    /// Remembers what was guessed of the whole text, and tells it.
    pub(super) fn take_guess(&mut self, guess: Guess) {
        let raw = with_plain_line_ends(guess.raw);
        self.reading = Some(Reading { before: String::new(), raw, after: String::new() }.into());
        self.notify(Notice::Guessed(guess.encoding));
    }

    /// Repairs what was just pasted where it is in the letters of an old font; `old` is the text before.
    pub(super) fn mend_paste(&mut self, old: &str) {
        self.forget_reading();
        let edit = Edit::between(old, &self.text);
        let Span { start, end } = edit.replaced();
        if edit.size() <= TYPED {
            return;
        }
        let stretch = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default().to_owned();
        let raw = stretch(start..end);
        let encoding = Encoding::of(&raw);
        if encoding != Encoding::AsItIs {
            let reading = Reading { before: stretch(0..start), raw, after: stretch(end..self.text.len()) };
            self.reading = Some(reading.into());
            self.read_anew(encoding);
        }
    }

    /// Reads the letters of the stretch in `encoding`; a step back undoes it.
    pub(super) fn read_anew(&mut self, encoding: Encoding) {
        let Some(reading) = self.reading.clone() else { return };
        let before = self.snapshot();
        let read = encoding.read(&reading.raw);
        let place = Span::new(reading.before.len(), reading.before.len() + read.len());
        let text: Rc<str> = [reading.before.as_str(), &read, &reading.after].concat().into();
        self.change_text(text);
        self.pause = 0;
        self.history.record(before, &self.text);
        self.look_at(window::holding(&self.text, window::from(&self.text, 0), place));
        self.forget_reading();
        self.reading = Some(reading);
        self.notify(Notice::Guessed(encoding));
    }

    /// Another change of the text takes the guess as it is.
    pub(super) fn forget_reading(&mut self) {
        if self.reading.take().is_some() {
            self.notices.retain(|notice| !matches!(notice, Notice::Guessed(_)));
        }
    }
}
