//! What leaves the page: the table as corrected, all of its rows, in the columns of the table view and their order.

use super::State;
use crate::export::csv::Separator;
use crate::export::paper::Paper;

impl State {
    /// The work on paper; what the export menu lets one choose is as the language has it.
    pub fn paper(&self) -> Paper {
        let mut table = (*self.table).clone();
        table.date = self.meeting_date();
        Paper {
            lang: self.lang,
            today: self.today,
            columns: self.layout.shown(),
            motto: false,
            separator: Separator::of(self.lang),
            table,
            minutes: (*self.minutes).clone(),
            text: self.analysis.text.to_string(),
        }
    }
}
