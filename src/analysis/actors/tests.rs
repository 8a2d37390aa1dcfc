//! Whole documents of one or few sentences: who is found.

use crate::analysis::items;
use crate::analysis::model::{Category, Item, Lang, Options};
use crate::analysis::{self, weights};

/// The items of a text in which every statement is one of the category.
fn items_of(lang: Lang, category: Category, text: &str) -> Vec<Item> {
    let reading = analysis::read(text, &Options { lang: Some(lang), ..Options::default() });
    let label = (0..weights::LABELS).find(|label| weights::category(*label) == Some(category)).unwrap_or_default();
    let mut items = items::gather(&reading, &vec![label; reading.statements.len()]);
    super::fill(&reading, &mut items);
    items
}

fn lead(lang: Lang, category: Category, text: &str) -> Option<String> {
    items_of(lang, category, text).pop()?.lead.map(|party| party.text)
}

fn task(text: &str) -> Option<String> {
    lead(Lang::Vi, Category::Directive, text)
}

fn request(text: &str) -> Option<String> {
    lead(Lang::Vi, Category::Recommendation, text)
}

fn action(text: &str) -> Option<String> {
    lead(Lang::En, Category::Directive, text)
}

fn issuer(lang: Lang, category: Category, text: &str) -> Option<String> {
    items_of(lang, category, text).pop()?.issuer.map(|party| party.text)
}

#[test]
fn joined_addressees_are_taken_whole() {
    let text = "Bí thư yêu cầu từng đồng chí trong Ban Thường vụ Đảng ủy, từng cơ quan, đơn vị chủ động chuẩn bị.";
    assert_eq!(task(text).unwrap(), "từng đồng chí trong Ban Thường vụ Đảng ủy, từng cơ quan, đơn vị");
    let text = "Hiệu trưởng đã giao cho giáo viên phụ trách và giáo viên bộ môn đến từng nhà vận động học sinh.";
    assert_eq!(task(text).unwrap(), "giáo viên phụ trách và giáo viên bộ môn");
    let text = "Cục trưởng chỉ đạo Tổng cục Địa chất khoáng sản Việt Nam kiểm tra thực tế.";
    assert_eq!(task(text).unwrap(), "Tổng cục Địa chất khoáng sản Việt Nam");
}

#[test]
fn directed_bodies_act_and_vague_ones_leave_it_with_the_first() {
    let text = "Thủ tướng yêu cầu Bộ Giao thông chỉ đạo Cục Hàng hải, Cục Đường bộ và các đơn vị liên quan nghiên cứu.";
    assert_eq!(task(text).unwrap(), "Cục Hàng hải, Cục Đường bộ và các đơn vị liên quan");
    let text = "Thủ tướng yêu cầu Bộ Giao thông chỉ đạo các đơn vị trực thuộc nghiên cứu.";
    assert_eq!(task(text).unwrap(), "Bộ Giao thông");
}

#[test]
fn a_letter_is_an_order_to_its_receiver() {
    let text =
        "Ủy ban nhân dân tỉnh gửi công văn tới UBND huyện Nam An, giao chủ trì, phối hợp với sở Nội vụ kiểm tra.";
    assert_eq!(task(text).unwrap(), "UBND huyện Nam An");
    let text = "Ngân hàng đã có văn bản gửi hai bộ Công an, Tư pháp đề nghị cho phép sử dụng bản sao.";
    assert_eq!(request(text).unwrap(), "hai bộ Công an, Tư pháp");
}

#[test]
fn helpers_do_not_act() {
    let text = "Giao Bộ Tài chính chủ trì phối hợp với Bộ Xây dựng và các cơ quan liên quan xem xét, xử lý.";
    let item = items_of(Lang::Vi, Category::Directive, text).pop().unwrap();
    assert_eq!(item.lead.unwrap().text, "Bộ Tài chính");
    assert_eq!(item.support[0].text, "Bộ Xây dựng và các cơ quan liên quan");
    let text = "Sở Giao thông làm việc với từng chủ đầu tư để tháo gỡ.";
    assert!(items_of(Lang::Vi, Category::Directive, text).pop().unwrap().support.is_empty());
}

#[test]
fn whoever_meets_a_condition_or_promises_acts() {
    assert_eq!(
        task("Bộ nào còn giữ hồ sơ quá hạn thì phải trả lời trong tuần.").unwrap(),
        "Bộ nào còn giữ hồ sơ quá hạn"
    );
    assert_eq!(task("Về định mức cho thợ mới công ty sẽ kiểm tra và xem xét lại.").unwrap(), "công ty");
    assert_eq!(task("- Tiến - team DA nghiên cứu giải pháp tạo giao diện.").unwrap(), "Tiến - team DA");
    assert_eq!(
        task("Các tập đoàn, doanh nghiệp xuất khẩu: xây dựng kế hoạch sản xuất.").unwrap(),
        "Các tập đoàn, doanh nghiệp xuất khẩu"
    );
}

