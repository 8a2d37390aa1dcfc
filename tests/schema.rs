//! The JSON of an analysis is as its published schema says.
#![cfg(not(target_arch = "wasm32"))]

use bienban::analysis::analyze;
use bienban::analysis::model::{Date, Options};
use bienban::export::json;
use bienban::status::Progress;
use bienban::table::Table;
use serde_json::Value;

const TEXTS: [&str; 3] = [
    include_str!("../static/sample-vi.txt"),
    include_str!("../static/sample-en.txt"),
    "Hạn 31/2/2025: giao Sở Y tế báo cáo.",
];

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../static/bienban.schema.json")).expect("JSON");
    jsonschema::validator_for(&schema).expect("a schema")
}

#[test]
fn every_analysis_is_valid() {
    let schema = schema();
    for text in TEXTS {
        let minutes = analyze(text, &Options::default());
        let mut table = Table::of(&minutes, text);
        if let [first, second, ..] = table.rows.as_mut_slice() {
            first.progress = Progress::Done(Date::constant(2025, 10, 5));
            second.progress = Progress::Paused;
        }
        let object: Value = serde_json::from_str(&json::write(&minutes, text, &table).expect("JSON")).expect("JSON");
        let wrong: Vec<String> =
            schema.iter_errors(&object).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(wrong, [""; 0]);
    }
}

#[test]
fn what_lacks_a_field_is_not_valid() {
    let text = TEXTS[0];
    let minutes = analyze(text, &Options::default());
    let written = json::write(&minutes, text, &Table::of(&minutes, text)).expect("JSON");
    for field in ["tasks", "items", "version"] {
        let mut object: Value = serde_json::from_str(&written).expect("JSON");
        object.as_object_mut().expect("an object").remove(field);
        assert!(!schema().is_valid(&object), "{field}");
    }
}
