//! The words of the page and of the exports in both languages, read from `locale/`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::analysis::model::Lang;

type Words = BTreeMap<&'static str, &'static str>;

static VIETNAMESE: LazyLock<Words> = LazyLock::new(|| read(include_str!("../locale/vi.txt")));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| read(include_str!("../locale/en.txt")));

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VIETNAMESE,
        Lang::En => &ENGLISH,
    }
}

/// Reads lines of `key = value`; empty lines and lines that start with `#` say nothing.
fn read(file: &'static str) -> Words {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim(), value.trim()))
        .collect()
}

/// The text that stands for `key` in `lang`, if the locale file has it.
pub fn find(lang: Lang, key: &str) -> Option<&'static str> {
    words(lang).get(key).copied()
}

/// The text that stands for `key` in `lang`; the key itself where the locale file lacks it.
pub fn say(lang: Lang, key: &'static str) -> &'static str {
    find(lang, key).unwrap_or(key)
}

/// [`say`] with each `{name}` replaced by its value.
pub fn fill(lang: Lang, key: &'static str, values: &[(&str, &str)]) -> String {
    values.iter().fold(say(lang, key).to_string(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

/// [`fill`] for an amount: takes the key with `.one` where the language has a form of its own for one.
pub fn count(lang: Lang, key: &'static str, amount: usize) -> String {
    let single = if amount == 1 { find(lang, &format!("{key}.one")) } else { None };
    single.unwrap_or_else(|| say(lang, key)).replace("{n}", &number(lang, amount))
}

/// A whole number with its thousands set apart as the language does.
pub fn number(lang: Lang, amount: usize) -> String {
    let digits = amount.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(match lang {
                Lang::Vi => '.',
                Lang::En => ',',
            });
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys() {
        let only = |a: &Words, b: &Words| {
            a.keys().filter(|key| !key.ends_with(".one") && !b.contains_key(*key)).copied().collect::<Vec<_>>()
        };
        assert_eq!(only(&VIETNAMESE, &ENGLISH), Vec::<&str>::new(), "only in vi.txt");
        assert_eq!(only(&ENGLISH, &VIETNAMESE), Vec::<&str>::new(), "only in en.txt");
    }

    #[test]
    fn no_key_stands_twice() {
        for file in [include_str!("../locale/vi.txt"), include_str!("../locale/en.txt")] {
            let lines = file.lines().filter(|line| !line.starts_with('#') && line.contains('=')).count();
            assert_eq!(lines, read(file).len());
        }
    }

    #[test]
    fn placeholders_are_the_same_in_both_languages() {
        let names = |text: &str| {
            let mut names: Vec<String> =
                text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.into()).collect();
            names.sort();
            names
        };
        for (key, text) in VIETNAMESE.iter() {
            assert_eq!(names(text), names(ENGLISH[key]), "{key}");
        }
    }

    /// Every string literal in the sources that looks like a key.
    fn said(folder: &std::path::Path, keys: &mut std::collections::BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                said(&path, keys);
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                let literals = source.split('"').skip(1).step_by(2);
                let key = |text: &&str| {
                    text.contains('.')
                        && !text.ends_with('.')
                        && text.chars().all(|letter| matches!(letter, 'a'..='z' | '.' | '-'))
                };
                keys.extend(literals.filter(key).map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_key_is_said_somewhere() {
        let mut keys = std::collections::BTreeSet::new();
        said(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut keys);
        let unsaid = |key: &&&str| !key.ends_with(".one") && !key.starts_with("why.") && !keys.contains(**key);
        assert_eq!(VIETNAMESE.keys().filter(unsaid).collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn every_key_that_is_said_has_words() {
        let mut keys = std::collections::BTreeSet::new();
        said(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web"), &mut keys);
        let spaces: Vec<_> = VIETNAMESE.keys().filter_map(|key| key.split_once('.')).map(|(space, _)| space).collect();
        let ours = |key: &&String| key.split_once('.').is_some_and(|(space, _)| spaces.contains(&space));
        let missing = keys.iter().filter(ours).filter(|key| find(Lang::Vi, key).is_none());
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn numbers_are_set_as_the_language_does() {
        assert_eq!(number(Lang::Vi, 2941), "2.941");
        assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
        assert_eq!(number(Lang::En, 12), "12");
    }
}
