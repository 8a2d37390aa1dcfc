//! What people come for: paste minutes, read the groups, find a task's sentence, take the table away.

use std::collections::HashMap;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use serde_json::json;

use crate::{
    browser::{Kind, wait_for},
    chromium,
    page::{MINUTES, Page, journey},
};

/// A sentence of the minutes in each group.
const KNOWN: [(&str, &str); 4] = [
    ("achievement", "Thu ngân sách 9 tháng đạt 186,4 tỷ đồng"),
    ("shortcoming", "Còn 7 hộ dân tại thôn Bãi Soi chưa bàn giao mặt bằng"),
    ("recommendation", "bố trí 650 triệu đồng sửa chữa trạm bơm"),
    ("directive", "lập kế hoạch xử lý các điểm đổ rác thải"),
];

#[tokio::test(flavor = "multi_thread")]
async fn pasted_minutes_are_read_in_four_groups() {
    journey("groups", |page| async move {
        page.paste_minutes_and_view("groups").await;
        for (group, known) in KNOWN {
            let sentences = page.group(group, known).await;
            assert!(sentences.iter().all(|sentence| MINUTES.contains(sentence.as_str())), "{sentences:?}");
            let counts = page.texts(&format!("[data-group={group}] .badge")).await;
            assert_eq!(counts, [sentences.len().to_string()]);
        }
        page.assert_no_complaint().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chosen_task_shows_its_sentence_and_a_chosen_sentence_its_task() {
    journey("linked", |page| async move {
        page.paste_minutes_and_view("table").await;
        let row = page.element("#table tbody.task:last-of-type").await;
        let item = row.attr("data-row").await.expect("its item").expect("its item");
        page.click(&format!("#table [data-row='{item}'] .sentence")).await;
        let mark = format!("#source-pane mark[data-item='{item}']");
        page.element(&format!("{mark}.selected")).await;
        wait_for("its sentence in sight", || async { in_sight(&page, &mark).await.then_some(()) }).await;

        let other = page.texts("#table tbody.task:not(.selected) .sentence").await.len();
        assert!(other > 0, "there is another task");
        let first =
            page.element("#table tbody.task").await.attr("data-row").await.expect("its item").expect("its item");
        click_into_the_text(&page, &format!("#source-pane mark[data-item='{first}']")).await;
        page.element(&format!("#table tbody.task.selected[data-row='{first}']")).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_is_taken_away_as_csv() {
    journey("csv", |page| async move {
        page.paste(MINUTES).await;
        assert_table_as_csv(&page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_goes_on_without_a_network() {
    let requests = journey("offline", |page| async move {
        page.click("#sample-en").await;
        page.group("directive", "").await;
        page.click("#new").await;

        if Kind::wanted() == Kind::Chromium {
            chromium::go_offline(&page.client).await.expect("the network is cut");
        }
        page.server.stop();
        let before = page.server.asked();
        page.paste_minutes_and_view("groups").await;
        for (group, known) in KNOWN {
            page.group(group, known).await;
        }
        assert_table_as_csv(&page).await;
        assert_eq!(page.server.asked(), before);
    })
    .await;
    assert!(requests.iter().all(|address| address.starts_with("http://127.0.0.1:")), "a request left: {requests:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_text_is_refused_by_name_and_nothing_is_lost() {
    journey("refused", |page| async move {
        page.paste("Giao Sở Y tế báo cáo trước ngày 01/02/2025.").await;
        page.pick_file("con dấu.png", &[137, 80, 78, 71, 13, 10, 26, 10, 0, 0]).await;
        page.notice_with("con dấu.png").await;
        assert_eq!(page.text().await, "Giao Sở Y tế báo cáo trước ngày 01/02/2025.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_field_says_what_to_put_there() {
    journey("empty", |page| async move {
        let invitation = page.element("#source").await.attr("placeholder").await.expect("the field");
        assert!(invitation.is_some_and(|words| !words.is_empty()));
        page.paste("  ").await;
        page.click("#analyse").await;
        page.notice_with("").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_english_and_keeps_the_text() {
    journey("english", |page| async move {
        page.paste_minutes_and_view("groups").await;
        let (group, known) = KNOWN[3];
        let sentences = page.group(group, known).await;
        assert_eq!(page.run("return document.documentElement.lang", Vec::new()).await, "vi");
        page.click("#lang-en").await;
        let heading =
            || async { page.texts("#group-directive").await.into_iter().find(|text| text.contains("Directives")) };
        wait_for("the English heading", heading).await;
        assert_eq!(page.run("return document.documentElement.lang", Vec::new()).await, "en");
        assert_eq!(page.group(group, known).await, sentences);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_narrow_window_has_all_views_and_never_scrolls_sideways() {
    journey("narrow", |page| async move {
        page.resize(360, 740).await;
        page.paste(MINUTES).await;
        for view in ["groups", "table", "overview", "source"] {
            page.click(&format!("#view-{view}")).await;
            page.element(&format!(".page[data-view={view}]")).await;
            let beyond = "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
            assert_eq!(page.run(beyond, Vec::new()).await, 0, "the view {view}");
        }
    })
    .await;
}

/// Downloads the table and compares it with the one on the page.
async fn assert_table_as_csv(page: &Page) {
    page.click("#view-table").await;
    page.element("#table tbody.task").await;
    page.click("#export-menu").await;
    page.click("#export-csv").await;
    let file = String::from_utf8(page.download(".csv").await).expect("UTF-8");
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark, by which spreadsheets know UTF-8");
    // Excel with Vietnamese settings parts the cells by semicolons.
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
    let rows: Vec<HashMap<String, String>> = reader.deserialize().map(|row| row.expect("a row")).collect();
    let column = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(column("STT"), page.texts("#table tbody [data-column=number]").await);
    for task in column("Nội dung nhiệm vụ") {
        assert!(MINUTES.contains(&task), "{task:?}");
    }
    let deadlines = column("Thời hạn");
    assert!(deadlines.contains(&"20/10/2025".to_owned()), "{deadlines:?}");
}

async fn in_sight(page: &Page, selector: &str) -> bool {
    let script = "const place = document.querySelector(arguments[0]).getBoundingClientRect();
        return place.top >= 0 && place.bottom <= innerHeight";
    page.run(script, vec![json!(selector)]).await == true
}

/// Clicks where the element is, on whatever lies above it there: the field lies above the marks.
async fn click_into_the_text(page: &Page, selector: &str) {
    let script = "const element = document.querySelector(arguments[0]);
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const place = element.getClientRects()[0];
        return [Math.round(place.left + place.width / 2), Math.round(place.top + place.height / 2)]";
    let place: (i64, i64) = serde_json::from_value(page.run(script, vec![json!(selector)]).await).expect("a place");
    let press = PointerAction::Down { button: fantoccini::actions::MOUSE_BUTTON_LEFT };
    let release = PointerAction::Up { button: fantoccini::actions::MOUSE_BUTTON_LEFT };
    let to = PointerAction::MoveTo { duration: None, x: place.0 as f64, y: place.1 as f64 };
    let mouse = MouseActions::new("mouse".to_owned()).then(to).then(press).then(release);
    page.client.perform_actions(mouse).await.expect("a click");
}
