//! One task: a row in a wide window, a card in a narrow one; once selected, a second row with what can be done.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::cell::{EditableCell, Field};
use super::details::Details;
use super::icon::{Drawing, Icon};
use crate::analysis::model::{Date, Deadline, Item, Origin, Recurrence};
use crate::status::{Progress, Status, Timing};
use crate::table::{Column, Label, Row};
use crate::web::components::action_table::COLUMNS;
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::{Action, Change, Selection, Side};

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
                <td data-column="number">{ row.number }</td>
                <th scope="row" data-column="task">
                    <button type="button" class="sentence" aria-expanded={selected.to_string()}
                        onclick={desk.on(Action::Select(
                            (!selected).then_some(Selection { item: id, side: Side::Result })))}>
                        <Icon of={Drawing::Group(row.category)} />
                        <span class="unseen">{ desk.label(Label::Category(row.category)) }{ ": " }</span>
                        { row.task.clone() }
                    </button>
                    if !row.note.is_empty() {
                        <p class="remark">{ row.note.clone() }</p>
                    }
                </th>
                { cell(row, Column::Lead, Field::Text, Change::Lead, &desk) }
                { cell(row, Column::Support, Field::Text, Change::Support, &desk) }
                { cell(row, Column::Issuer, Field::Text, Change::Issuer, &desk) }
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

fn cell(row: &Row, column: Column, field: Field, change: fn(String) -> Change, desk: &Desk) -> Html {
    let (text, origin) = match column {
        Column::Lead => row.lead.as_ref().map_or_else(Default::default, |party| (party.text.clone(), party.origin)),
        Column::Issuer => row.issuer.as_ref().map_or_else(Default::default, |party| (party.text.clone(), party.origin)),
        _ => {
            let helpers: Vec<_> = row.support.iter().map(|helper| helper.text.as_str()).collect();
            (helpers.join("; "), row.support.first().map(|helper| helper.origin).unwrap_or_default())
        }
    };
    editable(row, column, field, change, Shown { value: text.clone(), text, hint: None, origin }, desk)
}

/// What a cell shows, and what is corrected where that differs.
struct Shown {
    text: String,
    value: String,
    hint: Option<String>,
    origin: Origin,
}

fn deadline(row: &Row, desk: &Desk) -> Html {
    let shown = match &row.deadline {
        None => Shown { text: String::new(), value: String::new(), hint: None, origin: Origin::Stated },
        Some(Deadline { date: Some(date), text, origin, .. }) => Shown {
            text: desk.date(*date),
            value: date.to_string(),
            hint: (text.parse::<Date>().is_err() && *text != desk.date(*date)).then(|| text.clone()),
            origin: *origin,
        },
        Some(Deadline { text, origin, recurrence, .. }) => Shown {
            text: text.clone(),
            value: text.clone(),
            hint: recurrence.map(|recurrence| desk.say(every(recurrence)).to_owned()),
            origin: *origin,
        },
    };
    let words = row.deadline.as_ref().is_some_and(|deadline| deadline.date.is_none());
    editable(row, Column::Deadline, if words { Field::Text } else { Field::Date }, Change::Deadline, shown, desk)
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

fn editable(row: &Row, column: Column, field: Field, change: fn(String) -> Change, shown: Shown, desk: &Desk) -> Html {
    let id = row.item;
    let name = desk.label(Label::Column(column));
    let label = desk.fill("table.edit-cell", &[("column", name), ("n", &row.number.to_string())]);
    let Shown { text, value, hint, origin } = shown;
    html! {
        <td data-column={names::column(column)} data-label={name} class={text.is_empty().then_some("blank")}>
            <EditableCell {field} {label} {text} {value} {hint} {origin}
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
