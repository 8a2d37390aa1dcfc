//! Chromium: how it is started, and what its DevTools let a test see and do beyond WebDriver.

use std::path::{Path, PathBuf};

use fantoccini::{Client, error::CmdError, wd::WebDriverCompatibleCommand};
use serde_json::{Map, Value, json};

const SWITCHES: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--window-size=1440,900",
    "--lang=vi",
];

/// What the driver is asked for; everything of the browser stays in `folder`.
pub fn capabilities(folder: &Path) -> Map<String, Value> {
    let mut switches: Vec<String> = SWITCHES.iter().map(|&switch| switch.to_owned()).collect();
    switches.push(format!("--user-data-dir={}", folder.join("profile").display()));
    switches.push(format!("--log-net-log={}", net_log(folder).display()));
    let options = json!({
        "args": switches,
        "prefs": {
            "download.default_directory": folder.join("downloads"),
            "download.prompt_for_download": false,
            "intl.accept_languages": "vi",
        },
    });
    let records = json!({ "browser": "ALL" });
    [("goog:chromeOptions".to_owned(), options), ("goog:loggingPrefs".to_owned(), records)].into_iter().collect()
}

/// Where the browser records its network.
pub fn net_log(folder: &Path) -> PathBuf {
    folder.join("net-log.json")
}

/// Cuts the page off the network, as pulling the cable would.
pub async fn go_offline(client: &Client) -> Result<(), CmdError> {
    devtools(client, "Network.enable", json!({})).await?;
    let conditions = json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    devtools(client, "Network.emulateNetworkConditions", conditions).await.map(|_| ())
}

/// What the page and the browser complained of in the console, warnings and errors.
pub async fn complaints(client: &Client) -> Result<Vec<String>, CmdError> {
    let entries = client.issue_cmd(Addition { path: "se/log", body: json!({ "type": "browser" }) }).await?;
    let entries = entries.as_array().cloned().unwrap_or_default();
    let serious = entries.iter().filter(|entry| entry["level"] == "WARNING" || entry["level"] == "SEVERE");
    Ok(serious.map(|entry| entry["message"].to_string()).collect())
}

/// Runs a command of the Chrome DevTools Protocol on the page.
pub async fn devtools(client: &Client, method: &str, parameters: Value) -> Result<Value, CmdError> {
    client.issue_cmd(Addition { path: "goog/cdp/execute", body: json!({ "cmd": method, "params": parameters }) }).await
}

/// A command that ChromeDriver adds to WebDriver.
#[derive(Debug)]
struct Addition {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Addition {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
