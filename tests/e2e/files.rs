//! Documents in and out: a Word document is dropped on the page, its action table leaves as a workbook.

use std::io::Cursor;

use crate::{browser::wait_for, page::journey};
use calamine::{Data, Reader, Xlsx};

const DOCUMENT: &[u8] = include_bytes!("../files/python-docx.docx");

#[tokio::test(flavor = "multi_thread")]
async fn a_word_document_comes_in_and_its_tasks_leave_as_a_workbook() {
    journey("workbook", |page| async move {
        page.drop_file("giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
        let text = page.text().await;
        assert!(text.contains("1. Giao Ban Quản lý chợ"), "{text}");

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
        // The table leaves in the columns that are shown, in the form that the menu says.
        page.click("#columns").await;
        page.click("[data-choice=note] input").await;
        page.click("#export-menu").await;
        page.click("#export-motto").await;
        page.click("#export-docx").await;
        let annex = bienban::import::read(&page.download("-phan-cong-nhiem-vu.docx").await).expect("a document");
        assert!(annex.text.contains("Độc lập - Tự do - Hạnh phúc"), "{}", annex.text);
        assert!(annex.text.contains("Nguồn") && !annex.text.contains("Ghi chú"), "{}", annex.text);
        page.click("#export-menu").await;
        let choose = "const field = document.querySelector('#export-separator');
            field.value = 'tab';
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(choose, Vec::new()).await;
        page.click("#export-csv").await;
        let table = String::from_utf8(page.download(".csv").await).expect("UTF-8");
        assert!(table.starts_with("\u{feff}STT\tNội dung nhiệm vụ\t"), "{table}");
        page.click("#export-menu").await;
        page.click("#export-html").await;
        let report = String::from_utf8(page.download(".html").await).expect("UTF-8");
        assert!(report.starts_with("<!DOCTYPE html>") && report.ends_with("</html>\n"), "{report}");
        page.assert_no_complaint().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_document_is_refused_and_the_next_one_is_read() {
    journey("damaged", |page| async move {
        page.drop_file("hỏng.docx", DOCUMENT.get(..DOCUMENT.len() / 2).expect("half of it")).await;
        page.notice_with("hỏng.docx").await;
        page.drop_file("giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_of_an_old_font_are_repaired_and_read_otherwise_on_demand() {
    journey("letters", |page| async move {
        page.paste("Giao Së Y tÕ b¸o c¸o kÕt qu¶ tr\u{AD}íc ngµy 30/9/2025.").await;
        let holds = |words: &'static str| {
            let page = &page;
            move || async move { page.text().await.contains(words).then_some(()) }
        };
        wait_for("the repaired text", holds("Giao Sở Y tế báo cáo")).await;
        page.notice_with("TCVN3").await;
        let choose = "const field = document.querySelector('#encoding');
            field.value = 'as-it-is';
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(choose, Vec::new()).await;
        wait_for("the text as it was", holds("Giao Së Y tÕ")).await;
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
        page.reload_behind(watch).await;
        page.paste("Giao Sở Y tế báo cáo trước ngày 30/9/2025.").await;
        page.run("window.breaks = true", Vec::new()).await;
        page.drop_file("hiểm.docx", DOCUMENT).await;
        page.notice_with("dừng đột ngột khi đọc “hiểm.docx”").await;
        assert_eq!(page.run("return window.ended", Vec::new()).await, true, "the broken converter is ended");
        assert_eq!(page.text().await, "Giao Sở Y tế báo cáo trước ngày 30/9/2025.");
        page.run("window.breaks = false", Vec::new()).await;
        page.drop_file("giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversion_that_takes_long_is_told_of_and_can_be_stopped() {
    journey("stopped", |page| async move {
        // Orders to the converter never arrive: as if a file took for ever.
        let deaf = "window.deaf = true;
            window.Worker = class extends Worker {
                postMessage(message) { if (!window.deaf || !Array.isArray(message)) super.postMessage(message); }
            }";
        page.reload_behind(deaf).await;
        page.paste("Giao Sở Y tế báo cáo.").await;
        page.drop_file("giao ban.docx", DOCUMENT).await;
        page.element("#notices progress").await;
        page.click("#stop-conversion").await;
        page.notice_with("Đã dừng").await;
        assert!(page.texts("#notices progress").await.is_empty());
        assert_eq!(page.text().await, "Giao Sở Y tế báo cáo.");

        page.run("window.deaf = false", Vec::new()).await;
        page.drop_file("giao ban.docx", DOCUMENT).await;
        page.click("#view-groups").await;
        page.group("directive", "vận động 5 hộ dân").await;
    })
    .await;
}
