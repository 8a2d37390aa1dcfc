//! The keys of the action table, as in a spreadsheet.

/// A cell: its row among those shown, its column among those that can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// From 0.
    pub row: usize,
    /// From 0.
    pub column: usize,
}

/// How many rows and columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
}

/// A key and what is held down with it, named as browsers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name: a letter, `Enter`, `ArrowUp`.
    pub name: &'a str,
    /// Whether Ctrl or Command is held.
    pub command: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

/// What a key does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Goes to another cell.
    Go(Place),
    /// Opens the cell for writing, with its value.
    Open,
    /// Opens the cell for writing, with these letters in the place of its value.
    Write(String),
    /// Empties the cell.
    Clear,
    /// Keeps what was written and goes to a cell.
    Keep(Place),
    /// Gives up what was written.
    GiveUp,
    /// Leaves the table.
    Leave,
}

/// Rows that the page keys go at once.
const PAGE: usize = 10;

/// What `key` does in the cell at `at` of a table of that size; nothing where the key is not the table's.
pub fn press(key: Key, writing: bool, at: Place, size: Size) -> Option<Step> {
    let (last_row, last_column) = (size.rows.checked_sub(1)?, size.columns.checked_sub(1)?);
    let down = Place { row: (at.row + 1).min(last_row), ..at };
    let up = Place { row: at.row.saturating_sub(1), ..at };
    let right = Place { column: (at.column + 1).min(last_column), ..at };
    let left = Place { column: at.column.saturating_sub(1), ..at };
    let next = match at {
        Place { column, .. } if column < last_column => Some(right),
        Place { row, .. } if row < last_row => Some(Place { row: row + 1, column: 0 }),
        _ => None,
    };
    let previous = match at {
        Place { column: 1.., .. } => Some(left),
        Place { row: 1.., .. } => Some(Place { row: at.row - 1, column: last_column }),
        _ => None,
    };
    let beside = if key.shift { previous } else { next };
    if writing {
        return match key.name {
            "Enter" => Some(Step::Keep(if key.shift { up } else { down })),
            "Tab" => Some(Step::Keep(beside.unwrap_or(at))),
            "Escape" => Some(Step::GiveUp),
            _ => None,
        };
    }
    let go = |place: Place| Some(Step::Go(place));
    match (key.name, key.command) {
        ("ArrowDown", false) => go(down),
        ("ArrowUp", false) => go(up),
        ("ArrowRight", false) => go(right),
        ("ArrowLeft", false) => go(left),
        ("ArrowDown", true) => go(Place { row: last_row, ..at }),
        ("ArrowUp", true) => go(Place { row: 0, ..at }),
        ("ArrowRight", true) | ("End", false) => go(Place { column: last_column, ..at }),
        ("ArrowLeft", true) | ("Home", false) => go(Place { column: 0, ..at }),
        ("Home", true) => go(Place { row: 0, column: 0 }),
        ("End", true) => go(Place { row: last_row, column: last_column }),
        ("PageDown", false) => go(Place { row: (at.row + PAGE).min(last_row), ..at }),
        ("PageUp", false) => go(Place { row: at.row.saturating_sub(PAGE), ..at }),
        ("Tab", false) => beside.map(Step::Go),
        ("Enter" | "F2", false) => Some(Step::Open),
        ("Delete" | "Backspace", false) => Some(Step::Clear),
        ("Escape", false) => Some(Step::Leave),
        // The question mark opens the map of the keys, the blank presses what has the focus.
        ("?" | " ", _) => None,
        (letter, false) if letter.chars().count() == 1 => Some(Step::Write(letter.to_owned())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Size = Size { rows: 30, columns: 4 };

    fn at(row: usize, column: usize) -> Place {
        Place { row, column }
    }

    fn pressed(name: &str, place: Place) -> Option<Step> {
        press(Key { name, command: false, shift: false }, false, place, SIZE)
    }

    fn written(name: &str, shift: bool, place: Place) -> Option<Step> {
        press(Key { name, command: false, shift }, true, place, SIZE)
    }

    #[test]
    fn arrows_go_to_the_neighbours_and_stop_at_the_edge() {
        assert_eq!(pressed("ArrowDown", at(1, 2)), Some(Step::Go(at(2, 2))));
        assert_eq!(pressed("ArrowDown", at(29, 2)), Some(Step::Go(at(29, 2))));
        assert_eq!(pressed("ArrowLeft", at(1, 0)), Some(Step::Go(at(1, 0))));
        assert_eq!(pressed("PageDown", at(1, 0)), Some(Step::Go(at(11, 0))));
        assert_eq!(pressed("End", at(1, 0)), Some(Step::Go(at(1, 3))));
        let to_the_end = Key { name: "End", command: true, shift: false };
        assert_eq!(press(to_the_end, false, at(0, 0), SIZE), Some(Step::Go(at(29, 3))));
    }

    #[test]
    fn tab_goes_through_the_rows_and_out_at_the_ends() {
        let tab = |shift, place| press(Key { name: "Tab", command: false, shift }, false, place, SIZE);
        assert_eq!(tab(false, at(1, 3)), Some(Step::Go(at(2, 0))));
        assert_eq!(tab(true, at(1, 0)), Some(Step::Go(at(0, 3))));
        assert_eq!(tab(false, at(29, 3)), None);
        assert_eq!(tab(true, at(0, 0)), None);
    }

    #[test]
    fn writing_begins_with_enter_or_a_letter_and_ends_with_enter_tab_or_escape() {
        assert_eq!(pressed("Enter", at(1, 1)), Some(Step::Open));
        assert_eq!(pressed("F2", at(1, 1)), Some(Step::Open));
        assert_eq!(pressed("ế", at(1, 1)), Some(Step::Write("ế".into())));
        assert_eq!(pressed("Delete", at(1, 1)), Some(Step::Clear));
        assert_eq!(written("Enter", false, at(1, 1)), Some(Step::Keep(at(2, 1))));
        assert_eq!(written("Enter", true, at(1, 1)), Some(Step::Keep(at(0, 1))));
        assert_eq!(written("Tab", false, at(1, 1)), Some(Step::Keep(at(1, 2))));
        assert_eq!(written("Tab", false, at(29, 3)), Some(Step::Keep(at(29, 3))));
        assert_eq!(written("Escape", false, at(1, 1)), Some(Step::GiveUp));
        assert_eq!(written("ArrowDown", false, at(1, 1)), None);
        assert_eq!(pressed("Escape", at(1, 1)), Some(Step::Leave));
    }

    #[test]
    fn other_keys_and_an_empty_table_are_left_alone() {
        for name in ["?", " ", "F5", "Shift", "Process"] {
            assert_eq!(pressed(name, at(1, 1)), None, "{name}");
        }
        let copy = Key { name: "c", command: true, shift: false };
        assert_eq!(press(copy, false, at(1, 1), SIZE), None);
        assert_eq!(press(Key { command: false, ..copy }, false, at(0, 0), Size { rows: 0, columns: 4 }), None);
    }
}
