//! The units that can stand alone: sentences, parts between semicolons, and clauses with a predicate of their own.

mod ends;
mod fronts;
mod sentences;

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
    /// End of a phrase whose colon opens a list of things within the statement.
    holds: usize,
    /// A reporting verb after which what is told may follow at once.
    tells: bool,
    /// End of an order or request that starts here.
    act: usize,
    /// An abbreviation with its dot.
    abbreviation: bool,
    /// A word that may open a clause of its own ("nhưng", "and").
    clause: bool,
    /// A word that may be the subject of a clause of its own.
    subject: bool,
    /// A dash behind which another statement may begin.
    dash: bool,
    /// A word that says what is done, lacking or reached.
    predicate: bool,
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
        mark.predicate |= is_predicate(name);
        match name {
            "connective.contrast" => {
                mark.connective = cue.end;
                mark.contrast = true;
            }
            "split.abbreviation" => mark.abbreviation = true,
            "split.clause" => mark.clause = true,
            "split.holds" => mark.holds = cue.end,
            "split.tells" => mark.tells = true,
            "split.dash" => mark.dash = true,
            "split.subject" => mark.subject = true,
            "split.source" => mark.source = cue.end,
            "split.announces" => mark.announces = cue.end,
            "order.strong" | "order.ask" | "request" | "commit" | "action.order" | "action.will" | "action.passive"
            | "propose" => {
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

/// Whether the cues of a group say that something is done, lacking or reached.
fn is_predicate(group: &str) -> bool {
    group != "order.passive"
        && ["order.", "fault.", "result.", "action.", "commit", "request", "propose"]
            .iter()
            .any(|head| group.starts_with(head))
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

    /// The parts of one sentence.
    fn parts(&self, block: usize, shape: &Block, start: usize, end: usize, sentence: usize, out: &mut Vec<Statement>) {
        let mut front = start;
        let mut begin = self.skip_lead_ins(start, end, shape);
        let (mut depth, mut part, mut weak, mut part_number) = (0i32, 0, false, 0);
        let mut index = begin;
        while index <= end {
            match if index == end { "" } else { self.written(index) } {
                "(" if self.enumerator(index, end).is_some() => {}
                "(" | "[" => depth += 1,
                ")" | "]" => depth = (depth - 1).max(0),
                _ => {}
            }
            let cut = if index == end {
                Some((end, false))
            } else if depth > 0 {
                None
            } else if self.written(index) == ";" {
                (index > begin).then_some((index + 1, !self.has_predicate(index + 1, end)))
            } else if index > begin && self.enumerator(index, end).is_some_and(|number| number == part_number + 1) {
                part_number += 1;
                Some((index + 3, false))
            } else {
                self.clause_start(begin, index, end).map(|next| (next, true))
            };
            let Some((next, next_weak)) = cut else {
                index += 1;
                continue;
            };
            if part_number == 1 && next == index + 3 {
                // What stands before the first number announces all parts.
                begin = self.skip_lead_ins(next, end, shape);
                index = begin.max(index + 1);
                continue;
            }
            let joined = self.enumerator(index, end).is_some() && self.mark(index.saturating_sub(1)).clause;
            let (from, to) = self.trim(begin, if joined { index - 1 } else { index });
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

    /// The number in brackets that opens a part of an enumeration: "(2) review the plan".
    fn enumerator(&self, index: usize, end: usize) -> Option<u8> {
        let number = self.written(index + 1).parse().ok()?;
        (self.written(index) == "(" && self.written(index + 2) == ")" && index + 5 < end).then_some(number)
    }

    fn closing(&self, index: usize, end: usize) -> char {
        if index >= end { ' ' } else { self.written(index).chars().next().unwrap_or(' ') }
    }

    /// Whether the part from `start` to the next semicolon says that something is done, lacking or reached; as an object
    /// ("trong thực hiện …") such a word does not count.
    fn has_predicate(&self, start: usize, end: usize) -> bool {
        (start..end).take_while(|index| self.written(*index) != ";").any(|index| {
            self.mark(index).predicate
                && !matches!(
                    self.written(index.saturating_sub(1)).to_lowercase().as_str(),
                    "trong" | "việc" | "tác" | "về"
                )
        })
    }

    /// A clause that may stand alone and starts at or after `index`: gives its first word.
    fn clause_start(&self, begin: usize, index: usize, end: usize) -> Option<usize> {
        if index < begin + 3 || end < index + 4 {
            return None;
        }
        if (index + 1..index + 3).any(|index| self.enumerator(index, end).is_some()) {
            return None;
        }
        let mark = self.mark(index);
        if matches!(self.written(index), "," | "–" | "—" | "-") && self.blank_before(index + 1) {
            let next = if self.written(index + 1) == "\n" { index + 2 } else { index + 1 };
            let mark = self.mark(next);
            let dashed = self.mark(index).dash && self.blank_before(index);
            let opens = dashed || mark.clause || mark.act > 0 || self.acts(next, end);
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
        let subject =
            self.mark(start).subject && (start + 1..end.min(start + 9)).any(|index| self.mark(index).predicate);
        self.mark(start).act > 0
            || subject
            || named
                && near
                    .take_while(|index| self.words.get(*index).is_some_and(|word| word.kind == Kind::Letters))
                    .any(|index| self.mark(index).act > 0 || self.mark(index).says > 0)
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

    #[test]
    fn numbered_parts_stand_alone() {
        let text = "We recommend that the club (1) mend the roof, (2) ask for three quotes, and (3) tell the bank.";
        assert_eq!(parts(text, Lang::En), ["mend the roof", "ask for three quotes", "tell the bank"]);
    }
}
