//! The keys of the action table: which cell they were pressed in, and what follows.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use super::action_row::Focus;
use super::cell::{Mode, Value};
use super::cell_field::written;
use super::row_values;
use crate::analysis::model::Origin;
use crate::table::{Column, Row};
use crate::web::desk::Desk;
use crate::web::document::focus;
use crate::web::names;
use crate::workspace::grid::{Key, Place, Size, Step, press};
use crate::workspace::{Action, Change, Line, Shared};

/// What the keys of the table need.
pub struct TableKeys {
    /// The words, and the way to the state.
    pub desk: Desk,
    /// What is shown, line by line.
    pub lines: Shared<Vec<Line>>,
    /// In which columns.
    pub columns: Shared<Vec<Column>>,
    /// Turns to a cell.
    pub set: Callback<Focus>,
    /// Whether the cell that was turned to has to take the focus.
    pub by_key: Rc<RefCell<bool>>,
}

impl TableKeys {
    /// Does what the key does.
    pub fn hear(&self, event: &KeyboardEvent) {
        if event.is_composing() || event.alt_key() || event.default_prevented() {
            return;
        }
        let Some(target) = event.target_dyn_into::<Element>() else { return };
        let named = |selector: &str, name: &str| target.closest(selector).ok().flatten()?.get_attribute(name);
        let row = named("[data-row]", "data-row").and_then(|row| row.parse::<u32>().ok());
        let column = named("[data-column]", "data-column").and_then(|name| names::column_named(&name));
        let Some((item, column)) = row.zip(column) else { return };
        let rows: Vec<&Shared<Row>> = self.lines.iter().filter_map(Line::task).collect();
        let columns: Vec<Column> = self.columns.iter().copied().filter(|column| *column != Column::Number).collect();
        let place = rows.iter().position(|row| row.item == item).zip(columns.iter().position(|other| *other == column));
        let Some((row, place)) = place else { return };
        let writing = matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA");
        let name = event.key();
        let key = Key { name: &name, command: event.ctrl_key() || event.meta_key(), shift: event.shift_key() };
        let size = Size { rows: rows.len(), columns: columns.len() };
        let Some(step) = press(key, writing, Place { row, column: place }, size) else { return };
        let here = |mode: Mode| self.go(Focus { item, column, mode });
        let there = |place: Place| {
            if let Some((row, column)) = rows.get(place.row).zip(columns.get(place.column)) {
                self.go(Focus { item: row.item, column: *column, mode: Mode::Stop });
            }
        };
        let words = Change::in_cell(column, String::new()).is_some();
        match step {
            Step::Go(place) => there(place),
            Step::Open if words => here(Mode::Written(None)),
            Step::Open => press_control(&target),
            Step::Write(letters) if words => here(Mode::Written(Some(letters))),
            Step::Clear if words => self.change(item, column, String::new()),
            Step::Write(_) | Step::Clear => return,
            Step::Keep(place) => {
                if let Some((row, text)) = rows.get(row).zip(written(event)) {
                    self.keep(row, column, text);
                }
                there(place);
            }
            Step::GiveUp => {
                if let Some(row) = rows.get(row) {
                    put_back(&target, &row_values::value(row, column, &self.desk).text);
                }
                here(Mode::Stop);
            }
            Step::Leave => focus("filter"),
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// A value that was carried over and left as it was is confirmed.
    fn keep(&self, row: &Row, column: Column, text: String) {
        let Value { text: shown, origin, .. } = row_values::value(row, column, &self.desk);
        match row_values::carried(column) {
            _ if text != shown => self.change(row.item, column, text),
            Some(value) if origin == Origin::Inferred => {
                self.desk.send(Action::Correct(row.item, Change::Confirm(vec![value])));
            }
            _ => {}
        }
    }

    fn go(&self, focus: Focus) {
        self.by_key.replace(true);
        self.set.emit(focus);
    }

    fn change(&self, item: u32, column: Column, text: String) {
        if let Some(change) = Change::in_cell(column, text) {
            self.desk.send(Action::Correct(item, change));
        }
    }
}

/// Opens a list, or presses a button.
fn press_control(target: &Element) {
    if target.dyn_ref::<HtmlSelectElement>().is_some() {
        // Lists have the same method as fields, only the bindings do not know it.
        let _refused = target.unchecked_ref::<HtmlInputElement>().show_picker();
    } else if let Some(button) = target.dyn_ref::<HtmlElement>() {
        button.click();
    }
}

/// Puts the old value back, or the field would hand on what was given up when it goes.
fn put_back(target: &Element, text: &str) {
    if let Some(field) = target.dyn_ref::<HtmlInputElement>() {
        field.set_value(text);
    } else if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(text);
    }
}
