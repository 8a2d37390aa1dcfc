//! The action table: what has to be done, by whom, by when; each cell corrected where it stands.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::action_row::ActionRow;
use super::icon::{Drawing, Icon};
use crate::analysis::model::{Category, Date, Item, Party};
use crate::table::{Column, Filter, Label, Row, Table};
use crate::web::desk::{Desk, use_desk};
use crate::web::names;
use crate::workspace::{Action, Analysis, Selection, Shared};

/// The columns on the screen.
pub const COLUMNS: [Column; 8] = [
    Column::Number,
    Column::Task,
    Column::Lead,
    Column::Support,
    Column::Issuer,
    Column::Deadline,
    Column::Status,
    Column::Source,
];
/// Rows that are shown at first, and how many more each time.
const PAGE: usize = 200;

/// Properties of [`ActionTable`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The analysis and its text.
    pub analysis: Shared<Analysis>,
    /// The tasks.
    pub table: Shared<Table>,
    /// The tasks that are wanted.
    pub filter: Filter,
    /// From which the state of tasks is told.
    pub today: Date,
    /// The item that is marked.
    pub selection: Option<Selection>,
    /// The same, in full.
    pub item: Option<Item>,
}

/// Filter and table.
#[component]
pub fn ActionTable(props: &Props) -> Html {
    let desk = use_desk();
    let pages = use_state_eq(|| 1);
    let wanted = use_memo((props.table.clone(), props.filter.clone(), props.today), |(table, filter, today)| {
        table.filter(filter, *today).rows
    });
    let parties = use_memo(props.table.clone(), |table| table.parties().into_iter().cloned().collect::<Vec<_>>());
    if props.table.rows.is_empty() {
        return html! { <p id="table" class="hint">{ desk.say("table.none") }</p> };
    }
    let selected = props.selection.map(|selection| selection.item);
    let chosen = wanted.iter().position(|row| Some(row.item) == selected).map_or(0, |place| place + 1);
    let count = (*pages * PAGE).max(chosen).min(wanted.len());
    let more = {
        let pages = pages.clone();
        Callback::from(move |_| pages.set(*pages + 1))
    };
    let head = |column: &Column| {
        html! { <th scope="col" data-column={names::column(*column)}>{ desk.label(Label::Column(*column)) }</th> }
    };
    let row = |row: &Row| {
        let item = props.item.clone().filter(|item| item.id == row.item);
        html! {
            <ActionRow key={row.item} row={row.clone()} today={props.today} text={props.analysis.text.clone()} {item} />
        }
    };
    html! {
        <div id="table" class="actions">
            { filter_bar(props, &parties, wanted.len(), &desk) }
            if wanted.is_empty() {
                <p class="hint">
                    { desk.say("table.no-match") }{ " " }
                    <button type="button" class="link" onclick={desk.on(Action::Filter(Filter::default()))}>
                        { desk.say("table.clear-filter") }
                    </button>
                </p>
            } else {
                <table>
                    <caption class="unseen">{ desk.say("table.caption") }</caption>
                    <thead><tr>{ for COLUMNS.iter().map(head) }</tr></thead>
                    { for wanted.iter().take(count).map(row) }
                </table>
                if count < wanted.len() {
                    <button type="button" class="tool" onclick={more}>
                        { desk.count("action.more", PAGE.min(wanted.len() - count)) }
                    </button>
                }
                <p class="key">{ desk.say("table.key") }</p>
            }
        </div>
    }
}

fn filter_bar(props: &Props, parties: &[Party], wanted: usize, desk: &Desk) -> Html {
    let with = |change: fn(&mut Filter, String)| {
        let filter = props.filter.clone();
        move |value: String| {
            let mut filter = filter.clone();
            change(&mut filter, value);
            Action::Filter(filter)
        }
    };
    let search = with(|filter, words| filter.words = words);
    let by_group = with(|filter, name| filter.category = names::category_named(&name));
    let by_party = with(|filter, key| filter.party = Some(key).filter(|key| !key.is_empty()));
    let on_search =
        desk.with(move |event: InputEvent| search(event.target_unchecked_into::<HtmlInputElement>().value()));
    let on_group = desk.with(move |event: Event| by_group(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let on_party = desk.with(move |event: Event| by_party(event.target_unchecked_into::<HtmlSelectElement>().value()));
    let group = |category: Category| {
        let chosen = props.filter.category == Some(category);
        html! {
            <option value={names::category(category)} selected={chosen}>
                { desk.label(Label::Category(category)) }
            </option>
        }
    };
    let all = props.table.rows.len();
    let count = if wanted == all {
        desk.count("table.tasks", all)
    } else {
        desk.fill("table.some", &[("n", &desk.number(wanted)), ("all", &desk.number(all))])
    };
    html! {
        <div class="filter" role="search" aria-label={desk.say("table.filter")}>
            <label class="search">
                <Icon of={Drawing::Search} /><span class="unseen">{ desk.say("table.search") }</span>
                <input type="search" id="filter" placeholder={desk.say("table.search.short")}
                    value={props.filter.words.clone()} oninput={on_search} />
            </label>
            <select id="filter-group" aria-label={desk.label(Label::Column(Column::Category))} onchange={on_group}>
                <option value="" selected={props.filter.category.is_none()}>{ desk.say("table.all-groups") }</option>
                { for [Category::Recommendation, Category::Directive].into_iter().map(group) }
            </select>
            if !parties.is_empty() {
                <select id="filter-party" aria-label={desk.label(Label::Column(Column::Lead))} onchange={on_party}>
                    <option value="" selected={props.filter.party.is_none()}>{ desk.say("table.all-parties") }</option>
                    { for parties.iter().map(|party| html! {
                        <option value={party.key.clone()} selected={props.filter.party.as_ref() == Some(&party.key)}>
                            { party.text.clone() }
                        </option>
                    }) }
                </select>
            }
            <span class="count" role="status">{ count }</span>
        </div>
    }
}
