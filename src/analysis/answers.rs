//! Answers: which directive or recommendation would remove which shortcoming. Told by the words that say what a sentence
//! is about, which weigh the more the fewer sentences of the document share them.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::lexicon::{KeyMap, Lexicon};
use super::model::{Answer, Category, Item, Lang, Minutes, Span};
use super::normalise::normalise;
use super::respell::respell;
use super::words::{self, Key, Kind, Word};

/// How many of the rarest terms of an answer shortcomings are looked up by, and how many of the nearest with each.
const RAREST: usize = 8;
const NEAREST: usize = 4;

/// How many shared places explain an answer.
const PLACES: usize = 4;

/// What an answer has to reach, chosen for precision on `tests/answers`.
struct Measure {
    /// What one word weighs, and two in a row, before their rarity.
    word: f32,
    pair: f32,
    /// Least weight of all that is shared.
    least: f32,
    /// Least part of what both sentences say, as the cosine of their terms.
    part: f32,
    /// Least part of the weight of the best answer.
    beside_best: f32,
}

/// In Vietnamese a word is a syllable, and only two of them together say much.
const VIETNAMESE: Measure = Measure { word: 0.4, pair: 1.0, least: 1.5, part: 0.12, beside_best: 0.6 };
const ENGLISH: Measure = Measure { word: 1.0, pair: 0.5, least: 1.5, part: 0.12, beside_best: 0.6 };

const fn measure(lang: Lang) -> &'static Measure {
    match lang {
        Lang::Vi => &VIETNAMESE,
        Lang::En => &ENGLISH,
    }
}

/// The words of one language that say nothing of a subject, and those that do though a part of them alone would not.
struct Silence {
    phrases: Lexicon,
    words: BTreeSet<Key>,
}

impl Silence {
    fn of(lang: Lang) -> &'static Self {
        static VI: LazyLock<Silence> =
            LazyLock::new(|| Silence::read(Lang::Vi, include_str!("../../lexicon/vi/subjects.txt")));
        static EN: LazyLock<Silence> =
            LazyLock::new(|| Silence::read(Lang::En, include_str!("../../lexicon/en/subjects.txt")));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    fn read(lang: Lang, file: &str) -> Self {
        let words = Lexicon::grammar(lang).single_words("pattern.word").into_iter().collect();
        Self { phrases: Lexicon::read(&[file]), words }
    }

    /// One past the last word of the phrase at `at`, and whether it says what a sentence is about.
    fn phrase(&self, words: &[Word], at: usize) -> Option<(usize, bool)> {
        let (end, groups) = self.phrases.longest(words, at)?;
        Some((end, groups.iter().any(|group| self.phrases.group_name(*group) == "subject")))
    }

    /// Whether each word says what a sentence is about.
    fn tell(&self, words: &[Word], lang: Lang) -> Vec<bool> {
        let mut telling = Vec::with_capacity(words.len());
        while let Some(word) = words.get(telling.len()) {
            match self.phrase(words, telling.len()) {
                Some((end, tells)) => telling.resize(end, tells),
                // A single letter is a word in Vietnamese alone.
                None => telling.push(
                    word.kind == Kind::Letters
                        && !self.words.contains(&word.key)
                        && (lang == Lang::Vi || word.end > word.start + 1),
                ),
            }
        }
        telling
    }
}

/// What a sentence is about.
struct Subject {
    /// Its words that say so, with their places in the user's text; a gap stands between those that are no neighbours.
    words: Vec<Option<(Key, Span)>>,
    /// These words and each two neighbours among them.
    terms: BTreeSet<Key>,
}

