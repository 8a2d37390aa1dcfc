//! The page's components in a real browser.
//!
//! What tests and stylesheets may hold on to:
//!
//! | selector | what it is |
//! | --- | --- |
//! | `#source`, `#source-pane mark[data-item="3"]`, `.selected` | the text field, the mark of item 3 in it, the chosen one |
//! | `#analyse`, `#new`, `#open`, `#file`, `#undo`, `#redo`, `#sample-vi`, `#sample-en` | what to do with the text |
//! | `#view-source`, `#view-groups`, `#view-table`, `#view-overview` | the views; `.page[data-view]` names the one in front |
//! | `[data-group="directive"] [data-item="3"]`, `.sentence`, `.badge` | item 3 in its group, its words, the group's count |
//! | `#table [data-row="3"]`, `[data-column="lead"] .cell`, `select.progress` | the task of item 3, its cells |
//! | `.details .why`, `.regroup`, `.reword`, `.split`, `.join`, `.undraw`, `.confirm`, `.dismiss`, `[data-restore="3"]` | what can be done about an item |
//! | `#filter`, `#filter-group`, `#filter-party`, `#filter-due`, `#filter-status`, `#legend-directive` | filters |
//! | `#columns`, `[data-choice="note"]`, `#group-by-lead`, `#copy-shown` | the layout of the table, the table as shown |
//! | `#export-menu`, `#copy-table`, `#export-csv`, `#export-md`, `#export-html`, `#export-json` | ways out |
//! | `#export-motto`, `#export-separator` | the form of what goes out |
//! | `#meeting-date`, `#lang-vi`, `#lang-en`, `#theme`, `#check-privacy` | settings |
//! | `#notices .notice`, `#notes`, `#working`, `#stop`, `#parts` | what the page says of itself |

#![cfg(target_arch = "wasm32")]

use bienban::analysis::model::{Category, Date, Item, Lang, Minutes, Party, Span};
use bienban::web::components::action_table::ActionTable;
use bienban::web::components::groups_view::GroupsView;
use bienban::web::components::source_pane::SourcePane;
use bienban::web::desk::Desk;
use bienban::workspace::{Action, State, Theme};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

const TEXT: &str = "🙂 Thu ngân sách đạt 91%.\nTrạm bơm còn hỏng.\nXã kiến nghị bổ sung vốn.\nGiao Sở Y tế báo cáo.";
const ITEMS: [(&str, Category, Option<&str>); 4] = [
    ("Thu ngân sách đạt 91%", Category::Achievement, None),
    ("Trạm bơm còn hỏng", Category::Shortcoming, None),
    ("bổ sung vốn", Category::Recommendation, None),
    ("báo cáo", Category::Directive, Some("Sở Y tế")),
];

fn minutes() -> Minutes {
    let span = |words: &str| TEXT.find(words).map(|start| Span::new(start, start + words.len())).unwrap();
    let party = |name: &str| Party { text: name.into(), span: None, key: name.into(), origin: Default::default() };
    let item = |(id, (words, category, lead)): (u32, (&str, Category, Option<&str>))| Item {
        id,
        span: span(words),
        category,
        statements: Vec::new(),
        confidence: 0.9,
        reasons: Vec::new(),
        lead: lead.map(party),
        support: Vec::new(),
        issuer: None,
        deadline: None,
        product: None,
        repeated: Vec::new(),
    };
    Minutes { items: (1..).zip(ITEMS).map(item).collect(), ..Minutes::default() }
}

/// The page's views on a desk where an analysis is done.
#[component]
fn Stage() -> Html {
    let state = use_reducer_eq(|| {
        State::new(Lang::Vi, Theme::Light, Date::constant(2025, 10, 3))
            .apply(Action::Replace(TEXT.into()))
            .apply(Action::Analysed(1, Box::new(minutes())))
    });
    html! {
        <ContextProvider<Desk> context={Desk::new(state.lang, state.dispatcher())}>
            <SourcePane state={state.clone()} />
            <GroupsView analysis={state.analysis.clone()} minutes={state.minutes.clone()}
                corrections={state.corrections.clone()} shown={state.shown.clone()} chosen={state.chosen()} />
            <ActionTable analysis={state.analysis.clone()} table={state.table.clone()} filter={state.filter.clone()}
                layout={state.layout.clone()} today={state.today} chosen={state.chosen()} />
        </ContextProvider<Desk>>
    }
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

async fn stage() -> Element {
    if let Some(last) = document().query_selector("main.stage").unwrap() {
        last.remove();
    }
    let root = document().create_element("main").unwrap();
    root.set_class_name("stage");
    document().body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<Stage>::with_root(root.clone()).render();
    yew::scheduler::flush().await;
    root
}

fn find<Kind: JsCast>(root: &Element, selector: &str) -> Kind {
    let element = root.query_selector(selector).unwrap();
    element.unwrap_or_else(|| panic!("no {selector}")).dyn_into().unwrap()
}

fn count(root: &Element, selector: &str) -> u32 {
    root.query_selector_all(selector).unwrap().length()
}

async fn click(root: &Element, selector: &str) {
    find::<HtmlElement>(root, selector).click();
    yew::scheduler::flush().await;
}

async fn tell(element: &Element, event: &str) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(event, &bubbling).unwrap()).unwrap();
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn the_four_groups_show_their_items() {
    let root = stage().await;
    for (id, (words, category, _)) in (1..).zip(ITEMS) {
        let name = bienban::web::names::category(category);
        let group = format!("[data-group={name}]");
        assert_eq!(find::<Element>(&root, &format!("{group} .badge")).text_content().unwrap(), "1");
        let sentence = find::<Element>(&root, &format!("{group} [data-item='{id}'] .sentence"));
        assert_eq!(sentence.text_content().unwrap(), words);
    }
}

