//! Documents in every encoding and format give the analysis of their plain text.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::HashMap;

use bienban::analysis::analyze;
use bienban::analysis::model::{Category, Options};
use bienban::import::{self, Encoding};
use unicode_normalization::UnicodeNormalization;

const MINUTES: &str = include_str!("../static/sample-vi.txt");

/// What the analysis finds: group, words, lead and deadline of each item.
fn found(text: &str) -> Vec<(Category, String, Option<String>, Option<String>)> {
    let minutes = analyze(text, &Options::default());
    let composed = |words: &str| words.nfc().collect::<String>();
    let item = |item: &bienban::analysis::model::Item| {
        let lead = item.lead.as_ref().map(|party| composed(&party.text));
        let deadline = item.deadline.as_ref().map(|deadline| composed(&deadline.text));
        (item.category, composed(item.span.of(text)), lead, deadline)
    };
    minutes.items.iter().map(item).collect()
}

/// The bytes of `text` in `encoding`: of each letter, the one or two western letters that are read as it.
fn encoded(text: &str, encoding: Encoding) -> Vec<u8> {
    let western: Vec<char> = ('\u{a1}'..='\u{ff}').chain('A'..='Z').chain('a'..='z').collect();
    let singles = western.iter().map(char::to_string);
    let pairs = western.iter().flat_map(|first| western.iter().map(move |second| format!("{first}{second}")));
    let mut codes: HashMap<String, String> = HashMap::new();
    for code in pairs.chain(singles) {
        let read = encoding.read(&code);
        if read.chars().count() == 1 {
            codes.entry(read).or_insert(code);
        }
    }
    // TCVN3 has no capitals with tones: its fonts for capitals draw the small letters so.
    let known = |letter: &String| codes.get(letter).or_else(|| codes.get(&letter.to_lowercase()));
    let code = |letter: char| {
        let letter = letter.to_string();
        if letter.is_ascii() { letter } else { known(&letter).cloned().expect("a code for each letter") }
    };
    text.nfc().map(code).collect::<String>().chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect()
}

#[test]
fn old_encodings_give_the_analysis_of_unicode() {
    // The dash and the ellipsis are outside of the letters that are encoded here.
    let text = MINUTES.replace(['–', '…', '“', '”'], "-");
    for encoding in [Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1258] {
        let source = import::text(&encoded(&text, encoding)).unwrap();
        assert_eq!(source.guess.map(|guess| guess.encoding), Some(encoding));
        assert_eq!(source.text, text, "{encoding:?}");
    }
    assert!(found(&text).len() > 10);
}

#[test]
fn every_form_of_unicode_gives_the_same_analysis() {
    let expected = found(MINUTES);
    let units: Vec<u16> = std::iter::once(0xfeff).chain(MINUTES.encode_utf16()).collect();
    let little = units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>();
    let big = units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>();
    let decomposed = MINUTES.nfd().collect::<String>().into_bytes();
    for bytes in [little, big, decomposed] {
        assert_eq!(found(&import::text(&bytes).unwrap().text), expected);
    }
}

/// A file that a real program made of `tests/files/source.txt`, or its source.
fn file(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name);
    std::fs::read(&path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Structure too is part of the text: numbers, bullets and bars between cells.
#[test]
fn files_of_real_programs_give_the_text_and_the_analysis_of_their_source() {
    let source = String::from_utf8(file("source.txt")).unwrap();
    let expected = found(&source);
    assert!(expected.len() >= 7, "{expected:?}");
    for name in ["source.html", "libreoffice.odt", "libreoffice.docx", "libreoffice.rtf", "python-docx.docx"] {
        let text = import::read(&file(name)).unwrap().text;
        assert_eq!(squeezed(&text), squeezed(&source), "{name}");
        assert_eq!(found(&text), expected, "{name}");
    }
}

/// A page has no structure but places: cells are parted by tabs, list items by their numbers. So every item of running
/// text is found again; the last row of a table may run into the line below it.
#[test]
fn pages_of_real_programs_give_the_text_of_their_source() {
    let source = String::from_utf8(file("source.txt")).unwrap();
    let bare = |text: &str| squeezed(&text.replace('|', " "));
    for name in ["libreoffice.pdf", "chromium.pdf"] {
        let text = import::read(&file(name)).unwrap().text;
        assert_eq!(bare(&text), bare(&source), "{name}");
        let sentences = |text: &str| -> Vec<_> { found(text).into_iter().filter(|item| item.1.len() > 60).collect() };
        let read = sentences(&text);
        for sentence in sentences(&source) {
            assert!(read.contains(&sentence), "{name}: {sentence:?} is not among {read:?}");
        }
    }
}
