//! People by their full names and the offices beside which they stand: "Phó Thủ tướng" and "ông Hải" are the same man
//! where the document says "Phó Thủ tướng Trần Văn Hải".

use super::sheet::{Range, Role, Sheet};
use crate::analysis::model::Lang;
use crate::analysis::words::{Case, Key, key};

/// Longest full name, in words.
const LONGEST: usize = 5;

/// How far before a name its office may start, in words.
const REACH: usize = 16;

/// Words that say nothing of which office it is.
const SILENT: [Key; 12] = [
    key("ubnd"),
    key("ủy"),
    key("ban"),
    key("nhân"),
    key("dân"),
    key("chính"),
    key("phủ"),
    key("thường"),
    key("trực"),
    key("hđnd"),
    key("đảng"),
    key("phụ"),
];

/// A person with an office.
#[derive(Debug)]
struct Holder {
    person: Range,
    office: Vec<Key>,
    /// The words after the office that tell it from others: "tỉnh Hà Lam".
    place: Vec<Key>,
}

/// The people of a document and their offices.
#[derive(Debug, Default)]
pub struct Offices {
    people: Vec<Range>,
    holders: Vec<Holder>,
}

impl Offices {
    /// Reads the people and their offices off a Vietnamese document.
    pub fn of(sheet: &Sheet<'_>) -> Self {
        let mut offices = Self::default();
        let mut index = if sheet.lang() == Lang::Vi { 0 } else { sheet.len() };
        while index < sheet.len() {
            let Some(person) = sheet.full_name(index) else {
                index += 1;
                continue;
            };
            offices.people.push(person);
            let mut described: Vec<Range> = sheet.office_after(person.1).into_iter().collect();
            let mut end = sheet.untitled(person.0);
            while let Some(before) = sheet.office_before(end) {
                described.push(before);
                // "Bộ trưởng, Chủ nhiệm …": several offices of one person.
                end = before.0.saturating_sub(usize::from(sheet.written(before.0.saturating_sub(1)) == ","));
            }
            for (office, place) in described.into_iter().filter_map(|described| sheet.office(described)) {
                offices.holders.push(Holder { person, office, place });
            }
            index = person.1;
        }
        offices
    }

    /// The full name of whoever `party` means, where the document gives it.
    pub fn full_name(&self, sheet: &Sheet<'_>, party: Range) -> Option<Range> {
        let mut inside = self.people.iter().filter(|person| person.0 >= party.0 && person.1 <= party.1);
        if let Some(person) = inside.next() {
            return inside.next().is_none().then_some(*person);
        }
        let last = party.1.checked_sub(1)?;
        let head = sheet.longest(&[Role::Title, Role::Office], party.0, party.1);
        if head > 0 && party.0 + head == last && sheet.is_capital(last) {
            let given = |person: &Range| {
                person.1.checked_sub(1).and_then(|last| sheet.word(last)).map(|word| word.key)
                    == sheet.word(last).map(|word| word.key)
            };
            if let Some(person) = nearest(self.people.iter().filter(|person| given(person)).copied(), party) {
                return Some(person);
            }
        }
        let (office, place) = sheet.office(party)?;
        let holds = |holder: &&Holder| holder.office == office && place.iter().all(|word| holder.place.contains(word));
        nearest(self.holders.iter().filter(holds).map(|holder| holder.person), party)
    }
}

/// The last person before `party`, or else the first after it.
fn nearest(people: impl Iterator<Item = Range>, party: Range) -> Option<Range> {
    let (mut before, mut after) = (None, None);
    for person in people {
        if person.0 < party.1 {
            before = Some(person);
        } else if after.is_none() {
            after = Some(person);
        }
    }
    before.or(after)
}

impl Sheet<'_> {
    /// A family name and what follows it in capitals: three words, or two after a title or office.
    fn full_name(&self, start: usize) -> Option<Range> {
        let family = self.phrase(Role::Surname, start, self.len()).is_some() && self.is_capital(start);
        if !family {
            return None;
        }
        let case = |index: usize| self.word(index).map(|word| word.case);
        let goes_on = |at: &usize| self.is_capital(*at) && case(*at) == case(start) && self.blank_before(*at);
        let end = (start + 1..start + 2 * LONGEST).find(|at| !goes_on(at))?;
        // "Hà Tĩnh Lê Văn Sơn": a place before the name.
        let later = |at: &usize| self.phrase(Role::Surname, *at, end).is_some() && end - at >= 3;
        if end > start + 4 && (start + 2..end).any(|at| later(&at)) || end > start + LONGEST {
            return None;
        }
        let before = start.checked_sub(1)?;
        let introduced = (1..=6).any(|back| {
            start >= back
                && [Role::Title, Role::Office].iter().any(|role| self.phrase(*role, start - back, start) == Some(start))
        });
        let place = matches!(
            self.written(before).to_lowercase().as_str(),
            "đường" | "phố" | "trường" | "cầu" | "viên" | "tp" | "quận" | "huyện" | "xã" | "phường" | "thpt"
        );
        let person = end >= start + 3 || end == start + 2 && introduced;
        let title = case(start) == Some(Case::Title);
        (person && title && !place && !self.text((start, end)).eq_ignore_ascii_case("Hồ Chí Minh"))
            .then_some((start, end))
    }

    /// Where what stands before a person's name and title ends.
    fn untitled(&self, person: usize) -> usize {
        let title =
            (1..=3).find(|back| person >= *back && self.phrase(Role::Title, person - back, person) == Some(person));
        let end = person - title.unwrap_or(0);
        let joined = title.is_some() && end > 0 && matches!(self.written(end - 1), "," | "-" | "–");
        end - usize::from(joined)
    }

    /// "Chủ tịch UBND tỉnh Hà Lam" that ends at `end`.
    fn office_before(&self, end: usize) -> Option<Range> {
        let plain = |at: &usize| {
            (self.is_letters(*at) || self.is_digits(*at) || matches!(self.written(*at), "." | "-" | "&" | "–"))
                && self.phrase(Role::Says, *at, end).is_none()
        };
        let from = (end.saturating_sub(REACH)..end).rev().take_while(plain).last()?;
        let office = (from..end).find(|at| {
            self.phrase(Role::Office, *at, end).is_some()
                && self.name(*at, end).is_some_and(|name| name.range.1 >= end && !name.plural)
        })?;
        Some((office, end))
    }

    /// ", Chủ tịch UBND tỉnh Hà Lam" right after a name.
    fn office_after(&self, end: usize) -> Option<Range> {
        let apposed = matches!(self.written(end), "," | "-" | "–" | "(");
        let start = end + 1;
        self.phrase(Role::Office, start, self.len()).filter(|_| apposed)?;
        self.first_name(start, self.len())
    }

    /// The office with which a name starts, and the words that tell it from others of its kind.
    fn office(&self, name: Range) -> Option<(Vec<Key>, Vec<Key>)> {
        let end = self.phrase(Role::Office, name.0, name.1)?;
        let keys = |from: usize, to: usize| {
            (from..to)
                .filter(|at| self.is_letters(*at) || self.is_digits(*at))
                .filter_map(|at| self.word(at).map(|word| word.key))
                .filter(|key| !SILENT.contains(key))
        };
        let office: Vec<Key> = keys(name.0, end).collect();
        if office.is_empty() || self.written(name.0).eq_ignore_ascii_case("lãnh") {
            return None;
        }
        let mut place = Vec::new();
        for word in keys(end, name.1) {
            match word {
                _ if word == key("tp") => place.extend([key("thành"), key("phố")]),
                _ => place.push(word),
            }
        }
        Some((office, place))
    }
}
