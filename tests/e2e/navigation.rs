//! The way around the page: the address, back and forward, a sentence under the pointer.

use serde_json::json;

use crate::{
    browser::wait_for,
    page::{Page, journey},
};

#[tokio::test(flavor = "multi_thread")]
async fn back_and_forward_lead_through_the_views_and_a_reload_to_the_same_row() {
    journey("back", |page| async move {
        page.paste_minutes_and_view("table").await;
        address(&page, "#table").await;
        page.click("#table .task:last-of-type .sentence").await;
        let chosen = page.element("#table .task.selected").await.attr("data-row").await.expect("a row").expect("a row");
        address(&page, &format!("#table/{chosen}")).await;
        page.click("#view-overview").await;
        address(&page, &format!("#overview/{chosen}")).await;

        page.client.back().await.expect("back");
        page.element(&format!("#table .task.selected[data-row='{chosen}']")).await;
        page.run("history.forward()", Vec::new()).await;
        page.element("#overview").await;
        page.client.back().await.expect("back");
        page.element("#table").await;

        page.kept().await;
        page.reload().await;
        page.element(&format!("#table .task.selected[data-row='{chosen}']")).await;
        page.element("#source-pane mark.selected").await;

        page.click("#new").await;
        address(&page, "").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_row_under_the_pointer_or_the_focus_marks_its_sentence() {
    journey("pointed", |page| async move {
        page.paste_minutes_and_view("table").await;
        let row = page.element("#table .task").await.attr("data-row").await.expect("a row").expect("a row");
        let mark = format!("#source-pane mark.pointed[data-item='{row}']");
        let over = "document.querySelector(arguments[0]).dispatchEvent(new Event(arguments[1], { bubbles: true }))";
        let sentence = format!("#table [data-row='{row}'] .sentence");
        page.run(over, vec![json!(sentence), json!("mouseover")]).await;
        page.element(&mark).await;
        page.run(over, vec![json!("#result .filter"), json!("mouseover")]).await;
        wait_for("no mark", || async { page.texts("mark.pointed").await.is_empty().then_some(()) }).await;
        page.run("document.querySelector(arguments[0]).focus()", vec![json!(sentence)]).await;
        page.element(&mark).await;
    })
    .await;
}

async fn address(page: &Page, hash: &str) {
    let there = || async { (page.run("return location.hash", Vec::new()).await == hash).then_some(()) };
    wait_for(&format!("the address {hash:?}"), there).await;
}
