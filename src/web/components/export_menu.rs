//! The table on the clipboard, and the table and the analysis as files.

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::export::csv::Separator;
use crate::export::paper::Paper;
use crate::export::{Format, csv, html, json, markdown, web_page};
use crate::protocol::conversion::{Delivery, Order};
use crate::web::converter::{self, Failure};
use crate::web::desk::{Desk, use_desk};
use crate::web::files;
use crate::workspace::{Action, Notice, State};

/// Properties of [`ExportMenu`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is exported: the table as corrected, all of its rows.
    pub state: UseReducerHandle<State>,
}

/// A button and the panel that it opens.
#[component]
pub fn ExportMenu(props: &Props) -> Html {
    let desk = use_desk();
    let motto = use_state_eq(|| false);
    let chosen = use_state_eq(|| None::<Separator>);
    let separator = chosen.unwrap_or(Separator::of(desk.lang));
    let on_motto = {
        let motto = motto.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            motto.set(field.checked());
        })
    };
    let on_separator = Callback::from(move |event: Event| {
        let field: HtmlSelectElement = event.target_unchecked_into();
        chosen.set(Separator::named(&field.value()));
    });
    let save = |format: Format| {
        let (desk, state, motto) = (desk.clone(), props.state.clone(), *motto);
        Callback::from(move |_| {
            let (desk, paper) = (desk.clone(), Paper { motto, separator, ..state.paper() });
            spawn_local(async move { save(format, paper, &desk).await });
        })
    };
    let copy = {
        let (desk, state) = (desk.clone(), props.state.clone());
        Callback::from(move |_| copy(&state, &desk))
    };
    let choice = |id: &'static str, drawing: Drawing, key: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" {id} popovertarget="export-panel" popovertargetaction="hide" {onclick}>
                <Icon of={drawing} />{ desk.say(key) }
            </button>
        }
    };
    html! {
        <div class="export">
            <button type="button" id="export-menu" class="tool primary" popovertarget="export-panel"
                disabled={props.state.analysis.text.is_empty()}>
                <Icon of={Drawing::Export} /><span class="label">{ desk.say("export.menu") }</span>
            </button>
            <div id="export-panel" class="panel menu" popover="auto" role="group" aria-label={desk.say("export.menu")}>
                { choice("copy-table", Drawing::Copy, "export.copy", copy) }
                { choice("export-xlsx", Drawing::Export, "export.xlsx", save(Format::Xlsx)) }
                { choice("export-docx", Drawing::Export, "export.docx", save(Format::Annex)) }
                { choice("export-report", Drawing::Export, "export.report", save(Format::Report)) }
                { choice("export-ics", Drawing::Export, "export.ics", save(Format::Calendar)) }
                { choice("export-csv", Drawing::Export, "export.csv", save(Format::Csv)) }
                { choice("export-md", Drawing::Export, "export.md", save(Format::Markdown)) }
                { choice("export-html", Drawing::Export, "export.html", save(Format::Html)) }
                { choice("export-json", Drawing::Export, "export.json", save(Format::Json)) }
                <label>
                    <input type="checkbox" id="export-motto" checked={*motto} onchange={on_motto} />
                    { desk.say("export.motto") }
                </label>
                <label>
                    { desk.say("export.separator") }
                    <select id="export-separator" onchange={on_separator}>
                        { for Separator::ALL.into_iter().map(|other| html! {
                            <option value={other.name()} selected={other == separator}>
                                { desk.say(words(other)) }
                            </option>
                        }) }
                    </select>
                </label>
                <p class="hint">{ desk.say("export.note") }</p>
            </div>
        </div>
    }
}

const fn words(separator: Separator) -> &'static str {
    match separator {
        Separator::Comma => "export.separator.comma",
        Separator::Semicolon => "export.separator.semicolon",
        Separator::Tab => "export.separator.tab",
    }
}

async fn save(format: Format, paper: Paper, desk: &Desk) {
    let name = format.file_name(paper.table.date);
    let written = match format {
        Format::Csv => csv::write(&paper.table, &paper.form(), paper.separator).ok(),
        Format::Markdown => Some(markdown::write(&paper.table, &paper.form()).into_bytes()),
        Format::Json => json::write(&paper.minutes, &paper.text, &paper.table).ok().map(String::into_bytes),
        Format::Html => Some(web_page::write(&paper).into_bytes()),
        Format::Xlsx | Format::Annex | Format::Report | Format::Calendar => {
            desk.send(Action::Notify(Notice::Converting));
            let order = Order::Write { format, paper: Box::new(paper) };
            let answer = converter::convert(&order, &Uint8Array::new_with_length(0)).await;
            desk.send(Action::Settle);
            match answer {
                Ok((Delivery::Written, bytes)) => Some(bytes),
                Err(Failure::Missing) => return desk.send(Action::Notify(Notice::ConverterMissing)),
                Err(Failure::Stopped) => return desk.send(Action::Notify(Notice::ConversionStopped)),
                Ok(_) | Err(Failure::Crashed | Failure::TooSlow) => None,
            }
        }
    };
    let saved = written.and_then(|bytes| files::download(&name, format.media_type(), &bytes).ok());
    if saved.is_none() {
        desk.send(Action::Notify(Notice::ExportFailed));
    }
}

fn copy(state: &State, desk: &Desk) {
    let paper = state.paper();
    let (as_html, as_text) = (html::write(&paper.table, &paper.form()), html::write_plain(&paper.table, &paper.form()));
    let (rows, desk) = (state.table.rows.len(), desk.clone());
    spawn_local(async move {
        let notice = match files::copy(&as_html, &as_text).await {
            Ok(()) => Notice::Copied(rows),
            Err(_) => Notice::CopyRefused,
        };
        desk.send(Action::Notify(notice));
    });
}
