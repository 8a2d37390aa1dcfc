//! How far analyses agree with annotated documents: characters, items, and the fields of tasks.

use std::collections::BTreeSet;

use bienban::analysis::model::{Category, Item as Found, Span};
use bienban::analysis::normalise::normalise;

use super::{Document, Item};

/// Least shared part of two spans for them to be the same item.
const LEAST_OVERLAP: f64 = 0.5;

/// Hits, false alarms and misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Found and wanted.
    pub hits: usize,
    /// Found, not wanted.
    pub wrong: usize,
    /// Wanted, not found.
    pub missed: usize,
}

impl Tally {
    /// The harmonic mean of precision and recall; 1 where nothing was wanted or found.
    pub fn f1(self) -> f64 {
        let all = 2 * self.hits + self.wrong + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.hits as f64 / all as f64 }
    }

    fn count(&mut self, wanted: bool, found: bool) {
        self.hits += usize::from(wanted && found);
        self.wrong += usize::from(found && !wanted);
        self.missed += usize::from(wanted && !found);
    }
}

/// So many of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// So many.
    pub some: usize,
    /// Of all.
    pub all: usize,
}

impl Share {
    /// The part; none where there are none at all.
    pub fn part(self) -> Option<f64> {
        (self.all > 0).then(|| self.some as f64 / self.all as f64)
    }

    fn count(&mut self, counts: bool) {
        self.some += usize::from(counts);
        self.all += 1;
    }
}

/// The agreement over some documents; categories in the order of [`Category::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Characters of each category.
    pub characters: [Tally; 4],
    /// Items of each category.
    pub items: [Tally; 4],
    /// Tasks with a lead whose lead was found.
    pub actor_right: Share,
    /// Tasks without a lead that were given one.
    pub actor_made_up: Share,
    /// Tasks with a date whose date was found.
    pub due_right: Share,
    /// Tasks without a date that were given one.
    pub due_made_up: Share,
    /// Tasks with item, lead and date all right.
    pub rows: Tally,
}

/// Which annotated item was found as which item of the analysis.
#[derive(Clone, Debug, Default)]
pub struct Matching<'a> {
    /// The same item in both.
    pub pairs: Vec<(&'a Item, &'a Found)>,
    /// Annotated, not found.
    pub missed: Vec<&'a Item>,
    /// Found, not annotated.
    pub wrong: Vec<&'a Found>,
}

/// The annotated items found in `found`, each at most once, those that agree most first. Optional items and what lies
/// mostly in them are left out.
pub fn matching<'a>(document: &'a Document, found: &'a [Found]) -> Matching<'a> {
    let firm: Vec<_> = document.items.iter().filter(|item| !item.optional).collect();
    let counted: Vec<_> = found.iter().filter(|item| !is_masked(item.span, document)).collect();
    let mut candidates = Vec::new();
    for (at, item) in firm.iter().enumerate() {
        for (index, other) in counted.iter().enumerate().filter(|(_, other)| other.category == item.category) {
            let overlap = overlap(item.span, other.span, &document.text);
            if overlap >= LEAST_OVERLAP {
                candidates.push((overlap, at, index));
            }
        }
    }
    candidates.sort_by(|left, right| right.0.total_cmp(&left.0).then((right.1, right.2).cmp(&(left.1, left.2))));
    let (mut taken, mut used) = (vec![false; firm.len()], vec![false; counted.len()]);
    let mut pairs = Vec::new();
    for (_, at, index) in candidates {
        if !taken[at] && !used[index] {
            (taken[at], used[index]) = (true, true);
            pairs.push((firm[at], counted[index]));
        }
    }
    let missed = firm.into_iter().zip(taken).filter(|(_, taken)| !taken).map(|(item, _)| item).collect();
    let wrong = counted.into_iter().zip(used).filter(|(_, used)| !used).map(|(item, _)| item).collect();
    Matching { pairs, missed, wrong }
}

impl Score {
    /// Adds a document of which the analysis found `found`.
    pub fn add(&mut self, document: &Document, found: &[Found]) {
        self.add_characters(document, found);
        let Matching { pairs, missed, wrong } = matching(document, found);
        for (item, other) in &pairs {
            self.items[slot(item.category)].hits += 1;
            if item.category.is_actionable() {
                let right = self.add_fields(item, other);
                self.rows.hits += usize::from(right);
                self.rows.wrong += usize::from(!right);
                self.rows.missed += usize::from(!right);
            }
        }
        for item in missed {
            self.items[slot(item.category)].missed += 1;
            self.rows.missed += usize::from(item.category.is_actionable());
        }
        for item in wrong {
            self.items[slot(item.category)].wrong += 1;
            self.rows.wrong += usize::from(item.category.is_actionable());
        }
    }

