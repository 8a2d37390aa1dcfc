//! What follows once somebody stands in subject position: orders, duties, speech.

use super::{NOUNS, Vietnamese};
use crate::analysis::actors::clause::{Clause, Lead};
use crate::analysis::actors::names::Name;
use crate::analysis::actors::sheet::{Range, Role};
use crate::analysis::model::Category;

impl Vietnamese<'_, '_> {
    pub(super) fn with_subject(&self, name: Name, weak: bool) -> Option<Clause> {
        let mut at = name.after;
        // An apposition: "Ông A, Chủ tịch UBND huyện, yêu cầu".
        if matches!(self.written(at), "," | "–" | "-")
            && let Some(apposition) = self.sheet.name(at + 1, self.limit)
            && self
                .order(self.skip(Role::Adverb, apposition.after + usize::from(self.written(apposition.after) == ",")))
                .is_some()
        {
            at = apposition.after + usize::from(self.written(apposition.after) == ",");
        }
        if matches!(self.written(at), "," | "-" | "–") && self.order(self.skip(Role::Adverb, at + 1)).is_some() {
            at += 1;
        }
        let verb = self.skip(Role::Adverb, at);
        if let Some(end) = self.order(verb) {
            let lead = self.addressee(verb, end);
            let done = self.passed(at, verb);
            let lead = match lead {
                _ if self.promises_to_ask(at, verb) => Lead::Named(name.range),
                Lead::Named(_) if self.keeps(verb, end, done, name) => Lead::Named(name.range),
                Lead::Unaddressed
                    if !name.person && self.below(name) && matches!(self.written(verb), "nhắc" | "gợi" | "mời") =>
                {
                    Lead::Named(name.range)
                }
                Lead::Unaddressed if self.passes_on(verb) && !name.person && self.written(verb) != "chỉ" => {
                    Lead::Named(name.range)
                }
                Lead::Unaddressed
                    if self.passes_on(verb)
                        && self.written(end) != ","
                        && (!name.person && self.below(name)
                            || self.speaker.is_none() && self.phrase(Role::Title, name.range.0).is_some()) =>
                {
                    Lead::Named(name.range)
                }
                lead => lead,
            };
            return Some(Clause { issuer: Some(name.range), lead, ..Clause::default() });
        }
        if let Some(lead) = self.recipient(verb) {
            return Some(Clause { issuer: Some(name.range), lead, obliged: true, ..Clause::default() });
        }
        if let Some((verb, end)) = self.letter(verb) {
            return Some(Clause { issuer: Some(name.range), lead: self.addressee(verb, end), ..Clause::default() });
        }
        if self.phrase(Role::Duty, at).is_some() || self.phrase(Role::Duty, verb).is_some() {
            let obliged = (at..=verb).any(|word| self.obliges(word));
            return Some(Clause { lead: self.chained(name, at), obliged, ..Clause::default() });
        }
        if self.phrase(Role::Says, verb).is_some() {
            return Some(Clause { issuer: Some(name.range), ..Clause::default() });
        }
        let proposes = self.category == Some(Category::Recommendation);
        if (name.person || proposes)
            && let Some((verb, end)) = self.later_order(verb)
        {
            let lead = self.addressee(verb, end);
            let joined = matches!(self.written(verb - 1), "và" | "," | "sẽ" | "thời") || self.written(verb - 2) == "và";
            if proposes || joined || matches!(lead, Lead::Named(_)) {
                return Some(Clause { issuer: Some(name.range), lead, ..Clause::default() });
            }
        }
        if proposes && (name.person || !self.opens_predicate(verb)) {
            return Some(Clause { issuer: Some(name.range), ..Clause::default() });
        }
        let opens = self.opens_predicate(at)
            || self.opens_predicate(verb)
            || (name.solid || name.person)
                && self.sheet.is_letters(at)
                && !self.sheet.is_capital(at)
                && self.sheet.longest(&NOUNS, at, self.limit) == 0
                && !matches!(self.written(at), "của" | "và" | "thì" | "là" | "bị" | "được" | "nào");
        let full = name.range.1 - name.range.0 > 2
            || self.phrase(Role::Opener, name.range.0).is_some()
            || self.sheet.is_capital(name.range.0);
        (opens && (weak || name.solid && full && self.opens_predicate(verb)))
            .then(|| Clause { lead: self.chained(name, at), ..Clause::default() })
    }

