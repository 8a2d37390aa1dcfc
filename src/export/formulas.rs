//! Text that a spreadsheet would take for a formula.

const STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, which makes it text; so does one that
/// already looks as if it had got one, so that [`restored`] gives every cell back.
pub fn defused(cell: String) -> String {
    if cell.trim_start_matches('\'').starts_with(STARTS) { format!("'{cell}") } else { cell }
}

/// The cell that was defused.
pub fn restored(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| rest.trim_start_matches('\'').starts_with(STARTS)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for cell in ["=1+1", "+84 24", "-5", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(defused(cell.into()), format!("'{cell}"));
        }
        assert_eq!(defused("Sở Y tế = chủ trì".into()), "Sở Y tế = chủ trì");
    }

    #[test]
    fn every_cell_comes_back() {
        for cell in ["=1+1", "'=1", "''-5", "'tốt'", "'", "Sở Y tế", ""] {
            assert_eq!(restored(&defused(cell.into())), cell);
        }
    }
}
