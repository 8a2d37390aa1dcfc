//! Which of the dates of a statement is its deadline.

use std::ops::Range;

use jiff::civil::Date;

use super::expressions::Expression;
use super::role::Role;
use crate::analysis::model::{Recurrence, Span};
use crate::analysis::words::{Kind, Word};

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
///
/// What stands outside the statement counts only where it says little else: a label, a cell, "Hoàn thành trước …".
pub fn deadline(expressions: &[Expression], words: &[Word], text: &str, place: &Place) -> Option<Choice> {
    let own = within(expressions, &place.own);
    if let Some(choice) = best(own).filter(|choice| choice.date.is_some()) {
        return Some(choice);
    }
    let outside = |range: &Range<usize>, follows| -> Vec<&Expression> {
        within(expressions, range).iter().filter(|expression| rules(expression, words, range, text, follows)).collect()
    };
    let (after, before) = (outside(&place.after, true), outside(&place.before, false));
    let dated = |found: &[&Expression]| best(found.iter().copied()).filter(|choice| choice.date.is_some());
    let carry = |choice: Choice| Choice { carried: true, ..choice };
    dated(&after)
        .or_else(|| dated(&before))
        .map(carry)
        .or_else(|| words_of(own))
        .or_else(|| words_of(after).or_else(|| words_of(before)).map(carry))
}

/// The most words beside a date in a label.
const LABEL_WORDS: usize = 4;

/// Whether an expression outside a statement, before it or following it, is there for the statement's sake: it fills its
/// cell or label.
fn rules(expression: &Expression, words: &[Word], range: &Range<usize>, text: &str, follows: bool) -> bool {
    let before = words.get(range.start..expression.words.start).unwrap_or_default();
    let before = letters_in_cell(before.iter().rev(), expression.span.start, text);
    let after = words.get(expression.words.end..range.end).unwrap_or_default();
    let after = letters_in_cell(after.iter(), expression.span.end, text);
    let announces = words.get(expression.words.end).is_some_and(|word| word.of(text) == ":");
    let others = before + after;
    match expression.strength {
        3 if follows => others <= LABEL_WORDS || after == 0 && before <= 3 * LABEL_WORDS,
        3 => others <= 2 * LABEL_WORDS || after == 0,
        2 if follows => others <= LABEL_WORDS,
        2 => before == 0 || others <= LABEL_WORDS || after == 0 && (before <= 2 * LABEL_WORDS || announces),
        _ => others == 0,
    }
}

/// How many words of letters lie between the byte `from` and the border of its cell: a bar, a tab, a spaced dash.
fn letters_in_cell<'a>(words: impl Iterator<Item = &'a Word>, mut from: usize, text: &str) -> usize {
    words
        .take_while(|word| {
            let (start, end) = (word.start as usize, word.end as usize);
            let between = if end <= from { end..from } else { from..start };
            from = if end <= from { start } else { end };
            let between = text.get(between).unwrap_or_default();
            let dash = matches!(word.of(text), "-" | "–" | "—") && !between.is_empty();
            !dash && word.of(text) != "|" && !between.contains('\t')
        })
        .filter(|word| word.kind == Kind::Letters)
        .count()
}

fn within<'a>(expressions: &'a [Expression], range: &Range<usize>) -> &'a [Expression] {
    let start = expressions.partition_point(|expression| expression.words.start < range.start);
    let end = expressions.partition_point(|expression| expression.words.end <= range.end);
    expressions.get(start..end).unwrap_or_default()
}

/// The surest deadline; among equals the later day, or the first where nothing but its place makes it one.
fn best<'a>(expressions: impl IntoIterator<Item = &'a Expression>) -> Option<Choice> {
    let mut best: Option<&Expression> = None;
    for expression in expressions.into_iter().filter(|expression| expression.role == Role::Deadline) {
        let rank = |expression: &Expression| {
            let date = expression.date.filter(|_| expression.strength > 1);
            (expression.date.is_some(), expression.strength, date)
        };
        if best.is_none_or(|best| rank(expression) > rank(best)) {
            best = Some(expression);
        }
    }
    best.map(chosen)
}

fn words_of<'a>(expressions: impl IntoIterator<Item = &'a Expression>) -> Option<Choice> {
    expressions
        .into_iter()
        .filter(|expression| matches!(expression.role, Role::Deadline | Role::Vague | Role::Recurrence))
        .find(|expression| expression.strength > 0)
        .map(chosen)
}

fn chosen(expression: &Expression) -> Choice {
    Choice { span: expression.span, date: expression.date, recurrence: expression.recurrence, carried: false }
}
