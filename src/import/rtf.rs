//! Rich Text Format: text, paragraphs, cells, and the numbers that the writing program drew before list items.

use std::collections::BTreeMap;

use super::draft::{Draft, Kind};
use super::encoding::Encoding;
use super::{ImportError, Source, windows};

/// Groups in groups: writing programs stay far below.
const DEEPEST: usize = 1_000;

/// Groups that show no text of the document.
const SILENT: [&str; 20] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "object",
    "listtable",
    "listoverridetable",
    "fldinst",
    "generator",
    "themedata",
    "annotation",
];

/// Reads the document.
pub(super) fn read(bytes: &[u8]) -> Result<Source, ImportError> {
    let mut reader = Reader::default();
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = match byte {
            b'{' => {
                reader.open()?;
                after
            }
            b'}' => {
                reader.close();
                after
            }
            b'\\' => reader.control(after)?,
            b'\r' | b'\n' => after,
            _ => {
                reader.letter(*byte);
                after
            }
        };
    }
    reader.end_paragraph()?;
    Ok(Source::of_text(reader.draft.finish()))
}

#[derive(Clone, Default)]
struct Group {
    is_silent: bool,
    /// The group lists fonts.
    is_fonts: bool,
    font: i32,
    /// Bytes that stand for a Unicode letter where a program knows none.
    fallback: Option<usize>,
    is_hidden: bool,
}

#[derive(Default)]
struct Reader {
    draft: Draft,
    groups: Vec<Group>,
    group: Group,
    /// The text of the paragraph, and the bytes of its end that are not letters yet.
    text: String,
    bytes: Vec<u8>,
    skip: usize,
    fonts: BTreeMap<i32, String>,
    /// Whether the paragraph belongs to a cell, and what of the table is open.
    is_in_cell: bool,
    has_row: bool,
    has_cell: bool,
    surrogate: Option<u16>,
}

impl Reader {
    fn open(&mut self) -> Result<(), ImportError> {
        self.flush();
        if self.groups.len() >= DEEPEST {
            return Err(ImportError::TooDeep);
        }
        self.groups.push(self.group.clone());
        Ok(())
    }

    fn close(&mut self) {
        self.flush();
        self.group = self.groups.pop().unwrap_or_default();
    }

    fn letter(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if self.group.is_fonts {
            if byte != b';' {
                self.fonts.entry(self.group.font).or_default().push(char::from(byte));
            }
        } else if !self.group.is_silent && !self.group.is_hidden {
            self.bytes.push(byte);
        }
    }

