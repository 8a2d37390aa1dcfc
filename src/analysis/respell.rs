//! Text typed without diacritics, or in capitals throughout, given the letters that it most likely stands for: the rest of
//! the analysis reads that, and shows what the user wrote.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::letters;
use super::model::{Lang, Minutes, Span};
use super::normalise::Text;
use super::words::{self, Case, Key, Kind, Word};

/// Most spellings that are weighed for one word.
const CANDIDATES: usize = 8;

/// Words that are looked at to tell whether these are Vietnamese syllables.
const SAMPLE: usize = 1000;

/// Weight of a pair of words against that of the word alone.
const PAIR: f32 = 0.7;

/// A word of the table.
#[derive(Default)]
struct Entry {
    word: &'static str,
    all: f32,
    inside: f32,
    capital: f32,
    before_capital: f32,
    /// How often each word follows.
    next: HashMap<Key, f32>,
}

/// How Vietnamese words follow each other.
struct Table {
    entries: Vec<Entry>,
    /// Number of each word.
    words: HashMap<Key, usize>,
    /// Numbers of the words that are alike without diacritics, commonest first.
    plain: HashMap<Key, Vec<usize>>,
    all: f32,
}

impl Table {
    fn get() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../../lexicon/vi/spelling.txt")));
        &TABLE
    }

    fn read(file: &'static str) -> Self {
        let entry = |line: &'static str| {
            let mut fields = line.split(' ');
            let word = fields.next()?;
            let mut number = || fields.next()?.parse::<f32>().ok();
            let (all, inside, capital, before_capital) = (number()?, number()?, number()?, number()?);
            let mut next = HashMap::new();
            while let (Some(word), Some(count)) = (fields.next(), fields.next().and_then(|count| count.parse().ok())) {
                next.insert(words::key(word), count);
            }
            Some(Entry { word, all, inside, capital, before_capital, next })
        };
        let entries: Vec<Entry> = file.lines().filter(|line| !line.starts_with('#')).filter_map(entry).collect();
        let words = entries.iter().enumerate().map(|(number, entry)| (words::key(entry.word), number)).collect();
        let mut plain: HashMap<Key, Vec<usize>> = HashMap::new();
        for (number, entry) in entries.iter().enumerate() {
            plain.entry(words::key(&without_marks(entry.word))).or_default().push(number);
        }
        for alike in plain.values_mut() {
            alike.sort_by(|left, right| entries[*right].all.total_cmp(&entries[*left].all));
            alike.truncate(CANDIDATES);
        }
        let all = entries.iter().map(|entry| entry.all).sum();
        Self { entries, words, plain, all }
    }

    fn entry(&self, word: &str) -> Option<&Entry> {
        self.words.get(&words::key(word)).and_then(|number| self.entries.get(*number))
    }

    /// How likely `word` comes after `before`, as a logarithm.
    fn follows(&self, before: Option<usize>, word: usize) -> f32 {
        let entry = &self.entries[word];
        let alone = (entry.all + 0.5) / self.all;
        let Some(before) = before.map(|before| &self.entries[before]) else { return alone.ln() };
        let pair = before.next.get(&words::key(entry.word)).copied().unwrap_or_default();
        (PAIR * pair / (before.all + 5.0) + (1.0 - PAIR) * 0.5 * alone).ln()
    }
}

fn without_marks(text: &str) -> String {
    text.chars().map(|letter| letters::parts(letter).plain).collect()
}

/// The text as it would be written with care, and its words; the same where it is.
pub fn respell<'a>(text: Text<'a>, words: Vec<Word>, lang: Lang) -> (Text<'a>, Vec<Word>) {
    let (lacks_marks, shouts) = (lang == Lang::Vi && lacks_marks(text.as_str(), &words), shouts(text.as_str()));
    if !lacks_marks && !shouts {
        return (text, words);
    }
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for run in words.split(|word| word.kind != Kind::Letters) {
        let written: Vec<&str> = run.iter().map(|word| word.of(text.as_str())).collect();
        let folded: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
        let spelled = if lacks_marks { with_marks(&folded) } else { folded.iter().map(Cow::from).collect() };
        let opens = run.first().is_some_and(|first| opens(text.as_str(), first));
        let capitals =
            if shouts { capitals(&spelled, opens, lang) } else { run.iter().map(|word| word.case).collect() };
        for (((word, written), spelled), case) in run.iter().zip(written).zip(&spelled).zip(capitals) {
            let new = in_case(spelled, case);
            if new != written {
                edits.push((word.start as usize..word.end as usize, new));
            }
        }
    }
    let text = text.rewritten(&edits);
    let words = words::split(text.as_str());
    (text, words)
}

/// Puts the user's own words back into what the analysis quotes; `text` is the original.
pub fn quote(minutes: &mut Minutes, text: &str) {
    let written = |span: Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    for item in &mut minutes.items {
        let parties = item.lead.iter_mut().chain(&mut item.support).chain(&mut item.issuer);
        for party in parties {
            party.text = party.span.map_or_else(|| std::mem::take(&mut party.text), written);
        }
        if let Some(deadline) = &mut item.deadline {
            deadline.text = deadline.span.map_or_else(|| std::mem::take(&mut deadline.text), written);
        }
    }
}

/// Vietnamese almost without diacritics was typed on a plain keyboard.
fn lacks_marks(text: &str, words: &[Word]) -> bool {
    let (mut letters, mut marked) = (0usize, 0usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        letters += 1;
        marked += usize::from(!letter.is_ascii());
    }
    if letters == 0 || marked * 50 >= letters {
        return false;
    }
    let (table, mut known, mut all) = (Table::get(), 0usize, 0usize);
    for word in words.iter().filter(|word| word.kind == Kind::Letters).take(SAMPLE) {
        known += usize::from(table.plain.contains_key(&word.key));
        all += 1;
    }
    known * 10 >= all * 6
}

