//! The page as a person uses it.

use std::{env, fs, path::PathBuf, sync::Arc};

use fantoccini::{Client, Locator, elements::Element};
use serde_json::{Value, json};

use crate::{
    browser::{Browser, Kind, PATIENCE, wait_for},
    chromium,
    server::Server,
};

/// The minutes that most journeys begin with.
pub const MINUTES: &str = include_str!("../../static/sample-vi.txt");

/// The open page.
#[derive(Clone)]
pub struct Page {
    /// What speaks to the browser.
    pub client: Client,
    /// What serves the page.
    pub server: Arc<Server>,
    downloads: PathBuf,
}

/// Opens what is built in a new browser, goes through `steps`, and closes it whatever happens. Returns the addresses
/// that the page and its workers asked for.
pub async fn journey<S, F>(name: &str, steps: S) -> Vec<String>
where
    S: FnOnce(Page) -> F,
    F: Future<Output = ()> + Send + 'static,
{
    journey_on(built_page(), name, steps).await
}

/// The same on the page in `folder`.
pub async fn journey_on<S, F>(folder: PathBuf, name: &str, steps: S) -> Vec<String>
where
    S: FnOnce(Page) -> F,
    F: Future<Output = ()> + Send + 'static,
{
    let server = Arc::new(Server::start(folder).expect("a server on the loopback address"));
    let origin = server.origin();
    let browser = Browser::start(name).await;
    let page = Page { client: browser.client.clone(), server, downloads: browser.downloads() };
    page.client.goto(&origin).await.expect("the page opens");
    let outcome = tokio::spawn(steps(page.clone())).await;
    if outcome.is_err() {
        page.picture(name).await;
    }
    let requests = browser.close(&origin).await;
    if let Err(failure) = outcome {
        std::panic::resume_unwind(failure.into_panic());
    }
    requests
}

fn built_page() -> PathBuf {
    let folder = env::var_os("BIENBAN_DIST").unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/dist").into());
    let folder = PathBuf::from(folder);
    assert!(folder.join("index.html").is_file(), "no page in {}: run `cargo xtask test`", folder.display());
    folder
}

