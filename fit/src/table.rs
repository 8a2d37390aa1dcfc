//! Writes fitted weights as a readable table.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use bienban::analysis::features::{Feature, NAME, NUMBER, Template};
use bienban::analysis::lexicon::Lexicon;
use bienban::analysis::weights::{LABELS, SCALE, STEP_NAMES, Weights};
use bienban::analysis::words::{self, Key};

use crate::crf::Example;

/// Words, phrases and names behind the keys.
pub struct Names(HashMap<Key, String>);

impl Names {
    /// Names of the lexicon's phrases and groups, the words given, and the fixed names of the features.
    pub fn new(lexicon: &Lexicon, text_words: impl Iterator<Item = String>) -> Self {
        let mut names = HashMap::new();
        let fixed = [
            NAME,
            NUMBER,
            "none",
            "own",
            "next",
            "near",
            "far",
            "near-block",
            "far-block",
            "ruling",
            "part",
            "whole",
            "among",
            "heading",
            "list",
            "cell",
            "turn",
            "paragraph",
            "speaker",
            "ticked",
            "unticked",
            "top",
            "first",
            "ed",
            "ing",
            "s",
            "other",
            "start",
            "end",
            "ly",
            "up",
            "down",
            "across",
            ",",
            ":",
            "?",
            "(",
            "%",
            "-",
            "\"",
        ];
        for name in fixed.into_iter().chain(lexicon.group_names()).map(str::to_string).chain(text_words) {
            names.insert(words::key(&name), name);
        }
        for phrase in lexicon.phrases() {
            let folded: Vec<String> = words::split(phrase).iter().map(|word| words::fold(word.of(phrase))).collect();
            let key = folded.iter().fold(0, |hash: Key, word| hash.rotate_left(5) ^ words::key(word));
            names.insert(key, folded.join("_"));
        }
        Self(names)
    }

    fn of(&self, key: Key) -> String {
        match self.0.get(&key) {
            _ if key == 0 => "-".to_string(),
            Some(name) => name.clone(),
            None => format!("={key:x}"),
        }
    }
}

/// The table of `weights`.
pub fn write(weights: &Weights, examples: &[&Example], names: &Names, lang: &str) -> String {
    let mut features: BTreeMap<String, [i32; LABELS]> = BTreeMap::new();
    for feature in examples.iter().flat_map(|example| example.features.iter().flatten()) {
        let Some(row) = weights.features.get(&feature.hash()) else { continue };
        let row = row.map(|weight| (weight * SCALE).round() as i32);
        features.insert(line_name(feature, names), row);
    }
    let mut table = String::new();
    let _ = writeln!(
        table,
        "# Weights of the {lang} pack, fitted by `cargo xtask fit --write`: a feature, a tab, then what it is worth for no item,\n\
         # achievement, shortcoming, recommendation and directive, in hundredths of a logit."
    );
    let show = |row: &[i32; LABELS]| row.map(|weight| weight.to_string()).join(" ");
    for (step, rows) in STEP_NAMES.iter().zip(&weights.transitions) {
        for (from, row) in rows.iter().enumerate() {
            let row = row.map(|weight| (weight * SCALE).round() as i32);
            let _ = writeln!(table, "after-label {step} {from}\t{}", show(&row));
        }
    }
    for (name, row) in features {
        let _ = writeln!(table, "{name}\t{}", show(&row));
    }
    table
}

fn line_name(feature: &Feature, names: &Names) -> String {
    let template = Template::NAMES.iter().find(|known| known.0 == feature.template).map_or("", |known| known.1);
    let used = feature.filling.iter().rposition(|key| *key != 0).map_or(0, |last| last + 1);
    let mut name = template.to_string();
    for key in &feature.filling[..used] {
        name.push(' ');
        name.push_str(&names.of(*key));
    }
    name
}
