//! Serves the page on this machine, built as it will be released, and built again after every change.

use std::env;

use crate::{
    failure::Result,
    steps::{announce, command, run},
    tools,
};

const ADDRESS: &str = "127.0.0.1";
const PORT: &str = "8080";

/// Builds and serves until it is interrupted.
pub fn serve() -> Result<()> {
    let path = tools::page_tools()?;
    announce(
        &format!("Building the page, then serving it on http://{ADDRESS}:{PORT}/"),
        "2 minutes the first time, half a minute later; stop it with Ctrl-C",
    );
    let mut trunk = command("trunk", ["serve", "--release", "--no-autoreload", "--address", ADDRESS, "--port", PORT]);
    if can_open_a_browser() {
        trunk.arg("--open");
    }
    run(trunk.env("PATH", path))
}

/// Windows and macOS always can; elsewhere it takes a display.
fn can_open_a_browser() -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|display| env::var_os(display).is_some_and(|name| !name.is_empty()))
}
