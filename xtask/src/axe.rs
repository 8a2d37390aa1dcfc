//! axe-core, the accessibility checker that the end-to-end tests run inside the page: one file of a pinned npm package.

use std::{fs, path::PathBuf};

use sha2::{Digest, Sha256};

use crate::{
    failure::{Failure, Result},
    steps::{announce, command, run},
    tools::{cache, on_path},
};

const VERSION: &str = "4.14.1";
const FILE: &str = "node_modules/axe-core/axe.min.js";
/// Of that file.
const DIGEST: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// The path of the checker's script; fetched by npm if it is not there.
pub fn script() -> Result<PathBuf> {
    let home = cache()?.join("tools").join(format!("axe-core-{VERSION}"));
    let script = home.join(FILE);
    if !script.is_file() {
        // On Windows it is a command file, which has to be named in full.
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        if !cfg!(windows) && on_path(npm).is_none() {
            return Err(Failure::Missing {
                what: "npm, which fetches the accessibility checker axe-core,".to_owned(),
                remedy: "sudo apt-get install --yes npm  # or Node.js from https://nodejs.org".to_owned(),
            });
        }
        announce(&format!("Fetching axe-core {VERSION} with npm"), "seconds");
        fs::create_dir_all(&home).map_err(Failure::at(&home))?;
        let package = format!("axe-core@{VERSION}");
        let arguments = ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"];
        run(command(npm, arguments).arg(&home).arg(package))?;
    }
    let content = fs::read(&script).map_err(Failure::at(&script))?;
    let digest: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    if digest == DIGEST { Ok(script) } else { Err(Failure::form(script, format!("is not that of axe-core {VERSION}"))) }
}
