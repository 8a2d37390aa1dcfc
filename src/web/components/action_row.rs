//! One task: a row in a wide window, a card in a narrow one; once selected, a second row with what can be done.

use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use super::cell::{EditableCell, Mode};
use super::details::Details;
use super::icon::{Drawing, Icon};
use super::row_values::{field, value};
use crate::analysis::model::{Category, Date};
use crate::status::{Status, Timing};
use crate::table::{Column, Label, Row};
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::related::Chosen;
use crate::workspace::{Action, Analysis, Change, Selection, Shared, Side};

/// The cell that has the focus, or had it last.
#[derive(Clone, Debug, PartialEq)]
pub struct Focus {
    /// The item of its row.
    pub item: u32,
    /// Its column.
    pub column: Column,
    /// How it stands.
    pub mode: Mode,
}

/// Properties of [`ActionRow`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Its place among the lines of the table.
    pub line: usize,
    /// The task.
    pub row: Shared<Row>,
    /// What is shown of it.
    pub columns: Shared<Vec<Column>>,
    /// From which its state is told.
    pub today: Date,
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// The item behind the task while it is selected.
    pub chosen: Option<Chosen>,
    /// The cell with the focus, where it is one of this row's.
    pub focus: Option<Focus>,
    /// Turns to a cell.
    pub onfocus: Callback<Focus>,
}

/// One task.
#[component]
pub fn ActionRow(props: &Props) -> Html {
    let desk = use_desk();
    let Props { line, row, columns, analysis, chosen, .. } = props;
    let id = row.item;
    let selected = chosen.is_some();
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<HtmlElement>();
            let on_control =
                target.and_then(|target| target.closest("input, textarea, select, a").ok().flatten()).is_some();
            if !on_control && !selected {
                desk.send(Action::Select(Some(Selection { item: id, side: Side::Result })));
            }
        })
    };
    html! {
        <tbody class={classes!("task", selected.then_some("selected"))} data-row={id.to_string()}
            data-line={line.to_string()} data-category={names::category(row.category)}>
            <tr {onclick} aria-rowindex={(line + 2).to_string()}>{ for columns.iter().map(|column| cell(props, *column, &desk)) }</tr>
            if let Some(chosen) = chosen {
                <tr class="more">
                    <td colspan={columns.len().to_string()}>
                        <Details chosen={chosen.clone()} words={row.task.clone()} analysis={analysis.clone()}
                            note={(!columns.contains(&Column::Note)).then(|| row.note.clone())} />
                    </td>
                </tr>
            }
        </tbody>
    }
}

fn cell(props: &Props, column: Column, desk: &Desk) -> Html {
    let row = &props.row;
    let name = desk.label(Label::Column(column));
    let mode = props.focus.as_ref().filter(|focus| focus.column == column).map(|focus| focus.mode.clone());
    let mode = mode.unwrap_or_default();
    let attribute = names::column(column);
    match column {
        Column::Number => html! {
            <td data-column={attribute}>{ row.number }<Icon of={Drawing::Group(row.category)} /></td>
        },
        Column::Task => html! { <th scope="row" data-column={attribute}>{ task(props, mode, desk) }</th> },
        Column::Category => html! {
            <td data-column={attribute} data-label={name}>{ category(row, &mode, desk) }</td>
        },
        Column::Status => html! {
            <td data-column={attribute} data-label={name}>{ progress(row, props.today, &mode, desk) }</td>
        },
        Column::Source => html! {
            <td data-column={attribute} data-label={name}>
                <button type="button" class="link" tabindex={mode.tabindex()} onclick={desk.on(Action::Reveal(row.item))}
                    aria-label={desk.fill("table.show-source", &[
                        ("n", &row.number.to_string()), ("line", &row.line.to_string())])}>
                    { desk.count("table.line", row.line) }
                </button>
            </td>
        },
        _ => html! {
            <td data-column={attribute} data-label={name}
                class={value(row, column, desk).text.is_empty().then_some("blank")}>
                { editable(props, column, mode, desk) }
            </td>
        },
    }
}

