//! Runs programs one after the other, saying what runs and how long it may take.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

use crate::failure::{Failure, Result};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    // Cargo sets the variable when it runs us, so a checkout that was moved is found too.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Says what starts now and how long it may take.
pub fn announce(what: &str, may_take: &str) {
    println!("\n── {what} ({may_take})");
}

/// A program to be run in the folder of the workspace.
pub fn command<A: AsRef<OsStr>>(program: impl AsRef<OsStr>, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// `cargo` of the toolchain that runs us, in the folder of the workspace.
pub fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs `command` to its end.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|source| Failure::Start { line: line(command), source })?;
    ended_well(command, status)
}

/// Runs `command` to its end; returns the lines of its standard output that `keep` holds for worth keeping.
pub fn run_keeping(command: &mut Command, keep: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let start_failed = |command: &Command, source| Failure::Start { line: line(command), source };
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|source| start_failed(command, source))?;
    let mut kept = Vec::new();
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).lines().map_while(std::result::Result::ok) {
            println!("{text}");
            if keep(&text) {
                kept.push(text);
            }
        }
    }
    let status = child.wait().map_err(|source| start_failed(command, source))?;
    ended_well(command, status).map(|()| kept)
}

/// The standard output of `command`, or `None` if it is not there or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn ended_well(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() { Ok(()) } else { Err(Failure::Command { line: line(command), status }) }
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
