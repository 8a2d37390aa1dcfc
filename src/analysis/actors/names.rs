//! Names of bodies and people in running Vietnamese text: where one that starts at a word ends.

use super::sheet::{Range, Role, Sheet};
use crate::analysis::words::{Case, Kind};

/// A name found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words.
    pub range: Range,
    /// Where the text goes on: past a remark in brackets that belongs to it.
    pub after: usize,
    /// Several bodies, or a kind of them ("các sở", "A và B").
    pub plural: bool,
    /// A person with a title, or an office.
    pub person: bool,
    /// Not merely a capitalised word: it holds a body, office, title or opener.
    pub solid: bool,
}

/// Words that end a name: what a predicate may start with.
const STOPS: [Role; 9] = [
    Role::Order,
    Role::Relay,
    Role::Duty,
    Role::Manner,
    Role::Verb,
    Role::Says,
    Role::Support,
    Role::Adverb,
    Role::Topic,
];

/// All roles that a small word after a capitalised one may have by itself.
const ALL: [Role; 16] = [
    Role::Order,
    Role::Relay,
    Role::Duty,
    Role::Manner,
    Role::Verb,
    Role::Says,
    Role::Support,
    Role::Adverb,
    Role::Topic,
    Role::Filler,
    Role::Link,
    Role::Inner,
    Role::Body,
    Role::Office,
    Role::Opener,
    Role::Thing,
];

/// Small words that are part of no name.
const FUNCTION_WORDS: [&str; 33] = [
    "mà", "thì", "là", "và", "của", "để", "cho", "bị", "được", "nào", "rồi", "như", "nếu", "khi", "hay", "hoặc", "này",
    "đó", "kia", "ấy", "không", "chưa", "chỉ", "gồm", "do", "bởi", "vì", "ở", "với", "cùng", "theo", "nhưng", "dù",
];

/// Longest name, in words.
const LONGEST: usize = 60;

