//! The same minutes in other spellings: the tone on the other vowel, capitals throughout, no diacritics. What is found in
//! the clean text has to be found in them.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;

use bienban::analysis::analyze;
use bienban::analysis::letters;
use bienban::analysis::model::{Category, Date, Lang, Options};
use bienban::offsets::Offsets;

/// What the analysis says of one item; places count characters, which no spelling here changes.
#[derive(PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Said {
    place: (usize, usize),
    category: Category,
    lead: Option<(usize, usize)>,
    due: Option<Date>,
}

fn said(text: &str, lang: Option<Lang>, date: Option<Date>) -> BTreeSet<Said> {
    let offsets = Offsets::new(text);
    let place = |span: bienban::analysis::model::Span| (offsets.scalars(span.start), offsets.scalars(span.end));
    let minutes = analyze(text, &Options { lang, date, ..Options::default() });
    let of = |item: &bienban::analysis::model::Item| Said {
        place: place(item.span),
        category: item.category,
        lead: item.lead.as_ref().and_then(|lead| lead.span).map(place),
        due: item.deadline.as_ref().and_then(|deadline| deadline.date),
    };
    minutes.items.iter().map(of).collect()
}

/// The part of the items of the clean cases that come out alike in another spelling, and the other way round.
fn agreement(lang: Lang, folder: &str, respell: impl Fn(&str) -> String) -> f64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let (mut same, mut all) = (0, 0);
    for entry in std::fs::read_dir(folder).expect("cases") {
        let path = entry.expect("a case").path();
        let case = std::fs::read_to_string(&path).expect("a case");
        let (head, rest) = case.split_once("=== text\n").expect("a text");
        let text = rest.split("\n=== items").next().unwrap_or_default();
        let date = head.lines().find_map(|line| line.strip_prefix("date: ")?.trim().parse().ok());
        let (clean, other) = (said(text, Some(lang), date), respell(text));
        assert_eq!(other.chars().count(), text.chars().count(), "{}", path.display());
        let other = said(&other, None, date);
        let shared = clean.intersection(&other).count();
        println!("{}: {shared} of {} and {}", path.display(), clean.len(), other.len());
        same += 2 * shared;
        all += clean.len() + other.len();
    }
    f64::from(u32::try_from(same).unwrap()) / f64::from(u32::try_from(all).unwrap())
}

/// The tone on the other vowel of an open pair.
fn other_tones(text: &str) -> String {
    ["oà/òa", "oá/óa", "oả/ỏa", "oã/õa", "oạ/ọa", "oè/òe", "oé/óe", "oẻ/ỏe", "uỳ/ùy", "uý/úy", "uỷ/ủy", "uỵ/ụy"]
        .iter()
        .filter_map(|pair| pair.split_once('/'))
        .fold(text.to_owned(), |text, (new, old)| {
            let upper = |word: &str| word.to_uppercase();
            text.replace(&format!("{old} "), &format!("{new} ")).replace(&upper(old), &upper(new))
        })
}

fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| {
            let lower = letter.to_lowercase().next().unwrap_or(letter);
            let plain = letters::parts(lower).plain;
            if letter.is_uppercase() { plain.to_uppercase().next().unwrap_or(plain) } else { plain }
        })
        .collect()
}

fn capitals(text: &str) -> String {
    text.chars()
        .map(|letter| letter.to_uppercase().next().filter(|_| letter.to_uppercase().count() == 1).unwrap_or(letter))
        .collect()
}

#[test]
fn the_place_of_the_tone_changes_nothing() {
    let found = agreement(Lang::Vi, "vi", other_tones);
    assert!(found > 0.999, "{found}");
}

#[test]
fn capitals_change_little() {
    for (lang, folder, floor) in [(Lang::Vi, "vi", 0.8), (Lang::En, "en", 0.68)] {
        let found = agreement(lang, folder, capitals);
        println!("{folder}: {found:.3}");
        assert!(found > floor, "{folder}: {found}");
    }
}

#[test]
fn missing_diacritics_change_little() {
    let found = agreement(Lang::Vi, "vi", plain);
    println!("{found:.3}");
    assert!(found > 0.8, "{found}");
}

#[test]
fn parties_and_deadlines_are_quoted_as_written() {
    let text = "De nghi UBND huyen Nam Binh khan truong hoan thanh bao cao truoc ngay 30/6/2024.";
    let item = analyze(text, &Options::default()).items.into_iter().next().expect("an item");
    assert_eq!(
        item.lead.map(|lead| (lead.text, lead.key)),
        Some(("UBND huyen Nam Binh".into(), "ủy ban nhân dân huyện nam bình".into()))
    );
    assert_eq!(item.deadline.and_then(|deadline| deadline.date), Some(Date::constant(2024, 6, 30)));
}
