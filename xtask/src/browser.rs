//! The browsers that the tests run in: Chromium with its driver, found on `PATH` or installed by apt; Firefox only where
//! it is there.

use std::{env, fs, path::PathBuf};

use crate::{
    failure::{Failure, Result},
    steps::{announce, command, output_of, run},
    tools::on_path,
};

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// The path of ChromeDriver, beside a browser that it can drive; installs both where that is ours to do.
pub fn driver() -> Result<PathBuf> {
    if let Some(driver) = find() {
        return Ok(driver);
    }
    let system = System::of_this_machine();
    let missing = || Failure::Missing {
        what: "Chromium or its driver, in which the tests run,".to_owned(),
        remedy: system.install_line(),
    };
    if !(system.has_apt() && is_root()) {
        return Err(missing());
    }
    announce("Installing Chromium and its driver with apt-get", "a minute");
    let apt_get = |arguments: &[&str]| run(command("apt-get", arguments).env("DEBIAN_FRONTEND", "noninteractive"));
    apt_get(&["update", "--quiet", "--quiet"])?;
    apt_get(&[&["install", "--yes", "--quiet", "--quiet", "--no-install-recommends"], system.packages()].concat())?;
    find().ok_or_else(missing)
}

/// What is said where the end-to-end tests do not run in Firefox.
pub const WITHOUT_FIREFOX: &str = "End-to-end tests in Firefox: not run, for want of Firefox or geckodriver \
    (Debian: apt-get install firefox-esr, then cargo install --locked geckodriver)";

/// The path of geckodriver, where it and Firefox are installed; the tests do without them.
pub fn firefox_driver() -> Option<PathBuf> {
    let named = env::var_os("GECKODRIVER").map(PathBuf::from);
    let driver = named.filter(|path| path.is_file()).or_else(|| on_path("geckodriver"))?;
    let has_browser = !cfg!(target_os = "linux") || on_path("firefox").is_some();
    (has_browser && output_of(&mut command(&driver, ["--version"])).is_some()).then_some(driver)
}

fn find() -> Option<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    let driver = named.filter(|path| path.is_file()).or_else(|| on_path("chromedriver"))?;
    // On Windows and macOS the browser is an application the driver knows how to find, not a program on PATH.
    let has_browser = !cfg!(target_os = "linux") || BROWSERS.iter().any(|name| on_path(name).is_some());
    (has_browser && output_of(&mut command(&driver, ["--version"])).is_some()).then_some(driver)
}

fn is_root() -> bool {
    output_of(&mut command("id", ["-u"])).as_deref() == Some("0")
}

enum System {
    Debian,
    Ubuntu,
    Fedora,
    Arch,
    MacOs,
    Other,
}

impl System {
    fn of_this_machine() -> Self {
        if cfg!(target_os = "macos") {
            return Self::MacOs;
        }
        Self::of_release(&fs::read_to_string("/etc/os-release").unwrap_or_default())
    }

    fn of_release(release: &str) -> Self {
        let value = |key: &str| release.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        let is = |id: &str| {
            [value("ID="), value("ID_LIKE=")].iter().any(|ids| ids.trim_matches('"').split(' ').any(|one| one == id))
        };
        // Ubuntu says that it is like Debian, so it is asked first.
        match () {
            () if is("ubuntu") => Self::Ubuntu,
            () if is("debian") => Self::Debian,
            () if is("fedora") => Self::Fedora,
            () if is("arch") => Self::Arch,
            () => Self::Other,
        }
    }

    fn has_apt(&self) -> bool {
        matches!(self, Self::Debian | Self::Ubuntu)
    }

    fn packages(&self) -> &'static [&'static str] {
        match self {
            Self::Debian => &["chromium", "chromium-driver"],
            Self::Ubuntu => &["chromium-browser", "chromium-chromedriver"],
            Self::Fedora => &["chromium", "chromedriver"],
            Self::Arch | Self::Other => &["chromium"],
            Self::MacOs => &["chromium", "chromedriver"],
        }
    }

    fn install_line(&self) -> String {
        let packages = self.packages().join(" ");
        match self {
            Self::Debian | Self::Ubuntu => {
                format!("sudo apt-get update && sudo apt-get install --yes --no-install-recommends {packages}")
            }
            Self::Fedora => format!("sudo dnf install {packages}"),
            Self::Arch => format!("sudo pacman -S {packages}"),
            Self::MacOs => format!("brew install --cask {packages}"),
            Self::Other => {
                "export CHROMEDRIVER=/path/to/chromedriver  # of the version of the installed Chrome".to_owned()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_run_is_the_system_s_own() {
        let line = |release| System::of_release(release).install_line();
        assert!(line("NAME=\"Debian GNU/Linux\"\nID=debian\n").ends_with("chromium chromium-driver"));
        assert!(line("ID=ubuntu\nID_LIKE=debian\n").ends_with("chromium-browser chromium-chromedriver"));
        assert!(line("ID=\"linuxmint\"\nID_LIKE=\"ubuntu debian\"\n").ends_with("chromium-chromedriver"));
        assert!(line("ID=manjaro\nID_LIKE=arch\n").starts_with("sudo pacman"));
        assert!(line("").contains("CHROMEDRIVER"));
    }
}