    /// "sẽ kiến nghị Thủ tướng": a task of whoever will ask.
    pub(super) fn promises_to_ask(&self, from: usize, order: usize) -> bool {
        self.category == Some(Category::Directive)
            && self.phrase(Role::Relay, order).is_none()
            && (from..order).any(|at| self.written(at) == "sẽ")
    }

    /// An order that a body below passes on, so that it may keep the work itself.
    pub(super) fn passes_on(&self, index: usize) -> bool {
        self.phrase(Role::Relay, index).is_some() && self.phrase(Role::FirmRelay, index).is_none()
    }

    /// An order later in the sentence of somebody who first does something else: "ghi nhận và sẽ giao …".
    pub(super) fn later_order(&self, index: usize) -> Option<(usize, usize)> {
        let order = (index + 1..self.limit.min(index + 25))
            .take_while(|at| !matches!(self.written(*at), ";" | ":" | "(" | "để"))
            .find(|at| {
                self.order(*at).is_some()
                    && !self.sheet.is_capital(*at)
                    && self.phrase(Role::Thing, *at).is_none_or(|thing| Some(thing) < self.order(*at))
            })?;
        self.order(order).map(|end| (order, end))
    }

    /// "ban hành văn bản yêu cầu", "gửi công văn đề nghị": the order in a letter.
    pub(super) fn letter(&self, index: usize) -> Option<(usize, usize)> {
        let order = (index + 1..self.limit.min(index + 18))
            .take_while(|at| !matches!(self.written(*at), "," | ";" | ":" | "("))
            .find(|at| self.order(*at).is_some() && !self.sheet.is_capital(*at))?;
        let written = (index..order).any(|at| {
            matches!(self.written(at), "văn" | "điện" | "công" | "thư" | "báo")
                && matches!(self.written(at + 1), "bản" | "văn" | "điện" | "yêu" | "đề" | "kiến" | "nghị")
        });
        written.then(|| self.order(order).map(|end| (order, end)))?
    }

    /// "gửi công văn tới A, giao chủ trì": an order to whoever gets the letter.
    fn recipient(&self, verb: usize) -> Option<Lead> {
        const LETTER: [&str; 12] =
            ["công", "văn", "bản", "thư", "điện", "tờ", "trình", "đơn", "tới", "đến", "cho", "lên"];
        let sends = (verb..self.limit.min(verb + 8)).find(|at| self.written(*at) == "gửi")?;
        let to = (sends + 1..self.limit).find(|at| !LETTER.contains(&self.written(*at)))?;
        let name = self.sheet.name(to, self.limit)?;
        let order = name.after + usize::from(self.written(name.after) == ",");
        let end = self.order(order)?;
        Some(match self.addressee(order, end) {
            Lead::Named(told) => Lead::Named(told),
            _ => Lead::Named(name.range),
        })
    }

    pub(super) fn passed(&self, from: usize, to: usize) -> bool {
        (from..to).any(|index| matches!(self.written(index), "đã" | "vừa"))
    }

    /// Whether somebody else speaks, so that the subject of "chỉ đạo" itself was told to act.
    pub(super) fn below(&self, subject: Name) -> bool {
        let last = |range: Range| self.sheet.written(range.1 - 1).to_lowercase();
        self.speaker.map_or(!subject.person, |speaker| last(speaker) != last(subject.range))
    }

