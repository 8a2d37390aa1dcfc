//! The words of dates, read from the language packs.

use std::sync::LazyLock;

use crate::analysis::letters;
use crate::analysis::lexicon::Lexicon;
use crate::analysis::model::Lang;
use crate::analysis::words::{self, Word};

/// What a phrase of the pack does in a date; most groups give their phrases a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// A number in words.
    Numeral,
    /// The ending of an ordinal number in digits.
    Ordinal,
    /// A month by name.
    Month,
    /// A weekday by name, Monday is 1.
    Weekday,
    /// A quarter by name.
    Quarter,
    /// A unit of time, from 1 for the day to 5 for the year; 6 is the weekend.
    Unit,
    /// Announces the number of a day.
    Day,
    /// This, the next or the last one.
    Which,
    /// A day counted from the meeting.
    Today,
    /// Part of a day.
    DayPart,
    /// Mark of an hour.
    Hour,
    /// Mark of a minute.
    Minute,
    /// Joins the name of a period to its year.
    Of,
    /// May stand before the name of a period.
    Article,
    /// The end of the unit that holds the meeting.
    End,
    /// Beginning, middle, end of a period, or with value 4 an approximation.
    Part,
    /// May stand between preposition and date.
    Filler,
    /// A task is due by then.
    Due,
    /// Within that time.
    Within,
    /// Up to then.
    Until,
    /// From then on.
    Since,
    /// The state of that day is told.
    Reporting,
    /// Names of documents that carry a date.
    Law,
    /// Gatherings and happenings that carry a date.
    Event,
    /// Planning periods and terms.
    Period,
    /// It speaks of an earlier meeting.
    Earlier,
    /// It has happened.
    Past,
    /// Counted on from the meeting.
    Later,
    /// After a weekday that comes back.
    Habit,
    /// May follow the number of a day.
    Follower,
    /// How often; 0 where the interval is not told.
    Recurring,
    /// A time that no calendar resolves.
    Vague,
    /// An event before or after which a task is due.
    Occasion,
    /// A feast: month times 100 plus day, or negative the week and weekday in a month.
    Feast,
    /// Joins several dates.
    Joint,
    /// Before the date of the meeting in the head of a document.
    Head,
}

const NAMES: [(&str, Group); 36] = [
    ("numeral", Group::Numeral),
    ("ordinal", Group::Ordinal),
    ("month", Group::Month),
    ("weekday", Group::Weekday),
    ("quarter", Group::Quarter),
    ("unit", Group::Unit),
    ("day", Group::Day),
    ("which", Group::Which),
    ("today", Group::Today),
    ("daypart", Group::DayPart),
    ("hour", Group::Hour),
    ("end", Group::End),
    ("part", Group::Part),
    ("filler", Group::Filler),
    ("due", Group::Due),
    ("within", Group::Within),
    ("until", Group::Until),
    ("since", Group::Since),
    ("reporting", Group::Reporting),
    ("law", Group::Law),
    ("event", Group::Event),
    ("of", Group::Of),
    ("article", Group::Article),
    ("minute", Group::Minute),
    ("period", Group::Period),
    ("earlier", Group::Earlier),
    ("past", Group::Past),
    ("later", Group::Later),
    ("habit", Group::Habit),
    ("follower", Group::Follower),
    ("recurring", Group::Recurring),
    ("vague", Group::Vague),
    ("occasion", Group::Occasion),
    ("feast", Group::Feast),
    ("joint", Group::Joint),
    ("head", Group::Head),
];

/// The phrases of one language.
struct Pack {
    /// What each group of the lexicon is, by its number.
    groups: Vec<Option<(Group, i16)>>,
    lexicon: Lexicon,
    /// The same without diacritics, for text typed so.
    plain: Lexicon,
}

impl Pack {
    fn of(lang: Lang) -> &'static Self {
        static VI: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_str!("../../../lexicon/vi/dates.txt")));
        static EN: LazyLock<Pack> = LazyLock::new(|| Pack::read(include_str!("../../../lexicon/en/dates.txt")));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    fn read(source: &str) -> Self {
        let lexicon = Lexicon::read(&[source]);
        let groups = lexicon.group_names().map(group).collect();
        Self { groups, lexicon, plain: Lexicon::read(&[&strip(source)]) }
    }
}

/// The group and value in a group's name, such as "unit 3".
fn group(name: &str) -> Option<(Group, i16)> {
    let (name, value) = match name.split_once(' ') {
        Some((name, value)) => (name, value.parse().ok()?),
        None => (name, 0),
    };
    Some((NAMES.iter().find(|named| named.0 == name)?.1, value))
}

fn strip(text: &str) -> String {
    text.chars().map(|letter| letters::parts(letter).plain).collect()
}

/// One phrase of the pack in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) group: Group,
    pub(super) value: i16,
    /// Index of the word after the phrase.
    pub(super) next: usize,
}

/// Every phrase of the pack at every word.
pub(super) struct Hits {
    hits: Vec<Hit>,
    /// Where the hits of each word begin, and one more.
    starts: Vec<usize>,
}

impl Hits {
    pub(super) fn find(words: &[Word], text: &str, lang: Lang) -> Self {
        let pack = Pack::of(lang);
        if lang == Lang::Vi && is_unaccented(text) {
            let plain = |word: &Word| Word { key: words::key(&strip(&words::fold(word.of(text)))), ..*word };
            return Self::of(&pack.plain, &pack.groups, &words.iter().map(plain).collect::<Vec<_>>());
        }
        Self::of(&pack.lexicon, &pack.groups, words)
    }

    fn of(lexicon: &Lexicon, groups: &[Option<(Group, i16)>], words: &[Word]) -> Self {
        let mut found = Self { hits: Vec::new(), starts: Vec::with_capacity(words.len() + 1) };
        for index in 0..words.len() {
            found.starts.push(found.hits.len());
            for (next, ids) in lexicon.phrases_at(words, index) {
                let named = ids.iter().filter_map(|id| *groups.get(usize::from(*id))?);
                found.hits.extend(named.map(|(group, value)| Hit { group, value, next }));
            }
        }
        found.starts.push(found.hits.len());
        found
    }

    /// The longest phrase of `group` that begins at the word `index`.
    pub(super) fn at(&self, index: usize, group: Group) -> Option<Hit> {
        self.hits
            .get(*self.starts.get(index)?..*self.starts.get(index + 1)?)?
            .iter()
            .filter(|hit| hit.group == group)
            .max_by_key(|hit| hit.next)
            .copied()
    }
}

/// Vietnamese without a single diacritic in a long stretch was typed on a plain keyboard.
fn is_unaccented(text: &str) -> bool {
    let (mut letters, mut accented) = (0usize, 0usize);
    for character in text.chars().filter(|character| character.is_alphabetic()) {
        letters += 1;
        accented += usize::from(!character.is_ascii());
    }
    accented * 50 < letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_of_the_packs_is_known() {
        for lang in [Lang::Vi, Lang::En] {
            let pack = Pack::of(lang);
            assert!(pack.groups.len() > 20);
            for (name, group) in pack.lexicon.group_names().zip(&pack.groups) {
                assert!(group.is_some(), "{name}");
            }
        }
    }

    #[test]
    fn words_without_diacritics_find_the_same_phrases() {
        for text in ["trước ngày 30/6", "truoc ngay 30/6"] {
            let hits = Hits::find(&words::split(text), text, Lang::Vi);
            assert!(hits.at(0, Group::Due).is_some(), "{text}");
            assert_eq!(hits.at(1, Group::Unit).map(|hit| hit.value), Some(1), "{text}");
        }
    }
}
