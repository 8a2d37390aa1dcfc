//! What just happened: what is safe, and what to do.

use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::import::{ImportError, Kind};
use crate::web::desk::{Desk, use_desk};
use crate::workspace::{Action, Notice, Refusal, StorageEvent, WorkError};

/// Properties of [`Notices`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// Oldest first.
    pub notices: Vec<Notice>,
}

/// The messages, spoken politely as they come.
#[component]
pub fn Notices(props: &Props) -> Html {
    let desk = use_desk();
    let line = |(index, notice): (usize, &Notice)| {
        let quiet = matches!(notice, Notice::Copied(_) | Notice::Stopped | Notice::NothingToAnalyse);
        html! {
            <div class={classes!("notice", (!quiet).then_some("serious"))}>
                <p>{ words(notice, &desk) }</p>
                if *notice == Notice::Elsewhere {
                    <button type="button" id="take-over" class="tool"
                        onclick={desk.on(Action::Storage(StorageEvent::TakeOver))}>
                        { desk.say("notice.take-over") }
                    </button>
                }
                <button type="button" class="bare" aria-label={desk.say("action.close")}
                    title={desk.say("action.close")} onclick={desk.on(Action::Dismiss(index))}>
                    <Icon of={Drawing::Close} />
                </button>
            </div>
        }
    };
    html! {
        <div id="notices" class="notices" role="status" aria-label={desk.say("notice.region")}>
            { for props.notices.iter().enumerate().map(line) }
        </div>
    }
}

fn words(notice: &Notice, desk: &Desk) -> String {
    match notice {
        Notice::FileRefused { name, reason } => match reason {
            ImportError::Empty => desk.fill("notice.empty-file", &[("name", name)]),
            ImportError::Encoding { .. } => desk.fill("notice.encoding-file", &[("name", name)]),
            ImportError::Binary(kind) => {
                desk.fill("notice.binary-file", &[("name", name), ("kind", desk.say(name_of(*kind)))])
            }
        },
        Notice::WorkRefused { name, reason: WorkError::Newer } => desk.fill("notice.newer-work", &[("name", name)]),
        Notice::WorkRefused { name, .. } => desk.fill("notice.damaged-work", &[("name", name)]),
        Notice::NotKept(Refusal::Denied) => desk.say("notice.not-kept").into(),
        Notice::NotKept(Refusal::Full) => desk.say("notice.full").into(),
        Notice::Elsewhere => desk.say("notice.elsewhere").into(),
        Notice::NothingToAnalyse => desk.say("notice.nothing").into(),
        Notice::AnalystRestarted => desk.say("notice.restarted").into(),
        Notice::AnalystMissing => desk.say("notice.missing").into(),
        Notice::AnalystOutdated => desk.say("notice.outdated").into(),
        Notice::Stopped => desk.say("notice.stopped").into(),
        Notice::Copied(rows) => desk.count("notice.copied", *rows),
        Notice::CopyRefused => desk.say("notice.copy-refused").into(),
        Notice::ExportFailed => desk.say("notice.export-failed").into(),
    }
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "file.pdf",
        Kind::Zip => "file.zip",
        Kind::OldOffice => "file.old-office",
        Kind::Picture => "file.picture",
        Kind::Other => "file.other",
    }
}
