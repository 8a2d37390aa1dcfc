//! The page's decisions, one test each.

mod drawing;
mod paper;
mod steps;

use super::*;
use crate::analysis::model::{Category, Item, Span};
use crate::import::Encoding;
use crate::status::Progress;

const TEXT: &str = "Thu ngân sách đạt 91%.\nGiao Sở Y tế báo cáo.\nGiao Sở Xây dựng rà soát.";

/// Minutes whose items are the given stretches of `text`, numbered from 1.
fn minutes(text: &str, items: &[(&str, Category)]) -> Box<Minutes> {
    let item = |(id, (words, category)): (u32, &(&str, Category))| {
        let start = text.find(words).unwrap();
        Item {
            id,
            statements: Default::default(),
            span: Span::new(start, start + words.len()),
            category: *category,
            confidence: 0.9,
            reasons: Vec::new(),
            lead: None,
            support: Vec::new(),
            issuer: None,
            deadline: None,
            product: None,
            repeated: Vec::new(),
        }
    };
    Box::new(Minutes { items: (1..).zip(items).map(item).collect(), ..Minutes::default() })
}

fn three(text: &str) -> Box<Minutes> {
    let items = [
        ("Thu ngân sách đạt 91%", Category::Achievement),
        ("Sở Y tế báo cáo", Category::Directive),
        ("Sở Xây dựng rà soát", Category::Directive),
    ];
    let found = items.into_iter().filter(|(words, _)| text.contains(words)).collect::<Vec<_>>();
    minutes(text, &found)
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let desk = State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3));
    actions.into_iter().fold(desk, State::apply)
}

/// A desk with the text analysed.
fn ready() -> State {
    after([Action::Replace(TEXT.into()), Action::Analysed(1, three(TEXT))])
}

fn do_all(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, State::apply)
}

fn groups(state: &State) -> Vec<Category> {
    state.minutes.items.iter().map(|item| item.category).collect()
}

fn retyped(state: State, text: &str) -> State {
    let state = state.apply(Action::Type(text.into()));
    let edition = state.edition;
    state.apply(Action::Analysed(edition, three(text)))
}

#[test]
fn a_paste_is_analysed_at_once_and_a_key_after_a_pause() {
    let pasted = after([Action::Type(TEXT.into())]);
    assert_eq!((pasted.busy, pasted.pause), (true, 0));
    let typed = pasted.apply(Action::Type(format!("{TEXT}.")));
    assert!(typed.busy && typed.pause > 0);
}

#[test]
fn only_the_newest_edition_is_taken() {
    let state = after([Action::Type(TEXT.into()), Action::Type(format!("{TEXT}!")), Action::Analysed(1, three(TEXT))]);
    assert!(state.busy && state.minutes.items.is_empty());
    let state = state.apply(Action::Analysed(2, three(TEXT)));
    assert!(!state.busy && state.minutes.items.len() == 3);
}

#[test]
fn line_ends_are_those_of_the_text_field() {
    assert_eq!(&*after([Action::Replace("một\r\nhai\rba".into())]).text, "một\nhai\nba");
}

#[test]
fn marks_move_with_the_text_until_the_next_analysis() {
    let state = ready().apply(Action::Type(format!("Mở đầu. {TEXT}")));
    let words: Vec<_> = state.marks.iter().map(|mark| mark.span.of(&state.text)).collect();
    assert_eq!(words, ["Thu ngân sách đạt 91%", "Sở Y tế báo cáo", "Sở Xây dựng rà soát"]);
}

#[test]
fn empty_text_asks_for_nothing_and_the_button_says_so() {
    let state = ready().apply(Action::Type(" \n".into()));
    assert!(!state.busy && state.minutes.items.is_empty());
    assert_eq!(state.apply(Action::Analyse).notices, [Notice::NothingToAnalyse]);
}

#[test]
fn a_corrected_group_moves_the_item_and_ends_the_doubt() {
    let state = ready().apply(Action::Correct(2, Change::Category(Category::Recommendation)));
    assert_eq!(groups(&state), [Category::Achievement, Category::Recommendation, Category::Directive]);
    assert!(!is_doubtful(state.minutes.items[1].confidence));
    assert_eq!(state.table.rows.len(), 2);
}

#[test]
fn a_dismissed_item_leaves_every_view_and_comes_back() {
    let state = ready().apply(Action::Correct(2, Change::Dismissed(true)));
    assert_eq!((state.minutes.items.len(), state.table.rows.len(), state.marks.len()), (2, 1, 2));
    assert_eq!(state.corrections.dismissed(&state.analysis)[0].id, 2);
    assert_eq!(state.apply(Action::Correct(2, Change::Dismissed(false))).minutes.items.len(), 3);
}