    /// "A chỉ đạo B": A keeps the work where somebody above A speaks and B is no single body.
    pub(super) fn keeps(&self, order: usize, end: usize, done: bool, subject: Name) -> bool {
        self.below(subject)
            && self.phrase(Role::Title, subject.range.0).is_none()
            && !done
            && self.category == Some(Category::Directive)
            && self.passes_on(order)
            && self.sheet.name(self.skip(Role::Filler, end), self.limit).is_some_and(|name| self.is_vague(name))
    }

    /// Several bodies of a kind ("các đơn vị") rather than bodies named one by one.
    fn is_vague(&self, name: Name) -> bool {
        let first = name.range.0;
        let kind = self.phrase(Role::Body, first).map(|end| self.sheet.text((first, end)).to_lowercase());
        let kinds = ["cơ quan", "đơn vị", "địa phương", "lực lượng", "cán bộ", "ngành", "cấp", "bộ phận", "đảng viên"];
        name.plural && (self.phrase(Role::Opener, first).is_some() || kind.is_some_and(|kind| kinds.contains(&&*kind)))
    }

    /// Whoever acts where `name` is told to: itself, or the body to whom it passes a directive on.
    pub(super) fn chained(&self, name: Name, at: usize) -> Lead {
        if self.category != Some(Category::Directive) {
            return Lead::Named(name.range);
        }
        let mut verb = at;
        while let Some(end) = self
            .phrase(Role::Adverb, verb)
            .or_else(|| self.phrase(Role::Duty, verb))
            .or_else(|| self.phrase(Role::Manner, verb))
            .filter(|_| self.phrase(Role::Relay, verb).is_none())
        {
            verb = end;
        }
        let Some(end) = self.phrase(Role::Relay, verb) else { return Lead::Named(name.range) };
        if matches!(self.written(verb), "phân" | "đôn") {
            return Lead::Named(name.range);
        }
        match self.sheet.name(self.skip(Role::Filler, end), self.limit) {
            Some(next) if !self.is_vague(next) || !self.below(name) || !self.passes_on(verb) => Lead::Named(next.range),
            _ => Lead::Named(name.range),
        }
    }

    /// Whom the order at `order` with its end `end` addresses.
    pub(super) fn addressee(&self, order: usize, end: usize) -> Lead {
        let mut index = end;
        loop {
            let next = self.skip(Role::Filler, index);
            let next = if matches!(self.written(next), "\"" | "“" | ":" | ",") { next + 1 } else { next };
            if next == index {
                break;
            }
            index = next;
        }
        if self.written(index) == "được" {
            return Lead::Nobody;
        }
        if let Some(name) = self.sheet.name(index, self.limit) {
            return self.chained(name, name.after);
        }
        if let Some(name) = self.described(index).or_else(|| self.described_briefly(index)) {
            return Lead::Named(name.range);
        }
        if let Some(end) = self.phrase(Role::Title, index).filter(|end| self.predicate(*end)) {
            return Lead::Named((index, end));
        }
        // "giao công trình cho Sở X quản lý".
        if self.written(order).eq_ignore_ascii_case("giao") {
            let given = (index..self.limit.min(index + 10))
                .take_while(|at| self.sheet.is_letters(*at) || self.sheet.is_digits(*at))
                .find(|at| self.written(*at) == "cho");
            if let Some(name) = given.and_then(|at| self.sheet.name(at + 1, self.limit)) {
                return Lead::Named(name.range);
            }
        }
        // "yêu cầu đến tháng 4, UBND huyện phải …".
        if self.phrase(Role::Topic, index).is_some() {
            let mut fresh = false;
            for at in index..self.limit.min(index + 40) {
                if (fresh
                    || self.sheet.phrase(Role::Body, at, self.limit).is_some()
                    || self.sheet.phrase(Role::Opener, at, self.limit).is_some())
                    && let Some(name) = self.sheet.name(at, self.limit)
                    && (self.phrase(Role::Duty, name.after).is_some() || fresh && self.predicate(name.after))
                {
                    return self.chained(name, name.after);
                }
                fresh = self.bounds_clause(at);
            }
        }
        Lead::Unaddressed
    }
}
