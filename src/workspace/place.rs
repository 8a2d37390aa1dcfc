//! Where the user is on the page: the views in front and the chosen row, as the address holds them.

use std::fmt;

use super::{Selection, Side, State, View};

/// A place on the page; written `table/3`, or `source/table/3` where a narrow window shows the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What a narrow window shows.
    pub view: View,
    /// What a wide window shows beside the text.
    pub panel: View,
    /// The chosen item.
    pub item: Option<u32>,
}

impl Place {
    /// Reads a place; none where `text` is no such place.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('/').peekable();
        let view = View::named(parts.next()?)?;
        let panel = match view {
            View::Source => {
                parts.next_if(|part| part.parse::<u32>().is_err()).map_or(Some(View::Groups), View::named)?
            }
            shown => shown,
        };
        let item = parts.next().map(str::parse).transpose().ok()?;
        (panel != View::Source && parts.next().is_none()).then_some(Self { view, panel, item })
    }

    /// Whether another place shows the same views, so that going there is no step of its own.
    pub fn has_views_of(self, other: Self) -> bool {
        (self.view, self.panel) == (other.view, other.panel)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.view.name())?;
        if self.view == View::Source {
            write!(f, "/{}", self.panel.name())?;
        }
        self.item.map_or(Ok(()), |item| write!(f, "/{item}"))
    }
}

impl State {
    /// Where the user is; nowhere on an empty desk.
    pub fn whereabouts(&self) -> Option<Place> {
        let place = Place { view: self.view, panel: self.panel, item: self.selected().or(self.sought) };
        (!self.is_blank()).then_some(place)
    }

    /// Goes to a place; an item that the analysis has yet to find is chosen once it is there.
    pub(super) fn go(&mut self, place: Place) {
        (self.view, self.panel) = (place.view, place.panel);
        if place.item != self.selected() {
            self.selection = None;
            self.sought = place.item;
            self.seek();
        }
    }

    /// Chooses the item that was sought, where it is there by now.
    pub(super) fn seek(&mut self) {
        if self.busy {
            return;
        }
        if let Some(item) = self.sought.take().filter(|sought| self.minutes.items.iter().any(|item| item.id == *sought))
        {
            self.select(Some(Selection { item, side: Side::Address }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::analysis::model::{Date, Lang};
    use crate::workspace::{Action, Theme};

    const TEXT: &str = "Chủ tịch huyện chỉ đạo:\n- Giao phòng Nội vụ rà soát biên chế.\n- Giao phòng Y tế báo cáo.";

    fn desk() -> State {
        State::new(Lang::Vi, Theme::System, Date::constant(2025, 10, 3)).apply(Action::Replace(TEXT.into()))
    }

    fn analysed(state: State) -> State {
        let minutes = Box::new(analyze(TEXT, &state.options()));
        let edition = state.edition;
        state.apply(Action::Analysed(edition, minutes))
    }

    fn read(text: &str) -> Place {
        Place::read(text).unwrap()
    }

    #[test]
    fn a_place_is_read_as_it_is_written() {
        for text in ["groups", "table/3", "overview", "source/groups", "source/table/12"] {
            assert_eq!(read(text).to_string(), text);
        }
        assert_eq!(read("source"), read("source/groups"));
        assert_eq!(read("source/3"), read("source/groups/3"));
    }

    #[test]
    fn what_is_no_place_leads_nowhere() {
        for text in ["", "map", "table/x", "table/3/4", "table/-1", "source/source", "source/map"] {
            assert_eq!(Place::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_place_follows_view_and_choice() {
        let state = analysed(desk()).apply(Action::Show(View::Table));
        assert_eq!(state.whereabouts(), Some(read("table")));
        let state = state.apply(Action::Select(Some(Selection { item: 2, side: Side::Result })));
        assert_eq!(state.whereabouts(), Some(read("table/2")));
        assert_eq!(state.clone().apply(Action::Reveal(2)).whereabouts(), Some(read("source/table/2")));
        assert_eq!(state.apply(Action::Replace(String::new())).whereabouts(), None);
    }

    #[test]
    fn going_back_shows_what_was_shown() {
        let state = analysed(desk()).apply(Action::Show(View::Table)).apply(Action::Go(read("groups/1")));
        assert_eq!((state.view, state.panel, state.selected()), (View::Groups, View::Groups, Some(1)));
        assert_eq!(state.apply(Action::Go(read("groups"))).selected(), None);
    }

    #[test]
    fn a_row_in_the_address_is_chosen_once_it_is_found() {
        let state = desk().apply(Action::Go(read("table/2")));
        assert_eq!((state.selected(), state.whereabouts()), (None, Some(read("table/2"))));
        assert_eq!(analysed(state).selected(), Some(2));
        let state = analysed(desk().apply(Action::Go(read("table/99"))));
        assert_eq!((state.selected(), state.whereabouts()), (None, Some(read("table"))));
    }
}
