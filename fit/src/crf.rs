//! A linear-chain conditional random field, fitted by full-batch Adam with an L2 penalty and dropout.
//!
//! Optional annotations leave two labels open for a statement: the likelihood is that of all allowed label sequences.

use std::collections::{BTreeMap, HashMap, HashSet};

use bienban::analysis::features::{Feature, Template};
use bienban::analysis::items::{self, Scores};
use bienban::analysis::weights::{LABELS, SCALE, STEPS, Step, Weights};

/// One document ready for fitting.
pub struct Example {
    /// Features of each statement.
    pub features: Vec<Vec<Feature>>,
    /// How each statement follows the one before.
    pub steps: Vec<Step>,
    /// The labels that the annotation allows, as bits.
    pub allowed: Vec<u8>,
    /// How much the document counts.
    pub weight: f32,
}

/// How to fit.
#[derive(Clone, Copy)]
pub struct Settings {
    /// Strength of the penalty.
    pub penalty: f32,
    /// How much an invented document counts against a real one.
    pub own: f32,
    /// What the penalty is multiplied by once the features are chosen.
    pub relief: f32,
    /// Passes over the data.
    pub passes: usize,
    /// How much harder the penalty is on features of single words than on those of cue groups.
    pub wording: f32,
    /// Features whose weights all stay below this many units of the table are left out.
    pub least: i32,
    /// A feature must occur in this many documents.
    pub documents: usize,
    /// The share of features hidden from the fit in each pass.
    pub dropout: f32,
}

/// Fits weights to the examples: once over all features, then again over those that turned out to matter.
pub fn fit(examples: &[&Example], settings: Settings) -> Weights {
    let all = vocabulary(examples, settings.documents);
    let first = fit_over(&all, examples, Settings { passes: settings.passes * 2 / 3, ..settings });
    let kept = all.into_keys().filter(|hash| first.features.contains_key(hash)).zip(0..).collect();
    fit_over(&kept, examples, Settings { penalty: settings.penalty * settings.relief, least: 1, ..settings })
}

fn fit_over(index: &BTreeMap<u64, u32>, examples: &[&Example], settings: Settings) -> Weights {
    let penalties = penalties(index, examples, settings);
    let encoded: Vec<Vec<Vec<u32>>> = examples
        .iter()
        .map(|example| {
            example
                .features
                .iter()
                .map(|features| features.iter().filter_map(|feature| index.get(&feature.hash()).copied()).collect())
                .collect()
        })
        .collect();
    let rows = index.len();
    let chain = rows * LABELS;
    let size = chain + STEPS * LABELS * LABELS;
    let (mut weights, mut first, mut second) = (vec![0.0f32; size], vec![0.0f32; size], vec![0.0f32; size]);
    // The mean over the last passes evens out what the hidden features left to chance.
    let averaged = settings.passes * 2 / 5;
    let mut mean = vec![0.0f32; size];
    for pass in 0..settings.passes {
        let mut gradient: Vec<f32> = weights
            .iter()
            .enumerate()
            .map(|(at, weight)| penalties.get(at / LABELS).unwrap_or(&settings.penalty) * weight)
            .collect();
        let table = transitions(&weights[chain..]);
        for (number, (example, encoded)) in examples.iter().zip(&encoded).enumerate() {
            let seen = hide(encoded, settings.dropout, (pass * examples.len() + number) as u64);
            accumulate(example, &seen, 1.0 / (1.0 - settings.dropout), &weights, &table, chain, &mut gradient);
        }
        let rate = 0.15 * (1.0 - 0.9 * pass as f32 / settings.passes as f32);
        let (fix1, fix2) = (1.0 - 0.9f32.powi(pass as i32 + 1), 1.0 - 0.99f32.powi(pass as i32 + 1));
        for (((weight, gradient), first), second) in weights.iter_mut().zip(&gradient).zip(&mut first).zip(&mut second)
        {
            *first = 0.9 * *first + 0.1 * gradient;
            *second = 0.99 * *second + 0.01 * gradient * gradient;
            *weight -= rate * (*first / fix1) / ((*second / fix2).sqrt() + 1e-3);
        }
        if pass + averaged >= settings.passes {
            mean.iter_mut().zip(&weights).for_each(|(mean, weight)| *mean += weight / averaged as f32);
        }
    }
    let weights = mean;
    let mut fitted = Weights { features: Default::default(), transitions: transitions(&weights[chain..]) };
    for (&hash, &row) in index {
        let row: [f32; LABELS] = std::array::from_fn(|label| weights[row as usize * LABELS + label]);
        // Only differences between labels matter: the mean goes.
        let mean = row.iter().sum::<f32>() / LABELS as f32;
        let units = row.map(|weight| ((weight - mean) * SCALE).round());
        if units.iter().any(|unit| unit.abs() >= settings.least as f32) {
            fitted.features.insert(hash, units.map(|unit| unit / SCALE));
        }
    }
    fitted
}

