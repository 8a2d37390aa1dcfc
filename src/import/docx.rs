//! Word documents: what a reader of the printed page sees of the body, without headers and footers.

mod body;
mod notes;
mod numbering;
mod styles;

use super::archive::Archive;
use super::{ImportError, Kind, Source};

/// The part that makes an archive a Word document.
pub(super) const BODY: &str = "word/document.xml";

/// Reads the document in `archive`.
pub(super) fn read(archive: &mut Archive) -> Result<Source, ImportError> {
    let body = archive.part(BODY)?.ok_or(ImportError::Damaged(Kind::Zip))?;
    let styles = archive.part("word/styles.xml")?.map(|xml| styles::read(&xml)).transpose()?.unwrap_or_default();
    let numbering =
        archive.part("word/numbering.xml")?.map(|xml| numbering::read(&xml)).transpose()?.unwrap_or_default();
    let footnotes = archive.part("word/footnotes.xml")?.map(|xml| notes::read(&xml)).transpose()?.unwrap_or_default();
    let endnotes = archive.part("word/endnotes.xml")?.map(|xml| notes::read(&xml)).transpose()?.unwrap_or_default();
    let text = body::read(&body, styles, numbering, footnotes, endnotes)?;
    Ok(Source::of_text(text))
}
