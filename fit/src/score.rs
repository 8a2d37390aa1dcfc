//! The figures of the shared scorer that guide fitting: characters and items by category.

use bienban::analysis::model::{Category, Item, Span};

use crate::gold::GoldDocument;

/// True positives, false positives, false negatives.
pub type Counts = [usize; 3];

/// Counts over documents, by category.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// Characters (counted in bytes here: close enough for choosing).
    pub characters: [Counts; 4],
    /// Items.
    pub items: [Counts; 4],
}

/// F1 of counts.
pub fn f1(counts: Counts) -> f64 {
    let [tp, fp, fn_] = counts.map(|count| count as f64);
    if tp + fp + fn_ == 0.0 { 1.0 } else { 2.0 * tp / (2.0 * tp + fp + fn_) }
}

fn sum(counts: &[Counts; 4]) -> Counts {
    counts.iter().fold([0; 3], |total, counts| std::array::from_fn(|slot| total[slot] + counts[slot]))
}

fn overlap(a: Span, b: Span) -> f64 {
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
        for (_, at, index) in pairs {
            if !taken[at] && right[index] == Some(false) {
                taken[at] = true;
                right[index] = Some(true);
            }
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
