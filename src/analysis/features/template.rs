//! The kinds of features and their names in the weight table.

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
}

impl Template {
    /// All templates with their names in the weight table.
    pub const NAMES: [(Self, &'static str); 37] = [
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
    ];
}
