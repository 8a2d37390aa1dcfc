//! The title of the document, where one of its first lines looks like one.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::model::{Lang, Span};
use super::words::{Case, Word};
use super::{Kind, Reading};

/// Lines that are looked at.
const LINES: usize = 16;

/// Most words of a title, and of a kind of document that stands on a line of its own above it.
const LONGEST: usize = 40;
const KIND: usize = 4;

fn lexicon(lang: Lang) -> &'static Lexicon {
    static VI: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/vi/titles.txt")]));
    static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/en/titles.txt")]));
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// The title: the line that names the kind of document, else a first line that is no sentence.
pub fn find(reading: &Reading<'_>) -> Option<Span> {
    let head = Head { words: &reading.words, text: reading.text.as_str(), lang: reading.lang };
    let lines = head.lines();
    let is_kind = |line: &&Range<usize>| head.is(line, "kind") && head.may_be(line);
    let at = lines.iter().position(|line| is_kind(&line));
    let range = match at.and_then(|at| Some((lines.get(at)?, lines.get(at + 1)))) {
        // "THÔNG BÁO" alone: what it is about stands on the next line.
        Some((line, Some(next))) if line.len() <= KIND && next.start == line.end + 1 && head.may_be(next) => {
            line.start..next.end
        }
        Some((line, _)) => line.clone(),
        None => lines.iter().find(|line| !head.is_letterhead(line)).filter(|line| head.may_be(line))?.clone(),
    };
    // A text of one line is no title.
    let more = reading.words.get(range.end..)?.iter().any(|word| word.kind == Kind::Letters);
    let start = reading.words.get(range.start)?.start as usize;
    let end = reading.words.get(range.end.checked_sub(1)?)?.end as usize;
    more.then(|| reading.text.original(Span::new(start, end)))
}

/// The first lines of a document.
struct Head<'a> {
    words: &'a [Word],
    text: &'a str,
    lang: Lang,
}

impl Head<'_> {
    /// The lines with something in them, without marks of layout at their ends.
    fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = 0;
        while start < self.words.len() && lines.len() < LINES {
            let rest = self.words.get(start..).unwrap_or_default();
            let end = start + rest.iter().position(|word| word.kind == Kind::Break).unwrap_or(rest.len());
            let bullet = |index: usize| {
                self.words
                    .get(index + 1)
                    .is_none_or(|next| self.words.get(index).is_some_and(|word| next.start > word.end))
            };
            let plain = |index: &usize| match self.written(*index) {
                "#" | "_" | "=" => false,
                "*" => *index == start && bullet(*index),
                _ => true,
            };
            if let (Some(first), Some(last)) = ((start..end).find(plain), (start..end).rev().find(plain)) {
                lines.push(first..last + 1);
            }
            start = end + 1;
        }
        lines
    }

    fn written(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.of(self.text))
    }

    /// Whether the line opens with a phrase of `group`.
    fn is(&self, line: &Range<usize>, group: &str) -> bool {
        let lexicon = lexicon(self.lang);
        let found = lexicon.longest(self.words, line.start);
        found.is_some_and(|(_, groups)| groups.iter().any(|found| lexicon.group_name(*found) == group))
    }

    /// A line that is the frame of a document, or names its office in capitals.
    fn is_letterhead(&self, line: &Range<usize>) -> bool {
        let parties = Lexicon::parties(self.lang);
        let body = parties.longest(self.words, line.start);
        let body = body.is_some_and(|(_, groups)| groups.iter().any(|group| parties.group_name(*group) == "body"));
        let letters = self.words.get(line.clone()).unwrap_or_default().iter().filter(|word| word.kind == Kind::Letters);
        self.is(line, "frame") || self.lang == Lang::Vi && body && letters.clone().all(|word| word.case == Case::Upper)
    }

    /// Whether the line may be a title: short, opening with a word of its own, and no sentence.
    fn may_be(&self, line: &Range<usize>) -> bool {
        let Some(first) = self.words.get(line.start) else { return false };
        let letters =
            line.clone().filter(|index| self.words.get(*index).is_some_and(|word| word.kind == Kind::Letters));
        let opens = first.kind == Kind::Letters && first.case != Case::Lower || first.kind == Kind::Digits;
        let numbered = first.kind == Kind::Digits && matches!(self.written(line.start + 1), "." | ")" | ":" | "/");
        let ending = self.written(line.end.saturating_sub(1));
        let label = line.clone().take(KIND).any(|index| self.written(index) == ":") && !self.is(line, "kind");
        line.len() <= LONGEST
            && letters.count() >= 2
            && opens
            && !numbered
            && !label
            && !self.is(line, "frame")
            && !matches!(ending, "." | ";" | ":" | "," | "!" | "?" | "…")
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::Options;
    use super::super::read;
    use super::*;

    fn title(text: &str, lang: Lang) -> String {
        let reading = read(text, &Options { lang: Some(lang), ..Options::default() });
        find(&reading).map_or("", |span| span.of(text)).to_owned()
    }

    #[test]
    fn the_title_is_found_below_the_letterhead() {
        let head = "UBND HUYỆN NAM BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/TB-UBND\n\n";
        for (text, expected) in [
            (
                "THÔNG BÁO\nKết luận của Chủ tịch huyện về đất đai\n\nSở Y tế họp.",
                "THÔNG BÁO\nKết luận của Chủ tịch huyện về đất đai",
            ),
            ("BIÊN BẢN HỌP GIAO BAN THÁNG 7\nThời gian: 8h\nNội dung ...", "BIÊN BẢN HỌP GIAO BAN THÁNG 7"),
        ] {
            assert_eq!(title(&format!("{head}{text}"), Lang::Vi), expected);
        }
    }

    #[test]
    fn a_headline_is_a_title_and_a_sentence_is_none() {
        let text = "Huyện Nam Bình gỡ vướng đất đai\n\nSáng 5/7, đoàn công tác làm việc với huyện.";
        assert_eq!(title(text, Lang::Vi), "Huyện Nam Bình gỡ vướng đất đai");
        let text = "# Board meeting, 4 May 2024\n\nPresent: Ann, Bob\n";
        assert_eq!(title(text, Lang::En), "Board meeting, 4 May 2024");
        for text in [
            "The board met in May.\nThe roof leaks.",
            "Date: 4 May\n- Ann to pay",
            "Ann to pay",
            "- Ann to pay\n- Bob to pay",
            "",
        ] {
            assert_eq!(title(text, Lang::En), "", "{text}");
        }
    }
}
