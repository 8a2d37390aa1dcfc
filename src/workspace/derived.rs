//! What the views show: derived anew from the analysis and the corrections whenever one of them changes.

use std::collections::BTreeMap;

use crate::analysis::model::{Answer, Category, Item, Minutes};
use crate::table::Table;

use super::edit::Edit;
use super::{Analysis, Selection, Shared, State, marks};

impl State {
    /// Takes the analysis of an edition, if it is still the newest.
    pub(super) fn take(&mut self, edition: u32, minutes: Minutes) {
        if edition != self.edition {
            return;
        }
        let found = Analysis::of(self.text.clone(), minutes).into();
        if !self.corrections.is_empty() && self.text != self.analysis.text {
            self.corrections = self.corrections.follow(&self.analysis, &found).into();
        }
        self.found = found;
        self.busy = false;
        self.history.pause();
        self.refresh();
        self.seek();
    }

    /// Forgets what was found, as in an empty text.
    pub(super) fn clear_analysis(&mut self) {
        self.found = Shared::default();
        self.refresh();
    }

    /// Derives minutes, table and marks from the analysis and the corrections; the selection follows its sentence.
    pub(super) fn refresh(&mut self) {
        let before = self.analysis.clone();
        self.analysis = self.corrections.shape(&self.found);
        self.selection = self.selection.and_then(|selection| {
            let item = follow(&before, &self.analysis, selection.item)?;
            Some(Selection { item, ..selection })
        });
        let corrected = self.corrections.correct(&self.analysis);
        self.questions += 1;
        self.asks = corrected != self.found.minutes;
        let minutes = if self.asks { self.with_answers_that_hold(corrected) } else { corrected };
        let mut table = Table::of(&minutes, &self.analysis.text);
        let corrections = self.corrections.by_item(&self.analysis);
        for row in &mut table.rows {
            if let Some(correction) = corrections.get(&row.item) {
                correction.fill(row);
            }
        }
        let edit = Edit::between(&self.analysis.text, &self.text);
        let marks = marks::of(&minutes).into_iter().filter_map(|mark| mark.moved(&edit)).collect::<Vec<_>>();
        (self.minutes, self.table, self.marks) = (minutes, table.into(), marks.into());
    }

    /// Takes the answers among the corrected items, unless they were corrected again since.
    pub(super) fn take_answers(&mut self, question: u32, answers: Vec<Answer>) {
        if question == self.questions {
            self.asks = false;
            self.minutes = Minutes { answers, ..(*self.minutes).clone() }.into();
        }
    }

    /// The corrected minutes with those of the found answers whose two sides are still what they were, until the analyst
    /// has told what the corrected items answer.
    fn with_answers_that_hold(&self, minutes: Shared<Minutes>) -> Shared<Minutes> {
        let now: BTreeMap<_, _> = self.analysis.sentences().iter().zip(&self.analysis.minutes.items).collect();
        let follow = |item: u32| now.get(self.found.sentence(item)?).map(|item| item.id);
        let items: BTreeMap<u32, &Item> = minutes.items.iter().map(|item| (item.id, item)).collect();
        let is = |item: u32, wanted: fn(Category) -> bool| items.get(&item).is_some_and(|item| wanted(item.category));
        let answers = self.found.minutes.answers.iter().filter_map(|answer| {
            let (shortcoming, task) = (follow(answer.shortcoming)?, follow(answer.task)?);
            let holds = is(shortcoming, |category| category == Category::Shortcoming)
                && is(task, |category| matches!(category, Category::Directive | Category::Recommendation));
            holds.then(|| Answer { shortcoming, task, ..answer.clone() })
        });
        let answers = answers.collect();
        Minutes { answers, ..(*minutes).clone() }.into()
    }
}

/// The number in `after` of the item of `before`: the one that says the same.
fn follow(before: &Shared<Analysis>, after: &Shared<Analysis>, item: u32) -> Option<u32> {
    if before == after {
        return Some(item);
    }
    let sentence = before.sentence(item)?;
    let place = after.sentences().iter().position(|candidate| candidate == sentence)?;
    after.minutes.items.get(place).map(|item| item.id)
}
