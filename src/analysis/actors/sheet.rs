//! The words that the search looks at, without line breaks and marks of emphasis, and what the lexicon says of each.

use super::people::People;
use crate::analysis::Reading;
use crate::analysis::lexicon::Lexicon;
use crate::analysis::model::{Lang, Span};
use crate::analysis::words::{Case, Kind, Word};

/// What a phrase of the lexicon may be to the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// An order, request or proposal, after which the one who has to act is named.
    Order,
    /// An order by which a body that was told to act passes the work on.
    Relay,
    /// A relay that moves the work whoever receives it.
    FirmRelay,
    /// A word between an order and the name.
    Filler,
    /// A word between a name and its verb.
    Adverb,
    /// A word of duty.
    Duty,
    /// A word of manner that opens a predicate.
    Manner,
    /// A verb of work.
    Verb,
    /// A verb of saying.
    Says,
    /// A word that opens a topic in front of the clause.
    Topic,
    /// A word that opens the topic for whom the clause is meant.
    TopicFor,
    /// "phối hợp với", "with help from".
    Support,
    /// A word that may open a name.
    Opener,
    /// A title before a person's name.
    Title,
    /// A pronoun for the speaker.
    SelfPronoun,
    /// A pronoun for the group.
    GroupPronoun,
    /// A pronoun for somebody named before.
    ThirdPronoun,
    /// "it", "this", "there".
    It,
    /// A reporting clause that names nobody: "it was agreed that".
    Reported,
    /// An order that commands work.
    FirmOrder,
    /// A body, office or kind of people.
    Body,
    /// An office or post: a single person.
    Office,
    /// A word between two parts of a name.
    Link,
    /// A word that may follow inside a name.
    Inner,
    /// A verb that things have, not people.
    Inanimate,
    /// A label that is a mark, not a name.
    Marker,
    /// The head of a table column that names owners.
    Column,
    /// A matter: a sentence that starts with it has turned away from whoever was told to act.
    Matter,
    /// Something that no person or body is called.
    Thing,
    /// A family name.
    Surname,
}

const ROLES: [(&str, Role); 30] = [
    ("order", Role::Order),
    ("relay", Role::Relay),
    ("relay.firm", Role::FirmRelay),
    ("filler", Role::Filler),
    ("adverb", Role::Adverb),
    ("duty", Role::Duty),
    ("manner", Role::Manner),
    ("verb", Role::Verb),
    ("says", Role::Says),
    ("topic", Role::Topic),
    ("topic.for", Role::TopicFor),
    ("support", Role::Support),
    ("opener", Role::Opener),
    ("title", Role::Title),
    ("self", Role::SelfPronoun),
    ("group", Role::GroupPronoun),
    ("third", Role::ThirdPronoun),
    ("it", Role::It),
    ("reported", Role::Reported),
    ("order.firm", Role::FirmOrder),
    ("body", Role::Body),
    ("office", Role::Office),
    ("link", Role::Link),
    ("inner", Role::Inner),
    ("inanimate", Role::Inanimate),
    ("marker", Role::Marker),
    ("column", Role::Column),
    ("matter", Role::Matter),
    ("thing", Role::Thing),
    ("surname", Role::Surname),
];

/// A range of words of the sheet.
pub type Range = (usize, usize);

/// The words of a document as the search for actors sees them.
pub struct Sheet<'a> {
    /// The document.
    pub reading: &'a Reading<'a>,
    words: Vec<Word>,
    /// For each word of the document, its place here.
    places: Vec<u32>,
    /// For each word, the length of the longest phrase of each role that starts there.
    lengths: Vec<[u8; ROLES.len()]>,
    /// Words that name people in this document.
    people: People,
}

