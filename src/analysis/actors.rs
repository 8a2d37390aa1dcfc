//! Who has to act, who helps and who gives it: read off the item's own words, its lead-in and label, or carried over.

use super::Reading;
use super::blocks::Shape;
use super::lexicon::{Cue, Lexicon};
use super::model::{Category, Item, Lang, Origin, Party, Span};
use super::words::{Case, Kind, Word};

/// What the lexicon says of a word as the start of a phrase that matters to actors.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// End of an order, request or proposal: "yêu cầu", "asked".
    act: usize,
    /// End of a word of duty: "phải", "will", "khẩn trương".
    duty: usize,
    /// End of a verb of work: "rà soát", "send".
    verb: usize,
    /// End of a body or office.
    body: usize,
    /// End of "phối hợp với", "with help from".
    support: usize,
    /// End of a word that passes the order on: "chỉ đạo", "direct".
    relay: usize,
    /// A pronoun that stands for somebody named before.
    pronoun: bool,
    /// A word that may stand inside a name ("và", "liên quan").
    inner: bool,
    /// End of a phrase of the passive: the one who acts is not named.
    passive: usize,
    /// End of a reporting phrase.
    says: usize,
    /// A word that opens a name of a body or person: "các", "ông", "the".
    opener: bool,
}

/// A run of words that names somebody.
type Name = (usize, usize);

/// Finds actors in one document.
pub struct Finder<'a> {
    reading: &'a Reading<'a>,
    marks: Vec<Mark>,
}

impl<'a> Finder<'a> {
    /// A finder for one document.
    pub fn new(reading: &'a Reading<'a>) -> Self {
        let mut marks = vec![Mark::default(); reading.words.len()];
        for (cues, lexicon) in
            [(&reading.cues, Lexicon::of(reading.lang)), (&reading.grammar, Lexicon::grammar(reading.lang))]
        {
            for cue in cues {
                if let Some(mark) = marks.get_mut(cue.start) {
                    note(mark, cue, lexicon.group_name(cue.group));
                }
            }
        }
        Self { reading, marks }
    }

    /// Fills lead, support and issuer of the items, in the order of the text.
    pub fn fill(&self, items: &mut [Item]) {
        let mut before: Option<(Name, usize)> = None;
        for item in items.iter_mut().filter(|item| item.category.is_actionable()) {
            let Some(first) = item.statements.first().and_then(|index| self.reading.statements.get(*index)) else {
                continue;
            };
            let end = item
                .statements
                .last()
                .and_then(|index| self.reading.statements.get(*index))
                .map_or(first.end, |last| last.end);
            let block = first.block;
            let stated = self.stated(first.start, end, item.category);
            let carried = || {
                self.in_front(first.front, first.start, item.category)
                    .or_else(|| self.label(block, end))
                    .or_else(|| {
                        before.filter(|last| self.reaches(last.1, block, first.start, last.0)).map(|last| last.0)
                    })
                    .or_else(|| self.above(block, item.category))
            };
            let (lead, origin) = match stated {
                Found::Named(name) => (Some(name), Origin::Stated),
                Found::Nobody => (None, Origin::Stated),
                Found::Silent => (carried(), Origin::Inferred),
            };
            item.lead = lead.map(|name| self.party(name, origin));
            item.support =
                self.support(first.start, end).map(|name| self.party(name, Origin::Stated)).into_iter().collect();
            if let Some(name) = lead {
                before = Some((name, block));
            } else if matches!(stated, Found::Nobody) && self.reading.lang == Lang::En {
                before = None;
            }
        }
    }

    fn written(&self, index: usize) -> &str {
        self.reading.words.get(index).map_or("", |word| word.of(self.reading.text.as_str()))
    }

    fn word(&self, index: usize) -> Option<&Word> {
        self.reading.words.get(index)
    }

    fn mark(&self, index: usize) -> Mark {
        self.marks.get(index).copied().unwrap_or_default()
    }

    fn party(&self, name: Name, origin: Origin) -> Party {
        let start = self.word(name.0).map_or(0, |word| word.start as usize);
        let end = self.word(name.1.saturating_sub(1)).map_or(0, |word| word.end as usize);
        let text = self.reading.text.as_str().get(start..end).unwrap_or_default().replace('\n', " ");
        let key = text.to_lowercase();
        Party { text, span: Some(self.reading.text.original(Span::new(start, end))), key, origin }
    }

