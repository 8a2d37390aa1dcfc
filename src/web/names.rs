//! Names that stylesheets, tests and storage hold on to.

use crate::analysis::model::{Category, Lang, Origin};
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
