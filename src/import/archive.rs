//! The parts of an office document, unpacked with care: an archive may claim to hold more than any machine does.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{ImportError, Kind};

/// An office document has some hundred parts.
const MOST_PARTS: usize = 20_000;
/// No part of a document that people read is larger, in bytes.
const LARGEST_PART: u64 = 128 << 20;
/// A part above this size that shrinks more than so many times is no document.
const SUSPICIOUS_PART: u64 = 16 << 20;
const LARGEST_RATIO: u64 = 200;

/// An open archive.
pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    /// Opens the archive that `bytes` are.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Damaged(Kind::Zip))?;
        if archive.len() > MOST_PARTS { Err(ImportError::Bomb) } else { Ok(Self(archive)) }
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Unpacks every part once and throws it away, for a reader that trusts the archive.
    pub fn check(&mut self, largest: u64) -> Result<(), ImportError> {
        for index in 0..self.0.len() {
            let part = match self.0.by_index(index) {
                Ok(part) => part,
                Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(ImportError::Locked),
                Err(_) => return Err(ImportError::Damaged(Kind::Zip)),
            };
            let size = std::io::copy(&mut part.take(largest + 1), &mut std::io::sink());
            if size.map_err(|_| ImportError::Damaged(Kind::Zip))? > largest {
                return Err(ImportError::Bomb);
            }
        }
        Ok(())
    }

    /// The part of that name as XML text; none where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let damaged = ImportError::Damaged(Kind::Zip);
        let part = match self.0.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(ImportError::Locked),
            Err(_) => return Err(damaged),
        };
        let (size, packed) = (part.size(), part.compressed_size());
        if size > LARGEST_PART || size > SUSPICIOUS_PART && size / packed.max(1) > LARGEST_RATIO {
            return Err(ImportError::Bomb);
        }
        let mut bytes = Vec::new();
        // The size that the archive claims may be a lie.
        part.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| damaged)?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(ImportError::Bomb);
        }
        let text = String::from_utf8(bytes).or_else(|error| super::text(error.as_bytes()).map(|source| source.text));
        text.map(Some).map_err(|_| damaged)
    }
}
