//! What the words of a statement themselves say of who asks whom.

use super::sheet::Range;

/// Who has to act, as far as a statement's own words tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    /// Somebody named.
    Named(Range),
    /// An order that passes the work on to somebody named: whoever was told before keeps it; if nobody was, that one
    /// has it.
    Passed(Range),
    /// Whoever speaks: "tôi sẽ …", "I'll …".
    Speaker,
    /// Somebody named before: "he will …".
    Before,
    /// The subject of the words before: "…, and will send".
    Dropped,
    /// Nobody: a passive or a wish that names no one.
    Nobody,
    /// An order without addressee: "yêu cầu tăng cường …".
    Unaddressed,
    /// The words leave it to the context.
    #[default]
    Open,
}

/// A statement read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clause {
    /// Who gives or asks it.
    pub issuer: Option<Range>,
    /// The person or body of whom the statement speaks.
    pub subject: Option<Range>,
    /// Who has to act.
    pub lead: Lead,
    /// Whoever acts was ordered or obliged to, not merely said to do it.
    pub obliged: bool,
    /// The body for whom the clause is meant, named in front: "Đối với …".
    pub topic: Option<Range>,
}
