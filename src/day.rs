//! Days as people write them into a field.

use crate::analysis::model::Date;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads `2023-07-31`, `31/7/2023`, `31.7.2023`, `31-7-2023` and `31 July 2023`; none where that is no day of the
/// calendar.
pub fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month.parse().ok().or_else(|| named(month))?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok().filter(|_| parts.next().is_none())
}

fn named(month: &str) -> Option<i8> {
    let start = month.get(..3)?.to_lowercase();
    (1..).zip(MONTHS).find(|(_, name)| *name == start).map(|(number, _)| number)
}

/// Whether `date` stands in `text` in so many words.
pub fn is_written_in(date: Date, text: &str) -> bool {
    let words: Vec<_> = text.split_whitespace().map(|word| word.trim_matches(['(', ')', '.', ',', ';'])).collect();
    words.iter().any(|word| read(word) == Some(date))
        || words.windows(3).any(|words| read(&words.join(" ")) == Some(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["2023-07-31", "31/7/2023", " 31.07.2023 ", "31-7-2023", "31 July 2023", "31 Jul 2023"] {
            assert_eq!(read(text), Some(Date::constant(2023, 7, 31)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_stays_words() {
        for text in ["", "31/4/2023", "31/7", "31/7/2023/1", "trước kỳ họp sau", "7/2023", "31 Jut 2023", "3 ế 2023"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_is_found_among_words() {
        let date = Date::constant(2025, 10, 5);
        assert!(is_written_in(date, "trước ngày 5/10/2025."));
        assert!(is_written_in(date, "(05/10/2025)"));
        assert!(is_written_in(date, "by 5 October 2025"));
        assert!(!is_written_in(date, "trong tháng 10/2025"));
    }
}
