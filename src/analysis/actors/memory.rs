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
    /// Who stood in subject position last.
    pub person: Option<Range>,
    current: Option<Current>,
}

/// Who was told to act last.
#[derive(Clone, Copy, Debug)]
struct Current {
    name: Range,
    block: usize,
    speaker: Option<Range>,
}

impl Memory {
    /// Reads what stands in front of the next statement.
    pub fn enter(&mut self, sheet: &Sheet<'_>, place: Place, front: Range) {
        let _ = place;
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
            if sheet.phrase(Role::Says, verb, front.1).is_some() || sheet.phrase(Role::Order, verb, front.1).is_some() {
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

    /// Somebody was told to act.
    pub fn acts(&mut self, name: Range, place: Place) {
        self.current = Some(Current { name, block: place.block, speaker: self.speaker });
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
            && here.parent == from.parent
            && place.block <= current.block + 2
            && current.speaker == self.speaker
            && sheet.phrase(Role::Matter, start, sheet.len()).is_none();
        (place.block == current.block || here.parent == Some(current.block) || follows).then_some(current.name)
    }
}
