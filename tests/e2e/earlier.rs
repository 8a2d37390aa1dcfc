//! An action table leaves as a file and comes back, to be followed up beside new minutes.

use serde_json::json;

use crate::{
    browser::wait_for,
    page::{Page, journey},
};

const MINUTES: &str = "KẾT LUẬN\nNgày 14/7/2023, Chủ tịch huyện chỉ đạo:\n- Giao phòng Nội vụ rà soát biên chế trước ngày \
    30/7/2023.\n- Giao phòng Y tế báo cáo trước ngày 15/8/2023.";

#[tokio::test(flavor = "multi_thread")]
async fn a_table_comes_back_from_each_of_its_files() {
    journey("earlier", |page| async move {
        page.paste(MINUTES).await;
        page.click("#view-table").await;
        page.element("#table tbody.task").await;
        let finish = "const fields = [...document.querySelectorAll('#table tbody.task select')];
            const field = fields.find(field => field.querySelector('[value=done]'));
            field.value = 'done';
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        page.run(finish, Vec::new()).await;
        for (id, ending) in [("#export-xlsx", ".xlsx"), ("#export-csv", ".csv"), ("#export-json", ".json")] {
            page.click("#export-menu").await;
            page.click(id).await;
            let bytes = page.download(ending).await;
            page.click("#new").await;
            page.element("[data-empty=true]").await;
            page.drop_file(&format!("kỳ trước{ending}"), &bytes).await;
            let table = earlier(&page).await;
            assert!(
                table.contains("Giao phòng Nội vụ rà soát biên chế") || table.contains("rà soát biên chế"),
                "{table}"
            );
            assert!(table.contains("15/08/2023") && table.contains("Hoàn thành"), "{ending}: {table}");
            // New minutes lie beside the table, and a step back takes them off again.
            page.paste("Giao phòng Y tế họp.").await;
            page.element("[data-empty=false] #earlier").await;
            page.click("#earlier summary").await;
            page.click("#drop-earlier").await;
            wait_for("no table", || async { page.texts("#earlier").await.is_empty().then_some(()) }).await;
            page.click("#undo").await;
            page.element("#earlier").await;
            page.click("#new").await;
            wait_for("another desk", || async { page.texts("#earlier").await.is_empty().then_some(()) }).await;
            page.paste(MINUTES).await;
            page.click("#view-table").await;
            page.element("#table tbody.task").await;
            page.run(finish, Vec::new()).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_without_such_a_table_says_so_and_a_kept_table_is_there_again() {
    journey("workbook-of-others", |page| async move {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet().write_string(0, 0, "Danh sách").expect("a cell");
        let other = book.save_to_buffer().expect("a workbook");
        page.drop_file("danh sách.xlsx", &other).await;
        page.notice_with("danh sách.xlsx").await;
        let file = "STT;Nội dung nhiệm vụ;Chủ trì;Tình trạng\r\n1;Sửa đường;Tổ 1;Tạm dừng\r\n";
        page.drop_file("bien-ban-2023-07-14-viec-can-lam.csv", file.as_bytes()).await;
        assert!(earlier(&page).await.contains("Tạm dừng"));
        page.kept().await;
        page.reload().await;
        let again = earlier(&page).await;
        assert!(again.contains("Tổ 1") && again.contains("14/07/2023"), "{again}");
    })
    .await;
}

/// What the earlier table says.
async fn earlier(page: &Page) -> String {
    page.element("#earlier").await;
    let text = page.run("return document.querySelector(arguments[0]).textContent", vec![json!("#earlier")]).await;
    text.as_str().unwrap_or_default().to_owned()
}
