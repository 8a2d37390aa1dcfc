//! Duplicates: items that say again what another one says, such as a task in the discussion and once more in the list of
//! actions, or a headline and its story. Both keep their places; the fuller one names the places of the others.

use std::collections::BTreeSet;

use super::blocks::Shape;
use super::lexicon::{KeyMap, Lexicon};
use super::model::{Date, Deadline, Item, Lang, Origin, Party};
use super::words::{self, Case, Key};
use super::{Kind, Reading};

/// Least part of the shorter item's words that the other one must hold.
const HELD: f64 = 0.85;

/// Least shared part of all words of both; a headline may be much shorter than its story.
const SHARED: f64 = 0.55;
const SHARED_HEADLINE: f64 = 0.3;

/// Fewest words that tell an item, one less where both name the same lead; Vietnamese writes each syllable as a word.
const fn least(lang: Lang) -> usize {
    match lang {
        Lang::Vi => 7,
        Lang::En => 4,
    }
}

/// How many of the rarest words that an item shares with others these are looked up by, and how many of the latest items with each are compared.
const RAREST: usize = 4;
const LATEST: usize = 8;

/// What an item says, without the words that every sentence has.
struct Content {
    words: BTreeSet<Key>,
    /// Of these, names and numbers: they have to agree.
    names: BTreeSet<Key>,
    is_negated: bool,
    shape: Option<Shape>,
    /// A heading, or a line of its own without closing mark.
    is_headline: bool,
    /// What the block stands under.
    parent: Option<usize>,
}

impl Content {
    /// Whether it is one of a list, where the same words may stand for another person's task.
    const fn is_listed(&self) -> bool {
        matches!(self.shape, Some(Shape::ListItem | Shape::Cell { .. }))
    }
}

/// Marks the items that say what another one says: the fuller one gets the places of the others and what it lacks.
pub fn mark(reading: &Reading<'_>, items: &mut [Item]) {
    let contents: Vec<Content> = contents(reading, items);
    let mut frequency: KeyMap<u32> = KeyMap::default();
    for key in contents.iter().flat_map(|content| &content.words) {
        *frequency.entry(*key).or_default() += 1;
    }
    let mut holders: KeyMap<Vec<usize>> = KeyMap::default();
    let mut mains: Vec<usize> = (0..items.len()).collect();
    for index in 0..items.len() {
        let shared = |key: &Key| frequency.get(key).is_some_and(|count| *count > 1);
        let mut rarest: Vec<Key> = contents[index].words.iter().copied().filter(shared).collect();
        rarest.sort_by_key(|key| (frequency.get(key).copied(), *key));
        rarest.truncate(RAREST);
        let mut candidates: Vec<usize> = rarest
            .iter()
            .filter_map(|key| holders.get(key))
            .flat_map(|held| held.iter().rev().take(LATEST))
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        for key in &contents[index].words {
            holders.entry(*key).or_default().push(index);
        }
        let same = |other: &usize| {
            agree(&items[*other], &items[index])
                && is_same(
                    &contents[*other],
                    &contents[index],
                    reading.lang,
                    shares_lead(&items[*other], &items[index]),
                )
        };
        if let Some(other) = candidates.into_iter().find(same) {
            join(items, &mut mains, other, index);
        }
    }
    items.iter_mut().for_each(|item| item.repeated.sort_unstable());
}

fn contents(reading: &Reading<'_>, items: &[Item]) -> Vec<Content> {
    let grammar = Lexicon::grammar(reading.lang);
    let (common, negation) = (grammar.single_words("pattern.word"), grammar.single_words("negation"));
    let of = |item: &Item| {
        let statements = || item.statements.iter().filter_map(|index| reading.statements.get(*index));
        let block = statements().next().and_then(|first| reading.blocks.get(first.block));
        let mut content = Content {
            words: BTreeSet::new(),
            names: BTreeSet::new(),
            is_negated: false,
            shape: block.map(|block| block.shape),
            is_headline: block.is_some_and(|block| block.shape == Shape::Heading || is_line(reading, item)),
            parent: block.and_then(|block| block.parent),
        };
        for statement in statements() {
            for word in reading.words.get(statement.start..statement.end).unwrap_or_default() {
                content.is_negated |= negation.contains(&word.key);
                if matches!(word.kind, Kind::Letters | Kind::Digits) && !common.contains(&word.key) {
                    let key = stem(word.of(reading.text.as_str()), word.key, reading.lang);
                    content.words.insert(key);
                    let named = word.case != Case::Lower && word.start as usize > first_byte(reading, statement.start);
                    if named || word.kind == Kind::Digits {
                        content.names.insert(key);
                    }
                }
            }
        }
        content
    };
    items.iter().map(of).collect()
}