    /// Whoever the words of the item itself name.
    fn stated(&self, start: usize, end: usize, category: Category) -> Found {
        if let Some(name) = self.assigned(start, end) {
            return Found::Named(name);
        }
        let subject = self.name_at(start, end);
        let after_subject = subject.map_or(start, |name| self.skip_adverbs(name.1, end));
        // "A yêu cầu B …", "asked B to …": the one asked acts; a body that is told to direct another passes it on.
        let act = (start..end.min(start + 40))
            .find(|index| self.mark(*index).act > 0 && (*index >= after_subject || subject.is_none()));
        if let Some(act) = act.filter(|act| *act <= after_subject + 12) {
            let from = self.skip_adverbs(self.mark(act).act, end);
            if let Some(name) = self.name_at(from, end) {
                return Found::Named(self.relayed(name, end, category));
            }
            if self.reading.lang == Lang::Vi && (act > start + 1 || self.mark(act).duty == 0) {
                let passes = subject.is_some() && act <= after_subject + 3;
                if passes || act == start {
                    return Found::Silent;
                }
            }
        }
        if let Some(name) = subject {
            let mark = self.mark(after_subject);
            let acts = mark.duty > 0 || mark.verb > 0 || mark.relay > 0 || mark.support > 0;
            if self.reading.lang == Lang::En {
                let passive = (after_subject..end.min(after_subject + 3)).any(|index| self.mark(index).passive > 0);
                if passive {
                    return Found::Nobody;
                }
                if mark.duty > 0 || self.written(after_subject) == "to" {
                    return if self.mark(name.0).pronoun { self.pronoun(name) } else { Found::Named(name) };
                }
                return Found::Silent;
            }
            if acts {
                return Found::Named(self.relayed(name, end, category));
            }
            return Found::Silent;
        }
        if self.reading.lang == Lang::Vi && self.mark(start).relay > 0 {
            let from = self.skip_adverbs(self.mark(start).relay, end);
            if category == Category::Directive
                && let Some(name) = self.name_at(from, end)
            {
                return Found::Named(name);
            }
        }
        // A topic in front: "Đối với …, huyện cần …".
        if self.reading.lang == Lang::Vi
            && let Some(comma) = (start..end.min(start + 40)).find(|index| self.written(*index) == ",")
            && let Some(name) = self.name_at(comma + 1, end)
        {
            let mark = self.mark(self.skip_adverbs(name.1, end));
            if mark.duty > 0
                && self.written(start).chars().next().is_some_and(char::is_uppercase)
                && self.mark(start).verb == 0
            {
                return Found::Named(name);
            }
        }
        if self.reading.lang == Lang::En {
            return self.english_subject(start, end);
        }
        Found::Silent
    }

    /// English: the words before the first "will", "to" or "must".
    fn english_subject(&self, start: usize, end: usize) -> Found {
        let Some(duty) = (start..end.min(start + 25)).find(|index| self.mark(*index).duty > 0) else {
            return Found::Silent;
        };
        if (duty..end.min(duty + 3)).any(|index| self.mark(index).passive > 0) {
            return Found::Nobody;
        }
        let from = (start..duty).rev().take_while(|index| {
            self.word(*index).is_some_and(|word| word.kind == Kind::Letters)
                && self.mark(*index).says == 0
                && self.written(*index) != "that"
        });
        let from = from.last().unwrap_or(duty);
        if from < duty && duty - from <= 6 {
            return if duty - from == 1 && self.mark(from).pronoun {
                self.pronoun((from, duty))
            } else {
                Found::Named((from, duty))
            };
        }
        Found::Silent
    }

    fn pronoun(&self, name: Name) -> Found {
        match self.written(name.0).to_lowercase().as_str() {
            "he" | "she" | "they" | "it" | "i" | "ông" | "bà" => Found::Silent,
            _ => Found::Named(name),
        }
    }

