//! The action table under the hands of a clerk: written in, sorted, filtered, laid out, pasted elsewhere.

use std::collections::BTreeSet;

use fantoccini::key::Key;
use serde_json::json;

use crate::{
    browser::{Kind, wait_for},
    chromium::devtools,
    page::{Page, journey},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_table_is_written_in_by_keyboard_as_a_spreadsheet_is() {
    journey("spreadsheet", |page| async move {
        let rows = table(&page).await;
        page.focus(&cell(&rows[0], "task")).await;
        page.press(&[Key::Right, Key::Down]).await;
        assert_eq!(page.focused_cell().await, (rows[1].clone(), "lead".into(), "BUTTON".into()));
        page.press_with(&[], char_of(Key::F2)).await;
        wait_for("a field", || async { (page.focused_cell().await.2 == "INPUT").then_some(()) }).await;
        page.type_in("Sở Nội vụ").await;
        page.press(&[Key::Enter]).await;
        says(&page, &cell(&rows[1], "lead"), "Sở Nội vụ").await;
        assert_eq!(page.focused_cell().await, (rows[2].clone(), "lead".into(), "BUTTON".into()));

        page.type_in("Ban A").await;
        page.press(&[Key::Tab]).await;
        says(&page, &cell(&rows[2], "lead"), "Ban A").await;
        assert_eq!(page.focused_cell().await, (rows[2].clone(), "support".into(), "BUTTON".into()));

        page.type_in("bỏ đi").await;
        page.press(&[Key::Escape]).await;
        says(&page, &cell(&rows[2], "support"), "–không nêu").await;
        page.press_with(&[Key::Control], 'z').await;
        says(&page, &cell(&rows[2], "lead"), "–không nêu").await;
        page.press_with(&[Key::Control, Key::Shift], 'z').await;
        says(&page, &cell(&rows[2], "lead"), "Ban A").await;

        page.press(&[Key::Left, Key::Delete]).await;
        says(&page, &cell(&rows[2], "lead"), "–không nêu").await;
        page.press(&[Key::Escape]).await;
        assert_eq!(page.run("return document.activeElement.id", Vec::new()).await, "filter");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_is_written_as_a_day_and_the_names_of_the_text_are_offered() {
    journey("fields", |page| async move {
        let rows = table(&page).await;
        page.click(&cell(&rows[0], "deadline")).await;
        page.type_in("31/12/2025").await;
        page.press(&[Key::Enter]).await;
        says(&page, &cell(&rows[0], "deadline"), "31/12/2025").await;

        page.click(&cell(&rows[0], "support")).await;
        let names = "return [...document.activeElement.list.options].map(option => option.value)";
        let offered = page.run(names, Vec::new()).await;
        assert!(offered.as_array().expect("names").contains(&json!("UBND xã Hòa Bình")), "{offered}");
        page.type_in("Sở A; ").await;
        let further = || async {
            let offered = page.run(names, Vec::new()).await;
            offered.as_array().is_some_and(|all| all.contains(&json!("Sở A; UBND xã Hòa Bình"))).then_some(())
        };
        wait_for("the names behind the first", further).await;
        page.type_in("Sở B").await;
        page.click(&cell(&rows[1], "note")).await;
        says(&page, &cell(&rows[0], "support"), "Sở A; Sở B").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inferred_value_looks_inferred_until_it_is_confirmed() {
    journey("inferred", |page| async move {
        table(&page).await;
        let inferred = "#table [data-column=issuer] [data-origin=inferred]";
        let row = page.element(inferred).await;
        assert!(row.text().await.expect("its words").ends_with('°'));
        let before = page.texts(inferred).await.len();
        page.focus(inferred).await;
        page.press(&[Key::Enter, Key::Enter]).await;
        let fewer = || async { (page.texts(inferred).await.len() + 1 == before).then_some(()) };
        wait_for("one inferred value fewer", fewer).await;

        let script = "document.querySelector(arguments[0]).closest('tr').querySelector('.sentence').click()";
        page.run(script, vec![json!(inferred)]).await;
        page.click("#table .details .confirm").await;
        let all = || async { page.texts("#table .selected [data-origin=inferred]").await.is_empty().then_some(()) };
        wait_for("no inferred value in the row", all).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tasks_are_sorted_filtered_and_put_together_by_their_lead() {
    journey("arranged", |page| async move {
        let rows = table(&page).await;
        page.click("#table thead [data-column=deadline] button").await;
        page.element("#table th[aria-sort=ascending]").await;
        let numbers = page.texts("#table tbody [data-column=number]").await;
        assert_ne!(numbers, (1..=rows.len()).map(|number| number.to_string()).collect::<Vec<_>>());

        choose(&page, "#filter-party", "–").await;
        let unled = || async {
            let leads = page.texts("#table tbody [data-column=lead]").await;
            (leads.len() < rows.len()).then_some(leads)
        };
        let leads = wait_for("fewer tasks", unled).await;
        assert!(leads.iter().all(|lead| lead == "–không nêu"), "{leads:?}");
        page.click("#filter-clear").await;
        choose(&page, "#filter-due", "none").await;
        let undated = || async { (page.texts("#table .task").await.len() < rows.len()).then_some(()) };
        wait_for("fewer tasks", undated).await;
        page.click("#filter-clear").await;

        page.click("#group-by-lead").await;
        page.element("#table .group-head").await;
        let heads = page.texts("#table .group-head").await;
        assert!(heads.iter().any(|head| head.starts_with("Phòng Nông nghiệp và Môi trường")), "{heads:?}");
        assert_eq!(page.texts("#table .task").await.len(), rows.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_columns_are_chosen_put_in_order_and_pasted_elsewhere_as_they_are_shown() {
    journey("columns", |page| async move {
        let rows = table(&page).await;
        if Kind::wanted() == Kind::Chromium {
            let everything = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            devtools(&page.client, "Browser.grantPermissions", everything).await.expect("the clipboard");
        }
        page.click("#columns").await;
        page.click("[data-choice=note] input").await;
        page.click("[data-choice=deadline] button").await;
        page.run("document.querySelector('#columns-panel').hidePopover()", Vec::new()).await;
        let heads = page.texts("#table thead th").await;
        assert!(!heads.contains(&"Ghi chú".to_owned()), "{heads:?}");
        let place = |name: &str| heads.iter().position(|head| head == name).expect("the column");
        assert_eq!(place("Thời hạn") + 1, place("Người giao"));

        page.click(&cell(&rows[0], "product")).await;
        page.type_in("=1+1").await;
        page.press(&[Key::Enter]).await;
        says(&page, &cell(&rows[0], "product"), "=1+1").await;
        page.click("#copy-shown").await;
        page.element("#notices .notice").await;
        let script = "const [item] = await navigator.clipboard.read();
            const read = async kind => (await item.getType(kind)).text();
            return [await read('text/html'), await read('text/plain')]";
        let (html, plain): (String, String) =
            serde_json::from_value(page.run(script, Vec::new()).await).expect("both forms");
        assert_eq!(plain.lines().next().expect("heads").split('\t').collect::<Vec<_>>(), heads);
        assert_eq!(plain.lines().count(), rows.len() + 1);
        assert!(html.contains("<table") && html.contains("Phòng Nông nghiệp và Môi trường"), "{html}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_five_thousand_tasks_is_scrolled_sorted_and_written_in_without_waiting() {
    journey("long-table", |page| async move {
        let task = |number: usize| {
            format!("- Giao Phòng số {number} báo cáo kết quả rà soát đợt {number} trước ngày 15/10/2025.\n")
        };
        let tasks: String = (1..=5000).map(task).collect();
        page.put_in(&format!("KẾT LUẬN\nChủ tịch huyện chỉ đạo:\n{tasks}")).await;
        page.click("#view-table").await;
        let all = || async {
            let count = page.texts("#table .filter .count").await;
            let digits: String = count.first()?.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().ok().filter(|count| *count > 4900)
        };
        wait_for("all tasks", all).await;
        let built = || async { page.texts("#table .task").await.len() };
        assert!(built().await < 150, "{} rows are built", built().await);

        // Frames while the table is scrolled through to its end, in milliseconds.
        let script = "const body = document.querySelector('#result .body');
            const frames = [];
            let last = performance.now();
            for (let step = 1; step <= 40; step++) {
                body.scrollTop = body.scrollHeight * step / 40;
                await new Promise(requestAnimationFrame);
                await new Promise(requestAnimationFrame);
                frames.push(performance.now() - last);
                last = performance.now();
            }
            return frames.sort((a, b) => a - b)[36]";
        let frame = page.run(script, Vec::new()).await.as_f64().expect("a time");
        eprintln!("scrolling: nine steps of ten within {frame:.0} ms");
        assert!(frame < 600.0, "{frame} ms");
        let last = || async {
            let rows = page.texts("#table tbody:last-child [data-column=task]").await;
            rows.first().is_some_and(|task| task.contains("Phòng số 5000")).then_some(())
        };
        wait_for("the last row", last).await;
        assert!(built().await < 150, "{} rows are built", built().await);

        let script = "const start = performance.now();
            document.querySelector('#table thead [data-column=lead] button').click();
            while (!document.querySelector('#table [aria-sort]')) await new Promise(requestAnimationFrame);
            return performance.now() - start";
        let time = page.run(script, Vec::new()).await.as_f64().expect("a time");
        eprintln!("sorting: {time:.0} ms");
        assert!(time < 1500.0, "{time} ms");

        page.run("document.querySelector('#result .body').scrollTop = 0", Vec::new()).await;
        page.focus("#table .task [data-column=note] .cell").await;
        page.press_with(&[Key::Control], char_of(Key::Down)).await;
        let end = || async { (page.focused_cell().await.1 == "note").then_some(page.focused_cell().await.0) };
        let row = wait_for("the last row", end).await;
        page.type_in("gấp").await;
        page.press(&[Key::Enter]).await;
        says(&page, &cell(&row, "note"), "gấp").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_long_text_that_is_pasted_and_written_on_no_row_is_lost() {
    journey("no-row-lost", |page| async move {
        let task = |number: usize| format!("- Giao Phòng số {number} báo cáo kết quả rà soát đợt {number}.\n");
        let tasks: String = (1..=700).map(task).collect();
        page.put_in(&format!("KẾT LUẬN\nChủ tịch huyện chỉ đạo:\n{tasks}")).await;
        page.click("#view-table").await;
        page.element("#table .task").await;
        let numbers = |first: usize, last: usize| (first..=last).collect::<BTreeSet<_>>();
        assert_eq!(rows_scrolled_past(&page).await, numbers(1, 700));

        // While more is written, the rows that are there stay: the table is never empty in between.
        let watch = "window.fewest = Infinity;
            new MutationObserver(() => {
                window.fewest = Math.min(window.fewest, document.querySelectorAll('#table .task').length);
            }).observe(document.querySelector('#result'), { subtree: true, childList: true });
            const field = document.querySelector('#source');
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length)";
        page.run(watch, Vec::new()).await;
        for number in 701..=705 {
            page.insert(&task(number)).await;
        }
        let all = || async { (page.texts("#view-table .badge").await == ["705"]).then_some(()) };
        wait_for("the new rows", all).await;
        assert!(page.run("return window.fewest", Vec::new()).await.as_u64() > Some(0));
        assert_eq!(rows_scrolled_past(&page).await, numbers(1, 705));
        page.press_with(&[Key::Control], 'z').await;
        let fewer = || async { (page.texts("#view-table .badge").await != ["705"]).then_some(()) };
        wait_for("a step back", fewer).await;
        page.press_with(&[Key::Control, Key::Shift], 'z').await;
        wait_for("the rows again", all).await;
    })
    .await;
}

/// The numbers of the rooms in the tasks that are seen while the table is scrolled from its head to its end.
async fn rows_scrolled_past(page: &Page) -> BTreeSet<usize> {
    let script = "const body = document.querySelector('#result .body');
        const seen = new Set();
        for (let top = 0; ; top += 1500) {
            body.scrollTop = top;
            await new Promise(requestAnimationFrame);
            await new Promise(requestAnimationFrame);
            for (const task of document.querySelectorAll('#table .task .sentence')) {
                seen.add(Number(task.textContent.match(/Phòng số (\\d+)|đợt (\\d+)/).slice(1).find(Boolean)));
            }
            if (top > body.scrollHeight) break;
        }
        return [...seen]";
    serde_json::from_value(page.run(script, Vec::new()).await).expect("numbers")
}

/// Pastes the minutes and turns to the table; the items of its rows.
async fn table(page: &Page) -> Vec<String> {
    page.paste_minutes_and_view("table").await;
    page.element("#table .task").await;
    let script = "return [...document.querySelectorAll('#table .task')].map(row => row.dataset.row)";
    serde_json::from_value(page.run(script, Vec::new()).await).expect("rows")
}

/// What is pressed or written in the cell.
fn cell(row: &str, column: &str) -> String {
    format!("#table [data-row='{row}'] [data-column={column}] :is(.cell, .sentence)")
}

/// Waits until the element says so.
async fn says(page: &Page, selector: &str, words: &str) {
    let now = || async { (page.texts(selector).await == [words]).then_some(()) };
    wait_for(&format!("{words:?} in {selector}"), now).await;
}

async fn choose(page: &Page, list: &str, value: &str) {
    page.element(list).await.select_by_value(value).await.expect(list);
}

fn char_of(key: Key) -> char {
    key.to_string().chars().next().expect("a key")
}
