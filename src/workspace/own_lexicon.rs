//! The user's own lexicon on the page: as written, as read, and why it could not be.

use crate::analysis::pack::{Pack, PackError};

use super::State;

/// The lexicon of the user's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnLexicon {
    /// As the user wrote it, whether it can be read or not; empty for none.
    pub source: String,
    /// What the analysis uses: the last one that could be read.
    pub pack: Option<Pack>,
    /// Why `source` could not be read.
    pub error: Option<PackError>,
}

impl OwnLexicon {
    /// How many phrases the analysis uses.
    pub fn count(&self) -> usize {
        self.pack.as_ref().map_or(0, |pack| {
            pack.lists().iter().map(|(_, phrases)| phrases.len()).sum::<usize>() + pack.abbreviations.len()
        })
    }
}

impl State {
    /// Takes another lexicon; one that cannot be read leaves the one before in use.
    pub(super) fn use_lexicon(&mut self, source: String) {
        let before = self.lexicon.pack.clone();
        let (pack, error) = match source.trim() {
            "" => (None, None),
            json => match Pack::read(json) {
                Ok(pack) => (Some(pack), None),
                Err(error) => (before.clone(), Some(error)),
            },
        };
        let changed = pack != before;
        self.lexicon = OwnLexicon { source, pack, error }.into();
        if changed {
            self.request_analysis();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::model::{Date, Lang};
    use crate::workspace::{Action, State, Theme};

    const GOOD: &str = r#"{ "cues": { "order": ["ốp ngay"] }, "abbreviations": { "BQH": "Ban Quản lý hồ" } }"#;

    fn desk() -> State {
        let state = State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3));
        state.apply(Action::Replace("Xã ốp ngay việc này.".into()))
    }

    #[test]
    fn a_lexicon_is_used_at_once() {
        let before = desk();
        let edition = before.edition;
        let state = before.apply(Action::UseLexicon(GOOD.into()));
        assert_eq!((state.lexicon.count(), &state.lexicon.error), (2, &None));
        assert_eq!((state.edition, state.options().pack.is_some()), (edition + 1, true));
        assert_eq!(state.apply(Action::UseLexicon(GOOD.into())).edition, edition + 1);
    }

    #[test]
    fn one_that_cannot_be_read_is_kept_as_written_and_the_one_before_stays_in_use() {
        let state = desk().apply(Action::UseLexicon(GOOD.into()));
        let edition = state.edition;
        let state = state.apply(Action::UseLexicon("{ \"cues\": ".into()));
        assert!(state.lexicon.error.is_some());
        assert_eq!((state.lexicon.count(), state.edition), (2, edition));
        assert_eq!(state.lexicon.source, "{ \"cues\": ");
    }

    #[test]
    fn nothing_is_no_lexicon() {
        let state = desk().apply(Action::UseLexicon(GOOD.into())).apply(Action::UseLexicon(" ".into()));
        assert_eq!((state.lexicon.count(), state.options().pack), (0, None));
    }
}
