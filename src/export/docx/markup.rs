//! Paragraphs, tables and sections of WordprocessingML.

use quick_xml::escape::escape;

use super::{Page, TWIPS_PER_MILLIMETRE};

/// The body of a document as it grows.
#[derive(Debug, Default)]
pub(super) struct Body(String);

/// A style that `package` defines.
#[derive(Clone, Copy, Debug)]
pub(super) enum Style {
    Text,
    Title,
    Remark,
    Letterhead,
    LetterNumber,
    Motto,
    Heading,
    Cell,
    CellHead,
}

impl Style {
    const fn id(self) -> &'static str {
        match self {
            Self::Text => "Normal",
            Self::Title => "Title",
            Self::Remark => "Subtitle",
            Self::Letterhead => "Letterhead",
            Self::LetterNumber => "LetterNumber",
            Self::Motto => "Motto",
            Self::Heading => "Heading1",
            Self::Cell => "Cell",
            Self::CellHead => "CellHead",
        }
    }
}

impl Body {
    pub fn paragraph(&mut self, style: Style, text: &str) {
        self.0.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>{}</w:p>", style.id(), run(text)));
    }

    /// A table as wide as the text; the first row is repeated on every page.
    pub fn table(&mut self, widths: &[u32], rows: &[Vec<String>]) {
        let total: u32 = widths.iter().sum();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        self.0.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ));
        for (number, row) in rows.iter().enumerate() {
            let (properties, style) = if number == 0 {
                ("<w:cantSplit/><w:tblHeader/>", Style::CellHead)
            } else {
                ("<w:cantSplit/>", Style::Cell)
            };
            self.0.push_str(&format!("<w:tr><w:trPr>{properties}</w:trPr>"));
            for (text, width) in row.iter().zip(widths) {
                self.0.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
                self.paragraph(style, text);
                self.0.push_str("</w:tc>");
            }
            self.0.push_str("</w:tr>");
        }
        self.0.push_str("</w:tbl>");
    }

    /// Two columns of paragraphs, each as wide as is said, without lines around them.
    pub fn side_by_side(&mut self, columns: [(u32, &[(Style, &str)]); 2]) {
        let grid = columns.map(|(width, _)| format!("<w:gridCol w:w=\"{width}\"/>")).concat();
        let total: u32 = columns.iter().map(|(width, _)| width).sum();
        self.0.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid><w:tr>"
        ));
        for (width, paragraphs) in columns {
            self.0.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"));
            for (style, text) in paragraphs {
                self.paragraph(*style, text);
            }
            self.0.push_str("</w:tc>");
        }
        self.0.push_str("</w:tr></w:tbl>");
    }

    /// Ends a section: what was written since the last one stands on pages of this form.
    pub fn end_section(&mut self, page: Page) {
        self.0.push_str(&format!("<w:p><w:pPr>{}</w:pPr></w:p>", section(page)));
    }

    /// The document; its last section stands on pages of the form `page`.
    pub fn finish(self, page: Page) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
             <w:body>{}{}</w:body></w:document>",
            self.0,
            section(page)
        )
    }
}

fn section(page: Page) -> String {
    let orientation = if page == Page::Across { " w:orient=\"landscape\"" } else { "" };
    let millimetres = |count: u32| count * TWIPS_PER_MILLIMETRE;
    let (upper, left, right) = (millimetres(20), millimetres(30), millimetres(15));
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"{orientation}/>\
         <w:pgMar w:top=\"{upper}\" w:right=\"{right}\" w:bottom=\"{upper}\" w:left=\"{left}\" \
         w:header=\"{}\" w:footer=\"0\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>",
        page.width(),
        page.height(),
        millimetres(10)
    )
}

/// A run of text; a line break in it stays one.
fn run(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let clean: String = line.chars().filter(|letter| is_allowed(*letter)).collect();
        format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(&clean))
    });
    format!("<w:r>{}</w:r>", lines.collect::<Vec<_>>().join("<w:br/>"))
}

/// XML has no place for the other control characters, not even escaped.
const fn is_allowed(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
