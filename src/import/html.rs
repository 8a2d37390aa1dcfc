//! Web pages, mails in HTML and what the clipboard holds of them: structure and text, never styles or scripts.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::draft::{Draft, Kind};
use super::numerals::Numeral;
use super::{ImportError, Source};

/// Lists in lists are no deeper.
const DEEPEST: usize = 40;

/// What shows no text of the document.
const SILENT: [&str; 12] =
    ["script", "style", "head", "template", "noscript", "svg", "math", "object", "select", "textarea", "nav", "iframe"];

/// What begins and ends a paragraph.
const BLOCKS: [&str; 21] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "address",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "dl",
    "dt",
    "dd",
    "hr",
    "body",
    "center",
];

/// Reads the page `html`.
///
/// # Errors
/// [`ImportError`] where it nests tables or lists too deeply, or is too long.
pub(super) fn read(html: &str) -> Result<Source, ImportError> {
    let mut page = WebPage::default();
    parse(html, &mut page)?;
    Ok(Source::of_text(page.finish()?))
}

/// Hands the tags and texts of `html` to `page`.
pub(super) fn parse(html: &str, page: &mut WebPage) -> Result<(), ImportError> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
                };
                page.start(&String::from_utf8_lossy(&tag.name), &attribute, tag.self_closing)?;
            }
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name))?,
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    Ok(())
}

/// A web page as its tags and texts come, whoever parses it.
#[derive(Default)]
pub struct WebPage {
    draft: Draft,
    text: String,
    heading: Option<u8>,
    /// Inside of which silent element, and how deep.
    silent: Option<(String, usize)>,
    preformatted: usize,
    lists: Vec<List>,
    /// The label of the item that begins.
    label: Option<(String, u8)>,
    tables: usize,
}

struct List {
    numeral: Option<Numeral>,
    count: u32,
}

