//! What the user chooses to see: view, colours, groups.

use serde::{Deserialize, Serialize};

use crate::analysis::model::Category;

/// One way to look at the minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The text with its marks.
    #[default]
    Source,
    /// The four groups.
    Groups,
    /// The action table.
    Table,
    /// Counts and gaps.
    Overview,
}

impl View {
    /// All views in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Source, Self::Groups, Self::Table, Self::Overview];

    /// The view of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }

    /// A name for stylesheets, tests and the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Groups => "groups",
            Self::Table => "table",
            Self::Overview => "overview",
        }
    }
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device has it.
    #[default]
    System,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All themes in the order in which one button goes through them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// A name for stylesheets and storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// The theme after this one.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The groups that are hidden; by default none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    hidden: Vec<Category>,
}

impl Shown {
    /// Whether the group is shown.
    pub fn has(&self, category: Category) -> bool {
        !self.hidden.contains(&category)
    }

    /// Shows a hidden group, hides a shown one.
    pub fn toggle(&mut self, category: Category) {
        if self.has(category) {
            self.hidden.push(category);
        } else {
            self.hidden.retain(|hidden| *hidden != category);
        }
    }
}
