//! Items of the user's own, and corrections in an edited text.

use super::*;
use crate::analysis::model::{Deadline, Origin, Party};

fn place(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn sentences(state: &State) -> Vec<(String, Category)> {
    state.minutes.items.iter().map(|item| (item.span.of(&state.analysis.text).to_owned(), item.category)).collect()
}

fn tasks(state: &State) -> Vec<&str> {
    state.table.rows.iter().map(|row| row.task.as_str()).collect()
}

#[test]
fn a_selection_becomes_an_item_that_follows_its_words() {
    let state = after([Action::Replace(TEXT.into()), Action::Analysed(1, minutes(TEXT, &[]))]);
    let state = state.apply(Action::Draw(place(TEXT, "Sở Y tế báo cáo."), Category::Directive));
    assert_eq!(sentences(&state), [("Sở Y tế báo cáo".into(), Category::Directive)]);
    assert!(state.analysis.is_drawn(state.selected().unwrap()));
    let state = state.apply(Action::Type(format!("Mở đầu. {TEXT}")));
    let edition = state.edition;
    let state = state.apply(Action::Analysed(edition, minutes(TEXT, &[])));
    assert_eq!(tasks(&state), ["Sở Y tế báo cáo"]);
    assert_eq!(state.apply(Action::Undo).apply(Action::Undo).minutes.items.len(), 0);
}

#[test]
fn a_selection_stands_in_the_place_of_what_it_touches() {
    let state = ready().apply(Action::Draw(place(TEXT, "Giao Sở Y tế báo cáo"), Category::Recommendation));
    let expected = [
        ("Thu ngân sách đạt 91%".into(), Category::Achievement),
        ("Giao Sở Y tế báo cáo".into(), Category::Recommendation),
        ("Sở Xây dựng rà soát".into(), Category::Directive),
    ];
    assert_eq!(sentences(&state), expected);
    let drawn = state.selected().unwrap();
    assert_eq!(sentences(&state.apply(Action::Undraw(drawn))), sentences(&ready()));
}

#[test]
fn an_item_is_split_between_two_words_and_both_keep_its_corrections() {
    let mut found = three(TEXT);
    let party = |text: &str| Party {
        text: text.into(),
        span: Some(place(TEXT, text)),
        key: text.into(),
        origin: Origin::Stated,
    };
    found.items[1].lead = Some(party("Sở Y tế"));
    let deadline = |words: &str| Deadline {
        text: words.into(),
        span: Some(place(TEXT, words)),
        date: None,
        recurrence: None,
        origin: Origin::Stated,
    };
    found.items[1].deadline = Some(deadline("báo cáo"));
    let state = after([Action::Replace(TEXT.into()), Action::Analysed(1, found)]);
    let state = do_all(state, [Action::Correct(2, Change::Note("gấp".into())), Action::Split(2, 2)]);
    assert_eq!(tasks(&state), ["Sở Y", "tế báo cáo", "Sở Xây dựng rà soát"]);
    let [first, second, _] = state.table.rows.as_slice() else { panic!("three rows") };
    let origin = |row: &crate::table::Row| row.lead.as_ref().map(|lead| lead.origin);
    assert_eq!((origin(first), origin(second)), (Some(Origin::Inferred), Some(Origin::Inferred)));
    assert_eq!((first.deadline.is_some(), second.deadline.is_some()), (false, true));
    assert_eq!((first.note.as_str(), second.note.as_str()), ("gấp", "gấp"));
    assert!(state.corrections.homeless(&state.analysis).is_empty());
    let second = second.item;
    assert_eq!(tasks(&state.apply(Action::Undraw(second))), ["Sở Y tế báo cáo", "Sở Xây dựng rà soát"]);
}

#[test]
fn a_split_before_the_first_or_behind_the_last_word_is_none() {
    for count in [0, 5, 9] {
        assert_eq!(sentences(&ready().apply(Action::Split(2, count))), sentences(&ready()));
    }
}

#[test]
fn an_item_is_merged_with_the_next() {
    let state = ready().apply(Action::Join(2));
    assert_eq!(tasks(&state), ["Sở Y tế báo cáo. Giao Sở Xây dựng rà soát"]);
    assert_eq!(sentences(&state.clone().apply(Action::Join(3))), sentences(&state));
    assert_eq!(sentences(&state.apply(Action::Undo)), sentences(&ready()));
}

#[test]
fn a_drawn_item_is_corrected_like_any_other() {
    let state = ready().apply(Action::Join(2));
    let drawn = state.table.rows[0].item;
    let state = do_all(
        state,
        [
            Action::Correct(drawn, Change::Lead("Sở Y tế".into())),
            Action::Correct(drawn, Change::Task("Hai sở báo cáo, rà soát".into())),
            Action::Correct(drawn, Change::Product("Báo cáo".into())),
        ],
    );
    let row = &state.table.rows[0];
    assert_eq!((row.task.as_str(), row.product.as_deref()), ("Hai sở báo cáo, rà soát", Some("Báo cáo")));
    assert_eq!(state.apply(Action::Correct(drawn, Change::Dismissed(true))).table.rows.len(), 0);
}

#[test]
fn an_inferred_value_is_confirmed_as_it_is() {
    let mut found = three(TEXT);
    let span = Some(place(TEXT, "Giao"));
    found.items[1].lead = Some(Party { text: "Sở".into(), span, key: "k".into(), origin: Origin::Inferred });
    let state = after([Action::Replace(TEXT.into()), Action::Analysed(1, found)]);
    assert!(Carried::Lead.is_open(&state.minutes.items[1]) && !Carried::Issuer.is_open(&state.minutes.items[1]));
    let state = state.apply(Action::Correct(2, Change::Confirm(vec![Carried::Lead])));
    let lead = state.table.rows[0].lead.clone().unwrap();
    assert_eq!((lead.origin, lead.key.as_str(), lead.span), (Origin::Stated, "k", span));
}

#[test]
fn a_name_known_from_the_text_is_that_party() {
    let mut found = three(TEXT);
    found.items[1].lead =
        Some(Party { text: "SYT".into(), span: None, key: "sở y tế".into(), origin: Origin::Stated });
    let state = after([Action::Replace(TEXT.into()), Action::Analysed(1, found)]);
    let state = state.apply(Action::Correct(3, Change::Lead("SYT".into())));
    assert_eq!(state.table.rows[1].lead.as_ref().map(|lead| lead.key.as_str()), Some("sở y tế"));
}

#[test]
fn a_correction_stays_with_a_sentence_that_is_mended() {
    let state = ready().apply(Action::Correct(2, Change::Lead("Sở Y tế tỉnh".into())));
    let mended = "Thu ngân sách đạt 91%.\nGiao Sở Y tế báo cáo gấp.\nGiao Sở Xây dựng rà soát.";
    let state = state.apply(Action::Type(mended.into()));
    let edition = state.edition;
    let found = minutes(
        mended,
        &[("Thu ngân sách đạt 91%", Category::Achievement), ("Sở Y tế báo cáo gấp", Category::Directive)],
    );
    let state = state.apply(Action::Analysed(edition, found));
    assert_eq!(state.table.rows[0].lead.as_ref().map(|lead| lead.text.as_str()), Some("Sở Y tế tỉnh"));
    assert!(state.corrections.homeless(&state.analysis).is_empty());
}

#[test]
fn a_drawn_item_stays_with_words_that_are_mended() {
    let state = ready().apply(Action::Draw(place(TEXT, "Giao Sở Y tế báo cáo"), Category::Directive));
    let state = retyped(state, "Thu ngân sách đạt 91%.\nGiao gấp Sở Y tế báo cáo.\nGiao Sở Xây dựng rà soát.");
    assert_eq!(tasks(&state), ["Giao gấp Sở Y tế báo cáo", "Sở Xây dựng rà soát"]);
}

#[test]
fn what_could_not_be_kept_is_listed_until_it_is_given_up() {
    let state = do_all(
        ready(),
        [
            Action::Draw(place(TEXT, "Giao Sở Y tế báo cáo"), Category::Directive),
            Action::Correct(3, Change::Note("gấp".into())),
        ],
    );
    let state = retyped(state, "Thu ngân sách đạt 91%.");
    let lost: Vec<_> = state.corrections.homeless(&state.analysis).into_iter().map(|lost| lost.quote).collect();
    assert_eq!(lost, ["Giao Sở Y tế báo cáo", "Sở Xây dựng rà soát"]);
    let given_up = state.apply(Action::Forsake);
    assert!(given_up.corrections.is_empty());
    assert!(!given_up.apply(Action::Undo).corrections.is_empty());
}

#[test]
fn another_document_starts_without_corrections() {
    let state = do_all(ready(), [Action::Correct(2, Change::Note("gấp".into())), Action::Replace("Khác.".into())]);
    assert!(state.corrections.is_empty());
    assert!(!state.apply(Action::Undo).corrections.is_empty());
}

#[test]
fn corrections_survive_their_file() {
    let state = do_all(ready(), [Action::Join(2), Action::Correct(1, Change::Note("gấp".into()))]);
    let file = serde_json::to_string(&*state.corrections).unwrap();
    assert_eq!(serde_json::from_str::<Corrections>(&file).unwrap(), *state.corrections);
    assert!(serde_json::from_str::<Corrections>("{}").unwrap().is_empty());
}
