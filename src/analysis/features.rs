//! What speaks for and against a category: the named features of a statement, in one visible place.

use super::Reading;
use std::collections::HashSet;

use super::blocks::Shape;
use super::discourse::Frame;
use super::lexicon::{Cue, Lexicon};
use super::model::Lang;
use super::statements::Statement;
use super::words::{self, Case, Key, Kind, Word};

/// A kind of feature; its name opens the line of the weight table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Template {
    /// Always there.
    Bias,
    /// A word.
    Word,
    /// Two words in a row.
    Pair,
    /// The first word.
    First,
    /// The first two words.
    FirstPair,
    /// The last word.
    Last,
    /// A cue group.
    Cue,
    /// The first cue group.
    FirstCue,
    /// Cue group that opens the statement.
    OpeningCue,
    /// Two cue groups of the statement.
    CuePair,
    /// Two cue groups in the order in which they follow each other.
    CueStep,
    /// Three classes of words in a row.
    Pattern,
    /// The classes of the first two or three words.
    Opening,
    /// Whether the order goes up, down or across the ranks, with the act.
    Direction,
    /// A cue group of another part of the same sentence.
    SentenceCue,
    /// A word of the front (lead-in, source, connective).
    Front,
    /// A cue group of the front.
    FrontCue,
    /// A word of the nearest heading or lead-in above.
    Above,
    /// A cue group of the nearest heading or lead-in above.
    AboveCue,
    /// A cue group of the headings further above.
    HighCue,
    /// Rank of the subject.
    Subject,
    /// Act, subject and addressee together.
    Act,
    /// The act that rules from before, with its distance.
    Ruling,
    /// The act that rules together with the first cue of the statement.
    RulingCue,
    /// Rank of the one who speaks.
    Speaker,
    /// Rank of the one who speaks, with the first act of the statement.
    SpeakerAct,
    /// Shape of the block.
    Shape,
    /// Shape of the block with the cue group of what stands above.
    ShapeAbove,
    /// Length in words, by steps.
    Length,
    /// The mark that closes the statement.
    Closing,
    /// Digits, percent signs, question marks, quotes.
    Sign,
    /// A cue group of the statement before, in the same block.
    Before,
    /// A cue group of the statement after, in the same block.
    After,
    /// Ending of the first word (English).
    Suffix,
    /// A word without its ending (English).
    Stem,
    /// A speaker label or assignee label stands before the statement.
    Label,
    /// Column of the table cell.
    Column,
    /// Place in the document.
    Place,
}

impl Template {
    /// All templates with their names in the weight table.
    pub const NAMES: [(Self, &'static str); 38] = [
        (Self::Bias, "bias"),
        (Self::Word, "word"),
        (Self::Pair, "pair"),
        (Self::First, "first"),
        (Self::FirstPair, "first-pair"),
        (Self::Last, "last"),
        (Self::Cue, "cue"),
        (Self::FirstCue, "first-cue"),
        (Self::OpeningCue, "opening-cue"),
        (Self::CuePair, "cue-pair"),
        (Self::CueStep, "cue-step"),
        (Self::Pattern, "pattern"),
        (Self::Opening, "opening"),
        (Self::Direction, "direction"),
        (Self::SentenceCue, "sentence-cue"),
        (Self::Front, "front"),
        (Self::FrontCue, "front-cue"),
        (Self::Above, "above"),
        (Self::AboveCue, "above-cue"),
        (Self::HighCue, "high-cue"),
        (Self::Subject, "subject"),
        (Self::Act, "act"),
        (Self::Ruling, "ruling"),
        (Self::RulingCue, "ruling-cue"),
        (Self::Speaker, "speaker"),
        (Self::SpeakerAct, "speaker-act"),
        (Self::Shape, "shape"),
        (Self::ShapeAbove, "shape-above"),
        (Self::Length, "length"),
        (Self::Closing, "closing"),
        (Self::Sign, "sign"),
        (Self::Before, "before"),
        (Self::After, "after"),
        (Self::Suffix, "suffix"),
        (Self::Stem, "stem"),
        (Self::Label, "label"),
        (Self::Column, "column"),
        (Self::Place, "place"),
    ];
}

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
        self.form(index, statement, frame, &mut add);
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

