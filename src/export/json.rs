//! The whole analysis as JSON for other programs, described in `docs/json.md`.

use serde::Serialize;

use super::ExportError;
use crate::analysis::model::{
    Attainment, Category, Date, Figure, FigureRole, Item, Lang, Minutes, Note, Origin, Recurrence, Span,
};
use crate::offsets::Offsets;
use crate::table::Table;
use crate::table::record::TaskRecord;

/// Version of the form; it grows when a field changes its meaning or goes.
pub const VERSION: u32 = 1;

/// Writes `minutes`, which is the analysis of `text`, and `table`, the tasks in it. Offsets count Unicode scalar values.
///
/// # Errors
/// As `serde_json`; none is known for text in memory.
pub fn write(minutes: &Minutes, text: &str, table: &Table) -> Result<String, ExportError> {
    Ok(serde_json::to_string_pretty(&Document::of(minutes, text, table))?)
}

/// The JSON object of one document.
#[derive(Serialize)]
pub struct Document<'a> {
    version: u32,
    lang: Lang,
    meeting_date: Option<Date>,
    title: Option<&'a str>,
    items: Vec<ItemObject<'a>>,
    figures: Vec<FigureObject<'a>>,
    attainments: Vec<AttainmentObject<'a>>,
    notes: Vec<NoteObject>,
    tasks: Vec<TaskRecord>,
}

#[derive(Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ItemObject<'a> {
    id: u32,
    #[serde(flatten)]
    place: Place,
    category: Category,
    confidence: f32,
    text: &'a str,
    actor: Option<&'a str>,
    actor_inferred: bool,
    support: Vec<&'a str>,
    issuer: Option<&'a str>,
    issuer_inferred: bool,
    due: Option<Date>,
    due_text: Option<&'a str>,
    due_inferred: bool,
    recurrence: Option<Recurrence>,
    product: Option<&'a str>,
    repeated: Vec<Place>,
    reasons: Vec<ReasonObject<'a>>,
}

#[derive(Serialize)]
struct ReasonObject<'a> {
    rule: &'a str,
    #[serde(flatten)]
    place: Option<Place>,
    weight: f32,
}

#[derive(Serialize)]
struct FigureObject<'a> {
    #[serde(flatten)]
    place: Place,
    value: f64,
    unit: &'a str,
    role: FigureRole,
    subject: Option<&'a str>,
}

#[derive(Serialize)]
struct AttainmentObject<'a> {
    subject: Option<&'a str>,
    plan: Option<usize>,
    done: &'a [usize],
    ratio: Option<usize>,
    share: f64,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum NoteObject {
    Empty,
    UnknownLanguage,
    ImpossibleDate(Place),
    PastDeadline(Place),
    MeetingDateUnknown,
}

impl<'a> Document<'a> {
    /// The object of `minutes`, which is the analysis of `text`, and of `table`, the tasks in it; offsets count Unicode
    /// scalar values.
    pub fn of(minutes: &'a Minutes, text: &'a str, table: &Table) -> Self {
        Self::counted(minutes, text, table, Offsets::scalars)
    }

    /// The same with offsets in UTF-16 code units, for JavaScript.
    pub fn in_utf16(minutes: &'a Minutes, text: &'a str, table: &Table) -> Self {
        Self::counted(minutes, text, table, Offsets::utf16)
    }

    fn counted(minutes: &'a Minutes, text: &'a str, table: &Table, count: fn(&Offsets<'a>, usize) -> usize) -> Self {
        let writer = Writer { text, offsets: Offsets::new(text), count };
        Self {
            version: VERSION,
            lang: minutes.lang,
            meeting_date: minutes.head.date,
            title: minutes.head.title.map(|span| span.of(text)),
            items: minutes.items.iter().map(|item| writer.item(item)).collect(),
            figures: minutes.figures.iter().map(|figure| writer.figure(figure)).collect(),
            attainments: minutes.attainments.iter().map(|attainment| writer.attainment(attainment)).collect(),
            notes: minutes.notes.iter().map(|note| writer.note(note)).collect(),
            tasks: table.rows.iter().map(TaskRecord::of).collect(),
        }
    }
}

struct Writer<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    count: fn(&Offsets<'a>, usize) -> usize,
}

impl<'a> Writer<'a> {
    fn place(&self, span: Span) -> Place {
        let count = |at| (self.count)(&self.offsets, at);
        Place { start: count(span.start), end: count(span.end) }
    }

