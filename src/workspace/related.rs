//! What belongs to an item elsewhere in the minutes: what answers it or what it answers, and where it is said again.

use std::collections::BTreeMap;

use crate::analysis::model::{Category, Item, Minutes, Span};

use super::State;

/// The selected item and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// The item as corrected.
    pub item: Item,
    /// What belongs to it.
    pub related: Related,
}

/// What belongs to one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Related {
    /// The tasks that answer it, or the shortcomings that it answers, the strongest first.
    pub answers: Vec<Counterpart>,
    /// The other places where it is said.
    pub again: Vec<Again>,
}

/// The other side of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterpart {
    /// Number of the item.
    pub item: u32,
    /// Its group.
    pub category: Category,
    /// Its sentence.
    pub sentence: String,
    /// The words that both share, as this item has them.
    pub shared: Vec<String>,
}

/// Another place where an item is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// Number of the item there.
    pub item: u32,
    /// The sentence there.
    pub sentence: String,
}

impl Related {
    /// What belongs to `item` in `minutes`, the analysis of `text`.
    pub fn of(item: &Item, minutes: &Minutes, text: &str) -> Self {
        let find = |number: u32| minutes.items.iter().find(|item| item.id == number);
        let counterpart = |other: u32, shared: &[Span]| {
            let Item { id, category, span, .. } = *find(other)?;
            let shared = shared.iter().map(|span| span.of(text).to_owned()).collect();
            Some(Counterpart { item: id, category, sentence: span.of(text).to_owned(), shared })
        };
        let answers = minutes.answers.iter().filter_map(|answer| {
            if answer.shortcoming == item.id {
                counterpart(answer.task, &answer.shared)
            } else if answer.task == item.id {
                counterpart(answer.shortcoming, &answer.repeated)
            } else {
                None
            }
        });
        let again = minutes.items.iter().filter(|other| item.repeated.contains(&other.span));
        let again = again.map(|other| Again { item: other.id, sentence: other.span.of(text).to_owned() });
        Self { answers: answers.collect(), again: again.collect() }
    }
}

/// How many answers each item gives or gets.
pub fn answers_by_item(minutes: &Minutes) -> BTreeMap<u32, usize> {
    let mut counts = BTreeMap::new();
    for item in minutes.answers.iter().flat_map(|answer| [answer.shortcoming, answer.task]) {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

impl State {
    /// The selected item and what belongs to it.
    pub fn chosen(&self) -> Option<Chosen> {
        let item = self.selected_item()?.clone();
        let related = Related::of(&item, &self.minutes, &self.analysis.text);
        Some(Chosen { item, related })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::analysis::answers::find;
    use crate::analysis::model::{Date, Lang};
    use crate::workspace::{Action, Change, Selection, Side, Theme};

    const TEXT: &str = "Trạm bơm Cầu Đá hỏng, chưa được sửa chữa.\n\nChủ tịch xã chỉ đạo:\n- Giao hợp tác xã khẩn \
                        trương sửa chữa trạm bơm Cầu Đá.\n- Giao hợp tác xã khẩn trương sửa chữa trạm bơm Cầu Đá trước \
                        ngày 15/7/2025.";

    fn desk() -> State {
        let state = State::new(Lang::Vi, Theme::System, Date::constant(2025, 7, 1)).apply(Action::Replace(TEXT.into()));
        let minutes = Box::new(analyze(TEXT, &state.options()));
        let edition = state.edition;
        state.apply(Action::Analysed(edition, minutes))
    }

    fn select(state: State, item: u32) -> State {
        state.apply(Action::Select(Some(Selection { item, side: Side::Source })))
    }

    #[test]
    fn both_sides_of_an_answer_name_the_other_and_the_words_shared() {
        let state = desk();
        let categories: Vec<_> = state.minutes.items.iter().map(|item| item.category).collect();
        assert_eq!(categories, [Category::Shortcoming, Category::Directive, Category::Directive]);
        let fault = select(state.clone(), 1).chosen().unwrap().related;
        assert_eq!((fault.answers[0].item, fault.answers[0].shared[0].as_str()), (3, "Trạm bơm Cầu Đá"));
        let task = select(state.clone(), 3).chosen().unwrap().related;
        assert_eq!((task.answers[0].item, task.answers[0].shared[0].as_str()), (1, "trạm bơm Cầu Đá"));
        assert_eq!(answers_by_item(&state.minutes), BTreeMap::from([(1, 1), (3, 1)]));
    }

    #[test]
    fn a_sentence_said_again_belongs_to_the_item_that_says_it_fully() {
        let state = select(desk(), 2);
        assert_eq!(state.selected(), Some(2));
        assert_eq!(state.selected_item().map(|item| item.id), Some(3));
        assert_eq!(state.chosen().unwrap().related.again.iter().map(|again| again.item).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn corrections_change_what_answers_what() {
        let moved = desk().apply(Action::Correct(1, Change::Category(Category::Achievement)));
        assert_eq!(moved.minutes.answers, []);
        assert!(moved.asks);
        let gone = desk().apply(Action::Correct(3, Change::Dismissed(true)));
        assert_eq!(gone.minutes.items.len(), 1, "what is said again goes too");
        assert_eq!(gone.minutes.answers, []);
        let back = gone.apply(Action::Undo);
        assert_eq!((back.minutes.answers.len(), back.asks), (1, false));
    }

    #[test]
    fn answers_among_corrected_items_count_only_while_nothing_else_is_corrected() {
        let state = desk().apply(Action::Correct(2, Change::Category(Category::Recommendation)));
        assert_eq!(state.minutes.answers.len(), 1, "what is still so stays until the analyst answers");
        let (question, answers) = (state.questions, find(&state.minutes, TEXT));
        assert!(state.asks);
        let later = state.clone().apply(Action::Correct(1, Change::Category(Category::Achievement)));
        assert_eq!(later.apply(Action::Answered(question, answers.clone())).minutes.answers, []);
        let told = state.apply(Action::Answered(question, answers.clone()));
        assert_eq!((&told.minutes.answers, told.asks), (&answers, false));
    }

    #[test]
    fn an_answer_follows_its_items_when_another_is_split() {
        let state = desk();
        let before = state.minutes.answers.clone();
        let state = state.apply(Action::Split(2, 4));
        assert!(state.asks && state.minutes.items.len() > 3);
        let [answer] = state.minutes.answers.as_slice() else { panic!("{:?}", state.minutes.answers) };
        let words = |item: u32| state.analysis.item(item).unwrap().span;
        assert_eq!(words(answer.task), desk().analysis.item(before[0].task).unwrap().span);
    }
}