    fn add_characters(&mut self, document: &Document, found: &[Found]) {
        let (firm, optional): (Vec<_>, Vec<_>) = document.items.iter().partition(|item| !item.optional);
        let blank = covered(&document.text, optional.iter().map(|item| item.span));
        for category in Category::ALL {
            let spans = firm.iter().filter(|item| item.category == category).map(|item| item.span);
            let wanted = covered(&document.text, spans);
            let spans = found.iter().filter(|item| item.category == category).map(|item| item.span);
            let found = covered(&document.text, spans);
            for (at, _) in document.text.char_indices().filter(|(at, _)| !blank[*at]) {
                self.characters[slot(category)].count(wanted[at], found[at]);
            }
        }
    }

    fn add_fields(&mut self, item: &Item, found: &Found) -> bool {
        let (actor, due) = (is_actor_right(item, found), is_due_right(item, found));
        match item.lead {
            Some(_) => self.actor_right.count(actor),
            None => self.actor_made_up.count(!actor),
        }
        match item.due {
            Some(_) => self.due_right.count(due),
            None => self.due_made_up.count(!due),
        }
        actor && due
    }

    /// Every figure by its name; those of which there is no instance are left out.
    pub fn figures(&self) -> Vec<(&'static str, f64)> {
        let all = |tallies: &[Tally; 4]| {
            let sum = |part: fn(&Tally) -> usize| tallies.iter().map(part).sum();
            Tally { hits: sum(|t| t.hits), wrong: sum(|t| t.wrong), missed: sum(|t| t.missed) }.f1()
        };
        [
            ("char_f1", Some(all(&self.characters))),
            ("item_f1", Some(all(&self.items))),
            ("actor_right", self.actor_right.part()),
            ("actor_made_up", self.actor_made_up.part()),
            ("due_right", self.due_right.part()),
            ("due_made_up", self.due_made_up.part()),
            ("action_row_f1", Some(self.rows.f1())),
        ]
        .into_iter()
        .filter_map(|(name, figure)| Some((name, figure?)))
        .collect()
    }

    /// All figures on one line.
    pub fn line(&self) -> String {
        let figures = self.figures();
        figures.iter().map(|(name, figure)| format!("{name} {figure:.3}")).collect::<Vec<_>>().join("  ")
    }
}

/// Whether the lead is the annotated one, or there is none in either.
pub fn is_actor_right(item: &Item, found: &Found) -> bool {
    match (&item.lead, &found.lead) {
        (Some(wanted), Some(lead)) => is_same_party(wanted, &lead.text),
        (wanted, lead) => wanted.is_none() && lead.is_none(),
    }
}

/// Whether the date is the annotated one, or there is none in either.
pub fn is_due_right(item: &Item, found: &Found) -> bool {
    item.due == found.deadline.as_ref().and_then(|deadline| deadline.date)
}

/// Whether the words of one are mostly those of the other, and the other way round.
pub fn is_same_party(left: &str, right: &str) -> bool {
    let (left, right) = (words(left), words(right));
    let shared = left.intersection(&right).count() as f64;
    let (least, most) = (left.len().min(right.len()) as f64, left.len().max(right.len()) as f64);
    least > 0.0 && shared / least >= 0.8 && shared / most >= 0.4
}

/// The words without an article or title before them.
fn words(text: &str) -> BTreeSet<String> {
    let text = normalise(text).as_str().to_lowercase();
    let text = text.trim();
    let titles = ["the", "các", "những", "đồng chí", "đ/c", "ông", "bà"];
    let title =
        titles.iter().find_map(|title| text.strip_prefix(title).filter(|rest| rest.starts_with(char::is_whitespace)));
    let letters = title.unwrap_or(text).split(|c: char| !c.is_alphanumeric() && c != '_');
    letters.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn slot(category: Category) -> usize {
    Category::ALL.iter().position(|other| *other == category).unwrap_or_default()
}

/// For each byte of `text`, whether it lies in one of the spans.
fn covered(text: &str, spans: impl Iterator<Item = Span>) -> Vec<bool> {
    let mut covered = vec![false; text.len()];
    for span in spans {
        covered[span.start..span.end].fill(true);
    }
    covered
}

fn characters(span: Span, text: &str) -> usize {
    span.of(text).chars().count()
}

/// Shared characters over joined ones.
pub fn overlap(left: Span, right: Span, text: &str) -> f64 {
    let shared = Span::new(left.start.max(right.start), left.end.min(right.end));
    let joined = Span::new(left.start.min(right.start), left.end.max(right.end));
    characters(shared, text) as f64 / characters(joined, text).max(1) as f64
}

/// Whether most of the span lies in optional items.
fn is_masked(span: Span, document: &Document) -> bool {
    let optional = document.items.iter().filter(|item| item.optional);
    let shared = optional.map(|item| Span::new(item.span.start.max(span.start), item.span.end.min(span.end)));
    shared.map(|shared| characters(shared, &document.text)).sum::<usize>() * 2 > characters(span, &document.text)
}
