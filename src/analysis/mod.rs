//! From text to [`Minutes`]: this file is the only list of the stages.

pub mod letters;
pub mod model;
pub mod normalise;
pub mod words;

use model::{Minutes, Options};

/// Analyses the minutes in `text`. Total: it never fails and never panics; doubts are notes in the result.
pub fn analyze(text: &str, options: &Options) -> Minutes {
    let text = normalise::normalise(text);
    let words = words::split(text.as_str());
    let _ = words;
    Minutes { lang: options.lang.unwrap_or_default(), ..Minutes::default() }
}
