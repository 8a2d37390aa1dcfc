//! Passages: where Vietnamese and English change in one document, and their analyses put together.

use std::ops::Range;

use super::language::{self, Hits};
use super::model::{Deadline, Figure, Item, Lang, Minutes, Note, Span};
use super::normalise::normalise;
use super::words::{self, Case, Kind, Word};

/// Fewest words of letters by which a line tells that it is English.
const FEWEST: usize = 4;

/// The passages of a document that is in both languages, as ranges of its bytes; none where it is in one.
pub fn find(original: &str) -> Vec<(Range<usize>, Lang)> {
    let normal = normalise(original);
    let text = normal.as_str();
    // Without a single letter of its own there is no Vietnamese that could be told from English line by line.
    if !text.chars().any(language::is_vietnamese) {
        return Vec::new();
    }
    let mut passages: Vec<(usize, Lang)> = Vec::new();
    // A line after a blank one that tells no language, perhaps the heading of what follows.
    let (mut heading, mut blank, mut at) = (None, true, 0);
    for line in text.split_inclusive('\n') {
        let lang = line_language(line);
        if let Some(lang) = lang.filter(|lang| passages.last().is_none_or(|last| last.1 != *lang)) {
            passages.push((heading.unwrap_or(at), lang));
        }
        let empty = line.trim().is_empty();
        heading = if lang.is_some() {
            None
        } else if blank && !empty {
            Some(at)
        } else {
            heading.filter(|_| empty)
        };
        blank = empty;
        at += line.len();
    }
    if passages.len() < 2 {
        return Vec::new();
    }
    let starts = passages.iter().map(|(start, _)| normal.original(Span::new(*start, *start)).start);
    let mut starts: Vec<usize> = starts.chain([original.len()]).collect();
    starts[0] = 0;
    starts.windows(2).zip(&passages).map(|(pair, (_, lang))| (pair[0]..pair[1], *lang)).collect()
}

/// The language of a line that tells it clearly.
fn line_language(line: &str) -> Option<Lang> {
    let words = words::split(line);
    let Hits { letters, marked, english, .. } = language::count(&words, line);
    let vietnamese = |word: &&Word| word.of(line).chars().any(language::is_vietnamese);
    // Capitalised words may be the names of Vietnamese people in an English text.
    let small = words.iter().filter(|word| word.case == Case::Lower).filter(vietnamese).count();
    let shouts = words.iter().all(|word| word.kind != Kind::Letters || word.case == Case::Upper);
    if small * 4 >= letters && small > 0 && english * 4 <= letters || shouts && marked * 3 >= letters && marked > 0 {
        Some(Lang::Vi)
    } else if letters >= FEWEST && marked * 8 <= letters && english >= 2 && english * 5 >= letters {
        Some(Lang::En)
    } else {
        None
    }
}

/// The analyses of the passages as one; each comes with the byte where its passage begins.
pub fn join(parts: Vec<(usize, Minutes)>, lang: Lang) -> Minutes {
    let mut joined = Minutes { lang, ..Minutes::default() };
    for (start, mut part) in parts {
        shift(&mut part, start);
        let figures = joined.figures.len();
        joined.head.title = joined.head.title.or(part.head.title);
        if joined.head.date.is_none() {
            (joined.head.date, joined.head.date_span) = (part.head.date, part.head.date_span);
        }
        joined.items.extend(part.items);
        joined.figures.extend(part.figures);
        joined.attainments.extend(part.attainments.into_iter().map(|mut attainment| {
            attainment
                .plan
                .iter_mut()
                .chain(&mut attainment.done)
                .chain(&mut attainment.ratio)
                .for_each(|at| *at += figures);
            attainment
        }));
        for note in part.notes {
            if !matches!(note, Note::Empty | Note::UnknownLanguage) && !joined.notes.contains(&note) {
                joined.notes.push(note);
            }
        }
    }
    for (id, item) in (1..).zip(&mut joined.items) {
        item.id = id;
    }
    joined
}

/// Moves every place by `by` bytes.
fn shift(minutes: &mut Minutes, by: usize) {
    let moved = |span: &mut Span| *span = Span::new(span.start + by, span.end + by);
    minutes.head.title.iter_mut().chain(&mut minutes.head.date_span).for_each(moved);
    for Item { span, reasons, lead, support, issuer, deadline, product, repeated, .. } in &mut minutes.items {
        moved(span);
        reasons.iter_mut().filter_map(|reason| reason.span.as_mut()).for_each(moved);
        lead.iter_mut().chain(support).chain(issuer).filter_map(|party| party.span.as_mut()).for_each(moved);
        deadline.iter_mut().filter_map(|Deadline { span, .. }| span.as_mut()).for_each(moved);
        product.iter_mut().chain(repeated).for_each(moved);
    }
    for Figure { span, subject, .. } in &mut minutes.figures {
        std::iter::once(span).chain(subject).for_each(moved);
    }
    minutes.attainments.iter_mut().filter_map(|attainment| attainment.subject.as_mut()).for_each(moved);
    for note in &mut minutes.notes {
        if let Note::ImpossibleDate { span } | Note::PastDeadline { span } = note {
            moved(span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::analyze;
    use super::super::model::{Category, Date, Options};
    use super::*;

    const MIXED: &str = "Biên bản họp ngày 14/7/2023\n\n1. Kết luận\n- Giám đốc yêu cầu nhóm Dev sửa lỗi đăng nhập trong \
                         tháng 7.\n\n2. Notes from the client\n- Ann will send the test accounts by Friday.\n\
                         - ACTION: Bob to review the contract.\n\n3. Việc khác\n- Chị Hoa sẽ gửi báo cáo cho khách hàng \
                         trước ngày 20/7.\n";

    #[test]
    fn each_passage_is_read_in_its_language() {
        let minutes = analyze(MIXED, &Options::default());
        let date = |month, day| Some(Date::constant(2023, month, day));
        let found: Vec<_> = minutes
            .items
            .iter()
            .filter(|item| item.category == Category::Directive)
            .map(|item| {
                let deadline = item.deadline.as_ref().and_then(|deadline| deadline.date);
                (item.lead.as_ref().map_or("", |lead| lead.span.unwrap().of(MIXED)), deadline)
            })
            .collect();
        let expected = [("nhóm Dev", date(7, 31)), ("Ann", date(7, 21)), ("Bob", None), ("Chị Hoa", date(7, 20))];
        assert_eq!(found, expected, "{:#?}", minutes.items);
        assert_eq!(minutes.lang, Lang::Vi);
        assert!(minutes.items.is_sorted_by(|left, right| left.id < right.id && left.span.end <= right.span.start));
    }

    #[test]
    fn names_and_short_lines_make_no_passage() {
        for text in [
            "The board met. Present: Nguyễn Văn An, Trần Thị Bình.\nNguyễn Văn An, Trần Thị Bình, Lê Hữu Đạt\nThe roof leaks.",
            "Sở Y tế báo cáo về dự án Smart City.\nNext steps\nSở Y tế khẩn trương hoàn thành báo cáo.",
            include_str!("../../static/sample-vi.txt"),
            include_str!("../../static/sample-en.txt"),
        ] {
            assert_eq!(find(text), []);
        }
    }
}
