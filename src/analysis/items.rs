//! Items: each statement's features are weighed into one category, with what may follow what.

use super::Reading;
use super::features::{Extractor, Feature, Template};
use super::lexicon::Lexicon;
use super::model::{Item, Reason, Span};
use super::weights::{self, LABELS, Step, Weights};
use super::words;

/// Scores of one statement by label, in logits.
pub type Scores = [f32; LABELS];

/// How statement `index` follows the one before.
pub fn step(reading: &Reading<'_>, index: usize) -> Step {
    let statements = &reading.statements;
    let (Some(here), Some(before)) = (statements.get(index), index.checked_sub(1).and_then(|at| statements.get(at)))
    else {
        return Step::Leap;
    };
    let parent = |block: usize| reading.blocks.get(block).and_then(|block| block.parent);
    if here.sentence == before.sentence && here.weak {
        Step::Clause
    } else if here.sentence == before.sentence {
        Step::Part
    } else if here.block == before.block {
        Step::Sentence
    } else if parent(here.block) == parent(before.block) {
        Step::Sibling
    } else {
        Step::Leap
    }
}

/// Probabilities of the labels of each statement, by the forward-backward algorithm over the whole document.
pub fn marginals(scores: &[Scores], steps: &[Step], weights: &Weights) -> Vec<Scores> {
    let count = scores.len();
    let mut forward = vec![[0.0f32; LABELS]; count];
    let mut backward = vec![[0.0f32; LABELS]; count];
    for index in 0..count {
        for label in 0..LABELS {
            let before = match index.checked_sub(1) {
                None => 0.0,
                Some(at) => {
                    let table = &weights.transitions[steps[index] as usize];
                    log_sum(std::array::from_fn(|from| forward[at][from] + table[from][label]))
                }
            };
            forward[index][label] = before + scores[index][label];
        }
    }
    for index in (0..count.saturating_sub(1)).rev() {
        for label in 0..LABELS {
            let table = &weights.transitions[steps[index + 1] as usize];
            backward[index][label] =
                log_sum(std::array::from_fn(|to| table[label][to] + scores[index + 1][to] + backward[index + 1][to]));
        }
    }
    forward
        .iter()
        .zip(&backward)
        .map(|(forward, backward)| {
            let joint: Scores = std::array::from_fn(|label| forward[label] + backward[label]);
            let total = log_sum(joint);
            joint.map(|value| (value - total).exp())
        })
        .collect()
}

/// The logarithm of the sum of exponentials.
pub fn log_sum(values: Scores) -> f32 {
    let highest = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    highest + values.iter().map(|value| (value - highest).exp()).sum::<f32>().ln()
}

/// Finds the items of a document.
pub fn find(reading: &Reading<'_>, weights: &Weights) -> Vec<Item> {
    let extractor = Extractor::new(reading);
    let mut features = Vec::new();
    let mut scores = Vec::with_capacity(reading.statements.len());
    for index in 0..reading.statements.len() {
        extractor.features(index, &mut features);
        scores.push(score(&features, weights));
    }
    let steps: Vec<Step> = (0..scores.len()).map(|index| step(reading, index)).collect();
    let chances = marginals(&scores, &steps, weights);
    let labels: Vec<usize> = chances.iter().map(decide).collect();
    let mut items = gather(reading, &labels);
    for item in &mut items {
        let Some(&index) = item.statements.first() else { continue };
        let label = labels[index];
        item.confidence = item.statements.iter().map(|index| chances[*index][label]).fold(0.0, f32::max);
        extractor.features(index, &mut features);
        item.reasons = reasons(reading, index, &features, weights, label);
    }
    items
}

/// How likely the four categories together must be for a statement to be an item; chosen by cross-validation.
const LIKELY: f32 = 0.42;

/// The label of a statement: its likeliest category where "no item" is not much likelier than all of them together.
fn decide(chances: &Scores) -> usize {
    let best = (1..LABELS).max_by(|a, b| chances[*a].total_cmp(&chances[*b])).unwrap_or_default();
    if 1.0 - chances[0] >= LIKELY { best } else { 0 }
}

