//! What holds for every text, however odd.
#![cfg(not(target_arch = "wasm32"))]

use bienban::analysis::analyze;
use bienban::analysis::model::{Category, Date, Item, Lang, Minutes, Note, Options, Span};
use bienban::export::{csv, json, markdown};
use bienban::offsets::Offsets;
use bienban::table::{Column, DateStyle, Form, Label, Table};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Pieces of minutes in both languages, plain enough that every encoding of them means the same.
const PIECES: [&str; 66] = [
    "Sở Y tế",
    "UBND huyện",
    "đồng chí",
    "Ông Lê Văn A",
    "các đơn vị",
    "Ann",
    "the council",
    "We",
    "chủ trì",
    "phối hợp với",
    "chỉ đạo:",
    "yêu cầu",
    "đề nghị",
    "kiến nghị với tỉnh:",
    "giao",
    "cần",
    "khẩn trương",
    "hoàn thành",
    "đạt 98,5%",
    "chưa đạt",
    "còn chậm",
    "Tuy nhiên,",
    "không",
    "nguyên nhân",
    "báo cáo",
    "kế hoạch",
    "to send",
    "will",
    "must",
    "ACTION:",
    "was completed",
    "is delayed",
    "recommends that",
    "However,",
    "by Friday",
    "by end of Q2 2024",
    "trước ngày 30/8/2023",
    "trong tháng 7",
    "quý III/2023",
    "31/4/2023",
    "hằng tuần",
    "12,5 tỷ đồng",
    "1.234",
    "TP.",
    "v.v.",
    "I. ",
    "1.1. ",
    "a) ",
    "- ",
    "+ ",
    "• ",
    "* ",
    "# ",
    "| ",
    "[10:32] Ann: ",
    "Kết luận:",
    "\n",
    "\n\n",
    "; ",
    ". ",
    ", ",
    ": ",
    " ",
    "“",
    "”",
    "…",
];

fn minutes_text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(&PIECES[..]), 0..60).prop_map(|pieces| {
        pieces.iter().fold(String::new(), |mut text, piece| {
            if piece.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric) {
                text.push(' ');
            }
            text + piece
        })
    })
}

fn odd_text() -> impl Strategy<Value = String> {
    let odd = select(
        &[
            "\r",
            "\r\n",
            "\t",
            "\0",
            "\u{feff}",
            "\u{a0}",
            "\u{200b}",
            "\u{ad}",
            "\u{301}",
            "\u{302}\u{301}",
            "\u{2028}",
            "\u{1f4a9}",
            "\u{1f468}\u{200d}\u{1f469}",
            "\u{202e}",
            "İ",
            "ß",
            "ẞ",
            "ﬁ",
            "Ǆ",
            "Đ",
            "đ",
            "٣",
            "Ⅳ",
            "\u{10ffff}",
        ][..],
    );
    let piece = prop_oneof![
        4 => select(&PIECES[..]).prop_map(str::to_owned),
        2 => odd.prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[ -~]{0,12}",
        1 => "[0-9]{1,4}[/.-][0-9]{1,4}[/.-]?[0-9]{0,6}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = Options> {
    let date = select(vec![None, Some(Date::constant(2023, 7, 14)), Some(Date::MIN), Some(Date::MAX)]);
    let lang = select(vec![None, Some(Lang::Vi), Some(Lang::En)]);
    (date, lang).prop_map(|(date, lang)| Options { date, lang, ..Options::default() })
}

/// Every place that the analysis names.
fn spans(minutes: &Minutes) -> Vec<Span> {
    let mut spans: Vec<Span> = minutes.head.title.into_iter().chain(minutes.head.date_span).collect();
    for item in &minutes.items {
        spans.push(item.span);
        spans.extend(item.reasons.iter().filter_map(|reason| reason.span));
        spans.extend(item.lead.iter().chain(&item.support).chain(&item.issuer).filter_map(|party| party.span));
        spans.extend(item.deadline.iter().filter_map(|deadline| deadline.span));
        spans.extend(item.product.iter().chain(&item.repeated));
    }
    spans.extend(minutes.answers.iter().flat_map(|answer| answer.shared.iter().chain(&answer.repeated)));
    spans.extend(minutes.figures.iter().flat_map(|figure| [Some(figure.span), figure.subject]).flatten());
    spans.extend(minutes.notes.iter().filter_map(|note| match note {
        Note::ImpossibleDate { span } | Note::PastDeadline { span } => Some(*span),
        _ => None,
    }));
    spans
}

/// What an item says, whatever the encoding of its text.
#[derive(Debug, PartialEq)]
struct Said {
    category: Category,
    task: String,
    parties: Vec<String>,
    due: Option<Date>,
}

fn said(text: &str, options: &Options) -> Vec<Said> {
    let plain = |text: &str| text.nfc().filter(|letter| *letter != '\r').collect::<String>();
    let of = |item: &Item| Said {
        category: item.category,
        task: plain(item.span.of(text)),
        parties: item.lead.iter().chain(&item.support).chain(&item.issuer).map(|party| plain(&party.text)).collect(),
        due: item.deadline.as_ref().and_then(|deadline| deadline.date),
    };
    analyze(text, options).items.iter().map(of).collect()
}

fn form() -> Form<'static> {
    let label = &|label: Label| label.key();
    Form { columns: &Column::ALL, label, dates: DateStyle::DayMonthYear, today: Date::constant(2023, 7, 14) }
}

