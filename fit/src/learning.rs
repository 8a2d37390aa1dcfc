//! What is learned from: the features of each statement, and the labels that the annotation allows it.

use bienban::analysis::features::Extractor;
use bienban::analysis::model::{Lang, Options, Span};
use bienban::analysis::{self, Reading, items, weights};

use crate::crf::Example;
use crate::gold::Document;

/// Reads a document as the analysis does.
pub fn read(document: &Document, lang: Lang) -> Reading<'_> {
    analysis::read(&document.text, &Options { date: document.date, lang: Some(lang), ..Options::default() })
}

/// Features and allowed labels of a document's statements; `weight` is how much it counts.
pub fn example(document: &Document, lang: Lang, weight: f32) -> Example {
    let reading = read(document, lang);
    let extractor = Extractor::new(&reading);
    let mut example = Example { features: Vec::new(), steps: Vec::new(), allowed: allowed(document, &reading), weight };
    for index in 0..reading.statements.len() {
        let mut features = Vec::new();
        extractor.features(index, &mut features);
        example.features.push(features);
        example.steps.push(items::step(&reading, index));
    }
    example
}

/// The labels of the statements as the annotation has them; an optional item counts as none.
pub fn labels(document: &Document, lang: Lang) -> Vec<usize> {
    let allowed = allowed(document, &read(document, lang));
    allowed.iter().map(|bits| bits.trailing_zeros() as usize).collect()
}

/// The labels that the annotation allows each statement, as bits.
fn allowed(document: &Document, reading: &Reading<'_>) -> Vec<u8> {
    let spans = reading.statements.iter().map(|statement| {
        let start = reading.words.get(statement.start).map_or(0, |word| word.start as usize);
        let end = reading.words.get(statement.end.saturating_sub(1)).map_or(0, |word| word.end as usize);
        reading.text.original(Span::new(start, end))
    });
    spans.map(|span| allowed_of(document, span)).collect()
}

fn allowed_of(document: &Document, span: Span) -> u8 {
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