impl WebPage {
    /// An element begins: its name in small letters, its attributes by their names, and whether it holds nothing.
    ///
    /// # Errors
    /// [`ImportError`] where tables or lists nest too deeply, or the text is too long.
    pub fn start(
        &mut self,
        name: &str,
        attribute: &dyn Fn(&str) -> Option<String>,
        is_empty: bool,
    ) -> Result<(), ImportError> {
        if let Some((silent, depth)) = &mut self.silent {
            *depth += usize::from(silent == name && !is_empty);
            return Ok(());
        }
        match name {
            _ if SILENT.contains(&name) => self.silent = (!is_empty).then(|| (name.to_owned(), 1)),
            "br" => self.text.push('\n'),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_paragraph()?;
                self.heading = name.strip_prefix('h').and_then(|level| level.parse().ok());
            }
            "ul" | "ol" | "menu" => {
                self.end_paragraph()?;
                if self.lists.len() >= DEEPEST {
                    return Err(ImportError::TooDeep);
                }
                let numeral = || Numeral::of_example(&attribute("type").unwrap_or("1".into()));
                let first = attribute("start").and_then(|start| start.parse::<u32>().ok()).unwrap_or(1);
                self.lists.push(List { numeral: (name == "ol").then(numeral), count: first.saturating_sub(1) });
            }
            "li" => {
                self.end_paragraph()?;
                self.label = Some(self.item(attribute("value").and_then(|value| value.parse().ok())));
            }
            "table" => {
                self.end_paragraph()?;
                self.draft.open_table()?;
                self.tables += 1;
            }
            "tr" => {
                self.end_paragraph()?;
                self.draft.open_row();
            }
            "td" | "th" => {
                self.end_paragraph()?;
                self.draft.open_cell();
            }
            "img" => {}
            _ if BLOCKS.contains(&name) => {
                self.end_paragraph()?;
                self.preformatted += usize::from(name == "pre");
            }
            _ => {}
        }
        Ok(())
    }

    /// An element ends.
    ///
    /// # Errors
    /// [`ImportError`] where the text is too long.
    pub fn end(&mut self, name: &str) -> Result<(), ImportError> {
        if let Some((silent, depth)) = &mut self.silent {
            *depth -= usize::from(silent == name && *depth > 0);
            if *depth == 0 {
                self.silent = None;
            }
            return Ok(());
        }
        match name {
            "ul" | "ol" | "menu" => {
                self.end_paragraph()?;
                self.lists.pop();
                self.label = None;
            }
            "li" => {
                self.end_paragraph()?;
                self.label = None;
            }
            "table" if self.tables > 0 => {
                self.end_paragraph()?;
                self.draft.close_table();
                self.tables -= 1;
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "tr" | "td" | "th" => self.end_paragraph()?,
            _ if BLOCKS.contains(&name) => {
                self.end_paragraph()?;
                self.preformatted = self.preformatted.saturating_sub(usize::from(name == "pre"));
            }
            _ => {}
        }
        Ok(())
    }

    fn item(&mut self, value: Option<u32>) -> (String, u8) {
        let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
        let Some(list) = self.lists.last_mut() else { return ("-".into(), 0) };
        list.count = value.unwrap_or_else(|| list.count.saturating_add(1));
        let label = match list.numeral {
            Some(numeral @ (Numeral::SmallLetter | Numeral::SmallRoman)) => format!("{})", numeral.write(list.count)),
            Some(numeral) => format!("{}.", numeral.write(list.count)),
            None => if depth == 0 { "-" } else { "+" }.to_owned(),
        };
        (label, depth)
    }

    /// The page says something.
    pub fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        for letter in text.chars() {
            let is_blank = letter.is_ascii_whitespace() || letter == '\u{a0}';
            if !is_blank || self.preformatted > 0 {
                self.text.push(letter);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
    }

    /// The plain text of the page.
    ///
    /// # Errors
    /// [`ImportError`] where it is too long.
    pub fn finish(mut self) -> Result<String, ImportError> {
        self.end_paragraph()?;
        Ok(self.draft.finish())
    }

    fn end_paragraph(&mut self) -> Result<(), ImportError> {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return Ok(());
        }
        let kind = match (self.label.take(), self.heading.take()) {
            (Some((label, depth)), _) => Kind::Item(label, depth),
            (None, Some(level)) => Kind::Heading(level),
            (None, None) => Kind::Plain,
        };
        // Word writes the bullets of its lists as letters of a font of signs.
        match text.trim_start().strip_prefix(['·', '§', '•']).filter(|_| kind == Kind::Plain) {
            Some(item) => self.draft.paragraph(Kind::Item("-".into(), 0), item),
            None => self.draft.paragraph(kind, &text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        read(html).unwrap().text
    }

    #[test]
    fn structure_is_kept_and_styles_and_scripts_are_not() {
        let html = "<!DOCTYPE html><html><head><title>x</title><style>p{color:red}</style></head><body>\
            <h2>Kết quả</h2><p>Thu &amp; chi <b>đạt</b>\n 91&nbsp;%.<script>alert('<p>1</p>')</script></p>\
            <ol type=a start=2><li>Rà soát<ul><li><p>ngay</p></ul><li>Báo cáo</ol>\
            <table><tr><th>STT<th>Việc<th>Ai<tr><td>1<td>Sửa<td>Tổ 1</table>Hết<br>thật";
        assert_eq!(
            text(html),
            "## Kết quả\n\nThu & chi đạt 91 %.\n\nb) Rà soát\n  + ngay\nc) Báo cáo\n\n\
             | STT | Việc | Ai |\n| 1 | Sửa | Tổ 1 |\n\nHết\nthật"
        );
    }

    #[test]
    fn a_list_from_the_clipboard_of_word() {
        let html = "<html><body><!--StartFragment--><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>\
            <span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span>Sở Y tế báo cáo</p><o:p></o:p><!--EndFragment-->";
        assert_eq!(text(html), "- Sở Y tế báo cáo");
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert_eq!(read(&"<table><tr><td>".repeat(10_000)), Err(ImportError::TooDeep));
        assert_eq!(read(&"<ul><li>".repeat(10_000)), Err(ImportError::TooDeep));
        assert_eq!(text(&format!("{}a", "<div>".repeat(100_000))), "a");
    }
}
