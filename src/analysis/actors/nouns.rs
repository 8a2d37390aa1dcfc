//! English noun phrases: lists of names, or determiners and words up to a head, ending before a verb.

use super::sheet::{Range, Role, Sheet};
use crate::analysis::words::Case;

/// Longest noun phrase, in words.
const LONGEST: usize = 16;

/// A noun phrase found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Its words.
    pub range: Range,
    /// Where the text goes on, past brackets and links.
    pub after: usize,
    /// A person, body or kind of people, not a thing.
    pub party: bool,
    /// Known as such beyond the capital at the start of a sentence.
    pub sure: bool,
    /// A body or kind of people rather than people by name.
    pub body: bool,
}

/// Roles of words that no name at the start of a sentence has.
const COMMON: [Role; 13] = [
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
    Role::Reported,
    Role::Verb,
    Role::GroupPronoun,
];

/// Roles of words that end a noun phrase.
const VERBAL: [Role; 7] =
    [Role::Duty, Role::Order, Role::Says, Role::Adverb, Role::SelfPronoun, Role::GroupPronoun, Role::ThirdPronoun];

/// Words that end a noun phrase where no name follows.
const PREPOSITIONS: [&str; 18] = [
    "of", "for", "from", "at", "in", "on", "with", "about", "to", "into", "between", "during", "through", "over",
    "under", "without", "via", "per",
];

