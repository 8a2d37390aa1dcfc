//! Owners that the layout names: table columns, labels, headings and lead-ins above, names in brackets at the end.

use super::sheet::{Range, Role, Sheet};
use crate::analysis::blocks::Shape;
use crate::analysis::model::Lang;
use crate::analysis::words::{Case, Kind};

/// Roles of words that are no nick.
const EVERYTHING: [Role; 14] = [
    Role::Opener,
    Role::Thing,
    Role::Topic,
    Role::Order,
    Role::Says,
    Role::Duty,
    Role::Adverb,
    Role::It,
    Role::Marker,
    Role::Filler,
    Role::Verb,
    Role::GroupPronoun,
    Role::Body,
    Role::SelfPronoun,
];

/// What the layout tells, by block.
pub struct Layout {
    /// For each block that is a table cell, the owner named in its row.
    owners: Vec<Option<Range>>,
    /// For each list item, the paragraph with a colon that opens its list.
    openings: Vec<Option<usize>>,
}

impl Layout {
    /// Reads the tables of a document.
    pub fn new(sheet: &Sheet<'_>) -> Self {
        let blocks = &sheet.reading.blocks;
        let mut owners = vec![None; blocks.len()];
        let mut index = 0;
        let mut column: Option<u8> = None;
        let mut before: Option<Range> = None;
        let mut last_end = usize::MAX;
        while index < blocks.len() {
            let from = index;
            let mut next_column = 0;
            while let Some(Shape::Cell { column }) = blocks.get(index).map(|block| block.shape) {
                if index > from && column < next_column {
                    break;
                }
                next_column = column + 1;
                index += 1;
            }
            if index == from {
                index += 1;
                (column, before) = (None, None);
                continue;
            }
            let row = blocks.get(from..index).unwrap_or_default();
            let opens = last_end != from;
            if opens {
                (column, before) = (None, None);
            }
            last_end = index;
            let cell = |at: usize| row.get(at).map(|block| sheet.range(block.start, block.end));
            let heads = |cell: Range| cell.1 - cell.0 <= 5 && sheet.phrase(Role::Column, cell.0, cell.1).is_some();
            let head = (0..row.len()).find(|at| cell(*at).is_some_and(heads)).filter(|_| opens);
            if let Some(at) = head {
                column = row.get(at).and_then(|block| match block.shape {
                    Shape::Cell { column } => Some(column),
                    _ => None,
                });
                continue;
            }
            let named = column.and_then(|wanted| {
                row.iter()
                    .find(|block| block.shape == Shape::Cell { column: wanted })
                    .map(|block| sheet.range(block.start, block.end))
            });
            let named = named.filter(|cell| (cell.0..cell.1).any(|word| sheet.is_letters(word)));
            before = named.or(before.filter(|_| column == Some(0)));
            if let Some(owner) = before {
                for slot in owners.get_mut(from..index).unwrap_or_default() {
                    *slot = Some(owner);
                }
            }
        }
        Self { owners, openings: openings(sheet) }
    }

    /// The paragraph with a colon that opens the list of a block.
    pub fn opening(&self, block: usize) -> Option<usize> {
        *self.openings.get(block)?
    }

    /// The owner named in the table row of a block.
    pub fn cell_owner(&self, block: usize) -> Option<Range> {
        *self.owners.get(block)?
    }

    /// Whether the block is a table cell.
    pub fn is_cell(sheet: &Sheet<'_>, block: usize) -> bool {
        sheet.reading.blocks.get(block).is_some_and(|block| matches!(block.shape, Shape::Cell { .. }))
    }
}

