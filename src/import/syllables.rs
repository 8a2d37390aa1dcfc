//! How Vietnamese a text looks: how many of its words with special letters are syllables that the language has.

use crate::analysis::letters;

const ONSETS: [&str; 28] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
];

/// What may follow an onset, without tones.
const RIMES: &str = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn \
    uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu yn ynh yt yu ych êng";

/// More words than this tell nothing new.
const SAMPLE: usize = 3_000;

/// Words with a letter outside of ASCII, counted by whether they are Vietnamese syllables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// Those that are.
    pub right: usize,
    /// Those that are not.
    pub wrong: usize,
}

impl Count {
    /// Counts the words of `text`, of a long one those at its start.
    pub fn of(text: &str) -> Self {
        let rimes: Vec<&str> = RIMES.split_ascii_whitespace().collect();
        let words = text.split(|character: char| !is_word(character)).filter(|word| !word.is_ascii());
        words.take(SAMPLE).fold(Self::default(), |count, word| {
            if is_syllable(word, &rimes) {
                Self { right: count.right + 1, ..count }
            } else {
                Self { wrong: count.wrong + 1, ..count }
            }
        })
    }
}

/// Western signs count too: in a text read in the wrong encoding they stand inside of words.
fn is_word(character: char) -> bool {
    character.is_alphabetic() || ('\u{a1}'..='\u{bf}').contains(&character) || letters::is_mark(character)
}

fn is_syllable(word: &str, rimes: &[&str]) -> bool {
    let mut toneless = String::with_capacity(word.len());
    let mut tones = 0;
    for letter in word.chars().flat_map(char::to_lowercase) {
        let parts = letters::parts(letter);
        tones += usize::from(parts.tone.is_some());
        toneless.push(parts.toneless);
    }
    tones <= 1 && ONSETS.iter().any(|onset| toneless.strip_prefix(onset).is_some_and(|rest| rimes.contains(&rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_words() {
        assert_eq!(
            Count::of("Ủy ban nhân dân huyện khẩn trương, quyết liệt; giếng, nghĩa"),
            Count { right: 10, wrong: 0 }
        );
        assert_eq!(Count::of("déjà vu, Müller; b¸o c¸o"), Count { right: 0, wrong: 4 });
    }
}