/// The key of two neighbours.
const fn pair(left: Key, right: Key) -> Key {
    left.rotate_left(1) ^ right.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Whether a term is worth a pair or a word.
type Kinds = KeyMap<f32>;

impl Subject {
    fn of(item: &Item, text: &str, lang: Lang, kinds: &mut Kinds) -> Self {
        let (normal, all) = {
            let normal = normalise(item.span.of(text));
            let split = words::split(normal.as_str());
            respell(normal, split, lang)
        };
        let place = |word: &Word| {
            let inside = normal.original(Span::new(word.start as usize, word.end as usize));
            Span::new(item.span.start + inside.start, item.span.start + inside.end)
        };
        let fields = fields(item);
        let mut words = Vec::with_capacity(all.len());
        for (word, tells) in all.iter().zip(Silence::of(lang).tell(&all, lang)) {
            let span = place(word);
            let says = tells && !fields.iter().any(|field| field.meets(span));
            words.push(says.then(|| (stem(word.of(normal.as_str()), word.key, lang), span)));
        }
        let measure = measure(lang);
        let mut terms = BTreeSet::new();
        for (key, _) in words.iter().flatten() {
            kinds.insert(*key, measure.word);
            terms.insert(*key);
        }
        for key in pairs(&words) {
            kinds.insert(key, measure.pair);
            terms.insert(key);
        }
        Self { words, terms }
    }

    /// Where the terms that it shares stand, the longest first.
    fn places(&self, shared: &BTreeSet<Key>, lang: Lang) -> Vec<Span> {
        let mut runs: Vec<(Vec<Key>, Span)> = Vec::new();
        let mut before: Option<Key> = None;
        for word in &self.words {
            let counts = word.filter(|(key, _)| shared.contains(key));
            let follows = |key: Key| before.is_some_and(|before| shared.contains(&pair(before, key)));
            match (counts, runs.last_mut()) {
                (Some((key, place)), Some((run, span))) if follows(key) => {
                    run.push(key);
                    span.end = place.end;
                }
                (Some((key, place)), _) => runs.push((vec![key], place)),
                (None, _) => {}
            }
            before = counts.map(|(key, _)| key);
        }
        runs.sort_by_key(|(run, span)| (usize::MAX - run.len(), span.start));
        let longest = runs.first().map_or(0, |(run, _)| run.len());
        // What is said twice explains no more, nor does a syllable alone beside whole words.
        let mut told = BTreeSet::new();
        runs.retain(|(run, _)| {
            let adds = run.iter().any(|key| !told.contains(key));
            told.extend(run.iter().copied());
            adds && (run.len() > 1 || longest == 1 || lang == Lang::En)
        });
        runs.into_iter().take(PLACES).map(|(_, span)| span).collect()
    }
}

/// Who acts and by when: no part of the subject, where a task says it.
fn fields(item: &Item) -> Vec<Span> {
    let parties = item.lead.iter().chain(&item.support).chain(&item.issuer).filter_map(|party| party.span);
    parties.chain(item.deadline.iter().filter_map(|deadline| deadline.span)).collect()
}

fn pairs(words: &[Option<(Key, Span)>]) -> impl Iterator<Item = Key> {
    words.windows(2).filter_map(|two| match two {
        [Some((left, _)), Some((right, _))] => Some(pair(*left, *right)),
        _ => None,
    })
}

/// English words without their endings, so that "leak", "leaks" and "leaking" are one.
fn stem(word: &str, key: Key, lang: Lang) -> Key {
    if lang == Lang::Vi || !word.is_ascii() {
        return key;
    }
    let folded = words::fold(word);
    let endings = ["ings", "ing", "ers", "er", "ed", "es", "s", "e"];
    words::key(words::without_ending(&folded, &endings))
}

/// An item and what it is about.
struct Told<'a> {
    item: &'a Item,
    subject: Subject,
}

/// How much each term says in this document.
struct Scale {
    kinds: Kinds,
    frequency: KeyMap<u32>,
    sentences: f32,
}