fn openings(sheet: &Sheet<'_>) -> Vec<Option<usize>> {
    let mut openings = Vec::with_capacity(sheet.reading.blocks.len());
    let mut lists: Vec<(u16, Option<usize>)> = Vec::new();
    let mut colon = None;
    for (index, block) in sheet.reading.blocks.iter().enumerate() {
        let numbered = block.label.0 < block.label.1;
        let listed = block.shape == Shape::ListItem || numbered && matches!(block.shape, Shape::Turn | Shape::Heading);
        let (start, end) = sheet.range(block.start, block.end);
        let alone = block.shape == Shape::Paragraph && end > start && sheet.heading_name((start, end)).is_some();
        let opens = end > start && sheet.written(end - 1) == ":" || block.shape == Shape::Turn && start == end || alone;
        if block.shape == Shape::Heading && !numbered || block.shape == Shape::Paragraph && opens {
            lists.clear();
        }
        let mut opening = None;
        if listed {
            while lists.last().is_some_and(|list| list.0 > block.level) {
                lists.pop();
            }
            match lists.last() {
                Some(list) if list.0 == block.level => opening = list.1,
                _ => {
                    opening = colon.filter(|colon| colon + 1 == index);
                    lists.push((block.level, opening));
                }
            }
        }
        openings.push(opening);
        if opens {
            colon = Some(index);
        }
    }
    openings
}