/// Whether an item is a paragraph of one line without closing mark, as the headline of a report is.
fn is_line(reading: &Reading<'_>, item: &Item) -> bool {
    let (Some(first), Some(last)) = (item.statements.first(), item.statements.last()) else { return false };
    let block = |index: usize| reading.statements.get(index).map(|statement| statement.block);
    let here = block(*first);
    let shape = here.and_then(|here| reading.blocks.get(here)).map(|block| block.shape);
    shape == Some(Shape::Paragraph)
        && reading.statements.get(*last).is_some_and(|last| last.closing == ' ')
        && block(last + 1) != here
        && first.checked_sub(1).and_then(block) != here
}

fn first_byte(reading: &Reading<'_>, word: usize) -> usize {
    reading.words.get(word).map_or(0, |word| word.start as usize)
}

/// English words without their endings, so that "book", "booked" and "booking" are one.
fn stem(word: &str, key: Key, lang: Lang) -> Key {
    if lang == Lang::Vi || !word.is_ascii() {
        return key;
    }
    let folded = words::fold(word);
    let stripped = ["ing", "ed", "es", "s", "e"]
        .iter()
        .find_map(|ending| folded.strip_suffix(ending).filter(|rest| rest.len() >= 3))
        .unwrap_or(&folded);
    words::key(stripped)
}

/// Whether one of the two says no more than the other; `led` where both name the same lead.
fn is_same(left: &Content, right: &Content, lang: Lang, led: bool) -> bool {
    let (less, more) = if left.words.len() <= right.words.len() { (left, right) } else { (right, left) };
    let lists = left.is_listed() && right.is_listed() && left.parent != right.parent;
    let shared = less.words.intersection(&more.words).count() as f64;
    let all = less.words.union(&more.words).count() as f64;
    let headline = less.is_headline && !more.is_headline && less.words.len() > least(lang);
    less.words.len() + usize::from(led) >= least(lang)
        && (led || !lists)
        && less.is_negated == more.is_negated
        && shared >= HELD * less.words.len() as f64
        && shared >= all * if headline { SHARED_HEADLINE } else { SHARED }
        && less.names.iter().all(|name| more.words.contains(name))
}

fn shares_lead(left: &Item, right: &Item) -> bool {
    matches!((&left.lead, &right.lead), (Some(left), Some(right)) if left.key == right.key)
}

/// Whether nothing that the fields of two items say speaks against their being one.
fn agree(left: &Item, right: &Item) -> bool {
    let date = |item: &Item| -> Option<Date> { item.deadline.as_ref().and_then(|deadline| deadline.date) };
    let same_date = date(left).is_none() || date(right).is_none() || date(left) == date(right);
    let same_lead = match (&left.lead, &right.lead) {
        (Some(left), Some(right)) => {
            left.key == right.key || left.key.contains(&right.key) || right.key.contains(&left.key)
        }
        _ => true,
    };
    let alike = left.category == right.category || left.category.is_actionable() && right.category.is_actionable();
    alike && same_date && same_lead
}

/// Joins item `index` to what the earlier item `other` says; the one that says most keeps the places of the rest. `mains`
/// tells for each item another one that it was joined to, or itself.
fn join(items: &mut [Item], mains: &mut [usize], mut other: usize, index: usize) {
    while mains[other] != other {
        mains[other] = mains[mains[other]];
        other = mains[other];
    }
    let (main, lesser) = if says(&items[index]) > says(&items[other]) { (index, other) } else { (other, index) };
    mains[lesser] = main;
    let repeated = std::mem::take(&mut items[lesser].repeated);
    let Item { span, lead, deadline, .. } = items[lesser].clone();
    let main = &mut items[main];
    main.repeated.extend(repeated);
    main.repeated.push(span);
    let inferred = Origin::Inferred;
    main.lead = main.lead.take().or(lead.map(|lead| Party { origin: inferred, ..lead }));
    main.deadline = main.deadline.take().or(deadline.map(|deadline| Deadline { origin: inferred, ..deadline }));
}

