//! What a figure says, by the words before and after it in its clause.

use std::ops::Range;

use super::amounts::{Amount, Dimension};
use super::terms::{Sentence, Term};
use crate::analysis::model::FigureRole;

/// The role of an amount and the words that told it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) role: FigureRole,
    /// The phrase before the amount, where one told the role.
    pub(super) cue: Option<Range<usize>>,
    /// Words after the amount say that it is a share of a plan.
    pub(super) of_plan: bool,
}

/// Most words between a phrase and the amount that it tells of.
const REACH: usize = 8;

/// Most words between an amount and a phrase after it.
const REACH_AFTER: usize = 4;

/// The roles of all amounts of a sentence.
pub(super) fn tell(sentence: &Sentence<'_>, amounts: &[Amount]) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::with_capacity(amounts.len());
    for (index, amount) in amounts.iter().enumerate() {
        let next = amounts.get(index + 1).map_or(sentence.range.end, |next| next.range.start);
        let mut here = one(sentence, amount, clause_start(sentence, amounts, index), next);
        let before = index.checked_sub(1).and_then(|before| Some((amounts.get(before)?, told.get_mut(before)?)));
        if let Some((other, before)) = before {
            let between = other.range.end..amount.range.start;
            let same = other.dimension == amount.dimension;
            if amount.is_whole && same {
                if here.role == FigureRole::Done && before.role == FigureRole::Other {
                    before.role = FigureRole::Done;
                }
                if matches!(before.role, FigureRole::Done | FigureRole::Remaining) {
                    here.role = FigureRole::Plan;
                }
            } else if here.role == FigureRole::Other && here.cue.is_none() {
                let joined = sentence.hits(between.clone()).any(|hit| hit.term == Term::And);
                let in_brackets = between.len() == 1 && sentence.written(between.start) == "(";
                if same && joined && !between.clone().any(|at| sentence.parts(at)) {
                    here.role = before.role;
                } else if in_brackets && amount.dimension == Dimension::Percent && before.role == FigureRole::Done {
                    here.role = FigureRole::Ratio;
                }
            }
        }
        told.push(here);
    }
    told
}

/// Where the clause of the amount `index` begins: after the amount or the mark before it.
pub(super) fn clause_start(sentence: &Sentence<'_>, amounts: &[Amount], index: usize) -> usize {
    let Some(amount) = amounts.get(index) else { return sentence.range.start };
    let floor = index.checked_sub(1).and_then(|before| amounts.get(before));
    let floor = floor.map_or(sentence.range.start, |before| before.range.end);
    (floor..amount.range.start).rev().find(|at| sentence.parts(*at)).map_or(floor, |mark| mark + 1)
}

fn one(sentence: &Sentence<'_>, amount: &Amount, start: usize, next: usize) -> Told {
    let said = |term: Term| match term {
        Term::Says(role) => Some(role),
        _ => None,
    };
    let before = sentence
        .hits(start..amount.range.start)
        .filter(|hit| hit.range.end <= amount.range.start && hit.range.end + REACH >= amount.range.start)
        .filter_map(|hit| Some((said(hit.term)?, hit.range.clone())))
        .max_by_key(|(_, range)| (range.end, range.len()));
    let aims = sentence.hits(start..amount.range.start).any(|hit| hit.term == Term::Aim);
    let after = after(sentence, amount, next);
    let cue = before.as_ref().map(|found| found.1.clone());
    let of_plan = after == Some(FigureRole::Ratio);
    let before = before.map(|found| found.0);
    let role = if amount.dimension == Dimension::Percent {
        match (before, after) {
            (Some(FigureRole::Change), _) | (_, Some(FigureRole::Change)) => FigureRole::Change,
            _ if aims => FigureRole::Plan,
            (_, Some(FigureRole::Ratio | FigureRole::Done)) => FigureRole::Ratio,
            (Some(FigureRole::Done | FigureRole::Ratio), _) => FigureRole::Ratio,
            (Some(role), _) => role,
            (None, after) => after.unwrap_or(FigureRole::Other),
        }
    } else {
        match (before, after.filter(|role| *role != FigureRole::Ratio)) {
            _ if aims => FigureRole::Plan,
            (Some(FigureRole::Change), _) => FigureRole::Change,
            (_, Some(role)) => role,
            (Some(FigureRole::Ratio) | None, None) => FigureRole::Other,
            (Some(role), None) => role,
        }
    };
    Told { role, cue, of_plan }
}

/// What the words after an amount say of it; words that run on to the `next` amount speak of that one.
fn after(sentence: &Sentence<'_>, amount: &Amount, next: usize) -> Option<FigureRole> {
    let end = amount.range.end;
    let limit = next.min(end + REACH_AFTER + 1);
    let mark = (end..next).find(|at| sentence.parts(*at));
    let found = (end..limit.min(mark.unwrap_or(limit))).find_map(|at| {
        sentence.at(at, |term| match term {
            Term::After(role) => Some((role, at)),
            _ => None,
        })
    });
    let ((role, at), _) = found?;
    let close = matches!(role, FigureRole::Ratio | FigureRole::Change);
    let runs_on = mark.is_none() && next < sentence.range.end;
    (if close { at <= end + 1 } else { !runs_on }).then_some(role)
}