impl Sheet<'_> {
    /// The whole of `range` as a name, without brackets, bullets and the colon at its end.
    pub fn only_name(&self, range: Range) -> Option<Range> {
        if self.lang() == Lang::En {
            return self.only_english_name(range);
        }
        let (mut start, mut end) = range;
        while start < end && !self.is_letters(start) && !self.is_digits(start) {
            start += 1;
        }
        while end > start && !self.is_letters(end - 1) && !self.is_digits(end - 1) && self.written(end - 1) != ")" {
            end -= 1;
        }
        if let Some(after) = self.phrase(Role::TopicFor, start, end).filter(|_| self.lang() == Lang::Vi) {
            start = after;
            if self.is_place(start) {
                return None;
            }
        }
        if self.phrase(Role::Opener, start, end) == Some(end) {
            return Some((start, end));
        }
        let name = self.name(start, end)?;
        (name.after >= end).then_some(name.range)
    }

    /// A nick written small: one word that is nothing else.
    pub fn nick(&self, start: usize, end: usize) -> Option<Range> {
        let start = (start..end).find(|index| self.is_letters(*index))?;
        let one = (start..end).all(|index| {
            index == start
                || self.written(index) == "_"
                || self.is_digits(index)
                || self.written(index) == "+"
                || self.written(index - 1) == "+"
        });
        let known = (start..end).any(|index| self.longest(&EVERYTHING, index, end) > 0);
        (self.lang() == Lang::En && end > start && one && !known && !self.is_capital(start)).then_some((start, end))
    }

    /// "ann -> task".
    pub fn arrow_owner(&self, own: Range) -> Option<Range> {
        let arrow = (own.0 + 1..own.1.min(own.0 + 8)).find(|at| {
            matches!(self.written(*at), "→" | "⇒")
                || matches!(self.written(*at), "-" | "=") && self.written(at + 1) == ">"
        })?;
        self.nick(own.0, arrow).or_else(|| self.only_english_name((own.0, arrow)).filter(|name| self.is_people(*name)))
    }

    /// Whether a heading consists of people whom the text names elsewhere.
    fn are_known(&self, name: Range) -> bool {
        let known = |index: usize| {
            self.is_person(index)
                || self.phrase(Role::Title, index, name.1).is_some()
                || matches!(self.written(index), "and" | "of" | "the")
        };
        self.is_people(name) && (name.0..name.1).filter(|index| self.is_letters(*index)).all(known)
    }

    /// Whether a label names people or an office or board that may have the work.
    pub fn is_owner(&self, name: Range) -> bool {
        let office = |index: usize| {
            self.phrase(Role::Title, index, name.1).is_some()
                || matches!(
                    self.written(index).to_lowercase().as_str(),
                    "board" | "council" | "committee" | "staff" | "everyone" | "all" | "team" | "the"
                )
        };
        self.is_people(name) || name.1 - name.0 <= 3 && (name.0..name.1).all(office)
    }

    /// Whether a lead-in with a colon names somebody rather than a topic: people, nicks, a body.
    pub fn may_own(&self, name: Range) -> bool {
        self.is_owner(name)
            || !self.is_capital(name.0)
            || (name.0..name.1)
                .any(|index| self.written(index) == "@" || self.longest(&[Role::Body], index, name.1) > 0)
    }

    /// Whether a label or heading names people rather than a topic.
    pub fn is_people(&self, name: Range) -> bool {
        let topic = |index: usize| {
            self.longest(&[Role::Thing, Role::Body, Role::Marker, Role::Verb], index, name.1) > 0
                && self.phrase(Role::Title, index, name.1).is_none()
        };
        let person = |index: usize| self.is_person(index) || self.is_name(index, name.1) || self.written(index) == "@";
        let initials =
            |index: usize| self.word(index).is_some_and(|word| word.case == Case::Upper && word.kind == Kind::Letters);
        let letters = |index: &usize| self.is_letters(*index);
        name.1 - name.0 <= 8
            && !(name.0..name.1).any(topic)
            && (name.0..name.1).filter(letters).all(|index| {
                person(index)
                    || initials(index)
                    || !self.is_capital(index)
                    || self.phrase(Role::Title, index, name.1).is_some()
            })
            && (name.0..name.1).any(|index| person(index) || name.1 - name.0 == 1 && initials(index))
    }

    /// Capitalised words, nicks, bodies and what joins them, and nothing else.
    fn only_english_name(&self, range: Range) -> Option<Range> {
        let (mut start, mut end) = range;
        while start < end && !self.is_letters(start) && self.written(start.saturating_sub(1)) != "@" {
            start += 1;
        }
        if let Some(after) = self.phrase(Role::Marker, start, end) {
            start = after;
            while start < end && !self.is_letters(start) {
                start += 1;
            }
        }
        if let Some(with) = (start..end).find(|index| {
            *index > start && self.phrase(Role::Support, *index, end).is_some() || self.written(*index) == "with"
        }) {
            end = with;
        }
        while end > start && !self.is_letters(end - 1) && !self.is_digits(end - 1) {
            end -= 1;
        }
        let joint = |index: usize| {
            matches!(
                self.written(index),
                "," | "and" | "&" | "/" | "+" | "." | "-" | "_" | "'" | "’" | "@" | "(" | ")" | "or" | "of" | "the"
            )
        };
        let named = |index: usize| {
            self.is_capital(index)
                || self.is_person(index)
                || self.phrase(Role::Body, index, end).is_some()
                || self.phrase(Role::Opener, index, end).is_some()
        };
        let short = end > start && end - start <= 12;
        let all = (start..end).all(|index| {
            named(index)
                || joint(index)
                || self.is_digits(index)
                || index > 0
                    && (self.written(index - 1) == "@"
                        || self.written(index - 1) == "-" && !self.blank_before(index) && index > start)
        });
        let thing = self.phrase(Role::Thing, start, end).is_some() || self.phrase(Role::Marker, start, end).is_some();
        // "What We Went Over", "To Do By Friday": a title, not people.
        let titled = (start..end).any(|index| {
            self.is_capital(index) && self.longest(&[Role::Topic, Role::GroupPronoun, Role::It], index, index + 1) > 0
        });
        let title =
            titled && end > start + 1 || !self.is_capital(start) && self.phrase(Role::Topic, start, end).is_some();
        (short && all && !thing && !title && (named(start) || self.written(start.saturating_sub(1)) == "@"))
            .then_some((start, end))
    }

    /// A heading that is the name of a body; a line in capitals is a title.
    pub fn heading_name(&self, range: Range) -> Option<Range> {
        if self.lang() == Lang::En {
            let name = self.only_english_name(range)?;
            return self.are_known(name).then_some(name);
        }
        let name = self.only_name(range).or_else(|| self.described_body(range))?;
        let shouted = (name.0..name.1)
            .all(|index| self.word(index).is_none_or(|word| word.case == Case::Upper || word.kind != Kind::Letters));
        let solid = self.longest(&[Role::Body, Role::Office, Role::Title, Role::Opener], name.0, name.1) > 0
            && self.phrase(Role::Thing, name.0, name.1).is_none();
        (solid && (!shouted || name.1 - name.0 <= 2)).then_some(name)
    }

    /// "Các doanh nghiệp hoạt động trên địa bàn:": a body with what describes it, up to the colon.
    fn described_body(&self, range: Range) -> Option<Range> {
        let end = range.1.checked_sub(1).filter(|last| self.written(*last) == ":" && *last <= range.0 + 22)?;
        let start = (range.0..end).find(|index| self.is_letters(*index))?;
        let plain = (start..end).all(|index| {
            !matches!(self.written(index), "," | ";" | ":" | ".") && self.phrase(Role::Says, index, end).is_none()
        });
        let ordered = (start..end).any(|index| self.phrase(Role::Order, index, end).is_some());
        (self.lang() == Lang::Vi && plain && !ordered && self.name(start, end).is_some()).then_some((start, end))
    }

    /// "[on Ann Lee - due …]", "by @nick", "- Ann, before …" in English.
    fn on_owner(&self, own: Range, tail: Range) -> Option<Range> {
        if self.lang() == Lang::Vi {
            return None;
        }
        let end = tail.1.max(own.1);
        let stop = |from: usize| {
            (from..end)
                .find(|at| {
                    matches!(self.written(*at), "-" | "]" | ")" | "," | ";" | "(") && self.blank_before(*at + 1)
                        || matches!(self.written(*at), "]" | ")")
                })
                .unwrap_or(end)
        };
        (own.0 + 1..end).rev().take(16).find_map(|at| {
            let on = matches!(self.written(at), "on" | "to")
                && matches!(self.written(at - 1), "[" | "(" | "assigned" | "Assigned");
            let by = self.written(at) == "by" && self.written(at + 1) == "@";
            let dash =
                matches!(self.written(at), "-" | "–" | "—" | "=") && self.blank_before(at) && self.blank_before(at + 1);
            let nick = self.written(at + 1) == "@" && at + 3 >= end;
            if !(on || by || dash || nick) {
                return None;
            }
            let name = self.only_english_name((at + 1, stop(at + 2)))?;
            (self.is_people(name) || self.written(name.0.saturating_sub(1)) == "@").then_some(name)
        })
    }

    /// A name in brackets, after a dash, arrow or colon, at the end of the statement or right behind it.
    pub fn tail_owner(&self, own: Range, tail: Range, listed: bool) -> Option<Range> {
        let behind = (tail.0..tail.1).find(|index| self.is_letters(*index)).filter(|from| {
            *from > tail.0
                && (tail.0..*from).all(|index| {
                    matches!(
                        self.written(index),
                        "(" | ":" | "-" | "–" | "—" | ">" | "→" | "=" | "[" | "@" | "." | ";" | ","
                    )
                })
                && (tail.0..*from).any(|index| !matches!(self.written(index), "." | ";" | ","))
        });
        if let Some(from) = behind {
            let close =
                (from..tail.1).find(|index| matches!(self.written(*index), ")" | "]" | "." | ";")).unwrap_or(tail.1);
            if let Some(name) = self.only_name((from, close)) {
                return Some(name);
            }
        }
        let bracketed = listed
            .then_some(own)
            .into_iter()
            .flat_map(|own| own.0..own.1)
            .filter(|index| self.written(*index) == "(")
            .find_map(|open| {
                let close = (open..own.1.min(open + 12)).find(|index| self.written(*index) == ")")?;
                let apposed = (1..=3).any(|back| open > own.0 + back && self.is_capital(open - back));
                self.only_name((open + 1, close)).filter(|name| {
                    !apposed && self.longest(&[Role::Body, Role::Office, Role::Title], name.0, name.1) > 0
                })
            });
        if bracketed.is_some() {
            return bracketed;
        }
        if let Some(owner) = self.on_owner(own, tail) {
            return Some(owner);
        }
        let last = own.1.checked_sub(1)?;
        let open = match self.written(last) {
            ")" => (own.0..last).rev().take(14).find(|index| self.written(*index) == "(")?,
            _ => (own.0 + 2..last).rev().take(8).find(|index| {
                matches!(self.written(*index), "-" | "–" | "—" | "→" | ":") && self.blank_before(*index + 1)
            })?,
        };
        let end = if self.written(last) == ")" { last } else { own.1 };
        let place = matches!(
            self.written(open + 1).to_lowercase().as_str(),
            "tỉnh" | "huyện" | "xã" | "phường" | "quận" | "thị" | "thôn" | "bản" | "ấp" | "đường" | "khu"
        ) || self.written(open + 1).eq_ignore_ascii_case("thành") && self.written(open + 2) == "phố";
        self.only_name((open + 1, end)).filter(|_| !place || self.lang() == Lang::En)
    }
}
