//! The lines of each page, without what stands on every page.

use std::collections::BTreeMap;

use super::letters::Letter;

/// A line of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
}

/// The letters of a page as lines, in the order in which they were drawn, which is that of reading in most files.
pub(super) fn of(letters: Vec<Letter>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters.into_iter().filter(|letter| letter.size > 0.0) {
        let continues = lines.last().is_some_and(|line| {
            (line.y - letter.y).abs() < 0.4 * line.size.max(letter.size) && letter.x > line.right - 3.0 * letter.size
        });
        let (end, size) = (letter.x + letter.width, letter.size);
        match lines.last_mut().filter(|_| continues) {
            Some(line) => {
                let gap = letter.x - line.right;
                if gap > 1.2 * size && !line.text.trim().is_empty() {
                    // So wide a gap parts the cells of a table.
                    line.text.push('\t');
                } else if gap > 0.11 * size && !line.text.ends_with([' ', '\t']) {
                    line.text.push(' ');
                }
                line.text.push_str(&letter.text);
                line.right = end;
            }
            None => lines.push(Line { text: letter.text, left: letter.x, right: end, y: letter.y, size }),
        }
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// The pages without page numbers and without the heads and feet that most of them share.
pub(super) fn without_furniture(mut pages: Vec<Vec<Line>>) -> Vec<Vec<Line>> {
    let mut seen = BTreeMap::<String, usize>::new();
    let count = pages.len();
    for page in &pages {
        for text in edges(page).map(|line| mould(&line.text)) {
            *seen.entry(text).or_default() += 1;
        }
    }
    let is_furniture = |line: &Line| {
        let mould = mould(&line.text);
        let is_number = count > 1 && mould.chars().all(|letter| matches!(letter, '#' | '-' | '/' | ' ' | '–'));
        is_number || count > 2 && seen.get(&mould).is_some_and(|seen| seen * 2 > count)
    };
    for page in &mut pages {
        for at_end in [true, false] {
            while let Some(line) = if at_end { page.last() } else { page.first() }.filter(|line| is_furniture(line)) {
                let text = line.text.clone();
                if at_end {
                    page.pop();
                } else {
                    page.retain(|line| line.text != text);
                }
            }
        }
    }
    pages
}

fn edges(page: &[Line]) -> impl Iterator<Item = &Line> {
    page.first().into_iter().chain(page.last().filter(|_| page.len() > 1))
}

/// The line with its numbers left open.
fn mould(text: &str) -> String {
    let mut mould = String::new();
    for letter in text.trim().chars() {
        match letter {
            '0'..='9' if mould.ends_with('#') => {}
            '0'..='9' => mould.push('#'),
            other => mould.push(other),
        }
    }
    mould
}
