//! Fits the weight tables: reads annotated documents, cross-validates over whole documents, writes `weights/`.

mod crf;
mod fields;
mod gold;
mod score;
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bienban::analysis::features::Extractor;
use bienban::analysis::lexicon::Lexicon;
use bienban::analysis::model::{Lang, Options, Span};
use bienban::analysis::weights::{self, Weights};
use bienban::analysis::{self, Reading, features, items, words};

use crf::{Example, Settings};
use gold::GoldDocument;
use score::Score;

const FOLDS: usize = 6;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    let value = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<f32>().ok()
    };
    let settings = Settings {
        penalty: value("--penalty").unwrap_or(12.0),
        wording: value("--wording").unwrap_or(0.6),
        relief: value("--relief").unwrap_or(0.7),
        least: value("--least").unwrap_or(5.0) as i32,
        passes: value("--passes").unwrap_or(120.0) as usize,
        documents: value("--documents").unwrap_or(2.0) as usize,
    };
    let corpus = PathBuf::from("../shared/corpus");
    let langs: Vec<(Lang, &str)> =
        [(Lang::Vi, "vi"), (Lang::En, "en")].into_iter().filter(|(_, name)| !has("--only") || has(name)).collect();
    std::thread::scope(|scope| {
        let runs: Vec<_> = langs
            .iter()
            .map(|(lang, name)| scope.spawn(|| run(*lang, name, &corpus, settings, has("--write"), has("--errors"))))
            .collect();
        for run in runs {
            println!("{}", run.join().unwrap_or_default());
        }
    });
}

fn run(lang: Lang, name: &str, corpus: &Path, settings: Settings, write: bool, errors: bool) -> String {
    let learning = gold::read_folder(&corpus.join("more").join(name), lang);
    let bank = gold::read_bank(&PathBuf::from("fit/statements").join(name), lang);
    let own: Vec<Example> = ["tests/cases", "fit/cases"]
        .iter()
        .flat_map(|folder| gold::read_cases(&PathBuf::from(folder).join(name), lang))
        .chain(bank)
        .map(|document| example(&document))
        .collect();
    let measuring = gold::read_folder(&corpus.join(name), lang);
    if std::env::args().any(|argument| argument == "--fields-only") {
        let every = std::env::args().any(|argument| argument == "--every");
        let cases: Vec<GoldDocument> = ["tests/cases", "fit/cases"]
            .iter()
            .flat_map(|folder| gold::read_cases(&PathBuf::from(folder).join(name), lang))
            .collect();
        return [("learning", &learning), ("measuring", &measuring), ("own", &cases)]
            .map(|(group, documents)| fields::report(&format!("{name} {group}"), documents, every))
            .concat();
    }
    let examples: Vec<Example> = learning.iter().map(example).collect();
    let mut report = String::new();
    let mut total = Score::default();
    let mut confusion = [[0usize; weights::LABELS]; weights::LABELS];
    let env = |name: &str| std::env::var(name).ok().and_then(|share| share.parse().ok()).unwrap_or(8usize);
    let (share, own_share) = (env("SHARE"), env("OWN"));
    for fold in 0..FOLDS {
        let part: Vec<&Example> = examples
            .iter()
            .enumerate()
            .filter(|(index, _)| index % FOLDS != fold && (*index / FOLDS) % 8 < share)
            .map(|(_, example)| example)
            .chain(own.iter().enumerate().filter(|(index, _)| index % 8 < own_share).map(|pair| pair.1))
            .collect();
        let fitted = crf::fit(&part, settings);
        for document in
            learning.iter().enumerate().filter(|(index, _)| index % FOLDS == fold).map(|(_, document)| document)
        {
            evaluate(document, &fitted, &mut total, errors.then_some(&mut report));
            let example = example(document);
            let items = items::find(&read(document), &fitted);
            let mut labels = vec![0; example.allowed.len()];
            for item in &items {
                for index in &item.statements {
                    labels[*index] = weights::label(item.category);
                }
            }
            for (allowed, label) in example.allowed.iter().zip(labels) {
                if allowed.count_ones() == 1 {
                    confusion[allowed.trailing_zeros() as usize][label] += 1;
                }
            }
        }
    }
    report += &format!("{name} cross-validation: {}\n", total.line());
    for row in confusion {
        report += &format!("   {row:?}\n");
    }
    if std::env::args().any(|argument| argument == "--cv") {
        return report;
    }
    let all: Vec<&Example> = examples.iter().chain(&own).collect();
    let fitted = crf::fit(&all, settings);
    let texts = learning.iter().flat_map(|document| {
        words::split(&document.text)
            .iter()
            .flat_map(|word| {
                let folded = words::fold(word.of(&document.text));
                [features::stem(&folded).to_string(), folded]
            })
            .collect::<BTreeSet<_>>()
    });
    let names = table::Names::new(Lexicon::of(lang), texts);
    let head = format!(
        "# Weights of the {name} pack, fitted by `cargo xtask fit`: feature, then no item, achievement, shortcoming,\n# recommendation, directive, in hundredths of a logit."
    );
    let table = table::write(&fitted, &all, &names, &head);
    let read_back = Weights::read(&table);
    let mut measured = Score::default();
    for document in &measuring {
        evaluate(document, &read_back, &mut measured, None);
    }
    report += &format!("{name} measuring corpus:  {}\n", measured.line());
    report += &format!("{name} measured fields:   {}\n", measured.field_line());
    let mut reachable = Score::default();
    for document in learning.iter().chain(&measuring) {
        let reading = read(document);
        let items = analysis::fields::fill(&reading, items::gather(&reading, &oracle(document)), document.date).items;
        reachable.add(document, &items);
    }
    report += &format!("{name} reachable:         {}\n", reachable.line());
    report += &format!("{name} fields of gold:    {}\n", reachable.field_line());
    let mut sight = Score::default();
    for document in &gold::read_cases(&PathBuf::from("tests/cases").join(name), lang) {
        evaluate(document, &read_back, &mut sight, None);
    }
    report += &format!("{name} own cases:         {}\n", sight.line());
    report += &format!("{name} table: {} lines, {} bytes\n", table.lines().count(), table.len());
    if write {
        let path = format!("weights/{name}.txt");
        if let Err(error) = std::fs::write(&path, table) {
            report += &format!("{path} was not written: {error}\n");
        }
    }
    report
}