/// The penalty of each feature. As in a support vector machine over naive Bayes ratios (Wang and Manning 2012), a
/// feature whose counts already tell the labels apart may weigh more.
fn penalties(index: &BTreeMap<u64, u32>, examples: &[&Example], settings: Settings) -> Vec<f32> {
    let mut counts = vec![[0.0f32; LABELS]; index.len()];
    let mut wording = vec![1.0; index.len()];
    let mut totals = [0.0f32; LABELS];
    for example in examples {
        for (features, allowed) in example.features.iter().zip(&example.allowed) {
            let label = allowed.trailing_zeros() as usize;
            let firm = if allowed.count_ones() == 1 { example.weight } else { 0.0 };
            totals[label] += firm;
            for feature in features {
                let Some(row) = index.get(&feature.hash()) else { continue };
                counts[*row as usize][label] += firm;
                if is_wording(feature.template) {
                    wording[*row as usize] = settings.wording;
                }
            }
        }
    }
    let ratios: Vec<f32> = counts.iter().map(|counts| tells_apart(counts, &totals)).collect();
    let mean = ratios.iter().sum::<f32>() / ratios.len().max(1) as f32;
    let factor = |ratio: &f32| (mean / ratio).clamp(0.3, 10.0);
    ratios.iter().zip(wording).map(|(ratio, wording)| settings.penalty * wording * factor(ratio)).collect()
}

/// The largest logarithm of a feature's frequency under one label against that under all others.
fn tells_apart(counts: &[f32; LABELS], totals: &[f32; LABELS]) -> f32 {
    const SMOOTHING: f32 = 3.0;
    let (sum, all): (f32, f32) = (counts.iter().sum(), totals.iter().sum());
    let ratio = |(count, total): (&f32, &f32)| {
        let here = (count + SMOOTHING * total / all) / total;
        let elsewhere = (sum - count + SMOOTHING * (1.0 - total / all)) / (all - total);
        (here / elsewhere).ln().abs()
    };
    counts.iter().zip(totals).map(ratio).filter(|ratio| ratio.is_finite()).fold(f32::MIN_POSITIVE, f32::max)
}

/// Leaves out a share of the features, chosen anew for each `turn`, so that the fit leans on no single one.
fn hide(encoded: &[Vec<u32>], share: f32, turn: u64) -> Vec<Vec<u32>> {
    let mut state = turn.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut shown = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / (1u64 << 24) as f32 >= share
    };
    encoded.iter().map(|features| features.iter().copied().filter(|_| shown()).collect()).collect()
}

fn is_wording(template: Template) -> bool {
    matches!(
        template,
        Template::Word
            | Template::Pair
            | Template::FirstPair
            | Template::First
            | Template::Last
            | Template::Front
            | Template::Above
    )
}

