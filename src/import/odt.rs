//! OpenDocument texts: what a reader of the printed page sees of the body.

mod body;
mod lists;

use super::archive::Archive;
use super::{ImportError, Kind, Source};

/// The part that makes an archive an OpenDocument text; spreadsheets have it too.
pub(super) const BODY: &str = "content.xml";

/// Reads the document in `archive`.
pub(super) fn read(archive: &mut Archive) -> Result<Source, ImportError> {
    if archive.part("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(ImportError::Locked);
    }
    let body = archive.part(BODY)?.ok_or(ImportError::Damaged(Kind::Zip))?;
    let mut lists = lists::Lists::default();
    if let Some(styles) = archive.part("styles.xml")? {
        lists.read(&styles)?;
    }
    lists.read(&body)?;
    Ok(Source::of_text(body::read(&body, lists)?))
}
