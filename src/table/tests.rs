//! The table is built, sorted and filtered.

use jiff::civil::date;

use super::samples::{form, table};
use super::*;

fn numbers(table: &Table) -> Vec<u32> {
    table.rows.iter().map(|row| row.number).collect()
}

#[test]
fn only_tasks_become_rows_and_know_their_line() {
    let table = table();
    assert_eq!(table.title.as_deref(), Some("Họp giao ban"));
    assert_eq!(
        table.rows.iter().map(|row| (row.item, row.number, row.line)).collect::<Vec<_>>(),
        [(2, 1, 4), (3, 2, 6), (4, 3, 7)]
    );
}

#[test]
fn cells_are_one_line_and_say_what_was_inferred() {
    let table = table();
    let cells = |row: usize| Column::ALL.map(|column| table.rows[row].cell_text(column, &form()));
    assert_eq!(
        cells(0),
        [
            "1",
            "category.directive",
            "Rà soát danh mục",
            "Sở Y tế (value.inferred)",
            "Sở Tài chính; UBND xã",
            "",
            "31/07/2023",
            "",
            "status.not-started",
            "",
            "4: Rà soát danh mục"
        ]
    );
    assert_eq!(table.rows[1].cell(Column::Deadline, &form()).text, "trước mùa mưa");
    assert_eq!(table.rows[0].cell(Column::Lead, &form()).origin, Origin::Inferred);
}

#[test]
fn rows_without_a_date_come_last_in_both_directions() {
    let mut table = table();
    table.sort(Column::Deadline, false, date(2023, 7, 1));
    assert_eq!(numbers(&table), [3, 1, 2]);
    table.sort(Column::Deadline, true, date(2023, 7, 1));
    assert_eq!(numbers(&table), [1, 3, 2]);
    table.sort(Column::Lead, false, date(2023, 7, 1));
    assert_eq!(numbers(&table), [2, 1, 3]);
    table.sort(Column::Number, true, date(2023, 7, 1));
    assert_eq!(numbers(&table), [3, 2, 1]);
}

#[test]
fn a_filter_keeps_what_meets_all_its_parts() {
    let table = table();
    let kept = |filter: Filter| numbers(&table.filter(&filter, date(2023, 7, 18)));
    assert_eq!(kept(Filter::default()), [1, 2, 3]);
    assert_eq!(kept(Filter { category: Some(Category::Directive), ..Filter::default() }), [1, 2]);
    assert_eq!(kept(Filter { party: Some("sở tài chính".into()), ..Filter::default() }), [1]);
    assert_eq!(kept(Filter { timing: Some(Timing::DueSoon), ..Filter::default() }), [3]);
    assert_eq!(kept(Filter { timing: Some(Timing::NoDeadline), ..Filter::default() }), [2]);
    assert_eq!(kept(Filter { words: "so y te".into(), ..Filter::default() }), [1]);
    let both = Filter { timing: Some(Timing::InTime), words: "vốn".into(), ..Filter::default() };
    assert_eq!(kept(both), [0; 0]);
}

#[test]
fn each_party_is_offered_once() {
    let table = table();
    let names: Vec<_> = table.parties().into_iter().map(|party| party.text.as_str()).collect();
    assert_eq!(names, ["Đội 1", "Sở Tài chính", "Sở Y tế", "tỉnh", "UBND\nxã"]);
}

#[test]
fn a_task_said_twice_is_one_row() {
    let mut minutes = super::samples::minutes();
    let again = minutes.items[2].span;
    minutes.items[1].repeated.push(again);
    let table = Table::of(&minutes, super::samples::TEXT);
    assert_eq!(table.rows.iter().map(|row| (row.item, row.number)).collect::<Vec<_>>(), [(2, 1), (4, 2)]);
}
