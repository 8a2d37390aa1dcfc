//! Reads an English statement: subject and verb, reporting clauses, order and addressee, owners inside.

use super::clause::{Clause, Lead};
use super::nouns::Noun;
use super::sheet::{Range, Role, Sheet};
use crate::analysis::model::Category;

/// How far into a statement a clause may start, in words.
const REACH: usize = 60;

/// Reads one statement.
pub struct English<'s, 'a> {
    /// The words.
    pub sheet: &'s Sheet<'a>,
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub limit: usize,
    /// What the statement does; a mere report where it is no item.
    pub category: Option<Category>,
}

impl English<'_, '_> {
    /// Reads the statement.
    pub fn read(&self) -> Clause {
        let mut clause = Clause::default();
        let mut unaddressed = false;
        let (mut index, mut fresh) = (self.start, true);
        while index < self.limit.min(self.start + REACH) {
            if fresh {
                fresh = false;
                let at = self.opening(index);
                let read = self.clause_at(at, at <= self.start + 2 || index == self.start);
                clause.issuer = clause.issuer.or(read.issuer);
                clause.subject = clause.subject.or(read.subject);
                if read.lead == Lead::Unaddressed {
                    unaddressed = true;
                } else if read.lead != Lead::Open {
                    clause.lead = read.lead;
                    return clause;
                }
                if at > index {
                    index = at;
                }
            }
            if let Some(lead) = self.given(index) {
                clause.lead = lead;
                return clause;
            }
            fresh = self.bounds_clause(index);
            index += 1;
        }
        if unaddressed {
            clause.lead = Lead::Unaddressed;
        }
        clause
    }

    /// "to be done by X", "assigned to X", and after a circumstance without comma "we must", "the provider must".
    fn given(&self, index: usize) -> Option<Lead> {
        if self.lower(index) == "be" && self.is_passive(index) {
            return self.agent(index);
        }
        if self.lower(index).ends_with("assigned") && self.lower(index + 1) == "to" {
            return self.party_at(index + 2).map(Lead::Named);
        }
        let needs = self.phrase(Role::GroupPronoun, index).is_some() && self.lower(index + 1) == "need";
        if needs && index < self.start + 8 && self.category == Some(Category::Directive) {
            return Some(Lead::Named((index, index + 1)));
        }
        let circumstance =
            self.phrase(Role::Topic, self.start).is_some() && index > self.start && index < self.start + 14;
        if !circumstance {
            return None;
        }
        let group = self.phrase(Role::GroupPronoun, index).map(|end| ((index, index + 1), end));
        let noun = || {
            let noun = self.sheet.noun(index, self.limit, false).filter(|noun| noun.party && noun.sure)?;
            Some((noun.range, noun.after))
        };
        let (name, after) = group.or_else(noun)?;
        let verb = self.skip_adverbs(after);
        let obliged = matches!(
            self.lower(verb).as_str(),
            "must" | "should" | "will" | "shall" | "has" | "have" | "need" | "needs" | "to"
        ) && self.obliges(verb);
        let duty = self.phrase(Role::Duty, verb)?;
        (obliged && !self.is_passive(duty)).then_some(Lead::Named(name))
    }

    fn written(&self, index: usize) -> &str {
        if index < self.limit { self.sheet.written(index) } else { "" }
    }

    fn lower(&self, index: usize) -> String {
        self.written(index).to_lowercase()
    }

    fn phrase(&self, role: Role, index: usize) -> Option<usize> {
        self.sheet.phrase(role, index, self.limit)
    }

    fn bounds_clause(&self, index: usize) -> bool {
        let dash = matches!(self.written(index), "-" | "–" | "—")
            && self.sheet.blank_before(index)
            && self.sheet.blank_before(index + 1);
        dash || matches!(self.written(index), "," | ";" | ":" | ">" | "\"" | "(" | "“")
            || matches!(self.written(index), "and" | "so" | "but" | "that" | "then")
    }