    /// Turns the bytes so far into letters: in the encoding of their font where that is an old one.
    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let raw = windows::western(&std::mem::take(&mut self.bytes));
        let encoding = self.fonts.get(&self.group.font).map_or(Encoding::AsItIs, |font| Encoding::of_font(font));
        self.text.push_str(&encoding.read(&raw));
    }

    fn push(&mut self, text: &str) {
        if !self.group.is_silent && !self.group.is_hidden {
            self.flush();
            self.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), ImportError> {
        self.flush();
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return Ok(());
        }
        if self.is_in_cell {
            self.open_cell()?;
        } else {
            self.draft.close_table();
        }
        self.draft.paragraph(Kind::Plain, &text.replace('\t', " "))
    }

    /// Does what the control after a backslash says; returns what follows it.
    fn control<'a>(&mut self, rest: &'a [u8]) -> Result<&'a [u8], ImportError> {
        let Some((first, after)) = rest.split_first() else { return Ok(rest) };
        if !first.is_ascii_alphabetic() {
            match first {
                b'\'' => {
                    let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
                    let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) else { return Ok(after) };
                    self.letter(byte);
                    return Ok(after.get(2..).unwrap_or_default());
                }
                b'~' => self.push("\u{a0}"),
                b'_' => self.push("-"),
                b'*' => (self.group.is_silent, self.group.is_fonts) = (true, false),
                b'{' | b'}' | b'\\' => self.letter(*first),
                b'\r' | b'\n' => self.end_paragraph()?,
                _ => {}
            }
            return Ok(after);
        }
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (name, after) = rest.split_at(length);
        let digits = usize::from(after.first() == Some(&b'-'));
        let digits = digits + after.iter().skip(digits).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, after) = after.split_at(digits);
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse::<i32>().ok());
        self.word(std::str::from_utf8(name).unwrap_or_default(), number)?;
        Ok(after.strip_prefix(b" ").unwrap_or(after))
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), ImportError> {
        match name {
            // The star before these says only that old programs may pass over them.
            "listtext" | "pntext" | "shptxt" => self.group.is_silent = false,
            "fonttbl" => (self.group.is_silent, self.group.is_fonts) = (true, true),
            _ if SILENT.contains(&name) => self.group.is_silent = true,
            "f" => {
                self.flush();
                self.group.font = number.unwrap_or_default();
            }
            "plain" => {
                self.flush();
                self.group.is_hidden = false;
            }
            "v" => {
                self.flush();
                self.group.is_hidden = number != Some(0);
            }
            "uc" => self.group.fallback = number.and_then(|count| usize::try_from(count).ok()),
            "u" => self.unicode(number.unwrap_or_default()),
            "tab" => self.push("\t"),
            "line" => self.push("\n"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            "endash" => self.push("–"),
            "emdash" => self.push("—"),
            "bullet" => self.push("•"),
            "par" | "sect" | "page" if !self.group.is_silent => self.end_paragraph()?,
            "pard" => self.is_in_cell = false,
            "intbl" => self.is_in_cell = true,
            "cell" => {
                self.is_in_cell = true;
                self.open_cell()?;
                self.end_paragraph()?;
                self.has_cell = false;
            }
            "row" => (self.has_row, self.has_cell) = (false, false),
            _ => {}
        }
        Ok(())
    }

    /// Opens what is missing around a paragraph of a cell.
    fn open_cell(&mut self) -> Result<(), ImportError> {
        if !self.draft.is_in_table() {
            self.draft.open_table()?;
            self.has_row = false;
        }
        if !self.has_row {
            self.draft.open_row();
            self.has_cell = false;
        }
        if !self.has_cell {
            self.draft.open_cell();
        }
        (self.has_row, self.has_cell) = (true, true);
        Ok(())
    }

    /// A letter by its UTF-16 unit, written as a signed number.
    fn unicode(&mut self, number: i32) {
        let unit = u16::try_from(number.rem_euclid(0x1_0000)).unwrap_or_default();
        self.skip = self.group.fallback.unwrap_or(1);
        let units: Vec<u16> = self.surrogate.take().into_iter().chain([unit]).collect();
        match String::from_utf16(&units) {
            Ok(text) => self.push(&text),
            Err(_) if (0xd800..0xdc00).contains(&unit) => self.surrogate = Some(unit),
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rtf: &[u8]) -> String {
        read(rtf).unwrap().text
    }

    #[test]
    fn letters_in_every_form() {
        let rtf = br"{\rtf1\ansi{\fonttbl{\f0 Times New Roman;}{\f1 .VnTime;}{\f2 VNI-Times;}}{\*\generator x;}
            \uc1 S\u7903? Y t\u7871\'3f\par \f1 S\'eb Y t\'d5\par\f2 so\'e1\par\f0 {\header \'41\par}caf\'e9 \{1\}}";
        assert_eq!(text(rtf).replace("            ", ""), "Sở Y tế\n\nSở Y tế\n\nsố\n\ncafé {1}");
    }

    #[test]
    fn rows_and_drawn_numbers() {
        let rtf = br"{\rtf1\ansi {\listtext 1.\tab}A\par\trowd\cellx1\cellx2\cellx3\pard\intbl B\cell\cell C\cell\row
\trowd\pard\intbl D\cell E\cell F\cell\row\pard G\par}";
        assert_eq!(text(rtf), "1. A\n\n| B |  | C |\n| D | E | F |\n\nG");
    }

    #[test]
    fn nesting_is_bounded_and_rubbish_is_read_to_its_end() {
        assert_eq!(read(&b"{".repeat(100_000)), Err(ImportError::TooDeep));
        for rubbish in [&br"{\rtf1 \'z \u99999999999 \"[..], br"{\rtf1 }}}}a", br"{\rtf1 \u-10179?x"] {
            assert!(read(rubbish).is_ok());
        }
    }
}
