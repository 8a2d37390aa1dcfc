//! Every group of the language packs says what it is for, with a text that it is found in and one that it is not found
//! in: `# + …` and `# - …` before its name.
#![cfg(not(target_arch = "wasm32"))]

use bienban::analysis::lexicon::Lexicon;
use bienban::analysis::words;

const PACKS: [(&str, &str); 14] = [
    ("vi/cues", include_str!("../lexicon/vi/cues.txt")),
    ("vi/actors", include_str!("../lexicon/vi/actors.txt")),
    ("vi/grammar", include_str!("../lexicon/vi/grammar.txt")),
    ("vi/parties", include_str!("../lexicon/vi/parties.txt")),
    ("vi/products", include_str!("../lexicon/vi/products.txt")),
    ("vi/subjects", include_str!("../lexicon/vi/subjects.txt")),
    ("vi/titles", include_str!("../lexicon/vi/titles.txt")),
    ("en/products", include_str!("../lexicon/en/products.txt")),
    ("en/subjects", include_str!("../lexicon/en/subjects.txt")),
    ("en/titles", include_str!("../lexicon/en/titles.txt")),
    ("en/cues", include_str!("../lexicon/en/cues.txt")),
    ("en/actors", include_str!("../lexicon/en/actors.txt")),
    ("en/grammar", include_str!("../lexicon/en/grammar.txt")),
    ("en/parties", include_str!("../lexicon/en/parties.txt")),
];

/// Whether a phrase of `group` stands in `text`.
fn holds(lexicon: &Lexicon, group: &str, text: &str) -> bool {
    let words = words::split(text);
    let in_group = |found: &bienban::analysis::lexicon::Cue| lexicon.group_name(found.group) == group;
    lexicon.find(&words).iter().any(in_group)
}

/// What is wrong with the comment before the group that opens at line `at`.
fn faults(lexicon: &Lexicon, lines: &[&str], at: usize, group: &str) -> Vec<String> {
    let comment: Vec<&str> = lines[..at]
        .iter()
        .rev()
        .take_while(|line| line.starts_with('#'))
        .map(|line| line.trim_start_matches('#').trim())
        .collect();
    let examples =
        |sign: &str| comment.iter().filter_map(|line| line.strip_prefix(sign)).map(str::trim).collect::<Vec<_>>();
    let (positive, negative) = (examples("+ "), examples("- "));
    let mut faults = Vec::new();
    if !comment.iter().any(|line| !line.is_empty() && !line.starts_with(['+', '-'])) {
        faults.push("does not say what it is for".to_owned());
    }
    if positive.is_empty() || negative.is_empty() {
        faults.push("lacks an example with + or -".to_owned());
    }
    faults
        .extend(positive.iter().filter(|text| !holds(lexicon, group, text)).map(|text| format!("is not in {text:?}")));
    faults.extend(negative.iter().filter(|text| holds(lexicon, group, text)).map(|text| format!("is in {text:?}")));
    faults
}

#[test]
fn every_group_keeps_its_examples() {
    let mut wrong = Vec::new();
    for (name, pack) in PACKS {
        let lexicon = Lexicon::read(&[pack]);
        let lines: Vec<&str> = pack.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if let Some(group) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                wrong.extend(
                    faults(&lexicon, &lines, at, group).into_iter().map(|fault| format!("{name}: [{group}] {fault}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