impl Sheet<'_> {
    /// The noun phrase that starts at `start`; `opens` where a sentence begins there, so that a capital says little.
    pub fn noun(&self, start: usize, limit: usize, opens: bool) -> Option<Noun> {
        let limit = limit.min(start + LONGEST);
        let small = self.is_letters(start) && !self.is_capital(start);
        let verb = self.longest(&[Role::Verb, Role::Adverb, Role::Topic, Role::Duty], start, limit) > 0
            || self.written(start).ends_with("ing") && self.phrase(Role::Body, start, limit).is_none();
        if small && verb && !self.is_person(start) && self.phrase(Role::Opener, start, limit).is_none() {
            return None;
        }
        // "Posting the list", "Expected fix": a verb in front.
        let participle = opens && self.is_capital(start) && self.is_participial(start);
        let titled = |at: usize| self.longest(&[Role::Body, Role::Title], at, limit) > 0;
        let office = titled(start) || self.is_capital(start + 1) && titled(start + 1);
        if participle && !office && !self.is_person(start) {
            return None;
        }
        let mut noun = Noun { range: (start, start), after: start, party: false, sure: false, body: false };
        let mut plain = 0;
        let mut index = start;
        let mut named = None;
        while index < limit {
            let end = noun.range.1;
            if self.written(index) == "(" || self.written(index) == "]" {
                let Some(next) = self.past_aside(index, limit) else { break };
                index = next;
                noun.after = index;
                continue;
            }
            if self.is_capital(index) {
                if !self.names(index, limit, opens && index == start, &mut noun) && index == start {
                    return None;
                }
                index += 1;
            } else if self.is_digits(index) && index == end && index > start && !self.blank_before(index) {
                index += 1;
            } else if index > start && (self.is_verbal(index, limit, plain, &noun) || self.does(start, index, &noun)) {
                break;
            } else if let Some(next) = self.phrase(Role::Body, index, limit) {
                (noun.party, noun.sure, noun.body) = (true, true, true);
                index = next;
            } else if let Some(next) = self.phrase(Role::Opener, index, limit) {
                index = next;
            } else if self.written(index) == "@" || self.is_person(index) && plain == 0 && !self.is_capital(index) {
                (noun.party, noun.sure) = (true, true);
                index += if self.written(index) == "@" { 2 } else { 1 };
            } else if let Some(next) = self.joint(index, limit, end > start, noun.party) {
                // "Ann Lee of the police": what follows a full name only tells where the person belongs.
                let full = end > start + 1 && (start..end).all(|at| self.is_capital(at)) && !noun.body;
                if full && matches!(self.written(index), "of" | "from" | "at") {
                    named = named.or(Some(end));
                }
                index = next;
                continue;
            } else if PREPOSITIONS.contains(&self.written(index)) {
                break;
            } else if self.is_letters(index) && (plain < 4 || !noun.party) && plain < 6 {
                if self.phrase(Role::Thing, index, limit).is_some() || noun.body && self.heads_nothing(index, limit) {
                    if noun.body {
                        break;
                    }
                    noun.party = false;
                    noun.sure = false;
                }
                plain += 1;
                index += 1;
            } else {
                break;
            }
            noun.range.1 = index;
            noun.after = index;
        }
        noun.range.1 = named.unwrap_or(noun.range.1);
        let all =
            matches!(self.written(start).to_lowercase().as_str(), "all" | "both" | "each" | "anyone" | "everyone");
        if all && noun.range.1 == start + 1 {
            (noun.party, noun.sure, noun.body) = (true, true, true);
        }
        (noun.range.1 > start).then_some(noun)
    }

    /// "asked that management notify residents": a bare verb right after a body that the sentence does not begin with.
    fn does(&self, start: usize, index: usize, noun: &Noun) -> bool {
        let that =
            start.checked_sub(1).is_some_and(|before| matches!(self.written(before), "that" | "recommend" | "suggest"));
        that && noun.body && self.phrase(Role::Verb, index, index + 1).is_some()
    }

    fn is_participial(&self, index: usize) -> bool {
        let word = self.written(index);
        word.len() > 5 && (word.ends_with("ing") || word.ends_with("ed"))
    }

    /// Takes a capitalised word into a phrase; tells whether it may be part of one.
    fn names(&self, index: usize, limit: usize, opens: bool, noun: &mut Noun) -> bool {
        let abbreviated = self.word(index).is_some_and(|word| word.case == Case::Upper && word.end - word.start > 1);
        let known = self.is_person(index) || abbreviated;
        let body = self.phrase(Role::Body, index, limit).is_some();
        let title = self.phrase(Role::Title, index, limit).is_some();
        let verb = self.phrase(Role::Verb, index, limit).is_some();
        if opens {
            let before_duty = self.longest(&[Role::Duty], index + 1, limit) > 0 || self.is_capital(index + 1) && !verb;
            if verb && !(known && before_duty) {
                return false;
            }
            let thing = self.phrase(Role::Thing, index, limit).is_some();
            let name = known || self.is_name(index, limit);
            noun.party = (body || title || name) && !thing;
            noun.sure = (body || title || known || name && self.is_capital(index + 1)) && !thing;
        } else {
            let thing = self.phrase(Role::Thing, index, limit).is_some() && !known;
            noun.party |= !thing;
            noun.sure |= !thing;
        }
        noun.body |= body && !title;
        true
    }

    /// A capitalised word at the start of a sentence that is no common word.
    pub fn is_name(&self, index: usize, limit: usize) -> bool {
        let abstract_noun = [
            "tion", "tions", "ment", "ments", "ity", "ness", "ship", "ance", "ence", "ing", "ings", "ics", "ware",
            "als", "ies",
        ];
        let word = self.written(index);
        self.is_capital(index)
            && self.longest(&COMMON, index, limit) == 0
            && !self.is_common(index)
            && !(word.len() > 5 && abstract_noun.iter().any(|ending| word.ends_with(ending)))
    }

    /// Past a remark in brackets or the second half of a link.
    fn past_aside(&self, index: usize, limit: usize) -> Option<usize> {
        let (open, close) = match (self.written(index), self.written(index + 1)) {
            ("(", _) => (index, ")"),
            ("]", "[") => (index + 1, "]"),
            ("]", "(") => (index + 1, ")"),
            ("]", _) => return Some(index + 1),
            _ => return None,
        };
        (open..self.len().min(limit.max(open + 30))).find(|at| self.written(*at) == close).map(|close| close + 1)
    }

    /// Past a word that joins two parts of a phrase, where another part follows.
    fn joint(&self, index: usize, limit: usize, begun: bool, party: bool) -> Option<usize> {
        let next = index + 1;
        if !begun || next >= limit {
            return None;
        }
        match self.written(index) {
            "," | "and" | "&" | "/" | "+" | "or" => {
                let next = if self.written(index) == "," && self.written(next) == "and" { next + 1 } else { next };
                let more = self.is_capital(next)
                    || matches!(self.written(next), "@" | "[")
                    || self.is_person(next)
                    || self.longest(&[Role::Opener, Role::Body], next, limit) > 0;
                more.then_some(if self.written(next) == "[" { next + 1 } else { next })
            }
            "." if self.is_capital(next) && self.written(index - 1).len() <= 4 => Some(next),
            "'" | "’" | "-" | "_" | "." if !self.blank_before(next) && !self.blank_before(index) => Some(next),
            "of" | "for" | "from" | "at" | "in" => {
                let after = self.phrase(Role::Opener, next, limit).unwrap_or(next);
                let named = self.is_capital(after) || self.phrase(Role::Body, after, limit).is_some();
                (party && named).then_some(next)
            }
            _ => None,
        }
    }

    /// Whether a verb or a clause begins at `index`, after the words of `noun`.
    fn is_verbal(&self, index: usize, limit: usize, plain: usize, noun: &Noun) -> bool {
        let written = self.written(index);
        let verb = self.longest(&VERBAL, index, limit) > 0 && !matches!(written, "all" | "need" | "direct")
            || matches!(
                written,
                "is" | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "does"
                    | "do"
                    | "did"
                    | "who"
                    | "which"
                    | "that"
                    | "if"
                    | "when"
                    | "not"
                    | "be"
                    | "been"
                    | "because"
                    | "as"
                    | "until"
                    | "by"
                    | "before"
                    | "after"
                    | "so"
            );
        let after_name = plain == 0
            && !noun.body
            && self.is_capital(index - 1)
            && self.phrase(Role::Opener, index - 1, limit).is_none()
            && self.is_letters(index)
            && self.longest(&[Role::Body, Role::Opener], index, limit) == 0
            && !matches!(written, "and" | "or" | "of" | "for" | "from" | "at" | "in");
        verb || after_name
    }

    /// After the head of a body: a word that is not followed by another head is its verb.
    fn heads_nothing(&self, index: usize, limit: usize) -> bool {
        (index + 1..limit.min(index + 3)).all(|at| self.phrase(Role::Body, at, limit).is_none())
    }
}
