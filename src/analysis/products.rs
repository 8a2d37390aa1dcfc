//! Products: the report, plan or decision that a task is to yield, where its words name one.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::Lexicon;
use super::model::{Item, Lang, Span};
use super::{Kind, Reading};

/// Most words of a product's name after its head, and before it in English.
const AFTER: usize = 7;
const BEFORE: usize = 3;

fn lexicon(lang: Lang) -> &'static Lexicon {
    static VI: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/vi/products.txt")]));
    static EN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(&[include_str!("../../lexicon/en/products.txt")]));
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Fills the product of the items that ask for work.
pub fn fill(reading: &Reading<'_>, items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.category.is_actionable()) {
        let statements = item.statements.iter().filter_map(|index| reading.statements.get(*index));
        let found = statements.map(|statement| statement.start..statement.end).find_map(|range| find(reading, range));
        item.product = found.map(|range| span(reading, &range));
    }
}

/// The first product that a verb of making names among the words of `range`.
fn find(reading: &Reading<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let clause = Clause { reading, lexicon: lexicon(reading.lang), end: range.end };
    range.clone().find_map(|index| {
        let given = index > range.start && clause.at(index - 1, "given").is_some();
        let made = clause.at(index, "make").and_then(|after| clause.product(after)).filter(|_| !given);
        made.or_else(|| clause.report(index).filter(|_| !given))
    })
}

struct Clause<'a> {
    reading: &'a Reading<'a>,
    lexicon: &'a Lexicon,
    end: usize,
}

impl Clause<'_> {
    /// One past the longest phrase of `group` at `index`.
    fn at(&self, index: usize, group: &str) -> Option<usize> {
        let found = self.lexicon.phrases_at(&self.reading.words, index);
        let named = |groups: &[u16]| groups.iter().any(|found| self.lexicon.group_name(*found) == group);
        found.filter(|(end, groups)| *end <= self.end && named(groups)).map(|(end, _)| end).last()
    }

    fn is_letters(&self, index: usize) -> bool {
        index < self.end && self.reading.words.get(index).is_some_and(|word| word.kind == Kind::Letters)
    }

    /// The product whose name begins after the verb that ends before `index`.
    fn product(&self, mut index: usize) -> Option<Range<usize>> {
        while let Some(after) = self.at(index, "between") {
            index = after;
        }
        let most = if self.reading.lang == Lang::En { BEFORE } else { 0 };
        let head = (index..=index + most)
            .take_while(|at| self.is_letters(*at))
            .find_map(|at| Some((at, self.at(at, "product")?)))?;
        let barred = |at: usize| self.at(at, "stop").is_some() || self.at(at, "barrier").is_some();
        // "write the council a letter": the name begins after the last article.
        let start = (index..head.0).rev().find_map(|at| self.at(at, "between")).unwrap_or(index);
        (!(index..head.0).any(barred)).then(|| start..self.name_end(head.1))
    }

    /// Where the name of a product ends whose head ends before `index`.
    fn name_end(&self, index: usize) -> usize {
        // Another head is part of the name ("list of documents", "slide deck"), not its end.
        let ends = |at: &usize| !self.is_letters(*at) || self.at(*at, "stop").is_some();
        let end = (index..index + AFTER).find(ends);
        // A name that runs on too far is cut to its head: nobody could say where it ends.
        let end = end.unwrap_or(index);
        // "report on" without what follows is no name.
        let open = end > index && self.hangs(end - 1);
        if open { end - 1 } else { end }
    }

    /// A preposition that cannot close a name.
    fn hangs(&self, index: usize) -> bool {
        let word = self.reading.words.get(index).map_or("", |word| word.of(self.reading.text.as_str()));
        matches!(word, "on" | "of" | "for" | "the" | "a" | "an" | "về" | "của")
    }

    /// A verb that is its own product ("báo cáo UBND tỉnh kết quả"), where something follows.
    fn report(&self, index: usize) -> Option<Range<usize>> {
        let after = self.at(index, "report")?;
        let last = self.reading.lang == Lang::En;
        let follows = self.is_letters(after) && self.at(after, "spoken").is_none();
        (last || follows).then_some(index..after)
    }
}

/// The span in the user's text under a range of words.
fn span(reading: &Reading<'_>, range: &Range<usize>) -> Span {
    let start = reading.words.get(range.start).map_or(0, |word| word.start as usize);
    let end = range.end.checked_sub(1).and_then(|last| reading.words.get(last)).map_or(start, |word| word.end as usize);
    reading.text.original(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::super::model::{Category, Options};
    use super::super::read;
    use super::*;

    fn product(text: &str, lang: Lang) -> String {
        let reading = read(text, &Options { lang: Some(lang), ..Options::default() });
        let mut item = Item::new(Span::new(0, text.len()), Category::Directive);
        item.statements = (0..reading.statements.len()).collect();
        fill(&reading, std::slice::from_mut(&mut item));
        item.product.map_or("", |span| span.of(text)).to_owned()
    }

    #[test]
    fn what_a_task_yields_is_named() {
        for (text, expected) in [
            ("Giao Sở Y tế xây dựng kế hoạch tiêm chủng trước ngày 30/6", "kế hoạch tiêm chủng"),
            (
                "Phòng Nội vụ tham mưu ban hành quyết định kiện toàn ban chỉ đạo trong tháng 7",
                "quyết định kiện toàn ban chỉ đạo",
            ),
            ("Xã Nà Pín lập ngay danh sách hộ nghèo, gửi về huyện", "danh sách hộ nghèo"),
            ("Các xã rà soát đất công, báo cáo UBND huyện kết quả trước ngày 5/8", "báo cáo"),
            ("Sở Tài chính sớm hoàn thiện, trình phương án giá nước", "phương án giá nước"),
        ] {
            assert_eq!(product(text, Lang::Vi), expected, "{text}");
        }
        for (text, expected) in [
            ("Ann to prepare a revised budget proposal by Friday", "revised budget proposal"),
            ("Bob will send the minutes to all members", "minutes"),
            ("Staff to draft a report on parking before the next meeting", "report on parking"),
            ("Carol to report back in May", "report back"),
        ] {
            assert_eq!(product(text, Lang::En), expected, "{text}");
        }
    }

    #[test]
    fn what_is_only_spoken_of_is_no_product() {
        for text in [
            "Theo báo cáo của xã, đường cần sửa gấp",
            "Xã dọn sạch kênh trong tuần này",
            "Yêu cầu nghe báo cáo của các xã rồi mới họp",
        ] {
            assert_eq!(product(text, Lang::Vi), "", "{text}");
        }
        for text in ["Ann to send the plumber", "Bob to fix the roof", "Carol will come to the plan room"] {
            assert_eq!(product(text, Lang::En), "", "{text}");
        }
    }
}
