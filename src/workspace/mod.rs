//! Every decision of the page: [`State`], [`Action`] and [`State::apply`], without a browser.

mod action;
mod corrections;
pub mod day;
mod edit;
mod history;
mod marks;
mod reading;
mod settings;
mod shared;
#[cfg(test)]
mod tests;
mod window;

use std::cell::OnceCell;
use std::rc::Rc;

pub use action::{Action, Notice, Selection, Side};
pub use corrections::{Change, Correction, Corrections, Sentence};
pub use edit::Edit;
pub use marks::{Mark, is_doubtful};
pub use reading::Reading;
pub use settings::{Shown, Theme, View};
pub use shared::Shared;
pub use window::Turn;

use crate::analysis::model::{Date, Item, Lang, Minutes, Options, Span};
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
    pub minutes: Shared<Minutes>,
    sentences: OnceCell<Vec<Sentence>>,
}

impl Analysis {
    /// What each item says, in the order of the items: by this a correction finds its item again.
    pub fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| Sentence::of(&self.minutes, &self.text))
    }

    /// What the item says.
    fn sentence(&self, item: u32) -> Option<&Sentence> {
        let place = self.minutes.items.binary_search_by_key(&item, |candidate| candidate.id).ok()?;
        self.sentences().get(place)
    }
}

/// All that the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The minutes as they stand, whether analysed yet or not.
    pub text: Rc<str>,
    /// The part of them that the text field holds; all but very long ones as a whole.
    pub window: Span,
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
    /// Counts the changes of the window's text that did not come from the text field, which then has to follow.
    pub written: u32,
    /// How long to wait for more keys before the analysis, in milliseconds.
    pub pause: u32,
    /// Whether an analysis is under way.
    pub busy: bool,
    /// What the user should be told, oldest first.
    pub notices: Vec<Notice>,
    /// What was guessed of the letters of the text last pasted or opened.
    pub reading: Option<Shared<Reading>>,
    history: History,
}

impl State {
    /// An empty desk.
    pub fn new(lang: Lang, theme: Theme, today: Date) -> Self {
        Self {
            text: Rc::default(),
            window: Span::new(0, 0),
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
            reading: None,
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
        let selected = self.selected()?;
        let place = self.minutes.items.binary_search_by_key(&selected, |item| item.id).ok()?;
        self.minutes.items.get(place)
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Type(text) => {
                self.history.record_typing(self.snapshot());
                let old = self.text.clone();
                self.write(&text);
                self.mend_paste(&old);
            }
            Action::Replace(text) => self.replace(text),
            Action::Open(source) => {
                self.replace(source.text);
                if let Some(guess) = source.guess {
                    self.take_guess(guess);
                }
            }
            Action::ReadAnew(encoding) => self.read_anew(encoding),
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
            Action::Select(selection) => self.select(selection),
            Action::Reveal(item) => {
                self.select(Some(Selection { item, side: Side::Result }));
                self.view = View::Source;
            }
            Action::Turn(turn) => self.look_at(window::turned(&self.text, self.window, turn)),
            Action::Show(view) => self.show(view),
            Action::Toggle(category) => self.shown.toggle(category),
            Action::Filter(filter) => self.filter = filter,
            Action::Correct(item, change) => self.correct(item, change),
            Action::Undo => self.step(History::undo),
            Action::Redo => self.step(History::redo),
            Action::Speak(lang) => self.lang = lang,
            Action::Paint(theme) => self.theme = theme,
            Action::Notify(notice) => self.notify(notice),
            Action::Settle => self.notices.retain(|notice| *notice != Notice::Converting),
            Action::Dismiss(index) if index < self.notices.len() => drop(self.notices.remove(index)),
            Action::Dismiss(_) => {}
        }
        self
    }

    fn replace(&mut self, text: String) {
        self.record();
        self.change_text(with_plain_line_ends(text).into());
        self.look_at(window::from(&self.text, 0));
        self.clear_analysis();
        (self.date, self.selection, self.filter) = (None, None, Filter::default());
        (self.view, self.notices, self.reading) = (View::Source, Vec::new(), None);
    }

    /// Puts `part` in the place of what the window showed.
    fn write(&mut self, part: &str) {
        let around = |range| self.text.get(range).unwrap_or_default();
        let (before, after) = (around(0..self.window.start), around(self.window.end..self.text.len()));
        let text: Rc<str> = [before, part, after].concat().into();
        let typed = Span::new(before.len(), before.len() + part.len());
        self.change_text(text);
        self.window = typed;
        let fitting = window::typed(&self.text, typed);
        if fitting != typed {
            self.look_at(fitting);
        }
    }

    fn look_at(&mut self, window: Span) {
        self.window = window;
        self.written += 1;
    }

    fn select(&mut self, selection: Option<Selection>) {
        self.selection = selection;
        if let Some(Selection { item, side: Side::Result }) = selection {
            let mark = self.marks.iter().find(|mark| mark.item == item);
            let window = mark.map_or(self.window, |mark| window::holding(&self.text, self.window, mark.span));
            if window != self.window {
                self.look_at(window);
            }
        }
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
        let sentence = self.selection.and_then(|selection| self.analysis.sentence(selection.item)).cloned();
        self.analysis = Analysis { text: self.text.clone(), minutes: minutes.into(), ..Analysis::default() }.into();
        self.busy = false;
        self.refresh();
        self.selection = self.selection.zip(sentence).and_then(|(selection, sentence)| {
            let place = self.analysis.sentences().iter().position(|candidate| *candidate == sentence)?;
            Some(Selection { item: self.analysis.minutes.items.get(place)?.id, ..selection })
        });
    }

    /// Derives minutes, table and marks from the analysis and the corrections.
    fn refresh(&mut self) {
        let minutes = self.corrections.correct(&self.analysis);
        let mut table = Table::of(&minutes, &self.analysis.text);
        if !self.corrections.is_empty() {
            for row in &mut table.rows {
                if let Some(correction) = self.correction(row.item) {
                    row.progress = correction.progress.unwrap_or_default();
                    row.note = correction.note.clone().unwrap_or_default();
                }
            }
        }
        let edit = Edit::between(&self.analysis.text, &self.text);
        let marks = marks::of(&minutes).into_iter().filter_map(|mark| mark.moved(&edit)).collect::<Vec<_>>();
        (self.minutes, self.table, self.marks) = (minutes, table.into(), marks.into());
    }

    /// What the user corrected of the item.
    pub fn correction(&self, item: u32) -> Option<&Correction> {
        self.analysis.sentence(item).and_then(|sentence| self.corrections.get(sentence))
    }

    fn correct(&mut self, item: u32, change: Change) {
        let Some(sentence) = self.analysis.sentence(item).cloned() else { return };
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
            self.forget_reading();
            let changed = Edit::between(&self.text, &text).replaced();
            self.change_text(text);
            self.look_at(window::holding(&self.text, window::from(&self.text, 0), changed));
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
