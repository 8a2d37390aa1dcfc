//! The whole analysis for paper: what the overview shows on the screen goes before it, here follow groups and table.

use yew::prelude::*;

use super::overview::Props;
use crate::analysis::model::{Category, Item, Origin};
use crate::i18n;
use crate::table::{Column, Form, Label, Row};
use crate::web::desk::use_desk;
use crate::web::names;

/// Four lists and a table that only paper shows.
#[component]
pub fn PrintedAnalysis(props: &Props) -> Html {
    let desk = use_desk();
    let Props { text, minutes, table, today } = props;
    let label = |label: Label| i18n::say(desk.lang, label.key());
    let form = Form { columns: &Column::CUSTOMARY, label: &label, dates: desk.date_style(), today: *today };
    let sentence = |item: &&Item| html! { <li>{ item.span.of(text).to_owned() }</li> };
    let group = |category: Category| {
        let items: Vec<&Item> = minutes.distinct().filter(|item| item.category == category).collect();
        html! {
            <section data-group={names::category(category)}>
                <h3>{ desk.label(Label::Category(category)) }{ format!(" ({})", desk.number(items.len())) }</h3>
                <ol>{ for items.iter().map(sentence) }</ol>
            </section>
        }
    };
    let head = |column: &Column| html! { <th scope="col">{ label(Label::Column(*column)) }</th> };
    let row = |row: &Row| {
        let cell = |column: &Column| {
            let cell = row.cell(*column, &form);
            let mark = if cell.origin == Origin::Inferred && !cell.text.is_empty() { " °" } else { "" };
            html! { <td>{ cell.text }{ mark }</td> }
        };
        html! { <tr>{ for Column::CUSTOMARY.iter().map(cell) }</tr> }
    };
    html! {
        <div class="print-only">
            { for Category::ALL.into_iter().map(group) }
            if !table.rows.is_empty() {
                <section class="printed-table">
                    <h3>{ desk.say("table.caption") }</h3>
                    <table>
                        <thead><tr>{ for Column::CUSTOMARY.iter().map(head) }</tr></thead>
                        <tbody>{ for table.rows.iter().map(row) }</tbody>
                    </table>
                    <p class="key">{ desk.say("table.key") }</p>
                </section>
            }
        </div>
    }
}
