//! Names that stylesheets, tests and storage hold on to.

use crate::analysis::model::{Category, Date, Lang, Origin};
use crate::status::Progress;
use crate::table::{Column, Label};

/// The name of a group in attributes.
pub const fn category(category: Category) -> &'static str {
    match category {
        Category::Achievement => "achievement",
        Category::Shortcoming => "shortcoming",
        Category::Recommendation => "recommendation",
        Category::Directive => "directive",
    }
}

/// The group of that name.
pub fn category_named(name: &str) -> Option<Category> {
    Category::ALL.into_iter().find(|candidate| category(*candidate) == name)
}

/// The name of an origin in attributes.
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Stated => "stated",
        Origin::Inferred => "inferred",
    }
}

/// The name of a column in attributes.
pub fn column(column: Column) -> &'static str {
    let key = Label::Column(column).key();
    key.strip_prefix("column.").unwrap_or(key)
}

/// The column of that name.
pub fn column_named(name: &str) -> Option<Column> {
    Column::ALL.into_iter().find(|candidate| column(*candidate) == name)
}

/// What a user may say of a task, with a name for attributes and the key of its words. What is done is done `today`.
pub const fn progresses(today: Date) -> [(Progress, &'static str, &'static str); 4] {
    [
        (Progress::NotStarted, "not-started", "status.not-started"),
        (Progress::InProgress, "in-progress", "progress.in-progress"),
        (Progress::Done(today), "done", "status.done"),
        (Progress::Paused, "paused", "status.paused"),
    ]
}

/// The state of that name.
pub fn progress_named(name: &str, today: Date) -> Option<Progress> {
    progresses(today).into_iter().find(|state| state.1 == name).map(|state| state.0)
}

/// The short name of a language, as in HTML's `lang`.
pub const fn lang(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    }
}

/// The language of a short name such as `en-GB`; Vietnamese where the page does not know it.
pub fn lang_of(name: &str) -> Lang {
    if name.starts_with("en") { Lang::En } else { Lang::Vi }
}
