//! The words of figures, read from the language packs, and where they stand in one sentence.

use std::ops::Range;
use std::sync::LazyLock;

use crate::analysis::lexicon::Lexicon;
use crate::analysis::model::{FigureRole, Lang};
use crate::analysis::words::{Kind, Word};

/// What a phrase of the pack does around a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// Multiplies the number before it by this power of ten.
    Scale(i32),
    /// A currency, by its number.
    Money(i32),
    /// A hundredth.
    Percent,
    /// A unit of measure or what is counted.
    Measure,
    /// Told before a figure: what it says.
    Says(FigureRole),
    /// Told after a figure: what it says.
    After(FigureRole),
    /// Any figure after it is an aim.
    Aim,
    /// Joins a part to its whole.
    Of,
    /// Joins figures that say the same.
    And,
    /// Says nothing of what is measured.
    Adverb,
    /// Ends what is measured.
    Stop,
    /// Opens a topic in front of the clause.
    Topic,
    /// Opens a time: it has no name of what is measured.
    Time,
}

/// The term that a group of the pack stands for.
fn term(name: &str) -> Option<Term> {
    let (name, value) = match name.split_once(' ') {
        Some((name, value)) => (name, value.parse().ok()?),
        None => (name, 0),
    };
    if let Some(role) = name.strip_prefix("after.") {
        return role_named(role).map(Term::After);
    }
    Some(match name {
        "scale" => Term::Scale(value),
        "money" => Term::Money(value),
        "percent" => Term::Percent,
        "measure" => Term::Measure,
        "aim" => Term::Aim,
        "of" => Term::Of,
        "and" => Term::And,
        "adverb" => Term::Adverb,
        "stop" => Term::Stop,
        "topic" => Term::Topic,
        "time" => Term::Time,
        _ => Term::Says(role_named(name)?),
    })
}

fn role_named(name: &str) -> Option<FigureRole> {
    Some(match name {
        "plan" => FigureRole::Plan,
        "done" => FigureRole::Done,
        "ratio" => FigureRole::Ratio,
        "change" => FigureRole::Change,
        "remaining" => FigureRole::Remaining,
        "other" => FigureRole::Other,
        _ => return None,
    })
}

/// The phrases of one language.
pub(super) struct Pack {
    terms: Vec<Option<Term>>,
    lexicon: Lexicon,
}

impl Pack {
    pub(super) fn of(lang: Lang) -> &'static Self {
        static VI: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_str!("../../../lexicon/vi/figures.txt")));
        static EN: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_str!("../../../lexicon/en/figures.txt")));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    fn read(source: &str) -> Self {
        let lexicon = Lexicon::read(&[source]);
        Self { terms: lexicon.group_names().map(term).collect(), lexicon }
    }
}

/// A phrase of the pack in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) term: Term,
    /// Its words.
    pub(super) range: Range<usize>,
}

/// The words of one sentence with the phrases of the pack in it.
pub(super) struct Sentence<'a> {
    pub(super) words: &'a [Word],
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    /// Its words.
    pub(super) range: Range<usize>,
    hits: Vec<Hit>,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(words: &'a [Word], text: &'a str, lang: Lang, range: Range<usize>) -> Self {
        let pack = Pack::of(lang);
        let hits = range
            .clone()
            .flat_map(|start| pack.lexicon.phrases_at(words, start).map(move |(end, groups)| (start..end, groups)))
            .filter(|(found, _)| found.end <= range.end)
            .flat_map(|(found, groups)| groups.iter().map(move |group| (found.clone(), *group)))
            .filter_map(|(range, group)| Some(Hit { term: (*pack.terms.get(usize::from(group))?)?, range }))
            .collect();
        Self { words, text, lang, range, hits }
    }

    /// The phrases that start in `range`, in the order of their start; of those at one place the shortest first.
    pub(super) fn hits(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.range.start < range.start);
        let last = self.hits.partition_point(|hit| hit.range.start < range.end);
        self.hits.get(first..last).unwrap_or_default().iter()
    }

    /// The longest phrase at `index` whose term `wanted` gives a value for.
    pub(super) fn at<T>(&self, index: usize, wanted: impl Fn(Term) -> Option<T>) -> Option<(T, usize)> {
        self.hits(index..index + 1).rev().find_map(|hit| Some((wanted(hit.term)?, hit.range.end)))
    }

    /// Whether a phrase with this term starts at `index`.
    pub(super) fn is(&self, index: usize, term: Term) -> bool {
        self.hits(index..index + 1).any(|hit| hit.term == term)
    }

    pub(super) fn kind(&self, index: usize) -> Option<Kind> {
        self.words.get(index).filter(|_| self.range.contains(&index)).map(|word| word.kind)
    }

    pub(super) fn written(&self, index: usize) -> &'a str {
        self.words.get(index).filter(|_| self.range.contains(&index)).map(|word| word.of(self.text)).unwrap_or_default()
    }

    /// Whether no blank stands before the word `index`.
    pub(super) fn glued(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(index)) {
            (Some(before), Some(word)) => before.end == word.start && self.range.contains(&(index - 1)),
            _ => false,
        }
    }

    /// Whether the word `index` parts two clauses.
    pub(super) fn parts(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Mark)
            && matches!(self.written(index), "," | ";" | ":" | "(" | ")" | "." | "…" | "-" | "–" | "—" | "|")
            && !self.glued_number(index)
    }

    /// A mark inside a number.
    fn glued_number(&self, index: usize) -> bool {
        self.glued(index)
            && self.glued(index + 1)
            && self.kind(index + 1) == Some(Kind::Digits)
            && self.kind(index.saturating_sub(1)) == Some(Kind::Digits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_the_packs_is_known() {
        for lang in [Lang::Vi, Lang::En] {
            let pack = Pack::of(lang);
            assert!(pack.terms.len() > 20);
            for (name, term) in pack.lexicon.group_names().zip(&pack.terms) {
                assert!(term.is_some(), "{name}");
            }
        }
    }
}