/// How much an item says: its fields, then its firmness, then its words.
fn says(item: &Item) -> (usize, u32, usize) {
    let fields = usize::from(item.lead.is_some())
        + usize::from(item.deadline.as_ref().is_some_and(|deadline| deadline.date.is_some()))
        + usize::from(!item.support.is_empty());
    (fields, item.category as u32, item.span.len())
}

#[cfg(test)]
mod tests {
    use super::super::model::{Category, Minutes, Options, Span};
    use super::super::{fields, read};
    use super::*;

    /// The minutes of `text` where every statement is a directive.
    fn minutes(text: &str, lang: Lang) -> Minutes {
        let reading = read(text, &Options { lang: Some(lang), ..Options::default() });
        let item = |index: usize, id: u32| {
            let statement = reading.statements[index];
            let span = Span::new(first_byte(&reading, statement.start), reading.words[statement.end - 1].end as usize);
            Item { id, statements: vec![index], ..Item::new(span, Category::Directive) }
        };
        let items = (0..reading.statements.len()).zip(1..).map(|(index, id)| item(index, id)).collect();
        let mut minutes = fields::fill(&reading, items, None);
        mark(&reading, &mut minutes.items);
        minutes
    }

    /// The repeated places of each item of `text` that has some: its words, then theirs.
    fn repeated(text: &str, lang: Lang) -> Vec<Vec<String>> {
        let said = |item: &Item| {
            [item.span].iter().chain(&item.repeated).map(|span| span.of(text).to_owned()).collect::<Vec<_>>()
        };
        minutes(text, lang).items.iter().filter(|item| !item.repeated.is_empty()).map(said).collect()
    }

    #[test]
    fn a_task_of_the_discussion_stands_again_in_the_list() {
        let text = "The roof leaks. Ann will ask the plumber to inspect the boiler room.\n\nAction items\n- Ann to ask \
                    the plumber to inspect the boiler room by 12 May 2024\n- Bob to order paint for the fence\n";
        let found = repeated(text, Lang::En);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0][0].ends_with("12 May 2024"), "{found:?}");
        assert!(found[0][1].starts_with("Ann will ask"), "{found:?}");
        let minutes = minutes(text, Lang::En);
        assert_eq!(minutes.distinct().count() + 1, minutes.items.len());
    }

    #[test]
    fn a_headline_is_told_again_by_its_story() {
        let text = "Yêu cầu xã Nà Pín hoàn thành hồ sơ đất đai\n\nÔng Lê Văn A yêu cầu xã Nà Pín khẩn trương hoàn thành \
                    hồ sơ đất đai của các hộ dân trước ngày 30/8/2023.";
        let found = repeated(text, Lang::Vi);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0][0].contains("30/8/2023"), "{found:?}");
    }

    #[test]
    fn another_body_place_number_date_or_negation_is_another_task() {
        for (text, lang) in [
            (
                "Giao xã Nà Pín rà soát hồ sơ đất đai của các hộ. Giao xã Bản Mù rà soát hồ sơ đất đai của các hộ.",
                Lang::Vi,
            ),
            ("Yêu cầu khắc phục sạt lở tại thôn Đông Hà. Yêu cầu khắc phục sạt lở tại thôn Tây Hà.", Lang::Vi),
            ("Ann will repaint the wall of room 12. Ann will repaint the wall of room 14.", Lang::En),
            (
                "Ann will repaint the garden wall by 3 May 2024. Ann will repaint the garden wall by 9 June 2024.",
                Lang::En,
            ),
            ("Ann will repaint the old garden wall. Ann will not repaint the old garden wall.", Lang::En),
            ("Ann will pay the bill. Bob will pay the bill.", Lang::En),
        ] {
            assert_eq!(repeated(text, lang), Vec::<Vec<String>>::new(), "{text}");
        }
    }
}
