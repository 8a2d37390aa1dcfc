//! Amounts: numbers with their unit, as the conventions of the language write them.

use std::ops::Range;

use super::terms::{Sentence, Term};
use crate::analysis::model::Lang;
use crate::analysis::words::{Key, Kind};

/// What amounts have to share to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension {
    /// A currency, by its number in the pack.
    Money(i32),
    Percent,
    /// A unit or what is counted, by its last word.
    Unit(Key),
}

/// A number with its unit.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// Its words.
    pub(super) range: Range<usize>,
    /// The value in `unit`.
    pub(super) value: f64,
    /// The words of the unit.
    pub(super) unit: String,
    /// The value without the scale of the unit.
    pub(super) base: f64,
    pub(super) dimension: Dimension,
    /// The amount before it is a part of this one ("12/20 xã").
    pub(super) is_whole: bool,
}

/// A unit: one past its last word, its scale and its dimension.
#[derive(Clone, Copy)]
struct Unit {
    end: usize,
    scale: f64,
    dimension: Dimension,
}

/// The amounts of a sentence in their order.
pub(super) fn find(sentence: &Sentence<'_>) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = Vec::new();
    let mut index = sentence.range.start;
    while index < sentence.range.end {
        if sentence.kind(index) != Some(Kind::Digits) {
            index += 1;
            continue;
        }
        let end = run_end(sentence, index);
        if begins(sentence, index) {
            read(sentence, index, &mut amounts);
        }
        index = amounts.last().map_or(end, |last| last.range.end.max(end));
    }
    amounts
}

/// One past the digits and marks glued to the number at `index`.
fn run_end(sentence: &Sentence<'_>, index: usize) -> usize {
    let mut end = index + 1;
    while sentence.glued(end)
        && matches!(sentence.written(end), "." | "," | "-" | "–" | ":")
        && sentence.glued(end + 1)
        && sentence.kind(end + 1) == Some(Kind::Digits)
    {
        end += 2;
    }
    end
}

/// Whether the digits at `index` are not the inside of a name, a date or a range.
fn begins(sentence: &Sentence<'_>, index: usize) -> bool {
    if sentence.glued(index) && index > sentence.range.start {
        return sentence.is_money_mark(index - 1)
            || matches!(sentence.written(index - 1), "(" | "\"" | "[" | "~" | ":" | "*" | "≥" | "+" | "/");
    }
    // The end of a range: "8,5 - 9 %".
    let dash = index > sentence.range.start + 1
        && matches!(sentence.written(index - 1), "-" | "–" | "—")
        && sentence.kind(index - 2) == Some(Kind::Digits);
    !dash
}

fn read(sentence: &Sentence<'_>, index: usize, amounts: &mut Vec<Amount>) {
    let Some((value, end)) = number(sentence, index) else { return };
    if let Some(mut amount) = with_unit(sentence, index) {
        amount.is_whole = amounts.last().is_some_and(|last| joins(sentence, last.range.end, amount.range.start));
        amounts.push(amount);
        return;
    }
    // A part without a unit of its own: "12,5/109 tỷ đồng", "12 of 20 homes".
    let next = sentence.of(end).filter(|next| sentence.kind(*next) == Some(Kind::Digits));
    if let Some(mut whole) = next.and_then(|next| with_unit(sentence, next)) {
        whole.is_whole = true;
        let scale = if whole.value == 0.0 { 1.0 } else { whole.base / whole.value };
        let (range, unit) = (index..end, whole.unit.clone());
        amounts.push(Amount { range, value, unit, base: value * scale, is_whole: false, ..whole });
        amounts.push(whole);
    }
}

/// The amount whose number starts at `index`, where it has a unit.
fn with_unit(sentence: &Sentence<'_>, index: usize) -> Option<Amount> {
    let (value, end) = number(sentence, index)?;
    let prefix = index.checked_sub(1).and_then(|before| sentence.at(before, money));
    let prefix = prefix.filter(|(_, after)| *after == index && sentence.is_money_mark(index - 1));
    let start = if prefix.is_some() { index - 1 } else { index };
    let unit = unit(sentence, end, prefix.map(|found| found.0))?;
    let first = sentence.words.get(end).map_or(0, |word| word.start as usize);
    let last = sentence.words.get(unit.end.saturating_sub(1)).map_or(first, |word| word.end as usize);
    let after = if unit.end > end { sentence.text.get(first..last).unwrap_or_default() } else { "" };
    let written = if prefix.is_some() { format!("{} {after}", sentence.written(start)) } else { after.to_owned() };
    Some(Amount {
        range: start..unit.end.max(end),
        value,
        unit: written.trim_end().to_owned(),
        base: value * unit.scale,
        dimension: unit.dimension,
        is_whole: false,
    })
}

/// Whether a word that joins a part to its whole stands between the words `end` and `start`.
fn joins(sentence: &Sentence<'_>, end: usize, start: usize) -> bool {
    sentence.of(end).is_some_and(|next| (next..=next + 2).contains(&start))
}

