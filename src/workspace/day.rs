//! Days as people write them into a field.

use crate::analysis::model::Date;

/// Reads `2023-07-31`, `31/7/2023`, `31.7.2023` and `31-7-2023`; none where that is no day of the calendar.
pub fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let mut parts = text.split(['/', '.', '-']).map(|part| part.trim().parse::<i16>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Whether `date` stands in `text` in so many figures.
pub fn is_written_in(date: Date, text: &str) -> bool {
    text.split_whitespace()
        .map(|word| word.trim_matches(|letter: char| !letter.is_ascii_digit()))
        .any(|word| read(word) == Some(date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_found_among_words() {
        let date = Date::constant(2025, 10, 5);
        assert!(is_written_in(date, "trước ngày 5/10/2025."));
        assert!(is_written_in(date, "(05/10/2025)"));
        assert!(!is_written_in(date, "trong tháng 10/2025"));
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for text in ["2023-07-31", "31/7/2023", " 31.07.2023 ", "31-7-2023"] {
            assert_eq!(read(text), Some(Date::constant(2023, 7, 31)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_stays_words() {
        for text in ["", "31/4/2023", "31/7", "31/7/2023/1", "trước kỳ họp sau", "7/2023"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
