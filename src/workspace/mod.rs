//! Every decision of the page: [`State`], [`Action`] and [`State::apply`], without a browser.

mod corrections;
pub mod day;
mod edit;
mod history;
mod marks;
mod settings;
mod shared;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use corrections::{Change, Correction, Corrections, Sentence};
pub use edit::Edit;
pub use marks::{Mark, is_doubtful};
pub use settings::{Shown, Theme, View};
pub use shared::Shared;

use crate::analysis::model::{Category, Date, Item, Lang, Minutes, Options};
use crate::import::ImportError;
use crate::table::{Filter, Table};
use history::{History, Snapshot};

/// An edit of so many bytes, or fewer, comes from a key; a larger one is analysed at once.
const TYPED: usize = 24;
/// How long to wait for the next key, in milliseconds.
const PAUSE: u32 = 300;

/// An analysis together with the text it was made of.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The text.
    pub text: Rc<str>,
    /// What was found in it.
    pub minutes: Minutes,
    /// What each item says, in the order of the items: by this a correction finds its item again.
    pub sentences: Vec<Sentence>,
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

/// All that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The minutes as they stand in the text field.
    pub text: Rc<str>,
    /// The meeting's date as the user gave it; the one found in the text counts where there is none.
    pub date: Option<Date>,
    /// What the user corrected.
    pub corrections: Shared<Corrections>,
    /// The newest analysis.
    pub analysis: Shared<Analysis>,
    /// The newest analysis with the user's corrections.
    pub minutes: Shared<Minutes>,
    /// The tasks in it.
    pub table: Shared<Table>,
    /// Where the items stand in `text`.
    pub marks: Shared<Vec<Mark>>,
    /// The item that is marked everywhere.
    pub selection: Option<Selection>,
    /// What a narrow window shows.
    pub view: View,
    /// What a wide window shows beside the text; never [`View::Source`].
    pub panel: View,
    /// The groups whose marks and cards are shown.
    pub shown: Shown,
    /// The rows that are wanted.
    pub filter: Filter,
    /// Language of the page.
    pub lang: Lang,
    /// Colours of the page.
    pub theme: Theme,
    /// Today, from which the state of tasks is told.
    pub today: Date,
    /// Counts what would change an analysis: text, date, the wish for a new one.
    pub edition: u32,
    /// Counts the texts that came from elsewhere than the text field, which then has to take them over.
    pub written: u32,
    /// How long to wait for more keys before the analysis, in milliseconds.
    pub pause: u32,
    /// Whether an analysis is under way.
    pub busy: bool,
    /// What the user should be told, oldest first.
    pub notices: Vec<Notice>,
    history: History,
}

/// What can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user typed: the text field now holds this.
    Type(String),
    /// The text was replaced by a file, a sample or nothing.
    Replace(String),
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
    /// A notice was read.
    Dismiss(usize),
}

impl State {
    /// An empty desk.
    pub fn new(lang: Lang, theme: Theme, today: Date) -> Self {
        Self {
            text: Rc::default(),
            date: None,
            corrections: Shared::default(),
            analysis: Shared::default(),
            minutes: Shared::default(),
            table: Shared::default(),
            marks: Shared::default(),
            selection: None,
            view: View::Source,
            panel: View::Groups,
            shown: Shown::default(),
            filter: Filter::default(),
            lang,
            theme,
            today,
            edition: 0,
            written: 0,
            pause: 0,
            busy: false,
            notices: Vec::new(),
            history: History::default(),
        }
    }

    /// What the analysis has to know beforehand.
    pub fn options(&self) -> Options {
        Options { date: self.date, lang: None }
    }

    /// The meeting's date: given by the user, else found in the text.
    pub fn meeting_date(&self) -> Option<Date> {
        self.date.or(self.analysis.minutes.head.date)
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The number of the selected item.
    pub fn selected(&self) -> Option<u32> {
        self.selection.map(|selection| selection.item)
    }

    /// The selected item.
    pub fn selected_item(&self) -> Option<&Item> {
        self.selected().and_then(|selected| self.minutes.items.iter().find(|item| item.id == selected))
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Type(text) => {
                self.history.record_typing(self.snapshot());
                self.change_text(text.into());
            }
            Action::Replace(text) => {
                self.record();
                self.change_text(with_plain_line_ends(text).into());
                self.written += 1;
                self.clear_analysis();
                (self.date, self.selection, self.filter) = (None, None, Filter::default());
                (self.view, self.notices) = (View::Source, Vec::new());
            }
            Action::SetDate(date) if date == self.date => {}
            Action::SetDate(date) => {
                self.record();
                self.date = date;
                self.request_analysis();
            }
            Action::Analyse if self.is_blank() => self.notify(Notice::NothingToAnalyse),
            Action::Analyse => self.request_analysis(),
            Action::Analysed(edition, minutes) => self.take(edition, *minutes),
            Action::Failed(notice) => {
                self.busy = false;
                self.notify(notice);
            }
            Action::Select(selection) => self.selection = selection,
            Action::Reveal(item) => {
                self.selection = Some(Selection { item, side: Side::Result });
                self.view = View::Source;
            }
            Action::Show(view) => self.show(view),
            Action::Toggle(category) => self.shown.toggle(category),
            Action::Filter(filter) => self.filter = filter,
            Action::Correct(item, change) => self.correct(item, change),
            Action::Undo => self.step(History::undo),
            Action::Redo => self.step(History::redo),
            Action::Speak(lang) => self.lang = lang,
            Action::Paint(theme) => self.theme = theme,
            Action::Notify(notice) => self.notify(notice),
            Action::Dismiss(index) if index < self.notices.len() => drop(self.notices.remove(index)),
            Action::Dismiss(_) => {}
        }
        self
    }

