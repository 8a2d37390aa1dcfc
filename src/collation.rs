//! The order of the Vietnamese dictionary, and a search that does not need accents.

use crate::analysis::letters;
use crate::analysis::normalise::normalise;

/// A key whose order is that of the dictionary: letters first (a, ă, â, b, …), then tones, both blind to case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey {
    letters: Vec<(char, u8)>,
    tones: Vec<u8>,
}

/// The sort key of `text`.
pub fn sort_key(text: &str) -> SortKey {
    let (letters, tones) = lower_case(text)
        .map(|letter| {
            let parts = letters::parts(letter);
            let modifier = match parts.toneless {
                'ă' | 'ê' | 'ô' | 'ư' | 'đ' => 1,
                'â' | 'ơ' => 2,
                _ => 0,
            };
            ((parts.plain, modifier), parts.tone.map_or(0, tone_rank))
        })
        .unzip();
    SortKey { letters, tones }
}

/// Level, falling, dipping, broken, rising, heavy: the tones as the dictionary has them.
const fn tone_rank(tone: u8) -> u8 {
    match tone {
        0 => 1,
        2 => 2,
        3 => 3,
        1 => 4,
        _ => 5,
    }
}

/// Whether `text` contains `words`, blind to case; blind to accents too where `words` has none.
pub fn contains(text: &str, words: &str) -> bool {
    let sought: String = lower_case(words.trim()).collect();
    let bare = without_accents(&sought);
    let text: String = lower_case(text).collect();
    if bare == sought { without_accents(&text).contains(&sought) } else { text.contains(&sought) }
}

fn lower_case(text: &str) -> impl Iterator<Item = char> {
    normalise(text).as_str().to_lowercase().chars().collect::<Vec<_>>().into_iter()
}

fn without_accents(text: &str) -> String {
    text.chars().map(|letter| letters::parts(letter).plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_as_in_the_dictionary() {
        let expected = ["ba", "bà", "bả", "bá", "bạ", "băn", "bân", "Chi", "dân", "đan", "Đông", "em", "êm", "u", "ư"];
        let mut sorted = expected;
        sorted.reverse();
        sorted.sort_by_key(|word| sort_key(word));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn a_search_minds_accents_only_where_it_has_some() {
        assert!(contains("UBND huyện Bạch Thông", "bach thong"));
        assert!(contains("UBND huyện Bạch Thông", " HUYỆN "));
        assert!(contains("UBND huye\u{323}\u{302}n", "huyện"));
        assert!(!contains("UBND huyện", "huyền"));
    }
}
