//! Reads a Vietnamese statement: subject, order and addressee, chains of orders, topics in front.

mod nominals;
mod subjects;

use super::clause::{Clause, Lead};
use super::sheet::{Range, Role, Sheet};
use crate::analysis::model::Category;

/// How far into a statement a clause may start, in words.
const REACH: usize = 90;

/// What opens a predicate.
const PREDICATES: [Role; 4] = [Role::Duty, Role::Manner, Role::Verb, Role::Support];

/// What a predicate or an order may start with.
const STARTS: [Role; 9] = [
    Role::Order,
    Role::Relay,
    Role::Duty,
    Role::Manner,
    Role::Verb,
    Role::Says,
    Role::Support,
    Role::Adverb,
    Role::SelfPronoun,
];

/// What follows a subject but is no verb.
const NOUNS: [Role; 6] = [Role::Thing, Role::Inner, Role::Body, Role::Office, Role::Opener, Role::Link];

/// Compounds that hold no name.
const COMPOUNDS: [Role; 5] = [Role::Thing, Role::Verb, Role::Manner, Role::Topic, Role::Inner];

/// Reads one statement.
pub struct Vietnamese<'s, 'a> {
    /// The words.
    pub sheet: &'s Sheet<'a>,
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub limit: usize,
    /// What the statement does; a mere report where it is no item.
    pub category: Option<Category>,
    /// It stands above or before the item: only orders and duties count.
    pub lead_in: bool,
    /// Who speaks, as far as known.
    pub speaker: Option<Range>,
}

impl Vietnamese<'_, '_> {
    /// Reads the statement.
    pub fn read(&self) -> Clause {
        let start = self.start;
        let mut clause = Clause { topic: self.topic(start), ..Clause::default() };
        if let Some(lead) = self.meant(start) {
            return Clause { lead, ..clause };
        }
        let (mut index, mut fresh, mut bare) = (start, true, self.lead_in);
        let mut in_front = self.phrase(Role::Topic, start).is_some();
        while index < self.limit.min(start + REACH) {
            if fresh {
                fresh = false;
                let at = self.after_connectives(index);
                if let Some(read) = self.clause_at(at, !self.lead_in && at == start || !bare) {
                    clause.issuer = clause.issuer.or(read.issuer);
                    let read = match (read.lead, clause.issuer) {
                        (Lead::Speaker, Some(speaker)) => Clause { lead: Lead::Named(speaker), ..read },
                        _ => read,
                    };
                    if read.lead != Lead::Open {
                        (clause.lead, clause.obliged) = (read.lead, read.obliged || read.issuer.is_some());
                        return clause;
                    }
                }
                bare |= self.opens_predicate(at) && !in_front;
            }
            if let Some(end) = self.phrase(Role::Says, index).filter(|_| index > start) {
                (index, fresh) = (end, true);
                continue;
            }
            if let Some(lead) = self.given(index) {
                clause.lead = lead;
                return clause;
            }
            // Commas inside a list of names start no clause; in a topic in front they may.
            let name = if in_front {
                self.sheet.first_name(index, self.limit).map(|name| name.1)
            } else {
                self.sheet.name(index, self.limit).map(|name| name.after)
            };
            if in_front
                && let Some(name) = self.sheet.name(index, self.limit).filter(|name| name.solid)
                && self.sheet.first_name(index, self.limit) == Some(name.range)
                && let at = self.skip(Role::Adverb, name.after)
                && !self.passed(name.after, at)
                && (self.phrase(Role::Manner, at).is_some()
                    || self.phrase(Role::Manner, name.after).is_some()
                    || self.obliges(name.after)
                    || self.obliges(at))
            {
                return Clause { lead: self.chained(name, name.after), ..clause };
            }
            if let Some(after) = name {
                index = after.max(index + 1);
                continue;
            }
            fresh = self.bounds_clause(index);
            in_front &= !fresh;
            // A compound is passed whole: "văn bản" holds no hamlet.
            index += self.sheet.longest(&COMPOUNDS, index, self.limit).max(1);
        }
        clause
    }