    /// "… chỉ đạo Sở X": for a directive the body at the end of the chain acts.
    fn relayed(&self, name: Name, end: usize, category: Category) -> Name {
        if category != Category::Directive {
            return name;
        }
        let next = self.skip_adverbs(name.1, end);
        let relay = self.mark(next).relay;
        if relay == 0 {
            return name;
        }
        self.name_at(self.skip_adverbs(relay, end), end).unwrap_or(name)
    }

    fn skip_adverbs(&self, mut index: usize, end: usize) -> usize {
        while index < end
            && matches!(
                self.written(index).to_lowercase().as_str(),
                "cũng" | "đã" | "cho" | "tiếp" | "tục" | "also" | "," | "sớm" | "và" | "cả"
            )
        {
            if matches!(self.written(index), "và" | ",") {
                break;
            }
            index += 1;
        }
        index
    }

    /// A name that starts at `start`: a body, an office or capitalised words, with what joins to it.
    fn name_at(&self, start: usize, end: usize) -> Option<Name> {
        let mut index = start;
        let mut last = start;
        let mut solid = false;
        while index < end && index < start + 40 {
            let word = self.word(index)?;
            let mark = self.mark(index);
            let written = self.written(index);
            if mark.body > index {
                index = mark.body.min(end);
                last = index;
                solid = true;
                continue;
            }
            let stops = index > start
                && solid
                && (mark.duty > 0
                    || mark.verb > 0
                    || mark.relay > 0
                    || mark.support > 0
                    || mark.act > 0
                    || mark.says > 0);
            let capital = word.kind == Kind::Letters && word.case != Case::Lower;
            if stops && !(capital && word.case == Case::Title && index > start + 1) {
                break;
            }
            if capital && (index > start || self.reading.lang == Lang::En || self.next_is_capital(index)) {
                if self.reading.lang == Lang::En
                    && index == start
                    && (mark.verb > 0 || mark.duty > 0 || mark.act > 0)
                    && !self.next_is_capital(index)
                {
                    return None;
                }
                index += 1;
                last = index;
                solid = true;
                continue;
            }
            if mark.opener && !solid {
                index += 1;
                continue;
            }
            if mark.inner && solid {
                index += 1;
                last = index;
                continue;
            }
            let joint = matches!(
                written.to_lowercase().as_str(),
                "," | "và" | "and" | "/" | "&" | "-" | "–" | "cùng" | "với" | "or" | "." | ":"
            ) && solid;
            if joint && matches!(written, "." | ":") && !self.next_is_capital(index) {
                break;
            }
            if joint && self.name_goes_on(index + 1, end) {
                index += 1;
                continue;
            }
            if word.kind == Kind::Digits && solid && self.word(index + 1).is_some_and(|next| next.kind == Kind::Letters)
            {
                index += 1;
                last = index;
                continue;
            }
            if written == "("
                && solid
                && let Some(close) = (index..end.min(index + 14)).find(|close| self.written(*close) == ")")
            {
                index = close + 1;
                continue;
            }
            break;
        }
        (solid && last > start).then_some((start, last))
    }

    fn next_is_capital(&self, index: usize) -> bool {
        self.word(index + 1).is_some_and(|word| word.kind == Kind::Letters && word.case != Case::Lower)
    }

    fn name_goes_on(&self, index: usize, end: usize) -> bool {
        if index >= end {
            return false;
        }
        let mark = self.mark(index);
        let capital = self.word(index).is_some_and(|word| word.kind == Kind::Letters && word.case != Case::Lower);
        mark.body > 0
            || capital && mark.act == 0
            || mark.opener && (self.mark(index + 1).body > 0 || self.next_is_capital(index))
    }

    /// "(assigned to Ann)", "- Ann" at the end, "@ann", "AI: Ann to …".
    fn assigned(&self, start: usize, end: usize) -> Option<Name> {
        if self.reading.lang != Lang::En {
            return None;
        }
        let close = (start..end).rev().find(|index| matches!(self.written(*index), "(" | "–" | "-" | "@" | "["))?;
        if self.written(close) == "@" {
            return (close + 2 >= end).then_some((close + 1, end));
        }
        let mut from = close + 1;
        if self.written(from).eq_ignore_ascii_case("assigned") {
            from += 2;
        }
        let to = (from..end).find(|index| matches!(self.written(*index), ")" | "]")).unwrap_or(end);
        let names = self.reading.words.get(from..to)?;
        let proper = !names.is_empty()
            && names.len() <= 5
            && names.iter().all(|word| {
                word.kind == Kind::Letters && word.case == Case::Title || matches!(self.written(from), "and")
            });
        (proper && to + 1 >= end && close > start + 2).then_some((from, to))
    }

