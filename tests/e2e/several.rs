//! Several files at once become several documents; a bad one among them says so and stops nothing.

use crate::{
    browser::wait_for,
    page::{Page, journey},
};

const DOCUMENT: &[u8] = include_bytes!("../files/python-docx.docx");

#[tokio::test(flavor = "multi_thread")]
async fn each_file_is_a_meeting_and_none_is_lost() {
    journey("several", |page| async move {
        let half = DOCUMENT.get(..DOCUMENT.len() / 2).expect("half of it");
        let note = "Giao phòng Nội vụ rà soát biên chế trước ngày 30/9/2025.".as_bytes();
        let files = [("giao ban.docx", DOCUMENT), ("hỏng.docx", half), ("rỗng.txt", b" "), ("ghi chú.txt", note)];
        page.drop_files(&files).await;
        page.notice_with("hỏng.docx").await;
        page.notice_with("rỗng.txt").await;
        page.element("#tray [aria-current]").await;
        assert_eq!(page.texts("#tray button").await, ["giao ban.docx", "ghi chú.txt"]);
        assert!(page.text().await.contains("Ban Quản lý chợ"));

        // From one to the other and back; what is written in one stays there.
        page.click("#tray li:nth-child(2) button").await;
        shows(&page, "rà soát biên chế").await;
        page.click("#view-groups").await;
        page.group("directive", "rà soát biên chế").await;
        page.client.execute("document.querySelector('#source').focus()", Vec::new()).await.expect("the focus");
        page.client.active_element().await.expect("the field").send_keys("Thêm. ").await.expect("keys");
        shows(&page, "Thêm.").await;
        page.click("#tray li:nth-child(1) button").await;
        shows(&page, "Ban Quản lý chợ").await;
        page.click("#tray li:nth-child(2) button").await;
        shows(&page, "Thêm.").await;

        // Both are kept on the device, the one that was never touched too.
        page.kept().await;
        page.reload().await;
        page.click("#storage").await;
        let kept = || async { (page.texts("#storage-panel .stored li").await.len() == 2).then_some(()) };
        wait_for("two meetings on the device", kept).await;
    })
    .await;
}

async fn shows(page: &Page, words: &str) {
    wait_for(words, || async { page.text().await.contains(words).then_some(()) }).await;
}
