//! Language packs: groups of phrases, read from data files and found in one pass over the words.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::model::Lang;
use super::words::{self, Key, Kind, Word};

/// Number of a group within its pack.
pub type GroupId = u16;

/// A hasher for keys that are hashes already.
#[derive(Default)]
pub struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// A map keyed by word keys or hashes made of them.
pub type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Identity>>;

/// A phrase found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The group the phrase belongs to.
    pub group: GroupId,
    /// First word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
}

/// The phrases of one language as a tree of words.
#[derive(Debug, Default)]
pub struct Lexicon {
    groups: Vec<String>,
    phrases: Vec<String>,
    /// Child of a node by the next word's key, mixed with the node's number.
    branches: KeyMap<u32>,
    /// Groups of the phrases that end at a node.
    ends: Vec<Vec<GroupId>>,
}

impl Lexicon {
    /// The cues of a language, read on first use: evidence for what a statement does.
    pub fn of(lang: Lang) -> &'static Self {
        static VI: LazyLock<Lexicon> = LazyLock::new(|| {
            Lexicon::read(&[include_str!("../../lexicon/vi/cues.txt"), include_str!("../../lexicon/vi/actors.txt")])
        });
        static EN: LazyLock<Lexicon> = LazyLock::new(|| {
            Lexicon::read(&[include_str!("../../lexicon/en/cues.txt"), include_str!("../../lexicon/en/actors.txt")])
        });
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// The grammar words of a language, read on first use: what splitting and the search for actors look at.
    pub fn grammar(lang: Lang) -> &'static Self {
        static VI: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/vi/grammar.txt")]));
        static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/en/grammar.txt")]));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// What the search for actors looks at, read on first use.
    pub fn parties(lang: Lang) -> &'static Self {
        static VI: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/vi/parties.txt")]));
        static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/en/parties.txt")]));
        match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        }
    }

    /// An empty lexicon.
    pub fn new() -> Self {
        Self { ends: vec![Vec::new()], ..Self::default() }
    }

    /// Adds a phrase to the group called `group`, which is made where there is none.
    pub fn insert(&mut self, phrase: &str, group: &str) {
        let known = self.group(group);
        let group = known.unwrap_or_else(|| {
            self.groups.push(group.to_owned());
            GroupId::try_from(self.groups.len() - 1).unwrap_or_default()
        });
        self.add(phrase, group);
    }

    /// Reads a pack: `[group]` opens a group, phrases stand one a line or between bars, `#` opens a comment.
    pub fn read(files: &[&str]) -> Self {
        let mut lexicon = Self::new();
        for line in files.iter().flat_map(|file| file.lines()) {
            let line = line.trim();
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                lexicon.groups.push(name.to_string());
            } else if !line.is_empty() && !line.starts_with('#') {
                let group = GroupId::try_from(lexicon.groups.len().saturating_sub(1)).unwrap_or_default();
                line.split('|').for_each(|phrase| lexicon.add(phrase.trim(), group));
            }
        }
        lexicon
    }

    fn add(&mut self, phrase: &str, group: GroupId) {
        let mut node = 0u32;
        self.phrases.push(phrase.to_string());
        for word in words::split(phrase) {
            let next = u32::try_from(self.ends.len()).unwrap_or_default();
            node = *self.branches.entry(branch(node, word.key)).or_insert(next);
            if node == next {
                self.ends.push(Vec::new());
            }
        }
        if let Some(groups) = self.ends.get_mut(node as usize).filter(|groups| node != 0 && !groups.contains(&group)) {
            groups.push(group);
        }
    }

    /// Name of a group.
    pub fn group_name(&self, group: GroupId) -> &str {
        self.groups.get(usize::from(group)).map_or("", String::as_str)
    }

    /// Names of all groups in the order of their numbers.
    pub fn group_names(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(String::as_str)
    }

    /// All phrases as written in the pack.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().map(String::as_str)
    }

    /// Keys of the phrases of one word in a group.
    pub fn single_words(&self, group: &str) -> HashSet<Key> {
        let Some(group) = self.group(group) else { return HashSet::new() };
        self.phrases
            .iter()
            .filter_map(|phrase| {
                let words = words::split(phrase);
                let found = self.longest(&words, 0).filter(|found| found.0 == words.len() && words.len() == 1)?;
                found.1.contains(&group).then(|| words.first().map(|word| word.key)).flatten()
            })
            .collect()
    }

    /// Number of the group called `name`.
    pub fn group(&self, name: &str) -> Option<GroupId> {
        self.groups.iter().position(|group| group == name).and_then(|index| GroupId::try_from(index).ok())
    }

    /// All phrases that start at word `start`, shortest first: their ends and groups.
    pub fn phrases_at(&self, words: &[Word], start: usize) -> impl Iterator<Item = (usize, &[GroupId])> {
        let mut node = 0u32;
        words
            .iter()
            .enumerate()
            .skip(start)
            .filter(move |(index, word)| word.kind != Kind::Break || *index == start)
            .map_while(move |(index, word)| {
                node = *self.branches.get(&branch(node, word.key))?;
                Some((index + 1, self.ends.get(node as usize).map_or(&[][..], Vec::as_slice)))
            })
            .filter(|(_, groups)| !groups.is_empty())
    }

    /// The longest phrase that starts at word `start`: its end and groups.
    pub fn longest(&self, words: &[Word], start: usize) -> Option<(usize, &[GroupId])> {
        self.phrases_at(words, start).last()
    }

    /// All cues of the text, longest first at each place; the words of a found phrase are not searched again, except
    /// that each of its words may open a phrase that reaches beyond it.
    pub fn find(&self, words: &[Word]) -> Vec<Cue> {
        let mut cues = Vec::new();
        let mut covered = 0;
        for start in 0..words.len() {
            if let Some((end, groups)) = self.longest(words, start).filter(|found| found.0 > covered) {
                cues.extend(groups.iter().map(|group| Cue { group: *group, start, end }));
                covered = end;
            }
        }
        cues
    }
}

fn branch(node: u32, key: Key) -> u64 {
    (key ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_phrase_wins() {
        let lexicon = Lexicon::read(&["[a]\nchưa\n[b]\nchưa đạt | đạt kế hoạch"]);
        let text = "chưa đạt kế hoạch";
        let found: Vec<(usize, usize, &str)> = lexicon
            .find(&words::split(text))
            .iter()
            .map(|cue| (cue.start, cue.end, lexicon.group_name(cue.group)))
            .collect();
        assert_eq!(found, [(0, 2, "b"), (1, 4, "b")]);
    }

    #[test]
    fn both_packs_are_read() {
        for lang in [Lang::Vi, Lang::En] {
            assert!(Lexicon::of(lang).groups.len() > 20);
        }
    }
}
