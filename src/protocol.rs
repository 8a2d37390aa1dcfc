//! What the page and its worker say to each other, and the worker's whole work: [`handle`].

pub mod conversion;

use serde::{Deserialize, Serialize};

use crate::analysis::model::{Answer, Minutes, Options};
use crate::analysis::{analyze, answers};

/// Changes whenever a message changes its shape: the worker's file has no hash in its name, so an old one may meet a
/// new page.
pub const VERSION: u32 = 3;

/// What the page asks of the worker.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// To analyse a text.
    Analyze {
        /// Comes back in the reply, so that the page can tell an old one.
        id: u32,
        /// The minutes.
        text: String,
        /// What the page knows beforehand.
        options: Options,
    },
    /// To tell what answers what among items that the user corrected.
    Answer {
        /// Comes back in the reply.
        id: u32,
        /// The minutes as they were analysed.
        text: String,
        /// Their analysis with the corrections.
        minutes: Minutes,
    },
}

/// What the worker says to the page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// The worker listens from now on.
    Ready {
        /// The worker's [`VERSION`].
        version: u32,
    },
    /// An analysis is done.
    Analyzed {
        /// Of the request.
        id: u32,
        /// The result; offsets are bytes of the text of the request.
        minutes: Minutes,
    },
    /// What answers what.
    Answered {
        /// Of the request.
        id: u32,
        /// The answers.
        answers: Vec<Answer>,
    },
}

impl Reply {
    /// The first thing that a worker says.
    pub const fn ready() -> Self {
        Self::Ready { version: VERSION }
    }
}

/// Does what is asked.
pub fn handle(request: Request) -> Reply {
    match request {
        Request::Analyze { id, text, options } => Reply::Analyzed { id, minutes: analyze(&text, &options) },
        Request::Answer { id, text, minutes } => Reply::Answered { id, answers: answers::find(&minutes, &text) },
    }
}

/// Writes a message as it goes between page and worker: one string crosses the border far faster than an object tree.
///
/// # Errors
/// Where the message holds a value that JSON has no form for; no message does.
pub fn encode(message: &impl Serialize) -> serde_json::Result<String> {
    serde_json::to_string(message)
}

/// Reads a message.
///
/// # Errors
/// Where `text` is no such message: it comes from another version.
pub fn decode<Message: for<'a> Deserialize<'a>>(text: &str) -> serde_json::Result<Message> {
    serde_json::from_str(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::model::Date;

    #[test]
    fn a_request_survives_the_way_and_is_answered_under_its_number() {
        let options = Options { date: Some(Date::constant(2023, 7, 14)), ..Options::default() };
        let text = "Chủ tịch chỉ đạo: Sở Y tế \"báo cáo\"\ttrước ngày 30/8.".to_string();
        let sent = encode(&Request::Analyze { id: 7, text: text.clone(), options: options.clone() }).unwrap();
        let reply = handle(decode(&sent).unwrap());
        let expected = Reply::Analyzed { id: 7, minutes: analyze(&text, &options) };
        let sent = encode(&reply).unwrap();
        assert_eq!(sent, encode(&expected).unwrap());
        assert_eq!(encode(&decode::<Reply>(&sent).unwrap()).unwrap(), sent);
    }

    #[test]
    fn what_answers_what_is_told_of_corrected_items_as_of_found_ones() {
        let text = "Cầu Đá hỏng, chưa được sửa chữa.\n\nChủ tịch chỉ đạo:\n- Giao xã sửa chữa Cầu Đá trước ngày 30/8.";
        let minutes = analyze(text, &Options::default());
        let answers = minutes.answers.clone();
        assert!(!answers.is_empty());
        let request = Request::Answer { id: 8, text: text.into(), minutes: Minutes { answers: Vec::new(), ..minutes } };
        assert_eq!(handle(decode(&encode(&request).unwrap()).unwrap()), Reply::Answered { id: 8, answers });
    }

    #[test]
    fn a_strange_message_is_an_error() {
        assert!(decode::<Reply>("{\"farewell\":{}}").is_err());
    }

    #[test]
    fn the_worker_names_its_version_first() {
        assert_eq!(encode(&Reply::ready()).unwrap(), format!("{{\"ready\":{{\"version\":{VERSION}}}}}"));
    }
}
