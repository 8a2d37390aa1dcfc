//! What follows once somebody stands in subject position: commitments, orders, reports.

use super::English;
use crate::analysis::actors::clause::{Clause, Lead};
use crate::analysis::actors::nouns::Noun;
use crate::analysis::actors::sheet::Role;
use crate::analysis::model::Category;

impl English<'_, '_> {
    pub(super) fn with_subject(&self, subject: Noun, first: bool) -> Clause {
        let name = subject.range;
        let mut verb = subject.after;
        // "Kathleen, who is also …, will"
        if self.written(verb) == "," && self.lower(verb + 1) == "who" {
            verb = (verb + 2..self.limit.min(verb + 18))
                .find(|at| self.written(*at) == ",")
                .map_or(verb, |comma| comma + 1);
        }
        if first
            && subject.party
            && !subject.body
            && self.written(verb) == ","
            && (self.phrase(Role::Verb, verb + 1).is_some() || self.phrase(Role::Duty, verb + 1).is_some())
        {
            return Clause { lead: Lead::Named(name), ..Clause::default() };
        }
        let verb = self.skip_adverbs(verb);
        let party = subject.party;
        let duty = self.phrase(Role::Duty, verb);
        let order = self.phrase(Role::Order, verb).filter(|order| duty.is_none_or(|duty| *order > duty));
        if let Some(end) = order {
            let lead = self.addressee(verb, end);
            let told = matches!(lead, Lead::Named(name) if self.lower(name.1) == "to");
            // "Bob ask the bank to": a task of his, the verb as in a list of tasks.
            let bare = matches!(self.lower(verb).as_str(), "ask" | "tell" | "invite" | "remind" | "request");
            let one = subject.sure && !subject.body && name.1 == name.0 + 1;
            if party && bare && one && self.category == Some(Category::Directive) {
                return Clause { lead: Lead::Named(name), subject: Some(name), ..Clause::default() };
            }
            // "Ann asks the bank": a task of her own.
            if party
                && !told
                && self.category == Some(Category::Directive)
                && matches!(self.lower(verb).as_str(), "asks" | "tells" | "reminds" | "invites")
            {
                return Clause { lead: Lead::Named(name), subject: Some(name), ..Clause::default() };
            }
            return Clause { issuer: party.then_some(name), lead, ..Clause::default() };
        }
        if let Some(end) = duty {
            if self.is_passive(end) || end == verb + 1 && self.is_passive(verb) {
                return Clause {
                    lead: self.agent(end).or_else(|| self.referred(end)).unwrap_or(Lead::Nobody),
                    ..Clause::default()
                };
            }
            if self.category == Some(Category::Recommendation) && !self.obliges(verb) {
                return Clause { issuer: party.then_some(name), subject: party.then_some(name), ..Clause::default() };
            }
            let wish = self.skip_adverbs(end);
            let like = self.lower(verb) == "would"
                && matches!(self.lower(wish).as_str(), "like" | "love" | "prefer" | "appreciate" | "welcome");
            if like {
                return Clause { issuer: party.then_some(name), ..Clause::default() };
            }
            let moves = self.phrase(Role::Inanimate, end).is_some() && self.lower(name.1 - 1).ends_with('s');
            let agentive = [
                "agreed",
                "agrees",
                "volunteered",
                "volunteers",
                "offered",
                "offers",
                "promised",
                "undertook",
                "committed",
                "intends",
            ]
            .contains(&self.lower(verb).as_str());
            if !party && !agentive || moves && !subject.sure {
                return Clause { lead: if first { Lead::Nobody } else { Lead::Open }, ..Clause::default() };
            }
            return Clause { lead: Lead::Named(name), subject: Some(name), ..Clause::default() };
        }
        if matches!(self.lower(verb).as_str(), "told" | "tells") {
            let told = self.sheet.noun(verb + 1, self.limit, false).map_or(verb + 1, |noun| noun.after);
            return self.reported_from(subject, told);
        }
        if self.phrase(Role::Says, verb).is_some() {
            return self.reported(subject, verb);
        }
        if matches!(self.lower(verb).as_str(), "is" | "are" | "was" | "were" | "has" | "have" | "had") {
            if self.is_passive(verb) {
                let nobody = if first { Lead::Nobody } else { Lead::Open };
                return Clause {
                    lead: self.agent(verb).or_else(|| self.referred(verb)).unwrap_or(nobody),
                    ..Clause::default()
                };
            }
            let ing = self.lower(self.skip_adverbs(verb + 1)).ends_with("ing");
            let acts = party && self.category == Some(Category::Directive) && (ing || subject.sure);
            let lead = match (acts, first && !party) {
                (true, _) => Lead::Named(name),
                (false, true) => Lead::Nobody,
                _ => Lead::Open,
            };
            return Clause { lead, subject: (party && subject.sure).then_some(name), ..Clause::default() };
        }
        let present = self.sheet.is_letters(verb) && !self.sheet.is_capital(verb);
        let subjunctive =
            name.0.checked_sub(1).is_some_and(|before| self.sheet.written(before).eq_ignore_ascii_case("that"));
        let does = self.category == Some(Category::Directive) && first || self.category.is_some() && subjunctive;
        let noun_goes_on = !subject.sure
            && (self.phrase(Role::Duty, verb + 1).is_some()
                || matches!(self.lower(verb + 1).as_str(), "is" | "are" | "was" | "were" | "needs" | "need"));
        if noun_goes_on {
            let passive = self.is_passive(verb + 1)
                || self.phrase(Role::Duty, verb + 1).is_some_and(|duty| self.is_passive(duty));
            let lead =
                self.agent(verb + 1).filter(|_| passive).unwrap_or(if first { Lead::Nobody } else { Lead::Open });
            return Clause { lead, ..Clause::default() };
        }
        let later = (verb + 1..self.limit.min(verb + 5)).find(|at| {
            self.phrase(Role::Duty, *at).is_some_and(|duty| self.is_passive(duty))
                || self.written(*at) == "to" && self.is_passive(*at + 1)
        });
        if let Some(later) = later.filter(|_| !subject.body) {
            return Clause { lead: self.agent(later).unwrap_or(Lead::Nobody), ..Clause::default() };
        }
        let thing = self.phrase(Role::Thing, verb).is_some();
        let acts = subject.sure || !thing && ["s", "ing"].iter().any(|ending| self.written(verb).ends_with(ending));
        if party
            && !subject.body
            && does
            && matches!(self.written(verb), "-" | "–" | "—" | ":" | "=")
            && self.sheet.blank_before(verb + 1)
            && self.sheet.is_people(name)
        {
            return Clause { lead: Lead::Named(name), subject: Some(name), ..Clause::default() };
        }
        if party && present && acts && does {
            return Clause { lead: Lead::Named(name), subject: Some(name), ..Clause::default() };
        }
        Clause { subject: (party && subject.sure).then_some(name), ..Clause::default() }
    }

