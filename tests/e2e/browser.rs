//! Chromium under WebDriver: one browser a journey, with a folder for downloads and a record of its network.

use std::{
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WebDriverCompatibleCommand};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::{
    process::{Child, Command},
    time::sleep,
};

/// How long anything may take before the journey is given up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How often to look whether it has happened.
const PAUSE: Duration = Duration::from_millis(50);

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

/// A running browser with its driver.
pub struct Browser {
    /// What speaks to it.
    pub client: Client,
    driver: Child,
    folder: PathBuf,
}

impl Browser {
    /// Starts ChromeDriver and a browser; `name` names its folder.
    pub async fn start(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("bienban-e2e-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("downloads")).expect("a folder for the browser");
        let port = free_port();
        let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let driver = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|problem| panic!("{} does not start: {problem}", program.display()));
        let client = connect(port, &folder).await;
        Self { client, driver, folder }
    }

    /// Where the browser puts downloads.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Ends the browser, and returns the addresses that `origin` asked for while it ran.
    pub async fn close(mut self, origin: &str) -> Vec<String> {
        self.client.close().await.expect("the browser closes");
        // The log is complete once the browser is gone, which the driver waits for before it answers.
        let requests = super::netlog::requests_by(origin, &net_log(&self.folder)).expect("a record of the network");
        self.driver.kill().await.ok();
        fs::remove_dir_all(&self.folder).ok();
        requests
    }
}

async fn connect(port: u16, folder: &Path) -> Client {
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
    let capabilities = [("goog:chromeOptions".to_owned(), options), ("goog:loggingPrefs".to_owned(), records)];
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities.into_iter().collect());
    let address = format!("http://127.0.0.1:{port}");
    let start = Instant::now();
    loop {
        match builder.connect(&address).await {
            Ok(client) => return client,
            // The driver needs a moment before it takes connections.
            Err(problem) if start.elapsed() > PATIENCE => panic!("no browser: {problem}"),
            Err(_) => sleep(PAUSE).await,
        }
    }
}

fn net_log(folder: &Path) -> PathBuf {
    folder.join("net-log.json")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// Asks again and again until `found` has an answer; panics with `what` when it takes too long.
pub async fn wait_for<T, F: Future<Output = Option<T>>>(what: &str, mut found: impl FnMut() -> F) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = found().await {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for {what}");
        sleep(PAUSE).await;
    }
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
