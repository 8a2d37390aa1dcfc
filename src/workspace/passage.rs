//! A stretch of the text that the user made an item of: added from a selection, split off or merged. It stands in the
//! place of whatever was found there, and is kept by its words, not by its position.

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Category, Deadline, Item, Origin, Party, Span};

use super::sentence::{Word, words};

/// The words of an item of the user's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// The words as they stood in the text.
    pub quote: String,
    /// Which of the places with these words is meant, from 1.
    nth: usize,
    /// Its group.
    pub category: Category,
}

impl Passage {
    /// The whole words that `span` touches in `text`; none where it touches none.
    pub(super) fn at(span: Span, text: &str, category: Category) -> Option<Self> {
        let all = words(text);
        let first = all.iter().position(|word| word.span.meets(span))?;
        let last = all.iter().rposition(|word| word.span.meets(span))?;
        let sought = all.get(first..=last)?;
        let whole = Span::new(sought.first()?.span.start, sought.last()?.span.end);
        let nth = places(&all, sought).position(|place| place.start >= whole.start)? + 1;
        Some(Self { quote: whole.of(text).to_owned(), nth, category })
    }

    /// Where it stands among the words of a text; the last of its places where there are fewer than there were.
    pub(super) fn find(&self, all: &[Word]) -> Option<Span> {
        let found: Vec<Span> = places(all, &words(&self.quote)).collect();
        let nth = self.nth.checked_sub(1).and_then(|place| found.get(place));
        nth.or(found.last()).copied()
    }

    /// The item at `span`, with what is known of the items `beneath` it that it takes the place of.
    pub(super) fn item(&self, id: u32, span: Span, beneath: &[&Item]) -> Item {
        let inside = |place: Option<Span>| place.is_none_or(|place| span.holds(place));
        let origin = |place: Option<Span>, origin: Origin| if inside(place) { origin } else { Origin::Inferred };
        let party = |party: &Party| Party { origin: origin(party.span, party.origin), ..party.clone() };
        let deadline = |deadline: &&Deadline| deadline.origin == Origin::Inferred || inside(deadline.span);
        Item {
            id,
            lead: beneath.iter().find_map(|item| item.lead.as_ref()).map(party),
            support: beneath
                .iter()
                .flat_map(|item| &item.support)
                .filter(|helper| inside(helper.span))
                .cloned()
                .collect(),
            issuer: beneath.iter().find_map(|item| item.issuer.as_ref()).map(party),
            deadline: beneath.iter().filter_map(|item| item.deadline.as_ref()).find(deadline).cloned(),
            product: beneath.iter().filter_map(|item| item.product).find(|product| span.holds(*product)),
            ..Item::new(span, self.category)
        }
    }
}

/// Where the words `sought` stand among `all`, without overlaps.
fn places<'a>(all: &'a [Word], sought: &'a [Word]) -> impl Iterator<Item = Span> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let first = &sought.first()?.folded;
        loop {
            let at = from + all.get(from..)?.iter().position(|word| word.folded == *first)?;
            let here = all.get(at..at + sought.len())?;
            from = at + 1;
            if here.iter().zip(sought).all(|(word, wanted)| word.folded == wanted.folded) {
                from = at + sought.len();
                return Some(Span::new(here.first()?.span.start, here.last()?.span.end));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Sở Y tế báo cáo tuần. Sở Nội vụ báo cáo tuần. Báo cáo năm.";

    fn at(words: &str, from: usize) -> Passage {
        let start = from + TEXT[from..].find(words).unwrap();
        Passage::at(Span::new(start, start + words.len()), TEXT, Category::Directive).unwrap()
    }

    #[test]
    fn a_selection_grows_to_whole_words_and_leaves_marks_out() {
        assert_eq!(at("ở Nội vụ báo cáo tu", 0).quote, "Sở Nội vụ báo cáo tuần");
        assert_eq!(at(" Sở Nội vụ báo cáo tuần. ", 0).quote, "Sở Nội vụ báo cáo tuần");
        assert_eq!(Passage::at(Span::new(0, 0), TEXT, Category::Directive), None);
    }

    #[test]
    fn it_is_found_again_behind_other_words() {
        let second = at("báo cáo tuần", 30);
        let edited = format!("Mở đầu. {}", TEXT.replace("tuần", "  TUẦN"));
        let found = second.find(&words(&edited)).unwrap();
        assert_eq!((found.of(&edited), found.start), ("báo cáo   TUẦN", edited.find("vụ").unwrap() + "vụ ".len()));
    }

    #[test]
    fn it_falls_back_to_the_last_of_its_places_and_is_lost_with_its_words() {
        let second = at("báo cáo tuần", 30);
        assert!(second.find(&words("Sở Y tế báo cáo tuần.")).is_some());
        assert_eq!(second.find(&words("Sở Y tế báo cáo năm.")), None);
        assert_eq!(second.find(&[]), None);
    }
}
