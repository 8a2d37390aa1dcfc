//! The page's components and the interface for other pages, in a browser.
#![cfg(target_arch = "wasm32")]

use bienban::analysis::{
    analyze,
    model::{Date, Lang, Options},
};
use bienban::javascript::analyze_for_javascript;
use bienban::web::{
    components::{action_table::ActionTable, groups_view::GroupsView},
    desk::Desk,
};
use bienban::workspace::{Action, State, Theme};
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "KẾT LUẬN\nChủ tịch UBND huyện chỉ đạo:\n- Giao phòng Y tế báo cáo kết quả trước ngày 15/10/2025.\n- Giao phòng Nội vụ rà soát biên chế.";

/// The groups beside the table, over the analysis of [`TEXT`].
#[component]
fn Result() -> Html {
    let state = use_reducer_eq(|| {
        let minutes = Box::new(analyze(TEXT, &Options::default()));
        State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3))
            .apply(Action::Replace(TEXT.into()))
            .apply(Action::Analysed(1, minutes))
    });
    let desk = Desk::new(state.lang, state.dispatcher());
    html! {
        <ContextProvider<Desk> context={desk}>
            <GroupsView state={state.clone()} />
            <ActionTable {state} />
        </ContextProvider<Desk>>
    }
}

struct Shown(Element);

impl Shown {
    async fn result() -> Self {
        let document = web_sys::window().expect("a window").document().expect("a document");
        let place = document.create_element("div").expect("a place");
        document.body().expect("a body").append_child(&place).expect("it is put there");
        yew::Renderer::<Result>::with_root(place.clone()).render();
        yew::scheduler::flush().await;
        Self(place)
    }

    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.0.query_selector_all(selector).expect(selector);
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
    }

    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().filter_map(|element| element.text_content()).collect()
    }

    async fn press(&self, selector: &str) {
        self.all(selector).first().expect(selector).click();
        yew::scheduler::flush().await;
    }
}

#[wasm_bindgen_test]
async fn the_groups_count_what_they_show() {
    let shown = Shown::result().await;
    let directives = shown.texts("[data-group=directive] .sentence");
    assert_eq!(directives.len(), 2, "{directives:?}");
    assert_eq!(shown.texts("[data-group=directive] .badge"), ["2"]);
    assert_eq!(shown.texts("[data-group=achievement] .badge"), ["0"]);
}

#[wasm_bindgen_test]
async fn a_card_and_its_row_are_chosen_together() {
    let shown = Shown::result().await;
    shown.press("[data-group=directive] .card:last-child .sentence").await;
    let card = shown.all(".card.selected").first().and_then(|card| card.get_attribute("data-item"));
    let row = shown.all("tbody.selected").first().and_then(|row| row.get_attribute("data-row"));
    assert!(card.is_some());
    assert_eq!(card, row);
}

#[wasm_bindgen_test]
async fn a_corrected_cell_is_corrected_everywhere() {
    let shown = Shown::result().await;
    shown.press("tbody [data-column=lead] button").await;
    let field: HtmlInputElement = shown.all("tbody [data-column=lead] input").remove(0).unchecked_into();
    field.set_value("Trung tâm Y tế");
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    field.dispatch_event(&Event::new_with_event_init_dict("change", &bubbles).expect("an event")).expect("it is heard");
    yew::scheduler::flush().await;
    assert!(shown.texts("tbody [data-column=lead]")[0].contains("Trung tâm Y tế"));
    assert!(shown.texts("[data-group=directive] .card")[0].contains("Trung tâm Y tế"));
}

#[wasm_bindgen_test]
fn other_pages_cut_the_text_at_the_offsets_they_get() {
    // The globe is two units in JavaScript and one letter elsewhere.
    let text = JsString::from(format!("🌏 Hà Lam\n\n{TEXT}"));
    let options = Object::new();
    Reflect::set(&options, &"date".into(), &"2025-10-03".into()).expect("an option");
    let minutes = analyze_for_javascript(&String::from(&text), options.into()).expect("options are understood");
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).expect(key);
    let items: Array = get(&minutes, "items").unchecked_into();
    let place = |item: &JsValue, key: &str| get(item, key).as_f64().expect(key) as u32;
    let cut: Vec<String> =
        items.iter().map(|item| text.slice(place(&item, "start"), place(&item, "end")).into()).collect();
    assert!(cut.contains(&"Giao phòng Nội vụ rà soát biên chế".to_owned()), "{cut:?}");
}

#[wasm_bindgen_test]
fn options_that_are_none_are_refused() {
    let options = Object::new();
    Reflect::set(&options, &"date".into(), &"tomorrow".into()).expect("an option");
    assert!(analyze_for_javascript(TEXT, options.into()).is_err());
    assert!(analyze_for_javascript(TEXT, JsValue::UNDEFINED).is_ok());
}
