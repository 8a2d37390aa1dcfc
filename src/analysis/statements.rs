//! The units that can stand alone: sentences, parts between semicolons, and clauses with a predicate of their own.

use super::blocks::{Block, Shape};
use super::lexicon::{Cue, Lexicon};
use super::model::Lang;
use super::words::{Case, Kind, Word};

/// One statement: a range of words with what was taken from its front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Block it stands in.
    pub block: usize,
    /// First word of the statement proper.
    pub start: usize,
    /// One past its last word; closing punctuation is left out.
    pub end: usize,
    /// Source phrase, lead-in or connective that was taken from the front: words `[front, start)`.
    pub front: usize,
    /// Number of the sentence within the document, shared by the parts of one sentence.
    pub sentence: usize,
    /// Number of the part within its sentence.
    pub part: usize,
    /// The cut before it is uncertain: it joins the part before where both turn out to do the same.
    pub weak: bool,
    /// The mark after the statement: `.`, `;`, `,`, `?`, `:` or a blank for the end of the block.
    pub closing: char,
}

impl Statement {
    /// Number of words.
    pub const fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether no word is left.
    pub const fn is_empty(&self) -> bool {
        self.end <= self.start
    }
}

/// Words and cues of the document with the language's knowledge: what the splitting rules look at.
struct Reader<'a> {
    words: &'a [Word],
    text: &'a str,
    /// For each word, the name of the group of the first cue that starts there.
    marks: Vec<Mark>,
}

/// What the lexicon says of a word as the start of a phrase that matters to splitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mark {
    /// End of the phrase of a connective that starts here, 0 where there is none.
    connective: usize,
    contrast: bool,
    /// End of a reporting verb that starts here.
    says: usize,
    /// End of an order or request that starts here.
    act: usize,
    /// An abbreviation with its dot.
    abbreviation: bool,
    /// A word that may open a clause of its own ("nhưng", "and").
    clause: bool,
    /// A body or person.
    actor: bool,
    /// End of a phrase that opens a source or occasion ("Theo …", "Tại …").
    source: usize,
    /// End of a phrase that announces a list ("như sau", "chỉ đạo").
    announces: usize,
}

/// Splits all blocks into statements.
pub fn split(
    words: &[Word],
    text: &str,
    blocks: &[Block],
    lang: Lang,
    cues: &[Cue],
    grammar: &[Cue],
) -> Vec<Statement> {
    let reader = Reader { words, text, marks: marks(words, lang, cues, grammar) };
    let mut statements = Vec::new();
    let mut sentence = 0;
    for (index, block) in blocks.iter().enumerate() {
        let mut start = block.start;
        while start < block.end {
            let end = reader.sentence_end(start, block.end);
            reader.parts(index, block, start, end, sentence, &mut statements);
            sentence += 1;
            start = end;
        }
    }
    statements
}

fn marks(words: &[Word], lang: Lang, cues: &[Cue], grammar: &[Cue]) -> Vec<Mark> {
    let mut marks = vec![Mark::default(); words.len()];
    let named = cues.iter().map(|cue| (cue, Lexicon::of(lang).group_name(cue.group)));
    for (cue, name) in named.chain(grammar.iter().map(|cue| (cue, Lexicon::grammar(lang).group_name(cue.group)))) {
        let Some(mark) = marks.get_mut(cue.start) else { continue };
        match name {
            "connective.contrast" => {
                mark.connective = cue.end;
                mark.contrast = true;
            }
            "split.abbreviation" => mark.abbreviation = true,
            "split.clause" => mark.clause = true,
            "split.source" => mark.source = cue.end,
            "split.announces" => mark.announces = cue.end,
            "order.strong" | "order.ask" | "request" | "commit" | "action.order" | "action.will" | "propose" => {
                mark.act = cue.end;
            }
            _ if name.starts_with("rank.") => mark.actor = true,
            _ if name.starts_with("connective.") => mark.connective = mark.connective.max(cue.end),
            _ if name.starts_with("report.") => mark.says = mark.says.max(cue.end),
            _ => {}
        }
    }
    marks
}

