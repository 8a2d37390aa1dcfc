//! Who stands in subject position: names with what describes them, and people or bodies described without a name.

use super::{STARTS, Vietnamese};
use crate::analysis::actors::names::Name;
use crate::analysis::actors::sheet::Role;
use crate::analysis::words::Case;

impl Vietnamese<'_, '_> {
    /// A name in subject position, or one capitalised word before a predicate.
    pub(super) fn subject(&self, index: usize) -> Option<Name> {
        let apposed = self.apposed(index).or_else(|| self.whichever(index));
        let name = apposed.or_else(|| self.sheet.name(index, self.limit).map(|name| self.extended(name)));
        name.or_else(|| self.described(index)).or_else(|| {
            let known = self.sheet.longest(
                &[
                    Role::Order,
                    Role::Duty,
                    Role::Manner,
                    Role::Verb,
                    Role::Topic,
                    Role::Adverb,
                    Role::Says,
                    Role::Filler,
                    Role::SelfPronoun,
                    Role::ThirdPronoun,
                    Role::Thing,
                    Role::Support,
                    Role::Inner,
                    Role::Opener,
                    Role::Link,
                ],
                index,
                self.limit,
            );
            (known == 0
                && self.sheet.is_capital(index)
                && (self.sheet.is_person(index)
                    && self.sheet.is_letters(index + 1)
                    && self.sheet.word(index).is_some_and(|word| word.case == Case::Title)
                    || self.phrase(Role::Duty, index + 1).is_some()
                        && self
                            .sheet
                            .word(index)
                            .is_some_and(|word| word.case == Case::Upper && word.end - word.start > 2)))
            .then_some(Name { range: (index, index + 1), after: index + 1, plural: false, person: true, solid: false })
        })
    }

    /// "Tiến - team DA nghiên cứu": a given name with its team.
    fn apposed(&self, index: usize) -> Option<Name> {
        let dash = index + 1;
        let given =
            index == self.start && self.sheet.is_capital(index) && self.sheet.longest(&STARTS, index, self.limit) == 0;
        if !given
            || !matches!(self.written(dash), "-" | "–")
            || self.sheet.longest(&[Role::Body, Role::Thing, Role::Topic], index, self.limit) > 0
        {
            return None;
        }
        let team = self.sheet.name(dash + 1, self.limit).map(|name| self.extended(name)).filter(|name| name.solid)?;
        self.predicate(team.after).then_some(Name { range: (index, team.range.1), person: true, ..team })
    }

    /// "Bộ nào còn giữ hồ sơ thì phải": whoever meets a condition.
    fn whichever(&self, index: usize) -> Option<Name> {
        let body = self.phrase(Role::Body, index)?;
        let which =
            (body..self.limit.min(body + 4)).find(|at| !self.sheet.is_letters(*at) || self.written(*at) == "nào")?;
        if self.written(which) != "nào" {
            return None;
        }
        let end = (which + 1..self.limit.min(which + 16))
            .take_while(|at| !matches!(self.written(*at), "," | ";" | ":"))
            .find(|at| self.written(*at) == "thì" || self.obliges(*at))?;
        let after = end + usize::from(self.written(end) == "thì");
        let obliged = (end..self.limit.min(end + 7)).any(|at| self.obliges(at));
        obliged.then_some(Name { range: (index, end), after, plural: true, person: false, solid: true })
    }

    /// "Những nơi có điều kiện … cần": an opener and its noun up to a word of duty.
    pub(super) fn described(&self, index: usize) -> Option<Name> {
        let noun = self.phrase(Role::Opener, index)?;
        if self.phrase(Role::Thing, noun).is_some() || self.phrase(Role::Topic, index).is_some_and(|topic| topic > noun)
        {
            return None;
        }
        let mut words = (noun + 1..self.limit.min(noun + 18))
            .take_while(|at| self.sheet.is_letters(*at) || self.written(*at) == ",");
        let end = words.find(|at| self.obliges(*at) || self.phrase(Role::Manner, *at).is_some())?;
        Some(Name { range: (index, end), after: end, plural: true, person: false, solid: true })
    }

    /// "các lò ngừng đốt": an opener and a few words up to a verb.
    pub(super) fn described_briefly(&self, index: usize) -> Option<Name> {
        let noun = self.phrase(Role::Opener, index)?;
        if self.phrase(Role::Thing, noun).is_some() || self.opens_predicate(noun) {
            return None;
        }
        let mut words = (noun + 1..self.limit.min(noun + 5)).take_while(|at| self.sheet.is_letters(*at));
        let end = words.find(|at| self.opens_predicate(*at))?;
        Some(Name { range: (index, end), after: end, plural: true, person: false, solid: true })
    }

    /// "Ban QLDA các công trình giao thông chủ trì": words that describe a body, up to a word of duty.
    fn extended(&self, name: Name) -> Name {
        let known = name.solid || name.range.1 > name.range.0 + 1;
        if !known || self.sheet.longest(&STARTS, name.after, self.limit) > 0 {
            return name;
        }
        let circumstance = self.phrase(Role::Topic, name.after).is_some();
        let mut words = (name.after + 1..self.limit.min(name.after + 8))
            .take_while(|at| self.sheet.is_letters(*at) && !matches!(self.written(*at), "thì" | "và"));
        // "nên cần" draws a conclusion.
        let concludes = |at: usize| self.written(at) == "nên" && self.obliges(at + 1);
        let end = words.find(|at| self.phrase(Role::Duty, *at).is_some()).filter(|at| !concludes(*at));
        let others = [Role::Says, Role::ThirdPronoun, Role::SelfPronoun, Role::Body, Role::Office];
        let plain = |end: usize| {
            (name.after + 1..end).all(|at| {
                self.order(at).is_none() && (self.sheet.longest(&others, at, self.limit) == 0 || !circumstance)
            })
        };
        match end.filter(|end| plain(*end)) {
            Some(end) if circumstance => Name { after: end, ..name },
            Some(end) => Name { range: (name.range.0, end), after: end, ..name },
            None => name,
        }
    }
}
