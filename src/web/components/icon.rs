//! The drawings of the page, in the colour of the text around them.

use yew::prelude::*;

use crate::analysis::model::Category;
use crate::workspace::{Theme, View};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Drawing {
    Group(Category),
    View(View),
    Theme(Theme),
    New,
    Open,
    Undo,
    Redo,
    Export,
    Copy,
    Close,
    Search,
    Place,
    Doubt,
    Lock,
    Calendar,
    Check,
}

impl Drawing {
    const fn path(self) -> &'static str {
        match self {
            Self::Group(Category::Achievement) => "m3 8.5 3.2 3.2L13 4.8",
            Self::Group(Category::Shortcoming) => "M8 3v6.2M8 12.4v.6",
            Self::Group(Category::Recommendation) => "M5.2 6a2.8 2.8 0 1 1 4.3 2.3C8.5 8.9 8 9.4 8 10.3M8 12.7v.6",
            Self::Group(Category::Directive) => "M2.5 8h10.5M9 4l4 4-4 4",
            Self::View(View::Source) => "M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6",
            Self::View(View::Groups) => "M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5H9z",
            Self::View(View::Table) => "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6 6.3V13",
            Self::View(View::Overview) => "M3 13V8.5M6.5 13V4M10 13V7M13.5 13v-3",
            Self::Theme(Theme::System) => "M2.5 3.5h11v7.5h-11zM6 13.5h4M8 11v2.5",
            Self::Theme(Theme::Light) => {
                "M8 5.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9"
            }
            Self::Theme(Theme::Dark) => "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z",
            Self::New => "M9.5 2H4v12h8V4.5zM9.5 2v2.5H12M8 7v4M6 9h4",
            Self::Open => "M2 12.5V4h4l1.5 1.5H13v2M2 12.5 4 7.5h11l-2 5z",
            Self::Undo => "M5.5 3 2.5 6l3 3M2.5 6H9a3.5 3.5 0 0 1 0 7H6",
            Self::Redo => "m10.5 3 3 3-3 3M13.5 6H7a3.5 3.5 0 0 0 0 7h3",
            Self::Export => "M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Search => "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3l3.2 3.2",
            Self::Place => "M10.5 2.5h3v3M13.5 2.5 8 8M11.5 9v4.5h-9v-9H7",
            Self::Doubt => "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.4",
            Self::Check => "m3 8.5 3.2 3.2L13 4.8",
            Self::Calendar => "M2.5 3.5h11v10h-11zM2.5 6.8h11M5.3 2v3M10.7 2v3",
            Self::Lock => "M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        }
    }
}

/// Properties of [`Icon`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is drawn.
    pub of: Drawing,
}

/// A drawing that says nothing to those who listen: the words beside it do.
#[component]
pub fn Icon(props: &Props) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path d={props.of.path()} />
        </svg>
    }
}
