//! Which directive answers which shortcoming: the pairs of `tests/answers/` against those that are found.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use bienban::analysis::model::{Category, Item, Lang, Minutes, Options, Span};
use bienban::analysis::{analyze, answers};

/// Least part of the answers found that are right.
const PRECISION: f64 = 0.8;

/// A document, its items by their lines, and the pairs that it is known to hold: shortcoming, then task.
struct Document {
    text: String,
    minutes: Minutes,
    pairs: BTreeSet<(u32, u32)>,
}

fn document(lines: &str, lang: Lang) -> Document {
    let mut text = String::new();
    let (mut items, mut faults, mut tasks) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines.lines().filter(|line| !line.is_empty()) {
        let category = match line.chars().next() {
            Some('!') => Category::Shortcoming,
            Some('>') => Category::Directive,
            Some('?') => Category::Recommendation,
            Some('+') => Category::Achievement,
            _ => panic!("a line of no kind: {line}"),
        };
        let rest = &line[1..];
        let (names, sentence) = match rest.strip_prefix("  ") {
            Some(sentence) => ("", sentence.trim()),
            None => rest.trim_start().split_once(' ').expect("a name, then a sentence"),
        };
        let start = text.len();
        text.push_str(sentence.trim());
        let id = u32::try_from(items.len() + 1).expect("few lines");
        for name in names.split(',').filter(|name| !name.is_empty()) {
            let list = if category == Category::Shortcoming { &mut faults } else { &mut tasks };
            list.push((name, id));
        }
        items.push(Item { id, ..Item::new(Span::new(start, text.len()), category) });
        text.push('\n');
    }
    let known = |name: &str| faults.iter().find(|(fault, _)| *fault == name).map(|(_, id)| *id);
    let pair = |(name, task): &(&str, u32)| (known(name).unwrap_or_else(|| panic!("no shortcoming {name}")), *task);
    let pairs = tasks.iter().map(pair).collect();
    // Who acts and by when are told by the analysis itself.
    for found in analyze(&text, &Options { lang: Some(lang), ..Options::default() }).items {
        if let Some(item) = items.iter_mut().find(|item: &&mut Item| item.span.meets(found.span)) {
            (item.lead, item.support, item.issuer) = (found.lead, found.support, found.issuer);
            item.deadline = found.deadline;
        }
    }
    Document { text, minutes: Minutes { lang, items, ..Minutes::default() }, pairs }
}

#[test]
fn what_answers_which_shortcoming_is_found_with_few_mistakes() {
    let (mut right, mut found, mut known) = (0, 0, 0);
    for (lang, file) in [(Lang::Vi, include_str!("answers/vi.txt")), (Lang::En, include_str!("answers/en.txt"))] {
        let (mut right_here, mut found_here, mut known_here) = (0, 0, 0);
        for case in file.split("## ").skip(1) {
            let (name, lines) = case.split_once('\n').expect("a name, then lines");
            let document = document(lines, lang);
            let pairs: BTreeSet<(u32, u32)> = answers::find(&document.minutes, &document.text)
                .iter()
                .map(|answer| (answer.shortcoming, answer.task))
                .collect();
            let line = |id: u32| document.text.lines().nth(id as usize - 1).unwrap_or_default();
            for (fault, task) in pairs.symmetric_difference(&document.pairs) {
                let what = if pairs.contains(&(*fault, *task)) { "wrong" } else { "missed" };
                println!("{name}: {what}\n  {}\n  {}", line(*fault), line(*task));
            }
            right_here += pairs.intersection(&document.pairs).count();
            found_here += pairs.len();
            known_here += document.pairs.len();
        }
        println!("{lang:?}: {right_here} of {found_here} found are right, of {known_here} known");
        (right, found, known) = (right + right_here, found + found_here, known + known_here);
    }
    let (precision, recall) =
        (f64::from(right as u32) / f64::from(found as u32), f64::from(right as u32) / f64::from(known as u32));
    println!("precision {precision:.3}, recall {recall:.3}");
    assert!(known >= 30, "{known} pairs");
    assert!(precision >= PRECISION, "precision {precision:.3}");
}
