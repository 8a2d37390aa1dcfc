//! The annotated cases in `tests/cases/`, each analysed and compared. Floors that the pooled figures may not fall
//! below stand in `tests/cases/floors.txt`. `BIENBAN_ERRORS=1 cargo test --test cases -- --nocapture` lists what differs;
//! a part of a name instead of 1 lists that case alone.
#![cfg(not(target_arch = "wasm32"))]

mod gold;

use std::path::{Path, PathBuf};

use bienban::analysis::analyze;
use bienban::analysis::model::{Item, Lang, Options, Origin};
use gold::Document;
use gold::score::{Matching, Score, is_actor_right, is_due_right, matching};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// Figures and what they have to be: `vi.char_f1 = 0.6`.
fn floors(lang: &str) -> Vec<(String, f64)> {
    let file = std::fs::read_to_string(folder().join("floors.txt")).expect("the floors");
    let line = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        let name = key.strip_prefix(lang)?.strip_prefix('.')?;
        Some((name.to_owned(), value.parse().unwrap_or_else(|_| panic!("floors.txt: {line}"))))
    };
    file.lines().filter_map(line).collect()
}

/// What differs between the annotation and the analysis, a line each.
fn differences(document: &Document, items: &[Item]) -> Vec<String> {
    let text = &document.text;
    let Matching { pairs, missed, wrong } = matching(document, items);
    let mut lines = Vec::new();
    for item in missed {
        lines.push(format!("missed {:?}: {:?}", item.category, item.span.of(text)));
    }
    for item in wrong {
        lines.push(format!("wrong  {:?} {:.2}: {:?}", item.category, item.confidence, item.span.of(text)));
    }
    for (item, found) in pairs {
        let words = found.span.of(text);
        if item.span != found.span {
            lines.push(format!("span   {words:?} for {:?}", item.span.of(text)));
        }
        if item.category.is_actionable() && !is_actor_right(item, found) {
            let lead = found.lead.as_ref().map(|party| (&party.text, party.origin));
            lines.push(format!("lead   {lead:?} for {:?}: {words:?}", item.lead));
        }
        if item.category.is_actionable() && !is_due_right(item, found) {
            let due = found.deadline.as_ref().map(|deadline| (&deadline.text, deadline.date));
            lines.push(format!("due    {due:?} for {:?}: {words:?}", item.due));
        }
    }
    lines
}

fn check(lang: Lang, name: &str) {
    let wanted = std::env::var("BIENBAN_ERRORS").unwrap_or_default();
    let documents = gold::case::read_folder(&folder().join(name)).unwrap_or_else(|error| panic!("{error}"));
    assert!(!documents.is_empty(), "no cases in {name}");
    let mut total = Score::default();
    let mut wrong = Vec::new();
    for document in &documents {
        let options = Options { date: document.date, lang: Some(lang), ..Options::default() };
        let items = analyze(&document.text, &options).items;
        let mut score = Score::default();
        score.add(document, &items);
        total.add(document, &items);
        println!("{name}/{}: {}", document.name, score.line());
        let differences = differences(document, &items);
        if !wanted.is_empty() && (wanted == "1" || document.name.contains(&wanted)) {
            differences.iter().for_each(|line| println!("    {line}"));
        }
        if document.exact && !differences.is_empty() {
            wrong.push(format!("{name}/{} is not exact:\n    {}", document.name, differences.join("\n    ")));
        }
    }
    println!("{name}: {}", total.line());
    let figures = total.figures();
    for (figure, floor) in floors(name) {
        let Some((_, value)) = figures.iter().find(|(name, _)| *name == figure) else {
            wrong.push(format!("floors.txt: {name}.{figure} is no figure of these cases"));
            continue;
        };
        let fails = if figure.ends_with("made_up") { *value > floor } else { *value < floor };
        if fails {
            wrong.push(format!("{name}.{figure} is {value:.4}, the floor is {floor}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", total.line(), wrong.join("\n"));
}

#[test]
fn vietnamese_cases_agree() {
    check(Lang::Vi, "vi");
}

#[test]
fn english_cases_agree() {
    check(Lang::En, "en");
}

const CASE: &str = "\
# press report
date: 2023-07-14
kind: press
=== text
Tin: đạt kế hoạch. Sở Y tế
  báo cáo trước 30/7. Có thể họp. Sửa đường.
=== items
achievement: đạt kế hoạch
directive: Sở Y tế báo cáo trước 30/7
  lead: Sở Y tế
  support: Sở A; Sở B
  due: 2023-07-30 (trước 30/7)
recommendation?: Có thể họp
directive: Sửa đường
  due: - (sớm)
";

fn found(document: &Document, index: usize) -> Item {
    let gold = &document.items[index];
    let party = |text: &String| bienban::analysis::model::Party {
        text: text.clone(),
        span: None,
        key: text.to_lowercase(),
        origin: Origin::Stated,
    };
    let mut item = Item::new(gold.span, gold.category);
    item.lead = gold.lead.as_ref().map(party);
    item.deadline = gold.due.map(|date| bienban::analysis::model::Deadline {
        text: String::new(),
        span: None,
        date: Some(date),
        recurrence: None,
        origin: Origin::Stated,
    });
    item
}

#[test]
fn a_case_is_read_and_a_perfect_analysis_scores_full() {
    let document = gold::case::read("case", CASE).expect("a case");
    assert_eq!(document.items[1].span.of(&document.text), "Sở Y tế\n  báo cáo trước 30/7");
    assert_eq!(document.items[1].support, ["Sở A", "Sở B"]);
    assert!(document.items[2].optional);
    let items: Vec<_> = [0, 1, 3].map(|index| found(&document, index)).into();
    let mut score = Score::default();
    score.add(&document, &items);
    assert_eq!(
        score.line(),
        "char_f1 1.000  item_f1 1.000  actor_right 1.000  actor_made_up 0.000  due_right 1.000  due_made_up 0.000  \
         action_row_f1 1.000"
    );
    assert!(differences(&document, &items).is_empty());
}

#[test]
fn faults_cost_and_optional_items_do_not() {
    let document = gold::case::read("case", CASE).expect("a case");
    let mut invented = found(&document, 3);
    invented.lead = found(&document, 1).lead;
    invented.deadline = found(&document, 1).deadline;
    let mut late = found(&document, 1);
    late.lead = None;
    let mut score = Score::default();
    score.add(&document, &[late, found(&document, 2), invented]);
    let figures: Vec<_> = score.figures().into_iter().map(|(name, figure)| format!("{name} {figure:.2}")).collect();
    assert_eq!(
        figures[1..],
        [
            "item_f1 0.80",
            "actor_right 0.00",
            "actor_made_up 1.00",
            "due_right 1.00",
            "due_made_up 1.00",
            "action_row_f1 0.00"
        ]
    );
    for broken in ["date: soon\n=== text\n\n=== items\n", "=== text\n", "\n=== text\na\n=== items\ndirective: b\n"] {
        assert!(gold::case::read("broken", broken).is_err(), "{broken}");
    }
}
