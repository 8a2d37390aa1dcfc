//! Which lines of a long table lie in sight: only these are built, the others are gaps of the height they would have.

use std::ops::Range;

/// The heights of the lines, in pixels; a guess where a line was never built.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    known: Vec<Option<f64>>,
    sum: f64,
    count: usize,
}

/// Before any line was measured.
const GUESS: f64 = 64.0;

/// A stretch of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Stretch {
    /// Lines that are built.
    Built(Range<usize>),
    /// Lines that are not, and the height in their place.
    Gap(f64),
}

impl Heights {
    /// Notes that `line` is so high; tells whether that is news.
    pub fn note(&mut self, line: usize, height: f64) -> bool {
        if self.known.len() <= line {
            self.known.resize(line + 1, None);
        }
        let Some(known) =
            self.known.get_mut(line).filter(|known| known.is_none_or(|known| (known - height).abs() >= 1.0))
        else {
            return false;
        };
        self.sum += height - known.unwrap_or_default();
        self.count += usize::from(known.is_none());
        *known = Some(height);
        true
    }

    fn guess(&self) -> f64 {
        if self.count == 0 { GUESS } else { self.sum / self.count as f64 }
    }

    fn of(&self, lines: Range<usize>) -> f64 {
        let guess = self.guess();
        lines.map(|line| self.known.get(line).copied().flatten().unwrap_or(guess)).sum()
    }

    /// The lines of `count` that meet the stretch from `top` to `bottom` under the start of the first line.
    pub fn between(&self, top: f64, bottom: f64, count: usize) -> Range<usize> {
        let guess = self.guess();
        let (mut at, mut first, mut last) = (0.0, count, count);
        for line in 0..count {
            let end = at + self.known.get(line).copied().flatten().unwrap_or(guess);
            if end > top && line < first {
                first = line;
            }
            if at >= bottom {
                last = line;
                break;
            }
            at = end;
        }
        first.min(last)..last
    }

    /// Cuts `count` lines into those that are built, which are `sight` and `pinned`, and the gaps between.
    pub fn stretches(&self, sight: Range<usize>, pinned: &[usize], count: usize) -> Vec<Stretch> {
        let mut built: Vec<Range<usize>> = pinned.iter().map(|line| *line..line + 1).collect();
        built.push(sight);
        built.sort_by_key(|range| range.start);
        let mut stretches = Vec::new();
        let mut at = 0;
        for range in built {
            let (start, end) = (range.start.max(at), range.end.min(count));
            if start >= end {
                continue;
            }
            match stretches.last_mut() {
                Some(Stretch::Built(last)) if last.end == start => last.end = end,
                _ => {
                    if start > at {
                        stretches.push(Stretch::Gap(self.of(at..start)));
                    }
                    stretches.push(Stretch::Built(start..end));
                }
            }
            at = end;
        }
        if at < count {
            stretches.push(Stretch::Gap(self.of(at..count)));
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights() -> Heights {
        let mut heights = Heights::default();
        for (line, height) in [(0, 10.0), (1, 30.0), (2, 20.0)] {
            assert!(heights.note(line, height));
        }
        heights
    }

    #[test]
    fn lines_in_sight_are_found_by_their_heights() {
        assert_eq!(heights().between(0.0, 25.0, 100), 0..2);
        assert_eq!(heights().between(10.0, 41.0, 100), 1..3);
        assert_eq!(heights().between(-500.0, -1.0, 100), 0..0);
        assert_eq!(heights().between(1_000_000.0, 1_000_100.0, 100), 100..100);
        assert_eq!(heights().between(0.0, 1_000_000.0, 5), 0..5);
    }

    #[test]
    fn unknown_lines_are_as_high_as_the_known_ones_on_average() {
        assert_eq!(heights().stretches(0..3, &[], 5), [Stretch::Built(0..3), Stretch::Gap(40.0)]);
        assert_eq!(Heights::default().stretches(0..0, &[], 2), [Stretch::Gap(2.0 * GUESS)]);
        assert_eq!(Heights::default().stretches(0..0, &[], 0), []);
    }

    #[test]
    fn a_pinned_line_is_built_wherever_it_is() {
        let expected = [
            Stretch::Built(0..1),
            Stretch::Gap(30.0),
            Stretch::Built(2..3),
            Stretch::Gap(20.0),
            Stretch::Built(4..6),
            Stretch::Gap(20.0),
        ];
        assert_eq!(heights().stretches(4..6, &[0, 2, 4], 7), expected);
    }

    #[test]
    fn what_is_known_is_no_news() {
        let mut heights = heights();
        assert!(!heights.note(1, 30.4));
        assert!(heights.note(1, 60.0));
        assert_eq!(heights.stretches(0..0, &[], 3), [Stretch::Gap(90.0)]);
    }
}
