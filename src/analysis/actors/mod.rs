//! Who has to act, who helps and who gives it: read off the item's own words, its lead-in and label, or carried over.

mod clause;
mod english;
mod issuers;
pub mod key;
mod layout;
mod memory;
mod names;
mod nouns;
mod offices;
mod people;
mod sheet;
#[cfg(test)]
mod tests;
mod vietnamese;

use super::Reading;
use super::blocks::Shape;
use super::model::{Category, Item, Lang, Origin, Party};
use clause::{Clause, Lead};
use english::English;
use layout::Layout;
use memory::Memory;
use offices::Offices;
use sheet::{Range, Role, Sheet};
use vietnamese::Vietnamese;

/// Fills lead, support and issuer of the items, which stand in the order of the text.
pub fn fill(reading: &Reading<'_>, items: &mut [Item]) {
    let sheet = Sheet::new(reading);
    let layout = Layout::new(&sheet);
    let offices = Offices::of(&sheet);
    Finder { sheet, layout, offices }.fill(items);
}

/// Finds who acts in one document.
struct Finder<'a> {
    sheet: Sheet<'a>,
    layout: Layout,
    offices: Offices,
}

impl Finder<'_> {
    fn fill(&self, items: &mut [Item]) {
        let statements = &self.sheet.reading.statements;
        let mut memory = Memory::default();
        let mut items = items.iter_mut().peekable();
        let mut index = 0;
        while let Some(statement) = statements.get(index) {
            let item = items.next_if(|item| item.statements.first().is_some_and(|first| *first <= index));
            let last =
                item.as_ref().and_then(|item| item.statements.last().copied()).map_or(index, |last| last.max(index));
            let end = statements.get(last).map_or(statement.end, |last| last.end);
            let mut own = self.sheet.range(statement.start, end);
            let mut front = self.sheet.range(statement.front, statement.start);
            if (front.0..front.1).any(|index| self.sheet.phrase(Role::Support, index, front.1).is_some()) {
                (own, front) = ((front.0, own.1), (front.0, front.0));
            }
            let category = item.as_ref().map(|item| item.category);
            let place = memory::Place { block: statement.block, statement: index, last };
            if let Some(label) = self.label(place.block) {
                memory.speaks(&self.sheet, label);
            }
            if self.sheet.lang() == Lang::En
                && let Some(name) = self.front_owner(front, true).filter(|name| self.sheet.is_people(*name))
            {
                memory.speaks(&self.sheet, name);
            }
            memory.enter(&self.sheet, front);
            let owner = self.bracketed(&mut own);
            let mut clause = self.read(own, category, memory.speaker);
            if let Some(owner) = owner {
                clause.lead = Lead::Named(owner);
            }
            if self.sheet.lang() == Lang::En && self.is_shape(statement.block, Shape::Heading) {
                memory.turns();
            }
            let heading = self.is_shape(statement.block, Shape::Heading) && item.is_none();
            // A body in the middle of a later part is rather its object than the one who asks.
            let later = statement.part > 0 && self.sheet.lang() == Lang::Vi;
            let issuer = clause.issuer.filter(|issuer| !later || issuer.0 <= own.0 + 1);
            if let Some(issuer) = issuer.filter(|_| !heading) {
                memory.speaks(&self.sheet, issuer);
            }
            if let Some(item) = item.filter(|item| item.category.is_actionable()) {
                let (lead, origin) = self.resolve(item.category, &clause, &memory, place, front, own);
                match lead {
                    Some(lead) => memory.acts(&self.sheet, lead, place, clause.obliged),
                    None if clause.lead == Lead::Unaddressed => memory.forget(),
                    None => {}
                }
                item.lead = lead.map(|lead| self.party(lead, origin));
                item.support = self.support(own).map(|name| self.party(name, Origin::Stated)).into_iter().collect();
                let issuer = self.issuer(item.category, &clause, issuer, own, place, &memory);
                item.issuer = issuer.map(|(issuer, origin)| self.party(issuer, origin));
            }
            if category.is_none()
                && !heading
                && clause.obliged
                && self.sheet.lang() == Lang::Vi
                && let Lead::Named(lead) = clause.lead
            {
                memory.acts(&self.sheet, lead, place, true);
            }
            if !heading {
                memory.meets(clause.subject.or(clause.issuer), statement.block);
            }
            index = last + 1;
        }
    }

    /// `[AB] task`, "(Ann) task" in English: takes the owner in front off.
    fn bracketed(&self, own: &mut Range) -> Option<Range> {
        if self.sheet.lang() == Lang::Vi {
            return None;
        }
        if let Some(name) = self.sheet.arrow_owner(*own) {
            return Some(name);
        }
        if let Some(open) =
            self.sheet.phrase(Role::Marker, own.0, own.1).filter(|open| self.sheet.written(*open) == "(")
        {
            let close = (open..own.1.min(open + 10)).find(|index| self.sheet.written(*index) == ")")?;
            return self.sheet.only_name((open + 1, close));
        }
        let before = own.0.checked_sub(1).filter(|before| matches!(self.sheet.written(*before), "[" | "("))?;
        let close = if self.sheet.written(before) == "[" { "]" } else { ")" };
        let close = (own.0..own.1.min(own.0 + 9)).find(|index| self.sheet.written(*index) == close)?;
        if self.sheet.written(close + 1) == "[" || self.sheet.written(close + 1) == "(" {
            return None;
        }
        let name = self.sheet.only_name((own.0, close))?;
        own.0 = close + 1;
        Some(name)
    }

    fn read(&self, own: Range, category: Option<Category>, speaker: Option<Range>) -> Clause {
        match self.sheet.lang() {
            Lang::Vi => {
                Vietnamese { sheet: &self.sheet, start: own.0, limit: own.1, category, speaker, lead_in: false }.read()
            }
            Lang::En => English { sheet: &self.sheet, start: own.0, limit: own.1, category }.read(),
        }
    }

    fn resolve(
        &self,
        category: Category,
        clause: &Clause,
        memory: &Memory,
        place: memory::Place,
        front: Range,
        own: Range,
    ) -> (Option<Range>, Origin) {
        if let Some(owner) = self.layout.cell_owner(place.block) {
            return (Some(owner), Origin::Stated);
        }
        match clause.lead {
            Lead::Named(name) => (Some(name), Origin::Stated),
            Lead::Nobody => (self.granting(category, own, place, memory), Origin::Inferred),
            Lead::Speaker => (memory.speaker, Origin::Inferred),
            Lead::Unaddressed => {
                let topic = clause.topic.or_else(|| self.topic(front));
                let carried =
                    || memory.carried(&self.sheet, place, own.0).filter(|_| memory.same_sentence(&self.sheet, place));
                let heard = || self.audience(front).filter(|_| category == Category::Recommendation);
                match topic.or_else(heard) {
                    Some(topic) => (Some(topic), Origin::Stated),
                    None => (carried().or_else(|| self.granting(category, own, place, memory)), Origin::Inferred),
                }
            }
            Lead::Before => (memory.person(place.block, 2), Origin::Inferred),
            Lead::Dropped => {
                let near = self.sheet.tail_owner(own, self.tail(place), self.is_shape(place.block, Shape::ListItem));
                let label = self
                    .label(place.block)
                    .filter(|label| self.sheet.is_people(*label) || self.is_marked(place.block, *label));
                (
                    near.or_else(|| memory.person(place.block, 0)).or(label).or_else(|| self.above(place)),
                    Origin::Inferred,
                )
            }
            Lead::Open | Lead::Passed(_) => {
                let near = self
                    .sheet
                    .tail_owner(own, self.tail(place), self.is_shape(place.block, Shape::ListItem))
                    .or(clause.topic)
                    .or_else(|| self.topic(front));
                if near.is_some() {
                    return (near, Origin::Stated);
                }
                if Layout::is_cell(&self.sheet, place.block) {
                    return (None, Origin::Stated);
                }
                let around = self
                    .front_owner(front, true)
                    .or_else(|| {
                        self.label(place.block).filter(|label| {
                            category == Category::Directive
                                && (self.sheet.lang() == Lang::Vi
                                    || self.sheet.is_owner(*label)
                                    || self.is_marked(place.block, *label))
                        })
                    })
                    .or_else(|| {
                        memory
                            .carried(&self.sheet, place, own.0)
                            .filter(|_| self.sheet.lang() == Lang::Vi || memory.same_sentence(&self.sheet, place))
                    })
                    .or_else(|| {
                        self.above(place).filter(|_| self.sheet.lang() == Lang::Vi || category == Category::Directive)
                    });
                match clause.lead {
                    Lead::Passed(name) if around.is_none() || !self.joined(name) => (Some(name), Origin::Stated),
                    _ => (around, Origin::Inferred),
                }
            }
        }
    }

    /// The body that a topic in front of the statement names: "Về phía X,".
    fn topic(&self, front: Range) -> Option<Range> {
        let after = (front.0..front.1).find_map(|index| self.sheet.phrase(Role::TopicFor, index, front.1))?;
        let name = self.sheet.first_name(after, front.1)?;
        (matches!(self.sheet.written(name.1), "," | ":") && !self.sheet.is_place(after)).then_some(name)
    }

    /// "Tại buổi làm việc với X,": whoever hears the request.
    fn audience(&self, front: Range) -> Option<Range> {
        let with = (front.0 + 2..front.1).find(|index| {
            self.sheet.written(*index) == "với"
                && matches!(
                    (self.sheet.written(index - 2).to_lowercase().as_str(), self.sheet.written(index - 1)),
                    ("làm", "việc") | ("trình", "bày") | ("kiến", "nghị") | ("đối", "thoại") | ("đề", "xuất")
                )
        })?;
        self.sheet.name(with + 1, front.1).filter(|name| name.solid).map(|name| name.range)
    }

    /// Whether a name means several bodies.
    fn joined(&self, name: Range) -> bool {
        self.sheet.name(name.0, name.1).is_some_and(|name| name.plural)
    }

    /// What stands between the statement's end and the next one.
    fn tail(&self, place: memory::Place) -> Range {
        let reading = self.sheet.reading;
        let Some(statement) = reading.statements.get(place.last) else { return (0, 0) };
        let end = reading.blocks.get(statement.block).map_or(statement.end, |block| block.end);
        let end = match reading.statements.get(place.last + 1) {
            // A name alone in brackets may have become a statement of its own.
            Some(next)
                if next.block == statement.block
                    && self.sheet.only_name(self.sheet.range(next.start, next.end)).is_some() =>
            {
                next.end
            }
            Some(next) => end.min(next.start),
            None => end,
        };
        self.sheet.range(statement.end, end.max(statement.end))
    }

    /// The body that the lead-in before the statement names: "Giao Sở X:", "Đối với Sở X:".
    fn front_owner(&self, front: Range, near: bool) -> Option<Range> {
        if front.0 >= front.1 {
            return None;
        }
        let dashed = self.sheet.lang() == Lang::En && matches!(self.sheet.written(front.1 - 1), "-" | "–" | "—" | ">");
        if dashed {
            return self.sheet.only_name(front).filter(|name| self.sheet.is_people(*name));
        }
        if self.sheet.written(front.1 - 1) == ":"
            && let Some(name) = self.sheet.only_name(front).or_else(|| self.sheet.nick(front.0, front.1 - 1))
            && (self.sheet.lang() == Lang::Vi || self.sheet.may_own(name))
        {
            return Some(name);
        }
        let lead = match self.sheet.lang() {
            Lang::Vi => {
                let category = Some(Category::Directive);
                Vietnamese {
                    sheet: &self.sheet,
                    start: front.0,
                    limit: front.1,
                    category,
                    speaker: None,
                    lead_in: true,
                }
                .read()
                .lead
            }
            Lang::En if near && self.commands(front) => {
                English { sheet: &self.sheet, start: front.0, limit: front.1, category: Some(Category::Directive) }
                    .read()
                    .lead
            }
            Lang::En => Lead::Open,
        };
        match lead {
            Lead::Named(name) | Lead::Passed(name) => Some(name),
            _ => None,
        }
    }

    /// Whether a lead-in holds an order or a duty, so that its subject is no topic.
    fn commands(&self, front: Range) -> bool {
        matches!(self.sheet.written(front.0), "[" | "(")
            || (front.0..front.1).any(|index| self.sheet.longest(&[Role::Order, Role::Duty], index, front.1) > 0)
    }

    fn is_shape(&self, block: usize, shape: Shape) -> bool {
        self.sheet.reading.blocks.get(block).is_some_and(|block| block.shape == shape)
    }

    /// The words of the last statement of a block, from its front on.
    fn last_statement(&self, block: usize) -> Option<Range> {
        let statements = &self.sheet.reading.statements;
        let after = statements.partition_point(|statement| statement.block <= block);
        let last = statements.get(after.checked_sub(1)?).filter(|statement| statement.block == block)?;
        Some((self.sheet.place(last.front), self.sheet.place(self.sheet.reading.blocks.get(block)?.end)))
    }

    /// The label of a turn: who speaks there, or who has the work.
    fn label(&self, block: usize) -> Option<Range> {
        let block = self.sheet.reading.blocks.get(block).filter(|block| block.shape == Shape::Turn)?;
        let (start, end) = self.sheet.range(block.label.0, block.label.1);
        let start = (start..end).find(|index| self.sheet.is_letters(*index))?;
        let end = (start..end).rev().find(|index| self.sheet.is_letters(*index) || self.sheet.is_digits(*index))? + 1;
        let marker = self.sheet.phrase(Role::Marker, start, end).filter(|_| self.sheet.lang() == Lang::En);
        let start = marker.and_then(|after| (after..end).find(|index| self.sheet.is_letters(*index))).unwrap_or(start);
        (self.sheet.phrase(Role::Marker, start, end) != Some(end)).then_some((start, end))
    }

    /// "Action Mark:": a mark of work before the label says that its words are people.
    fn is_marked(&self, block: usize, label: Range) -> bool {
        let own = self.sheet.reading.blocks.get(block).map(|block| self.sheet.range(block.label.0, block.label.1));
        own.is_some_and(|own| {
            (own.0..label.0)
                .any(|index| matches!(self.sheet.written(index).to_lowercase().as_str(), "action" | "ai" | "todo"))
        })
    }

    /// The heading or lead-in above that names the body.
    fn above(&self, place: memory::Place) -> Option<Range> {
        let blocks = &self.sheet.reading.blocks;
        let mut parent = self.layout.opening(place.block).or(blocks.get(place.block)?.parent);
        for _ in 0..4 {
            let block = blocks.get(parent?)?;
            let words = self.sheet.range(block.start, block.end);
            if words.0 == words.1
                && let Some(label) =
                    self.label(parent?).filter(|label| self.sheet.lang() == Lang::Vi || self.sheet.is_people(*label))
            {
                return Some(label);
            }
            let last = self.last_statement(parent?).unwrap_or(words);
            if let Some(name) = self.sheet.heading_name(words).or_else(|| self.front_owner(last, false)) {
                return Some(name);
            }
            parent = self.layout.opening(parent?).or(block.parent);
        }
        None
    }

    /// "phối hợp với …".
    fn support(&self, own: Range) -> Option<Range> {
        let end = (own.0..own.1).find_map(|index| self.sheet.phrase(Role::Support, index, own.1))?;
        match self.sheet.lang() {
            Lang::Vi => self.sheet.name(end, own.1).map(|name| name.range),
            Lang::En => self.sheet.noun(end, own.1, false).filter(|noun| noun.party).map(|noun| noun.range),
        }
    }

    fn party(&self, range: Range, origin: Origin) -> Party {
        let text = self.sheet.text(range).split_whitespace().collect::<Vec<_>>().join(" ");
        let key = key::of(&text, self.sheet.lang(), self.sheet.reading.own.as_ref());
        Party { key, text, span: Some(self.sheet.span(range)), origin }
    }
}
