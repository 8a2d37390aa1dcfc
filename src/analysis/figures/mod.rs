//! Figures: amounts with their unit, what they say and what they measure, and how far each plan has been fulfilled.

mod amounts;
mod attainments;
mod roles;
mod subjects;
mod terms;

use std::ops::Range;

use super::model::{Attainment, Figure, Span};
use super::{Kind, Reading};
use attainments::{Gatherer, Member};
use terms::Sentence;

/// The figures of a document in the order of the text, and the plans that they tell the fulfilment of.
pub fn find(reading: &Reading<'_>) -> (Vec<Figure>, Vec<Attainment>) {
    let (mut figures, mut attainments) = (Vec::new(), Vec::new());
    let mut sentences = sentences(reading).into_iter().peekable();
    while let Some(&(block, _)) = sentences.peek() {
        let mut gatherer = Gatherer::default();
        let mut count = 0;
        while let Some((_, range)) = sentences.next_if(|next| next.0 == block) {
            add(reading, range, count, &mut gatherer, &mut figures);
            count += 1;
        }
        attainments.extend(gatherer.finish().into_iter().map(|found| named(found, &figures)));
    }
    (figures, attainments)
}

/// The sentences and parts between semicolons that hold a number, each with the block it stands in.
fn sentences(reading: &Reading<'_>) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let mut last = None;
    for statement in &reading.statements {
        match found.last_mut() {
            Some((_, range)) if last == Some(statement.sentence) => range.end = statement.end,
            _ => found.push((statement.block, statement.front..statement.end)),
        }
        last = Some(statement.sentence);
    }
    let counts = |index: usize| reading.words.get(index).is_some_and(|word| word.kind == Kind::Digits);
    found.retain(|(_, range)| range.clone().any(counts));
    found
}

/// Adds the figures of one sentence.
fn add(reading: &Reading<'_>, range: Range<usize>, count: usize, gatherer: &mut Gatherer, figures: &mut Vec<Figure>) {
    let sentence = Sentence::new(&reading.words, reading.text.as_str(), reading.lang, range);
    let amounts = amounts::find(&sentence);
    let told = roles::tell(&sentence, &amounts);
    let subjects = subjects::find(&sentence, &amounts, &told);
    for ((amount, told), subject) in amounts.iter().zip(&told).zip(subjects) {
        let subject = subject.map(|range| span(reading, &range));
        gatherer.add(count, &Member { number: figures.len(), amount, told, has_subject: subject.is_some() });
        figures.push(Figure {
            span: span(reading, &amount.range),
            value: amount.value,
            unit: amount.unit.clone(),
            role: told.role,
            subject,
        });
    }
}

/// The attainment with the name of what was planned: that of its plan, or of the first other figure that has one.
fn named(found: Attainment, figures: &[Figure]) -> Attainment {
    let members = found.plan.iter().chain(&found.done).chain(&found.ratio);
    let subject = members.filter_map(|number| figures.get(*number)).find_map(|figure| figure.subject);
    Attainment { subject, ..found }
}

/// The span in the user's text under a range of words.
fn span(reading: &Reading<'_>, range: &Range<usize>) -> Span {
    let start = reading.words.get(range.start).map_or(0, |word| word.start as usize);
    let end = range.end.checked_sub(1).and_then(|last| reading.words.get(last)).map_or(start, |word| word.end as usize);
    reading.text.original(Span::new(start, end))
}
