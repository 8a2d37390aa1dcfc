//! Every decision of the page: [`State`], [`Action`] and [`State::apply`], without a browser.

mod action;
mod analysis;
mod correction;
mod corrections;
mod derived;
mod drawing;
mod edit;
pub mod grid;
mod history;
mod keeping;
mod layout;
mod letters;
mod marks;
pub mod overview;
mod own_lexicon;
mod paper;
mod passage;
mod place;
pub mod related;
mod sentence;
mod settings;
mod shared;
pub mod sight;
#[cfg(test)]
mod tests;
mod tray;
mod window;
mod work;

use std::rc::Rc;

pub use crate::day;
pub use action::{Action, Notice, Selection, Side};
pub use analysis::Analysis;
pub use correction::{Carried, Change, Correction};
pub use corrections::{Corrections, Homeless};
pub use edit::Edit;
pub use keeping::{Keeping, Refusal, StorageEvent, Storing};
pub use layout::{Arrange, Layout, Line, Sort};
pub use letters::Reading;
pub use marks::{Mark, is_doubtful};
pub use own_lexicon::OwnLexicon;
pub use passage::Passage;
pub use place::Place;
pub use sentence::Sentence;
pub use settings::{Shown, Theme, View};
pub use shared::Shared;
pub use tray::{Leaf, Opening};
pub use window::Turn;
pub use work::{Work, WorkError};

use crate::analysis::model::{Date, Item, Lang, Minutes, Options, Span};
use crate::table::{Filter, Table};
use history::{History, Snapshot};

