//! The user's text made uniform: composed letters, plain spaces, `\n` line ends; with the way back to the original.

use std::borrow::Cow;
use std::ops::Range;

use super::letters;
use super::model::Span;

/// Normal text together with the map to the text it came from.
#[derive(Debug)]
pub struct Text<'a> {
    normal: Cow<'a, str>,
    /// Where the distance between the two texts changes for first bytes of characters.
    starts: Steps,
    /// The same for their ends: a dropped character after a word belongs to neither.
    ends: Steps,
    rewritten: bool,
}

impl<'a> Text<'a> {
    /// Whether some of its words are not those of the original.
    pub const fn is_rewritten(&self) -> bool {
        self.rewritten
    }

    /// The text with other words in some places: `edits` are disjoint ranges of it in their order, with what stands there.
    pub fn rewritten(self, edits: &[(Range<usize>, String)]) -> Text<'a> {
        if edits.is_empty() {
            return self;
        }
        let (mut starts, mut ends) = (Steps::default(), Steps::default());
        let mut normal = String::with_capacity(self.normal.len() * 5 / 4);
        let mut done = 0;
        let whole = self.normal.len();
        for (range, word) in
            edits.iter().map(|(range, word)| (range.clone(), word.as_str())).chain([(whole..whole, "")])
        {
            for (at, letter) in self.normal.get(done..range.start).unwrap_or_default().char_indices() {
                starts.record(normal.len(), self.starts.original(done + at));
                normal.push(letter);
                ends.record(normal.len(), self.ends.original(done + at + letter.len_utf8()));
            }
            starts.record(normal.len(), self.starts.original(range.start));
            normal.push_str(word);
            ends.record(normal.len(), self.ends.original(range.end));
            done = range.end;
        }
        Text { normal: Cow::Owned(normal), starts, ends, rewritten: true }
    }

    /// The normal text.
    pub fn as_str(&self) -> &str {
        &self.normal
    }

    /// The span of the original text under a span of the normal one.
    pub fn original(&self, span: Span) -> Span {
        Span::new(self.starts.original(span.start), self.ends.original(span.end))
    }
}

/// Pairs `(normal, original)` of byte offsets, ascending; empty where both texts are the same.
#[derive(Debug, Default)]
struct Steps(Vec<(usize, usize)>);

impl Steps {
    fn record(&mut self, normal: usize, original: usize) {
        let (last_normal, last_original) = self.0.last().copied().unwrap_or_default();
        if last_original + (normal - last_normal) != original {
            self.0.push((normal, original));
        }
    }

    fn original(&self, normal: usize) -> usize {
        let next = self.0.partition_point(|step| step.0 <= normal);
        match next.checked_sub(1).and_then(|index| self.0.get(index)) {
            Some((from, to)) => to + (normal - from),
            None => normal,
        }
    }
}

/// Composes letters and marks, turns odd spaces into plain ones and CR LF into LF, and drops the characters that
/// nobody sees (byte order mark, zero-width space, soft hyphen).
pub fn normalise(original: &str) -> Text<'_> {
    let (mut starts, mut ends) = (Steps::default(), Steps::default());
    if !original.chars().any(changes) {
        return Text { normal: Cow::Borrowed(original), starts, ends, rewritten: false };
    }
    let mut normal = String::with_capacity(original.len());
    let mut characters = original.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let Some(mut character) = plain(character, characters.peek().map(|next| next.1)) else { continue };
        while let Some(joined) = characters.peek().and_then(|next| letters::compose(character, next.1)) {
            character = joined;
            characters.next();
        }
        starts.record(normal.len(), at);
        normal.push(character);
        ends.record(normal.len(), characters.peek().map_or(original.len(), |next| next.0));
    }
    Text { normal: Cow::Owned(normal), starts, ends, rewritten: false }
}

fn changes(character: char) -> bool {
    !character.is_ascii() && (letters::is_mark(character) || plain(character, None) != Some(character))
        || character == '\r'
        || character == '\u{c}'
}

fn plain(character: char, next: Option<char>) -> Option<char> {
    match character {
        '\r' if next == Some('\n') => None,
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
        'Ð' => Some('Đ'),
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clean_text_is_borrowed() {
        let text = normalise("Sở Y tế");
        assert!(matches!(text.normal, Cow::Borrowed(_)));
        assert_eq!(text.original(Span::new(0, 4)), Span::new(0, 4));
    }

    #[test]
    fn spans_lead_back_to_decomposed_text() {
        let original = "\u{feff}So\u{309} Y te\u{302}\u{301}\r\nxong";
        let text = normalise(original);
        assert_eq!(text.as_str(), "Sở Y tế\nxong".replace('ở', "ỏ"));
        let start = text.as_str().find("tế").unwrap_or_default();
        assert_eq!(text.original(Span::new(start, start + "tế".len())).of(original), "te\u{302}\u{301}");
        let start = text.as_str().find("xong").unwrap_or_default();
        assert_eq!(text.original(Span::new(start, start + 4)).of(original), "xong");
    }
}
