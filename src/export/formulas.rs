//! Text that a spreadsheet would take for a formula.

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it, which makes it text.
pub(super) fn defused(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
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
}