impl Reader<'_> {
    fn written(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.of(self.text))
    }

    fn mark(&self, index: usize) -> Mark {
        self.marks.get(index).copied().unwrap_or_default()
    }

    fn blank_before(&self, index: usize) -> bool {
        match (index.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(index)) {
            (Some(before), Some(word)) => word.start > before.end || before.kind == Kind::Break,
            _ => true,
        }
    }

    /// One past the last word of the sentence that starts at `start`.
    fn sentence_end(&self, start: usize, limit: usize) -> usize {
        let mut index = start;
        while index < limit {
            let after = index + 1;
            match self.written(index) {
                "." | "…" if self.closes(start, index, limit) => return self.with_closers(after, limit),
                "!" | "?" if self.blank_before(after) || self.is_closer(after) => {
                    return self.with_closers(after, limit);
                }
                _ => {}
            }
            index = after;
        }
        limit
    }

    fn is_closer(&self, index: usize) -> bool {
        matches!(self.written(index), "\"" | "”" | "’" | ")" | "]" | "»" | "*" | "_")
    }

    fn with_closers(&self, mut index: usize, limit: usize) -> usize {
        while index < limit
            && !self.blank_before(index)
            && (self.is_closer(index) || matches!(self.written(index), "." | "…" | "!" | "?" | "/"))
        {
            index += 1;
        }
        index
    }

    /// Whether the dot at `index` ends a sentence.
    fn closes(&self, start: usize, index: usize, limit: usize) -> bool {
        let after = index + 1;
        if after >= limit {
            return true;
        }
        if self.written(after) == "." || self.written(after) == "…" {
            return false;
        }
        let mut next = after;
        while next < limit && self.is_closer(next) && !self.blank_before(next) {
            next += 1;
        }
        let spaced = self.blank_before(next);
        while next < limit && self.words.get(next).is_some_and(|word| word.kind == Kind::Break) {
            next += 1;
        }
        if next >= limit {
            return true;
        }
        let Some(following) = self.words.get(next) else { return true };
        let Some(before) = index.checked_sub(1).and_then(|before| self.words.get(before)) else { return false };
        if !spaced {
            // "hoàn thành.Sở Y tế": a missing blank between a small letter and a capital still ends the sentence.
            return before.kind == Kind::Letters
                && before.case != Case::Upper
                && before.end - before.start >= 3
                && following.kind == Kind::Letters
                && following.case == Case::Title
                && self.written(next + 1) != ".";
        }
        let list_end = self.written(index) == "…" || self.written(index.saturating_sub(1)) == ".";
        let opens = following.kind == Kind::Digits
            || following.kind == Kind::Mark
            || following.kind == Kind::Break
            || following.case != Case::Lower;
        if list_end {
            return opens;
        }
        if self.mark(index.saturating_sub(1)).abbreviation {
            return false;
        }
        let initial = before.kind == Kind::Letters && before.case == Case::Upper && before.end - before.start <= 2;
        if initial && following.case != Case::Lower && index > start {
            return false;
        }
        if before.kind == Kind::Digits && index == start + 1 {
            return false;
        }
        opens
    }

    /// The parts of one sentence.
    fn parts(&self, block: usize, shape: &Block, start: usize, end: usize, sentence: usize, out: &mut Vec<Statement>) {
        let mut front = start;
        let mut begin = self.skip_lead_ins(start, end, shape);
        let (mut depth, mut part, mut weak) = (0i32, 0, false);
        let mut index = begin;
        while index <= end {
            match if index == end { "" } else { self.written(index) } {
                "(" | "[" => depth += 1,
                ")" | "]" => depth -= 1,
                _ => {}
            }
            let cut = if index == end {
                Some((end, false))
            } else if depth > 0 {
                None
            } else if self.written(index) == ";" {
                (index > begin).then_some((index + 1, false))
            } else {
                self.clause_start(begin, index, end).map(|next| (next, true))
            };
            let Some((next, next_weak)) = cut else {
                index += 1;
                continue;
            };
            let (from, to) = self.trim(begin, index);
            if from < to {
                let closing = self.closing(to, end);
                out.push(Statement { block, start: from, end: to, front, sentence, part, weak, closing });
                part += 1;
            }
            (front, weak) = (index.min(next), next_weak);
            begin = self.skip_lead_ins(next, end, shape);
            index = begin.max(index + 1);
            if next == end {
                break;
            }
        }
    }

    fn closing(&self, index: usize, end: usize) -> char {
        if index >= end { ' ' } else { self.written(index).chars().next().unwrap_or(' ') }
    }

    /// A clause that may stand alone and starts at or after `index`: gives its first word.
    fn clause_start(&self, begin: usize, index: usize, end: usize) -> Option<usize> {
        if index < begin + 3 || end < index + 4 {
            return None;
        }
        let mark = self.mark(index);
        if matches!(self.written(index), "," | "–" | "—" | "-") && self.blank_before(index + 1) {
            let next = if self.written(index + 1) == "\n" { index + 2 } else { index + 1 };
            let mark = self.mark(next);
            let opens = mark.clause || mark.act > 0 || self.acts(next, end);
            return opens.then_some(next);
        }
        let joins = mark.clause && (mark.contrast || self.acts(index + 1, end));
        joins.then_some(index)
    }

    /// Somebody acts or speaks within the next few words.
    fn acts(&self, start: usize, end: usize) -> bool {
        let near = start..end.min(start + 7);
        let named = near.clone().take(3).any(|index| {
            self.mark(index).actor
                || self.words.get(index).is_some_and(|word| word.kind == Kind::Letters && word.case != Case::Lower)
        });
        self.mark(start).act > 0
            || named
                && near
                    .take_while(|index| self.words.get(*index).is_some_and(|word| word.kind == Kind::Letters))
                    .any(|index| self.mark(index).act > 0 || self.mark(index).says > 0)
    }

    /// Leaves out quotes, connectives, enumerators, source phrases and lead-ins with a colon.
    fn skip_lead_ins(&self, mut start: usize, end: usize, block: &Block) -> usize {
        for _ in 0..4 {
            let before = start;
            start = self.skip_marks(start, end);
            start = self.skip_enumerator(start, end);
            if let Some(next) = self.after_colon(start, end, block) {
                start = next;
            }
            let connective = self.mark(start).connective;
            if connective > start && connective < end {
                let comma = self.written(connective) == ",";
                let alone = !matches!(self.written(connective), "của" | "những" | "the");
                if comma {
                    start = connective + 1;
                } else if alone
                    && self.words.get(start).is_some_and(|word| {
                        !matches!(
                            word.of(self.text).to_lowercase().as_str(),
                            "while"
                                | "so"
                                | "do"
                                | "vì"
                                | "then"
                                | "next"
                                | "first"
                                | "second"
                                | "third"
                                | "also"
                                | "despite"
                        )
                    })
                {
                    start = connective;
                }
            }
            start = self.skip_source(start, end);
            if start == before {
                break;
            }
        }
        start
    }

    fn skip_marks(&self, mut start: usize, end: usize) -> usize {
        while start < end
            && self.words.get(start).is_some_and(|word| matches!(word.kind, Kind::Mark | Kind::Break))
            && !matches!(self.written(start), "$" | "@" | "#" | "€" | "£")
        {
            start += 1;
        }
        start
    }

    /// "(1)", "a)", "2." inside running text.
    fn skip_enumerator(&self, start: usize, end: usize) -> usize {
        let Some(word) = self.words.get(start) else { return start };
        let short = word.end - word.start <= 2;
        if short && self.written(start + 1) == ")" && start + 2 < end { start + 2 } else { start }
    }

    /// The first word after a colon that closes a lead-in.
    fn after_colon(&self, start: usize, end: usize, block: &Block) -> Option<usize> {
        let colon = (start..end.min(start + 45)).find(|index| self.written(*index) == ":")?;
        if colon + 2 > end || !self.blank_before(colon + 1) || colon == start {
            return None;
        }
        if (start..colon).any(|index| self.written(index) == ";") {
            return None;
        }
        let next = self.skip_marks(colon + 1, end);
        let following = self.words.get(next)?;
        let short = colon - start <= 8;
        let announced = (start..colon)
            .any(|index| self.mark(index).announces > 0 || self.mark(index).act > 0 || self.mark(index).says > 0);
        let capital = following.case != Case::Lower || following.kind == Kind::Digits;
        let titled = block.shape != Shape::Paragraph;
        let listing = self.listing(next, end);
        ((short && (capital || titled || announced)) || (announced && (capital || colon - start <= 25)))
            .then_some(colon + 1)
            .filter(|_| !listing)
    }

    /// What follows the colon is a mere list of names.
    fn listing(&self, start: usize, end: usize) -> bool {
        let content = self.words.get(start..end).unwrap_or_default();
        let letters = content.iter().filter(|word| word.kind == Kind::Letters).count();
        let lower = content.iter().filter(|word| word.kind == Kind::Letters && word.case == Case::Lower).count();
        letters == 0 || letters > 3 && lower == 0
    }

    /// "Theo ông A, …", "Phát biểu tại buổi làm việc, …", "Ông A cho biết …": gives what follows.
    fn skip_source(&self, start: usize, end: usize) -> usize {
        if self.mark(start).source > 0 {
            let comma = (start + 1..end.min(start + 28)).find(|index| self.written(*index) == ",");
            if let Some(comma) = comma.filter(|comma| comma + 3 < end) {
                return comma + 1;
            }
        }
        let mut index = start;
        while index < end.min(start + 30) {
            let says = self.mark(index).says;
            if says > index && index > start {
                let mut next = says;
                while matches!(self.written(next).to_lowercase().as_str(), "rằng" | "là" | "thêm" | "," | "rằng,")
                    && next < end
                {
                    next += 1;
                }
                if next < end && next > says && self.names_before(start, index) {
                    return next;
                }
            }
            if matches!(self.written(index), ";" | ":") {
                break;
            }
            index += 1;
        }
        start
    }

    /// The words before a reporting verb look like a speaker: they hold a capitalised word and no predicate of note.
    fn names_before(&self, start: usize, end: usize) -> bool {
        end - start <= 24
            && self.words.get(start..end).unwrap_or_default().iter().skip(1).any(|word| word.case != Case::Lower)
    }

    /// Cuts blanks, quotes and punctuation from both ends; a closing bracket stays with its opening one.
    fn trim(&self, mut start: usize, mut end: usize) -> (usize, usize) {
        start = self.skip_marks(start, end);
        while start < end {
            let last = self.written(end - 1);
            let balanced = last == ")" && (start..end).any(|index| self.written(index) == "(")
                || last == "]" && (start..end).any(|index| self.written(index) == "[");
            let mark = self.words.get(end - 1).is_some_and(|word| matches!(word.kind, Kind::Mark | Kind::Break));
            if balanced && let Some(open) = self.trailing_aside(start, end) {
                end = open;
                continue;
            }
            if !mark || balanced || matches!(last, "%" | "?" | "+" | "#" | "€") {
                break;
            }
            end -= 1;
        }
        (start, end)
    }

    /// A link, or names alone, in brackets at the end: gives its opening bracket.
    fn trailing_aside(&self, start: usize, end: usize) -> Option<usize> {
        let close = self.written(end - 1);
        let open = if close == ")" { "(" } else { "[" };
        let at = (start..end - 1).rev().find(|index| self.written(*index) == open)?;
        if at < start + 2 {
            return None;
        }
        let inside = self.words.get(at + 1..end - 1)?;
        let link = inside.iter().any(|word| matches!(word.of(self.text), "http" | "https" | "www"));
        let names = inside.iter().all(|word| match word.kind {
            Kind::Letters => word.case != Case::Lower,
            Kind::Digits => inside.len() == 1,
            _ => matches!(word.of(self.text), "," | "." | "&" | "/" | "#" | "@" | "-"),
        });
        let link_text = self.written(at.saturating_sub(1)) == "]" && link;
        if link_text {
            let from = (start..at).rev().find(|index| self.written(*index) == "[")?;
            let numbered =
                self.words.get(from + 1..at).is_some_and(|inner| inner.iter().any(|word| word.of(self.text) == "#"));
            let spaced = from > start + 1;
            return (numbered && spaced || from > start + 3).then_some(from).filter(|_| numbered);
        }
        (link || names).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{blocks, words};
    use super::*;

    fn parts(text: &str, lang: Lang) -> Vec<String> {
        let words = words::split(text);
        let (cues, grammar) = (Lexicon::of(lang).find(&words), Lexicon::grammar(lang).find(&words));
        let blocks = blocks::find(&words, text);
        split(&words, text, &blocks, lang, &cues, &grammar)
            .iter()
            .map(|statement| {
                let start = words.get(statement.start).map_or(0, |word| word.start as usize);
                let end = words.get(statement.end - 1).map_or(0, |word| word.end as usize);
                text.get(start..end).unwrap_or_default().to_string()
            })
            .collect()
    }

    #[test]
    fn abbreviations_numbers_and_dates_do_not_split() {
        assert_eq!(parts("TP. HCM đạt 12.5 tỷ ngày 30.6.2023. Kết quả tốt.", Lang::Vi).len(), 2);
        assert_eq!(parts("Dr. J. Smith paid $1.50 for it. Done.", Lang::En).len(), 2);
    }

    #[test]
    fn connectives_and_sources_go() {
        assert_eq!(
            parts("Tuy nhiên, tiến độ còn chậm; Ông Lê A cho biết, thu đạt thấp.", Lang::Vi),
            ["tiến độ còn chậm", "thu đạt thấp"]
        );
        assert_eq!(parts("Ông A chỉ đạo: Sở X rà soát lại.", Lang::Vi), ["Sở X rà soát lại"]);
    }
}
