//! "Bảng phân công nhiệm vụ": the action table as an annex.

use super::markup::{Body, Style};
use super::{Page, package};
use crate::export::ExportError;
use crate::export::paper::Paper;
use crate::i18n;
use crate::table::{Column, Label};

/// Writes the annex.
///
/// # Errors
/// As the writer of the archive; none is known for one in memory.
pub fn write(paper: &Paper) -> Result<Vec<u8>, ExportError> {
    let mut body = Body::default();
    if paper.motto {
        letterhead(&mut body, paper, Page::Across);
    }
    body.paragraph(Style::Title, paper.say("paper.annex"));
    body.paragraph(Style::Title, paper.say("paper.tasks"));
    let meeting = paper.meeting();
    if paper.table.title.is_some() {
        body.paragraph(Style::Remark, &i18n::fill(paper.lang, "paper.attached", &[("meeting", &meeting)]));
    } else {
        body.paragraph(Style::Remark, &meeting);
    }
    table(&mut body, paper, Page::Across);
    package::write(&body.finish(Page::Across), paper)
}

/// Who issues it on the left, the state and its motto on the right, as the decree's first page has them. What the
/// minutes do not say of the annex, its number, place and day, is left to be filled in.
fn letterhead(body: &mut Body, paper: &Paper, page: Page) {
    let issuer = paper.body().unwrap_or_else(|| paper.say("paper.issuer").to_owned());
    let left = [(Style::Letterhead, issuer.as_str()), (Style::LetterNumber, paper.say("paper.number"))];
    let right = [
        (Style::Letterhead, paper.say("paper.nation")),
        (Style::Motto, paper.say("paper.motto")),
        (Style::Remark, paper.say("paper.place")),
    ];
    let half = page.text_width() / 2;
    body.side_by_side([(page.text_width() - half, &left), (half, &right)]);
}

/// The action table as wide as the text of `page`.
pub(super) fn table(body: &mut Body, paper: &Paper, page: Page) {
    let form = paper.form();
    let shares: u32 = paper.columns.iter().map(|column| share(*column)).sum();
    let widths: Vec<u32> =
        paper.columns.iter().map(|column| page.text_width() * share(*column) / shares.max(1)).collect();
    let heads = paper.columns.iter().map(|column| (form.label)(Label::Column(*column)).to_owned()).collect();
    let row = |row: &crate::table::Row| paper.columns.iter().map(|column| row.cell_text(*column, &form)).collect();
    let rows: Vec<Vec<String>> = std::iter::once(heads).chain(paper.table.rows.iter().map(row)).collect();
    body.table(&widths, &rows);
}

/// How wide a column is against the others.
const fn share(column: Column) -> u32 {
    match column {
        Column::Number => 6,
        Column::Task | Column::Source => 26,
        Column::Deadline => 12,
        Column::Lead | Column::Support | Column::Issuer => 12,
        Column::Category | Column::Product | Column::Status | Column::Note => 10,
    }
}