#[wasm_bindgen_test]
async fn a_chosen_row_marks_its_sentence() {
    let root = stage().await;
    click(&root, "#table [data-row='4'] .sentence").await;
    assert_eq!(count(&root, "mark.selected"), 1);
    assert_eq!(find::<Element>(&root, "mark.selected").text_content().unwrap(), "báo cáo");
    assert_eq!(count(&root, "[data-group=directive] .card.selected"), 1);
}

#[wasm_bindgen_test]
async fn a_place_in_the_text_chooses_its_row() {
    let root = stage().await;
    let field = find::<HtmlTextAreaElement>(&root, "#source");
    let before = TEXT.split("bổ sung").next().unwrap().encode_utf16().count() as u32;
    field.set_selection_range(before + 2, before + 2).unwrap();
    tell(&field, "click").await;
    assert_eq!(count(&root, "#table .selected[data-row='3']"), 1);
}

#[wasm_bindgen_test]
async fn typing_leaves_field_and_caret_alone_and_moves_the_marks() {
    let root = stage().await;
    let field = find::<HtmlTextAreaElement>(&root, "#source");
    field.set_value(&format!("Mở đầ{TEXT}"));
    field.set_selection_range(5, 5).unwrap();
    tell(&field, "input").await;
    assert_eq!(field.value(), format!("Mở đầ{TEXT}"));
    assert_eq!(field.selection_start().unwrap(), Some(5));
    assert_eq!(find::<Element>(&root, "mark[data-item='2']").text_content().unwrap(), "Trạm bơm còn hỏng");
}

#[wasm_bindgen_test]
async fn a_corrected_cell_is_corrected_everywhere() {
    let root = stage().await;
    let cell = "#table [data-row='4'] [data-column=lead] .cell";
    click(&root, cell).await;
    let field = find::<HtmlInputElement>(&root, cell);
    assert_eq!(field.value(), "Sở Y tế");
    field.set_value("Sở Nội vụ");
    tell(&field, "focusout").await;
    assert_eq!(find::<Element>(&root, cell).text_content().unwrap(), "Sở Nội vụ");
    assert_eq!(find::<Element>(&root, ".card[data-item='4'] .lead").text_content().unwrap(), "Sở Nội vụ");
}

#[wasm_bindgen_test]
async fn a_dismissed_item_is_gone_from_all_views_and_comes_back() {
    let root = stage().await;
    click(&root, "#groups [data-item='4'] .sentence").await;
    click(&root, "#groups [data-item='4'] .dismiss").await;
    assert_eq!(count(&root, "mark[data-item='4'], #table [data-row='4'], .card[data-item='4']"), 0);
    click(&root, "[data-restore='4']").await;
    assert_eq!(count(&root, "mark[data-item='4'], #table [data-row='4'], .card[data-item='4']"), 3);
}

#[wasm_bindgen_test]
async fn a_hidden_group_has_no_marks() {
    let root = stage().await;
    click(&root, "#legend-directive").await;
    assert_eq!((count(&root, "mark[data-item='4']"), count(&root, "mark")), (0, 3));
}

#[wasm_bindgen_test]
fn javascript_gets_offsets_that_slice_its_strings() {
    let text = "🙂🙂 Hà Lam\n\nKẾT LUẬN\nChủ tịch UBND huyện chỉ đạo:\n- Giao phòng Nội vụ rà soát biên chế.";
    let found = bienban::javascript::analyze_for_javascript(text, JsValue::UNDEFINED).ok().unwrap();
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &key.into()).unwrap();
    let items: js_sys::Array = get(&found, "items").unchecked_into();
    assert!(items.length() > 0);
    let strings = js_sys::JsString::from(text);
    for item in items.iter() {
        let offset = |key: &str| get(&item, key).as_f64().unwrap() as u32;
        let words = strings.slice(offset("start"), offset("end"));
        assert_eq!(words, get(&item, "text").unchecked_into::<js_sys::JsString>());
    }
}

#[wasm_bindgen_test]
fn javascript_is_told_of_strange_options() {
    let strange = js_sys::JSON::parse("{\"date\": \"soon\"}").unwrap();
    assert!(bienban::javascript::analyze_for_javascript("Giao Sở Y tế.", strange).is_err());
}
