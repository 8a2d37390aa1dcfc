//! Counts which Vietnamese words follow which, so that text typed without diacritics or in capitals can be read: from our
//! own annotated texts, the lexicon and, where it is there, the corpus for learning.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    steps::root,
};

/// Rarer words and pairs are left out.
const LEAST: u32 = 2;

/// How often a phrase of the lexicon counts.
const PHRASE: u32 = 2;

/// What is counted of a word.
#[derive(Default)]
struct Count {
    all: u32,
    /// Not at the start of a sentence.
    inside: u32,
    /// Of these, with a capital.
    capital: u32,
    /// Followed by a word with a capital.
    before_capital: u32,
    next: BTreeMap<String, u32>,
}

/// Writes `lexicon/vi/spelling.txt`.
pub fn spelling() -> Result<()> {
    let mut counts = BTreeMap::new();
    for folder in ["fit/cases/vi", "fit/statements/vi", "../shared/corpus/more/vi"] {
        for path in texts(&root().join(folder))? {
            let text = fs::read_to_string(&path).map_err(Failure::at(&path))?;
            let text = text.split_once("=== text").map_or(text.as_str(), |(_, rest)| rest);
            let text = text.split_once("=== items").map_or(text, |(text, _)| text);
            text.split(|c: char| !c.is_alphabetic() && c != ' ').for_each(|run| add(run, 1, &mut counts));
        }
    }
    for path in texts(&root().join("lexicon/vi"))?.iter().filter(|path| !path.ends_with("spelling.txt")) {
        let pack = fs::read_to_string(path).map_err(Failure::at(path))?;
        let phrases = pack.lines().filter(|line| !line.starts_with(['#', '['])).flat_map(|line| line.split('|'));
        phrases.for_each(|phrase| add(phrase, PHRASE, &mut counts));
    }
    let path = root().join("lexicon/vi/spelling.txt");
    fs::write(&path, write(&counts)).map_err(Failure::at(&path))
}

/// The text files of a folder in the order of their names; none where it is not there.
fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        paths.push(entry.map_err(Failure::at(folder))?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    Ok(paths)
}

fn add(run: &str, times: u32, counts: &mut BTreeMap<String, Count>) {
    let mut before: Option<String> = None;
    for word in run.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)) {
        let (capital, lower) = (word.starts_with(char::is_uppercase), word.to_lowercase());
        if let Some(count) = before.as_ref().and_then(|before| counts.get_mut(before)) {
            *count.next.entry(lower.clone()).or_default() += times;
            count.before_capital += u32::from(capital);
        }
        let count = counts.entry(lower.clone()).or_default();
        count.all += times;
        if before.is_some() && times == 1 {
            count.inside += 1;
            count.capital += u32::from(capital);
        }
        before = Some(lower);
    }
}

fn write(counts: &BTreeMap<String, Count>) -> String {
    let mut file = "\
# Vietnamese words: how often, of these how often inside a sentence, there with a capital, before a capital; then which
# words follow and how often. Made by `cargo xtask spelling`; used for text without diacritics or in capitals only.
"
    .to_owned();
    for (word, count) in counts.iter().filter(|(_, count)| count.all >= LEAST) {
        let Count { all, inside, capital, before_capital, next } = count;
        let _ = write!(file, "{word} {all} {inside} {capital} {before_capital}");
        for (next, times) in next.iter().filter(|next| *next.1 >= LEAST) {
            let _ = write!(file, " {next} {times}");
        }
        file.push('\n');
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_pairs_and_capitals_are_counted() {
        let mut counts = BTreeMap::new();
        add("Xã Nà Pín", 1, &mut counts);
        add("tại xã Nà Pín", 1, &mut counts);
        let written = write(&counts);
        assert!(written.contains("\nxã 2 1 0 2 nà 2\n"), "{written}");
        assert!(written.contains("\nnà 2 2 2 2 pín 2\n"), "{written}");
        assert!(!written.contains("tại"), "{written}");
    }
}
