//! Why a command of `cargo xtask` stopped, said so that the reader knows what to do next.

use std::{fmt, io, path::PathBuf, process::ExitStatus};

/// What every fallible function here returns.
pub type Result<T> = std::result::Result<T, Failure>;

/// The reasons to stop.
#[derive(Debug)]
pub enum Failure {
    /// The command line was not understood.
    Usage(String),
    /// Something is not installed and cannot be set up from here.
    Missing {
        /// What is missing.
        what: String,
        /// The one line that helps.
        remedy: String,
    },
    /// A program could not be started.
    Start {
        /// The command line.
        line: String,
        /// Why.
        source: io::Error,
    },
    /// A program ended with an error.
    Command {
        /// The command line.
        line: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// An address cannot be served from.
    Address {
        /// Which one.
        address: String,
        /// Why.
        source: io::Error,
    },
    /// A file or folder could not be read or written.
    File {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file does not have the form it should have.
    Form {
        /// Which one.
        path: PathBuf,
        /// What is wrong with it.
        problem: String,
    },
}

impl Failure {
    /// For `map_err`: an input or output error together with the path it is about.
    pub fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }

    /// A file whose content is not what it should be.
    pub fn form(path: impl Into<PathBuf>, problem: impl Into<String>) -> Self {
        Self::Form { path: path.into(), problem: problem.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(problem) => write!(f, "{problem}\n\n{}", crate::USAGE),
            Self::Missing { what, remedy } => write!(f, "{what} is missing. Run this, then try again:\n\n    {remedy}"),
            Self::Start { line, source } => write!(f, "could not start `{line}`: {source}"),
            Self::Command { line, status } => write!(f, "`{line}` failed ({status})"),
            Self::Address { address, source } => {
                write!(f, "cannot serve on {address}: {source}. Another port: cargo xtask serve 8090")
            }
            Self::File { path, source } => write!(f, "{}: {source}", path.display()),
            Self::Form { path, problem } => write!(f, "{}: {problem}", path.display()),
        }
    }
}
