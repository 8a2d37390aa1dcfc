//! Nothing leaves the page, and the browser itself sees to that.

use std::{env, fs};

use serde_json::json;

use crate::browser::is_left_out;
use crate::page::{journey, journey_on};

/// An address of another host. There is none, but a request for it would be recorded.
const ELSEWHERE: &str = "http://elsewhere.invalid/";

const FETCH: &str = "await fetch(arguments[0]).catch(() => {})";

const FETCH_IN_A_WORKER: &str = "
    const code = `fetch('${arguments[0]}').catch(() => {}).then(() => postMessage('asked'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    await new Promise(asked => worker.onmessage = asked)";

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_leaves_would_be_seen() {
    if is_left_out("leaving", "record its network") {
        return;
    }
    let folder = env::temp_dir().join(format!("bienban-e2e-{}-without-policy", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("index.html"), "<!doctype html><title>No policy</title>").expect("a page");
    let from_a_worker = format!("{ELSEWHERE}worker");
    let arguments = json!(from_a_worker);
    let requests = journey_on(folder.clone(), "leaving", |page| async move {
        page.run(FETCH, vec![json!(ELSEWHERE)]).await;
        page.run(FETCH_IN_A_WORKER, vec![arguments]).await;
    })
    .await;
    fs::remove_dir_all(folder).expect("the folder goes");
    assert!(requests.contains(&ELSEWHERE.to_owned()), "not seen among {requests:?}");
    assert!(requests.contains(&from_a_worker), "not seen among {requests:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_policy_keeps_the_page_and_its_workers_from_asking_another_host() {
    if is_left_out("policy", "record its network") {
        return;
    }
    let requests = journey("policy", |page| async move {
        page.run(FETCH, vec![json!(ELSEWHERE)]).await;
        page.run(FETCH_IN_A_WORKER, vec![json!(ELSEWHERE)]).await;
        // A worker from an address of its own would not be bound by the policy, so the page must not have one.
        page.click("#sample-vi").await;
        page.element("#result [data-item], #result [data-row]").await;
        let workers = page.workers().await;
        assert!(!workers.is_empty() && workers.iter().all(|address| address.starts_with("blob:")), "{workers:?}");
    })
    .await;
    assert!(!requests.is_empty(), "the page was loaded");
    assert!(!requests.contains(&ELSEWHERE.to_owned()), "a request left: {requests:?}");
}