/// An edit of so many bytes, or fewer, comes from a key; a larger one is analysed at once.
const TYPED: usize = 24;
/// How long to wait for the next key, in milliseconds.
const PAUSE: u32 = 300;

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
    /// The action table of an earlier meeting, to be followed up.
    pub earlier: Option<Shared<Table>>,
    /// The newest analysis, as it was found.
    pub found: Shared<Analysis>,
    /// The newest analysis, with the items that the user drew.
    pub analysis: Shared<Analysis>,
    /// The newest analysis with the user's corrections.
    pub minutes: Shared<Minutes>,
    /// The tasks in it.
    pub table: Shared<Table>,
    /// Where the items stand in `text`.
    pub marks: Shared<Vec<Mark>>,
    /// The item that is marked everywhere.
    pub selection: Option<Selection>,
    /// The item that the address names while the analysis has yet to find it.
    pub sought: Option<u32>,
    /// What a narrow window shows.
    pub view: View,
    /// What a wide window shows beside the text; never [`View::Source`].
    pub panel: View,
    /// The groups whose marks and cards are shown.
    pub shown: Shown,
    /// The rows that are wanted.
    pub filter: Filter,
    /// How the table is laid out.
    pub layout: Layout,
    /// Language of the page.
    pub lang: Lang,
    /// Colours of the page.
    pub theme: Theme,
    /// Phrases of the user's own.
    pub lexicon: Shared<OwnLexicon>,
    /// Today, from which the state of tasks is told.
    pub today: Date,
    /// Counts what would change an analysis: text, date, the wish for a new one.
    pub edition: u32,
    /// Counts the changes of the window's text that did not come from the text field, which then has to follow.
    pub written: u32,
    /// Counts the times that the minutes were derived, so that an answer can tell which of them it is about.
    pub questions: u32,
    /// Whether the analyst has to tell anew what answers what among the corrected items.
    pub asks: bool,
    /// How long to wait for more keys before the analysis, in milliseconds.
    pub pause: u32,
    /// Whether an analysis is under way.
    pub busy: bool,
    /// What the user should be told, oldest first.
    pub notices: Vec<Notice>,
    /// What was guessed of the letters of the text last pasted or opened.
    pub reading: Option<Shared<Reading>>,
    /// What the device keeps of the work.
    pub storing: Storing,
    tray: Shared<Vec<Leaf>>,
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
            earlier: None,
            found: Shared::default(),
            analysis: Shared::default(),
            minutes: Shared::default(),
            table: Shared::default(),
            marks: Shared::default(),
            selection: None,
            sought: None,
            view: View::Source,
            panel: View::Groups,
            shown: Shown::default(),
            filter: Filter::default(),
            layout: Layout::default(),
            lang,
            theme,
            lexicon: Shared::default(),
            today,
            edition: 0,
            written: 0,
            questions: 0,
            asks: false,
            pause: 0,
            busy: false,
            notices: Vec::new(),
            reading: None,
            storing: Storing::default(),
            tray: Shared::default(),
            history: History::default(),
        }
    }

    /// What the analysis has to know beforehand.
    pub fn options(&self) -> Options {
        Options { date: self.date, lang: None, pack: self.lexicon.pack.clone() }
    }

    /// The meeting's date: given by the user, else found in the text.
    pub fn meeting_date(&self) -> Option<Date> {
        self.date.or(self.analysis.minutes.head.date)
    }

    /// What the meeting is called: by the text's own title, else by its first line.
    pub fn title(&self) -> String {
        let title = self.analysis.minutes.head.title.map(|title| title.of(&self.analysis.text).trim().to_owned());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.work().title())
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

    /// The selected item; where it only says again what another one says, that one.
    pub fn selected_item(&self) -> Option<&Item> {
        let selected = self.minutes.main(self.selected()?);
        self.minutes.items.iter().find(|item| item.id == selected)
    }

    /// The state after `action`.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        if self.storing.elsewhere && action.changes_the_work() {
            self.notify(Notice::Elsewhere);
            return self;
        }
        match action {
            Action::Type(text) => {
                let before = self.snapshot();
                self.write(&text);
                if !Rc::ptr_eq(&before.text, &self.text) {
                    let old = before.text.clone();
                    self.record_writing(before);
                    self.mend_paste(&old);
                }
            }
            Action::OpenAll(openings) => self.open(openings),
            Action::TakeUp(meeting) => self.take_up(&meeting),
            Action::Replace(text) => {
                self.begin(Work { text: with_plain_line_ends(text).into(), ..Work::default() });
            }
            Action::FollowUp(table) => {
                let before = self.snapshot();
                self.earlier = table.map(Shared::from);
                self.history.record(before, &self.text);
            }
            Action::ReadAnew(encoding) => self.read_anew(encoding),
            Action::SetDate(date) if date == self.date => {}
            Action::SetDate(date) => {
                self.history.record(self.snapshot(), &self.text);
                self.date = date;
                self.request_analysis();
            }
            Action::Analyse if self.is_blank() => self.notify(Notice::NothingToAnalyse),
            Action::Analyse => self.request_analysis(),
            Action::Analysed(edition, minutes) => self.take(edition, *minutes),
            Action::Answered(question, answers) => self.take_answers(question, answers),
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
            Action::Go(place) => self.go(place),
            Action::Toggle(category) => self.shown.toggle(category),
            Action::Filter(filter) => self.filter = filter,
            Action::Arrange(change) => self.layout = self.layout.after(change),
            Action::Correct(item, change) => self.correct(item, change),
            Action::Draw(span, category) => self.draw(span, category),
            Action::Split(item, words) => self.split(item, words),
            Action::Join(item) => self.join(item),
            Action::Undraw(item) => self.undraw(item),
            Action::Forsake => self.correct_to(self.corrections.housed(&self.analysis)),
            Action::Undo => self.step(History::undo),
            Action::Redo => self.step(History::redo),
            Action::Storage(event) => self.store(event),
            Action::Speak(lang) => self.lang = lang,
            Action::Paint(theme) => self.theme = theme,
            Action::UseLexicon(source) => self.use_lexicon(source),
            Action::Notify(notice) => self.notify(notice),
            Action::Settle => self.notices.retain(|notice| *notice != Notice::Converting),
            Action::Dismiss(index) if index < self.notices.len() => drop(self.notices.remove(index)),
            Action::Dismiss(_) => {}
        }
        self
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
        if let Some(Selection { item, side: Side::Result | Side::Address }) = selection {
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

    /// What the user corrected of the item.
    pub fn correction(&self, item: u32) -> Option<&Correction> {
        self.analysis.sentence(item).and_then(|sentence| self.corrections.get(sentence))
    }

    fn correct(&mut self, item: u32, change: Change) {
        self.correct_to(self.corrections.with(&self.analysis, item, change));
    }

    fn correct_to(&mut self, corrections: Corrections) {
        if corrections != *self.corrections {
            self.history.record(self.snapshot(), &self.text);
            self.corrections = corrections.into();
            self.refresh();
        }
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

    fn step(&mut self, step: fn(&mut History, Snapshot) -> Option<Snapshot>) {
        let now = self.snapshot();
        let Some(Snapshot { meeting, text, date, corrections, earlier }) = step(&mut self.history, now) else { return };
        self.leave();
        self.storing.turn_to(meeting);
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
        (self.corrections, self.earlier) = (corrections, earlier);
        self.refresh();
    }
}

/// A text field knows only `\n`.
fn with_plain_line_ends(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}
