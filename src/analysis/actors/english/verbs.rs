//! Verb groups: obligation, the passive, and pronouns before them.

use super::English;
use crate::analysis::actors::clause::{Clause, Lead};
use crate::analysis::actors::sheet::Role;
use crate::analysis::model::Category;

impl English<'_, '_> {
    pub(super) fn pronoun(&self, lead: Lead, start: usize, end: usize) -> Clause {
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
    pub(super) fn obliges(&self, index: usize) -> bool {
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
    pub(super) fn is_passive(&self, index: usize) -> bool {
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

    pub(super) fn is_participle(&self, index: usize) -> bool {
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
    pub(super) fn agent(&self, from: usize) -> Option<Lead> {
        let by = (from..self.limit.min(from + 12)).find(|index| self.lower(*index) == "by")?;
        let name = self.party_at(by + 1)?;
        // "by June".
        let date = name.1 == name.0 + 1 && self.phrase(Role::Thing, name.0).is_some();
        (!date).then_some(Lead::Named(name))
    }
}
