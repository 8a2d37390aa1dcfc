//! Firefox: how it is started. What a journey needs of Chromium's DevTools it cannot do; such journeys are left out.

use std::path::Path;

use serde_json::{Map, Value, json};

/// What the driver is asked for; downloads go into `folder`, the profile is the driver's own.
pub fn capabilities(folder: &Path) -> Map<String, Value> {
    let options = json!({
        "args": ["-headless"],
        "prefs": {
            "browser.download.folderList": 2,
            "browser.download.dir": folder.join("downloads"),
            "browser.download.alwaysOpenPanel": false,
            "dom.events.testing.asyncClipboard": true,
            "intl.accept_languages": "vi",
        },
    });
    [("moz:firefoxOptions".to_owned(), options)].into_iter().collect()
}
