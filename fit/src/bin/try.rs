//! Tries the search for actors on a text.
use bienban::analysis::{self, items, model::*};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let lang = if args[1] == "en" { Lang::En } else { Lang::Vi };
    let label = if args[2] == "r" { 3 } else { 4 };
    let text = args[3].replace("\\n", "\n");
    let reading = analysis::read(&text, &Options { date: None, lang: Some(lang) });
    let labels = vec![label; reading.statements.len()];
    let mut found = items::gather(&reading, &labels);
    analysis::fields(&reading, &mut found);
    for b in &reading.blocks {
        println!("block {:?} {:?} parent {:?} level {}", b.shape, (b.start, b.end), b.parent, b.level);
    }
    for item in found {
        println!(
            "[{}] lead {:?} support {:?} issuer {:?}",
            item.span.of(&text),
            item.lead.map(|p| (p.text, p.origin)),
            item.support.iter().map(|p| p.text.clone()).collect::<Vec<_>>(),
            item.issuer.map(|p| (p.text, p.origin))
        );
    }
}