/// Almost only capitals.
fn shouts(text: &str) -> bool {
    let (mut capitals, mut small) = (0usize, 0usize);
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        capitals += usize::from(letter.is_uppercase());
        small += usize::from(letter.is_lowercase());
    }
    capitals >= 40 && small * 20 < capitals
}

/// Whether a sentence or line begins with `word`.
fn opens(text: &str, word: &Word) -> bool {
    let before =
        text.get(..word.start as usize).unwrap_or_default().trim_end_matches([' ', '\t', '-', '+', '*', '•', '"', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', '…', ')'])
}

/// The likeliest words for a run of words without diacritics, by the Viterbi algorithm.
fn with_marks(run: &[String]) -> Vec<Cow<'_, str>> {
    let table = Table::get();
    let mut best: Vec<Vec<(Option<usize>, f32, usize)>> = Vec::with_capacity(run.len());
    for word in run {
        let start = [(None, 0.0, 0)];
        let before = best.last().map_or(start.as_slice(), Vec::as_slice);
        let alike = table.plain.get(&words::key(&without_marks(word))).filter(|_| word.is_ascii());
        let reach = |number: Option<usize>| {
            let step = |from: &(Option<usize>, f32, usize)| match number {
                Some(number) => from.1 + table.follows(from.0, number),
                None => from.1,
            };
            let scored = before.iter().map(step).enumerate();
            let (from, score) = scored.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
            (number, score, from)
        };
        best.push(match alike {
            Some(alike) => alike.iter().map(|number| reach(Some(*number))).collect(),
            None => vec![reach(None)],
        });
    }
    let last = best.last().and_then(|last| (0..last.len()).max_by(|a, b| last[*a].1.total_cmp(&last[*b].1)));
    let mut at = last.unwrap_or_default();
    let mut spelled: Vec<Cow<'_, str>> = Vec::with_capacity(run.len());
    for (column, word) in best.iter().zip(run).rev() {
        let (number, _, from) = column[at];
        spelled.push(number.map_or(Cow::from(word), |number| Cow::from(table.entries[number].word)));
        at = from;
    }
    spelled.reverse();
    spelled
}

/// Which words of a run in capitals are names and short forms.
fn capitals(run: &[Cow<'_, str>], opens: bool, lang: Lang) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::with_capacity(run.len());
    for (index, word) in run.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| run.get(before));
        let case = if index == 0 && opens {
            Case::Title
        } else if is_short_form(word) {
            Case::Upper
        } else if lang == Lang::En {
            Case::Lower
        } else {
            let table = Table::get();
            let share = |some: f32, all: f32| (some + 0.5) / (all - some + 0.5);
            let own = table.entry(word).map_or(1.0, |entry| share(entry.capital, entry.inside));
            let after = before.and_then(|before| table.entry(before));
            let after = after.map_or(1.0, |entry| {
                share(entry.before_capital, entry.next.values().sum::<f32>().max(entry.before_capital))
            });
            if own * after > 1.0 { Case::Title } else { Case::Lower }
        };
        cases.push(case);
    }
    cases
}

/// Whether no syllable is spelled so: "ubnd", "htx".
fn is_short_form(word: &str) -> bool {
    let is_vowel = |letter: char| "aeiouy".contains(letters::parts(letter).plain);
    let consonants = word.chars().rev().take_while(|letter| !is_vowel(*letter)).count();
    consonants == word.chars().count()
        || consonants > 1 && word.is_ascii() && !word.ends_with(['g', 'h'])
        || word.ends_with("xh")
}

fn in_case(word: &str, case: Case) -> String {
    match case {
        Case::Lower => word.to_owned(),
        Case::Upper => word.to_uppercase(),
        Case::Title => {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::normalise::normalise;
    use super::*;

    fn respelled(text: &str, lang: Lang) -> Text<'_> {
        respell(normalise(text), words::split(normalise(text).as_str()), lang).0
    }

    #[test]
    fn text_with_marks_stays() {
        let text = "Đề nghị UBND huyện báo cáo";
        assert_eq!(respelled(text, Lang::Vi).as_str(), text);
        let text = "The board will report";
        assert_eq!(respelled(text, Lang::En).as_str(), text);
    }

    #[test]
    fn missing_marks_are_given_back_and_places_lead_to_what_was_written() {
        let text = "De nghi UBND huyen khan truong hoan thanh bao cao truoc ngay 30/6.";
        let spelled = respelled(text, Lang::Vi);
        assert_eq!(spelled.as_str(), "Đề nghị UBND huyện khẩn trương hoàn thành báo cáo trước ngày 30/6.");
        let start = spelled.as_str().find("khẩn").unwrap();
        let end = spelled.as_str().find(" hoàn").unwrap();
        assert_eq!(spelled.original(Span::new(start, end)).of(text), "khan truong");
    }

    #[test]
    fn capitals_become_small_letters_but_for_names() {
        let text = "ĐỀ NGHỊ UBND XÃ NÀ PÍN KHẨN TRƯƠNG HOÀN THÀNH BÁO CÁO. SỞ Y TẾ HƯỚNG DẪN.";
        let spelled = respelled(text, Lang::Vi);
        assert!(
            spelled.as_str().starts_with("Đề nghị UBND xã Nà Pín khẩn trương hoàn thành báo cáo. Sở"),
            "{}",
            spelled.as_str()
        );
    }
}
