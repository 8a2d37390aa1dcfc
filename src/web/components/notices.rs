//! What just happened: what is safe, and what to do.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::icon::{Drawing, Icon};
use crate::import::{Encoding, ImportError, Kind};
use crate::web::converter;
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
        let quiet = matches!(
            notice,
            Notice::Copied(_)
                | Notice::Stopped
                | Notice::ConversionStopped
                | Notice::NothingToAnalyse
                | Notice::Converting
        );
        html! {
            <div class={classes!("notice", (!quiet).then_some("serious"))}>
                <p>{ words(notice, &desk) }</p>
                if let Notice::Guessed(encoding) = notice {
                    { encodings(*encoding, &desk) }
                }
                if *notice == Notice::Converting {
                    <progress aria-label={words(notice, &desk)}></progress>
                    <button type="button" id="stop-conversion" class="tool"
                        onclick={Callback::from(|_: MouseEvent| converter::stop())}>
                        { desk.say("action.stop") }
                    </button>
                }
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
        Notice::FileRefused { name, reason } => refusal(name, *reason, desk),
        Notice::Guessed(Encoding::AsItIs) => desk.say("notice.not-repaired").into(),
        Notice::Guessed(encoding) => {
            desk.fill("notice.repaired", &[("encoding", desk.say(name_of_encoding(*encoding)))])
        }
        Notice::Converting => desk.say("notice.converting").into(),
        Notice::ConversionStopped => desk.say("notice.conversion-stopped").into(),
        Notice::ConverterMissing => desk.say("notice.no-converter").into(),
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

/// Why a file was not opened, and what to do.
fn refusal(name: &str, reason: ImportError, desk: &Desk) -> String {
    let key = match reason {
        ImportError::Empty => "notice.empty-file",
        ImportError::Binary(Kind::OldOffice) => "notice.old-file",
        ImportError::Binary(_) => "notice.binary-file",
        ImportError::Damaged(_) => "notice.damaged-file",
        ImportError::Locked => "notice.locked-file",
        ImportError::TooLarge => "notice.large-file",
        ImportError::Bomb => "notice.bomb-file",
        ImportError::TooDeep => "notice.deep-file",
        ImportError::TooSlow => "notice.slow-file",
        ImportError::Scan => "notice.scan-file",
        ImportError::NoTable => "notice.no-table-file",
        ImportError::Newer => "notice.newer-file",
        ImportError::Crashed => "notice.crashed-file",
    };
    let kind = match reason {
        ImportError::Binary(kind) | ImportError::Damaged(kind) => desk.say(name_of(kind)),
        _ => "",
    };
    format!("{} {}", desk.fill(key, &[("name", name), ("kind", kind)]), desk.say("notice.text-safe"))
}

/// The way to another encoding.
fn encodings(chosen: Encoding, desk: &Desk) -> Html {
    let onchange = desk.with(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::ReadAnew(Encoding::named(&name).unwrap_or(chosen))
    });
    let option = |encoding: Encoding| {
        html! {
            <option value={encoding.name()} selected={encoding == chosen}>{ desk.say(name_of_encoding(encoding)) }</option>
        }
    };
    html! {
        <select id="encoding" aria-label={desk.say("encoding.choose")} {onchange}>
            { for Encoding::ALL.into_iter().map(option) }
        </select>
    }
}

const fn name_of_encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::AsItIs => "encoding.as-it-is",
        Encoding::Tcvn3 => "encoding.tcvn",
        Encoding::Vni => "encoding.vni",
        Encoding::Windows1258 => "encoding.windows",
    }
}

const fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "file.pdf",
        Kind::Zip => "file.zip",
        Kind::OldOffice => "file.old-office",
        Kind::Picture => "file.picture",
        Kind::Html => "file.html",
        Kind::Rtf => "file.rtf",
        Kind::Mail => "file.mail",
        Kind::Other => "file.other",
    }
}
