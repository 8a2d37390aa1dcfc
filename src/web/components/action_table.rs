//! The action table: what has to be done, by whom, by when.

use yew::prelude::*;

use super::columns_menu::ColumnsMenu;
use super::copy_table::CopyTable;
use super::filter_bar::FilterBar;
use super::icon::{Drawing, Icon};
use super::table_grid::TableGrid;
use crate::analysis::model::Date;
use crate::table::{Filter, Table};
use crate::web::desk::use_desk;
use crate::workspace::related::Chosen;
use crate::workspace::{Action, Analysis, Arrange, Layout, Shared};

/// Properties of [`ActionTable`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// The tasks.
    pub table: Shared<Table>,
    /// The tasks that are wanted.
    pub filter: Filter,
    /// How they are laid out.
    pub layout: Layout,
    /// From which the state of tasks is told.
    pub today: Date,
    /// The selected item.
    pub chosen: Option<Chosen>,
}

/// Filter, layout and table.
#[component]
pub fn ActionTable(props: &Props) -> Html {
    let desk = use_desk();
    let Props { table, filter, layout, today, .. } = props;
    let order = (table.clone(), filter.clone(), layout.sort, *today);
    let rows = use_memo(order, |(table, filter, _, today)| Shared::from(layout.rows(table, filter, *today)));
    let lines = use_memo((rows.clone(), layout.grouped), |(rows, _)| Shared::from(layout.lines(rows)));
    let names = use_memo(table.clone(), |table| {
        table.names().into_iter().map(|name| AttrValue::from(name.to_owned())).collect::<Vec<_>>()
    });
    if table.rows.is_empty() {
        return html! { <p id="table" class="hint">{ desk.say("table.none") }</p> };
    }
    html! {
        <div id="table" class="actions">
            <FilterBar table={table.clone()} filter={filter.clone()} wanted={rows.rows.len()} today={*today} />
            <div class="layout">
                <button type="button" id="group-by-lead" class="tool" aria-pressed={layout.grouped.to_string()}
                    onclick={desk.on(Action::Arrange(Arrange::Group))}>
                    <Icon of={Drawing::Together} />{ desk.say("table.group") }
                </button>
                <ColumnsMenu layout={layout.clone()} />
                <CopyTable rows={(*rows).clone()} columns={layout.shown()} today={*today} />
                <p class="key">{ desk.say("table.key") }</p>
            </div>
            <datalist id="bodies">
                { for names.iter().map(|name| html! { <option value={name.clone()} /> }) }
            </datalist>
            if rows.rows.is_empty() {
                <p class="hint">
                    { desk.say("table.no-match") }{ " " }
                    <button type="button" class="link" onclick={desk.on(Action::Filter(Filter::default()))}>
                        { desk.say("table.clear-filter") }
                    </button>
                </p>
            } else {
                <TableGrid analysis={props.analysis.clone()} lines={(*lines).clone()} layout={layout.clone()}
                    today={*today} chosen={props.chosen.clone()} />
            }
        </div>
    }
}
