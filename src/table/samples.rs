//! Small minutes on which the table and its exporters are tested.

use jiff::civil::date;

use super::record::named;
use super::{Column, DateStyle, Form, Label, Table};
use crate::analysis::model::{Category, Date, Deadline, Head, Item, Minutes, Origin, Party, Span};

/// Minutes with an achievement, two directives and a recommendation.
pub const TEXT: &str = "Họp giao ban\n\nĐạt kế hoạch.\nRà soát\n  danh mục.\nSửa đường.\nĐề nghị tỉnh cấp vốn.";

fn party(text: &str, origin: Origin) -> Party {
    named(text.into(), origin)
}

fn item(id: u32, words: &str, category: Category) -> Item {
    let start = TEXT.find(words).unwrap();
    Item {
        id,
        span: Span::new(start, start + words.len()),
        category,
        statements: Vec::new(),
        confidence: 0.9,
        reasons: Vec::new(),
        lead: None,
        support: Vec::new(),
        issuer: None,
        deadline: None,
        product: None,
        repeated: Vec::new(),
    }
}

fn due(day: Option<Date>, text: &str) -> Option<Deadline> {
    Some(Deadline { text: text.into(), span: None, date: day, recurrence: None, origin: Origin::Stated })
}

/// Their table.
pub fn table() -> Table {
    Table::of(&minutes(), TEXT)
}

/// Their analysis.
pub fn minutes() -> Minutes {
    let mut review = item(2, "Rà soát\n  danh mục", Category::Directive);
    review.lead = Some(party("Sở Y tế", Origin::Inferred));
    review.support = vec![party("Sở Tài chính", Origin::Stated), party("UBND\nxã", Origin::Stated)];
    review.deadline = due(Some(date(2023, 7, 31)), "trong tháng 7");
    let mut mend = item(3, "Sửa đường", Category::Directive);
    mend.lead = Some(party("Đội 1", Origin::Stated));
    mend.deadline = due(None, "trước mùa mưa");
    let mut ask = item(4, "Đề nghị tỉnh cấp vốn", Category::Recommendation);
    ask.lead = Some(party("tỉnh", Origin::Stated));
    ask.deadline = due(Some(date(2023, 7, 20)), "20/7");
    let achieved = item(1, "Đạt kế hoạch", Category::Achievement);
    Minutes {
        head: Head { title: Some(Span::new(0, "Họp giao ban".len())), ..Head::default() },
        items: vec![achieved, review, mend, ask],
        ..Minutes::default()
    }
}

/// Every column, with keys for labels.
pub fn form() -> Form<'static> {
    Form { columns: &Column::ALL, label: &Label::key, dates: DateStyle::DayMonthYear, today: date(2023, 7, 1) }
}
