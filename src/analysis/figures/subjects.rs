//! What a figure measures: the words after its unit, or those before the phrase that tells its role.

use std::ops::Range;

use super::amounts::{Amount, Dimension};
use super::roles::{Told, clause_start};
use super::terms::{Sentence, Term};
use crate::analysis::lexicon::Lexicon;
use crate::analysis::model::FigureRole;
use crate::analysis::words::Kind;

/// Most words after the unit.
const AFTER: usize = 6;

/// Most words before the phrase.
const BEFORE: usize = 14;

/// What the amounts of a sentence measure, as ranges of words.
pub(super) fn find(sentence: &Sentence<'_>, amounts: &[Amount], told: &[Told]) -> Vec<Option<Range<usize>>> {
    let topic = topic(sentence);
    let mut last: Option<Range<usize>> = None;
    let mut subjects = Vec::with_capacity(amounts.len());
    for (index, (amount, told)) in amounts.iter().zip(told).enumerate() {
        let next = amounts.get(index + 1).map_or(sentence.range.end, |next| next.range.start);
        let start = clause_start(sentence, amounts, index);
        let end = told.cue.as_ref().map_or(amount.range.start, |cue| cue.start);
        let here = after(sentence, amount, told, next).or_else(|| before(sentence, start..end));
        let between = last.as_ref().map_or(0..0, |last| last.end..start);
        let goes_on = told.role != FigureRole::Other && !between.into_iter().any(|at| sentence.written(at) == ";");
        let carried = || last.clone().filter(|_| goes_on);
        let subject = here.or_else(carried).or_else(|| topic.clone());
        last.clone_from(&subject);
        subjects.push(subject);
    }
    subjects
}

fn after(sentence: &Sentence<'_>, amount: &Amount, told: &Told, next: usize) -> Option<Range<usize>> {
    if told.of_plan {
        return None;
    }
    let mut start = amount.range.end;
    if amount.dimension == Dimension::Percent
        && let Some((_, end)) = sentence.at(start, |term| (term == Term::Of).then_some(()))
    {
        start = end;
    }
    let end = (start..next.min(start + AFTER + 1))
        .find(|at| {
            sentence.kind(*at) != Some(Kind::Letters)
                || sentence.hits(*at..*at + 1).any(|hit| {
                    matches!(hit.term, Term::Stop | Term::Adverb | Term::And | Term::Says(_) | Term::After(_))
                })
        })
        .unwrap_or(next.min(start + AFTER + 1));
    (start < end && end <= start + AFTER).then_some(start..end)
}

fn before(sentence: &Sentence<'_>, mut range: Range<usize>) -> Option<Range<usize>> {
    if range.len() > BEFORE * 2 {
        return None;
    }
    range = trim(sentence, range);
    let plain = |at: usize| sentence.kind(at) == Some(Kind::Letters);
    let fits = !range.is_empty() && range.len() <= BEFORE && plain(range.start) && plain(range.end - 1);
    (fits && !sentence.is(range.start, Term::Time) && !is_body(sentence, &range)).then_some(range)
}

/// Without words at either end that say nothing of what is measured.
fn trim(sentence: &Sentence<'_>, mut range: Range<usize>) -> Range<usize> {
    let says_nothing = |term: Term| matches!(term, Term::Adverb | Term::And | Term::Aim | Term::Topic);
    while let Some((_, end)) =
        sentence.at(range.start, |term| says_nothing(term).then_some(())).filter(|found| found.1 <= range.end)
    {
        range.start = end;
    }
    while let Some(hit) = sentence
        .hits(range.start..range.end)
        .find(|hit| hit.range.end == range.end && (says_nothing(hit.term) || matches!(hit.term, Term::Stop)))
    {
        range.end = hit.range.start;
    }
    range
}

/// Whether a body or person stands there: it has what is measured.
fn is_body(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let parties = Lexicon::parties(sentence.lang);
    parties
        .longest(sentence.words, range.start)
        .is_some_and(|(_, groups)| groups.iter().any(|group| parties.group_name(*group) == "body"))
}

/// The topic in front of the sentence, up to its comma.
fn topic(sentence: &Sentence<'_>) -> Option<Range<usize>> {
    let start = sentence.range.start;
    sentence.is(start, Term::Topic).then_some(())?;
    let comma = sentence.range.clone().take(BEFORE + 4).find(|at| sentence.written(*at) == ",")?;
    let range = trim(sentence, start..comma);
    // A date or period is no topic.
    let named = range.clone().any(|at| sentence.kind(at) == Some(Kind::Letters)) && range.len() >= 2;
    (named && sentence.kind(range.start) != Some(Kind::Mark) && !sentence.is(range.start, Term::Time)).then_some(range)
}
