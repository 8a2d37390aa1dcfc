//! Which tools the page needs, in which version, where they are found and how they are built.
//!
//! A tool on `PATH` of a fitting version is used. Otherwise it is looked for in the user's cache, and built into it from
//! the crate registry if it is not there: one folder a version, found again by the next checkout.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    failure::{Failure, Result},
    steps::{announce, cargo, command, output_of, root, run},
};

/// The target the page is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The newest Trunk that the pinned compiler builds.
const TRUNK: &str = "0.21.14";

struct Tool {
    package: &'static str,
    programs: &'static [&'static str],
    version: String,
    fits: fn(&str, &str) -> bool,
    install: &'static [&'static str],
    purpose: &'static str,
    may_take: &'static str,
}

/// Sees to it that the compiler can make WebAssembly.
pub fn wasm_target() -> Result<()> {
    let folder = output_of(&mut command("rustc", ["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(&format!("Adding the Rust target {WASM}"), "half a minute");
    run(&mut command("rustup", ["target", "add", WASM]))
}

/// Sees to it that the formatter and the linter are there.
pub fn checkers() -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of(&mut cargo([program, "--version"])).is_none() {
            announce(&format!("Adding the Rust component {component}"), "half a minute");
            run(&mut command("rustup", ["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The search path on which Trunk and the locked version of wasm-bindgen are found; builds them if need be.
pub fn page_tools() -> Result<OsString> {
    wasm_target()?;
    let folders = [wasm_bindgen()?, trunk()].into_iter().filter_map(|tool| tool.folder().transpose());
    search_path(folders.collect::<Result<Vec<_>>>()?)
}

/// The search path on which wasm-bindgen's test runner is found; builds it if need be.
pub fn test_runner() -> Result<OsString> {
    wasm_target()?;
    search_path(wasm_bindgen()?.folder()?.into_iter().collect())
}

/// The program `name` on `PATH`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

fn trunk() -> Tool {
    Tool {
        package: "trunk",
        programs: &["trunk"],
        version: TRUNK.to_owned(),
        fits: same_minor_not_older,
        // Without its default features Trunk cannot download anything; it has nothing to download.
        install: &["--locked", "--no-default-features"],
        purpose: "it builds the page",
        may_take: "about 5 minutes on 2 cores, once",
    }
}

fn wasm_bindgen() -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: locked_version("wasm-bindgen")?,
        fits: |found, wanted| found == wanted,
        // Not `--locked`: its lock file asks for a certificate bundle that not every mirror has, for a feature left out.
        install: &["--no-default-features"],
        purpose: "it joins the page's WebAssembly to the browser, and must be of exactly the version in Cargo.lock",
        may_take: "about 3 minutes on 2 cores, once",
    })
}

impl Tool {
    /// The folder to be put on the search path; `None` if `PATH` does as it is.
    fn folder(&self) -> Result<Option<PathBuf>> {
        if self.programs.iter().all(|program| on_path(program).is_some_and(|path| self.is(&path))) {
            return Ok(None);
        }
        let home = cache()?.join("tools").join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        if !self.is_in(&folder) {
            self.build_into(&home)?;
        }
        Ok(Some(folder))
    }

    fn is_in(&self, folder: &Path) -> bool {
        let file = |program: &str| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX));
        self.programs.iter().all(|program| self.is(&file(program)))
    }

    fn is(&self, program: &Path) -> bool {
        let said = output_of(Command::new(program).arg("--version")).unwrap_or_default();
        said.split_whitespace().nth(1).is_some_and(|found| (self.fits)(found, &self.version))
    }

    fn build_into(&self, home: &Path) -> Result<()> {
        fs::create_dir_all(home).map_err(Failure::at(home))?;
        let Self { package, version, purpose, may_take, .. } = self;
        println!("\n{package} {version} is not on PATH: {purpose}. It goes into {}.", home.display());
        if on_path("cargo-binstall").is_some() {
            announce(&format!("Fetching {package} {version} with cargo-binstall"), "a minute");
            let wanted = format!("{package}@{version}");
            let mut fetch = cargo(["binstall", "--no-confirm", "--disable-strategies", "compile", &wanted, "--root"]);
            if run(fetch.arg(home)).is_ok() && self.is_in(&home.join("bin")) {
                return Ok(());
            }
            println!("That did not work; building it instead.");
        }
        announce(&format!("Building {package} {version}"), may_take);
        // Two builds of one folder at the same time wait for each other: Cargo locks it.
        let mut build = cargo(["install", "--quiet", package, "--version", version, "--root"]);
        build.arg(home).args(self.install);
        // A tool that runs for a second need not be optimised for minutes.
        for (setting, value) in [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")] {
            build.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        run(&mut build)
    }
}

/// `folders`, then what is on `PATH`.
fn search_path(folders: Vec<PathBuf>) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.into_iter().chain(env::split_paths(&path)))
        .map_err(|problem| Failure::form("PATH", problem.to_string()))
}

/// Where things are kept that outlive a checkout.
pub fn cache() -> Result<PathBuf> {
    let of_home = |rest: &str| env::home_dir().map(|home| home.join(rest));
    let folder = if cfg!(windows) {
        env::var_os("LOCALAPPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        of_home("Library/Caches")
    } else {
        env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute()).or_else(|| of_home(".cache"))
    };
    folder.map(|folder| folder.join("bienban")).ok_or_else(|| Failure::Missing {
        what: "A folder for the tools".to_owned(),
        remedy: "export XDG_CACHE_HOME=/a/folder/of/yours".to_owned(),
    })
}

/// The version of `package` in Cargo.lock.
fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    version_in(&lock, package).ok_or_else(|| Failure::form(path, format!("names no package {package}")))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let after = lock.lines().skip_while(|line| *line != name).nth(1)?;
    Some(after.strip_prefix("version = \"")?.trim_end_matches('"').to_owned())
}

fn same_minor_not_older(found: &str, wanted: &str) -> bool {
    let split = |version: &str| {
        let (minor, patch) = version.rsplit_once('.')?;
        Some((minor.to_owned(), patch.parse::<u32>().ok()?))
    };
    match (split(found), split(wanted)) {
        (Some((found, patch)), Some((wanted, least))) => found == wanted && patch >= least,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_read() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "trunk"), None);
    }

    #[test]
    fn a_later_patch_fits_and_another_minor_does_not() {
        assert!(same_minor_not_older("0.21.14", "0.21.14"));
        assert!(same_minor_not_older("0.21.15", "0.21.14"));
        assert!(!same_minor_not_older("0.21.9", "0.21.14"));
        assert!(!same_minor_not_older("0.22.1", "0.21.14"));
        assert!(!same_minor_not_older("0.21.14-beta", "0.21.14"));
    }
}