    /// "đường truyền giao Sở X làm", "việc này tôi sẽ …": inside a clause.
    fn given(&self, index: usize) -> Option<Lead> {
        if let Some(end) = self.phrase(Role::SelfPronoun, index)
            && (matches!(self.written(end), "sẽ" | "xin" | "nhận" | "hứa")
                || index > 0 && self.sheet.written(index - 1).eq_ignore_ascii_case("để"))
        {
            return Some(Lead::Speaker);
        }
        if self.written(index) == "sẽ"
            && self.written(index + 1) == "được"
            && let Some(name) = self.sheet.name(index + 2, self.limit)
        {
            return Some(Lead::Named(name.range));
        }
        if index > self.start
            && matches!(self.written(index), "đề" | "yêu" | "kiến")
            && !matches!(
                self.written(index - 1),
                "các" | "những" | "theo" | "của" | "về" | "việc" | "có" | "," | "và" | "số"
            )
            && let Some(end) = self.order(index)
            && let Some(name) = self.sheet.name(end, self.limit)
            && self.predicate(name.after)
        {
            return Some(self.chained(name, name.after));
        }
        if let Some(lead) = self.promised(index) {
            return Some(lead);
        }
        let given = self.phrase(Role::Duty, index).filter(|_| self.written(index) == "được");
        let end = given.or(self.phrase(Role::FirmRelay, index).filter(|_| self.order(index).is_some()))?;
        let name = self.sheet.name(self.skip(Role::Filler, end), self.limit)?;
        self.predicate(name.after).then(|| self.chained(name, name.after))
    }

    /// "… công ty sẽ kiểm tra", "bà sẽ áp dụng": a promise inside a clause.
    fn promised(&self, index: usize) -> Option<Lead> {
        let bound = index <= self.start
            || self.sheet.is_capital(index)
            || matches!(
                self.written(index - 1),
                "của"
                    | "do"
                    | "mà"
                    | "với"
                    | "cho"
                    | "tại"
                    | "các"
                    | "những"
                    | "và"
                    | ","
                    | "bởi"
                    | "để"
                    | "về"
                    | "khi"
            );
        if bound || self.category != Some(Category::Directive) {
            return None;
        }
        let promises =
            |at: usize| self.written(at) == "sẽ" && self.opens_predicate(at + 1) && self.written(at + 1) != "được";
        if let Some(end) = self.phrase(Role::ThirdPronoun, index).filter(|end| promises(*end)) {
            return Some(self.third((index, end)));
        }
        let name = self.sheet.name(index, self.limit).filter(|name| name.solid && !name.plural)?;
        promises(name.after).then_some(Lead::Named(name.range))
    }

    fn written(&self, index: usize) -> &str {
        if index < self.limit { self.sheet.written(index) } else { "" }
    }

    fn phrase(&self, role: Role, index: usize) -> Option<usize> {
        self.sheet.phrase(role, index, self.limit)
    }

    fn opens_predicate(&self, index: usize) -> bool {
        self.sheet.longest(&PREDICATES, index, self.limit) > 0
    }

    fn bounds_clause(&self, index: usize) -> bool {
        matches!(self.written(index), "," | ";" | ":" | "“" | "\"" | "–")
            || matches!(self.written(index).to_lowercase().as_str(), "thì" | "rằng" | "là" | "nhưng" | "và" | "nên")
    }

    /// Past "đồng thời", "cũng", quotes and the like.
    fn after_connectives(&self, mut index: usize) -> usize {
        while index < self.limit {
            let next = match self.written(index).to_lowercase().as_str() {
                "\"" | "“" | "(" | "cũng" | "thì" | "rằng" | "còn" | "nhất" | "sau" if self.written(index) != "sau" => {
                    index + 1
                }
                "đồng" if self.written(index + 1) == "thời" => index + 2,
                "vì" | "do" if matches!(self.written(index + 1), "vậy" | "đó" | "thế") => index + 2,
                _ => break,
            };
            index = next;
        }
        index
    }

    /// The body that a topic in front names: "Đối với Sở X, …".
    fn topic(&self, start: usize) -> Option<Range> {
        let after = self.phrase(Role::TopicFor, start)?;
        let name = self.sheet.first_name(after, self.limit)?;
        matches!(self.written(name.1), "," | ":").then_some(name)
    }

    /// "Về phía X cũng cần …".
    fn meant(&self, start: usize) -> Option<Lead> {
        let after = self.phrase(Role::TopicFor, start)?;
        let name = self.sheet.name(after, self.limit)?;
        let duty = if self.written(name.after) == "cũng" { name.after + 1 } else { name.after };
        self.obliges(duty).then(|| self.chained(name, name.after))
    }

    /// "phải", "cần", "sẽ", "nên".
    fn obliges(&self, index: usize) -> bool {
        matches!(self.written(index), "phải" | "cần" | "sẽ" | "nên")
    }

