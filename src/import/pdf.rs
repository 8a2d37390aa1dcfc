//! PDF documents with a text layer: letters with their places become lines, lines become paragraphs.

mod letters;
mod lines;
mod paragraphs;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, output_doc};

use super::{ImportError, Kind, Source};
use letters::Letters;

const DAMAGED: ImportError = ImportError::Damaged(Kind::Pdf);

/// Reads the document. The library panics on some damaged files, which must end nothing but the reading.
pub(super) fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let pages = catch_unwind(AssertUnwindSafe(|| pages(bytes))).unwrap_or(Err(DAMAGED))?;
    let text = paragraphs::text(&lines::without_furniture(pages.into_iter().map(lines::of).collect()));
    if text.trim().is_empty() { Err(ImportError::Scan) } else { Ok(Source::of_text(text)) }
}

fn pages(bytes: &[u8]) -> Result<Vec<Vec<letters::Letter>>, ImportError> {
    let mut document = Document::load_mem(bytes).map_err(|_| DAMAGED)?;
    if document.is_encrypted() {
        // Many are locked against changes alone and open without a password.
        document.decrypt("").map_err(|_| ImportError::Locked)?;
    }
    widths::rewrite(&mut document);
    let mut letters = Letters::default();
    output_doc(&document, &mut letters).map_err(|_| DAMAGED)?;
    Ok(letters.pages)
}
