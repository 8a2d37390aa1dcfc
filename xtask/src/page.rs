//! Builds the released page. Trunk does it; what Trunk does not do, its hook runs [`finish`] for.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    policy::with_policy,
    sections::without_names,
    steps::{announce, command, root, run},
    tools,
};

/// Where the built page is.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the page for release into `dist/`.
pub fn build() -> Result<()> {
    let path = tools::page_tools()?;
    announce("Building the page for release into dist/", "2 minutes the first time, half a minute later");
    run(command("trunk", ["build", "--release"]).env("PATH", path))?;
    let files = files_of(&dist())?;
    let width = files.iter().map(|file| name_of(file).len()).max().unwrap_or_default();
    for file in files {
        let bytes = fs::metadata(&file).map_err(Failure::at(&file))?.len();
        println!("{:width$}  {bytes:>9} bytes", name_of(&file));
    }
    Ok(())
}

/// Trunk's hook after a build: takes the names out of the modules, then writes the policy into the page. Debug builds
/// stay as they are, with their names and without a policy.
pub fn finish() -> Result<()> {
    if env::var("TRUNK_PROFILE").as_deref() != Ok("release") {
        return Ok(());
    }
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::Usage("finish-page is run by Trunk after a build; run `cargo xtask build`.".to_owned())
    })?;
    for path in files_of(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "wasm")) {
        let module = fs::read(&path).map_err(Failure::at(&path))?;
        let lean = without_names(&module).ok_or_else(|| Failure::form(&path, "is not a WebAssembly module"))?;
        fs::write(&path, &lean).map_err(Failure::at(&path))?;
    }
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::at(&page))?;
    let html = with_policy(&html).ok_or_else(|| Failure::form(&page, "has no <head> to hold the policy"))?;
    fs::write(&page, html).map_err(Failure::at(&page))
}

fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(Failure::at(folder))?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
