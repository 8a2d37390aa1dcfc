//! How far the confidence of the items can be trusted: so many items in each band of confidence, so many of them right.
//! What is right is told as `score.py` tells it.

use std::{fmt, fs, path::Path};

use serde::{Deserialize, de::DeserializeOwned};

use crate::failure::{Failure, Result};

/// Least shared part of two places for them to be the same item.
const LEAST_OVERLAP: f64 = 0.5;

/// Lower borders of the bands.
const BANDS: [f64; 6] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.0];

/// From here on an item counts as certain.
const CERTAIN: f64 = 0.8;

#[derive(Deserialize)]
struct Document {
    items: Vec<Item>,
}

/// An item of either side; gold items have no confidence.
#[derive(Deserialize)]
struct Item {
    start: usize,
    end: usize,
    category: String,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    confidence: f64,
}

impl Item {
    fn shared(&self, other: &Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    fn overlap(&self, other: &Self) -> f64 {
        let joined = self.end.max(other.end) - self.start.min(other.start);
        self.shared(other) as f64 / joined.max(1) as f64
    }
}

/// The confidence of each item that counts, and whether it is right.
#[derive(Default)]
pub struct Calibration {
    items: Vec<(f64, bool)>,
}

impl Calibration {
    /// Adds every document of `gold` with its analysis in `predicted`.
    pub fn read(gold: &Path, predicted: &Path) -> Result<Self> {
        let mut calibration = Self::default();
        for entry in fs::read_dir(predicted).map_err(Failure::at(predicted))? {
            let path = entry.map_err(Failure::at(predicted))?.path();
            let Some(name) = path.file_stem().and_then(|name| name.to_str()) else { continue };
            let annotated: Document = read(&gold.join(format!("{name}.gold.json")))?;
            calibration.add(&annotated.items, &read::<Document>(&path)?.items);
        }
        Ok(calibration)
    }

    fn add(&mut self, gold: &[Item], found: &[Item]) {
        let (optional, firm): (Vec<_>, Vec<_>) = gold.iter().partition(|item| item.optional);
        let masked = |item: &Item| {
            optional.iter().map(|other| item.shared(other)).sum::<usize>() * 2 > item.end.saturating_sub(item.start)
        };
        let counted: Vec<_> = found.iter().filter(|item| !masked(item)).collect();
        let mut pairs: Vec<_> = (0..firm.len())
            .flat_map(|left| (0..counted.len()).map(move |right| (left, right)))
            .filter(|(left, right)| firm[*left].category == counted[*right].category)
            .map(|(left, right)| (firm[left].overlap(counted[right]), left, right))
            .filter(|pair| pair.0 >= LEAST_OVERLAP)
            .collect();
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut taken, mut right) = (vec![false; firm.len()], vec![false; counted.len()]);
        for (_, left, index) in pairs {
            if !taken[left] && !right[index] {
                (taken[left], right[index]) = (true, true);
            }
        }
        self.items.extend(counted.iter().zip(right).map(|(item, right)| (item.confidence, right)));
    }

    /// So many items with a confidence in `[from, to)`, and so many of them right.
    fn between(&self, from: f64, to: f64) -> (usize, usize) {
        let inside = self.items.iter().filter(|item| (from..to).contains(&item.0));
        inside.fold((0, 0), |(all, right), item| (all + 1, right + usize::from(item.1)))
    }
}

impl fmt::Display for Calibration {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |some: usize, all: usize| 100.0 * some as f64 / all.max(1) as f64;
        writeln!(formatter, "confidence  items  right")?;
        let mut to = f64::INFINITY;
        for from in BANDS {
            let (all, right) = self.between(from, to);
            writeln!(formatter, "from {from:.1}    {all:5}  {right:5}  {:5.1} %", share(right, all))?;
            to = from;
        }
        let (all, right) = self.between(CERTAIN, f64::INFINITY);
        let (of_all, count) = (share(all, self.items.len()), self.items.len());
        write!(
            formatter,
            "certain (from {CERTAIN}): {:.1} % right; {of_all:.1} % of all {count} items",
            share(right, all)
        )
    }
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).map_err(Failure::at(path))?;
    serde_json::from_str(&text).map_err(|problem| Failure::form(path, problem.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(start: usize, end: usize, category: &str, confidence: f64, optional: bool) -> Item {
        Item { start, end, category: category.into(), optional, confidence }
    }

    #[test]
    fn optional_items_do_not_count_and_each_gold_item_is_found_once() {
        let gold = [item(0, 10, "directive", 0.0, false), item(20, 30, "directive", 0.0, true)];
        let found = [
            item(0, 10, "directive", 0.95, false),
            item(0, 9, "directive", 0.85, false),
            item(21, 30, "directive", 0.9, false),
            item(40, 50, "shortcoming", 0.4, false),
        ];
        let mut calibration = Calibration::default();
        calibration.add(&gold, &found);
        assert_eq!(calibration.items, [(0.95, true), (0.85, false), (0.4, false)]);
        let written = calibration.to_string();
        assert!(written.ends_with("certain (from 0.8): 50.0 % right; 66.7 % of all 3 items"), "{written}");
    }
}
