//! What the text has said so far of who speaks and who has to act.

use super::sheet::{Range, Role, Sheet};

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
    current: Option<(Range, Place)>,
}

impl Memory {
    /// Reads what stands in front of the next statement.
    pub fn enter(&mut self, sheet: &Sheet<'_>, place: Place, front: Range) {
        let _ = place;
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
        self.current = Some((name, place));
    }

    /// Whoever was told to act last, where that still holds at `place`.
    pub fn carried(&self, sheet: &Sheet<'_>, place: Place) -> Option<Range> {
        let (name, from) = self.current?;
        let _ = sheet;
        (place.block <= from.block + 1).then_some(name)
    }
}
