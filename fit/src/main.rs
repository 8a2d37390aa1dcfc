//! Fits the weight tables: reads annotated documents, cross-validates over whole documents, writes `weights/`.

mod corpus;
mod crf;
mod fields;
#[expect(dead_code, reason = "shared with the tests, which need all of it")]
#[path = "../../tests/gold/mod.rs"]
mod gold;
mod learning;
mod table;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bienban::analysis::features::stem;
use bienban::analysis::lexicon::Lexicon;
use bienban::analysis::model::{Item, Lang};
use bienban::analysis::weights::Weights;
use bienban::analysis::{self, items, words};

use crf::{Example, Settings};
use gold::Document;
use gold::score::{Score, matching};

/// Parts of the cross-validation.
const FOLDS: usize = 6;

const USAGE: &str = "\
usage: cargo xtask fit [OPTION]...

  --write         write the fitted tables to weights/
  --cross         cross-validate only
  --fields        score only leads, issuers, helpers and deadlines, on the annotated items
  --unseen        fit without tests/cases and score those
  --errors        print what cross-validation gets wrong
  --only LANG     vi or en alone
  --penalty, --wording, --own, --relief, --least, --passes, --documents, --dropout NUMBER   settings of the fit";

/// What was asked for.
struct Orders {
    settings: Settings,
    write: bool,
    cross: bool,
    fields: bool,
    unseen: bool,
    errors: bool,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| arguments.iter().any(|argument| argument == name);
    if has("--help") {
        println!("{USAGE}");
        return;
    }
    let value = |name: &str, customary: f32| {
        let at = arguments.iter().position(|argument| argument == name);
        at.and_then(|at| arguments.get(at + 1)?.parse::<f32>().ok()).unwrap_or(customary)
    };
    let orders = Orders {
        settings: Settings {
            penalty: value("--penalty", 12.0),
            wording: value("--wording", 0.6),
            own: value("--own", 0.6),
            relief: value("--relief", 0.7),
            least: value("--least", 8.0) as i32,
            passes: value("--passes", 160.0) as usize,
            documents: value("--documents", 2.0) as usize,
            dropout: value("--dropout", 0.5),
        },
        write: has("--write"),
        cross: has("--cross"),
        fields: has("--fields"),
        unseen: has("--unseen"),
        errors: has("--errors"),
    };
    let orders = &orders;
    let langs = [(Lang::Vi, "vi"), (Lang::En, "en")].into_iter().filter(|(_, name)| !has("--only") || has(name));
    std::thread::scope(|scope| {
        let runs: Vec<_> = langs.map(|(lang, name)| scope.spawn(move || run(lang, name, orders))).collect();
        for run in runs {
            println!("{}", run.join().unwrap_or_default());
        }
    });
}

fn run(lang: Lang, name: &str, orders: &Orders) -> String {
    let shared = PathBuf::from("../shared/corpus");
    let learning = corpus::read_folder(&shared.join("more").join(name));
    let measuring = corpus::read_folder(&shared.join(name));
    let cases = read_cases(&Path::new("tests/cases").join(name));
    let lessons = read_cases(&Path::new("fit/cases").join(name));
    let bank = corpus::read_bank(&Path::new("fit/statements").join(name));
    if orders.fields {
        let groups = [("learning", &learning), ("measuring", &measuring), ("own", &cases)];
        return groups.map(|(group, documents)| fields::report(&format!("{name} {group}"), documents, lang)).concat();
    }
    let weighed = |weight: f32| move |document: &Document| learning::example(document, lang, weight);
    let real: Vec<Example> = learning.iter().map(weighed(1.0)).collect();
    let seen = if orders.unseen { &[][..] } else { &cases[..] };
    let invented = seen.iter().chain(&lessons).chain(&bank);
    let own: Vec<Example> = invented.clone().map(weighed(orders.settings.own)).collect();
    let mut report = String::new();
    if !orders.unseen {
        let mut total = Score::default();
        for fold in 0..FOLDS {
            let part = real.iter().enumerate().filter(|(index, _)| index % FOLDS != fold).map(|(_, example)| example);
            let tested: Vec<&Document> = learning.iter().skip(fold).step_by(FOLDS).collect();
            // What was written after the model of a document would tell of it.
            let follows =
                |document: &Document| tested.iter().any(|tested| document.like.as_ref() == Some(&tested.name));
            let apart =
                invented.clone().zip(&own).filter(|(document, _)| !follows(document)).map(|(_, example)| example);
            let fitted = crf::fit(&part.chain(apart).collect::<Vec<_>>(), orders.settings);
            for document in tested {
                let items = analyze(document, lang, &fitted);
                total.add(document, &items);
                if orders.errors {
                    report += &errors(document, &items);
                }
            }
        }
        report += &format!("{name} cross-validation   {}\n", total.line());
        if orders.cross {
            return report;
        }
    }
    let all: Vec<&Example> = real.iter().chain(&own).collect();
    let fitted = crf::fit(&all, orders.settings);
    let texts = learning.iter().chain(invented).flat_map(|document| word_forms(&document.text));
    let table = table::write(&fitted, &all, &table::Names::new(Lexicon::of(lang), texts), name);
    let read_back = Weights::read(&table);
    for (group, documents) in [("measuring corpus  ", &measuring), ("cases             ", &cases)] {
        let mut score = Score::default();
        for document in documents {
            score.add(document, &analyze(document, lang, &read_back));
        }
        report += &format!("{name} {group} {}\n", score.line());
    }
    let mut reachable = Score::default();
    for document in learning.iter().chain(&measuring) {
        let reading = learning::read(document, lang);
        let items = items::gather(&reading, &learning::labels(document, lang));
        reachable.add(document, &analysis::fields::fill(&reading, items, document.date).items);
    }
    report += &format!("{name} with gold labels   {}\n", reachable.line());
    report += &format!("{name} table: {} lines, {} bytes\n", table.lines().count(), table.len());
    if orders.write {
        let path = format!("weights/{name}.txt");
        if let Err(error) = std::fs::write(&path, table) {
            report += &format!("{path} was not written: {error}\n");
        }
    }
    report
}

fn read_cases(folder: &Path) -> Vec<Document> {
    gold::case::read_folder(folder).unwrap_or_else(|error| {
        eprintln!("{}: {error}", folder.display());
        Vec::new()
    })
}

fn analyze(document: &Document, lang: Lang, weights: &Weights) -> Vec<Item> {
    let reading = learning::read(document, lang);
    let items = items::find(&reading, weights);
    analysis::fields::fill(&reading, items, document.date).items
}

/// Each word of a text as patterns know it: folded, and without its ending.
fn word_forms(text: &str) -> BTreeSet<String> {
    let folded = words::split(text).into_iter().map(|word| words::fold(word.of(text)));
    folded.flat_map(|word| [stem(&word).to_owned(), word]).collect()
}

/// What differs between annotation and analysis, a line each.
fn errors(document: &Document, items: &[Item]) -> String {
    let matching = matching(document, items);
    let missed = matching.missed.iter().map(|item| ("missed", item.category, 1.0, item.span));
    let wrong = matching.wrong.iter().map(|item| ("wrong", item.category, item.confidence, item.span));
    let line = |(what, category, confidence, span): (&str, _, f32, bienban::analysis::model::Span)| {
        format!("{} {what} {category:?} {confidence:.2} {:?}\n", document.name, span.of(&document.text))
    };
    missed.chain(wrong).map(line).collect()
}
