//! Dates: every date, period, relative time and recurrence of a text, its role, and the deadline of a statement.
//!
//! ```text
//! words ─terms→ phrases ─core→ times ─expressions→ Expression (with preposition, date, role) ─deadline→ Choice
//! ```

mod calendar;
mod core;
mod deadline;
mod english;
mod expressions;
mod head;
mod numeric;
mod role;
mod scan;
mod terms;
#[cfg(test)]
mod tests;
mod vietnamese;

pub use calendar::Calendar;
pub use deadline::{Choice, Place, deadline};
pub use expressions::{Expression, find};
pub use head::{calendar, meeting_date};
pub use role::Role;