    /// The statement as a row of classes: cue groups, function words, names, numbers, endings.
    fn pattern(&self, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
        let mut classes = vec![words::key("start")];
        let mut cues = self.cues(frame.cues).iter().peekable();
        let mut index = statement.start;
        while index < statement.end {
            while cues.next_if(|cue| cue.start < index).is_some() {}
            if let Some(cue) = cues.next_if(|cue| cue.start == index) {
                classes.push(self.group(cue));
                index = cue.end.max(index + 1);
                continue;
            }
            if let Some(class) = self.reading.words.get(index).and_then(|word| self.class(word))
                && !(class == NAME_KEY && classes.last() == Some(&NAME_KEY))
            {
                classes.push(class);
            }
            index += 1;
        }
        classes.push(words::key("end"));
        for three in classes.windows(3).take(40) {
            if let [one, two, three] = three {
                add(Template::Pattern, [*one, *two, *three]);
            }
        }
        let at = |index: usize| classes.get(index).copied().unwrap_or_default();
        add(Template::Opening, [at(1), at(2), 0]);
        add(Template::Opening, [at(1), at(2), at(3)]);
    }

    fn class(&self, word: &Word) -> Option<Key> {
        match word.kind {
            Kind::Digits => Some(NUMBER_KEY),
            Kind::Letters => {
                if self.function_words.contains(&word.key) {
                    return Some(word.key);
                }
                if word.case != Case::Lower {
                    return Some(NAME_KEY);
                }
                if self.reading.lang == Lang::Vi {
                    return Some(words::key("other"));
                }
                let written = word.of(self.reading.text.as_str());
                let ending = ["ed", "ing", "ly", "s"].into_iter().find(|ending| written.ends_with(ending));
                Some(words::key(ending.unwrap_or("other")))
            }
            Kind::Mark => matches!(word.of(self.reading.text.as_str()), "," | ":" | "?" | "(" | "%" | "-" | "–" | "\"")
                .then_some(word.key),
            Kind::Break => None,
        }
    }

    fn surroundings(&self, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
        for word in self.words(statement.front, statement.start) {
            if let Some(key) = plain_key(word, false).filter(|key| *key != NAME_KEY) {
                add(Template::Front, [key, 0, 0]);
            }
        }
        for cue in self.cues(frame.front_cues) {
            add(Template::FrontCue, [self.group(cue), 0, 0]);
        }
        let shape = self.shape(statement);
        for (height, block) in frame.above.iter().enumerate() {
            let Some(block) = block.and_then(|block| self.reading.blocks.get(block)) else { continue };
            let range = (
                self.reading.cues.partition_point(|cue| cue.start < block.start),
                self.reading.cues.partition_point(|cue| cue.start < block.end),
            );
            let template = if height == 0 { Template::AboveCue } else { Template::HighCue };
            for cue in self.cues(range) {
                add(template, [self.group(cue), 0, 0]);
                if height == 0 {
                    add(Template::ShapeAbove, [shape, self.group(cue), 0]);
                }
            }
            if height == 0 {
                for word in self.words(block.start, block.end.min(block.start + 40)) {
                    if let Some(key) = plain_key(word, true) {
                        add(Template::Above, [key, 0, 0]);
                    }
                }
            }
        }
        let rank = |group: Option<u16>| {
            group.and_then(|group| self.groups.get(usize::from(group)).copied()).unwrap_or(words::key("none"))
        };
        let act = self.cues(frame.cues).iter().find(|cue| self.acts.get(usize::from(cue.group)) == Some(&true));
        let act_key = act.map_or(words::key("none"), |cue| self.phrase(cue));
        let act_group = act.map_or(words::key("none"), |cue| self.group(cue));
        add(Template::Subject, [rank(frame.subject), 0, 0]);
        add(Template::Act, [act_key, rank(frame.subject), rank(frame.addressee)]);
        add(Template::Act, [act_key, rank(frame.subject), 0]);
        add(Template::Act, [act_key, 0, rank(frame.addressee)]);
        let level =
            |group: Option<u16>| group.and_then(|group| self.levels.get(usize::from(group))).copied().unwrap_or(0);
        let giver = level(frame.subject.or(frame.speaker.map(|carried| carried.cue.group)));
        let taker = level(frame.addressee);
        if giver > 0 && taker > 0 {
            let way = match giver.cmp(&taker) {
                std::cmp::Ordering::Less => "up",
                std::cmp::Ordering::Equal => "across",
                std::cmp::Ordering::Greater => "down",
            };
            add(Template::Direction, [words::key(way), act_group, 0]);
            add(Template::Direction, [words::key(way), 0, 0]);
        }
        if let Some(carried) = frame.act {
            let near = distance(carried.distance, carried.same_block);
            add(Template::Ruling, [self.phrase(&carried.cue), 0, 0]);
            add(Template::Ruling, [self.group(&carried.cue), near, 0]);
            let first = self.cues(frame.cues).first().map_or(words::key("none"), |cue| self.group(cue));
            add(Template::RulingCue, [self.group(&carried.cue), first, 0]);
        } else {
            add(Template::Ruling, [words::key("none"), 0, 0]);
        }
        if let Some(carried) = frame.speaker {
            add(Template::Speaker, [self.group(&carried.cue), 0, 0]);
            add(Template::SpeakerAct, [self.group(&carried.cue), act_group, 0]);
            if let Some(ruling) = frame.act {
                add(Template::SpeakerAct, [self.group(&carried.cue), self.phrase(&ruling.cue), words::key("ruling")]);
            }
        }
    }