    /// A body in the lead-in before the item: "Giao Sở X: …".
    fn in_front(&self, front: usize, start: usize, category: Category) -> Option<Name> {
        let act = (front..start).rev().find(|index| self.mark(*index).act > 0 || self.mark(*index).relay > 0)?;
        let after = self.mark(act).act.max(self.mark(act).relay);
        let name = self.name_at(self.skip_adverbs(after, start), start)?;
        Some(self.relayed(name, start, category))
    }

    /// The label of a turn or list item in an action list.
    fn label(&self, block: usize, end: usize) -> Option<Name> {
        let block = self.reading.blocks.get(block)?;
        let _ = end;
        if block.shape != Shape::Turn {
            return None;
        }
        let words = self.reading.words.get(block.label.0..block.label.1)?;
        let from = words.iter().position(|word| word.kind == Kind::Letters)? + block.label.0;
        let to = words.iter().rposition(|word| word.kind == Kind::Letters)? + block.label.0 + 1;
        let marker = self.mark(from).act > 0
            || matches!(self.written(from).to_lowercase().as_str(), "action" | "ai" | "actions" | "todo" | "task");
        (!marker && to - from <= 6).then_some((from, to))
    }

    /// The lead-in or heading above names the body.
    fn above(&self, block: usize, category: Category) -> Option<Name> {
        let mut parent = self.reading.blocks.get(block)?.parent;
        for _ in 0..3 {
            let above = self.reading.blocks.get(parent?)?;
            if let Some(name) = self.in_front(above.start, above.end, category) {
                return Some(name);
            }
            if let Some(name) = self.name_at(above.start, above.end) {
                let rest = (name.1..above.end)
                    .filter(|index| self.word(*index).is_some_and(|word| word.kind == Kind::Letters))
                    .count();
                if rest == 0
                    && (self.mark(above.start).body > 0
                        || self.reading.lang == Lang::En && above.shape != Shape::Heading)
                {
                    return Some(name);
                }
            }
            parent = above.parent;
        }
        None
    }

    /// Whether an actor named in block `from` still rules in `block`.
    fn reaches(&self, from: usize, block: usize, start: usize, name: Name) -> bool {
        if self.reading.lang == Lang::En {
            return from == block && self.mark(start).pronoun;
        }
        let _ = name;
        let parent = |block: usize| self.reading.blocks.get(block).and_then(|block| block.parent);
        from == block || parent(from) == parent(block) && block <= from + 2 || parent(block) == Some(from)
    }

    /// "phối hợp với …", "with help from …".
    fn support(&self, start: usize, end: usize) -> Option<Name> {
        let at = (start..end).find(|index| self.mark(*index).support > 0)?;
        self.name_at(self.mark(at).support, end)
    }
}

/// What the item's own words say of its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    /// They name one.
    Named(Name),
    /// They are a passive that names nobody.
    Nobody,
    /// They leave it to the context.
    Silent,
}

fn note(mark: &mut Mark, cue: &Cue, group: &str) {
    match group {
        "actor.act" => mark.act = cue.end,
        "actor.relay" => mark.relay = cue.end,
        "actor.support" => mark.support = cue.end,
        "actor.opener" => mark.opener = true,
        "actor.inner" => mark.inner = true,
        "order.must" | "order.manner" | "commit" | "order.lead" | "action.will" | "action.must" => {
            mark.duty = mark.duty.max(cue.end);
        }
        "order.verb" | "action.verb" => mark.verb = cue.end,
        "action.passive" => mark.passive = cue.end,
        "rank.self" | "rank.third" => mark.pronoun = true,
        _ if group.starts_with("rank.") => mark.body = mark.body.max(cue.end),
        _ if group.starts_with("report.") => mark.says = cue.end,
        _ => {}
    }
}