/// Notes the length of the longest phrase of each role of `lexicon` that starts at each word.
fn note(lexicon: &Lexicon, words: &[Word], lengths: &mut [[u8; ROLES.len()]]) {
    let role = |name: &str| ROLES.iter().find(|known| known.0 == name).map(|known| known.1);
    let roles: Vec<Option<Role>> = lexicon.group_names().map(role).collect();
    for (start, lengths) in lengths.iter_mut().enumerate() {
        for (end, groups) in lexicon.phrases_at(words, start) {
            for role in groups.iter().filter_map(|group| *roles.get(usize::from(*group))?) {
                let length = u8::try_from(end - start).unwrap_or(u8::MAX);
                lengths[role as usize] = lengths[role as usize].max(length);
            }
        }
    }
}

impl<'a> Sheet<'a> {
    /// Looks all words of the document up.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let text = reading.text.as_str();
        let mut words = Vec::with_capacity(reading.words.len());
        let mut places = Vec::with_capacity(reading.words.len() + 1);
        for word in &reading.words {
            places.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
            if word.kind != Kind::Break && !matches!(word.of(text), "*" | "_" | "`") {
                words.push(*word);
            }
        }
        places.push(u32::try_from(words.len()).unwrap_or(u32::MAX));
        let lexicon = Lexicon::parties(reading.lang);
        let mut lengths = vec![[0; ROLES.len()]; words.len()];
        for lexicon in std::iter::once(lexicon).chain(reading.own.as_ref().map(|own| &own.parties)) {
            note(lexicon, &words, &mut lengths);
        }
        let mut sheet = Self { reading, words, places, lengths, people: People::default() };
        sheet.people = People::of(&sheet);
        sheet
    }

    /// Whether the word at `index` names somebody elsewhere in the document.
    pub fn is_person(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| self.people.holds(word.key))
    }

    /// Whether the word at `index` is also written small in the document.
    pub fn is_common(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| self.people.knows_small(word.key))
    }

    /// Language of the document.
    pub fn lang(&self) -> Lang {
        self.reading.lang
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The place here of a word of the document.
    pub fn place(&self, index: usize) -> usize {
        self.places.get(index).or(self.places.last()).map_or(0, |place| *place as usize)
    }

    /// The range here of a range of the document's words.
    pub fn range(&self, start: usize, end: usize) -> Range {
        (self.place(start), self.place(end))
    }

    /// The word at `index`.
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// The word at `index` as written; empty past the end.
    pub fn written(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| word.of(self.reading.text.as_str()))
    }

    /// The words of a range as written, with what lies between them.
    pub fn text(&self, range: Range) -> &'a str {
        let (from, to) = self.bytes(range);
        self.reading.text.as_str().get(from..to).unwrap_or_default()
    }

    fn bytes(&self, range: Range) -> (usize, usize) {
        let start = self.words.get(range.0).map_or(0, |word| word.start as usize);
        let end = range.1.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.end as usize);
        (start, end.max(start))
    }

    /// The span of a range in the text that the user gave.
    pub fn span(&self, range: Range) -> Span {
        let (start, end) = self.bytes(range);
        self.reading.text.original(Span::new(start, end))
    }

    /// One past the longest phrase of a role that starts at `index` and ends within `limit`.
    pub fn phrase(&self, role: Role, index: usize, limit: usize) -> Option<usize> {
        let length = usize::from(self.lengths.get(index)?[role as usize]);
        (length > 0 && index + length <= limit).then_some(index + length)
    }

    /// Length of the longest phrase of any of the roles at `index`.
    pub fn longest(&self, roles: &[Role], index: usize, limit: usize) -> usize {
        roles.iter().filter_map(|role| self.phrase(*role, index, limit)).max().map_or(0, |end| end - index)
    }

    /// Whether the word at `index` is written with a capital.
    pub fn is_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == Kind::Letters && word.case != Case::Lower)
    }

    /// Whether the word at `index` consists of letters.
    pub fn is_letters(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == Kind::Letters)
    }

    /// Whether the word at `index` is a number.
    pub fn is_digits(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.kind == Kind::Digits)
    }

    /// Whether a blank or break stands before the word at `index`.
    pub fn blank_before(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(index)) {
            (Some(before), Some(word)) => word.start > before.end,
            _ => true,
        }
    }
}
