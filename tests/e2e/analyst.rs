//! The page never waits in vain: a worker that dies is replaced, a long analysis is told of and can be stopped.

use crate::{
    browser::wait_for,
    page::{MINUTES, Page, journey},
};

/// Keeps every worker that the page starts. A `deaf` page's requests never arrive.
const WATCHED: &str = "window.workers = [];
    window.Worker = class extends Worker {
        constructor(...address) { super(...address); window.workers.push(this); }
        postMessage(message) { if (!window.deaf) super.postMessage(message); }
    }";

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_is_replaced_and_nothing_typed_is_lost() {
    journey("dies", |page| async move {
        watch_workers(&page).await;
        // A request that never arrives leaves the page waiting; then the worker dies with a word.
        page.run("window.deaf = true", Vec::new()).await;
        page.paste(MINUTES).await;
        page.element("#result[aria-busy=true]").await;
        let end = "const worker = window.workers.at(-1);
            worker.terminate();
            window.deaf = false;
            worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }))";
        page.run(end, Vec::new()).await;
        assert_told_and_done(&page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_falls_silent_is_replaced() {
    journey("silent", |page| async move {
        watch_workers(&page).await;
        page.run("window.deaf = true", Vec::new()).await;
        page.paste(MINUTES).await;
        page.element("#result[aria-busy=true]").await;
        page.run("window.workers.at(-1).terminate(); window.deaf = false", Vec::new()).await;
        assert_told_and_done(&page).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_analysis_is_told_of_and_can_be_stopped() {
    journey("long", |page| async move {
        watch_workers(&page).await;
        page.run("window.deaf = true", Vec::new()).await;
        let long = MINUTES.repeat(300_000 / MINUTES.chars().count());
        page.put_in(&long).await;
        let told = || async { page.texts("#working p").await.into_iter().find(|words| words.contains("ký tự")) };
        wait_for("what is under way", told).await;
        page.click("#stop").await;
        page.element("#result[aria-busy=false]").await;
        page.run("window.deaf = false", Vec::new()).await;
        page.click("#analyse").await;
        page.click("#view-groups").await;
        page.group("directive", "lập kế hoạch xử lý").await;
    })
    .await;
}

async fn assert_told_and_done(page: &Page) {
    page.element("#notices .notice.serious").await;
    page.click("#view-groups").await;
    page.group("directive", "lập kế hoạch xử lý").await;
    let workers = page.run("return window.workers.length", Vec::new()).await;
    assert_eq!(workers, 2);
    assert_eq!(page.text().await, MINUTES);
}

/// Loads the page again with its workers in view.
async fn watch_workers(page: &Page) {
    page.reload_behind(WATCHED).await;
    // The worker says when it listens; until then requests wait.
    let up = || async { (page.run("return window.workers.length", Vec::new()).await == 1).then_some(()) };
    wait_for("a worker", up).await;
}