/// The JSON of an analysis.
fn written(minutes: &Minutes, text: &str) -> String {
    json::write(minutes, text, &Table::of(minutes, text)).expect("JSON")
}

proptest! {
    #[test]
    fn spans_lie_in_the_text_and_items_are_ordered_and_disjoint(text in odd_text(), options in options()) {
        let minutes = analyze(&text, &options);
        for span in spans(&minutes) {
            prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{:?}", span);
        }
        for item in &minutes.items {
            prop_assert!(!item.span.is_empty());
            prop_assert!((0.0..=1.0).contains(&item.confidence));
            prop_assert!(item.category.is_actionable() || (item.lead.is_none() && item.deadline.is_none()));
        }
        prop_assert!(minutes.items.is_sorted_by(|left, right| left.span.end <= right.span.start && left.id < right.id));
        let item = |id: u32| minutes.items.iter().find(|item| item.id == id).expect("an item of that number");
        for answer in &minutes.answers {
            let (shortcoming, task) = (item(answer.shortcoming), item(answer.task));
            prop_assert!(shortcoming.category == Category::Shortcoming && task.category.is_actionable());
            prop_assert!(!answer.shared.is_empty() && answer.shared.iter().all(|span| shortcoming.span.holds(*span)));
            prop_assert!(answer.repeated.iter().all(|span| task.span.holds(*span)));
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes(text in odd_text(), options in options()) {
        let write = || written(&analyze(&text, &options), &text);
        prop_assert_eq!(write(), write());
    }

    #[test]
    fn encodings_of_one_text_give_the_same_items(text in minutes_text(), options in options()) {
        let expected = said(&text, &options);
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(&said(&decomposed, &options), &expected, "decomposed");
        prop_assert_eq!(&said(&text.replace('\n', "\r\n"), &options), &expected, "CR LF");
        prop_assert_eq!(&said(&format!("\u{feff}{text}"), &options), &expected, "byte order mark");
    }

    #[test]
    fn offsets_for_others_find_the_same_words(text in odd_text(), options in options()) {
        let minutes = analyze(&text, &options);
        let object: Value = serde_json::from_str(&written(&minutes, &text)).expect("JSON");
        let scalars: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let offsets = Offsets::new(&text);
        for (index, item) in minutes.items.iter().enumerate() {
            let words = item.span.of(&text);
            let place = |field: &str| object["items"][index][field].as_u64().and_then(|place| usize::try_from(place).ok());
            let (start, end) = (place("start").expect("a start"), place("end").expect("an end"));
            prop_assert_eq!(scalars[start..end].iter().collect::<String>(), words);
            prop_assert_eq!(&object["items"][index]["text"], words);
            let (start, end) = (offsets.utf16(item.span.start), offsets.utf16(item.span.end));
            prop_assert_eq!(String::from_utf16(&units[start..end]).expect("whole characters"), words);
        }
    }

    #[test]
    fn exports_hold_every_task(text in odd_text(), options in options()) {
        let minutes = analyze(&text, &options);
        let table = Table::of(&minutes, &text);
        let bytes = csv::write(&table, &form(), csv::Separator::Semicolon).expect("CSV");
        let content = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
        let records: Vec<_> =
            ::csv::ReaderBuilder::new().delimiter(b';').from_reader(content).into_records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), table.rows.len());
        for (record, row) in records.iter().zip(&table.rows) {
            prop_assert_eq!(record[2].trim_start_matches('\''), row.task.trim_start_matches('\''));
            prop_assert!(!record.iter().any(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r'])));
        }
        let lines = markdown::write(&table, &form()).lines().filter(|line| line.starts_with('|')).count();
        prop_assert_eq!(lines, table.rows.len() + 2);
    }
}