    fn neighbours(&self, index: usize, statement: &Statement, add: &mut impl FnMut(Template, [Key; 3])) {
        let mut look = |other: Option<usize>, template| {
            let Some(other) = other else { return };
            let (Some(neighbour), Some(frame)) = (self.reading.statements.get(other), self.reading.frames.get(other))
            else {
                return;
            };
            if neighbour.block != statement.block {
                return;
            }
            let template = if neighbour.sentence == statement.sentence { Template::SentenceCue } else { template };
            for cue in self.cues(frame.cues) {
                add(template, [self.group(cue), 0, 0]);
            }
        };
        look(index.checked_sub(1), Template::Before);
        look(Some(index + 1), Template::After);
    }

    fn form(&self, index: usize, statement: &Statement, frame: &Frame, add: &mut impl FnMut(Template, [Key; 3])) {
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
        if frame.above[0].is_none() {
            add(Template::Place, [words::key("top"), 0, 0]);
        }
        if index == 0 {
            add(Template::Place, [words::key("first"), 0, 0]);
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
    for ending in [
        "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "er", "es", "ly",
        "s", "e", "y",
    ] {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= 3) {
            return rest;
        }
    }
    word
}

/// Whether a group orders, asks, proposes or commits.
fn is_act(group: &str) -> bool {
    group.starts_with("order.") && !group.ends_with("verb") && !group.ends_with("manner")
        || group.starts_with("action.") && !group.ends_with("verb")
        || matches!(group, "request" | "commit" | "propose")
}

/// Height of a rank, 0 where the group is none.
fn level(group: &str) -> u8 {
    match group {
        "rank.central" => 9,
        "rank.ministry" => 8,
        "rank.province" | "rank.board" => 7,
        "rank.department" | "rank.office" => 6,
        "rank.district" => 5,
        "rank.commune" => 4,
        "rank.inside" | "rank.staff" => 3,
        "rank.people" => 1,
        _ => 0,
    }
}

fn distance(statements: usize, same_block: bool) -> Key {
    words::key(match (statements, same_block) {
        (0, _) => "own",
        (1, true) => "next",
        (2..=4, true) => "near",
        (_, true) => "far",
        (1..=3, false) => "near-block",
        _ => "far-block",
    })
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