impl Scale {
    fn of<'a>(told: impl Iterator<Item = &'a Told<'a>>, kinds: Kinds) -> Self {
        let mut scale = Self { kinds, frequency: KeyMap::default(), sentences: 1.0 };
        for Told { subject, .. } in told {
            scale.sentences += 1.0;
            for key in &subject.terms {
                *scale.frequency.entry(*key).or_default() += 1;
            }
        }
        scale
    }

    /// A term that only two sentences share weighs fully, one that stands in all of them nothing.
    fn weight(&self, key: &Key) -> f32 {
        let frequency = self.frequency.get(key).copied().unwrap_or_default().max(2) as f32;
        let rarity = (self.sentences / frequency).ln() / (self.sentences / 2.0).max(1.1).ln();
        self.kinds.get(key).copied().unwrap_or_default() * rarity
    }

    /// The length of the vector of these terms.
    fn length<'a>(&self, terms: impl IntoIterator<Item = &'a Key>) -> f32 {
        terms.into_iter().map(|key| self.weight(key).powi(2)).sum::<f32>().sqrt()
    }
}

/// A pair of a shortcoming and a task that share enough.
struct Pair {
    fault: usize,
    task: usize,
    weight: f32,
    shared: BTreeSet<Key>,
}

/// The answers among the items of `minutes`, the analysis of `text`, in the order of the shortcomings, the strongest of
/// each first.
pub fn find(minutes: &Minutes, text: &str) -> Vec<Answer> {
    let mut kinds = Kinds::default();
    let (mut faults, mut tasks) = (Vec::new(), Vec::new());
    for item in minutes.distinct().filter(|item| item.category != Category::Achievement) {
        let told = Told { item, subject: Subject::of(item, text, minutes.lang, &mut kinds) };
        if item.category.is_actionable() { tasks.push(told) } else { faults.push(told) }
    }
    let scale = Scale::of(faults.iter().chain(&tasks), kinds);
    let mut pairs = pairs_in(&faults, &tasks, &scale, measure(minutes.lang));
    pairs.sort_by(|one, other| {
        one.fault.cmp(&other.fault).then(other.weight.total_cmp(&one.weight)).then(one.task.cmp(&other.task))
    });
    let least = measure(minutes.lang).beside_best;
    let best = |pairs: &[Pair]| pairs.first().map_or(0.0, |pair| pair.weight) * least;
    let strong = pairs.chunk_by(|one, other| one.fault == other.fault).flat_map(|pairs| {
        let least = best(pairs);
        pairs.iter().filter(move |pair| pair.weight >= least)
    });
    let answer = |pair: &Pair| {
        let (fault, task) = (&faults[pair.fault], &tasks[pair.task]);
        Answer {
            shortcoming: fault.item.id,
            task: task.item.id,
            shared: fault.subject.places(&pair.shared, minutes.lang),
            repeated: task.subject.places(&pair.shared, minutes.lang),
        }
    };
    strong.map(answer).collect()
}

/// For each task the shortcomings with which it shares enough, and not much less than with the one it fits best.
fn pairs_in(faults: &[Told<'_>], tasks: &[Told<'_>], scale: &Scale, measure: &Measure) -> Vec<Pair> {
    let mut holders: KeyMap<Vec<usize>> = KeyMap::default();
    for (place, told) in faults.iter().enumerate() {
        for key in &told.subject.terms {
            holders.entry(*key).or_default().push(place);
        }
    }
    let lengths: Vec<f32> = faults.iter().map(|told| scale.length(&told.subject.terms)).collect();
    let mut all = Vec::new();
    for (task, told) in tasks.iter().enumerate() {
        let terms = &told.subject.terms;
        let length = scale.length(terms);
        let compare = |fault: usize| {
            let shared: BTreeSet<Key> = faults[fault].subject.terms.intersection(terms).copied().collect();
            let weight = shared.iter().map(|key| scale.weight(key)).sum();
            let part = scale.length(&shared).powi(2) / (length * lengths[fault]).max(f32::EPSILON);
            (weight >= measure.least && part >= measure.part).then_some(Pair { fault, task, weight, shared })
        };
        let pairs: Vec<Pair> = near(faults, told, &holders, scale).into_iter().filter_map(compare).collect();
        let best = pairs.iter().map(|pair| pair.weight).fold(0.0, f32::max);
        all.extend(pairs.into_iter().filter(|pair| pair.weight >= measure.beside_best * best));
    }
    all
}

