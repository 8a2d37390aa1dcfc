//! Where the items stand in the text that the user sees.

use crate::analysis::model::{Category, Minutes, Span};

use super::edit::Edit;

/// An item that is less certain than this is marked as doubtful.
const DOUBT: f32 = 0.6;

/// The place of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Number of the item.
    pub item: u32,
    /// Its group.
    pub category: Category,
    /// Where it stands.
    pub span: Span,
}

impl Mark {
    /// The mark after an edit; none where the edit cut it.
    pub fn moved(self, edit: &Edit) -> Option<Self> {
        edit.moved(self.span).map(|span| Self { span, ..self })
    }
}

/// The marks of all items, in the order of the text.
pub(super) fn of(minutes: &Minutes) -> Vec<Mark> {
    minutes.items.iter().map(|item| Mark { item: item.id, category: item.category, span: item.span }).collect()
}

/// Whether the reader should look twice.
pub fn is_doubtful(confidence: f32) -> bool {
    confidence < DOUBT
}