    /// Past brackets, quotes and reporting clauses without a subject ("It was agreed that").
    fn opening(&self, mut index: usize) -> usize {
        for _ in 0..4 {
            let before = index;
            while matches!(self.written(index), "\"" | "“" | "'" | "(" | "[" | "~") {
                index += 1;
            }
            if let Some(end) = self.phrase(Role::Marker, index).filter(|end| {
                matches!(self.written(*end), ":" | "," | "-" | "–")
                    || self.sheet.is_capital(*end) && self.sheet.is_capital(index)
            }) {
                index = end;
                while matches!(self.written(index), ":" | "," | "-" | "–") {
                    index += 1;
                }
            }
            if let Some(end) = self.phrase(Role::Reported, index) {
                index = end;
                while matches!(self.written(index), ":" | "," | "\"" | "“") {
                    index += 1;
                }
            }
            if matches!(
                self.lower(index).as_str(),
                "also"
                    | "then"
                    | "so"
                    | "and"
                    | "but"
                    | "however"
                    | "therefore"
                    | "please"
                    | "additionally"
                    | "finally"
                    | "maybe"
                    | "perhaps"
            ) {
                index += 1;
                while self.written(index) == "," {
                    index += 1;
                }
            }
            if index == before {
                break;
            }
        }
        index
    }

    fn skip_adverbs(&self, mut index: usize) -> usize {
        while let Some(end) = self.phrase(Role::Adverb, index) {
            index = end;
        }
        index
    }

    /// The clause that starts at `index`.
    fn clause_at(&self, index: usize, first: bool) -> Clause {
        if let Some(end) = self.phrase(Role::SelfPronoun, index) {
            return self.pronoun(Lead::Speaker, index, end);
        }
        if let Some(end) = self.phrase(Role::GroupPronoun, index) {
            if !first
                && !matches!(self.sheet.written(index.saturating_sub(1)), "that" | "if" | "whether")
                && index > self.start + 4
            {
                return Clause::default();
            }
            let last = index + 1;
            return self.pronoun(Lead::Named((index, last)), index, end);
        }
        if let Some(end) = self.phrase(Role::ThirdPronoun, index) {
            return self.pronoun(Lead::Before, index, end);
        }
        if self.lower(index) == "you" {
            return self.pronoun(Lead::Named((index, index + 1)), index, index + 1);
        }
        if let Some(end) = self.phrase(Role::Order, index).filter(|end| end - index >= 3 && self.lower(index) == "it") {
            return Clause { lead: self.addressee(index, end), ..Clause::default() };
        }
        if let Some(end) = self.phrase(Role::It, index) {
            let verb = self.skip_adverbs(end);
            let duty = self.phrase(Role::Duty, verb).is_some() || self.written(index).contains('\'');
            return Clause { lead: if duty && first { Lead::Nobody } else { Lead::Open }, ..Clause::default() };
        }
        if matches!(
            self.lower(index).as_str(),
            "can" | "could" | "would" | "should" | "shall" | "will" | "may" | "do" | "does" | "did"
        ) && let Some(party) = self.party_at(index + 1)
            && self.sheet.is_letters(party.1)
        {
            return Clause { lead: Lead::Named(party), ..Clause::default() };
        }
        if self.lower(index) == "to"
            && let Some(end) = self.phrase(Role::FirmOrder, index + 1)
        {
            let lead = self.addressee(index + 1, end);
            if matches!(lead, Lead::Named(_)) {
                return Clause { lead, ..Clause::default() };
            }
        }
        if first && let Some(duty) = self.phrase(Role::Duty, index) {
            if self.is_passive(duty) {
                return Clause { lead: self.agent(duty).unwrap_or(Lead::Nobody), ..Clause::default() };
            }
            let dropped = self.lower(index) != "to" && self.category == Some(Category::Directive);
            return Clause { lead: if dropped { Lead::Dropped } else { Lead::Open }, ..Clause::default() };
        }
        let told = ["ed", "s", "ing"].iter().any(|ending| self.lower(index).ends_with(ending));
        let told = told || self.lower(index) == "would" && self.lower(index + 1) == "like";
        if first
            && told
            && let Some(end) = self.phrase(Role::Order, index)
        {
            return Clause { lead: self.addressee(index, end), ..Clause::default() };
        }
        // "zed to order a kit": a nick written small.
        if first
            && self.category == Some(Category::Directive)
            && matches!(self.lower(index + 1).as_str(), "to" | "will")
            && !self.is_passive(index + 1)
            && let Some(nick) = self.sheet.nick(index, index + 1)
        {
            return Clause { lead: Lead::Named(nick), ..Clause::default() };
        }
        match self.subject(index) {
            Some(subject) => self.with_subject(subject, first),
            None => Clause::default(),
        }
    }

