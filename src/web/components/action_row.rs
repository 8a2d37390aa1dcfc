//! One task: a row in a wide window, a card in a narrow one; once selected, a second row with what can be done.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::cell::{EditableCell, Field, Value};
use super::details::Details;
use super::icon::{Drawing, Icon};
use crate::analysis::model::{Date, Deadline, Item, Origin, Party, Recurrence};
use crate::status::{Progress, Status, Timing};
use crate::table::{Column, Label, Row};
use crate::web::components::action_table::COLUMNS;
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::{Action, Change, Selection, Side, day};

/// Properties of [`ActionRow`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The task.
    pub row: Row,
    /// From which its state is told.
    pub today: Date,
    /// The text that it was found in.
    pub text: Rc<str>,
    /// The item behind the task while it is selected.
    pub item: Option<Item>,
}

/// One task.
#[component]
pub fn ActionRow(props: &Props) -> Html {
    let desk = use_desk();
    let Props { row, today, text, item } = props;
    let id = row.item;
    let selected = item.is_some();
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<HtmlElement>();
            let on_control = target.and_then(|target| target.closest("input, select, a").ok().flatten()).is_some();
            if !on_control && !selected {
                desk.send(Action::Select(Some(Selection { item: id, side: Side::Result })));
            }
        })
    };
    html! {
        <tbody class={classes!("task", selected.then_some("selected"))} data-row={id.to_string()}
            data-category={names::category(row.category)}>
            <tr {onclick}>
                <td data-column="number">{ row.number }<Icon of={Drawing::Group(row.category)} /></td>
                <th scope="row" data-column="task">
                    <button type="button" class="sentence" aria-expanded={selected.to_string()}
                        onclick={desk.on(Action::Select(
                            (!selected).then_some(Selection { item: id, side: Side::Result })))}>
                        <span class="unseen">{ desk.label(Label::Category(row.category)) }{ ": " }</span>
                        { row.task.clone() }
                    </button>
                    if !row.note.is_empty() {
                        <p class="remark">{ row.note.clone() }</p>
                    }
                </th>
                { party(row, Column::Lead, Change::Lead, &desk) }
                { party(row, Column::Support, Change::Support, &desk) }
                { party(row, Column::Issuer, Change::Issuer, &desk) }
                { deadline(row, &desk) }
                { progress(row, *today, &desk) }
                <td data-column="source" data-label={desk.label(Label::Column(Column::Source))}>
                    <button type="button" class="link" onclick={desk.on(Action::Reveal(id))}
                        aria-label={desk.fill("table.show-source", &[
                            ("n", &row.number.to_string()), ("line", &row.line.to_string())])}>
                        { desk.count("table.line", row.line) }
                    </button>
                </td>
            </tr>
            if let Some(item) = item {
                <tr class="more">
                    <td colspan={COLUMNS.len().to_string()}>
                        <Details item={item.clone()} text={text.clone()} note={Some(row.note.clone())} />
                    </td>
                </tr>
            }
        </tbody>
    }
}

fn party(row: &Row, column: Column, change: fn(String) -> Change, desk: &Desk) -> Html {
    let one = |party: &Option<Party>| party.as_ref().map(|party| (party.text.clone(), party.origin));
    let (text, origin) = match column {
        Column::Lead => one(&row.lead),
        Column::Issuer => one(&row.issuer),
        _ => row.support.first().map(|first| {
            let helpers: Vec<_> = row.support.iter().map(|helper| helper.text.as_str()).collect();
            (helpers.join("; "), first.origin)
        }),
    }
    .unwrap_or_default();
    editable(row, column, Value { text, hint: None, origin }, Field::Words, change, desk)
}

fn deadline(row: &Row, desk: &Desk) -> Html {
    let Some(Deadline { text, date, recurrence, origin, .. }) = &row.deadline else {
        let value = Value { text: String::new(), hint: None, origin: Origin::Stated };
        return editable(row, Column::Deadline, value, Field::Day(String::new()), Change::Deadline, desk);
    };
    let words = date.map_or_else(|| text.clone(), |date| desk.date(date));
    let hint = match (date, recurrence) {
        (Some(date), _) => (!day::is_written_in(*date, text)).then(|| text.clone()),
        (None, Some(recurrence)) => {
            Some(desk.say(every(*recurrence)).to_owned()).filter(|every| !text.contains(every.as_str()))
        }
        (None, None) => None,
    };
    let value = Value { text: words, hint, origin: *origin };
    let field = Field::Day(date.map(|date| date.to_string()).unwrap_or_default());
    editable(row, Column::Deadline, value, field, Change::Deadline, desk)
}

const fn every(recurrence: Recurrence) -> &'static str {
    match recurrence {
        Recurrence::Daily => "recurrence.daily",
        Recurrence::Weekly => "recurrence.weekly",
        Recurrence::Monthly => "recurrence.monthly",
        Recurrence::Quarterly => "recurrence.quarterly",
        Recurrence::Yearly => "recurrence.yearly",
    }
}

fn editable(row: &Row, column: Column, value: Value, field: Field, change: fn(String) -> Change, desk: &Desk) -> Html {
    let id = row.item;
    let name = desk.label(Label::Column(column));
    let label = desk.fill("table.edit-cell", &[("column", name), ("n", &row.number.to_string())]);
    html! {
        <td data-column={names::column(column)} data-label={name} class={value.text.is_empty().then_some("blank")}>
            <EditableCell {label} {value} {field}
                onchange={desk.with(move |text: String| Action::Correct(id, change(text)))} />
        </td>
    }
}

fn progress(row: &Row, today: Date, desk: &Desk) -> Html {
    let id = row.item;
    let states = [
        (Progress::NotStarted, "not-started", "status.not-started"),
        (Progress::InProgress, "in-progress", "progress.in-progress"),
        (Progress::Done(today), "done", "status.done"),
        (Progress::Paused, "paused", "status.paused"),
    ];
    let same = |state: Progress| std::mem::discriminant(&state) == std::mem::discriminant(&row.progress);
    let onchange = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        let state = states.into_iter().find(|state| state.1 == name).map_or(Progress::NotStarted, |state| state.0);
        Action::Correct(id, Change::Progress(state))
    });
    let name = desk.label(Label::Column(Column::Status));
    let label = desk.fill("table.edit-cell", &[("column", name), ("n", &row.number.to_string())]);
    let status = row.status(today);
    let timing = match status {
        Status::InProgress(Timing::Overdue | Timing::DueSoon) | Status::DoneLate => {
            Some(desk.label(Label::Status(status)))
        }
        _ => None,
    };
    html! {
        <td data-column="status" data-label={name}>
            <select class="progress" aria-label={label} {onchange}>
                { for states.into_iter().map(|(state, name, key)| html! {
                    <option value={name} selected={same(state)}>{ desk.say(key) }</option>
                }) }
            </select>
            if let Some(timing) = timing {
                <small class="timing">{ timing }</small>
            }
        </td>
    }
}
