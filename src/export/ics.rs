//! Dated tasks for a calendar after RFC 5545: an event of one day each, with a reminder the day before.

use chrono::Duration;
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Parameter, Property};

use super::paper::Paper;
use crate::analysis::model::Date;
use crate::table::{Column, Label, Row};

/// Writes an event for each task of `paper` that has a date.
pub fn write(paper: &Paper) -> Vec<u8> {
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("X-WR-CALNAME", paper.meeting()));
    for row in &paper.table.rows {
        if let Some(day) = row.due() {
            calendar.push(event(paper, row, day));
        }
    }
    calendar.to_string().into_bytes()
}

fn event(paper: &Paper, row: &Row, day: Date) -> Event {
    let lead = row.lead.as_ref().map(|party| format!("{}: ", party.text)).unwrap_or_default();
    // The end is the first day that no longer belongs to the event.
    let end = day.tomorrow().unwrap_or(day);
    let uid = format!("{:016x}@bienban", fingerprint(&[&paper.meeting(), &row.item.to_string(), &row.task]));
    let stamp = format!("{}T000000Z", digits(paper.today));
    // The library would give what has no number and no time of its own those of the moment.
    let mut reminder = Alarm::display(&row.task, -Duration::days(1));
    reminder.uid(&format!("reminder-{uid}")).add_property("DTSTAMP", &stamp);
    let mut event = Event::new();
    event
        .uid(&uid)
        .add_property("DTSTAMP", &stamp)
        .summary(&format!("{lead}{}", row.task))
        .description(&description(paper, row))
        .append_property(date_property("DTSTART", day))
        .append_property(date_property("DTEND", end))
        .append_property(Property::new("TRANSP", "TRANSPARENT"))
        .alarm(reminder);
    event.done()
}

fn description(paper: &Paper, row: &Row) -> String {
    let form = paper.form();
    let columns = [Column::Lead, Column::Support, Column::Issuer, Column::Product, Column::Note];
    let fields = columns.iter().filter_map(|column| {
        let text = row.cell_text(*column, &form);
        (!text.is_empty()).then(|| format!("{}: {text}", (form.label)(Label::Column(*column))))
    });
    fields.chain(std::iter::once(paper.meeting())).collect::<Vec<_>>().join("\n")
}

fn date_property(name: &str, day: Date) -> Property {
    Property::new(name, digits(day)).append_parameter(Parameter::new("VALUE", "DATE")).done()
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// FNV-1a: the same task of the same meeting gets the same number, so that a calendar knows it again.
fn fingerprint(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain(std::iter::once(0)));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use ical::parser::Component as _;

    use super::*;
    use crate::export::paper::samples;

    #[test]
    fn every_dated_task_is_an_event_of_one_day_with_a_reminder() {
        let paper = samples::paper();
        let bytes = write(&paper);
        assert!(
            bytes.split(|byte| *byte == b'\n').all(|line| line.is_empty() || line.ends_with(b"\r") && line.len() <= 76)
        );
        let calendars: Vec<_> = ical::IcalParser::new(bytes.as_slice()).map(Result::unwrap).collect();
        let [calendar] = calendars.as_slice() else { panic!("one calendar") };
        let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
            event.get_property(name).and_then(|property| property.value.clone()).unwrap_or_default()
        };
        let dates: Vec<_> =
            calendar.events.iter().map(|event| (value(event, "DTSTART"), value(event, "DTEND"))).collect();
        assert_eq!(dates, [("20230731".into(), "20230801".into()), ("20230720".into(), "20230721".into())]);
        let first = &calendar.events[0];
        assert_eq!(value(first, "SUMMARY"), "Sở Y tế: Rà soát danh mục");
        assert!(value(first, "DESCRIPTION").contains("Phối hợp: Sở Tài chính\\; UBND xã"));
        assert_eq!(first.alarms.len(), 1);
        assert_ne!(value(first, "UID"), value(&calendar.events[1], "UID"));
        assert!(write(&paper) == bytes, "the same bytes each time");
    }
}
