//! A document as it is read: paragraphs, list items and tables, and the plain text of them.

use super::ImportError;

/// Tables in tables in tables are no longer minutes.
const DEEPEST: usize = 40;
/// More text than this is no document.
const LONGEST: usize = 100_000_000;
/// No list has so many levels.
const LEVELS: u8 = 9;

/// What a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Running text.
    Plain,
    /// A heading of that level, from 1.
    Heading(u8),
    /// An item of a list, with its number or bullet and its depth from 0.
    Item(String, u8),
}

/// The text so far, and the tables that are open.
#[derive(Debug, Default)]
pub(super) struct Draft {
    text: String,
    last: Option<Place>,
    tables: Vec<Table>,
}

/// What a line is; lines of the same list or table stand close together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Paragraph,
    List,
    Row,
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

impl Draft {
    /// Adds a paragraph; an empty one says nothing.
    pub fn paragraph(&mut self, kind: Kind, text: &str) -> Result<(), ImportError> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        if self.text.len() + text.len() > LONGEST {
            return Err(ImportError::TooLarge);
        }
        let line = match &kind {
            Kind::Heading(level) if !is_marked(text) && self.tables.is_empty() => {
                format!("{} {text}", "#".repeat(usize::from((*level).clamp(1, 6))))
            }
            Kind::Item(label, depth) if self.tables.is_empty() => {
                format!("{}{label} {text}", "  ".repeat(usize::from((*depth).min(LEVELS))))
            }
            Kind::Item(label, _) => format!("{label} {text}"),
            Kind::Plain | Kind::Heading(_) => text.to_owned(),
        };
        match self.tables.last_mut() {
            Some(table) => {
                if let Some(cell) = table.rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push(line);
                }
            }
            None => self.line(&line, if matches!(kind, Kind::Item(..)) { Place::List } else { Place::Paragraph }),
        }
        Ok(())
    }

    fn line(&mut self, line: &str, place: Place) {
        match self.last {
            None => {}
            Some(last) if last == place && place != Place::Paragraph => self.text.push('\n'),
            Some(_) => self.text.push_str("\n\n"),
        }
        self.last = Some(place);
        self.text.push_str(line);
    }

    /// Opens a table, in a cell perhaps.
    pub fn open_table(&mut self) -> Result<(), ImportError> {
        if self.tables.len() >= DEEPEST {
            return Err(ImportError::TooDeep);
        }
        self.tables.push(Table::default());
        Ok(())
    }

    /// Whether a table is open.
    pub const fn is_in_table(&self) -> bool {
        !self.tables.is_empty()
    }

    /// Opens a row of the innermost table.
    pub fn open_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Vec::new());
        }
    }

    /// Opens a cell of the row.
    pub fn open_cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.push(Vec::new());
        }
    }

    /// Ends the innermost table. One that only lays text out, such as a letterhead, becomes paragraphs.
    pub fn close_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let outer = self.tables.last_mut().and_then(|outer| outer.rows.last_mut()).and_then(|row| row.last_mut());
        if let Some(cell) = outer {
            cell.extend(table.rows.into_iter().flatten().flatten());
        } else if table.lays_out() {
            for line in table.rows.iter().flatten().flatten() {
                self.line(line, Place::Paragraph);
            }
        } else {
            for row in &table.rows {
                let cells: Vec<_> =
                    row.iter().map(|cell| cell.join(" ").replace('\n', " ").replace('|', "/")).collect();
                if cells.iter().any(|cell| !cell.is_empty()) {
                    self.line(&format!("| {} |", cells.join(" | ")), Place::Row);
                }
            }
        }
    }

    /// The plain text.
    pub fn finish(mut self) -> String {
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.text
    }
}

impl Table {
    /// One row, or two of which a cell holds several paragraphs.
    fn lays_out(&self) -> bool {
        let filled: Vec<_> = self.rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let columns = filled.iter().map(|row| row.len()).max().unwrap_or_default();
        let paragraphs = filled.iter().flat_map(|row| row.iter()).map(Vec::len).max().unwrap_or_default();
        columns <= 1 || filled.len() <= 1 || filled.len() == 2 && columns == 2 && paragraphs > 1
    }
}

/// Whether a heading is seen as one without a mark: it is numbered, or stands in capitals.
fn is_marked(text: &str) -> bool {
    let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    let number = text.split_whitespace().next().and_then(|word| word.strip_suffix(['.', ')', ':']));
    let numbered = number.is_some_and(|number| {
        number.split('.').all(|part| {
            let roman = !part.is_empty() && part.chars().all(|letter| "IVXLC".contains(letter));
            roman || part.parse::<u16>().is_ok() || part.chars().count() == 1
        })
    });
    let dotted = text
        .split_whitespace()
        .next()
        .is_some_and(|word| word.contains('.') && word.split('.').all(|part| part.parse::<u16>().is_ok()));
    capitals || numbered || dotted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(draft: &mut Draft, rows: &[&[&str]]) {
        draft.open_table().unwrap();
        for row in rows {
            draft.open_row();
            for cell in *row {
                draft.open_cell();
                for line in cell.lines() {
                    draft.paragraph(Kind::Plain, line).unwrap();
                }
            }
        }
        draft.close_table();
    }

    #[test]
    fn paragraphs_stand_apart_and_items_together() {
        let mut draft = Draft::default();
        draft.paragraph(Kind::Heading(2), "Kết quả").unwrap();
        draft.paragraph(Kind::Heading(1), "II. Tồn tại").unwrap();
        draft.paragraph(Kind::Plain, " Chủ tọa yêu cầu: ").unwrap();
        draft.paragraph(Kind::Plain, " ").unwrap();
        draft.paragraph(Kind::Item("1.".into(), 0), "Rà soát").unwrap();
        draft.paragraph(Kind::Item("-".into(), 1), "báo cáo").unwrap();
        assert_eq!(draft.finish(), "## Kết quả\n\nII. Tồn tại\n\nChủ tọa yêu cầu:\n\n1. Rà soát\n  - báo cáo");
    }

    #[test]
    fn tables_keep_their_cells_and_a_letterhead_becomes_paragraphs() {
        let mut draft = Draft::default();
        fill(&mut draft, &[&["UBND XÃ A", "CỘNG HÒA\nĐộc lập"]]);
        fill(&mut draft, &[&["Việc", "Ai"], &["Rà soát|sửa\nngay", "Tổ 1"]]);
        fill(&mut draft, &[&["STT", "Việc", "Ai"], &["1", "Báo cáo", ""]]);
        assert_eq!(
            draft.finish(),
            "UBND XÃ A\n\nCỘNG HÒA\n\nĐộc lập\n\nViệc\n\nAi\n\nRà soát|sửa\n\nngay\n\nTổ 1\n\n\
             | STT | Việc | Ai |\n| 1 | Báo cáo |  |"
        );
    }

    #[test]
    fn a_table_in_a_cell_is_text_of_the_cell_and_too_deep_ones_are_refused() {
        let mut draft = Draft::default();
        draft.open_table().unwrap();
        draft.open_row();
        draft.open_cell();
        draft.paragraph(Kind::Plain, "ngoài").unwrap();
        fill(&mut draft, &[&["a", "b"], &["c", "d"]]);
        draft.open_cell();
        draft.open_row();
        draft.open_cell();
        draft.paragraph(Kind::Plain, "e").unwrap();
        draft.open_cell();
        assert_eq!(draft.finish(), "ngoài\n\na\n\nb\n\nc\n\nd\n\ne");
        let mut draft = Draft::default();
        assert!((0..100).any(|_| draft.open_table() == Err(ImportError::TooDeep)));
    }
}
