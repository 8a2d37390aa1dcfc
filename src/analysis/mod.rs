//! From text to [`Minutes`]: this file is the only list of the stages. Each imports what stands left of it here, and
//! nothing else of this crate:
//!
//! pack → model → letters → normalise → words → respell → lexicon → own → language → passages → dates → blocks → statements → discourse →
//! features → weights → items → actors → fields → products → title → duplicates → figures → answers

pub mod actors;
pub mod answers;
pub mod blocks;
pub mod dates;
pub mod discourse;
pub mod duplicates;
pub mod features;
pub mod fields;
pub mod figures;
pub mod items;
pub mod language;
pub mod letters;
pub mod lexicon;
pub mod model;
pub mod normalise;
pub mod own;
pub mod pack;
pub mod passages;
pub mod products;
pub mod respell;
pub mod statements;
pub mod title;
pub mod weights;
pub mod words;

use blocks::Block;
use discourse::Frame;
use lexicon::{Cue, Lexicon};
use model::{Date, Lang, Minutes, Options};
use normalise::Text;
use own::Own;
use statements::Statement;
use weights::Weights;
use words::{Kind, Word};

/// A document read as far as its statements: what the later stages weigh.
#[derive(Debug)]
pub struct Reading<'a> {
    /// Normal text and the way back.
    pub text: Text<'a>,
    /// Its language.
    pub lang: Lang,
    /// Whether the language was given or could be told.
    pub is_known: bool,
    /// The user's own phrases, for this language.
    pub own: Option<Own>,
    /// All words.
    pub words: Vec<Word>,
    /// All cues, ordered by their start.
    pub cues: Vec<Cue>,
    /// All grammar words, ordered by their start.
    pub grammar: Vec<Cue>,
    /// The layout.
    pub blocks: Vec<Block>,
    /// The statements in the order of the text.
    pub statements: Vec<Statement>,
    /// The surroundings of each statement.
    pub frames: Vec<Frame>,
}

/// Reads a document as far as its statements.
pub fn read<'a>(text: &'a str, options: &Options) -> Reading<'a> {
    let text = normalise::normalise(text);
    let words = words::split(text.as_str());
    let told = language::tell(&words, text.as_str());
    let lang = options.lang.or(told).unwrap_or_default();
    let (text, words) = respell::respell(text, words, lang);
    let lexicon = Lexicon::of(lang);
    let own = options.pack.as_ref().map(|pack| Own::new(pack, lang));
    let mut cues = lexicon.find(&words);
    if let Some(own) = &own {
        own.add(&words, lexicon, &mut cues);
    }
    let grammar = Lexicon::grammar(lang).find(&words);
    let blocks = blocks::find(&words, text.as_str());
    let statements = statements::split(&words, text.as_str(), &blocks, lang, &cues, &grammar);
    let frames = discourse::frames(&words, &cues, &blocks, &statements, lexicon);
    Reading {
        text,
        lang,
        is_known: options.lang.is_some() || told.is_some(),
        own,
        words,
        cues,
        grammar,
        blocks,
        statements,
        frames,
    }
}

/// Analyses the minutes in `text`. Total: it never fails and never panics; doubts are notes in the result.
pub fn analyze(text: &str, options: &Options) -> Minutes {
    let mut minutes = analyze_passages(text, options);
    minutes.answers = answers::find(&minutes, text);
    minutes
}

/// Analyses each passage in its own language.
fn analyze_passages(text: &str, options: &Options) -> Minutes {
    let passages = if options.lang.is_none() { passages::find(text) } else { Vec::new() };
    if passages.is_empty() {
        return analyze_passage(text, options);
    }
    let parts =
        || passages.iter().map(|(range, lang)| (range.start, text.get(range.clone()).unwrap_or_default(), *lang));
    let date = options.date.or_else(|| parts().find_map(|(_, part, lang)| meeting_date(part, lang)));
    let analyze = |part: &str, lang| analyze_passage(part, &Options { date, lang: Some(lang), ..options.clone() });
    let length = |wanted: Lang| parts().filter(|part| part.2 == wanted).map(|part| part.1.len()).sum::<usize>();
    let main = if length(Lang::En) > length(Lang::Vi) { Lang::En } else { Lang::Vi };
    passages::join(parts().map(|(start, part, lang)| (start, analyze(part, lang))).collect(), main)
}

/// The meeting's date as a passage tells it.
fn meeting_date(text: &str, lang: Lang) -> Option<Date> {
    let text = normalise::normalise(text);
    dates::meeting_date(&words::split(text.as_str()), text.as_str(), lang).map(|found| found.0)
}

/// Analyses a text in one language.
fn analyze_passage(text: &str, options: &Options) -> Minutes {
    let reading = read(text, options);
    let items = items::find(&reading, Weights::of(reading.lang));
    let mut minutes = fields::fill(&reading, items, options.date);
    products::fill(&reading, &mut minutes.items);
    minutes.head.title = title::find(&reading);
    duplicates::mark(&reading, &mut minutes.items);
    if reading.text.is_rewritten() {
        respell::quote(&mut minutes, text);
    }
    (minutes.figures, minutes.attainments) = figures::find(&reading);
    minutes
}