fn vocabulary(examples: &[&Example], documents: usize) -> BTreeMap<u64, u32> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for example in examples {
        let seen: HashSet<u64> = example.features.iter().flatten().map(Feature::hash).collect();
        for hash in seen {
            *counts.entry(hash).or_default() += 1;
        }
    }
    let mut kept: Vec<u64> = counts.into_iter().filter(|count| count.1 >= documents).map(|count| count.0).collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

fn transitions(weights: &[f32]) -> [[[f32; LABELS]; LABELS]; STEPS] {
    std::array::from_fn(|step| {
        std::array::from_fn(|from| std::array::from_fn(|to| weights[(step * LABELS + from) * LABELS + to]))
    })
}

/// Adds the gradient of one document: expected counts under the model less those under the allowed labels. `boost`
/// makes up for hidden features.
fn accumulate(
    example: &Example,
    encoded: &[Vec<u32>],
    boost: f32,
    weights: &[f32],
    table: &[[[f32; LABELS]; LABELS]; STEPS],
    chain: usize,
    gradient: &mut [f32],
) {
    let scores: Vec<Scores> = encoded
        .iter()
        .map(|features| {
            let mut scores = [0.0; LABELS];
            for row in features {
                let row = *row as usize * LABELS;
                for (label, score) in scores.iter_mut().enumerate() {
                    *score += boost * weights[row + label];
                }
            }
            scores
        })
        .collect();
    let clamped: Vec<Scores> = scores
        .iter()
        .zip(&example.allowed)
        .map(|(scores, allowed)| {
            std::array::from_fn(|label| if allowed & (1 << label) != 0 { scores[label] } else { scores[label] - 1e4 })
        })
        .collect();
    for (scores, sign) in [(&scores, example.weight), (&clamped, -example.weight)] {
        let (nodes, edges) = expectations(scores, &example.steps, table);
        for (features, node) in encoded.iter().zip(&nodes) {
            for row in features {
                let row = *row as usize * LABELS;
                for label in 0..LABELS {
                    gradient[row + label] += boost * sign * node[label];
                }
            }
        }
        for (step, edge) in example.steps.iter().skip(1).zip(&edges) {
            for from in 0..LABELS {
                for to in 0..LABELS {
                    gradient[chain + (*step as usize * LABELS + from) * LABELS + to] += sign * edge[from][to];
                }
            }
        }
    }
}

type Edge = [[f32; LABELS]; LABELS];

fn expectations(scores: &[Scores], steps: &[Step], table: &[Edge; STEPS]) -> (Vec<Scores>, Vec<Edge>) {
    let count = scores.len();
    let mut forward = vec![[0.0f32; LABELS]; count];
    let mut backward = vec![[0.0f32; LABELS]; count];
    for index in 0..count {
        for label in 0..LABELS {
            let before = if index == 0 {
                0.0
            } else {
                let table = &table[steps[index] as usize];
                items::log_sum(std::array::from_fn(|from| forward[index - 1][from] + table[from][label]))
            };
            forward[index][label] = before + scores[index][label];
        }
    }
    for index in (0..count.saturating_sub(1)).rev() {
        let table = &table[steps[index + 1] as usize];
        for label in 0..LABELS {
            backward[index][label] = items::log_sum(std::array::from_fn(|to| {
                table[label][to] + scores[index + 1][to] + backward[index + 1][to]
            }));
        }
    }
    let Some(last) = forward.last() else { return (Vec::new(), Vec::new()) };
    let total = items::log_sum(*last);
    let nodes = forward
        .iter()
        .zip(&backward)
        .map(|(forward, backward)| std::array::from_fn(|label| (forward[label] + backward[label] - total).exp()))
        .collect();
    let edges = (1..count)
        .map(|index| {
            let table = &table[steps[index] as usize];
            std::array::from_fn(|from| {
                std::array::from_fn(|to| {
                    (forward[index - 1][from] + table[from][to] + scores[index][to] + backward[index][to] - total).exp()
                })
            })
        })
        .collect();
    (nodes, edges)
}
