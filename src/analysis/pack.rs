//! A user's own pack: phrases that one office uses and the lexicon does not know, read from a small JSON file that
//! `docs/lexicon.md` describes.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Most phrases of a pack.
pub const MOST: usize = 2000;

/// Most words of a phrase.
pub const LONGEST: usize = 20;

/// Phrases that are added to the lexicon for one analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Pack {
    /// Cues by what they do.
    pub cues: Acts,
    /// Bodies and people that act in this office's minutes.
    pub actors: Vec<String>,
    /// Short forms of such names, each with the full one: both mean the same body.
    pub abbreviations: BTreeMap<String, String>,
    /// Headings by the group of what stands under them.
    pub headings: Headings,
}

/// Cues by their speech act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Acts {
    /// Somebody with authority orders work.
    pub order: Vec<String>,
    /// Somebody asks or proposes.
    pub request: Vec<String>,
    /// Somebody takes work on.
    pub commitment: Vec<String>,
    /// Something has been reached.
    pub result: Vec<String>,
    /// Something is lacking, late or wrong.
    pub fault: Vec<String>,
    /// It only informs.
    pub neutral: Vec<String>,
}

/// Headings by the group of what stands under them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Headings {
    /// Over results.
    pub achievement: Vec<String>,
    /// Over faults.
    pub shortcoming: Vec<String>,
    /// Over requests.
    pub recommendation: Vec<String>,
    /// Over tasks.
    pub directive: Vec<String>,
    /// Over what is no item.
    pub neutral: Vec<String>,
}

/// Why a file is no pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// It is not JSON, or has a field that no pack has.
    Form {
        /// Line of the file, from 1.
        line: usize,
        /// Column in that line, from 1.
        column: usize,
        /// What the reader says.
        problem: String,
    },
    /// A phrase holds no word.
    NoWord {
        /// The list it stands in, such as `cues.order`.
        list: &'static str,
        /// The phrase.
        phrase: String,
    },
    /// A phrase has more than [`LONGEST`] words, or a line break in it.
    TooLong {
        /// The list it stands in.
        list: &'static str,
        /// The phrase.
        phrase: String,
    },
    /// There are more than [`MOST`] phrases.
    TooMany(usize),
}

impl fmt::Display for PackError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form { line, column, problem } => write!(formatter, "line {line}, column {column}: {problem}"),
            Self::NoWord { list, phrase } => write!(formatter, "{list}: {phrase:?} holds no word"),
            Self::TooLong { list, phrase } => {
                write!(formatter, "{list}: {phrase:?} is no phrase of at most {LONGEST} words on one line")
            }
            Self::TooMany(count) => write!(formatter, "{count} phrases; a pack holds at most {MOST}"),
        }
    }
}

impl std::error::Error for PackError {}

impl Pack {
    /// Reads a pack from JSON.
    ///
    /// # Errors
    /// Where the text is no JSON object of this form, or a phrase in it is none.
    pub fn read(json: &str) -> Result<Self, PackError> {
        let pack: Self = serde_json::from_str(json).map_err(|error| {
            let text = error.to_string();
            let problem = text.rsplit_once(" at line ").map_or(text.as_str(), |(problem, _)| problem).to_owned();
            PackError::Form { line: error.line(), column: error.column(), problem }
        })?;
        pack.check().map(|()| pack)
    }

    fn check(&self) -> Result<(), PackError> {
        let short = self.abbreviations.iter().flat_map(|(short, full)| [short, full]);
        let lists = self.lists();
        let phrases = lists.iter().flat_map(|(list, phrases)| phrases.iter().map(move |phrase| (*list, phrase)));
        let mut count = 0;
        for (list, phrase) in phrases.chain(short.map(|phrase| ("abbreviations", phrase))) {
            let phrase = phrase.clone();
            if !phrase.contains(char::is_alphanumeric) {
                return Err(PackError::NoWord { list, phrase });
            }
            if phrase.split_whitespace().count() > LONGEST || phrase.contains(['\n', '\r']) {
                return Err(PackError::TooLong { list, phrase });
            }
            count += 1;
        }
        if count > MOST { Err(PackError::TooMany(count)) } else { Ok(()) }
    }

    /// All lists but the abbreviations, under their names in the file.
    pub fn lists(&self) -> [(&'static str, &[String]); 12] {
        let Self { cues, actors, headings, .. } = self;
        [
            ("cues.order", &cues.order),
            ("cues.request", &cues.request),
            ("cues.commitment", &cues.commitment),
            ("cues.result", &cues.result),
            ("cues.fault", &cues.fault),
            ("cues.neutral", &cues.neutral),
            ("actors", actors),
            ("headings.achievement", &headings.achievement),
            ("headings.shortcoming", &headings.shortcoming),
            ("headings.recommendation", &headings.recommendation),
            ("headings.directive", &headings.directive),
            ("headings.neutral", &headings.neutral),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_pack_says_what_is_wrong_with_it() {
        let error = |json: &str| Pack::read(json).unwrap_err();
        assert!(matches!(error("{"), PackError::Form { line: 1, .. }));
        let PackError::Form { line, problem, .. } = error("{\n  \"cuse\": {}\n}") else { panic!("a form error") };
        assert_eq!(line, 2);
        assert!(problem.contains("cuse"), "{problem}");
        assert!(matches!(error(r#"{"actors": "x"}"#), PackError::Form { .. }));
        let no_word = PackError::NoWord { list: "cues.order", phrase: "…".into() };
        assert_eq!(error(r#"{"cues": {"order": ["…"]}}"#), no_word);
        assert!(matches!(error(r#"{"actors": ["a\nb"]}"#), PackError::TooLong { list: "actors", .. }));
        let many = format!("{{\"actors\": [{}\"a\"]}}", "\"a\",".repeat(MOST));
        assert_eq!(error(&many), PackError::TooMany(MOST + 1));
    }
}
