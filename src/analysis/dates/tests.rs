//! Tables of texts with the deadline, role or meeting date that they hold.

use jiff::civil::Date;

use super::{Place, Role, calendar, deadline, find, meeting_date};
use crate::analysis::model::{Lang, Recurrence};
use crate::analysis::{normalise, words};

/// Due date ("" for none) and words of the deadline of `text`, for a meeting on that day ("" for unknown).
fn due(text: &str, lang: Lang, meeting: &str) -> (String, String) {
    let words = words::split(text);
    let calendar = calendar(&words, text, lang, meeting.parse().ok());
    let place = Place { own: 0..words.len(), ..Place::default() };
    let choice = deadline(&find(&words, text, lang, &calendar), &words, text, &place);
    let date = choice.as_ref().and_then(|choice| choice.date).map(|date| date.to_string()).unwrap_or_default();
    (date, choice.map(|choice| choice.span.of(text).to_string()).unwrap_or_default())
}

fn check(lang: Lang, meeting: &str, table: &[(&str, &str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, date, words)| {
            let found = due(text, lang, meeting);
            let right = found.0 == *date && found.1 == *words;
            (!right).then(|| format!("{text:?}: {found:?}, not {date:?} {words:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn vietnamese_deadlines() {
    check(
        Lang::Vi,
        "2023-07-14",
        &[
            // days
            ("Sở Y tế hoàn thành đề án trước ngày 30/8/2023", "2023-08-30", "trước ngày 30/8/2023"),
            ("Trạm thú y báo cáo kết quả trước 30-8", "2023-08-30", "trước 30-8"),
            ("Ban quản lý chợ nộp danh sách chậm nhất ngày 22.9", "2023-09-22", "chậm nhất ngày 22.9"),
            ("Kế toán gửi bảng kê trước ngày 05 tháng 9 năm 2023", "2023-09-05", "trước ngày 05 tháng 9 năm 2023"),
            ("gửi hồ sơ về phòng đào tạo chậm nhất là ngày 15 tháng 8", "2023-08-15", "chậm nhất là ngày 15 tháng 8"),
            ("Đội thuế thu xong nợ đến hết ngày 31/7", "2023-07-31", "đến hết ngày 31/7"),
            ("văn phòng phát hành giấy mời trước 17h ngày 20/7", "2023-07-20", "trước 17h ngày 20/7"),
            ("gửi báo cáo trước 16 giờ 30 ngày 20/7/2023", "2023-07-20", "trước 16 giờ 30 ngày 20/7/2023"),
            ("Tổ công tác đi kiểm tra từ ngày 18 đến ngày 20/7", "", ""),
            ("Báo cáo kết quả trước ngày 15/1", "2024-01-15", "trước ngày 15/1"),
            ("Ngày 25/7 Ban giám hiệu họp phụ huynh", "2023-07-25", "Ngày 25/7"),
            ("lắp xong máy bơm trước ngày 10/3 năm sau", "2024-03-10", "trước ngày 10/3 năm sau"),
            ("Hạn chót: 12/08/2023", "2023-08-12", "Hạn chót: 12/08/2023"),
            // months, quarters, years
            ("trình duyệt dự toán trong tháng 8/2023", "2023-08-31", "trong tháng 8/2023"),
            ("trình duyệt dự toán trong tháng 9", "2023-09-30", "trong tháng 9"),
            ("trình duyệt dự toán ngay trong tháng này", "2023-07-31", "ngay trong tháng này"),
            ("hoàn thành việc cấp giấy trong tháng sau", "2023-08-31", "trong tháng sau"),
            ("hoàn thành việc cấp giấy trong quý IV/2023", "2023-12-31", "trong quý IV/2023"),
            ("xong phần móng trong Quý 3 năm 2023", "2023-09-30", "trong Quý 3 năm 2023"),
            ("hoàn thành trong quý này", "2023-09-30", "trong quý này"),
            ("đưa nhà văn hóa vào sử dụng trong năm 2024", "2024-12-31", "trong năm 2024"),
            ("khắc phục xong trong năm nay", "2023-12-31", "trong năm nay"),
            ("bàn giao mặt bằng trước cuối tháng 8", "2023-08-31", "trước cuối tháng 8"),
            ("bàn giao mặt bằng vào cuối tháng", "2023-07-31", "vào cuối tháng"),
            ("bàn giao mặt bằng đến cuối năm 2023", "2023-12-31", "đến cuối năm 2023"),
            ("giải ngân hết số vốn còn lại trong 6 tháng cuối năm", "2023-12-31", "trong 6 tháng cuối năm"),
            ("sửa xong mái che trước tháng Mười", "2023-09-30", "trước tháng Mười"),
            ("sửa xong mái che trước quý II/2024", "2024-03-31", "trước quý II/2024"),
            ("sửa xong mái che trong tháng Tư", "2024-04-30", "trong tháng Tư"),
            ("xây kè trong giai đoạn 2024 - 2026", "2026-12-31", "trong giai đoạn 2024 - 2026"),
            // relative
            ("gửi lại bản vẽ trong tuần tới", "2023-07-23", "trong tuần tới"),
            ("gửi lại bản vẽ trong tuần này", "2023-07-16", "trong tuần này"),
            ("sáng mai anh Tư mang máy đi sửa", "2023-07-15", "sáng mai"),
            ("báo cáo Giám đốc ngay trong ngày", "2023-07-14", "ngay trong ngày"),
            ("trả lời dân trong vòng 15 ngày", "2023-07-29", "trong vòng 15 ngày"),
            ("trả lời dân trong thời hạn hai tuần", "2023-07-28", "trong thời hạn hai tuần"),
            ("sắp lại kho trong 2 tuần tới", "2023-07-28", "trong 2 tuần tới"),
            ("lắp xong máy lọc trước hôm thứ Tư", "2023-07-19", "trước hôm thứ Tư"),
            ("bếp trưởng có mặt sáng thứ Hai", "2023-07-17", "sáng thứ Hai"),
            ("mở lại điểm tiêm trong sáng 15/7", "2023-07-15", "trong sáng 15/7"),
            ("thợ điện sửa xong ngay trong tuần", "2023-07-16", "ngay trong tuần"),
            ("hai tuần nữa phải có mẫu hợp đồng", "2023-07-28", "hai tuần nữa"),
            ("thăm các hộ khó khăn trước lễ Giáng Sinh", "2023-12-25", "trước lễ Giáng Sinh"),
            ("trồng bù cây từ nay đến hết năm", "2023-12-31", "từ nay đến hết năm"),
            ("nộp bài vào thứ sáu tuần sau", "2023-07-21", "vào thứ sáu tuần sau"),
            ("họp lại vào ngày thứ 6 (21/7/2023)", "2023-07-21", "vào ngày thứ 6 (21/7/2023)"),
            // of several dates the later, surer one
            ("lấy ý kiến trong tháng 8 và trước ngày 15-9-2023", "2023-09-15", "trước ngày 15-9-2023"),
            // words only
            ("trả lời dân trong vòng 10 ngày kể từ ngày nhận đơn", "", "trong vòng 10 ngày"),
            ("trả lời dân trong 10 ngày làm việc", "", "trong 10 ngày làm việc"),
            ("trình phương án vào đầu tháng 8", "", "vào đầu tháng 8"),
            ("khơi thông cống trước khi mùa mưa đến", "", "trước khi mùa mưa đến"),
            ("sửa cầu càng sớm càng tốt", "", "càng sớm càng tốt"),
            ("Hằng tháng, xã gửi số liệu về huyện", "", "Hằng tháng"),
            ("xã gửi số liệu trước ngày 25 hằng tháng", "", "trước ngày 25 hằng tháng"),
        ],
    );
}

#[test]
fn vietnamese_dates_that_are_no_deadline() {
    check(
        Lang::Vi,
        "2023-07-14",
        &[
            ("thực hiện nghiêm Nghị quyết số 12-NQ/TU ngày 20/8/2023 của Tỉnh ủy", "", ""),
            ("theo Quyết định số 45/QĐ-UBND ngày 03 tháng 5 năm 2024", "", ""),
            ("Tính đến ngày 30/6/2023 đã giải ngân 12 tỷ đồng", "", ""),
            ("thực hiện kế hoạch năm 2024", "", ""),
            ("xây dựng kế hoạch đầu tư công giai đoạn 2026 - 2030", "", ""),
            ("chuẩn bị đại hội nhiệm kỳ 2025 - 2030", "", ""),
            ("áp dụng mức thu mới từ ngày 01/01/2024", "", ""),
            ("phấn đấu đến năm 2030 đạt chuẩn đô thị loại III", "", ""),
            ("rà soát 10/11 thôn còn thiếu nước", "", ""),
            ("phấn đấu hoàn thành 9/9 tiêu chí", "", ""),
            ("lùi việc chuyển trường đến hết năm học 2023 - 2024", "", ""),
            ("phạt nhà thầu nếu đến hết tháng 12 chưa xong", "", ""),
            ("lắp đồng hồ trong 10/11 thôn còn lại", "", ""),
            ("hoàn thành 9/9 tiêu chí", "", ""),
            ("bố trí 1.500 m2 đất cạnh công viên 23/9", "", ""),
            ("cấp thêm 4.6 tỷ đồng", "", ""),
            ("hỗ trợ các hộ trong 3-5 năm", "", ""),
            ("Thứ hai, các phòng rà soát lại quy chế", "", ""),
            ("tuyên dương đội vừa đoạt giải ngày 10/7 vừa qua", "", ""),
            ("trả nợ lương tháng 5 và tháng 6 cho công nhân", "", ""),
            ("xử lý dứt điểm sau khi kết thúc hợp đồng vào ngày 31/12/2023", "", ""),
            ("đánh giá lại quy trình khi có lũ, tuần tra ban đêm", "", ""),
        ],
    );
}

#[test]
fn english_deadlines() {
    check(
        Lang::En,
        "2018-10-09",
        &[
            // days
            ("Treasurer to send the ledger by October 19, 2018", "2018-10-19", "by October 19, 2018"),
            ("Treasurer to send the ledger by 19 Oct", "2018-10-19", "by 19 Oct"),
            ("Ann will post the poll no later than Nov. 2nd", "2018-11-02", "no later than Nov. 2nd"),
            (
                "Ann to post the poll before the 28<sup>th</sup> of October",
                "2018-10-28",
                "before the 28<sup>th</sup> of October",
            ),
            ("Bob orders the paint by Friday", "2018-10-12", "by Friday"),
            ("Bob orders the paint on Monday", "2018-10-15", "on Monday"),
            ("Bob orders the paint by COB Thursday", "2018-10-11", "by COB Thursday"),
            ("Bob orders the paint next Friday", "2018-10-19", "next Friday"),
            ("Bob orders the paint this coming Friday", "2018-10-12", "this coming Friday"),
            ("Bob orders the paint by EOW", "2018-10-14", "by EOW"),
            ("Bob orders the paint by year-end", "2018-12-31", "by year-end"),
            ("Bob orders the paint by Thursday Nov 8", "2018-11-08", "by Thursday Nov 8"),
            ("Bob orders the paint by 5pm Friday", "2018-10-12", "by 5pm Friday"),
            ("By next Wednesday: 10-17 Eve uploads the plan", "2018-10-17", "By next Wednesday: 10-17"),
            ("Draft out by the end of 10.16", "2018-10-16", "by the end of 10.16"),
            ("Eve publishes the notes ~10/13", "2018-10-13", "10/13"),
            ("Eve publishes the notes (due 2018-11-15)", "2018-11-15", "due 2018-11-15"),
            ("Clean the gutters by 10/12, prior to 10/17 launch", "2018-10-12", "by 10/12"),
            ("Mail the cards in advance of the Fourth of July", "2019-07-04", "in advance of the Fourth of July"),
            ("Show the demo at the Nov 20 meeting", "2018-11-20", "at the Nov 20 meeting"),
            // periods
            ("Copy by the 30th to Eve", "2018-10-30", "by the 30th"),
            ("reps hand in their notes by friday 19 october", "2018-10-19", "by friday 19 october"),
            ("Get him the list before Memorial Day", "2019-05-27", "before Memorial Day"),
            ("Update the chart before the proposal opens on 15 Nov", "2018-11-15", "on 15 Nov"),
            ("Bring the cups two weeks from now", "2018-10-23", "two weeks from now"),
            ("Plan the fair by end of November", "2018-11-30", "by end of November"),
            ("Paint the barn in the second quarter of 2019", "2019-06-30", "in the second quarter of 2019"),
            ("Plan the fair by end of Q2 2019", "2019-06-30", "by end of Q2 2019"),
            ("Plan the fair by the end of the year", "2018-12-31", "by the end of the year"),
            ("Spend the grant by March, 2019", "2019-03-31", "by March, 2019"),
            ("Talk with the landlord in November", "2018-11-30", "in November"),
            ("Settle the lease before May", "2019-04-30", "before May"),
            ("Reconsider next month", "2018-11-30", "next month"),
            ("Ship the spare part this week", "2018-10-14", "this week"),
            ("Revisit next week", "2018-10-21", "next week"),
            ("Sort the shed this weekend", "2018-10-14", "this weekend"),
            ("Finish the fence within two weeks", "2018-10-23", "within two weeks"),
            ("Finish the fence in the next three weeks", "2018-10-30", "in the next three weeks"),
            ("Call the plumber tomorrow", "2018-10-10", "tomorrow"),
            ("Call the plumber today or tomorrow", "2018-10-10", "today or tomorrow"),
            ("Begin tonight", "2018-10-09", "tonight"),
            // words only
            ("Send the form as soon as possible", "", "as soon as possible"),
            ("On Monday nights, Ann opens the hall", "", "On Monday nights"),
            ("Send the form within ten working days", "", "within ten working days"),
            ("Send the form by the next meeting", "", "by the next meeting"),
            ("Send the form by the November board meeting", "", "by the November board meeting"),
            ("Repair the gate before the snow flies", "", "before the snow flies"),
            ("Weekly, Ann posts the tally", "", "Weekly"),
        ],
    );
}

#[test]
fn english_dates_that_are_no_deadline() {
    check(
        Lang::En,
        "2018-10-09",
        &[
            ("Jan to ask May about the June minutes", "", ""),
            ("Mark will march with the band", "", ""),
            ("Ask for an extension to the end of November", "", ""),
            ("Put the motion to the members about the 2019 budget", "", ""),
            ("Thank the crew for the event on possible dates in August or September", "", "in August"),
            ("Post the notes unless someone objects before Oct 23", "", ""),
            ("Limit the trial to 3 months", "", ""),
            ("Run the trial for two weeks", "", ""),
            ("Bring back this year's banner", "", ""),
            ("2.1 Review the lease", "", ""),
            ("Merge version 0.6.1.9 with a 3/4 majority", "", ""),
            ("Pay the dues received as of September 30, 2018", "", ""),
            ("Update the page on the audit held on September 12, 2018", "", ""),
            ("Tell us why the pump failed in 5/6 cases", "", ""),
            ("Offer support 24/7", "", ""),
            ("Accrue the retainages at year-end", "", ""),
            ("Review the month-end closing process", "", ""),
            ("Keep four members until the 2019 election", "", ""),
        ],
    );
}

#[test]
fn deadlines_outside_the_statement() {
    for (before, own, after, lang, date) in [
        ("Hoàn thành trong 3 ngày:", "Các trang của quản trị", "", Lang::Vi, "2018-10-12"),
        ("", "Lập danh sách hộ nghèo.", "Hoàn thành trước ngày 30/10/2018.", Lang::Vi, "2018-10-30"),
        ("", "Lập danh sách hộ nghèo.", "Ngày 30/10 hội nghị toàn huyện bàn về vụ đông năm nay.", Lang::Vi, ""),
        ("Sáng 9/10, ông A yêu cầu:", "Lập danh sách hộ nghèo.", "", Lang::Vi, ""),
        ("", "Paint the fence", "| Ann, Bob and the whole garden team | 10/20 |", Lang::En, "2018-10-20"),
        ("", "Sơn lại hàng rào", "\tAnh Tư và tổ bảo vệ của khu phố\t20/10", Lang::Vi, "2018-10-20"),
        ("", "Sơn lại hàng rào", "- anh Tư - 20/10", Lang::Vi, "2018-10-20"),
        ("", "Paint the fence", "5 Regatta, 22 October", Lang::En, ""),
        ("By Saturday:", "paint the fence", "", Lang::En, "2018-10-13"),
        ("", "Paint the fence.", "To be completed by Thursday", Lang::En, "2018-10-11"),
        ("", "Paint the fence.", "The mayor said she would come to the fair by Thursday with her staff", Lang::En, ""),
    ] {
        let text = format!("{before}\n{own}\n{after}");
        let words = words::split(&text);
        let at = |byte: usize| words.partition_point(|word| (word.start as usize) < byte);
        let (own_start, after_start) = (before.len() + 1, before.len() + own.len() + 2);
        let place = Place {
            before: 0..at(before.len()),
            own: at(own_start)..at(own_start + own.len()),
            after: at(after_start)..words.len(),
        };
        let calendar = calendar(&words, &text, lang, "2018-10-09".parse().ok());
        let choice = deadline(&find(&words, &text, lang, &calendar), &words, &text, &place);
        let found = choice.as_ref().and_then(|choice| choice.date).map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(found, date, "{text}");
        assert!(choice.is_none_or(|choice| choice.carried), "{text}");
    }
}

#[test]
fn roles() {
    for (text, lang, role) in [
        ("trước ngày 31/4/2023", Lang::Vi, Role::Impossible),
        ("trước ngày 30/13", Lang::Vi, Role::Impossible),
        ("by 30 February", Lang::En, Role::Impossible),
        ("Tính đến hết ngày 30/6/2023", Lang::Vi, Role::Reporting),
        ("hằng quý", Lang::Vi, Role::Recurrence),
        ("kể từ ngày 1/8/2023", Lang::Vi, Role::Event),
        ("nhiệm kỳ 2020 - 2025", Lang::Vi, Role::Period),
        ("Quyết định số 5 ngày 1/8/2023", Lang::Vi, Role::Law),
        ("họp ngày 3/5 vừa qua", Lang::Vi, Role::Past),
        ("in early May", Lang::En, Role::Vague),
    ] {
        let words = words::split(text);
        let calendar = calendar(&words, text, lang, "2023-07-14".parse().ok());
        let found = find(&words, text, lang, &calendar);
        assert_eq!(found.iter().map(|found| found.role).collect::<Vec<_>>(), [role], "{text}");
    }
}

#[test]
fn recurrences_tell_their_interval() {
    for (text, lang, recurrence) in [
        ("Hằng ngày, đội đi tuần", Lang::Vi, Recurrence::Daily),
        ("báo cáo hàng quý", Lang::Vi, Recurrence::Quarterly),
        ("Once a month, Ann counts the stock", Lang::En, Recurrence::Monthly),
    ] {
        let words = words::split(text);
        let calendar = calendar(&words, text, lang, None);
        let place = Place { own: 0..words.len(), ..Place::default() };
        let choice = deadline(&find(&words, text, lang, &calendar), &words, text, &place);
        assert_eq!(choice.and_then(|choice| choice.recurrence), Some(recurrence), "{text}");
    }
}

#[test]
fn the_same_deadline_however_typed() {
    let clean = "Sở Y tế hoàn thành việc rà soát trước ngày 30 tháng 8 năm 2023, báo cáo trong quý IV/2023";
    let decomposed = clean.replace('ế', "e\u{302}\u{301}").replace('ớ', "ơ\u{301}").replace('à', "a\u{300}");
    let plain: String = clean.chars().map(|letter| crate::analysis::letters::parts(letter).plain).collect();
    for typed in [clean.to_string(), clean.to_uppercase(), decomposed, plain] {
        let text = normalise::normalise(&typed);
        assert_eq!(due(text.as_str(), Lang::Vi, "2023-07-14").0, "2023-08-30", "{typed}");
    }
}

#[test]
fn the_date_of_the_meeting() {
    for (text, lang, date) in [
        ("BIÊN BẢN HỌP\nNgày họp: 05/10/2025\nChủ trì: Bà Lan", Lang::Vi, "2025-10-05"),
        ("Thời gian: 8h00, ngày 14 tháng 7 năm 2023\nĐịa điểm: hội trường", Lang::Vi, "2023-07-14"),
        ("Hà Nội, ngày 02 tháng 3 năm 2024\nTHÔNG BÁO\nKết luận của Giám đốc", Lang::Vi, "2024-03-02"),
        ("Ngày 09 tháng 3 năm 2022, tại trụ sở, Chủ tịch chủ trì cuộc họp.", Lang::Vi, "2022-03-09"),
        ("Sáng 14/7, huyện họp bàn. Trong tháng 6/2023 thu 2 tỷ, năm 2023 dự kiến 5 tỷ.", Lang::Vi, "2023-07-14"),
        ("Sáng 14/7, huyện họp bàn về vụ mùa.", Lang::Vi, ""),
        ("Căn cứ Nghị quyết số 3 ngày 01/02/2020 của Đảng ủy\nBan chấp hành họp", Lang::Vi, ""),
        ("Nộp báo cáo trước ngày 01/02/2020", Lang::Vi, ""),
        ("Hôm nay, ngày 5/10/2023, tại hội trường xã, chúng tôi họp", Lang::Vi, "2023-10-05"),
        ("BIÊN BẢN\nVào hồi 14 giờ 00 phút, ngày 05 tháng 10 năm 2023", Lang::Vi, "2023-10-05"),
        ("# Garden club minutes 2018-05-22\n\nPresent: Ann", Lang::En, "2018-05-22"),
        ("# Lake Board\nAugust 19, 2019\n\nCalled to order", Lang::En, "2019-08-19"),
        ("Date: May 12, 2022\nTime: 7 pm", Lang::En, "2022-05-12"),
        ("The board met on Monday 14th July 2025 in the hall", Lang::En, "2025-07-14"),
        ("The minutes of May 12, 2022 were approved", Lang::En, ""),
        ("Next meeting: May 12, 2022", Lang::En, ""),
    ] {
        let words = words::split(text);
        let found = meeting_date(&words, text, lang).map(|found| found.0);
        assert_eq!(found, date.parse::<Date>().ok(), "{text}");
    }
}

#[test]
fn any_text_gives_disjoint_expressions_in_order() {
    let pieces = [
        "trước ",
        "ngày ",
        "30/6 ",
        "31/4/2023 ",
        "tháng ",
        "2 ",
        "quý ",
        "IV ",
        "năm ",
        "2023 ",
        "- ",
        "\n",
        "| ",
        "( ",
        ") ",
        "từ ",
        "đến ",
        "by ",
        "Friday ",
        "end of ",
        "May ",
        "28",
        "<sup>",
        "th",
        "* ",
        "next ",
        "week ",
        "1-",
        "/",
        "sau khi ",
        "99999999999 ",
        "12h ",
        "hằng ",
        "or ",
    ];
    let mut state = 7u64;
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[usize::try_from(state >> 33).unwrap() % pieces.len()]);
        }
        let words = words::split(&text);
        for lang in [Lang::Vi, Lang::En] {
            for given in [None, "2023-07-14".parse().ok()] {
                let found = find(&words, &text, lang, &calendar(&words, &text, lang, given));
                assert!(found.windows(2).all(|pair| pair[0].words.end <= pair[1].words.start), "{text}");
                assert!(found.iter().all(|found| !found.span.of(&text).is_empty()), "{text}");
            }
        }
    }
}
