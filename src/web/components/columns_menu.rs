//! Which columns the table has, and in which order.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::table::{Column, Label};
use crate::web::desk::use_desk;
use crate::web::names;
use crate::workspace::{Action, Arrange, Layout};

/// Properties of [`ColumnsMenu`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The layout as it is.
    pub layout: Layout,
}

/// A button and the panel that it opens.
#[component]
pub fn ColumnsMenu(props: &Props) -> Html {
    let desk = use_desk();
    let last = props.layout.columns().len() - 1;
    let line = |(place, (column, shown)): (usize, &(Column, bool))| {
        let column = *column;
        let name = desk.label(Label::Column(column));
        let step = |way: Drawing, key: &'static str, change: Arrange, disabled: bool| {
            let label = desk.fill(key, &[("column", name)]);
            html! {
                <button type="button" class="bare" title={label.clone()} aria-label={label} {disabled}
                    onclick={desk.on(Action::Arrange(change))}>
                    <Icon of={way} />
                </button>
            }
        };
        html! {
            <li key={names::column(column)} data-choice={names::column(column)}>
                <label>
                    <input type="checkbox" checked={*shown} disabled={column == Column::Task}
                        onchange={desk.on(Action::Arrange(Arrange::Toggle(column)))} />
                    { name }
                </label>
                { step(Drawing::Up, "columns.forward", Arrange::Forward(column), place == 0) }
                { step(Drawing::Down, "columns.back", Arrange::Back(column), place == last) }
            </li>
        }
    };
    html! {
        <div class="columns-menu">
            <button type="button" id="columns" class="tool" popovertarget="columns-panel">
                <Icon of={Drawing::Columns} /><span class="label">{ desk.say("columns.menu") }</span>
            </button>
            <div id="columns-panel" class="panel" popover="auto" role="group" aria-label={desk.say("columns.title")}>
                <p class="hint">{ desk.say("columns.title") }</p>
                <ul>{ for props.layout.columns().iter().enumerate().map(line) }</ul>
                <button type="button" class="link" onclick={desk.on(Action::Arrange(Arrange::Reset))}>
                    { desk.say("columns.reset") }
                </button>
            </div>
        </div>
    }
}
