//! What the text has said so far of who speaks and who has to act.

use super::sheet::{Range, Role, Sheet};
use crate::analysis::blocks::Shape;
use crate::analysis::model::Lang;

/// Where a statement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its block.
    pub block: usize,
    /// Its number.
    pub statement: usize,
    /// Number of the last statement of the same item.
    pub last: usize,
}

/// Carried along the statements.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    /// Who speaks.
    pub speaker: Option<Range>,
    person: Option<(Range, usize)>,
    current: Option<Current>,
}

/// Who was told to act last.
#[derive(Clone, Copy, Debug)]
struct Current {
    name: Range,
    block: usize,
    statement: usize,
    speaker: Option<Range>,
    /// Ordered or obliged, not merely said to do it.
    obliged: bool,
    /// The only one told to act so far.
    sole: bool,
}

impl Memory {
    /// Reads what stands in front of the next statement.
    pub fn enter(&mut self, sheet: &Sheet<'_>, front: Range) {
        if sheet.lang() == Lang::En {
            return;
        }
        let mut index = front.0;
        while index < front.1 {
            let Some(name) = sheet.name(index, front.1) else {
                index += 1;
                continue;
            };
            let mut verb = name.after;
            while let Some(end) = sheet.phrase(Role::Adverb, verb, front.1) {
                verb = end;
            }
            let cited = index > front.0 && matches!(sheet.written(index - 1), "như" | "mà");
            if !cited && sheet.phrase(Role::Says, verb, front.1).is_some()
                || sheet.phrase(Role::Order, verb, front.1).is_some()
            {
                self.speaks(sheet, name.range);
            }
            index = name.after.max(index + 1);
        }
    }

    /// Somebody speaks or orders.
    pub fn speaks(&mut self, sheet: &Sheet<'_>, name: Range) {
        let same = self.speaker.is_some_and(|before| sheet.text(before) == sheet.text(name));
        if !same {
            self.speaker = Some(name);
        }
    }

    /// Somebody stood in subject position.
    pub fn meets(&mut self, person: Option<Range>, block: usize) {
        self.person = person.map(|name| (name, block)).or(self.person);
    }

    /// A new section begins: pronouns do not reach across.
    pub fn turns(&mut self) {
        self.person = None;
    }

    /// Who stood in subject position last, at most `reach` blocks before `block`.
    pub fn person(&self, block: usize, reach: usize) -> Option<Range> {
        self.person.filter(|person| block <= person.1 + reach).map(|person| person.0)
    }

    /// Somebody was told to act.
    pub fn acts(&mut self, sheet: &Sheet<'_>, name: Range, place: Place, obliged: bool) {
        let same = |before: &Current| sheet.text(before.name).to_lowercase() == sheet.text(name).to_lowercase();
        let sole = self.current.as_ref().is_none_or(|before| before.sole && same(before));
        let obliged = obliged || self.current.as_ref().is_some_and(|before| before.obliged && same(before));
        self.current =
            Some(Current { name, block: place.block, statement: place.last, speaker: self.speaker, obliged, sole });
    }

    /// Whether whoever was told to act last was named in the same sentence.
    pub fn same_sentence(&self, sheet: &Sheet<'_>, place: Place) -> bool {
        let sentence = |index: usize| sheet.reading.statements.get(index).map(|statement| statement.sentence);
        self.current.is_some_and(|current| sentence(current.statement) == sentence(place.statement))
    }

    /// Whoever was asked or told last, in one of the two blocks before `block` or in itself.
    pub fn asked(&self, block: usize) -> Option<Range> {
        self.current.filter(|current| block <= current.block + 2).map(|current| current.name)
    }

    /// An order went to nobody in particular.
    pub fn forget(&mut self) {
        self.current = None;
    }

    /// Whoever was told to act last, where that still holds at `place` for a statement that starts at `start`: in the
    /// same block; in what stands under it; and in the next paragraphs of a speech, unless they turn to a matter.
    pub fn carried(&self, sheet: &Sheet<'_>, place: Place, start: usize) -> Option<Range> {
        let current = self.current?;
        let blocks = &sheet.reading.blocks;
        let (here, from) = (blocks.get(place.block)?, blocks.get(current.block)?);
        let paragraphs = here.shape == Shape::Paragraph && from.shape == Shape::Paragraph;
        let follows = paragraphs
            && place.block <= current.block + 2
            && current.speaker == self.speaker
            && sheet.phrase(Role::Matter, start, sheet.len()).is_none();
        let rules =
            current.obliged && current.sole && here.shape == Shape::ListItem && place.block <= current.block + 3;
        (rules || place.block == current.block || here.parent == Some(current.block) || follows).then_some(current.name)
    }
}