#[test]
fn cells_are_corrected_in_the_table() {
    let state = do_all(
        ready(),
        [
            Action::Correct(2, Change::Lead(" Sở Tài chính ".into())),
            Action::Correct(2, Change::Support("Sở Nội vụ; ;Công an tỉnh".into())),
            Action::Correct(2, Change::Issuer("Chủ tịch".into())),
            Action::Correct(2, Change::Deadline("31/10/2025".into())),
            Action::Correct(2, Change::Progress(Progress::InProgress)),
            Action::Correct(2, Change::Note("gấp".into())),
            Action::Correct(3, Change::Deadline("sau hội nghị".into())),
        ],
    );
    let [first, second] = state.table.rows.as_slice() else { panic!("two rows") };
    let names =
        |parties: &[crate::analysis::model::Party]| parties.iter().map(|party| party.text.clone()).collect::<Vec<_>>();
    assert_eq!(first.lead.as_ref().unwrap().text, "Sở Tài chính");
    assert_eq!(names(&first.support), ["Sở Nội vụ", "Công an tỉnh"]);
    assert_eq!(first.issuer.as_ref().unwrap().text, "Chủ tịch");
    assert_eq!(first.due(), Some(Date::constant(2025, 10, 31)));
    assert_eq!((first.progress, first.note.as_str()), (Progress::InProgress, "gấp"));
    assert_eq!(
        second.deadline.as_ref().map(|deadline| (deadline.text.as_str(), deadline.date)),
        Some(("sau hội nghị", None))
    );
    let cleared = state.apply(Action::Correct(2, Change::Lead("  ".into())));
    assert_eq!(cleared.table.rows[0].lead, None);
}

#[test]
fn corrections_find_their_sentence_in_an_edited_text() {
    let state = ready().apply(Action::Correct(3, Change::Category(Category::Recommendation)));
    let state = retyped(state, "Giao Sở Y tế báo cáo.\nCâu mới.\nGiao Sở Xây dựng rà soát!");
    assert_eq!(groups(&state), [Category::Directive, Category::Recommendation]);
    assert!(state.corrections.homeless(&state.analysis).is_empty());
}

#[test]
fn a_correction_without_its_sentence_is_listed_and_comes_back_with_it() {
    let state = ready().apply(Action::Correct(3, Change::Category(Category::Recommendation)));
    let state = retyped(state, "Giao Sở Y tế báo cáo.");
    assert_eq!(state.corrections.homeless(&state.analysis)[0].quote, "Sở Xây dựng rà soát");
    let state = retyped(state, TEXT);
    assert_eq!(groups(&state), [Category::Achievement, Category::Directive, Category::Recommendation]);
}

#[test]
fn the_same_sentence_twice_is_two_items() {
    let text = "Báo cáo tuần. Báo cáo tuần.";
    let mut twice = minutes(text, &[("Báo cáo tuần", Category::Directive), ("Báo cáo tuần", Category::Directive)]);
    let second = text.rfind("Báo cáo tuần").unwrap();
    twice.items[1].span = Span::new(second, second + "Báo cáo tuần".len());
    let state = after([
        Action::Replace(text.into()),
        Action::Analysed(1, twice),
        Action::Correct(2, Change::Category(Category::Shortcoming)),
    ]);
    assert_eq!(groups(&state), [Category::Directive, Category::Shortcoming]);
}

#[test]
fn the_selection_follows_its_sentence() {
    let state = ready().apply(Action::Select(Some(Selection { item: 3, side: Side::Result })));
    assert_eq!(retyped(state.clone(), "Giao Sở Xây dựng rà soát.").selected(), Some(1));
    assert_eq!(retyped(state, "Giao Sở Y tế báo cáo.").selected(), None);
}

#[test]
fn the_date_given_goes_before_the_date_found() {
    let mut found = three(TEXT);
    found.head.date = Some(Date::constant(2025, 10, 2));
    let state = after([Action::Replace(TEXT.into()), Action::Analysed(1, found)]);
    assert_eq!(state.meeting_date(), Some(Date::constant(2025, 10, 2)));
    let given = Some(Date::constant(2025, 9, 30));
    let state = state.apply(Action::SetDate(given));
    assert_eq!((state.meeting_date(), state.options().date, state.busy), (given, given, true));
    let edition = state.edition;
    assert_eq!(state.apply(Action::SetDate(given)).edition, edition);
}

