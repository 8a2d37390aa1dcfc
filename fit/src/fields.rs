//! Scores the fields alone: the right categories and spans are given, only who and when are found.

use std::fmt::Write;

use bienban::analysis::model::{Lang, Party};
use bienban::analysis::{self, items};

use crate::gold::Document;
use crate::gold::score::{self, Score, matching};
use crate::learning;

/// Counts of fields: right, wrong, missing, made up.
#[derive(Clone, Copy, Debug, Default)]
struct Counts([usize; 4]);

impl Counts {
    fn add(&mut self, gold: Option<&str>, found: Option<&str>) -> bool {
        let (slot, right) = match (gold, found) {
            (None, None) => return true,
            (Some(gold), Some(found)) if score::is_same_party(gold, found) => (0, true),
            (Some(_), Some(_)) => (1, false),
            (Some(_), None) => (2, false),
            (None, Some(_)) => (3, false),
        };
        self.0[slot] += 1;
        right
    }
}

/// Figures of the fields over `documents`, after a line for each wrong one and each span that our cutting cannot give.
pub fn report(name: &str, documents: &[Document], lang: Lang) -> String {
    let mut report = String::new();
    let mut total = Score::default();
    let mut counts = [("LEAD", Counts::default()), ("ISSUER", Counts::default()), ("SUPPORT", Counts::default())];
    for document in documents {
        let reading = learning::read(document, lang);
        let items = items::gather(&reading, &learning::labels(document, lang));
        let items = analysis::fields::fill(&reading, items, document.date).items;
        total.add(document, &items);
        let matching = matching(document, &items);
        for missed in &matching.missed {
            let _ = writeln!(report, "{} SPAN missed {:?}", document.name, missed.span.of(&document.text));
        }
        for wrong in &matching.wrong {
            let _ = writeln!(report, "{} SPAN wrong {:?}", document.name, wrong.span.of(&document.text));
        }
        for (gold, item) in matching.pairs {
            if !gold.category.is_actionable() {
                continue;
            }
            let text = |party: &Option<Party>| party.as_ref().map(|party| party.text.clone());
            let joined = |names: Vec<&str>| (!names.is_empty()).then(|| names.join(", "));
            let pairs = [
                (gold.lead.clone(), text(&item.lead)),
                (gold.issuer.clone(), text(&item.issuer)),
                (
                    joined(gold.support.iter().map(String::as_str).collect()),
                    joined(item.support.iter().map(|party| party.text.as_str()).collect()),
                ),
            ];
            for ((field, counts), (gold_text, found)) in counts.iter_mut().zip(pairs) {
                if !counts.add(gold_text.as_deref(), found.as_deref()) {
                    let words = gold.span.of(&document.text);
                    let _ = writeln!(report, "{} {field} {gold_text:?} got {found:?} in {words:?}", document.name);
                }
            }
        }
    }
    let _ = writeln!(report, "{name} with gold labels: {}", total.line());
    for (field, counts) in counts {
        let _ = writeln!(report, "{name} {field} right, wrong, missing, made up: {:?}", counts.0);
    }
    report
}