    fn item(&self, item: &'a Item) -> ItemObject<'a> {
        let inferred = |origin: Origin| origin == Origin::Inferred;
        let (lead, issuer, deadline) = (item.lead.as_ref(), item.issuer.as_ref(), item.deadline.as_ref());
        ItemObject {
            id: item.id,
            place: self.place(item.span),
            category: item.category,
            confidence: item.confidence,
            text: item.span.of(self.text),
            actor: lead.map(|party| party.text.as_str()),
            actor_inferred: lead.is_some_and(|party| inferred(party.origin)),
            support: item.support.iter().map(|party| party.text.as_str()).collect(),
            issuer: issuer.map(|party| party.text.as_str()),
            issuer_inferred: issuer.is_some_and(|party| inferred(party.origin)),
            due: deadline.and_then(|deadline| deadline.date),
            due_text: deadline.map(|deadline| deadline.text.as_str()),
            due_inferred: deadline.is_some_and(|deadline| inferred(deadline.origin)),
            recurrence: deadline.and_then(|deadline| deadline.recurrence),
            product: item.product.map(|span| span.of(self.text)),
            repeated: item.repeated.iter().map(|span| self.place(*span)).collect(),
            reasons: item
                .reasons
                .iter()
                .map(|reason| ReasonObject {
                    rule: &reason.rule,
                    place: reason.span.map(|span| self.place(span)),
                    weight: reason.weight,
                })
                .collect(),
        }
    }

    fn figure(&self, figure: &'a Figure) -> FigureObject<'a> {
        FigureObject {
            place: self.place(figure.span),
            value: figure.value,
            unit: &figure.unit,
            role: figure.role,
            subject: figure.subject.map(|span| span.of(self.text)),
        }
    }

    fn attainment(&self, attainment: &'a Attainment) -> AttainmentObject<'a> {
        AttainmentObject {
            subject: attainment.subject.map(|span| span.of(self.text)),
            plan: attainment.plan,
            done: &attainment.done,
            ratio: attainment.ratio,
            share: attainment.share,
        }
    }

    fn note(&self, note: &Note) -> NoteObject {
        match note {
            Note::Empty => NoteObject::Empty,
            Note::UnknownLanguage => NoteObject::UnknownLanguage,
            Note::ImpossibleDate { span } => NoteObject::ImpossibleDate(self.place(*span)),
            Note::PastDeadline { span } => NoteObject::PastDeadline(self.place(*span)),
            Note::MeetingDateUnknown => NoteObject::MeetingDateUnknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::analysis::model::Reason;
    use crate::table::samples;

    fn written(minutes: &Minutes) -> Value {
        serde_json::from_str(&write(minutes, samples::TEXT, &samples::table()).unwrap()).unwrap()
    }

    #[test]
    fn an_item_with_all_its_fields() {
        let mut minutes = samples::minutes();
        minutes.items[1].reasons =
            vec![Reason { rule: "cue:order".into(), span: Some(minutes.items[1].span), weight: 1.5 }];
        let value = written(&minutes);
        assert_eq!(value["version"], 1);
        assert_eq!(value["lang"], "vi");
        assert_eq!(value["title"], "Họp giao ban");
        let before = samples::TEXT.find("Rà soát").unwrap();
        let start = samples::TEXT[..before].chars().count();
        let end = start + "Rà soát\n  danh mục".chars().count();
        let expected = json!({
            "id": 2, "start": start, "end": end, "category": "directive", "confidence": 0.9,
            "text": "Rà soát\n  danh mục",
            "actor": "Sở Y tế", "actor_inferred": true, "support": ["Sở Tài chính", "UBND\nxã"],
            "issuer": null, "issuer_inferred": false,
            "due": "2023-07-31", "due_text": "trong tháng 7", "due_inferred": false, "recurrence": null,
            "product": null, "repeated": [],
            "reasons": [{"rule": "cue:order", "start": start, "end": end, "weight": 1.5}],
        });
        let mut item = value["items"][1].clone();
        item["confidence"] = json!((item["confidence"].as_f64().unwrap() * 10.0).round() / 10.0);
        assert_eq!(item, expected);
    }

    #[test]
    fn notes_carry_their_kind_and_place() {
        let mut minutes = samples::minutes();
        minutes.notes = vec![Note::MeetingDateUnknown, Note::ImpossibleDate { span: Span::new(0, "Họp".len()) }];
        assert_eq!(
            written(&minutes)["notes"],
            json!([{"kind": "meeting-date-unknown"}, {"kind": "impossible-date", "start": 0, "end": 3}])
        );
    }
}
