//! Serves the page on this machine, built as it will be released, and built again after every change.

use std::{env, net::TcpListener};

use crate::{
    failure::{Failure, Result},
    steps::{announce, command, run},
    tools,
};

const ADDRESS: &str = "127.0.0.1";
const PORT: &str = "8080";

/// Builds and serves until it is interrupted. `arguments` may name another port.
pub fn serve(arguments: &[String]) -> Result<()> {
    let port = match arguments {
        [] => PORT,
        [port] if port.parse::<u16>().is_ok() => port,
        _ => return Err(Failure::Usage(format!("no port: {}", arguments.join(" ")))),
    };
    let address = format!("{ADDRESS}:{port}");
    // Asked before the build, which may take minutes.
    TcpListener::bind(&address).map_err(|source| Failure::Address { address: address.clone(), source })?;
    let path = tools::page_tools()?;
    announce(
        &format!("Building the page, then serving it on http://{address}/"),
        "2 minutes the first time, half a minute later; stop it with Ctrl-C",
    );
    // Trunk's script for reloading would be another page than the released one, and the policy refuses it.
    let mut trunk = command("trunk", ["serve", "--release", "--no-autoreload", "--address", ADDRESS, "--port", port]);
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
