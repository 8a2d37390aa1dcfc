//! What comes of a shortcoming: which task answers it and why, and which ones nothing answers.

use crate::{
    browser::wait_for,
    page::{MINUTES, journey},
};

const FAULT: &str = "Còn 7 hộ dân tại thôn Bãi Soi chưa bàn giao mặt bằng";
const TASK: &str = "vận động, hoàn thành bàn giao mặt bằng kè sông Ngàn";

/// Another shortcoming, and the one task that answers it.
const ANSWERED_BY_ONE: &str = "Tình trạng đổ rác thải xây dựng ven tỉnh lộ 217";
const ONLY_TASK: &str = "lập kế hoạch xử lý các điểm đổ rác thải";

#[tokio::test(flavor = "multi_thread")]
async fn a_shortcoming_leads_to_the_task_that_answers_it_and_back() {
    journey("answered", |page| async move {
        page.paste_minutes_and_view("groups").await;
        page.group("shortcoming", FAULT).await;
        let cards = "const cards = [...document.querySelectorAll('#groups .sentence')];
            cards.find(card => card.textContent.includes(arguments[0])).click()";
        page.run(cards, vec![FAULT.into()]).await;
        page.element("#groups .selected .answers").await;
        let shared = page.texts("#groups .selected .answers small").await;
        assert!(shared[0].contains("kè sông Ngàn"), "{shared:?}");

        page.click("#groups .selected .answers .link").await;
        let chosen = || async {
            let sentence = page.texts("#groups .selected .sentence").await.into_iter().next()?;
            sentence.contains(TASK).then_some(())
        };
        wait_for("the task", chosen).await;
        page.element("#source-pane mark.selected[data-category=directive]").await;
        // In the table the way back leads to the groups, which hold the shortcoming.
        page.click("#view-table").await;
        page.click("#table .selected .answers .link").await;
        page.element("#groups [data-group=shortcoming] .selected").await;

        page.click("#lang-en").await;
        let english = || async { page.texts("#groups .selected .answers > p").await.first().cloned() };
        wait_for("the English words", || async { (english().await? == "Answered by:").then_some(()) }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_overview_lists_the_shortcomings_that_nothing_answers() {
    journey("unanswered", |page| async move {
        page.paste_minutes_and_view("overview").await;
        page.element("#unanswered .sentence").await;
        let open = page.texts("#unanswered .sentence").await;
        assert!(open.iter().all(|sentence| MINUTES.contains(sentence.as_str()) && !sentence.contains(FAULT)));
        page.click("#unanswered .sentence").await;
        let marked = || async { (page.texts("#source-pane mark.selected").await.join(" ") == open[0]).then_some(()) };
        wait_for("its sentence", marked).await;

        // What the user says counts: a task left out answers nothing any more.
        page.click("#view-groups").await;
        page.group("directive", ONLY_TASK).await;
        let task = "const cards = [...document.querySelectorAll('#groups [data-group=directive] .sentence')];
            cards.find(card => card.textContent.includes(arguments[0])).click()";
        page.run(task, vec![ONLY_TASK.into()]).await;
        page.click("#groups .selected .dismiss").await;
        page.click("#view-overview").await;
        let more = || async {
            page.texts("#unanswered .sentence").await.iter().any(|it| it.contains(ANSWERED_BY_ONE)).then_some(())
        };
        wait_for("the shortcoming among them", more).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_said_twice_counts_once_and_shows_its_other_place() {
    journey("again", |page| async move {
        let twice = "KẾT LUẬN\nChủ tịch huyện chỉ đạo:\n- Phòng Nội vụ rà soát lại toàn bộ biên chế các trường học.\n\n\
                     PHÂN CÔNG\n- Phòng Nội vụ rà soát lại toàn bộ biên chế các trường học trước ngày 30/8/2025.";
        page.paste(twice).await;
        page.click("#view-groups").await;
        page.group("directive", "30/8/2025").await;
        assert_eq!(page.texts("[data-group=directive] .badge").await, ["1"]);
        assert_eq!(page.texts("#view-table .badge").await, ["1"]);
        assert_eq!(page.texts("#legend-directive b").await, ["1"]);
        assert_eq!(page.texts("[data-group=directive] .repeated").await.len(), 1);
        page.click("#view-overview").await;
        page.element("#overview .counts").await;
        assert_eq!(page.texts(".counts [data-category=directive] .amount").await, ["1"]);

        page.click("#view-table").await;
        page.click("#table .sentence").await;
        page.click("#table .selected .again .link").await;
        let other = || async {
            let marked = page.texts("#source-pane mark.selected").await;
            marked.first().is_some_and(|words| !words.contains("30/8/2025")).then_some(())
        };
        wait_for("the other place", other).await;
        page.element("#table .task.selected").await;
    })
    .await;
}
