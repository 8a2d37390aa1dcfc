//! Fits the weight tables: reads annotated documents, cross-validates over whole documents, writes `weights/`.

mod gold;

use std::path::PathBuf;

use bienban::analysis::{
    self,
    model::{Lang, Options, Span},
};

fn main() {
    let corpus = PathBuf::from("../shared/corpus");
    for (lang, folder) in [(Lang::Vi, "vi"), (Lang::En, "en")] {
        let mut documents = gold::read_folder(&corpus.join(folder), lang);
        documents.extend(gold::read_folder(&corpus.join("more").join(folder), lang));
        let (mut gold_count, mut hit, mut optional_free) = (0, 0, 0);
        let mut missed = Vec::new();
        for document in &documents {
            let reading = analysis::read(&document.text, &Options { date: document.date, lang: Some(lang) });
            let spans: Vec<Span> = reading
                .statements
                .iter()
                .map(|statement| {
                    let start = reading.words.get(statement.start).map_or(0, |word| word.start as usize);
                    let end = reading.words.get(statement.end - 1).map_or(0, |word| word.end as usize);
                    reading.text.original(Span::new(start, end))
                })
                .collect();
            for item in document.items.iter().filter(|item| !item.optional) {
                gold_count += 1;
                let best = spans
                    .iter()
                    .map(|span| {
                        let shared = span.end.min(item.span.end).saturating_sub(span.start.max(item.span.start));
                        let joined = span.end.max(item.span.end) - span.start.min(item.span.start);
                        (shared as f64 / joined as f64, *span)
                    })
                    .max_by(|a, b| a.0.total_cmp(&b.0));
                match best {
                    Some((overlap, _)) if overlap >= 0.5 => {
                        hit += 1;
                        if overlap > 0.97 {
                            optional_free += 1;
                        }
                    }
                    Some((overlap, span)) => missed.push((
                        document.name.clone(),
                        overlap,
                        item.span.of(&document.text).to_string(),
                        span.of(&document.text).to_string(),
                    )),
                    None => {}
                }
            }
        }
        println!("{folder}: {hit}/{gold_count} reachable, {optional_free} nearly exact");
        for (name, overlap, gold, best) in
            missed.iter().take(std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0))
        {
            println!("  {name} {overlap:.2}\n    gold {gold:?}\n    best {best:?}");
        }
    }
}