/// The items that the labels of the statements make, without fields.
pub fn gather(reading: &Reading<'_>, labels: &[usize]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (index, (statement, label)) in reading.statements.iter().zip(labels).enumerate() {
        let Some(category) = weights::category(*label) else { continue };
        let span = reading.text.original(words_span(reading, statement.start, statement.end));
        // An uncertain cut inside a sentence counts only where the two sides differ.
        let joins = statement.weak && index.checked_sub(1).and_then(|before| labels.get(before)) == Some(label);
        if let Some(before) = items.last_mut().filter(|_| joins) {
            before.span.end = span.end;
            before.statements.push(index);
            continue;
        }
        items.push(Item {
            id: u32::try_from(items.len() + 1).unwrap_or(u32::MAX),
            statements: vec![index],
            ..Item::new(span, category)
        });
    }
    items
}

fn score(features: &[Feature], weights: &Weights) -> Scores {
    let mut scores = [0.0; LABELS];
    for feature in features {
        if let Some(row) = weights.features.get(&feature.hash()) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight;
            }
        }
    }
    scores
}

/// The templates through which a cue of the statement itself speaks: by its group, or by its words.
const OWN: &[Template] = &[
    Template::Cue,
    Template::FirstCue,
    Template::OpeningCue,
    Template::CuePair,
    Template::CueStep,
    Template::Pattern,
    Template::Opening,
    Template::Word,
    Template::Pair,
    Template::First,
    Template::FirstPair,
];

/// How many reasons an item keeps.
const REASONS: usize = 5;

/// The cues that pushed most towards the label, with the place where they stand.
fn reasons(reading: &Reading<'_>, index: usize, features: &[Feature], weights: &Weights, label: usize) -> Vec<Reason> {
    let lexicon = Lexicon::of(reading.lang);
    let (Some(statement), Some(frame)) = (reading.statements.get(index), reading.frames.get(index)) else {
        return Vec::new();
    };
    let within = |start: usize, end: usize| {
        let first = reading.cues.partition_point(|cue| cue.start < start);
        reading.cues.iter().skip(first).take_while(move |cue| cue.start < end)
    };
    let above =
        frame.above[0].and_then(|block| reading.blocks.get(block)).map_or((0, 0), |block| (block.start, block.end));
    let places = [
        (OWN, "cue", (statement.start, statement.end)),
        (&[Template::FrontCue, Template::Front], "front", (statement.front, statement.start)),
        (&[Template::AboveCue, Template::ShapeAbove, Template::Above], "above", above),
    ];
    let mut found: Vec<Reason> = Vec::new();
    for (templates, place, (start, end)) in places {
        for cue in within(start, end) {
            let group = lexicon.group_name(cue.group);
            if ["rank.", "period", "neutral."].iter().any(|silent| group.starts_with(silent)) {
                continue;
            }
            let words = reading.words.get(cue.start..cue.end).unwrap_or_default();
            let tells = |key: &words::Key| *key == words::key(group) || words.iter().any(|word| word.key == *key);
            let speaking =
                features.iter().filter(|one| templates.contains(&one.template) && one.filling.iter().any(tells));
            let rows = speaking.filter_map(|feature| weights.features.get(&feature.hash()));
            let weight = rows.filter_map(|row| row.get(label)).sum::<f32>();
            let rule = format!("{place}:{group}");
            if weight > 0.0 && found.iter().all(|reason| reason.rule != rule) {
                let span = reading.text.original(words_span(reading, cue.start, cue.end));
                found.push(Reason { rule, span: Some(span), weight });
            }
        }
    }
    if let Some(ruling) = frame.act.filter(|act| act.distance > 0) {
        let group = lexicon.group_name(ruling.cue.group);
        let span = reading.text.original(words_span(reading, ruling.cue.start, ruling.cue.end));
        found.push(Reason { rule: format!("ruling:{group}"), span: Some(span), weight: 0.01 });
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    found.truncate(REASONS);
    found
}

/// The span in the normal text under a range of words.
fn words_span(reading: &Reading<'_>, start: usize, end: usize) -> Span {
    let first = reading.words.get(start).map_or(0, |word| word.start as usize);
    let last = end.checked_sub(1).and_then(|last| reading.words.get(last)).map_or(first, |word| word.end as usize);
    Span::new(first, last)
}
