//! The figures of the shared scorer that guide fitting: characters and items by category.

use bienban::analysis::model::{Category, Item, Span};

use std::collections::BTreeSet;

use crate::gold::{GoldDocument, GoldItem};

/// True positives, false positives, false negatives.
pub type Counts = [usize; 3];

/// Counts over documents, by category.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Characters (counted in bytes here: close enough for choosing).
    pub characters: [Counts; 4],
    /// Items.
    pub items: [Counts; 4],
    /// Actors right, of those named.
    pub actor: [usize; 2],
    /// Actors made up, of those not named.
    pub actor_made_up: [usize; 2],
    /// Dates right, of those given.
    pub due: [usize; 2],
    /// Dates made up, of those not given.
    pub due_made_up: [usize; 2],
    /// Action rows.
    pub rows: Counts,
}

fn words(text: &str) -> BTreeSet<String> {
    let text = bienban::analysis::normalise::normalise(text).as_str().to_lowercase();
    let mut text = text.trim();
    for title in ["the", "các", "những", "đồng chí", "đ/c", "ông", "bà"] {
        if let Some(rest) = text.strip_prefix(title).filter(|rest| rest.starts_with(char::is_whitespace)) {
            text = rest.trim_start();
            break;
        }
    }
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
}

/// Whether two names mostly share their words.
pub fn same_actor(gold: &str, predicted: &str) -> bool {
    let (gold, predicted) = (words(gold), words(predicted));
    let shared = gold.intersection(&predicted).count() as f64;
    let (fewer, more) = (gold.len().min(predicted.len()) as f64, gold.len().max(predicted.len()) as f64);
    fewer > 0.0 && shared / fewer >= 0.8 && shared / more >= 0.4
}

/// F1 of counts.
pub fn f1(counts: Counts) -> f64 {
    let [tp, fp, fn_] = counts.map(|count| count as f64);
    if tp + fp + fn_ == 0.0 { 1.0 } else { 2.0 * tp / (2.0 * tp + fp + fn_) }
}

fn sum(counts: &[Counts; 4]) -> Counts {
    counts.iter().fold([0; 3], |total, counts| std::array::from_fn(|slot| total[slot] + counts[slot]))
}

/// Shared bytes of two spans as a share of both together.
pub fn overlap(a: Span, b: Span) -> f64 {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared as f64 / (a.end.max(b.end) - a.start.min(b.start)).max(1) as f64
}

impl Score {
    /// F1 over characters of all categories.
    pub fn character_f1(&self) -> f64 {
        f1(sum(&self.characters))
    }

    /// F1 over items of all categories.
    pub fn item_f1(&self) -> f64 {
        f1(sum(&self.items))
    }

    /// One line of figures.
    pub fn line(&self) -> String {
        let by = |counts: &[Counts; 4]| counts.map(|counts| format!("{:.3}", f1(counts))).join(" ");
        format!(
            "char_f1 {:.4} item_f1 {:.4}  chars A S R D {}  items {}",
            self.character_f1(),
            self.item_f1(),
            by(&self.characters),
            by(&self.items)
        )
    }

    /// Counts the fields of a matched pair; gives whether all are right.
    fn fields(&mut self, gold: &GoldItem, predicted: &Item) -> bool {
        let named = predicted.lead.as_ref().map(|lead| lead.text.as_str());
        let actor_ok = match (&gold.actor, named) {
            (Some(gold), Some(named)) => same_actor(gold, named),
            (Some(_), None) => false,
            (None, named) => named.is_none(),
        };
        let due = predicted.deadline.as_ref().and_then(|deadline| deadline.date);
        let due_ok = gold.due == due;
        let slot = |present: bool, yes: &mut [usize; 2], no: &mut [usize; 2], ok: bool| {
            let counts = if present { yes } else { no };
            counts[0] += usize::from(ok == present);
            counts[1] += 1;
        };
        slot(gold.actor.is_some(), &mut self.actor, &mut self.actor_made_up, actor_ok);
        slot(gold.due.is_some(), &mut self.due, &mut self.due_made_up, due_ok);
        actor_ok && due_ok
    }

    /// Figures of the fields.
    pub fn field_line(&self) -> String {
        let share = |counts: [usize; 2]| format!("{:.3} of {}", counts[0] as f64 / counts[1].max(1) as f64, counts[1]);
        format!(
            "actor right {} made up {}  due right {} made up {}  rows {:.4}",
            share(self.actor),
            share(self.actor_made_up),
            share(self.due),
            share(self.due_made_up),
            f1(self.rows)
        )
    }

    /// Adds one document; gives which predicted items were right (none where they are not counted).
    pub fn add(&mut self, gold: &GoldDocument, predicted: &[Item]) -> Vec<Option<bool>> {
        let mut blank = vec![false; gold.text.len()];
        for item in gold.items.iter().filter(|item| item.optional) {
            blank[item.span.start..item.span.end].fill(true);
        }
        let firm: Vec<_> = gold.items.iter().filter(|item| !item.optional).collect();
        for (slot, category) in Category::ALL.iter().enumerate() {
            let mut wanted = vec![false; gold.text.len()];
            let mut found = vec![false; gold.text.len()];
            for item in firm.iter().filter(|item| item.category == *category) {
                wanted[item.span.start..item.span.end].fill(true);
            }
            for item in predicted.iter().filter(|item| item.category == *category) {
                found[item.span.start..item.span.end].fill(true);
            }
            for (place, blank) in blank.iter().enumerate().filter(|place| !place.1) {
                let _ = blank;
                match (wanted[place], found[place]) {
                    (true, true) => self.characters[slot][0] += 1,
                    (false, true) => self.characters[slot][1] += 1,
                    (true, false) => self.characters[slot][2] += 1,
                    (false, false) => {}
                }
            }
        }
        let masked = |span: Span| blank[span.start..span.end].iter().filter(|blank| **blank).count() * 2 > span.len();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (at, item) in firm.iter().enumerate() {
            for (index, predicted) in predicted.iter().enumerate().filter(|other| other.1.category == item.category) {
                let overlap = overlap(item.span, predicted.span);
                if overlap >= 0.5 && !masked(predicted.span) {
                    pairs.push((overlap, at, index));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut taken = vec![false; firm.len()];
        let mut right: Vec<Option<bool>> =
            predicted.iter().map(|item| if masked(item.span) { None } else { Some(false) }).collect();
        let mut rows_right = 0;
        for (_, at, index) in pairs {
            if !taken[at] && right[index] == Some(false) {
                taken[at] = true;
                right[index] = Some(true);
                if firm[at].category.is_actionable() {
                    rows_right += usize::from(self.fields(firm[at], &predicted[index]));
                }
            }
        }
        let wanted_rows = firm.iter().filter(|item| item.category.is_actionable()).count();
        let found_rows =
            predicted.iter().zip(&right).filter(|pair| pair.0.category.is_actionable() && pair.1.is_some()).count();
        for (slot, count) in [rows_right, found_rows - rows_right, wanted_rows - rows_right].into_iter().enumerate() {
            self.rows[slot] += count;
        }
        for (slot, category) in Category::ALL.iter().enumerate() {
            for (item, right) in predicted.iter().zip(&right).filter(|pair| pair.0.category == *category) {
                let _ = item;
                match right {
                    Some(true) => self.items[slot][0] += 1,
                    Some(false) => self.items[slot][1] += 1,
                    None => {}
                }
            }
            self.items[slot][2] +=
                firm.iter().zip(&taken).filter(|pair| pair.0.category == *category && !*pair.1).count();
        }
        right
    }
}