#[test]
fn a_dead_worker_loses_nothing() {
    let state = after([Action::Type(TEXT.into()), Action::Notify(Notice::AnalystRestarted)]);
    assert_eq!((&*state.text, state.busy), (TEXT, true));
    let state = state.apply(Action::Failed(Notice::AnalystMissing));
    assert_eq!((&*state.text, state.busy), (TEXT, false));
    assert_eq!(state.notices, [Notice::AnalystRestarted, Notice::AnalystMissing]);
    assert!(state.apply(Action::Analyse).busy);
}

#[test]
fn the_same_notice_stands_once() {
    let state = after([Action::Notify(Notice::CopyRefused), Action::Notify(Notice::CopyRefused)]);
    assert_eq!(state.notices.len(), 1);
    assert!(do_all(state, [Action::Dismiss(7), Action::Dismiss(0)]).notices.is_empty());
}

#[test]
fn showing_an_item_in_the_text_turns_to_the_text_and_keeps_the_panel() {
    let state = do_all(ready(), [Action::Show(View::Table), Action::Reveal(2)]);
    assert_eq!((state.view, state.panel, state.selected()), (View::Source, View::Table, Some(2)));
}

#[test]
fn a_group_is_hidden_and_shown() {
    let hidden = ready().apply(Action::Toggle(Category::Directive));
    assert!(!hidden.shown.has(Category::Directive) && hidden.shown.has(Category::Achievement));
    assert!(hidden.apply(Action::Toggle(Category::Directive)).shown.has(Category::Directive));
}

#[test]
fn a_long_text_is_typed_in_part_by_part() {
    let line = "Giao Sở Y tế báo cáo.\n";
    let state = after([Action::Replace(line.repeat(20_000)), Action::Turn(Turn::Forth)]);
    let (window, written) = (state.window, state.written);
    let part = window.of(&state.text).to_owned();
    let state = state.apply(Action::Type(format!("Câu mới.\n{part}")));
    assert_eq!(state.written, written);
    assert!(state.window.of(&state.text).starts_with("Câu mới.\nGiao"));
    assert_eq!(state.text.len(), line.len() * 20_000 + "Câu mới.\n".len());
    let back = do_all(state, [Action::Turn(Turn::Back), Action::Turn(Turn::Back), Action::Undo]);
    assert_eq!(back.text.len(), line.len() * 20_000);
    assert!(back.window.start <= window.start && window.start <= back.window.end);
}

#[test]
fn a_long_paste_is_cut_and_a_chosen_item_turns_to_its_part() {
    let filler = "Không có gì.\n".repeat(20_000);
    let text = format!("{filler}{TEXT}");
    let state = after([Action::Type(text.clone()), Action::Analysed(1, three(&text))]);
    assert!(state.window.end < text.len());
    assert_eq!(state.written, 1);
    let state = state.apply(Action::Select(Some(Selection { item: 3, side: Side::Result })));
    assert!(state.window.of(&state.text).contains("Sở Xây dựng rà soát"));
}

#[test]
fn pasted_letters_of_an_old_font_are_repaired_and_read_otherwise_on_demand() {
    let state = after([Action::Replace("Đầu.\n".into())]);
    let state = state.apply(Action::Type("Đầu.\nGiao Së Y tÕ b¸o c¸o kÕt qu¶".into()));
    assert_eq!(&*state.text, "Đầu.\nGiao Sở Y tế báo cáo kết quả");
    assert_eq!(state.notices, [Notice::Guessed(Encoding::Tcvn3)]);
    let raw = state.clone().apply(Action::ReadAnew(Encoding::AsItIs));
    assert_eq!(&*raw.text, "Đầu.\nGiao Së Y tÕ b¸o c¸o kÕt qu¶");
    assert_eq!(raw.notices, [Notice::Guessed(Encoding::AsItIs)]);
    let back = raw.apply(Action::ReadAnew(Encoding::Tcvn3));
    assert_eq!(back.text, state.text);
    assert_eq!(&*state.clone().apply(Action::Undo).text, "Đầu.\nGiao Së Y tÕ b¸o c¸o kÕt qu¶");
    let typed = state.apply(Action::Type("Đầu.\nGiao Sở Y tế báo cáo kết quả.".into()));
    assert_eq!((typed.notices.len(), typed.reading), (0, None));
}

#[test]
fn an_opened_file_tells_what_was_guessed() {
    let source = crate::import::text(b"Bi\xaan b\xb6n cu\xe9c h\xe4p").unwrap();
    let state = after([Action::OpenAll(vec![Opening::of_source("họp.txt".into(), source)])]);
    assert_eq!(&*state.text, "Biên bản cuộc họp");
    assert_eq!(state.notices, [Notice::Guessed(Encoding::Tcvn3)]);
    assert_eq!(&*state.apply(Action::ReadAnew(Encoding::AsItIs)).text, "Biªn b¶n cuéc häp");
}
