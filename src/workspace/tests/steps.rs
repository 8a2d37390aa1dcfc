//! Steps back and forth.

use super::*;

#[test]
fn steps_go_back_and_forth() {
    let corrected = do_all(
        ready(),
        [Action::Correct(2, Change::Note("một".into())), Action::Correct(2, Change::Note("hai".into()))],
    );
    let note = |state: &State| state.table.rows[0].note.clone();
    let back = corrected.apply(Action::Undo);
    assert_eq!(note(&back), "một");
    let start = back.apply(Action::Undo);
    assert_eq!(note(&start), "");
    let again = do_all(start, [Action::Redo, Action::Redo, Action::Redo]);
    assert_eq!(note(&again), "hai");
    assert!(again.can_undo() && !again.can_redo());
}

#[test]
fn keys_in_a_row_are_one_step_and_undo_writes_the_field() {
    let state = do_all(ready(), [Action::Type(format!("{TEXT} a")), Action::Type(format!("{TEXT} ab"))]);
    let written = state.written;
    let back = state.apply(Action::Undo);
    assert_eq!(&*back.text, TEXT);
    assert_eq!(back.written, written + 1);
    assert!(back.busy);
}

#[test]
fn a_replaced_text_comes_back_by_undo() {
    let state = do_all(ready(), [Action::Replace(String::new()), Action::Undo]);
    assert_eq!(&*state.text, TEXT);
}

#[test]
fn two_hundred_steps_are_kept() {
    let notes = (0..250).map(|step| Action::Correct(2, Change::Note(step.to_string())));
    let state = do_all(ready(), notes);
    let state = do_all(state, std::iter::repeat_n(Action::Undo, 200));
    assert_eq!(state.table.rows[0].note, "49");
}

#[test]
fn a_pause_or_another_place_ends_a_row_of_keys() {
    let state = do_all(ready(), [Action::Type(format!("{TEXT} a"))]);
    let edition = state.edition;
    let paused = do_all(state, [Action::Analysed(edition, three(TEXT)), Action::Type(format!("{TEXT} ab"))]);
    assert_eq!(&*paused.apply(Action::Undo).text, format!("{TEXT} a"));
    let elsewhere = do_all(ready(), [Action::Type(format!("{TEXT} a")), Action::Type(format!("b {TEXT} a"))]);
    assert_eq!(&*elsewhere.apply(Action::Undo).text, format!("{TEXT} a"));
}

#[test]
fn a_paste_is_a_step_of_its_own() {
    let pasted = "Câu dán vào, dài hơn một phím nhiều.";
    let state = do_all(ready(), [Action::Type(format!("{TEXT} a")), Action::Type(format!("{TEXT} a{pasted}"))]);
    assert_eq!(&*state.apply(Action::Undo).text, format!("{TEXT} a"));
}

#[test]
fn what_changes_nothing_is_no_step() {
    let state = do_all(ready(), [Action::Correct(2, Change::Note("một".into()))]);
    let same = state.clone().apply(Action::Correct(2, Change::Note("một".into()))).apply(Action::Type(TEXT.into()));
    assert_eq!(same.apply(Action::Undo).table.rows[0].note, "");
}

#[test]
fn two_hundred_steps_of_every_kind_come_back_and_forth() {
    let mut state = ready();
    let mut seen = Vec::new();
    for step in 0..200 {
        seen.push((state.text.clone(), state.table.rows.iter().map(|row| row.note.clone()).collect::<Vec<_>>()));
        state = if step % 2 == 0 {
            state.apply(Action::Correct(2, Change::Note(step.to_string())))
        } else {
            let text = format!("Câu thứ {step} được thêm vào đầu văn bản.\n{}", state.text);
            retyped(state, &text)
        };
    }
    let last = state.text.clone();
    for (text, notes) in seen.iter().rev() {
        state = state.apply(Action::Undo);
        let edition = state.edition;
        state = state.apply(Action::Analysed(edition, three(text)));
        let now: Vec<_> = state.table.rows.iter().map(|row| row.note.clone()).collect();
        assert_eq!((&state.text, &now), (text, notes));
    }
    assert_eq!(do_all(state, std::iter::repeat_n(Action::Redo, 200)).text, last);
}
