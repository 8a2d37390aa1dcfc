//! What the views show: derived anew from the analysis and the corrections whenever one of them changes.

use crate::analysis::answers;
use crate::analysis::model::Minutes;
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

    /// Derives minutes, table and marks from the analysis and the corrections; the selection follows its sentence.
    pub(super) fn refresh(&mut self) {
        let before = self.analysis.clone();
        self.analysis = self.corrections.shape(&self.found);
        self.selection = self.selection.and_then(|selection| {
            let item = follow(&before, &self.analysis, selection.item)?;
            Some(Selection { item, ..selection })
        });
        let minutes = self.answered(self.corrections.correct(&self.analysis));
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

    /// The minutes as corrected, with the answers among the items as they now are.
    fn answered(&self, minutes: Shared<Minutes>) -> Shared<Minutes> {
        if minutes == self.found.minutes {
            return minutes;
        }
        let answers = answers::find(&minutes, &self.analysis.text);
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
