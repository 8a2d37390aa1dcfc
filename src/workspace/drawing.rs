//! Items of the user's own: added from a selection, split, merged, and taken back.

use crate::analysis::model::{Category, Span};

use super::sentence::words;
use super::{Selection, Side, State};

impl State {
    /// Makes an item of the words at `span` of the text.
    pub(super) fn draw(&mut self, span: Span, category: Category) {
        self.draw_all(&[span], category, &self.text.clone());
    }

    /// Splits the item behind its first `count` words.
    pub(super) fn split(&mut self, item: u32, count: usize) {
        let Some((span, category)) = self.place(item) else { return };
        let text = self.analysis.text.clone();
        let all = words(span.of(&text));
        let pair = count.checked_sub(1).and_then(|last| all.get(last)).zip(all.get(count));
        if let Some((last, first)) = pair {
            let left = Span::new(span.start, span.start + last.span.end);
            let right = Span::new(span.start + first.span.start, span.end);
            self.draw_all(&[left, right], category, &text);
        }
    }

    /// Makes one item of this one and the next.
    pub(super) fn join(&mut self, item: u32) {
        let Some((span, category)) = self.place(item) else { return };
        if let Some(next) = self.next_item(item).and_then(|next| self.place(next)) {
            let text = self.analysis.text.clone();
            self.draw_all(&[Span::new(span.start, next.0.end)], category, &text);
        }
    }

    /// Takes an item of the user's own back, and those beside it that stand for the same sentence.
    pub(super) fn undraw(&mut self, item: u32) {
        let Some((span, _)) = self.place(item).filter(|_| self.analysis.is_drawn(item)) else { return };
        let corrections = self.corrections.without(span, &self.found);
        self.correct_to(corrections);
    }

    /// The item that is shown after that one in the text.
    pub fn next_item(&self, item: u32) -> Option<u32> {
        let items = &self.minutes.items;
        let place = items.iter().position(|candidate| candidate.id == item)?;
        items.get(place + 1).map(|next| next.id)
    }

    fn place(&self, item: u32) -> Option<(Span, Category)> {
        let item = self.minutes.items.iter().find(|candidate| candidate.id == item)?;
        Some((item.span, item.category))
    }

    fn draw_all(&mut self, spans: &[Span], category: Category, text: &str) {
        let drawn = spans.iter().try_fold((*self.corrections).clone(), |all, span| all.draw(*span, text, category));
        let Some(drawn) = drawn else { return };
        let corrections = if *text == *self.analysis.text {
            let after = drawn.shape(&self.found);
            drawn.inherit(&self.analysis, &after, spans)
        } else {
            drawn
        };
        self.correct_to(corrections);
        let first =
            spans.first().and_then(|span| self.analysis.minutes.items.iter().find(|item| item.span.meets(*span)));
        if let Some(item) = first.map(|item| item.id) {
            self.selection = Some(Selection { item, side: Side::Source });
        }
    }
}