fn evaluate(document: &GoldDocument, weights: &Weights, total: &mut Score, errors: Option<&mut String>) {
    let reading = read(document);
    let items = analysis::fields::fill(&reading, items::find(&reading, weights), document.date).items;
    let right = total.add(document, &items);
    if let Some(report) = errors {
        for (item, right) in items.iter().zip(right) {
            if right == Some(false) {
                let gold = document.items.iter().find(|gold| gold.span.meets(item.span));
                *report += &format!(
                    "{} wrong {:?} {:.2} (gold {:?}) {:?}\n",
                    document.name,
                    item.category,
                    item.confidence,
                    gold.map(|gold| gold.category),
                    item.span.of(&document.text)
                );
            }
        }
        for gold in document.items.iter().filter(|gold| !gold.optional) {
            if !items.iter().any(|item| item.span.meets(gold.span)) {
                *report +=
                    &format!("{} missed {:?} {:?}\n", document.name, gold.category, gold.span.of(&document.text));
            }
        }
    }
}

fn read(document: &GoldDocument) -> Reading<'_> {
    analysis::read(&document.text, &Options { date: document.date, lang: Some(document.lang) })
}

/// The labels that the annotation gives the statements of a document.
fn oracle(document: &GoldDocument) -> Vec<usize> {
    example(document).allowed.iter().map(|bits| bits.trailing_zeros() as usize).collect()
}

/// Features and allowed labels of a document's statements.
fn example(document: &GoldDocument) -> Example {
    let reading = read(document);
    let extractor = Extractor::new(&reading);
    let mut example = Example { features: Vec::new(), steps: Vec::new(), allowed: Vec::new() };
    for (index, statement) in reading.statements.iter().enumerate() {
        let mut features = Vec::new();
        extractor.features(index, &mut features);
        example.features.push(features);
        example.steps.push(items::step(&reading, index));
        let start = reading.words.get(statement.start).map_or(0, |word| word.start as usize);
        let end = reading.words.get(statement.end.saturating_sub(1)).map_or(0, |word| word.end as usize);
        example.allowed.push(allowed(document, reading.text.original(Span::new(start, end))));
    }
    example
}

/// The labels that the annotation allows for a statement, as bits.
fn allowed(document: &GoldDocument, span: Span) -> u8 {
    let shared = |other: Span| other.end.min(span.end).saturating_sub(other.start.max(span.start));
    let Some(item) = document.items.iter().max_by_key(|item| shared(item.span)) else { return 1 };
    let common = shared(item.span);
    let joined = span.end.max(item.span.end) - span.start.min(item.span.start);
    if common * 2 <= span.len() && common * 10 < joined * 3 {
        return 1;
    }
    let bit = 1u8 << weights::label(item.category);
    if item.optional { bit | 1 } else { bit }
}
