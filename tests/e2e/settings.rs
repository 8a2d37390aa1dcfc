//! What holds for every meeting: language, colours, the lexicon of the user's own.

use serde_json::json;

use crate::{
    browser::wait_for,
    page::{Page, journey},
};

const MINUTES: &str = "BIÊN BẢN\nGiám đốc ốp ngay Đội Xung kích 3 dọn kho trước ngày 30/8/2025.";
const LEXICON: &str = r#"{ "cues": { "order": ["ốp ngay"] }, "actors": ["Đội Xung kích 3"] }"#;

#[tokio::test(flavor = "multi_thread")]
async fn a_lexicon_of_ones_own_is_checked_used_and_kept() {
    journey("lexicon", |page| async move {
        page.paste(MINUTES).await;
        page.click("#settings").await;
        write(&page, "{ \"actors\": [\"Đội Xung kích 3\",] }").await;
        let told = || async { page.texts("#lexicon-outcome.wrong").await.into_iter().next() };
        let told = wait_for("what is wrong", told).await;
        assert!(told.contains("Dòng 1"), "{told:?}");

        write(&page, LEXICON).await;
        let used =
            || async { page.texts("#lexicon-outcome:not(.wrong)").await.into_iter().find(|it| it.contains('2')) };
        wait_for("two phrases in use", used).await;
        page.run("document.querySelector('#settings-panel').hidePopover()", Vec::new()).await;
        page.click("#view-table").await;
        let lead = || async {
            let leads = page.texts("#table .task [data-column=lead]").await;
            leads.iter().any(|lead| lead.contains("Đội Xung kích 3")).then_some(())
        };
        wait_for("the team among the leads", lead).await;

        page.kept().await;
        page.reload().await;
        page.click("#view-table").await;
        wait_for("the team among the leads", lead).await;
        assert_eq!(page.run("return document.querySelector('#lexicon').value", Vec::new()).await, LEXICON);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn language_and_colours_are_chosen_and_kept() {
    journey("choices", |page| async move {
        page.click("#settings").await;
        choose(&page, "#settings-lang", "en").await;
        choose(&page, "#settings-theme", "dark").await;
        page.element("html[lang=en][data-theme=dark]").await;
        on_the_device(&page, "theme", "dark").await;
        page.reload().await;
        page.element("html[lang=en][data-theme=dark] #source").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_columns_of_the_table_are_kept_as_they_were_laid_out() {
    journey("kept-columns", |page| async move {
        page.paste_minutes_and_view("table").await;
        page.click("#columns").await;
        page.click("[data-choice=note] input").await;
        page.click("[data-choice=deadline] button").await;
        let heads = page.texts("#table thead th").await;
        page.kept().await;
        on_the_device(&page, "columns", "[\"note\",false]").await;
        page.reload().await;
        page.element("#table thead").await;
        assert_eq!(page.texts("#table thead th").await, heads);
        assert!(!heads.contains(&"Ghi chú".to_owned()), "{heads:?}");
    })
    .await;
}

/// Waits until the choice is on the device: it is written at once, but not before the page goes on.
async fn on_the_device(page: &Page, name: &str, part: &str) {
    let written = "const request = indexedDB.open('bienban');
        await new Promise(done => request.onsuccess = done);
        const value = request.result.transaction('settings').objectStore('settings').get(arguments[0]);
        await new Promise(done => value.onsuccess = done);
        request.result.close();
        return value.result ?? ''";
    let there = || async {
        page.run(written, vec![json!(name)]).await.as_str().is_some_and(|value| value.contains(part)).then_some(())
    };
    wait_for(&format!("{name} on the device"), there).await;
}

async fn write(page: &Page, lexicon: &str) {
    page.element("#settings-panel:popover-open").await;
    page.run("document.querySelector('#lexicon').value = arguments[0]", vec![json!(lexicon)]).await;
    page.click("#lexicon-take").await;
}

async fn choose(page: &Page, selector: &str, value: &str) {
    let script = "const field = document.querySelector(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, vec![json!(selector), json!(value)]).await;
}
