//! The table on the clipboard as it is shown: its rows, its columns, its order.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::analysis::model::Date;
use crate::export::html;
use crate::i18n;
use crate::table::{Column, Form, Label, Table};
use crate::web::desk::use_desk;
use crate::web::files;
use crate::workspace::{Action, Notice, Shared};

/// Properties of [`CopyTable`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The rows that are shown.
    pub rows: Shared<Table>,
    /// The columns that are shown.
    pub columns: Vec<Column>,
    /// From which the state of tasks is told.
    pub today: Date,
}

/// A button.
#[component]
pub fn CopyTable(props: &Props) -> Html {
    let desk = use_desk();
    let onclick = {
        let (desk, rows, columns, today) = (desk.clone(), props.rows.clone(), props.columns.clone(), props.today);
        Callback::from(move |_: MouseEvent| {
            let label = |label: Label| i18n::say(desk.lang, label.key());
            let form = Form { columns: &columns, label: &label, dates: desk.date_style(), today };
            let (as_html, as_text) = (html::write(&rows, &form), html::write_plain(&rows, &form));
            let (count, desk) = (rows.rows.len(), desk.clone());
            spawn_local(async move {
                let notice = match files::copy(&as_html, &as_text).await {
                    Ok(()) => Notice::Copied(count),
                    Err(_) => Notice::CopyRefused,
                };
                desk.send(Action::Notify(notice));
            });
        })
    };
    html! {
        <button type="button" id="copy-shown" class="tool" title={desk.say("table.copy.hint")} {onclick}>
            <Icon of={Drawing::Copy} /><span class="label">{ desk.say("table.copy") }</span>
        </button>
    }
}
