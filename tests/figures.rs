//! The cases of figures in `tests/figures/`: each text with its amounts, what they say, and the plans fulfilled.
#![cfg(not(target_arch = "wasm32"))]

use bienban::analysis::analyze;
use bienban::analysis::model::{Lang, Minutes, Options, Span};

/// What the analysis says of a text, a line each in the form of the cases.
fn told(text: &str, minutes: &Minutes) -> Vec<String> {
    let words = |span: Option<Span>| span.map_or("-", |span| span.of(text)).to_owned();
    let figures = minutes.figures.iter().map(|figure| {
        let role = serde_json::to_string(&figure.role).expect("a role");
        format!("figure: {} = {}, {}", figure.span.of(text), role.trim_matches('"'), words(figure.subject))
    });
    let bars =
        minutes.attainments.iter().map(|found| format!("bar: {:.1} = {}", found.share * 100.0, words(found.subject)));
    figures.chain(bars).collect()
}

fn check(file: &str, lang: Lang) {
    let mut wrong = Vec::new();
    let cases = file.split("\ntext: ").skip(1);
    let mut count = 0;
    for case in cases {
        let mut lines = case.lines();
        let text = lines.next().unwrap_or_default();
        let expected: Vec<_> = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let found = told(text, &analyze(text, &Options { lang: Some(lang), ..Options::default() }));
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        count += 1;
    }
    assert!(count > 10, "{count} cases");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn vietnamese_figures_are_understood() {
    check(include_str!("figures/vi.txt"), Lang::Vi);
}

#[test]
fn english_figures_are_understood() {
    check(include_str!("figures/en.txt"), Lang::En);
}
