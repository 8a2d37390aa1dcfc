//! The promises of ARCHITECTURE.md about the source itself.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const LONGEST_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All Rust files under `folder`, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return files };
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn source_files() -> Vec<PathBuf> {
    ["src", "tests", "xtask", "fit", "benches"].iter().flat_map(|folder| rust_files(&root().join(folder))).collect()
}

/// What is wrong, a line each; the test fails with all of them at once.
fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_native_build_holds_no_browser_crate() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "bienban", "--edges", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("UTF-8");
    let crates: BTreeSet<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains("serde"), "this is no list of crates: {tree}");
    for browser in ["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "serde-wasm-bindgen"] {
        assert!(!crates.contains(browser), "{browser} is in the native build");
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    let mut wrong = Vec::new();
    for path in source_files() {
        let text = read(&path);
        if !text.starts_with("//! ") {
            wrong.push(format!("{}: does not start with a `//!` line", path.display()));
        }
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            wrong.push(format!("{}: {lines} lines, more than {LONGEST_FILE}", path.display()));
        }
    }
    assert_none(&wrong);
}

/// The stages in their order, from the lines with arrows at the head of `analysis/mod.rs`.
fn stages(list: &str) -> Vec<&str> {
    let head = list.lines().filter_map(|line| line.strip_prefix("//!")).filter(|line| line.contains('→'));
    head.flat_map(|line| line.split('→')).map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// The text before the unit tests.
fn without_tests(text: &str) -> &str {
    text.split_once("#[cfg(test)]\nmod tests").map_or(text, |(before, _)| before)
}

/// The names that directly follow `prefix` in `text`, those in braces too.
fn named_after<'a>(prefix: &str, text: &'a str) -> Vec<&'a str> {
    let first =
        |path: &'a str| path.trim().split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    text.split(prefix)
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(first).collect(),
            None => vec![first(rest)],
        })
        .collect()
}

#[test]
fn a_stage_imports_only_the_stages_to_its_left() {
    let folder = root().join("src/analysis");
    let list = read(&folder.join("mod.rs"));
    let stages = stages(&list);
    let rank = |name: &str| stages.iter().position(|stage| *stage == name);
    let mut wrong = Vec::new();
    for module in list.lines().filter_map(|line| line.strip_prefix("pub mod ")).map(|name| name.trim_end_matches(';')) {
        if rank(module).is_none() {
            wrong.push(format!("analysis/mod.rs: {module} has no place in the order of the stages"));
        }
    }
    for path in rust_files(&folder) {
        let inner = path.strip_prefix(&folder).expect("inside").with_extension("");
        let Some(stage) = inner.iter().next().and_then(|name| name.to_str()).filter(|name| *name != "mod") else {
            continue;
        };
        if inner.ends_with("tests") {
            continue;
        }
        let text = read(&path);
        let text = without_tests(&text);
        for name in ["super::", "crate::analysis::"].iter().flat_map(|prefix| named_after(prefix, text)) {
            if name != stage && rank(name) > rank(stage) {
                wrong.push(format!("analysis/{}.rs imports {name}, which comes later", inner.display()));
            }
        }
        for name in named_after("crate::", text).into_iter().filter(|name| *name != "analysis") {
            wrong.push(format!("analysis/{}.rs imports crate::{name}", inner.display()));
        }
        for impure in ["std::fs", "std::env", "std::time", "std::net", "std::thread", "SystemTime"] {
            if text.contains(impure) {
                wrong.push(format!("analysis/{}.rs uses {impure}", inner.display()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_page_leaves_the_analysis_with_its_lexicons_to_the_analyst() {
    let mut wrong = Vec::new();
    for folder in ["src/web", "src/workspace"].map(|folder| root().join(folder)) {
        for path in rust_files(&folder).into_iter().filter(|path| !path.iter().any(|part| part == "tests")) {
            let text = read(&path);
            let stages = named_after("crate::analysis::", without_tests(&text));
            for stage in stages.into_iter().filter(|stage| !["model", "pack", "normalise"].contains(stage)) {
                wrong.push(format!("{} imports {stage}", path.display()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_string_that_the_source_asks_for_is_there() {
    let strings = read(&root().join("locale/en.txt"));
    let keys: BTreeSet<_> = strings.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key).collect();
    let families: BTreeSet<_> = keys.iter().filter_map(|key| key.split('.').next()).collect();
    let mut wrong = Vec::new();
    let packs = root().join("src/analysis");
    for path in rust_files(&root().join("src")).into_iter().filter(|path| !path.starts_with(&packs)) {
        let text = read(&path);
        for literal in without_tests(&text).split('"').skip(1).step_by(2) {
            let is_key =
                literal.split_once('.').is_some_and(|(family, rest)| families.contains(family) && !rest.is_empty())
                    && literal.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '.' | '-'));
            if is_key && !literal.ends_with(['.', '-']) && !keys.contains(literal) {
                wrong.push(format!("{}: {literal} is not in locale/", path.display()));
            }
        }
    }
    assert_none(&wrong);
}
