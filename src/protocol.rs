//! What the page and its worker say to each other, and the worker's whole work: [`handle`].

pub mod conversion;

use serde::{Deserialize, Serialize};

use crate::analysis::analyze;
use crate::analysis::model::{Minutes, Options};

/// Changes whenever a message changes its shape: the worker's file has no hash in its name, so an old one may meet a
/// new page.
pub const VERSION: u32 = 3;

/// What the page asks of the worker.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
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
}

/// What the worker says to the page.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
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
    fn a_strange_message_is_an_error() {
        assert!(decode::<Reply>("{\"kind\":\"farewell\"}").is_err());
    }

    #[test]
    fn the_worker_names_its_version_first() {
        assert_eq!(encode(&Reply::ready()).unwrap(), format!("{{\"kind\":\"ready\",\"version\":{VERSION}}}"));
    }
}
