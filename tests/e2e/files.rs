//! Documents in and out: a Word document is dropped on the page, its action table leaves as a workbook.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use serde_json::json;

use crate::{
    browser::{complaints, wait_for},
    page::{Page, journey},
};

const DOCUMENT: &[u8] = include_bytes!("../files/python-docx.docx");

#[tokio::test(flavor = "multi_thread")]
async fn a_word_document_comes_in_and_its_tasks_leave_as_a_workbook() {
    journey("workbook", |page| async move {
        drop_file(&page, "giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
        let text = page.run("return document.querySelector('#source').value", Vec::new()).await;
        assert!(text.as_str().is_some_and(|text| text.contains("1. Giao Ban Quản lý chợ")), "{text}");

        page.click("#view-table").await;
        page.element("#table tbody.task").await;
        let tasks = page.texts("#table tbody.task .sentence").await;
        page.click("#export-menu").await;
        page.click("#export-xlsx").await;
        let mut workbook = Xlsx::new(Cursor::new(page.download(".xlsx").await)).expect("a workbook");
        let sheet = workbook.worksheet_range("Việc cần làm").expect("the sheet of tasks");
        let column: Vec<String> = sheet.rows().filter_map(|row| row.get(1)).map(ToString::to_string).collect();
        // The page says the group before each task, for those who only hear it.
        for task in tasks.iter().filter_map(|task| task.split_once(": ")).map(|(_, task)| task) {
            assert!(column.iter().any(|cell| cell == task), "{task:?} is not in {column:?}");
        }
        assert!(tasks.len() >= 3);
        let is_date = |cell: &Data| matches!(cell, Data::DateTime(_));
        assert!(sheet.rows().flatten().filter(|cell| is_date(cell)).count() >= 2, "deadlines are dates");

        for (id, ending) in [("#export-docx", "-phan-cong-nhiem-vu.docx"), ("#export-report", "-phan-tich.docx")] {
            page.click("#export-menu").await;
            page.click(id).await;
            assert!(page.download(ending).await.starts_with(b"PK"));
        }
        page.click("#export-menu").await;
        page.click("#export-ics").await;
        assert!(page.download(".ics").await.starts_with(b"BEGIN:VCALENDAR"));
        assert_eq!(complaints(&page.client).await.expect("the console"), [""; 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_document_is_refused_and_the_next_one_is_read() {
    journey("damaged", |page| async move {
        drop_file(&page, "hỏng.docx", DOCUMENT.get(..DOCUMENT.len() / 2).expect("half of it")).await;
        notice_with(&page, "hỏng.docx").await;
        drop_file(&page, "giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_of_an_old_font_are_repaired_and_read_otherwise_on_demand() {
    journey("letters", |page| async move {
        page.paste("Giao Së Y tÕ b¸o c¸o kÕt qu¶ tr\u{AD}íc ngµy 30/9/2025.").await;
        let text = || async { page.run("return document.querySelector('#source').value", Vec::new()).await };
        wait_for("the repaired text", || async {
            text().await.as_str()?.contains("Giao Sở Y tế báo cáo").then_some(())
        })
        .await;
        notice_with(&page, "TCVN3").await;
        let choose = "const field = document.querySelector('#encoding');
            field.value = 'as-it-is';
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(choose, Vec::new()).await;
        wait_for("the text as it was", || async { text().await.as_str()?.contains("Giao Së Y tÕ").then_some(()) })
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_converter_that_breaks_down_is_ended_and_the_next_file_gets_another() {
    journey("breakdown", |page| async move {
        // The converter alone is sent lists.
        let watch = "window.Worker = class extends Worker {
            postMessage(message) {
                this.converts ||= Array.isArray(message);
                if (window.breaks && this.converts) this.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
                else super.postMessage(message);
            }
            terminate() { window.ended = this.converts; super.terminate(); }
        }";
        page.run(watch, Vec::new()).await;
        page.paste("Giao Sở Y tế báo cáo trước ngày 30/9/2025.").await;
        page.run("window.breaks = true", Vec::new()).await;
        drop_file(&page, "hiểm.docx", DOCUMENT).await;
        notice_with(&page, "dừng đột ngột khi đọc “hiểm.docx”").await;
        assert_eq!(page.run("return window.ended", Vec::new()).await, true, "the broken converter is ended");
        let text = page.run("return document.querySelector('#source').value", Vec::new()).await;
        assert_eq!(text, "Giao Sở Y tế báo cáo trước ngày 30/9/2025.");
        page.run("window.breaks = false", Vec::new()).await;
        drop_file(&page, "giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
    })
    .await;
}

/// Drops a file on the page.
pub async fn drop_file(page: &Page, name: &str, bytes: &[u8]) {
    drop_files(page, &[(name, bytes)]).await;
}

/// Drops files on the page, all at once.
pub async fn drop_files(page: &Page, files: &[(&str, &[u8])]) {
    page.element("#source").await;
    let script = "const files = new DataTransfer();
        for (const [name, bytes] of arguments[0]) files.items.add(new File([new Uint8Array(bytes)], name));
        document.querySelector('.page').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }))";
    page.run(script, vec![json!(files)]).await;
}

/// Waits for a notice with these words.
pub async fn notice_with(page: &Page, words: &str) {
    let told = || async { page.texts("#notices .notice").await.iter().any(|text| text.contains(words)).then_some(()) };
    wait_for(&format!("a notice with {words:?}"), told).await;
}