    /// The clause that starts at `index`, where it names who acts. A weak predicate ("kiểm tra", not "phải") counts
    /// only in a clause that is the first or follows a topic.
    fn clause_at(&self, index: usize, weak: bool) -> Option<Clause> {
        let body = self.sheet.longest(&[Role::Body, Role::Office, Role::Title], index, self.limit);
        if let Some(end) = self.order(index).filter(|end| end - index >= body) {
            let addressee = self.addressee(index, end);
            let obliged = matches!(addressee, Lead::Named(_));
            let lead = match addressee {
                Lead::Named(_)
                    if self.written(index).eq_ignore_ascii_case("đôn")
                        || self.written(index).to_lowercase() == "đôn" =>
                {
                    Lead::Open
                }
                Lead::Named(name) if self.passes_on(index) => Lead::Passed(name),
                Lead::Unaddressed if self.passes_on(index) || self.is_task(index) => Lead::Open,
                lead => lead,
            };
            return Some(Clause { lead, obliged, ..Clause::default() });
        }
        let verb = self.skip(Role::Adverb, index);
        let opens = index == self.start || self.said(index);
        if verb > index && opens {
            if let Some(end) = self.order(verb).filter(|_| !self.promises_to_ask(index, verb)) {
                return Some(Clause { lead: self.addressee(verb, end), ..Clause::default() });
            }
            if (index..verb).any(|at| self.written(at) == "sẽ") {
                return Some(Clause { lead: Lead::Speaker, ..Clause::default() });
            }
        }
        if opens
            && matches!(self.written(index).to_lowercase().as_str(), "hứa" | "cam" | "xin" | "xung" | "nhận")
            && self.phrase(Role::Duty, index).is_some()
            && self.phrase(Role::Topic, index).is_none()
        {
            return Some(Clause { lead: Lead::Speaker, ..Clause::default() });
        }
        if let Some(end) = self.phrase(Role::Opener, index)
            && let Some(after) = self.order(end)
            && matches!(self.written(end), "mong" | "muốn" | "xin" | "đề" | "yêu")
        {
            return Some(Clause { lead: self.addressee(end, after), ..Clause::default() });
        }
        if let Some(end) = self.phrase(Role::SelfPronoun, index) {
            let at = self.skip(Role::Adverb, end);
            if let Some(end) = self.order(at) {
                return Some(Clause { lead: self.addressee(at, end), ..Clause::default() });
            }
            return self.predicate(end).then(|| Clause { lead: Lead::Speaker, ..Clause::default() });
        }
        if let Some(name) = self.subject(index) {
            let read = self.with_subject(name, weak);
            return read.or_else(|| self.described(index).and_then(|name| self.with_subject(name, weak)));
        }
        let title = self.phrase(Role::Title, index).filter(|end| self.order(self.skip(Role::Adverb, *end)).is_some());
        let pronoun = self.phrase(Role::ThirdPronoun, index).or(title)?;
        let at = self.skip(Role::Adverb, pronoun);
        match self.order(at).filter(|_| !self.promises_to_ask(pronoun, at)) {
            Some(end) => Some(Clause { lead: self.addressee(at, end), ..Clause::default() }),
            None => self.predicate(pronoun).then(|| Clause { lead: self.third((index, pronoun)), ..Clause::default() }),
        }
    }

    /// A proposal that is itself the work: "đề xuất phương án".
    fn is_task(&self, index: usize) -> bool {
        self.category == Some(Category::Directive)
            && self.written(index).eq_ignore_ascii_case("đề")
            && self.written(index + 1) == "xuất"
    }

    /// A verb of saying ends right before `index`.
    fn said(&self, index: usize) -> bool {
        (1..=3).any(|back| index >= self.start + back && self.phrase(Role::Says, index - back) == Some(index))
    }

    /// "ông", "bà": whoever speaks, unless the title of the speaker says otherwise.
    fn third(&self, pronoun: Range) -> Lead {
        let (own, other) = (self.written(pronoun.0).to_lowercase(), ["ông", "bà"]);
        let title = self.speaker.map(|speaker| self.sheet.written(speaker.0).to_lowercase());
        let differs =
            title.is_none_or(|title| other.contains(&own.as_str()) && other.contains(&title.as_str()) && title != own);
        if differs { Lead::Named(pronoun) } else { Lead::Speaker }
    }

    fn predicate(&self, index: usize) -> bool {
        self.opens_predicate(index) || self.opens_predicate(self.skip(Role::Adverb, index))
    }

    /// An order at `index`, not the noun ("yêu cầu của …").
    fn order(&self, index: usize) -> Option<usize> {
        let end = self.phrase(Role::Order, index)?;
        let promise = self.phrase(Role::Duty, index).is_some_and(|duty| duty > end);
        let inside = self.sheet.longest(&[Role::Inner, Role::Thing], index, self.limit) > end - index
            && !self.sheet.is_capital(end);
        (!matches!(self.written(end), "của" | "về" | "trên" | "này" | "đó") && !promise && !inside).then_some(end)
    }

    fn skip(&self, role: Role, mut index: usize) -> usize {
        while let Some(end) = self.phrase(role, index) {
            index = end;
        }
        index
    }
}