fn label(row: &Row, column: Column, desk: &Desk) -> String {
    let name = desk.label(Label::Column(column));
    desk.fill("table.edit-cell", &[("column", name), ("n", &row.number.to_string())])
}

fn editable(props: &Props, column: Column, mode: Mode, desk: &Desk) -> Html {
    let item = props.row.item;
    let onopen = {
        let onfocus = props.onfocus.clone();
        Callback::from(move |()| onfocus.emit(Focus { item, column, mode: Mode::Written(None) }))
    };
    let value = value(&props.row, column, desk);
    let onkeep = {
        let (desk, onfocus, shown) = (desk.clone(), props.onfocus.clone(), value.text.clone());
        Callback::from(move |text: String| {
            if let Some(change) = Change::in_cell(column, text.clone()).filter(|_| text != shown) {
                desk.send(Action::Correct(item, change));
            }
            onfocus.emit(Focus { item, column, mode: Mode::Stop });
        })
    };
    html! {
        <EditableCell label={label(&props.row, column, desk)} {value} field={field(&props.row, column)} {mode} {onopen}
            {onkeep} />
    }
}

fn task(props: &Props, mode: Mode, desk: &Desk) -> Html {
    if matches!(mode, Mode::Written(_)) {
        return editable(props, Column::Task, mode, desk);
    }
    let row = &props.row;
    let selected = props.chosen.is_some();
    let choice = (!selected).then_some(Selection { item: row.item, side: Side::Result });
    let ondblclick = {
        let (onfocus, item) = (props.onfocus.clone(), row.item);
        Callback::from(move |_: MouseEvent| {
            onfocus.emit(Focus { item, column: Column::Task, mode: Mode::Written(None) });
        })
    };
    html! {
        <>
            <button type="button" class="sentence" aria-expanded={selected.to_string()} tabindex={mode.tabindex()}
                onclick={desk.on(Action::Select(choice))} {ondblclick}>
                <span class="unseen">{ desk.label(Label::Category(row.category)) }{ ": " }</span>
                { row.task.clone() }
            </button>
            if !row.note.is_empty() && !props.columns.contains(&Column::Note) {
                <p class="remark">{ row.note.clone() }</p>
            }
        </>
    }
}

fn category(row: &Row, mode: &Mode, desk: &Desk) -> Html {
    let item = row.item;
    let onchange = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        names::category_named(&name)
            .map_or(Action::Reveal(item), |category| Action::Correct(item, Change::Category(category)))
    });
    html! {
        <select class="progress" tabindex={mode.tabindex()} aria-label={label(row, Column::Category, desk)} {onchange}>
            { for Category::ALL.into_iter().map(|category| html! {
                <option value={names::category(category)} selected={category == row.category}>
                    { desk.label(Label::Category(category)) }
                </option>
            }) }
        </select>
    }
}

fn progress(row: &Row, today: Date, mode: &Mode, desk: &Desk) -> Html {
    let item = row.item;
    let onchange = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Correct(item, Change::Progress(names::progress_named(&name, today).unwrap_or_default()))
    });
    let status = row.status(today);
    let timing = match status {
        Status::InProgress(Timing::Overdue | Timing::DueSoon) | Status::DoneLate => {
            Some(desk.label(Label::Status(status)))
        }
        _ => None,
    };
    html! {
        <>
            <select class="progress" tabindex={mode.tabindex()} aria-label={label(row, Column::Status, desk)} {onchange}>
                { for names::progresses(today).into_iter().map(|(state, name, key)| html! {
                    <option value={name} selected={row.progress.is_like(state)}>{ desk.say(key) }</option>
                }) }
            </select>
            if let Some(timing) = timing {
                <small class="timing">{ timing }</small>
            }
        </>
    }
}
