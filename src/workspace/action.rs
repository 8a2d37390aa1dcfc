//! What can happen on the page, and what the user is told.

use crate::analysis::model::{Category, Date, Lang, Minutes};
use crate::import::{Encoding, ImportError, Source};
use crate::table::Filter;

use super::corrections::Change;
use super::settings::{Theme, View};
use super::window::Turn;

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user typed: the text field, and so the window, now holds this.
    Type(String),
    /// The text was replaced by a sample or nothing.
    Replace(String),
    /// A document was opened in place of the text.
    Open(Source),
    /// The letters of what was opened or pasted are to be read in another encoding.
    ReadAnew(Encoding),
    /// The user gave the meeting's date, or took it back.
    SetDate(Option<Date>),
    /// The user wants the analysis anew.
    Analyse,
    /// The worker finished the analysis of an edition.
    Analysed(u32, Box<Minutes>),
    /// The worker ended without a result.
    Failed(Notice),
    /// An item was selected, or none.
    Select(Option<Selection>),
    /// The user wants to see an item in the text.
    Reveal(u32),
    /// The user wants to see another part of a long text.
    Turn(Turn),
    /// The user wants to see a view.
    Show(View),
    /// A group is to be shown or hidden.
    Toggle(Category),
    /// Other rows are wanted.
    Filter(Filter),
    /// The user corrects an item.
    Correct(u32, Change),
    /// The last step back.
    Undo,
    /// The last step forth again.
    Redo,
    /// Another language of the page.
    Speak(Lang),
    /// Other colours.
    Paint(Theme),
    /// Something to tell.
    Notify(Notice),
    /// The converter is done.
    Settle,
    /// A notice was read.
    Dismiss(usize),
}

/// Where the user selected an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the text: the result follows.
    Source,
    /// In the groups or the table: the text follows.
    Result,
}

/// The item that all views mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Number of the item.
    pub item: u32,
    /// Where it was selected.
    pub side: Side,
}

/// Something that the user should be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A file could not be read.
    FileRefused {
        /// Its name.
        name: String,
        /// Why.
        reason: ImportError,
    },
    /// The letters of what was opened or pasted were read in this encoding.
    Guessed(Encoding),
    /// The converter is at work.
    Converting,
    /// The converter cannot be loaded.
    ConverterMissing,
    /// There is nothing to analyse.
    NothingToAnalyse,
    /// The worker stopped and was started anew; the text was not lost.
    AnalystRestarted,
    /// The worker does not start.
    AnalystMissing,
    /// The worker is of another version than the page.
    AnalystOutdated,
    /// The user stopped the analysis.
    Stopped,
    /// The table is on the clipboard: so many rows.
    Copied(usize),
    /// The browser refused the clipboard.
    CopyRefused,
    /// A file could not be written.
    ExportFailed,
}
