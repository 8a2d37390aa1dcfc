//! The whole analysis as a report: the four groups, then the action table across the page.

use super::markup::{Body, Style};
use super::{Page, annex, package};
use crate::analysis::model::Category;
use crate::export::ExportError;
use crate::export::paper::Paper;
use crate::table::Label;

/// Writes the report.
///
/// # Errors
/// As the writer of the archive; none is known for one in memory.
pub fn write(paper: &Paper) -> Result<Vec<u8>, ExportError> {
    let mut body = Body::default();
    body.paragraph(Style::Title, paper.say("paper.report"));
    body.paragraph(Style::Remark, &paper.meeting());
    let label = paper.form().label;
    for (number, category) in ["I", "II", "III", "IV"].into_iter().zip(Category::ALL) {
        body.paragraph(Style::Heading, &format!("{number}. {}", label(Label::Category(category))));
        let mut count = 0;
        for (_, sentence) in paper.items(category) {
            count += 1;
            body.paragraph(Style::Text, &format!("{count}. {sentence}"));
        }
        if count == 0 {
            body.paragraph(Style::Text, paper.say("paper.none"));
        }
    }
    body.end_section(Page::Upright);
    body.paragraph(Style::Title, paper.say("paper.tasks"));
    annex::table(&mut body, paper, Page::Across);
    package::write(&body.finish(Page::Across), paper)
}
