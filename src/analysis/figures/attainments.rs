//! How far a plan is fulfilled: plan, done and ratio of one matter brought together along a paragraph.

use super::amounts::{Amount, Dimension};
use super::roles::Told;
use crate::analysis::model::{Attainment, FigureRole};

/// Most that a share told in the text may differ from the one computed, for the figures to belong together.
const AGREES: f64 = 0.02;

/// Shares above this are a misreading.
const HIGHEST: f64 = 3.0;

/// A figure with what is needed to compare it.
pub(super) struct Member<'a> {
    /// Its number among the document's figures.
    pub(super) number: usize,
    pub(super) amount: &'a Amount,
    pub(super) told: &'a Told,
    pub(super) has_subject: bool,
}

/// A matter whose figures are still being gathered.
struct Open {
    plan: Option<(usize, f64)>,
    done: Vec<(usize, f64)>,
    ratio: Option<(usize, f64)>,
    dimension: Option<Dimension>,
    /// Sentence of the last figure.
    sentence: usize,
    of_plan: bool,
}

/// Gathers the figures of one block.
#[derive(Default)]
pub(super) struct Gatherer {
    open: Option<Open>,
    found: Vec<Attainment>,
}

impl Gatherer {
    /// Adds a figure of the sentence with this number within the block.
    pub(super) fn add(&mut self, sentence: usize, member: &Member<'_>) {
        let Member { number, amount, told, .. } = member;
        match told.role {
            FigureRole::Plan if amount.dimension != Dimension::Percent => self.plan(sentence, *number, amount),
            FigureRole::Done => self.done(sentence, *number, amount),
            FigureRole::Ratio if amount.dimension == Dimension::Percent => self.ratio(sentence, member),
            _ => {}
        }
    }

    fn plan(&mut self, sentence: usize, number: usize, amount: &Amount) {
        let value = Some((number, amount.base));
        match &mut self.open {
            // The plan told after what was done.
            Some(open)
                if open.plan.is_none() && open.sentence == sentence && open.dimension == Some(amount.dimension) =>
            {
                open.plan = value;
            }
            _ => self.start(Open {
                plan: value,
                done: Vec::new(),
                ratio: None,
                dimension: Some(amount.dimension),
                sentence,
                of_plan: true,
            }),
        }
    }

    fn done(&mut self, sentence: usize, number: usize, amount: &Amount) {
        let value = (number, amount.base);
        match &mut self.open {
            Some(open)
                if open.dimension == Some(amount.dimension)
                    && open.ratio.is_none()
                    && (open.plan.is_some() && open.done.is_empty() && sentence <= open.sentence + 1
                        || !open.done.is_empty() && open.plan.is_some() && sentence == open.sentence) =>
            {
                open.done.push(value);
                open.sentence = sentence;
            }
            _ => self.start(Open {
                plan: None,
                done: vec![value],
                ratio: None,
                dimension: Some(amount.dimension),
                sentence,
                of_plan: false,
            }),
        }
    }

    fn ratio(&mut self, sentence: usize, member: &Member<'_>) {
        let Member { number, amount, told, has_subject } = member;
        let value = Some((*number, amount.base / 100.0));
        match &mut self.open {
            Some(open) if open.ratio.is_none() && open.sentence == sentence => {
                open.ratio = value;
                open.of_plan |= told.of_plan;
            }
            _ if told.of_plan && *has_subject => {
                self.start(Open {
                    plan: None,
                    done: Vec::new(),
                    ratio: value,
                    dimension: None,
                    sentence,
                    of_plan: true,
                });
            }
            _ => {}
        }
    }

    fn start(&mut self, open: Open) {
        self.close();
        self.open = Some(open);
    }

    fn close(&mut self) {
        self.found.extend(self.open.take().and_then(attainment));
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Vec<Attainment> {
        self.close();
        self.found
    }
}

fn attainment(mut open: Open) -> Option<Attainment> {
    let sum: f64 = open.done.iter().map(|done| done.1).sum();
    let told = open.ratio.map(|ratio| ratio.1);
    let mut computed = open.plan.filter(|plan| plan.1 > 0.0 && !open.done.is_empty()).map(|plan| sum / plan.1);
    if let (Some(share), Some(told)) = (computed, told)
        && (share - told).abs() > AGREES
    {
        (computed, open.plan) = (None, None);
    }
    let share = computed.or(told.filter(|_| open.of_plan || !open.done.is_empty()))?;
    (0.0..=HIGHEST).contains(&share).then(|| Attainment {
        plan: open.plan.map(|plan| plan.0),
        done: open.done.iter().map(|done| done.0).collect(),
        ratio: open.ratio.map(|ratio| ratio.0),
        share,
        subject: None,
    })
}
