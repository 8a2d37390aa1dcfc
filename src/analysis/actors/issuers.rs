//! Who gives an order or asks for something: whoever the statement names so, or whoever speaks there.

use super::Finder;
use super::clause::{Clause, Lead};
use super::memory::{Memory, Place};
use super::sheet::{Range, Role};
use crate::analysis::blocks::Shape;
use crate::analysis::model::{Category, Lang, Origin};
use crate::analysis::words::{Case, Word};

impl Finder<'_> {
    /// The issuer of an item whose words are `own`; `stated` is the one that they name.
    pub(super) fn issuer(
        &self,
        category: Category,
        clause: &Clause,
        stated: Option<Range>,
        own: Range,
        place: Place,
        memory: &Memory,
    ) -> Option<(Range, Origin)> {
        if self.sheet.lang() == Lang::Vi {
            let issuer = stated.map(|issuer| (issuer, Origin::Stated));
            let (issuer, origin) = issuer.or(memory.speaker.map(|speaker| (speaker, Origin::Inferred)))?;
            return Some((self.offices.full_name(&self.sheet, issuer).unwrap_or(issuer), origin));
        }
        let acts = |name: Range| clause.lead == Lead::Named(name);
        let named = stated.filter(|name| !acts(*name));
        // Minutes record work; only an order in so many words has somebody who gives it.
        if category == Category::Directive {
            return named.filter(|name| self.orders(name.1)).map(|name| (name, Origin::Stated));
        }
        let subject = clause.subject.filter(|name| !acts(*name) && name.0 <= own.0 + 2 && self.sheet.is_people(*name));
        if let Some(name) = named.or(subject).or_else(|| self.asked_by(own)) {
            return Some((name, Origin::Stated));
        }
        let third = self.sheet.phrase(Role::ThirdPronoun, own.0, own.1).is_some() && clause.lead != Lead::Before;
        let carried = || {
            let turn = memory.speaker.filter(|name| self.is_shape(place.block, Shape::Turn) && self.speaks(*name));
            turn.or_else(|| memory.person(place.block, 1).filter(|_| third))
        };
        if let Some(name) = carried() {
            return Some((name, Origin::Inferred));
        }
        let pronoun = self.sheet.longest(&[Role::SelfPronoun, Role::GroupPronoun], own.0, own.1);
        let own_name = (own.0, own.0 + 1);
        (pronoun > 0 && self.orders(own.0 + pronoun)).then_some((own_name, Origin::Stated))
    }

    /// Whether a label names people, be it by initials.
    fn speaks(&self, label: Range) -> bool {
        let initials = |word: &Word| word.case == Case::Upper && word.end - word.start <= 3;
        self.sheet.is_people(label) || label.1 == label.0 + 1 && self.sheet.word(label.0).is_some_and(initials)
    }

    /// Whether an order, request or proposal stands at `index`, past adverbs.
    fn orders(&self, mut index: usize) -> bool {
        while let Some(end) = self.sheet.phrase(Role::Adverb, index, self.sheet.len()) {
            index = end;
        }
        self.sheet.phrase(Role::Order, index, self.sheet.len()).is_some()
    }

    /// "cho phép …", "được hỗ trợ …": only whoever was asked before can grant it.
    pub(super) fn granting(&self, category: Category, own: Range, place: Place, memory: &Memory) -> Option<Range> {
        let grants = (own.0..own.1).any(|index| {
            matches!(
                (self.sheet.written(index).to_lowercase().as_str(), self.sheet.written(index + 1)),
                ("cho", "phép") | ("hỗ", "trợ") | ("để", "lại") | ("cho", "triển")
            )
        });
        let asks = self.sheet.lang() == Lang::Vi && category == Category::Recommendation;
        memory.asked(place.block).filter(|_| asks && grants)
    }

    /// "It was suggested by Ann that …".
    fn asked_by(&self, own: Range) -> Option<Range> {
        let by = (own.0 + 1..own.1.min(own.0 + 24)).find(|index| {
            self.sheet.written(*index) == "by"
                && matches!(
                    self.sheet.written(index - 1),
                    "suggested" | "requested" | "proposed" | "recommended" | "asked"
                )
        })?;
        self.sheet.noun(by + 1, own.1, false).filter(|noun| noun.party && noun.sure).map(|noun| noun.range)
    }
}
