//! What speaks for and against a category: the named features of a statement, in one visible place.

mod pattern;
mod surroundings;
mod template;

use std::collections::HashSet;

use super::Reading;
use super::blocks::Shape;
use super::discourse::Frame;
use super::lexicon::{Cue, Lexicon};
use super::model::Lang;
use super::statements::Statement;
use super::words::{self, Case, Key, Kind, Word};
use surroundings::{is_act, level};
pub use template::Template;

/// One feature: a template filled with up to three words (0 where unused).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Feature {
    /// The kind.
    pub template: Template,
    /// What fills it: keys of words, of group names or of fixed names.
    pub filling: [Key; 3],
}

impl Feature {
    /// The feature as one number, by which the weight table is kept.
    pub fn hash(&self) -> u64 {
        let mut hash = (self.template as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for key in self.filling {
            hash = (hash ^ key).wrapping_mul(0xff51_afd7_ed55_8ccd);
            hash ^= hash >> 32;
        }
        hash
    }
}

/// Stands for a capitalised name.
pub const NAME: &str = "‹name›";
/// Stands for a number.
pub const NUMBER: &str = "‹number›";
const NAME_KEY: Key = words::key(NAME);
const NUMBER_KEY: Key = words::key(NUMBER);

/// Gathers the features of one statement.
pub struct Extractor<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
    groups: Vec<Key>,
    acts: Vec<bool>,
    levels: Vec<u8>,
    function_words: HashSet<Key>,
}

