//! The table of weights: what each feature is worth for each category, fitted on annotated documents and kept as
//! readable data in `weights/`.

use std::sync::LazyLock;

use super::features::{Feature, Template};
use super::lexicon::KeyMap;
use super::model::{Category, Lang};
use super::words;

/// Number of labels: no item, and the four categories.
pub const LABELS: usize = 5;
/// Weights in the table are whole numbers, this many to one logit.
pub const SCALE: f32 = 100.0;

/// The category of a label; none for label 0, "no item".
pub fn category(label: usize) -> Option<Category> {
    label.checked_sub(1).and_then(|index| Category::ALL.get(index)).copied()
}

/// The label of a category.
pub fn label(category: Category) -> usize {
    Category::ALL.iter().position(|other| *other == category).map_or(0, |index| index + 1)
}

/// How a statement follows the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Step {
    /// Another clause of the same sentence, behind an uncertain cut.
    Clause,
    /// Another part of the same sentence.
    Part,
    /// The next sentence of the same block.
    Sentence,
    /// The next block under the same heading or lead-in.
    Sibling,
    /// Elsewhere.
    Leap,
}

/// Number of kinds of steps.
pub const STEPS: usize = 5;
/// Names of the steps in the weight table.
pub const STEP_NAMES: [&str; STEPS] = ["clause", "part", "sentence", "sibling", "leap"];

/// Weights of one language.
#[derive(Clone, Debug)]
pub struct Weights {
    /// By the hash of a feature.
    pub features: KeyMap<[f32; LABELS]>,
    /// From label to label, by step.
    pub transitions: [[[f32; LABELS]; LABELS]; STEPS],
}

impl Weights {
    /// The table of a language, read on first use.
    pub fn of(lang: Lang) -> &'static Self {
        static VI: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("../../weights/vi.txt")));
        static EN: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("../../weights/en.txt")));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// Reads a table. Lines that are no weights are left out.
    pub fn read(table: &str) -> Self {
        let mut weights = Self { features: KeyMap::default(), transitions: [[[0.0; LABELS]; LABELS]; STEPS] };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, numbers)) = line.split_once('\t') else { continue };
            let mut row = [0.0; LABELS];
            for (slot, number) in row.iter_mut().zip(numbers.split(' ')) {
                *slot = number.parse::<f32>().unwrap_or_default() / SCALE;
            }
            let mut parts = name.split(' ');
            let template = parts.next().unwrap_or_default();
            if template == "after-label" {
                let step = parts.next().and_then(|name| STEP_NAMES.iter().position(|step| *step == name));
                let from = parts.next().and_then(|from| from.parse::<usize>().ok());
                if let (Some(step), Some(from)) = (step, from)
                    && let Some(slot) = weights.transitions.get_mut(step).and_then(|rows| rows.get_mut(from))
                {
                    *slot = row;
                }
            } else if let Some((template, _)) = Template::NAMES.iter().find(|known| known.1 == template) {
                let mut filling = [0; 3];
                for (slot, part) in filling.iter_mut().zip(parts) {
                    *slot = filling_key(part);
                }
                weights.features.insert(Feature { template: *template, filling }.hash(), row);
            }
        }
        weights
    }
}

/// A filling as it stands in the table: `-` for none, `=` and a number for a raw key, else a word or name.
fn filling_key(part: &str) -> words::Key {
    match part.strip_prefix('=') {
        Some(raw) if !raw.is_empty() => u64::from_str_radix(raw, 16).unwrap_or_default(),
        _ if part == "-" => 0,
        _ => part.split('_').fold(0, |hash: words::Key, word| hash.rotate_left(5) ^ words::key(word)),
    }
}