    fn change_text(&mut self, text: Rc<str>) {
        if text == self.text {
            return;
        }
        let edit = Edit::between(&self.text, &text);
        self.marks = self.marks.iter().filter_map(|mark| mark.moved(&edit)).collect::<Vec<_>>().into();
        self.text = text;
        self.request_analysis();
        self.pause = if edit.size() <= TYPED { PAUSE } else { 0 };
    }

    fn request_analysis(&mut self) {
        self.edition += 1;
        self.pause = 0;
        self.busy = !self.is_blank();
        if !self.busy {
            self.clear_analysis();
        }
    }

    fn clear_analysis(&mut self) {
        self.analysis = Shared::default();
        self.refresh();
    }

    fn take(&mut self, edition: u32, minutes: Minutes) {
        if edition != self.edition {
            return;
        }
        let before = self.selection.and_then(|selection| self.sentence(selection.item)).cloned();
        let sentences = Sentence::of(&minutes, &self.text);
        self.analysis = Analysis { text: self.text.clone(), minutes, sentences }.into();
        self.busy = false;
        self.refresh();
        self.selection = self.selection.and_then(|selection| {
            let place = self.analysis.sentences.iter().position(|sentence| Some(sentence) == before.as_ref())?;
            Some(Selection { item: self.analysis.minutes.items.get(place)?.id, ..selection })
        });
    }

    /// Derives minutes, table and marks from the analysis and the corrections.
    fn refresh(&mut self) {
        let minutes = self.corrections.correct(&self.analysis);
        let mut table = Table::of(&minutes, &self.analysis.text);
        for row in &mut table.rows {
            if let Some(correction) = self.correction(row.item) {
                row.progress = correction.progress.unwrap_or_default();
                row.note = correction.note.clone().unwrap_or_default();
            }
        }
        let edit = Edit::between(&self.analysis.text, &self.text);
        let marks = marks::of(&minutes).into_iter().filter_map(|mark| mark.moved(&edit)).collect::<Vec<_>>();
        (self.minutes, self.table, self.marks) = (minutes.into(), table.into(), marks.into());
    }

    /// What the item says.
    fn sentence(&self, item: u32) -> Option<&Sentence> {
        let place = self.analysis.minutes.items.iter().position(|candidate| candidate.id == item)?;
        self.analysis.sentences.get(place)
    }

    /// What the user corrected of the item.
    pub fn correction(&self, item: u32) -> Option<&Correction> {
        self.sentence(item).and_then(|sentence| self.corrections.get(sentence))
    }

    fn correct(&mut self, item: u32, change: Change) {
        let Some(sentence) = self.sentence(item).cloned() else { return };
        self.record();
        self.corrections = self.corrections.with(sentence, change).into();
        self.refresh();
    }

    fn show(&mut self, view: View) {
        self.view = view;
        if view != View::Source {
            self.panel = view;
        }
    }

    fn notify(&mut self, notice: Notice) {
        self.notices.retain(|known| *known != notice);
        self.notices.push(notice);
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot { text: self.text.clone(), date: self.date, corrections: self.corrections.clone() }
    }

    fn record(&mut self) {
        self.history.record(self.snapshot());
    }

    fn step(&mut self, step: fn(&mut History, Snapshot) -> Option<Snapshot>) {
        let now = self.snapshot();
        let Some(Snapshot { text, date, corrections }) = step(&mut self.history, now) else { return };
        if text != self.text {
            self.written += 1;
            self.change_text(text);
        }
        if date != self.date {
            self.date = date;
            self.request_analysis();
        }
        self.corrections = corrections;
        self.refresh();
    }
}

/// A text field knows only `\n`.
fn with_plain_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
