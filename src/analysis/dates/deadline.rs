//! Which of the dates of a statement is its deadline.

use std::ops::Range;

use jiff::civil::Date;

use super::expressions::Expression;
use super::role::Role;
use crate::analysis::model::{Recurrence, Span};

/// Where a statement stands among the words of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The statement itself.
    pub own: Range<usize>,
    /// A lead-in, heading, table cell or column that rules it, before it in the text; empty where there is none.
    pub before: Range<usize>,
    /// What may hold nothing but its deadline: the rest of its line or table row, the sentence after it.
    pub after: Range<usize>,
}

/// The deadline of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The words of the deadline, preposition included, in bytes of the normal text.
    pub span: Span,
    /// The last day; none where only words are known or it comes back.
    pub date: Option<Date>,
    /// How often it comes back.
    pub recurrence: Option<Recurrence>,
    /// Whether it stands outside the statement itself.
    pub carried: bool,
}

/// Chooses the deadline of the statement at `place` among the expressions of its text.
pub fn deadline(expressions: &[Expression], place: &Place) -> Option<Choice> {
    let own = within(expressions, &place.own);
    if let Some(choice) = best(own, 1).filter(|choice| choice.date.is_some()) {
        return Some(choice);
    }
    let carried = |range: &Range<usize>| {
        best(within(expressions, range), 1)
            .filter(|choice| choice.date.is_some() || choice.recurrence.is_some())
            .map(|choice| Choice { carried: true, ..choice })
    };
    carried(&place.after)
        .or_else(|| carried(&place.before))
        .or_else(|| words_of(own))
}

fn within<'a>(expressions: &'a [Expression], range: &Range<usize>) -> &'a [Expression] {
    let start = expressions.partition_point(|expression| expression.words.start < range.start);
    let end = expressions.partition_point(|expression| expression.words.end <= range.end);
    expressions.get(start..end).unwrap_or_default()
}

/// The surest deadline; among equals the later day.
fn best(expressions: &[Expression], least: u8) -> Option<Choice> {
    expressions
        .iter()
        .filter(|expression| expression.role == Role::Deadline && expression.strength >= least)
        .max_by_key(|expression| (expression.date.is_some(), expression.strength, expression.date))
        .map(chosen)
}

fn words_of(expressions: &[Expression]) -> Option<Choice> {
    expressions
        .iter()
        .find(|expression| matches!(expression.role, Role::Deadline | Role::Vague | Role::Recurrence))
        .map(chosen)
}

fn chosen(expression: &Expression) -> Choice {
    Choice { span: expression.span, date: expression.date, recurrence: expression.recurrence, carried: false }
}
