//! `cargo xtask`: sets up what is missing, then runs the real tools.

mod axe;
mod browser;
mod calibration;
mod failure;
mod page;
mod policy;
mod score;
mod sections;
mod serve;
mod spelling;
mod steps;
mod test;
mod tools;

use std::process::ExitCode;

use failure::{Failure, Result};

/// What `cargo xtask` understands.
const USAGE: &str = "\
usage: cargo xtask COMMAND

  serve    build the page and serve it on http://127.0.0.1:8080/, or another port: [PORT]
  build    build the page for release into dist/
  test     run every test
  score    score the analyzer: [--more] [--per-document] [--errors N] [CORPUS_DIR, else ../shared/corpus]
  spelling count Vietnamese words anew for text without diacritics or in capitals
  fit      fit the weight tables on annotated documents: --help lists its options

What a command needs is set up first, and said. Trunk's hook calls finish-page.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match obey(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn obey(arguments: &[String]) -> Result<()> {
    let (name, rest) = arguments.split_first().ok_or_else(|| Failure::Usage("which command?".to_owned()))?;
    match (name.as_str(), rest) {
        ("serve", _) => serve::serve(rest),
        ("build", []) => page::build(),
        ("finish-page", []) => page::finish(),
        ("test", []) => test::test(),
        ("score", _) => score::score(rest),
        ("fit", _) => score::fit(rest),
        ("spelling", []) => spelling::spelling(),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::Usage(format!("not understood: {}", arguments.join(" ")))),
    }
}
