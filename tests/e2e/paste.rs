//! Pasting from a word processor or a web page keeps structure, never styles or scripts.

use serde_json::{Value, json};

use crate::{
    browser::wait_for,
    page::{Page, journey},
};

const COPIED: &str = "<meta charset='utf-8'><style>p { color: red }</style><h2>Kết luận</h2>\
    <ol><li>Sở Y tế báo cáo</li><li>Sở Xây dựng sửa đường</li></ol>\
    <table><tr><th>Việc</th><th>Ai</th></tr><tr><td>Họp</td><td>Tổ 1</td></tr><tr><td>Sửa</td><td>Tổ 2</td></tr></table>\
    <img src=x onerror='window.ran = true'><script>window.ran = true</script>";
const STRUCTURED: &str =
    "## Kết luận\n\n1. Sở Y tế báo cáo\n2. Sở Xây dựng sửa đường\n\n| Việc | Ai |\n| Họp | Tổ 1 |\n| Sửa | Tổ 2 |";

#[tokio::test(flavor = "multi_thread")]
async fn structure_is_pasted_where_the_caret_is_and_a_step_back_takes_it_out() {
    journey("paste", |page| async move {
        page.paste("đầu cuối").await;
        caret(&page, 4).await;
        assert_eq!(paste(&page, COPIED, "Kết luận …").await, true);
        assert_eq!(page.text().await, format!("đầu {STRUCTURED}cuối"));
        let behind = "đầu ".chars().count() + STRUCTURED.chars().count();
        assert_eq!(
            page.run("return document.querySelector('#source').selectionStart", Vec::new()).await,
            json!(behind)
        );
        assert_eq!(page.run("return window.ran ?? false", Vec::new()).await, false);
        // What is typed next stands behind it, and steps back lead out again.
        page.client.active_element().await.expect("the field").send_keys("!").await.expect("a key");
        wait_for("the key", || async { page.text().await.contains("|!cuối").then_some(()) }).await;
        page.click("#undo").await;
        wait_for("one step", || async { (page.text().await == format!("đầu {STRUCTURED}cuối")).then_some(()) }).await;
        page.click("#undo").await;
        wait_for("two steps", || async { (page.text().await == "đầu cuối").then_some(()) }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_structure_the_browser_pastes_the_plain_text() {
    journey("paste-plain", |page| async move {
        page.paste("Giao ban").await;
        assert_eq!(paste(&page, "<div style='color:red'>let <b>x</b></div>", "let x").await, false);
        assert_eq!(paste(&page, "", "let x").await, false);
        assert_eq!(page.text().await, "Giao ban");
    })
    .await;
}

/// Pastes as the browser would tell it; whether the page took it over.
async fn paste(page: &Page, html: &str, plain: &str) -> Value {
    let script = "const copied = new DataTransfer();
        if (arguments[0]) copied.setData('text/html', arguments[0]);
        copied.setData('text/plain', arguments[1]);
        const event = new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true });
        document.querySelector('#source').dispatchEvent(event);
        return event.defaultPrevented";
    page.run(script, vec![json!(html), json!(plain)]).await
}

async fn caret(page: &Page, at: usize) {
    page.run("document.querySelector('#source').setSelectionRange(arguments[0], arguments[0])", vec![json!(at)]).await;
}
