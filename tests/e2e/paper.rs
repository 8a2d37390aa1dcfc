//! What comes out of the printer.

use serde_json::json;

use crate::{
    browser::is_left_out,
    chromium::devtools,
    page::{Page, journey},
};

/// What can be seen of a selector, in the lines of the test.
const SEEN: &str = "return arguments[0].map(selector => [...document.querySelectorAll(selector)]
    .some(element => element.checkVisibility()))";

#[tokio::test(flavor = "multi_thread")]
async fn the_table_is_printed_without_the_desk_around_it() {
    if is_left_out("paper-table", "lay out paper") {
        return;
    }
    journey("paper-table", |page| async move {
        page.paste_minutes_and_view("table").await;
        page.element("#table .task").await;
        assert_pages_are_a4(&page).await;
        on_paper(&page).await;
        let seen = page
            .run(SEEN, vec![json!(["#table .task", ".print-heading", ".header", ".tabs", ".filter", "#source"])])
            .await;
        assert_eq!(seen, json!([true, true, false, false, false, false]));
        assert_eq!(page.texts(".print-heading .title").await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_overview_prints_the_whole_analysis() {
    if is_left_out("paper-whole", "lay out paper") {
        return;
    }
    journey("paper-whole", |page| async move {
        page.paste_minutes_and_view("overview").await;
        page.element("#overview .clarity").await;
        let hidden = page.run(SEEN, vec![json!(["#overview .print-only"])]).await;
        assert_eq!(hidden, json!([false]));
        assert_pages_are_a4(&page).await;
        on_paper(&page).await;
        let parts = [".counts", ".clarity", ".timeline", "[data-group=directive] li", ".printed-table td", ".header"];
        let seen = page.run(SEEN, vec![json!(parts)]).await;
        assert_eq!(seen, json!([true, true, true, true, true, false]));
        let tasks = page.texts("#overview .printed-table tbody tr").await.len();
        assert_eq!(page.texts("#view-table .badge").await, [tasks.to_string()]);
    })
    .await;
}

async fn on_paper(page: &Page) {
    devtools(&page.client, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await.expect("paper");
}

/// Prints into a file, each page of which is as large as a sheet of A4, upright or across.
async fn assert_pages_are_a4(page: &Page) {
    let wish = json!({ "preferCSSPageSize": true, "printBackground": true });
    let printed = devtools(&page.client, "Page.printToPDF", wish).await.expect("a print");
    // Page sizes stand uncompressed in Chromium's files.
    let boxes = "const bytes = Uint8Array.from(atob(arguments[0]), letter => letter.charCodeAt(0));
        const file = new TextDecoder('latin1').decode(bytes);
        return [...file.matchAll(/MediaBox ?\\[0 0 ([\\d.]+) ([\\d.]+)\\]/g)].map(found => [+found[1], +found[2]])";
    let boxes: Vec<(f64, f64)> =
        serde_json::from_value(page.run(boxes, vec![printed["data"].clone()]).await).expect("page sizes");
    assert!(!boxes.is_empty());
    for (width, height) in boxes {
        let (short, long) = (width.min(height), width.max(height));
        assert!((short - 595.0).abs() < 2.0 && (long - 842.0).abs() < 2.0, "{width} × {height}");
    }
}