    /// "were referred to the directors": whoever gets the work.
    pub(super) fn referred(&self, from: usize) -> Option<Lead> {
        let to = (from + 1..self.limit.min(from + 5)).find(|index| self.lower(*index) == "to")?;
        let given = matches!(
            self.lower(to - 1).as_str(),
            "referred"
                | "remitted"
                | "delegated"
                | "assigned"
                | "left"
                | "passed"
                | "handed"
                | "given"
                | "entrusted"
                | "suggested"
        );
        given.then(|| self.party_at(to + 1)).flatten().map(Lead::Named)
    }

    /// What somebody said: the subject of the clause after "that"; a pronoun there means the one who says it.
    pub(super) fn reported(&self, subject: Noun, verb: usize) -> Clause {
        self.reported_from(subject, self.phrase(Role::Says, verb).unwrap_or(verb + 1))
    }

    pub(super) fn reported_from(&self, subject: Noun, from: usize) -> Clause {
        let mut at = from;
        let issuer = subject.party.then_some(subject.range);
        if self.lower(at) == "that" {
            at += 1;
        }
        let inner = self.clause_at(at, false);
        let plain = at == from && self.written(at - 1).ends_with('s') && self.category == Some(Category::Directive);
        let lead = match inner.lead {
            Lead::Before | Lead::Speaker if subject.party => Lead::Named(subject.range),
            // "Ann announces the freeze": what she will do.
            Lead::Open if plain && subject.party => Lead::Named(subject.range),
            lead => lead,
        };
        Clause { issuer, lead, subject: issuer, ..Clause::default() }
    }

    /// Whom the order at `order` with its end `end` addresses.
    pub(super) fn addressee(&self, order: usize, end: usize) -> Lead {
        let mut at = end;
        let mut clause = false;
        for _ in 0..2 {
            if matches!(self.lower(at).as_str(), "that" | "if" | "whether" | "for" | "to" | "with" | "on") {
                clause |= matches!(self.lower(at).as_str(), "that" | "if" | "whether");
                at += 1;
            }
        }
        if matches!(self.lower(at).as_str(), "it" | "there") {
            return Lead::Nobody;
        }
        if self.phrase(Role::ThirdPronoun, at).is_some() {
            return Lead::Before;
        }
        if self.phrase(Role::GroupPronoun, at).is_some() {
            let told = self.lower(at) != "us" || self.lower(at + 1) == "to";
            return if told { Lead::Named((at, at + 1)) } else { Lead::Unaddressed };
        }
        let firm = self.phrase(Role::FirmOrder, order).is_some();
        if matches!(self.lower(at).as_str(), "can" | "could" | "would" | "should")
            && let Some(name) = self.party_at(at + 1)
        {
            return Lead::Named(name);
        }
        let Some(noun) = self.sheet.noun(at, self.limit, false) else { return Lead::Unaddressed };
        let told = matches!(self.lower(noun.after).as_str(), "to" | "not" | "about")
            && self.phrase(Role::Opener, noun.after + 1).is_none()
            || noun.body && self.lower(noun.after) == "for" && self.lower(order).starts_with("ask");
        let obliged = self.phrase(Role::Duty, noun.after).is_some();
        if noun.party
            && noun.sure
            && (told || obliged || clause || !firm && self.sheet.is_letters(noun.after))
            && !self.is_passive_after(noun.after)
        {
            return Lead::Named(noun.range);
        }
        // "asked plot holders to lift": whatever stands between an order and "to" is told.
        let simple = firm && told && noun.range.1 - noun.range.0 <= 5 && self.lower(noun.after) == "to";
        if simple && self.phrase(Role::Thing, noun.range.1 - 1).is_none() {
            return Lead::Named(noun.range);
        }
        let from = (end..self.limit.min(end + 12)).find(|at| self.lower(*at) == "from");
        match from.and_then(|from| self.party_at(from + 1)).filter(|_| firm) {
            Some(name) => Lead::Named(name),
            None => Lead::Unaddressed,
        }
    }

    /// "… that the rule be printed", "should be sent".
    pub(super) fn is_passive_after(&self, index: usize) -> bool {
        self.is_passive(index) || self.phrase(Role::Duty, index).is_some_and(|duty| self.is_passive(duty))
    }
}
