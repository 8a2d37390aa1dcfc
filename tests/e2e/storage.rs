//! Nothing is lost: the work is found again, two tabs do not overwrite each other, and it is gone once forgotten.

use serde_json::json;

use crate::{
    browser::{is_left_out, wait_for},
    chromium::devtools,
    page::journey,
};

const MINUTES: &str = "KẾT LUẬN\nChủ tịch huyện chỉ đạo:\n- Giao phòng Nội vụ rà soát biên chế trước ngày 30/8/2025.";
const ANOTHER: &str = "Chủ tịch xã chỉ đạo:\n- Giao ban địa chính lập danh sách các hộ chưa có nước sạch.";

#[tokio::test(flavor = "multi_thread")]
async fn the_work_is_saved_within_a_second_and_found_again() {
    journey("found-again", |page| async move {
        // Measured in the page: the driver between test and page takes its time.
        let watch =
            "document.querySelector('#source').addEventListener('input', () => window.typed = performance.now());
            new MutationObserver(() => {
                if (document.querySelector('[data-keeping=kept]')) window.saved ??= performance.now();
            }).observe(document.body, { subtree: true, attributes: true, childList: true })";
        page.element("#source").await;
        page.run(watch, Vec::new()).await;
        page.paste(MINUTES).await;
        page.kept().await;
        let took = page.run("return window.saved - window.typed", Vec::new()).await;
        assert!(took.as_f64().is_some_and(|milliseconds| milliseconds < 1000.0), "saved after {took} ms");

        page.click("#view-groups").await;
        page.group("directive", "rà soát biên chế").await;
        page.click("#groups [data-group=directive] .sentence").await;
        page.click("#groups .dismiss").await;
        page.element("#groups .dismissed").await;
        page.kept().await;
        page.reload().await;
        assert_eq!(page.text().await, MINUTES);
        page.click("#view-groups").await;
        page.element("#groups .dismissed").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_of_the_tab_loses_nothing() {
    if is_left_out("crash", "crash a tab") {
        return;
    }
    journey("crash", |page| async move {
        page.paste(MINUTES).await;
        page.kept().await;
        let address = page.server.origin();
        let next = page.client.new_window(true).await.expect("another tab").handle;
        let crashed = page.client.window().await.expect("this tab");
        // The process of the tab ends without a word to the page.
        page.client.goto("chrome://crash").await.ok();
        page.client.switch_to_window(next).await.expect("the other tab");
        assert_ne!(page.client.window().await.expect("the other tab"), crashed);
        page.client.goto(&address).await.expect("the page opens");
        assert_eq!(page.text().await, MINUTES);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_tab_is_told_and_takes_over() {
    journey("two-tabs", |page| async move {
        page.paste(MINUTES).await;
        page.kept().await;
        let first = page.client.window().await.expect("the first tab");
        let second = page.client.new_window(true).await.expect("a second tab").handle;
        page.client.switch_to_window(second.clone()).await.expect("the second tab");
        page.client.goto(&page.server.origin()).await.expect("the page opens");

        page.element("[data-keeping=elsewhere]").await;
        assert_eq!(page.text().await, MINUTES);
        page.run("document.querySelector('#source').focus()", Vec::new()).await;
        page.insert("x").await;
        assert_eq!(page.text().await, MINUTES);

        page.click("#take-over").await;
        page.element("[data-keeping=kept]").await;
        page.paste("Mở đầu.\n").await;
        page.kept().await;
        let changed = page.text().await;
        assert!(changed.contains("Mở đầu."), "{changed:?}");

        page.client.switch_to_window(first).await.expect("the first tab");
        page.element("[data-keeping=elsewhere]").await;
        page.element("#source[readonly]").await;
        assert_eq!(page.text().await, MINUTES);
        page.click("#take-over").await;
        page.element("[data-keeping=kept]").await;
        wait_for("what the second tab wrote", || async { (page.text().await == changed).then_some(()) }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_storage_the_page_says_so_and_works_on() {
    journey("denied", |page| async move {
        page.reload_behind("Object.defineProperty(window, 'indexedDB', { value: undefined })").await;
        page.paste(MINUTES).await;
        page.element("[data-keeping=refused]").await;
        page.element("#notices .notice.serious").await;
        page.click("#view-groups").await;
        page.group("directive", "rà soát biên chế").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn full_storage_is_told_and_the_page_works_on() {
    if is_left_out("full", "fill its storage") {
        return;
    }
    journey("full", |page| async move {
        let quota = |size: u64| json!({ "origin": page.server.origin(), "quotaSize": size });
        devtools(&page.client, "Storage.overrideQuotaForOrigin", quota(1)).await.expect("no room");
        page.paste(MINUTES).await;
        page.element("[data-keeping=refused]").await;
        page.click("#view-groups").await;
        page.group("directive", "rà soát biên chế").await;

        devtools(&page.client, "Storage.overrideQuotaForOrigin", quota(1 << 30)).await.expect("room again");
        page.paste("\nXong.").await;
        page.kept().await;
        assert!(page.texts("#notices .notice").await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_meeting_is_opened_again_and_forgotten() {
    journey("forget", |page| async move {
        page.paste(MINUTES).await;
        page.kept().await;
        page.click("#new").await;
        page.paste(ANOTHER).await;
        page.kept().await;
        page.click("#storage").await;
        let stored = || async {
            let titles = page.texts("#storage-panel .stored b").await;
            (titles.len() == 2).then_some(titles)
        };
        let titles = wait_for("two meetings", stored).await;
        assert!(titles[0].starts_with("Chủ tịch xã chỉ đạo:") && titles[1].starts_with("KẾT LUẬN"), "{titles:?}");
        page.click("#storage-panel .stored .open").await;
        wait_for("the first meeting", || async { (page.text().await == MINUTES).then_some(()) }).await;

        page.click("#storage").await;
        page.element("#storage-panel .stored li").await;
        page.click("#storage-panel #forget-all").await;
        page.click("#storage-panel .confirm .yes").await;
        wait_for("an empty list", || async { page.texts("#storage-panel .stored li").await.is_empty().then_some(()) })
            .await;
        page.reload().await;
        assert_eq!(page.text().await, "");
        let left = "const request = indexedDB.open('bienban');
            await new Promise(done => request.onsuccess = done);
            const meetings = request.result.transaction('meetings').objectStore('meetings').count();
            await new Promise(done => meetings.onsuccess = done);
            return meetings.result";
        assert_eq!(page.run(left, Vec::new()).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_work_goes_into_a_file_and_comes_back() {
    journey("work-file", |page| async move {
        page.paste(MINUTES).await;
        page.click("#view-groups").await;
        page.group("directive", "rà soát biên chế").await;
        page.click("#groups [data-group=directive] .sentence").await;
        page.click("#groups .dismiss").await;
        page.element("#groups .dismissed").await;
        page.click("#storage").await;
        page.click("#save-work").await;
        let file = String::from_utf8(page.download(".work.json").await).expect("UTF-8");

        page.reload().await;
        page.click("#new").await;
        page.pick_file("cong-viec.json", file.as_bytes()).await;
        wait_for("the text", || async { (page.text().await == MINUTES).then_some(()) }).await;
        page.click("#view-groups").await;
        page.element("#groups .dismissed").await;

        page.pick_file("cong-viec.json", b"{\"format\": \"bienban-work\", \"version\": 99}").await;
        page.notice_with("cong-viec.json").await;
        assert_eq!(page.text().await, MINUTES);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn choices_of_the_first_version_move_into_the_database() {
    journey("migration", |page| async move {
        page.element("#source").await;
        let old = "localStorage.setItem('bienban.lang', 'en'); localStorage.setItem('bienban.theme', 'dark')";
        page.run(old, Vec::new()).await;
        for _ in 0..2 {
            page.reload().await;
            page.element("html[lang=en][data-theme=dark] #source").await;
            assert_eq!(page.run("return localStorage.length", Vec::new()).await, 0);
        }
    })
    .await;
}