/// The number that starts at `index` and one past its last word.
fn number(sentence: &Sentence<'_>, index: usize) -> Option<(f64, usize)> {
    let end = run_end(sentence, index);
    let digits: Vec<&str> = (index..end).step_by(2).map(|at| sentence.written(at)).collect();
    let marks: Vec<&str> = (index + 1..end).step_by(2).map(|at| sentence.written(at)).collect();
    let grouping = match sentence.lang {
        Lang::Vi => ".",
        Lang::En => ",",
    };
    let grouped = |count: usize| {
        digits.first().is_some_and(|first| (1..=3).contains(&first.len()) && *first != "0")
            && digits.iter().skip(1).take(count).all(|group| group.len() == 3)
            && marks.iter().take(count).all(|mark| Some(mark) == marks.first() && matches!(*mark, "." | ","))
    };
    let number = match marks.as_slice() {
        [] => digits.concat(),
        [mark] if *mark == grouping && grouped(1) => digits.concat(),
        ["." | ","] => digits.join("."),
        [_, _, ..] if grouped(marks.len()) => digits.concat(),
        [_, .., last] if marks.first() != Some(last) && matches!(*last, "." | ",") && grouped(marks.len() - 1) => {
            let (fraction, whole) = digits.split_last()?;
            [&whole.concat(), ".", fraction].concat()
        }
        _ => return None,
    };
    (number.len() <= 18).then(|| number.parse().ok().map(|value| (value, end)))?
}

const fn money(term: Term) -> Option<i32> {
    match term {
        Term::Money(currency) => Some(currency),
        _ => None,
    }
}

/// The unit at `index`; `currency` is the one written before the number.
fn unit(sentence: &Sentence<'_>, index: usize, currency: Option<i32>) -> Option<Unit> {
    let scale = sentence.at(index, |term| match term {
        Term::Scale(power) => Some(power),
        _ => None,
    });
    // "5 m" is a length, "5m" may be a scale.
    let scale = scale.filter(|_| !sentence.written(index).eq_ignore_ascii_case("m") || sentence.glued(index));
    let (power, next) = scale.unwrap_or((0, index));
    let dimension = sentence.at(next, |term| match term {
        Term::Money(currency) => Some(Dimension::Money(currency)),
        Term::Percent => Some(Dimension::Percent),
        Term::Measure => Some(Dimension::Unit(0)),
        _ => None,
    });
    let (dimension, end) = match (dimension, currency) {
        (_, Some(currency)) => (Dimension::Money(currency), next),
        (Some((Dimension::Unit(_), end)), None) => {
            (Dimension::Unit(sentence.words.get(end.saturating_sub(1)).map_or(0, |word| word.key)), end)
        }
        (Some((dimension, end)), None) => (dimension, end),
        (None, None) if power > 0 => (Dimension::Money(1), next),
        (None, None) => return None,
    };
    // "10 tấn/ha" is a rate, no amount.
    let rate = sentence.written(end) == "/" && sentence.glued(end + 1) && sentence.kind(end + 1) == Some(Kind::Letters);
    (!rate).then_some(Unit { end, scale: 10f64.powi(power), dimension })
}

impl Sentence<'_> {
    fn is_money_mark(&self, index: usize) -> bool {
        matches!(self.written(index), "$" | "£" | "€")
    }

    /// The word after a phrase at `index` that joins a part to its whole.
    fn of(&self, index: usize) -> Option<usize> {
        self.at(index, |term| (term == Term::Of).then_some(())).map(|found| found.1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::words;
    use super::*;

    fn found(text: &str, lang: Lang) -> Vec<(f64, String)> {
        let words = words::split(text);
        let sentence = Sentence::new(&words, text, lang, 0..words.len());
        find(&sentence).into_iter().map(|amount| (amount.value, amount.unit)).collect()
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let cases = [
            ("1.234 hộ", Lang::Vi, 1234.0, "hộ"),
            ("12,5 tỷ đồng", Lang::Vi, 12.5, "tỷ đồng"),
            ("54.9%", Lang::Vi, 54.9, "%"),
            ("1.234.567,5 đồng", Lang::Vi, 1_234_567.5, "đồng"),
            ("1,234 homes", Lang::En, 1234.0, "homes"),
            ("$1.42 million", Lang::En, 1.42, "$ million"),
            ("$412k", Lang::En, 412.0, "$ k"),
            ("£1,250.50", Lang::En, 1250.5, "£"),
        ];
        for (text, lang, value, unit) in cases {
            assert_eq!(found(text, lang), [(value, unit.to_owned())], "{text}");
        }
    }

    #[test]
    fn dates_ranges_rates_and_names_are_no_amounts() {
        for text in
            ["ngày 30/6/2023", "8,5 - 9%", "25-26%", "10 tấn/ha", "Nghị quyết số 12", "mục 1.2.3", "Q3", "14:30"]
        {
            assert_eq!(found(text, Lang::Vi), [], "{text}");
        }
        assert_eq!(found("12/20 xã", Lang::Vi).len(), 2);
    }
}