    fn pronoun(&self, lead: Lead, start: usize, end: usize) -> Clause {
        let contracted = matches!(self.written(start + 1), "'" | "’");
        let mut verb = self.skip_adverbs(end);
        if contracted
            && self.written(start + 2) == "d"
            && matches!(self.lower(start + 3).as_str(), "like" | "love" | "prefer")
        {
            return Clause { lead: self.addressee(start + 3, start + 4), ..Clause::default() };
        }
        if matches!(
            self.lower(verb).as_str(),
            "think" | "thought" | "believe" | "suggest" | "feel" | "guess" | "propose" | "wonder" | "recommend"
        ) && lead == Lead::Speaker
        {
            let inner =
                self.clause_at(verb + 1 + usize::from(matches!(self.lower(verb + 1).as_str(), "that" | "if")), false);
            return Clause {
                lead: if inner.lead == Lead::Open { Lead::Unaddressed } else { inner.lead },
                ..Clause::default()
            };
        }
        verb = self.skip_adverbs(verb);
        if let Some(order) =
            self.phrase(Role::Order, verb).filter(|end| self.phrase(Role::Duty, verb).is_none_or(|duty| *end > duty))
        {
            return Clause { lead: self.addressee(verb, order), ..Clause::default() };
        }
        if let Some(duty) = self.phrase(Role::Duty, verb)
            && self.is_passive(duty)
        {
            return Clause { lead: self.agent(duty).unwrap_or(Lead::Nobody), ..Clause::default() };
        }
        let modal = contracted || self.obliges(verb);
        let acts = modal
            || self.category == Some(Category::Directive)
                && (lead != Lead::Before || self.phrase(Role::Duty, verb).is_some());
        Clause { lead: if acts { lead } else { Lead::Open }, ..Clause::default() }
    }

    /// A modal verb: what is asked of its subject, not what the subject wants.
    fn obliges(&self, index: usize) -> bool {
        let own = [
            "want",
            "wants",
            "hope",
            "hopes",
            "plan",
            "plans",
            "intends",
            "offered",
            "offers",
            "wish",
            "wishes",
            "try",
            "tries",
            "aims",
            "volunteered",
        ];
        self.phrase(Role::Duty, index).is_some_and(|end| {
            let wish = self.skip_adverbs(end);
            let proposes = self.category == Some(Category::Recommendation);
            let wishes = self.lower(index) == "would"
                && (proposes
                    || matches!(
                        self.lower(wish).as_str(),
                        "like" | "love" | "prefer" | "appreciate" | "welcome" | "rather" | "be"
                    ));
            !own.contains(&self.lower(index).as_str()) && !wishes && self.lower(end - 1) != "like"
        })
    }

    /// "be" and a participle from `index` on.
    fn is_passive(&self, index: usize) -> bool {
        let mut at = self.skip_adverbs(index);
        if self.lower(at) == "not" {
            at = self.skip_adverbs(at + 1);
        }
        if self.lower(at) == "have" && self.lower(at + 1) == "been" {
            at += 1;
        }
        if !matches!(self.lower(at).as_str(), "be" | "been" | "get" | "is" | "are" | "was" | "were" | "being") {
            return false;
        }
        let verb = self.skip_adverbs(at + 1);
        self.is_participle(verb)
    }

