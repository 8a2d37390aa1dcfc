//! The part of a long text that the text field holds: a browser lays out a field of a megabyte anew at every key.

use crate::analysis::model::Span;

/// The size of a part, in bytes; a text not much longer is shown as a whole.
const SIZE: usize = 100_000;

/// Another part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The one before.
    Back,
    /// The one after.
    Forth,
}

/// The part of `text` that starts at byte `start` and ends with a line, where lines are not too long.
pub(super) fn from(text: &str, start: usize) -> Span {
    let start = boundary(text, start);
    let end = if text.len() - start <= SIZE + SIZE / 2 { text.len() } else { line_start(text, start + SIZE) };
    Span::new(start, end)
}

/// The part before or after `window`; `window` where there is none.
pub(super) fn turned(text: &str, window: Span, turn: Turn) -> Span {
    match turn {
        Turn::Forth if window.end < text.len() => from(text, window.end),
        Turn::Back if window.start > SIZE + SIZE / 2 => Span::new(line_start(text, window.start - SIZE), window.start),
        Turn::Back if window.start > 0 => Span::new(0, window.start),
        _ => window,
    }
}

/// `window` where it holds `place`, else the part around it.
pub(super) fn holding(text: &str, window: Span, place: Span) -> Span {
    if window.holds(place) { window } else { from(text, line_start(text, place.start.saturating_sub(SIZE / 2))) }
}

/// The part that somebody typed in; cut anew where it grew too long.
pub(super) fn typed(text: &str, window: Span) -> Span {
    if window.len() <= 2 * SIZE { window } else { from(text, window.start) }
}

/// The start of the line that holds byte `at`; `at` itself where the line is very long.
fn line_start(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    let near = boundary(text, at.saturating_sub(SIZE / 4));
    match text.get(near..at).and_then(|stretch| stretch.rfind('\n')) {
        Some(line_end) => near + line_end + 1,
        None if near == 0 => 0,
        None => at,
    }
}

fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<Span> {
        let mut parts = vec![from(text, 0)];
        while let Some(last) = parts.last().filter(|last| last.end < text.len()) {
            parts.push(turned(text, *last, Turn::Forth));
        }
        parts
    }

    #[test]
    fn a_common_text_is_one_part() {
        let text = "Giao Sở Y tế báo cáo.\n".repeat(1000);
        assert_eq!(parts(&text), [Span::new(0, text.len())]);
        assert_eq!(from("", 0), Span::new(0, 0));
    }

    #[test]
    fn a_long_text_is_cut_between_lines_and_nothing_is_left_out() {
        let text = "Giao Sở Y tế báo cáo.\n".repeat(100_000);
        let parts = parts(&text);
        assert!(parts.len() > 5);
        for pair in parts.windows(2) {
            assert_eq!(pair[0].end, pair[1].start);
            assert!(pair[0].of(&text).ends_with('\n'));
        }
        assert_eq!(turned(&text, parts[2], Turn::Back).end, parts[2].start);
        assert_eq!(turned(&text, parts[0], Turn::Back), parts[0]);
    }

    #[test]
    fn a_line_without_end_is_cut_between_letters() {
        let text = "ế".repeat(200_000);
        assert!(parts(&text).iter().all(|part| part.len() <= 2 * SIZE && !part.of(&text).is_empty()));
    }

    #[test]
    fn a_place_outside_of_the_part_turns_to_its_part() {
        let text = "Giao Sở Y tế báo cáo.\n".repeat(100_000);
        let place = Span::new(1_000_000, 1_000_010);
        let window = holding(&text, from(&text, 0), place);
        assert!(window.holds(place));
        assert_eq!(holding(&text, window, place), window);
    }
}