/// The shortcomings that share one of the rarest terms of a task: the nearest before it and behind it.
fn near(faults: &[Told<'_>], task: &Told<'_>, holders: &KeyMap<Vec<usize>>, scale: &Scale) -> BTreeSet<usize> {
    let mut rarest: Vec<Key> = task.subject.terms.iter().copied().filter(|key| holders.contains_key(key)).collect();
    rarest.sort_by_key(|key| (scale.frequency.get(key).copied(), *key));
    let mut near = BTreeSet::new();
    for held in rarest.iter().take(RAREST).filter_map(|key| holders.get(key)) {
        let middle = held.partition_point(|fault| faults[*fault].item.span.start < task.item.span.start);
        let (before, behind) = held.split_at(middle);
        near.extend(before.iter().rev().take(NEAREST).chain(behind.iter().take(NEAREST)));
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The minutes of a text of one item a line.
    fn minutes(text: &str, lang: Lang, categories: &[Category]) -> Minutes {
        let mut start = 0;
        let item = |((id, line), category): ((u32, &str), &Category)| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            Item { id, ..Item::new(span, *category) }
        };
        let items = (1..).zip(text.lines()).zip(categories).map(item).collect();
        Minutes { lang, items, ..Minutes::default() }
    }

    fn told<'a>(text: &'a str, answer: &Answer) -> (u32, u32, Vec<&'a str>, Vec<&'a str>) {
        let words = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect();
        (answer.shortcoming, answer.task, words(&answer.shared), words(&answer.repeated))
    }

    #[test]
    fn an_answer_is_told_by_the_words_that_both_share() {
        use Category::{Directive, Recommendation, Shortcoming};
        let text = "Trạm bơm Cầu Đá hỏng từ tháng 4.\nRác thải ở chợ chưa được thu gom.\n\
                    Giao hợp tác xã sửa trạm bơm Cầu Đá.\nĐề nghị công ty môi trường thu gom rác thải mỗi ngày.";
        let minutes = minutes(text, Lang::Vi, &[Shortcoming, Shortcoming, Directive, Recommendation]);
        let answers = find(&minutes, text);
        let told: Vec<_> = answers.iter().map(|answer| told(text, answer)).collect();
        let (pump, waste) = (vec!["Trạm bơm Cầu Đá"], vec!["Rác thải", "thu gom"]);
        assert_eq!(told[0], (1, 3, pump, vec!["trạm bơm Cầu Đá"]));
        assert_eq!(told[1], (2, 4, waste, vec!["thu gom", "rác thải"]));
    }

    #[test]
    fn who_acts_and_what_every_task_says_is_no_answer() {
        use Category::{Directive, Shortcoming};
        let text = "Sở Y tế chậm báo cáo kết quả.\nGiao Sở Y tế mua thuốc, báo cáo kết quả trước ngày 3/4.";
        assert_eq!(find(&minutes(text, Lang::Vi, &[Shortcoming, Directive]), text), []);
        let text = "The committee failed to meet its target last month.\nThe committee to meet again next month.";
        assert_eq!(find(&minutes(text, Lang::En, &[Shortcoming, Directive]), text), []);
    }

    #[test]
    fn endings_of_english_words_do_not_matter_and_places_are_those_of_the_text() {
        use Category::{Directive, Shortcoming};
        let text = "The sports hall roof leaks.\nBob to repair the leaking sports-hall roof.";
        let minutes = minutes(text, Lang::En, &[Shortcoming, Directive]);
        let answers = find(&minutes, text);
        assert_eq!(
            told(text, &answers[0]),
            (1, 2, vec!["hall roof", "sports", "leaks"], vec!["hall roof", "leaking", "sports"])
        );
    }
}
