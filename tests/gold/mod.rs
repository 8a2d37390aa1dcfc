//! Documents that a careful reader has annotated, and how far an analysis agrees with them.

pub mod case;
pub mod score;

use bienban::analysis::model::{Category, Date, Span};

/// One document as the reader sees it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Name of its file without the ending.
    pub name: String,
    /// The text.
    pub text: String,
    /// The meeting's date, where the reader was told.
    pub date: Option<Date>,
    /// Whether the analysis has to agree in everything.
    pub exact: bool,
    /// The document of the shared corpus whose layout and difficulties it follows.
    pub like: Option<String>,
    /// The items in the order of the text.
    pub items: Vec<Item>,
}

/// One item as the reader sees it.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// What it is.
    pub category: Category,
    /// Two careful readers could differ: it neither earns nor costs.
    pub optional: bool,
    /// Who has to act.
    pub lead: Option<String>,
    /// Who helps.
    pub support: Vec<String>,
    /// Who gives or asks it.
    pub issuer: Option<String>,
    /// The last day for it, where one can be computed.
    pub due: Option<Date>,
}