impl Sheet<'_> {
    /// The name that starts at `start`: a body, office or person with what joins to it.
    pub fn name(&self, start: usize, limit: usize) -> Option<Name> {
        let limit = limit.min(start + LONGEST);
        // "bản thân" only stresses the name.
        let stressed = self.written(start).eq_ignore_ascii_case("bản") && self.written(start + 1) == "thân";
        let start = if stressed { start + 2 } else { start };
        let (mut index, mut plural) = self.openers(start, limit);
        let mut part = self.part(index, limit, index > start)?;
        let person = self.phrase(Role::Title, index, limit).or(self.phrase(Role::Office, index, limit)).is_some();
        let solid = person || index > start || self.phrase(Role::Body, index, limit).is_some();
        let mut end = part.end;
        plural |= self.lists(index, end);
        while let Some(next) = self.joined(part.after, limit) {
            let opened = self.openers(next, limit);
            let Some(more) = self.part(opened.0, limit, opened.0 > next) else { break };
            index = opened.0;
            plural = true;
            end = more.end;
            part = Part { after: more.after.max(index + 1), ..more };
        }
        Some(Name { range: (start, end), after: part.after, plural, person, solid })
    }

    /// The first part of the name that starts at `start`, without what joins to it.
    pub fn first_name(&self, start: usize, limit: usize) -> Option<Range> {
        let (index, _) = self.openers(start, limit);
        self.part(index, limit, index > start).map(|part| (start, part.end))
    }

    /// Whether a part of a name holds further bodies ("Sở A và Sở B", "các huyện").
    fn lists(&self, start: usize, end: usize) -> bool {
        (start + 1..end).any(|index| {
            matches!(self.written(index), "," | "và")
                && self.longest(&[Role::Body, Role::Office, Role::Opener, Role::Title], index + 1, end) > 0
        })
    }

    /// Skips "các", "toàn thể", "4" before a name; tells whether they mean several.
    fn openers(&self, start: usize, limit: usize) -> (usize, bool) {
        let mut index = start;
        let mut plural = false;
        while index < start + 5 {
            if let Some(end) = self.phrase(Role::Opener, index, limit) {
                plural |=
                    !matches!(self.written(index).to_lowercase().as_str(), "phía" | "đại" | "một" | "tập" | "bản");
                index = end;
            } else if self.is_digits(index) && self.phrase(Role::Body, index + 1, limit).is_some() {
                plural = true;
                index += 1;
            } else {
                break;
            }
        }
        (index, plural)
    }

    /// One part of a list of names.
    fn part(&self, start: usize, limit: usize, opened: bool) -> Option<Part> {
        let title = self.phrase(Role::Title, start, limit).map(|end| end + usize::from(self.written(end) == "."));
        let title = title.filter(|end| *end < limit && self.is_capital(*end));
        let body = self.longest(&[Role::Body, Role::Office], start, limit);
        let stop = self.longest(&STOPS, start, limit).max(self.longest(&[Role::Thing], start, limit));
        let mut index = if let Some(end) = title {
            (end..limit).find(|at| !self.is_capital(*at)).unwrap_or(limit)
        } else if body > stop
            || body > 0
                && body == stop
                && (opened || self.is_capital(start) && !self.opens(start) || self.names_on(start + body, limit))
        {
            start + body
        } else if self.is_proper(start, limit) {
            self.compound(start, limit)
        } else if opened {
            start + Some(self.longest(&[Role::Inner], start, limit)).filter(|inner| *inner > 0 && *inner >= stop)?
        } else {
            return None;
        };
        // "những khu …": places do nothing.
        let place = opened && body == 1 && self.written(start) == "khu" && !self.is_capital(index);
        if self.written(index) == "nào" || place {
            return None;
        }
        let mut part = Part { end: index, after: index };
        while index < limit {
            let inner = self.longest(&[Role::Inner, Role::Body, Role::Office], index, limit);
            let stop = self.longest(&STOPS, index, limit);
            if self.is_capital(index) {
                index = self.compound(index, limit);
            } else if self.is_digits(index) && index == part.end && !self.counts(index, limit) {
                index += 1;
            } else if inner > stop
                || stop > 0 && stop == inner && self.is_named_by_verb(start, start + body, index, inner, limit)
            {
                index += inner;
            } else if stop > 0 && !self.splits_name(index) {
                let named = self.located(index, limit, opened).or_else(|| self.worded(index, inner, limit));
                let working = || self.working(index, limit).filter(|_| body > 0 && index == start + body);
                let Some(next) = named.or_else(working) else { break };
                index = next;
            } else if let Some(next) = self.goes_on_small(start, index, limit) {
                index = next;
            } else if let Some(next) = self.inside(index, limit, opened) {
                index = next;
                continue;
            } else if self.written(index) == "(" {
                let Some(close) = (index..limit.min(index + 16)).find(|close| self.written(*close) == ")") else {
                    break;
                };
                index = close + 1;
                part.after = index;
                continue;
            } else {
                break;
            }
            part = Part { end: index, after: index };
        }
        Some(part)
    }

    /// Whether the verb at `index` belongs to the name that starts at `start`, whose head ends at `head`: the work of an
    /// office before a capital, or that of a section.
    fn is_named_by_verb(&self, start: usize, head: usize, index: usize, inner: usize, limit: usize) -> bool {
        let office = self.phrase(Role::Office, start, limit).is_some() && self.is_capital(index + inner);
        office || index == head && self.is_section(start, index) && self.goes_to_verb(index + inner, limit)
    }

    /// "từng đồng chí trong Ban Thường vụ": the place of several, up to the body that is named there.
    fn located(&self, index: usize, limit: usize, opened: bool) -> Option<usize> {
        let at = self.phrase(Role::Link, index, limit).filter(|_| opened)?;
        let (head, _) = self.openers(at, limit);
        let body = self.longest(&[Role::Body, Role::Office], head, limit);
        (body > 0 && body >= self.longest(&STOPS, head, limit) && self.phrase(Role::Thing, head, limit).is_none())
            .then_some(head + body)
    }

    /// "giáo viên phụ trách và giáo viên bộ môn": a word of work inside a name, where the list of names goes on.
    fn worded(&self, index: usize, inner: usize, limit: usize) -> Option<usize> {
        let end = index + inner;
        let next = (inner > 0).then(|| self.joined(end, limit)).flatten()?;
        let (head, _) = self.openers(next, limit);
        (self.longest(&[Role::Body, Role::Office], head, limit) > self.longest(&STOPS, head, limit)).then_some(end)
    }

    /// "Phòng triển khai sẽ": the work after which a section is named, before a word of duty.
    fn working(&self, index: usize, limit: usize) -> Option<usize> {
        let end = self.phrase(Role::Verb, index, limit)?;
        let works = self.longest(&[Role::Duty, Role::Adverb, Role::Order, Role::Manner], index, limit) == 0;
        (works && matches!(self.written(end), "sẽ" | "phải" | "cần")).then_some(end)
    }

    /// "Hội Cựu chiến binh Việt Nam": small words inside a name before its last capital.
    fn goes_on_small(&self, start: usize, index: usize, limit: usize) -> Option<usize> {
        let small = |at: usize| {
            self.is_letters(at)
                && !self.is_capital(at)
                && self.longest(&ALL, at, limit) == 0
                && !FUNCTION_WORDS.contains(&self.written(at))
        };
        let end = (index..limit.min(index + 5)).find(|at| !small(*at))?;
        let named = self.is_capital(end)
            && (self.is_capital(index - 1) || self.is_capital(index - 2))
            && self.longest(&[Role::Title, Role::Office, Role::Thing], end, limit) == 0;
        (index > start && end > index && named).then_some(end)
    }

    /// The head of a section named after its work: "phòng kinh doanh".
    fn is_section(&self, start: usize, end: usize) -> bool {
        let head = self.text((start, end)).to_lowercase();
        matches!(
            head.as_str(),
            "phòng"
                | "ban"
                | "bộ phận"
                | "tổ"
                | "đội"
                | "khối"
                | "trung tâm"
                | "quỹ"
                | "viện"
                | "nhóm"
                | "tiểu ban"
                | "vụ"
                | "cục"
                | "sở"
                | "ngành"
                | "chi cục"
        ) && (head == "ban"
            || !matches!(
                self.written(end).to_lowercase().as_str(),
                "tổ" | "kiểm" | "báo" | "chỉ" | "rà" | "phối" | "thực" | "triển"
            ))
    }

    fn goes_to_verb(&self, mut index: usize, limit: usize) -> bool {
        while let Some(end) = self.phrase(Role::Inner, index, limit).filter(|_| self.longest(&STOPS, index, limit) == 0)
        {
            index = end;
        }
        index < limit && (self.longest(&STOPS, index, limit) > 0 || self.is_capital(index))
    }

    /// What follows a word that may be a verb or an office ("lãnh đạo") makes it one.
    fn names_on(&self, index: usize, limit: usize) -> bool {
        index < limit
            && (self.longest(&[Role::Body, Role::Office], index, limit) > 0
                || self.is_capital(index)
                || self
                    .phrase(Role::Opener, index, limit)
                    .is_some_and(|after| self.phrase(Role::Body, after, limit).is_some())
                || matches!(self.written(index), "phải" | "cần" | "sẽ" | "nên"))
    }

    /// Whether the word is the first of its sentence, where the capital says nothing.
    fn opens(&self, index: usize) -> bool {
        index.checked_sub(1).is_none_or(|before| {
            matches!(self.written(before), "." | ":" | ";" | "?" | "!" | "-" | "+" | "\"" | "“" | ")")
        })
    }

    /// A capitalised word that names somebody.
    fn is_proper(&self, index: usize, limit: usize) -> bool {
        if !self.is_capital(index) || index >= limit {
            return false;
        }
        let known = self.longest(&STOPS, index, limit) > 0
            || self.longest(&[Role::Filler, Role::Thing], index, limit) > 0 && self.opens(index)
            || self.phrase(Role::Thing, index, limit).is_some();
        if self.opens(index) {
            let abbreviated = self.word(index + 1).is_some_and(|next| next.case == Case::Upper)
                && self.word(index).is_some_and(|word| word.case == Case::Title);
            !known && self.is_capital(index + 1) && index + 1 < limit && (!abbreviated || self.is_person(index))
        } else {
            !known || self.is_capital(index + 1)
        }
    }

    /// One past a capitalised word and the small syllables that belong to it ("Kế hoạch", "Tổ chức").
    fn compound(&self, index: usize, limit: usize) -> usize {
        let known = self.longest(&[Role::Inner, Role::Body, Role::Office, Role::Verb], index, limit);
        let alone = known <= 1
            && index + 1 < limit
            && self.word(index).is_some_and(|word| word.case == Case::Title)
            && !index.checked_sub(1).is_some_and(|before| self.is_capital(before))
            && self.word(index + 1).is_some_and(|next| next.kind == Kind::Letters && next.case == Case::Lower)
            && self.longest(&ALL, index + 1, limit) == 0
            && !matches!(self.written(index + 1), "và" | "hoặc" | "đến" | "làm");
        if alone { index + 2 } else { index + known.max(1) }
    }

    /// A number that counts what follows ("5 tỷ", "30 ngày") rather than names ("quận 1").
    fn counts(&self, index: usize, limit: usize) -> bool {
        index + 1 < limit
            && (matches!(self.written(index + 1), "%" | "." | "," | "/") && self.is_digits(index + 2)
                || self.written(index + 1) == "%"
                || matches!(
                    self.written(index + 1),
                    "tỷ" | "tỉ" | "triệu" | "đồng" | "ngày" | "tháng" | "năm" | "người" | "hộ"
                ))
    }

    /// A hyphen, "và" or comma between two words of one name; these are stops elsewhere.
    fn splits_name(&self, index: usize) -> bool {
        matches!(self.written(index), "và" | "," | "-" | "–" | "&" | "." | "về")
    }

    /// Past a word that may stand inside a name, where the name goes on after it.
    fn inside(&self, index: usize, limit: usize, plural: bool) -> Option<usize> {
        let next = index + 1;
        let bodies = |at: usize| self.longest(&[Role::Body, Role::Office], at, limit) > 0;
        let capital = |at: usize| at < limit && self.is_capital(at) && self.phrase(Role::Title, at, limit).is_none();
        let goes_on = |at: usize| capital(at) && !bodies(at);
        let word = |at: usize| {
            let inner = self.longest(&[Role::Inner], at, limit);
            inner > 0 && inner > self.longest(&STOPS, at, limit)
        };
        match self.written(index) {
            ":" => (self.is_capital(next)
                && !bodies(next)
                && self.phrase(Role::Body, index - 1, index).is_some()
                && plural)
                .then_some(next),
            "." | "’" | "'" => {
                (!self.blank_before(index) && goes_on(next) && self.written(index.saturating_sub(1)).len() <= 3)
                    .then_some(next)
            }
            "-" if self.is_digits(next) && !self.blank_before(next) => Some(next + 1),
            "-" | "–" | "&" => {
                (capital(next) || word(next) || self.phrase(Role::Body, next, limit).is_some()).then_some(next)
            }
            "," | "và" => (goes_on(next) || word(next)).then_some(next),
            _ => {
                let opened =
                    |at: usize| self.phrase(Role::Opener, at, limit).is_some_and(|after| bodies(after) || word(after));
                let counted = |at: usize| self.is_digits(at) && bodies(at + 1);
                let linked = |end: &usize| goes_on(*end) || word(*end) || bodies(*end) || opened(*end) || counted(*end);
                self.phrase(Role::Link, index, limit)
                    .filter(linked)
                    .or((opened(index) || counted(index)).then_some(index))
                    .map(|at| {
                        self.phrase(Role::Opener, at, limit)
                            .filter(|_| opened(at))
                            .unwrap_or(at + usize::from(counted(at)))
                    })
            }
        }
    }

    /// The start of the next part of a list of names.
    fn joined(&self, index: usize, limit: usize) -> Option<usize> {
        let joint = matches!(self.written(index), "," | "và" | "/" | "&" | "+" | "-" | "–" | "hoặc");
        let next = if self.written(index) == "," && self.written(index + 1) == "và" { index + 2 } else { index + 1 };
        (joint && next < limit).then_some(next)
    }
}

#[derive(Clone, Copy, Debug)]
struct Part {
    end: usize,
    after: usize,
}