impl<'a> Extractor<'a> {
    /// An extractor for one document.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let lexicon = Lexicon::of(reading.lang);
        let groups = lexicon.group_names().map(words::key).collect();
        let acts = lexicon.group_names().map(is_act).collect();
        let levels = lexicon.group_names().map(level).collect();
        let function_words = Lexicon::grammar(reading.lang).single_words("pattern.word");
        Self { reading, lexicon, groups, acts, levels, function_words }
    }

    fn cues(&self, range: (usize, usize)) -> &'a [Cue] {
        self.reading.cues.get(range.0..range.1).unwrap_or_default()
    }

    fn group(&self, cue: &Cue) -> Key {
        self.groups.get(usize::from(cue.group)).copied().unwrap_or_default()
    }

    fn words(&self, start: usize, end: usize) -> &'a [Word] {
        self.reading.words.get(start..end).unwrap_or_default()
    }

    /// The features of statement `index`, each at most once for sets, in a fixed order.
    pub fn features(&self, index: usize, out: &mut Vec<Feature>) {
        out.clear();
        let (Some(statement), Some(frame)) = (self.reading.statements.get(index), self.reading.frames.get(index))
        else {
            return;
        };
        let mut add = |template, filling: [Key; 3]| out.push(Feature { template, filling });
        add(Template::Bias, [0; 3]);
        self.wording(statement, &mut add);
        self.own_cues(statement, frame, &mut add);
        self.pattern(statement, frame, &mut add);
        self.surroundings(statement, frame, &mut add);
        self.neighbours(index, statement, &mut add);
        self.form(statement, &mut add);
        out.sort_unstable_by_key(|feature| (feature.template, feature.filling));
        out.dedup();
    }

    fn wording(&self, statement: &Statement, add: &mut impl FnMut(Template, [Key; 3])) {
        let content = self.words(statement.start, statement.end);
        let shouted = content.iter().filter(|word| word.kind == Kind::Letters).all(|word| word.case == Case::Upper);
        let mut before = 0;
        let mut second = true;
        for (place, word) in content.iter().enumerate() {
            let Some(key) = plain_key(word, place == 0 || shouted) else { continue };
            if place == 0 {
                add(Template::First, [key, 0, 0]);
            } else {
                if second {
                    add(Template::FirstPair, [before, key, 0]);
                    second = false;
                }
                add(Template::Pair, [before, key, 0]);
            }
            if key != NAME_KEY {
                add(Template::Word, [key, 0, 0]);
                if self.reading.lang == Lang::En && word.kind == Kind::Letters {
                    let written = words::fold(word.of(self.reading.text.as_str()));
                    add(Template::Stem, [words::key(stem(&written)), 0, 0]);
                }
            }
            before = key;
        }
        add(Template::Last, [before, 0, 0]);
        if self.reading.lang == Lang::En
            && let Some(first) = content.first()
        {
            let written = first.of(self.reading.text.as_str()).to_lowercase();
            let ending = if written.ends_with("ed") {
                "ed"
            } else if written.ends_with("ing") {
                "ing"
            } else if written.ends_with('s') {
                "s"
            } else {
                "other"
            };
            add(Template::Suffix, [words::key(ending), 0, 0]);
        }
    }

    fn own_cues(&self, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
        let cues = self.cues(frame.cues);
        let mut groups: Vec<Key> = cues.iter().map(|cue| self.group(cue)).collect();
        if let Some(first) = cues.first() {
            add(Template::FirstCue, [self.group(first), 0, 0]);
            for cue in cues.iter().filter(|cue| cue.start == statement.start) {
                add(Template::OpeningCue, [self.group(cue), 0, 0]);
            }
        } else {
            add(Template::FirstCue, [words::key("none"), 0, 0]);
        }
        for pair in cues.windows(2) {
            if let [one, other] = pair
                && other.start >= one.end
            {
                add(Template::CueStep, [self.group(one), self.group(other), 0]);
            }
        }
        groups.sort_unstable();
        groups.dedup();
        for (place, group) in groups.iter().enumerate() {
            add(Template::Cue, [*group, 0, 0]);
            for other in groups.iter().skip(place + 1) {
                add(Template::CuePair, [*group, *other, 0]);
            }
        }
    }

    fn form(&self, statement: &Statement, add: &mut impl FnMut(Template, [Key; 3])) {
        let shape = self.shape(statement);
        add(Template::Shape, [shape, 0, 0]);
        if statement.part > 0 {
            add(Template::Shape, [words::key("part"), 0, 0]);
        }
        let steps = [3, 6, 10, 16, 25, 40];
        let step = steps.iter().filter(|step| statement.len() > **step).count();
        add(Template::Length, [step as Key + 1, 0, 0]);
        add(Template::Closing, [Key::from(u32::from(statement.closing)), 0, 0]);
        let text = self.reading.text.as_str();
        let content = self.words(statement.start, statement.end);
        for word in content {
            match word.kind {
                Kind::Digits => add(Template::Sign, [NUMBER_KEY, 0, 0]),
                Kind::Mark if matches!(word.of(text), "%" | "?" | "/" | "\"" | "“" | "(" | "@") => {
                    add(Template::Sign, [word.key, 0, 0]);
                }
                _ => {}
            }
        }
        if let Some(block) = self.reading.blocks.get(statement.block) {
            if block.label.1 > block.label.0 && block.shape == Shape::Turn {
                add(Template::Label, [words::key("speaker"), 0, 0]);
                for word in self.words(block.label.0, block.label.1) {
                    if let Some(cue) = self.lexicon.longest(&[*word], 0).and_then(|found| found.1.first()) {
                        let group = self.groups.get(usize::from(*cue)).copied().unwrap_or_default();
                        add(Template::Label, [group, 0, 0]);
                    }
                }
            }
            if let Shape::Cell { column } = block.shape {
                add(Template::Column, [Key::from(column) + 1, 0, 0]);
            }
            if let Some(ticked) = block.ticked {
                add(Template::Label, [words::key(if ticked { "ticked" } else { "unticked" }), 0, 0]);
            }
            let whole = block.end - block.start <= statement.end - statement.front + 2;
            add(Template::Shape, [shape, words::key(if whole { "whole" } else { "among" }), 0]);
        }
    }

    fn shape(&self, statement: &Statement) -> Key {
        words::key(match self.reading.blocks.get(statement.block).map(|block| block.shape) {
            Some(Shape::Heading) => "heading",
            Some(Shape::ListItem) => "list",
            Some(Shape::Cell { .. }) => "cell",
            Some(Shape::Turn) => "turn",
            Some(Shape::Paragraph) | None => "paragraph",
        })
    }

    /// The words of a cue as one key.
    fn phrase(&self, cue: &Cue) -> Key {
        self.words(cue.start, cue.end).iter().fold(0, |hash: Key, word| hash.rotate_left(5) ^ word.key)
    }
}

/// A word without its commonest English endings.
pub fn stem(word: &str) -> &str {
    let endings = [
        "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "er", "es", "ly",
        "s", "e", "y",
    ];
    words::without_ending(word, &endings)
}

/// The key of a word for n-grams: names and numbers are masked, marks left out.
fn plain_key(word: &Word, opening: bool) -> Option<Key> {
    match word.kind {
        Kind::Digits => Some(NUMBER_KEY),
        Kind::Letters if word.case == Case::Lower || opening || word.end - word.start == 1 => Some(word.key),
        Kind::Letters => Some(NAME_KEY),
        Kind::Mark | Kind::Break => None,
    }
}
