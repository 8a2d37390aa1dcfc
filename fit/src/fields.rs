//! Scores the fields alone: the right categories and spans are given, only who and when are found.

use std::fmt::Write;

use bienban::analysis::model::{Item, Options};
use bienban::analysis::{self, items};

use crate::gold::{GoldDocument, GoldItem};
use crate::score::{self, Score};

/// Counts of right fields that the shared scorer does not count: right, wrong, missing, made up.
#[derive(Clone, Copy, Debug, Default)]
struct Tally([usize; 4]);

impl Tally {
    fn add(&mut self, gold: Option<&str>, found: Option<&str>) -> bool {
        let (slot, right) = match (gold, found) {
            (None, None) => return true,
            (Some(gold), Some(found)) if score::same_actor(gold, found) => (0, true),
            (Some(_), Some(_)) => (1, false),
            (Some(_), None) => (2, false),
            (None, Some(_)) => (3, false),
        };
        if let Some(count) = self.0.get_mut(slot) {
            *count += 1;
        }
        right
    }
}

/// Figures of the fields over `documents`; with `every`, one line for each right field too.
pub fn report(name: &str, documents: &[GoldDocument], every: bool) -> String {
    let mut report = String::new();
    let mut total = Score::default();
    let (mut lead, mut issuer, mut support) = (Tally::default(), Tally::default(), Tally::default());
    for document in documents {
        let labels = crate::oracle(document);
        let reading = analysis::read(&document.text, &Options { date: document.date, lang: Some(document.lang) });
        let mut items = items::gather(&reading, &labels);
        analysis::fields(&reading, &mut items);
        total.add(document, &items);
        for gold in document.items.iter().filter(|gold| !gold.optional && gold.category.is_actionable()) {
            let Some(item) = best(&items, gold) else { continue };
            let text = |party: Option<&analysis::model::Party>| party.map(|party| party.text.clone());
            let helpers: Vec<&str> = item.support.iter().map(|party| party.text.as_str()).collect();
            let fields = [
                (
                    "ACTOR",
                    &mut lead,
                    gold.actor.clone(),
                    item.lead.as_ref().map(|lead| {
                        format!(
                            "{}{}",
                            lead.text,
                            if lead.origin == analysis::model::Origin::Inferred { " ~" } else { "" }
                        )
                    }),
                ),
                ("ISSUER", &mut issuer, gold.issuer.clone(), text(item.issuer.as_ref())),
                ("SUPPORT", &mut support, gold.support.clone(), (!helpers.is_empty()).then(|| helpers.join(", "))),
            ];
            for (field, tally, gold_text, found) in fields {
                let right = tally.add(gold_text.as_deref(), found.as_deref());
                if every || !right {
                    let _ = writeln!(
                        report,
                        "{} {field}{} {} gold {gold_text:?} got {found:?} in {:?}",
                        document.name,
                        if right { " ok" } else { "" },
                        format!("{:?}", gold.category).chars().next().unwrap_or_default(),
                        gold.span.of(&document.text)
                    );
                }
            }
        }
    }
    let _ = writeln!(report, "{name} fields of gold: {}", total.field_line());
    let _ = writeln!(
        report,
        "{name} right/wrong/missing/made up: lead {:?} issuer {:?} support {:?}",
        lead.0, issuer.0, support.0
    );
    report
}

/// The item found that the scorer would match with an annotated one.
fn best<'a>(items: &'a [Item], gold: &GoldItem) -> Option<&'a Item> {
    let found = items.iter().filter(|item| item.category == gold.category);
    found
        .max_by(|a, b| score::overlap(a.span, gold.span).total_cmp(&score::overlap(b.span, gold.span)))
        .filter(|item| score::overlap(item.span, gold.span) >= 0.5)
}