    fn is_participle(&self, index: usize) -> bool {
        let word = self.lower(index);
        let regular = word.len() > 3
            && word.ends_with("ed")
            && !matches!(word.as_str(), "need" | "interested" | "involved" | "pleased");
        regular
            || matches!(
                word.as_str(),
                "sent"
                    | "made"
                    | "done"
                    | "held"
                    | "given"
                    | "taken"
                    | "put"
                    | "set"
                    | "built"
                    | "bought"
                    | "sold"
                    | "paid"
                    | "found"
                    | "kept"
                    | "left"
                    | "brought"
                    | "written"
                    | "drawn"
                    | "shown"
                    | "known"
                    | "chosen"
                    | "spent"
                    | "met"
                    | "read"
                    | "run"
                    | "cut"
                    | "got"
                    | "gotten"
                    | "told"
                    | "sought"
                    | "thought"
                    | "laid"
                    | "hung"
                    | "lent"
                    | "led"
                    | "split"
                    | "shut"
                    | "reset"
                    | "rewritten"
                    | "redone"
                    | "overseen"
                    | "seen"
                    | "begun"
                    | "forwarded"
                    | "undertaken"
                    | "turned"
            )
    }

    /// "by X" after a passive.
    fn agent(&self, from: usize) -> Option<Lead> {
        let by = (from..self.limit.min(from + 12)).find(|index| self.lower(*index) == "by")?;
        let name = self.party_at(by + 1)?;
        Some(Lead::Named(name))
    }

    /// A person, body or kind of people that starts at `index`.
    fn party_at(&self, index: usize) -> Option<Range> {
        if let Some(end) = self.phrase(Role::GroupPronoun, index) {
            return Some((index, end));
        }
        if self.lower(index) == "you" || matches!(self.lower(index).as_str(), "us" | "them" | "him") {
            return Some((index, index + 1));
        }
        self.sheet.noun(index, self.limit, false).filter(|noun| noun.party && noun.sure).map(|noun| noun.range)
    }

    /// A name in subject position with its verb.
    fn subject(&self, index: usize) -> Option<Noun> {
        let noun = self.sheet.noun(index, self.limit, self.opens(index))?;
        Some(self.with_relative(noun))
    }

    /// "Everyone who has not paid should", "anyone interested must": up to the word of duty.
    fn with_relative(&self, noun: Noun) -> Noun {
        if !matches!(
            self.lower(noun.after).as_str(),
            "who"
                | "whose"
                | "willing"
                | "interested"
                | "present"
                | "that"
                | "wanting"
                | "wishing"
                | "from"
                | "with"
                | "attending"
                | "using"
        ) || !noun.body
        {
            return noun;
        }
        let duty = (noun.after + 2..self.limit.min(noun.after + 12))
            .find(|at| matches!(self.written(*at), "should" | "must" | "will" | "can" | "may" | "are" | "is"));
        duty.map_or(noun, |duty| Noun { range: (noun.range.0, duty), after: duty, ..noun })
    }

    /// Whether the word at `index` is the first of a sentence.
    fn opens(&self, index: usize) -> bool {
        index == self.start
            || index.checked_sub(1).is_none_or(|before| {
                matches!(
                    self.sheet.written(before),
                    "." | ":" | ";" | "?" | "!" | "-" | "+" | "\"" | "“" | ")" | "]" | "–" | "—" | "#" | "|"
                )
            })
    }

    fn with_subject(&self, subject: Noun, first: bool) -> Clause {
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
        let acts = subject.sure || ["s", "ing"].iter().any(|ending| self.written(verb).ends_with(ending));
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
    fn referred(&self, from: usize) -> Option<Lead> {
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
    fn reported(&self, subject: Noun, verb: usize) -> Clause {
        self.reported_from(subject, self.phrase(Role::Says, verb).unwrap_or(verb + 1))
    }

    fn reported_from(&self, subject: Noun, from: usize) -> Clause {
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
    fn addressee(&self, order: usize, end: usize) -> Lead {
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
    fn is_passive_after(&self, index: usize) -> bool {
        self.is_passive(index) || self.phrase(Role::Duty, index).is_some_and(|duty| self.is_passive(duty))
    }
}
