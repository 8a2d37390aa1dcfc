//! The action table of an earlier meeting that lies beside the minutes, to be followed up.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::{Date, Origin};
use crate::i18n;
use crate::status::{Progress, Status, Timing};
use crate::table::{Column, Form, Label, Row, Table};
use crate::web::desk::{Desk, use_desk};
use crate::workspace::{Action, Shared};

/// Properties of [`EarlierTable`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The table.
    pub table: Shared<Table>,
    /// From which the state of tasks is told.
    pub today: Date,
    /// Whether it is to be open at first.
    pub open: bool,
}

/// One line that says how far the tasks have come, and the table behind it.
#[component]
pub fn EarlierTable(props: &Props) -> Html {
    let desk = use_desk();
    let Props { table, today, open } = props;
    let label = |label: Label| i18n::say(desk.lang, label.key());
    let form = Form { columns: &Column::ALL, label: &label, dates: desk.date_style(), today: *today };
    let filled = |column: &Column| table.rows.iter().any(|row| !row.cell(*column, &form).text.is_empty());
    let columns: Vec<Column> = Column::ALL.into_iter().filter(filled).collect();
    let head = |column: &Column| html! { <th scope="col" data-column={column_name(*column)}>{ label(Label::Column(*column)) }</th> };
    let row = |row: &Row| {
        let cell = |column: &Column| {
            let inferred = *column != Column::Status && row.cell(*column, &form).origin == Origin::Inferred;
            let text = if inferred { row.cell(*column, &form).text } else { row.cell_text(*column, &form) };
            html! { <td data-column={column_name(*column)}>{ text }{ if inferred { " °" } else { "" } }</td> }
        };
        html! { <tr>{ for columns.iter().map(cell) }</tr> }
    };
    html! {
        <details id="earlier" class="earlier" open={*open}>
            <summary>
                <b>{ desk.say("earlier.title") }</b>
                <span>{ name(table, &desk) }</span>
                <span class="count">{ count(table, *today, &desk) }</span>
            </summary>
            <div class="earlier-table" tabindex="0" role="region" aria-label={desk.say("earlier.title")}>
                <table>
                    <thead><tr>{ for columns.iter().map(head) }</tr></thead>
                    <tbody>{ for table.rows.iter().map(row) }</tbody>
                </table>
            </div>
            <div class="controls">
                <p class="hint">{ desk.say("earlier.kept") }</p>
                <span class="space"></span>
                <button type="button" id="drop-earlier" class="tool" onclick={desk.on(Action::FollowUp(None))}>
                    <Icon of={Drawing::Close} />{ desk.say("earlier.drop") }
                </button>
            </div>
        </details>
    }
}

fn name(table: &Table, desk: &Desk) -> String {
    let date = table.date.map(|date| desk.date(date));
    table.title.iter().cloned().chain(date).collect::<Vec<_>>().join(" · ")
}

/// "12 việc, 5 hoàn thành, 2 quá hạn".
fn count(table: &Table, today: Date, desk: &Desk) -> String {
    let done = table.rows.iter().filter(|row| matches!(row.progress, Progress::Done(_))).count();
    let is_late = |row: &&Row| {
        row.status(today) == Status::InProgress(Timing::Overdue)
            || row.progress == Progress::NotStarted && row.due().is_some_and(|due| due < today)
    };
    let late = table.rows.iter().filter(is_late).count();
    let mut parts = vec![desk.count("table.tasks", table.rows.len())];
    parts.extend((done > 0).then(|| desk.count("earlier.done", done)));
    parts.extend((late > 0).then(|| desk.count("earlier.late", late)));
    parts.join(", ")
}

/// A name for the stylesheet.
fn column_name(column: Column) -> &'static str {
    Label::Column(column).key().trim_start_matches("column.")
}
