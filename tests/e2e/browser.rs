//! A browser under WebDriver: one a journey, with a folder for downloads and, of Chromium, a record of its network.

use std::{
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::{
    process::{Child, Command},
    time::sleep,
};

use crate::{chromium, firefox, netlog};

/// How long anything may take before the journey is given up.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// How often to look whether it has happened.
const PAUSE: Duration = Duration::from_millis(50);

/// The window in which a journey begins.
const WINDOW: (u32, u32) = (1440, 900);

/// The browsers that the journeys can be made in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All journeys.
    Chromium,
    /// Those that need no DevTools.
    Firefox,
}

impl Kind {
    /// The one that the environment variable `BIENBAN_BROWSER` names, else Chromium.
    pub fn wanted() -> Self {
        match env::var("BIENBAN_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            _ => Self::Chromium,
        }
    }

    fn driver(self) -> PathBuf {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
        };
        env::var_os(variable).unwrap_or_else(|| program.into()).into()
    }
}

/// Whether a journey is left out, since Firefox lacks what it needs; says so.
pub fn is_left_out(journey: &str, need: &str) -> bool {
    let lacks = Kind::wanted() == Kind::Firefox;
    if lacks {
        eprintln!("{journey}: left out in Firefox, which cannot be told to {need}");
    }
    lacks
}

/// A running browser with its driver.
pub struct Browser {
    /// What speaks to it.
    pub client: Client,
    driver: Child,
    folder: PathBuf,
    kind: Kind,
}

impl Browser {
    /// Starts the driver and a browser; `name` names its folder.
    pub async fn start(name: &str) -> Self {
        let kind = Kind::wanted();
        let folder = env::temp_dir().join(format!("bienban-e2e-{}-{name}", std::process::id()));
        fs::create_dir_all(folder.join("downloads")).expect("a folder for the browser");
        let port = free_port();
        let program = kind.driver();
        let driver = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|problem| panic!("{} does not start: {problem}", program.display()));
        let client = connect(kind, port, &folder).await;
        client.set_window_size(WINDOW.0, WINDOW.1).await.expect("a window of that size");
        Self { client, driver, folder, kind }
    }

    /// Where the browser puts downloads.
    pub fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Ends the browser, and returns the addresses that `origin` asked for while it ran; Firefox records none.
    pub async fn close(mut self, origin: &str) -> Vec<String> {
        self.client.close().await.expect("the browser closes");
        // The log is complete once the browser is gone, which the driver waits for before it answers.
        let requests = match self.kind {
            Kind::Chromium => {
                netlog::requests_by(origin, &chromium::net_log(&self.folder)).expect("a record of the network")
            }
            Kind::Firefox => Vec::new(),
        };
        self.driver.kill().await.ok();
        fs::remove_dir_all(&self.folder).ok();
        requests
    }
}

async fn connect(kind: Kind, port: u16, folder: &Path) -> Client {
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(match kind {
        Kind::Chromium => chromium::capabilities(folder),
        Kind::Firefox => firefox::capabilities(folder),
    });
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
