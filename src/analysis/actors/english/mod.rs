//! Reads an English statement: subject and verb, reporting clauses, order and addressee, owners inside.

mod subjects;
mod verbs;

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
        if let Some(you) = self.reader().filter(|_| clause.lead == Lead::Open) {
            clause.lead = Lead::Named(you);
        }
        clause
    }

    /// "Let Ann know if you can come": an order to whoever reads it.
    fn reader(&self) -> Option<Range> {
        let at = self.opening(self.start);
        let orders = self.phrase(Role::Verb, at).is_some() || matches!(self.lower(at).as_str(), "let" | "tell" | "if");
        let you = (at..self.limit.min(at + REACH)).find(|index| self.lower(*index) == "you")?;
        let asked = matches!(self.lower(you.checked_sub(1)?).as_str(), "if" | "when" | "what" | "whether");
        (orders && asked && self.category.is_some()).then_some((you, you + 1))
    }

    /// "to be done by X", "assigned to X", and after a circumstance without comma "we must", "the provider must".
    fn given(&self, index: usize) -> Option<Lead> {
        if self.lower(index) == "be" && self.is_passive(index) {
            return self.agent(index);
        }
        if self.lower(index).ends_with("assigned") && self.lower(index + 1) == "to" {
            return self.party_at(index + 2).map(Lead::Named);
        }
        if self.lower(index) == "for"
            && self.category.is_some()
            && self.phrase(Role::Verb, self.opening(self.start)).is_none()
            && let Some(name) = self.party_at(index + 1)
            && self.lower(name.1) == "to"
            && self.phrase(Role::Verb, name.1 + 1).is_some()
        {
            return Some(Lead::Named(name));
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
            let before = self.sheet.written(index.saturating_sub(1));
            let after_circumstance = before == "," && self.phrase(Role::Topic, self.start).is_some();
            if !first && !matches!(before, "that" | "if" | "whether") && !after_circumstance && index > self.start + 4 {
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
        if first
            && self.lower(index) == "would"
            && let Some(end) = self.phrase(Role::Order, index)
        {
            return Clause { lead: self.addressee(index, end), ..Clause::default() };
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
        // A clause in front tells when, not who.
        let in_front = matches!(
            self.lower(index).as_str(),
            "when"
                | "once"
                | "if"
                | "as"
                | "because"
                | "since"
                | "after"
                | "before"
                | "until"
                | "while"
                | "although"
                | "unless"
        );
        match self.subject(index).filter(|_| !in_front) {
            Some(subject) => self.with_subject(subject, first),
            None => Clause::default(),
        }
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
}