impl Page {
    /// Runs `script` in the page, with `arguments`; a promise is waited for.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async (...arguments) => {{ {script} }})(...arguments)
                 .then(done, problem => done(`refused: ${{problem}}`));"
        );
        self.client.execute_async(&script, arguments).await.expect("the script runs")
    }

    /// The element, once it is there.
    pub async fn element(&self, selector: &str) -> Element {
        self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await.expect(selector)
    }

    /// Presses the element.
    pub async fn click(&self, selector: &str) {
        self.element(selector).await.click().await.expect(selector);
    }

    /// Puts `text` into the field for the minutes, as pasting does.
    pub async fn paste(&self, text: &str) {
        self.click("#source").await;
        self.insert(text).await;
    }

    /// Puts `text` where the cursor is.
    pub async fn insert(&self, text: &str) {
        self.run("document.execCommand('insertText', false, arguments[0])", vec![json!(text)]).await;
    }

    /// Pastes the minutes and turns to the view.
    pub async fn paste_minutes_and_view(&self, view: &str) {
        self.paste(MINUTES).await;
        self.click(&format!("#view-{view}")).await;
        self.element(&format!("#{view}")).await;
    }

    /// What the field for the minutes holds, once the page is there.
    pub async fn text(&self) -> String {
        self.element("#source").await;
        let text = self.run("return document.querySelector('#source').value", Vec::new()).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.client.refresh().await.expect("the page loads again");
        self.element("#source").await;
    }

    /// Loads the page again after a script of the test's own.
    pub async fn reload_behind(&self, script: &str) {
        self.server.run_before(script);
        self.reload().await;
    }

    /// Waits until the page says that all of the work is on the device.
    pub async fn kept(&self) {
        self.element("[data-keeping=kept]").await;
    }

    /// Drops a file on the page.
    pub async fn drop_file(&self, name: &str, bytes: &[u8]) {
        self.drop_files(&[(name, bytes)]).await;
    }

    /// Drops files on the page, all at once.
    pub async fn drop_files(&self, files: &[(&str, &[u8])]) {
        self.give_files(files, "new DragEvent('drop', { dataTransfer: files, bubbles: true })", ".page").await;
    }

    /// Picks a file in the dialogue that the button for it opens.
    pub async fn pick_file(&self, name: &str, bytes: &[u8]) {
        self.give_files(
            &[(name, bytes)],
            "(target.files = files.files, new Event('change', { bubbles: true }))",
            "#file",
        )
        .await;
    }

    async fn give_files(&self, list: &[(&str, &[u8])], event: &str, target: &str) {
        self.element("#source").await;
        let script = format!(
            "const files = new DataTransfer();
            for (const [name, bytes] of arguments[0]) files.items.add(new File([new Uint8Array(bytes)], name));
            const target = document.querySelector('{target}');
            target.dispatchEvent({event})"
        );
        self.run(&script, vec![json!(list)]).await;
    }

    /// The notice with these words, once it is there.
    pub async fn notice_with(&self, words: &str) -> String {
        let told = || async { self.texts("#notices .notice").await.into_iter().find(|text| text.contains(words)) };
        wait_for(&format!("a notice with {words:?}"), told).await
    }

    /// Makes the window so many pixels wide and high.
    pub async fn resize(&self, width: u32, height: u32) {
        match Kind::wanted() {
            Kind::Chromium => {
                let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": false });
                let method = "Emulation.setDeviceMetricsOverride";
                chromium::devtools(&self.client, method, screen).await.expect("a small screen");
            }
            Kind::Firefox => self.client.set_window_size(width, height).await.expect("a small window"),
        }
    }

    /// Asserts that the console holds no warning and no error; Firefox's cannot be read.
    pub async fn assert_no_complaint(&self) {
        if Kind::wanted() == Kind::Chromium {
            assert_eq!(chromium::complaints(&self.client).await.expect("the console"), [""; 0]);
        }
    }

    /// The sentences of the group, once `known` is in one of them.
    pub async fn group(&self, name: &str, known: &str) -> Vec<String> {
        let selector = format!("#groups [data-group={name}] .sentence");
        let sentences = || async {
            let sentences = self.texts(&selector).await;
            sentences.iter().any(|sentence| sentence.contains(known)).then_some(sentences)
        };
        wait_for(&format!("{known:?} among {name}"), sentences).await
    }

    /// The texts of all such elements, as they are now.
    pub async fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(element => element.textContent.trim())";
        let texts = self.run(script, vec![json!(selector)]).await;
        serde_json::from_value(texts).expect("a list of texts")
    }

    /// The addresses of the workers that run.
    pub async fn workers(&self) -> Vec<String> {
        let targets = chromium::devtools(&self.client, "Target.getTargets", json!({})).await.expect("what runs");
        let targets = targets["targetInfos"].as_array().cloned().unwrap_or_default();
        let workers = targets.iter().filter(|target| target["type"] == "worker");
        workers.map(|worker| worker["url"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The content of the download whose name ends so, once it is complete.
    pub async fn download(&self, ending: &str) -> Vec<u8> {
        let complete = || async {
            // While it is under way, Chromium's file has another ending.
            let files = fs::read_dir(&self.downloads).ok()?.flatten().map(|file| file.path());
            let file = files.into_iter().find(|path| path.to_string_lossy().ends_with(ending))?;
            let content = fs::read(&file).ok()?;
            fs::remove_file(&file).ok()?;
            Some(content)
        };
        wait_for(&format!("a download *{ending}"), complete).await
    }

    async fn picture(&self, name: &str) {
        let Ok(picture) = self.client.screenshot().await else { return };
        let path = env::temp_dir().join(format!("bienban-e2e-{name}.png"));
        if fs::write(&path, picture).is_ok() {
            eprintln!("The page as it was then: {}", path.display());
        }
    }
}
