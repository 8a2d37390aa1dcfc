//! Fields: who acts, who helps, who asks, by when; and what the head of the document says.

use super::actors;
use super::blocks::Shape;
use super::dates::{self, Expression, Place, Role};
use super::model::{Date, Deadline, Head, Item, Minutes, Note, Origin};
use super::{Kind, Reading};

/// Completes the items into the minutes. `date` is the meeting's date where the caller knows it.
pub fn fill(reading: &Reading<'_>, mut items: Vec<Item>, date: Option<Date>) -> Minutes {
    let text = reading.text.as_str();
    actors::fill(reading, &mut items);
    let calendar = dates::calendar(&reading.words, text, reading.lang, date);
    let expressions = dates::find(&reading.words, text, reading.lang, &calendar);
    let ruled = items_by_statement(reading, &items);
    for item in items.iter_mut().filter(|item| item.category.is_actionable()) {
        let Some(place) = place(reading, item, &ruled) else { continue };
        item.deadline = dates::deadline(&expressions, &reading.words, text, &place).map(|choice| Deadline {
            text: choice.span.of(text).replace('\n', " "),
            span: Some(reading.text.original(choice.span)),
            date: choice.date,
            recurrence: choice.recurrence,
            origin: if choice.carried { Origin::Inferred } else { Origin::Stated },
        });
    }
    let found = dates::meeting_date(&reading.words, text, reading.lang);
    let head = Head {
        title: None,
        date: found.map(|found| found.0),
        date_span: found.map(|found| reading.text.original(found.1)),
    };
    let mut minutes = Minutes { lang: reading.lang, head, items, ..Minutes::default() };
    minutes.notes = notes(reading, &minutes, &expressions, calendar.meeting);
    minutes
}

/// What the user should know of the whole.
fn notes(reading: &Reading<'_>, minutes: &Minutes, expressions: &[Expression], meeting: Option<Date>) -> Vec<Note> {
    if reading.words.iter().all(|word| word.kind == Kind::Break) {
        return vec![Note::Empty];
    }
    let mut notes = Vec::new();
    if !reading.is_known {
        notes.push(Note::UnknownLanguage);
    }
    let impossible = expressions.iter().filter(|expression| expression.role == Role::Impossible);
    notes.extend(impossible.map(|expression| Note::ImpossibleDate { span: reading.text.original(expression.span) }));
    for deadline in minutes.items.iter().filter_map(|item| item.deadline.as_ref()) {
        if let (Some(date), Some(meeting), Some(span)) = (deadline.date, meeting, deadline.span)
            && date < meeting
        {
            notes.push(Note::PastDeadline { span });
        }
    }
    let undated = minutes.items.iter().filter_map(|item| item.deadline.as_ref());
    if meeting.is_none() && undated.into_iter().any(|deadline| deadline.date.is_none() && deadline.recurrence.is_none())
    {
        notes.push(Note::MeetingDateUnknown);
    }
    notes
}

/// For each statement, whether it is part of an item.
fn items_by_statement(reading: &Reading<'_>, items: &[Item]) -> Vec<bool> {
    let mut ruled = vec![false; reading.statements.len()];
    for index in items.iter().flat_map(|item| &item.statements) {
        if let Some(slot) = ruled.get_mut(*index) {
            *slot = true;
        }
    }
    ruled
}

/// Where the deadline of an item may stand: in its words, in its lead-in or its table row, or in what follows alone.
fn place(reading: &Reading<'_>, item: &Item, ruled: &[bool]) -> Option<Place> {
    let (first_index, last_index) = (*item.statements.first()?, *item.statements.last()?);
    let (first, last) = (reading.statements.get(first_index)?, reading.statements.get(last_index)?);
    let block = reading.blocks.get(first.block)?;
    if matches!(block.shape, Shape::Cell { .. }) {
        let line = |index: &usize| reading.words.get(*index).is_none_or(|word| word.kind != Kind::Break);
        let start = (0..block.start).rev().take_while(line).last().unwrap_or(block.start);
        let end = (block.end..reading.words.len()).take_while(line).last().map_or(block.end, |last| last + 1);
        return Some(Place { own: first.start..last.end, before: start..first.start, after: last.end..end });
    }
    let next = reading.statements.get(last_index + 1);
    let free = ruled.get(last_index + 1) == Some(&false);
    // The sentence or bullet after it, where nothing else is said there.
    let after = match next.filter(|next| free && next.len() <= 24 && next.block <= last.block + 1) {
        Some(next) => next.front.max(last.end)..next.end,
        None => {
            let same = next.filter(|next| next.block == last.block).map(|next| next.front.max(last.end));
            last.end..same.unwrap_or_else(|| reading.blocks.get(last.block).map_or(last.end, |block| block.end))
        }
    };
    let mut before = first.front..first.start;
    if before.is_empty()
        && first_index > 0
        && reading.statements.get(first_index - 1).is_none_or(|other| other.block != first.block)
    {
        before = block.label.0..block.label.1;
    }
    let lead_in = block.parent.and_then(|parent| reading.blocks.get(parent));
    if let Some(above) = lead_in.filter(|_| before.is_empty()) {
        before = above.start..above.end;
    }
    Some(Place { own: first.start..last.end, before, after })
}