#[test]
fn things_places_and_everybody_name_nobody() {
    assert_eq!(task("Server cần có thêm cạc đồ họa."), None);
    assert_eq!(task("Đối với cảng Long Hải: sớm hoàn thành việc nạo vét luồng."), None);
    assert_eq!(task("Chúng ta cần khắc phục tốt hạn chế này."), None);
    assert_eq!(request("Ông Bình đề nghị những khu quy hoạch quá năm năm thì nên cho dân xây nhà."), None);
}

#[test]
fn a_proposal_under_a_body_is_its_task() {
    let text = "Bộ Tài chính rà soát nguồn vốn; đề xuất phương án bố trí trong tháng 9.";
    assert_eq!(task(text).unwrap(), "Bộ Tài chính");
}

#[test]
fn requests_reach_whoever_hears_or_was_asked() {
    let text = "Tại buổi làm việc với UBND thành phố, quận 14 kiến nghị xây hai trạm bơm.";
    assert_eq!(request(text).unwrap(), "UBND thành phố");
    let text = "Tỉnh An Khê kiến nghị Phó Thủ tướng xem xét chủ trương.\nĐồng thời, tỉnh kiến nghị được hỗ trợ kinh phí di dời dân.";
    assert_eq!(request(text).unwrap(), "Phó Thủ tướng");
}

#[test]
fn the_holder_of_an_office_gives_the_order() {
    let issuer = |text: &str| issuer(Lang::Vi, Category::Directive, text).unwrap();
    let meeting = "Phó Thủ tướng Trần Văn Hải dự họp. ";
    assert_eq!(issuer(&format!("{meeting}Phó Thủ tướng yêu cầu Sở Y tế báo cáo.")), "Trần Văn Hải");
    assert_eq!(issuer(&format!("{meeting}Ông Hải yêu cầu Sở Y tế báo cáo.")), "Trần Văn Hải");
    assert_eq!(issuer(&format!("{meeting}Thủ tướng yêu cầu Sở Y tế báo cáo.")), "Thủ tướng");
    let two = "Chủ tịch UBND tỉnh Lê Thị Mận và Chủ tịch UBND huyện Bình Khê Đỗ Văn Quý cùng dự. ";
    assert_eq!(issuer(&format!("{two}Chủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo.")), "Lê Thị Mận");
    let later = "Chủ tịch huyện giao phòng Y tế lập danh sách. Ông Đỗ Văn Quý, Chủ tịch UBND huyện, cảm ơn.";
    let first = items_of(Lang::Vi, Category::Directive, later).remove(0).issuer.unwrap();
    assert_eq!(first.text, "Đỗ Văn Quý");
}

#[test]
fn english_verbs_and_topics_are_no_people() {
    assert_eq!(action("Posting ABC info on the site"), None);
    assert_eq!(action("# What We Went Over\n- Advertise the vacancy"), None);
    assert_eq!(action("Framing proposal: Define common flags for all frames"), None);
    assert_eq!(action("Complete the sprint – Due by 11/5/2024"), None);
    assert_eq!(action("Rota for the next session to be decided by June"), None);
}

#[test]
fn english_owners_in_odd_places() {
    assert_eq!(action("Let Ann know if you can help on Sunday.").unwrap(), "you");
    assert_eq!(action("Action Mark: Will circulate the draft.").unwrap(), "Mark");
    assert_eq!(action("Mary Moss of the Leeds Police agreed to attend in June.").unwrap(), "Mary Moss");
    assert_eq!(action("When the flyer is ready, we will post it in all halls.").unwrap(), "we");
    let text = "Repair the gate (assigned to Gwen in coordination with Joel Park)";
    let item = items_of(Lang::En, Category::Directive, text).pop().unwrap();
    assert_eq!((item.lead.unwrap().text.as_str(), item.support[0].text.as_str()), ("Gwen", "Joel Park"));
    let asked = lead(Lang::En, Category::Recommendation, "A resident asked that management notify owners of repairs.");
    assert_eq!(asked.unwrap(), "management");
}

#[test]
fn english_issuers_ask_or_speak() {
    let asked = |text| issuer(Lang::En, Category::Recommendation, text);
    assert_eq!(issuer(Lang::En, Category::Directive, "Ellen said the next report will show it."), None);
    assert_eq!(issuer(Lang::En, Category::Directive, "The council asked the clerk to write.").unwrap(), "The council");
    assert_eq!(asked("It was suggested by Mr Poole that the rota be printed.").unwrap(), "Mr Poole");
    assert_eq!(asked("We recommend that the District keep a ledger.").unwrap(), "We");
}
