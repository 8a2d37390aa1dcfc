//! What can happen on the page, and what the user is told.

use std::rc::Rc;

use crate::analysis::model::{Answer, Category, Date, Lang, Minutes, Span};
use crate::import::{Encoding, ImportError};
use crate::table::{Filter, Table};

use super::correction::Change;
use super::keeping::{Refusal, StorageEvent};
use super::layout::Arrange;
use super::place::Place;
use super::settings::{Theme, View};
use super::tray::Opening;
use super::window::Turn;
use super::work::WorkError;

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user typed: the text field, and so the window, now holds this.
    Type(String),
    /// The text was replaced by a sample or nothing.
    Replace(String),
    /// Documents were opened; the first comes in place of the text.
    OpenAll(Vec<Opening>),
    /// A document that was opened with others is to come onto the desk.
    TakeUp(Rc<str>),
    /// The action table of an earlier meeting is to be followed up, or no longer.
    FollowUp(Option<Table>),
    /// The letters of what was opened or pasted are to be read in another encoding.
    ReadAnew(Encoding),
    /// The user gave the meeting's date, or took it back.
    SetDate(Option<Date>),
    /// The user wants the analysis anew.
    Analyse,
    /// The worker finished the analysis of an edition.
    Analysed(u32, Box<Minutes>),
    /// The worker told what answers what among the corrected items, as it was asked by that number.
    Answered(u32, Vec<Answer>),
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
    /// The browser's way back or forth leads to a place.
    Go(Place),
    /// A group is to be shown or hidden.
    Toggle(Category),
    /// Other rows are wanted.
    Filter(Filter),
    /// Another layout of the table is wanted.
    Arrange(Arrange),
    /// The user corrects an item.
    Correct(u32, Change),
    /// The user makes an item of the words at this place of the text.
    Draw(Span, Category),
    /// The user splits an item behind its first so many words.
    Split(u32, usize),
    /// The user makes one item of this one and the next.
    Join(u32),
    /// The user takes back an item of his own; what was found there stands again.
    Undraw(u32),
    /// The user gives up the corrections whose sentences are gone.
    Forsake,
    /// The last step back.
    Undo,
    /// The last step forth again.
    Redo,
    /// The device's storage has something to say, or is to do something.
    Storage(StorageEvent),
    /// Another language of the page.
    Speak(Lang),
    /// Other colours.
    Paint(Theme),
    /// Another lexicon of the user's own, as he wrote it.
    UseLexicon(String),
    /// Something to tell.
    Notify(Notice),
    /// The converter is done.
    Settle,
    /// A notice was read.
    Dismiss(usize),
}

impl Action {
    /// Whether it changes the work on the meeting, which only one tab at a time may.
    pub(super) const fn changes_the_work(&self) -> bool {
        matches!(
            self,
            Self::Type(_)
                | Self::FollowUp(_)
                | Self::ReadAnew(_)
                | Self::SetDate(_)
                | Self::Correct(..)
                | Self::Draw(..)
                | Self::Split(..)
                | Self::Join(_)
                | Self::Undraw(_)
                | Self::Forsake
                | Self::Undo
                | Self::Redo
        )
    }
}

/// Where the user selected an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the text: the result follows.
    Source,
    /// In the groups or the table: the text follows.
    Result,
    /// By the address: both follow.
    Address,
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
    /// The user stopped the converter.
    ConversionStopped,
    /// The converter cannot be loaded.
    ConverterMissing,
    /// A file of a whole work could not be read.
    WorkRefused {
        /// Its name.
        name: String,
        /// Why.
        reason: WorkError,
    },
    /// The device does not keep the work.
    NotKept(Refusal),
    /// Another tab works on this meeting.
    Elsewhere,
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
