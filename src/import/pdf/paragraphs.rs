//! Lines joined to the paragraphs that they were before the page broke them.

use super::lines::Line;

/// The text of the pages, a paragraph a line.
pub(super) fn text(pages: &[Vec<Line>]) -> String {
    let mut text = String::new();
    let mut last: Option<&Line> = None;
    for page in pages {
        let left = page.iter().map(|line| line.left).fold(f64::INFINITY, f64::min);
        let right = page.iter().map(|line| line.right).fold(0.0, f64::max);
        for line in page {
            let words = line.text.split([' ', '\u{a0}']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            match last {
                Some(before) if continues(before, line, left, right) => join(&mut text, words.trim()),
                Some(_) => {
                    text.push('\n');
                    text.push_str(words.trim());
                }
                None => text.push_str(words.trim()),
            }
            last = Some(line);
        }
    }
    text
}

/// Whether `line` goes on with the paragraph of `before`, on a page whose text reaches from `left` to `right`.
fn continues(before: &Line, line: &Line, left: f64, right: f64) -> bool {
    let width = (right - left).max(1.0);
    let first = line.text.trim_start();
    let last = before.text.trim_end();
    let is_row = before.text.contains('\t') || line.text.contains('\t');
    let same_size = (before.size - line.size).abs() < 0.1 * before.size;
    let drop = before.y - line.y;
    // A new page starts above; else the next line is near.
    let is_near = drop < 0.0 || drop < 2.1 * before.size;
    if is_row || !same_size || !is_near || opens_item(first) {
        return false;
    }
    // The line before was full where the first word of this one had no room in it.
    let word = first.split_whitespace().next().unwrap_or_default().chars().count() as f64;
    let is_full = before.right + 0.5 * line.size * (word + 1.0) > right - 0.02 * width;
    let goes_on = first.chars().next().is_some_and(char::is_lowercase) || last.ends_with(',');
    // The further lines of an item hang below its first word.
    let hangs = opens_item(last.trim_start());
    let is_indented = !hangs && line.left > left + 0.02 * width && line.left > before.left + 0.02 * width;
    let is_below = drop > 0.0 && drop < 1.7 * before.size;
    is_full && !is_indented && (goes_on || is_below)
}

/// Whether a line starts with a bullet or a number.
fn opens_item(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let is_bullet = matches!(word, "-" | "+" | "*" | "•" | "–" | "·");
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = number.chars().count() <= 6
        && number.split('.').all(|part| {
            !part.is_empty() && (part.parse::<u16>().is_ok() || part.chars().all(|letter| "IVXLC".contains(letter)))
        });
    let is_letter = word.ends_with(')') && number.chars().count() == 1;
    is_bullet || is_number || is_letter
}

/// Adds the next line of a paragraph; a word that was broken at the end of the line becomes whole.
fn join(text: &mut String, line: &str) {
    let mut end = text.chars().rev();
    let broken = end.next() == Some('-') && end.next().is_some_and(char::is_alphabetic);
    if broken && line.chars().next().is_some_and(char::is_lowercase) {
        text.pop();
    } else {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::super::lines::without_furniture;
    use super::*;

    fn line(text: &str, right: f64, y: f64) -> Line {
        Line { text: text.into(), left: 50.0, right, y, size: 12.0 }
    }

    #[test]
    fn full_lines_are_joined_and_items_are_not() {
        let page = vec![
            line("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà", 550.0, 700.0),
            line("soát và hoàn thành trước ngày 30/9.", 300.0, 685.0),
            line("1. The committee agreed to com-", 550.0, 670.0),
            line("plete the report.", 200.0, 655.0),
            line("2. Báo cáo.", 200.0, 640.0),
        ];
        assert_eq!(
            text(&[page]),
            "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát và hoàn thành trước ngày 30/9.\n\
             1. The committee agreed to complete the report.\n2. Báo cáo."
        );
    }

    #[test]
    fn what_stands_on_every_page_is_left_out() {
        let page = |number: u32| {
            let (head, foot) = (format!("Thông báo {number}/TB"), format!("- {number} -"));
            vec![line(&head, 200.0, 800.0), line(&format!("Câu {number}"), 200.0, 700.0), line(&foot, 300.0, 20.0)]
        };
        assert_eq!(text(&without_furniture((1..=4).map(page).collect())), "Câu 1\nCâu 2\nCâu 3\nCâu 4");
    }
}
