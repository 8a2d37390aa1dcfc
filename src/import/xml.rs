//! The pieces of an XML part, with the errors of our own.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::{ImportError, Kind};

/// Elements in elements: office programs stay far below.
const DEEPEST: usize = 400;

/// The next piece of a part.
#[derive(Debug)]
pub(super) enum Piece<'a> {
    /// A start tag; an empty element is one and an [`Piece::End`].
    Start(BytesStart<'a>),
    /// An end tag, by its local name.
    End(String),
    /// Text.
    Text(String),
    /// The end of the part.
    Finish,
}

/// Reads the pieces of a part one after the other.
pub(super) struct Pieces<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Pieces<'a> {
    /// The pieces of `xml`.
    pub fn of(xml: &'a str) -> Self {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next piece.
    pub fn next(&mut self) -> Result<Piece<'a>, ImportError> {
        loop {
            return Ok(match self.reader.read_event().map_err(|_| ImportError::Damaged(Kind::Zip))? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(ImportError::TooDeep);
                    }
                    Piece::Start(start)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::End(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Piece::Text(resolved(&reference)),
                Event::Eof => Piece::Finish,
                _ => continue,
            });
        }
    }

    /// Passes over what is left of the element that was just started.
    pub fn skip(&mut self) -> Result<(), ImportError> {
        let outer = self.depth;
        while self.depth >= outer {
            if matches!(self.next()?, Piece::Finish) {
                break;
            }
        }
        Ok(())
    }
}

fn resolved(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => letter.to_string(),
        _ => quick_xml::escape::resolve_predefined_entity(reference.as_ref()).unwrap_or_default().to_owned(),
    }
}

/// The value of the attribute with that local name.
pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
