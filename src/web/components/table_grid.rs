//! The table itself: one cell of it has the focus, keys work as in a spreadsheet, and of a long table only the lines
//! near the window are built.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::action_row::{ActionRow, Focus};
use super::cell::Mode;
use super::icon::{Drawing, Icon};
use super::table_keys::TableKeys;
use crate::analysis::model::{Date, Party};
use crate::table::{Column, Label, Row};
use crate::web::desk::{Desk, use_desk};
use crate::web::lines_in_sight::use_lines_in_sight;
use crate::web::{names, reveal};
use crate::workspace::related::Chosen;
use crate::workspace::sight::Stretch;
use crate::workspace::{Action, Analysis, Arrange, Layout, Line, Shared, Sort};

/// Properties of [`TableGrid`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// What is shown, line by line.
    pub lines: Shared<Vec<Line>>,
    /// In which columns.
    pub layout: Layout,
    /// From which the state of tasks is told.
    pub today: Date,
    /// The selected item.
    pub chosen: Option<Chosen>,
}

/// The table.
#[component]
pub fn TableGrid(props: &Props) -> Html {
    let desk = use_desk();
    let Props { analysis, lines, layout, today, chosen } = props;
    let columns = use_memo(layout.clone(), |layout| Shared::from(layout.shown()));
    let table = use_node_ref();
    let cell = use_state_eq(|| None::<Focus>);
    let by_key = use_mut_ref(|| false);
    let rows: Vec<&Shared<Row>> = lines.iter().filter_map(Line::task).collect();
    let line_of = |item: u32| lines.iter().position(|line| line.task().is_some_and(|row| row.item == item));
    // The cell that the tabulator reaches, though its row or column may be gone since.
    let column = cell.as_ref().map(|focus| focus.column).filter(|column| columns.contains(column));
    let row = cell.as_ref().map(|focus| focus.item).filter(|item| line_of(*item).is_some());
    let current = Focus {
        item: row.or(rows.first().map(|row| row.item)).unwrap_or_default(),
        column: column.unwrap_or(Column::Task),
        mode: cell.as_ref().filter(|_| row.is_some() && column.is_some()).map_or(Mode::Stop, |cell| cell.mode.clone()),
    };
    let pinned: Vec<usize> = [Some(current.item), chosen.as_ref().map(|chosen| chosen.item.id)]
        .into_iter()
        .flatten()
        .filter_map(line_of)
        .collect();
    let stretches = use_lines_in_sight(&table, lines.len(), &pinned);
    {
        let by_key = by_key.clone();
        use_effect_with(current.clone(), move |current| {
            if by_key.replace(false) {
                reveal::focus_cell(current.item, names::column(current.column));
            }
        });
    }
    let set = {
        let cell = cell.clone();
        Callback::from(move |focus: Focus| cell.set(Some(focus)))
    };
    let keys =
        TableKeys { desk: desk.clone(), lines: lines.clone(), columns: (*columns).clone(), set: set.clone(), by_key };
    let onkeydown = Callback::from(move |event: KeyboardEvent| keys.hear(&event));
    let line = |place: usize| match lines.get(place) {
        Some(Line::Group(lead, count)) => group(place, lead.as_ref(), *count, columns.len(), &desk),
        Some(Line::Task(row)) => html! {
            <ActionRow key={row.item} line={place} row={row.clone()} columns={(*columns).clone()} today={*today}
                analysis={analysis.clone()} chosen={chosen.clone().filter(|chosen| chosen.item.id == row.item)}
                focus={Some(current.clone()).filter(|current| current.item == row.item)} onfocus={set.clone()} />
        },
        None => Html::default(),
    };
    let stretch = |(place, stretch): (usize, &Stretch)| match stretch {
        Stretch::Built(range) => range.clone().map(line).collect::<Html>(),
        Stretch::Gap(height) => html! {
            <tbody key={format!("gap-{place}")} class="gap" aria-hidden="true">
                <tr><td colspan={columns.len().to_string()} height={height.round().to_string()}></td></tr>
            </tbody>
        },
    };
    let classes: Classes = columns.iter().map(|column| format!("with-{}", names::column(*column))).collect();
    html! {
        <table ref={table} role="grid" class={classes} aria-rowcount={(lines.len() + 1).to_string()} {onkeydown}>
            <caption class="unseen">{ desk.say("table.caption") }</caption>
            <thead><tr>{ for columns.iter().map(|column| heading(*column, layout.sort, &desk)) }</tr></thead>
            { for stretches.iter().enumerate().map(stretch) }
        </table>
    }
}

fn heading(column: Column, sort: Option<Sort>, desk: &Desk) -> Html {
    let sorted = sort.filter(|sort| sort.column == column);
    let (direction, drawing) = match sorted {
        Some(Sort { descending: false, .. }) => (Some("ascending"), Some(Drawing::Up)),
        Some(Sort { descending: true, .. }) => (Some("descending"), Some(Drawing::Down)),
        None => (None, None),
    };
    html! {
        <th scope="col" data-column={names::column(column)} aria-sort={direction}>
            <button type="button" title={desk.say("table.sort")} onclick={desk.on(Action::Arrange(Arrange::SortBy(column)))}>
                { desk.label(Label::Column(column)) }
                if let Some(drawing) = drawing {
                    <Icon of={drawing} />
                }
            </button>
        </th>
    }
}

fn group(line: usize, lead: Option<&Party>, count: usize, columns: usize, desk: &Desk) -> Html {
    let name = lead.map_or_else(|| desk.say("item.unattributed").to_owned(), |lead| lead.text.clone());
    html! {
        <tbody key={format!("group-{name}")} class="group-head" data-line={line.to_string()}>
            <tr><th scope="rowgroup" colspan={columns.to_string()}>
                { name }{ " " }<span class="badge">{ desk.number(count) }</span>
            </th></tr>
        </tbody>
    }
}
