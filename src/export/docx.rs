//! Word documents: the task table as an annex in the layout of Decree 30/2020/NĐ-CP, and the whole analysis as a report.

mod annex;
mod markup;
mod package;
mod report;

pub use annex::write as write_annex;
pub use report::write as write_report;

/// Lengths of Word: twentieths of a point.
const TWIPS_PER_MILLIMETRE: u32 = 57;

/// The page, after the decree: A4; 20 mm above and below, 30 mm on the left, 15 mm on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Page {
    Upright,
    Across,
}

impl Page {
    const fn width(self) -> u32 {
        match self {
            Self::Upright => 11_906,
            Self::Across => 16_838,
        }
    }

    const fn height(self) -> u32 {
        match self {
            Self::Upright => 16_838,
            Self::Across => 11_906,
        }
    }

    /// What the margins leave.
    const fn text_width(self) -> u32 {
        self.width() - 45 * TWIPS_PER_MILLIMETRE
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use quick_xml::Reader;
    use quick_xml::events::Event;

    use super::*;
    use crate::analysis::model::{Category, Lang, Span};
    use crate::export::paper::samples;
    use crate::table::Column;

    /// The texts of the document, a line each, after a look at every part.
    fn texts(bytes: Vec<u8>) -> Vec<String> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut texts = Vec::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut xml = String::new();
            part.read_to_string(&mut xml).unwrap();
            let mut reader = Reader::from_str(&xml);
            loop {
                match reader.read_event().unwrap() {
                    Event::Text(text) if part.name().unwrap() == "word/document.xml" && !text.trim().is_empty() => {
                        texts.push(text.xml10_content().into_owned())
                    }
                    Event::Eof => break,
                    _ => {}
                }
            }
        }
        texts
    }

    #[test]
    fn the_annex_holds_the_table() {
        let mut paper = samples::paper();
        paper.table.rows[0].task = "Rà soát \u{1} danh mục".into();
        let texts = texts(write_annex(&paper).unwrap());
        assert_eq!(texts[..3], ["PHỤ LỤC", "BẢNG PHÂN CÔNG NHIỆM VỤ", "(Kèm theo Họp giao ban, ngày 14/07/2023)"]);
        let form = paper.form();
        assert_eq!(texts[3], "STT");
        for row in &paper.table.rows[1..] {
            assert!(texts.contains(&row.cell_text(Column::Task, &form)), "{texts:?}");
        }
        assert!(texts.contains(&"Rà soát  danh mục".into()), "{texts:?}");
    }

    #[test]
    fn the_annex_has_the_motto_above_it_where_it_is_wanted() {
        let mut paper = samples::paper();
        let plain = texts(write_annex(&paper).unwrap());
        paper.motto = true;
        let found = texts(write_annex(&paper).unwrap());
        let (above, below) = found.split_at(found.len() - plain.len());
        let blank = "Số: ……/……";
        let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        let place = "……………, ngày …… tháng …… năm ……";
        assert_eq!(above, ["TÊN CƠ QUAN", blank, nation, "Độc lập - Tự do - Hạnh phúc", place]);
        assert_eq!(below, plain);
        (paper.text, paper.minutes.head.title) = ("UBND XÃ\nHọp".into(), Some(Span::new(9, 14)));
        assert_eq!(texts(write_annex(&paper).unwrap())[..2], ["UBND XÃ", blank]);
        // Both languages of the page have a name of the state and its motto.
        paper.lang = Lang::En;
        assert!(texts(write_annex(&paper).unwrap()).contains(&"Independence - Freedom - Happiness".to_owned()));
    }

    #[test]
    fn the_report_holds_every_item_in_its_group() {
        let paper = samples::paper();
        let texts = texts(write_report(&paper).unwrap());
        let place =
            |words: &str| texts.iter().position(|text| text == words).unwrap_or_else(|| panic!("{words}: {texts:?}"));
        assert!(place("I. Kết quả đạt được") < place("1. Đạt kế hoạch"));
        assert!(place("1. Đạt kế hoạch") < place("II. Tồn tại, hạn chế"));
        for (_, sentence) in Category::ALL.iter().flat_map(|category| paper.items(*category)) {
            assert!(texts.iter().any(|text| text.ends_with(&sentence)));
        }
    }
}
