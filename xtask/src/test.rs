//! Every test there is, the quick ones first.

use std::{process::Command, time::Instant};

use crate::{
    axe, browser,
    failure::Result,
    page,
    steps::{announce, cargo, run_keeping},
    tools::{self, WASM},
};

/// What has passed so far: each check with its time, and the closing lines of its test runners.
#[derive(Default)]
struct Passed(Vec<String>);

/// Runs everything; stops at the first failure.
pub fn test() -> Result<()> {
    let mut passed = Passed::default();
    let deny_warnings = ["--", "-D", "warnings"];

    tools::checkers()?;
    tools::wasm_target()?;
    let driver = browser::driver()?;
    let axe = axe::script()?;

    passed.check("Formatting", "seconds", &mut cargo(["fmt", "--all", "--check"]))?;
    let native = ["clippy", "--quiet", "--workspace", "--all-targets"];
    passed.check("Lints, native", "2 minutes the first time", cargo(native).args(deny_warnings))?;
    // The end-to-end tests are not among `--all-targets`, since a plain `cargo test` leaves them out.
    let end_to_end = ["clippy", "--quiet", "--test", "e2e"];
    passed.check("Lints, end-to-end tests", "seconds", cargo(end_to_end).args(deny_warnings))?;
    let web = ["clippy", "--quiet", "--target", WASM, "--lib", "--bins", "--test", "web"];
    passed.check("Lints, web", "2 minutes the first time", cargo(web).args(deny_warnings))?;
    passed.check("Tests, native", "3 minutes the first time", &mut cargo(["test", "--workspace"]))?;
    let documentation = ["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"];
    passed.check("Documentation", "a minute", cargo(documentation).env("RUSTDOCFLAGS", "-D warnings"))?;

    let path = tools::test_runner()?;
    let in_browser = ["test", "--target", WASM, "--test", "web"];
    let mut in_browser = cargo(in_browser);
    in_browser.env("PATH", path).env("CHROMEDRIVER", &driver);
    passed.check("Tests in the browser", "2 minutes the first time", &mut in_browser)?;

    page::build()?;
    let mut end_to_end = cargo(["test", "--test", "e2e"]);
    end_to_end.env("BIENBAN_DIST", page::dist()).env("BIENBAN_AXE", &axe).env("CHROMEDRIVER", &driver);
    passed.check("End-to-end tests on the built page", "2 minutes the first time", &mut end_to_end)?;

    match browser::firefox_driver() {
        Some(driver) => {
            let mut in_firefox = cargo(["test", "--test", "e2e"]);
            in_firefox.env("BIENBAN_DIST", page::dist()).env("BIENBAN_AXE", &axe);
            in_firefox.env("BIENBAN_BROWSER", "firefox").env("GECKODRIVER", driver);
            passed.check("End-to-end tests in Firefox", "4 minutes", &mut in_firefox)?;
        }
        None => passed.0.push(browser::WITHOUT_FIREFOX.to_owned()),
    }

    println!("\n── All tests passed");
    for line in passed.0 {
        println!("{line}");
    }
    Ok(())
}

impl Passed {
    fn check(&mut self, what: &str, may_take: &str, command: &mut Command) -> Result<()> {
        announce(what, may_take);
        let start = Instant::now();
        let closing_lines = run_keeping(command, |line| line.starts_with("test result:"))?;
        self.0.push(format!("{what}: {} s", start.elapsed().as_secs()));
        self.0.extend(closing_lines.into_iter().map(|line| format!("    {line}")));
        Ok(())
    }
}
