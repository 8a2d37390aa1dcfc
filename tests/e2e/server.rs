//! A file server on the loopback address, for one journey: serves a folder, remembers what was asked for, can be stopped.

use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Where the script of a test is found that runs before the page's own.
const SCRIPT: &str = "/before.js";

/// The running server. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<String>>>,
    before: Arc<Mutex<String>>,
}

impl Server {
    /// Serves `folder` on a free port.
    pub fn start(folder: PathBuf) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let server = Self { address, stopped: Arc::default(), asked: Arc::default(), before: Arc::default() };
        let (stopped, asked, before) = (server.stopped.clone(), server.asked.clone(), server.before.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, asked, before) = (folder.clone(), asked.clone(), before.clone());
                // A browser that goes away in the middle of an answer is no concern of the test.
                thread::spawn(move || answer(stream, &folder, &asked, &before).ok());
            }
        });
        Ok(server)
    }

    /// `http://127.0.0.1:PORT`, the origin of everything that is served.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The paths asked for so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().map(|asked| asked.clone()).unwrap_or_default()
    }

    /// Has the page run `script` before its own, from the next time that it is loaded.
    pub fn run_before(&self, script: &str) {
        if let Ok(mut before) = self.before.lock() {
            script.clone_into(&mut before);
        }
    }

    /// Takes no further connection.
    pub fn stop(&self) {
        if !self.stopped.swap(true, Ordering::SeqCst) {
            // Wakes the thread that waits for a connection, so that it sees that it is over.
            TcpStream::connect(self.address).ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn answer(mut stream: TcpStream, folder: &Path, asked: &Mutex<Vec<String>>, before: &Mutex<String>) -> io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request is read, or closing the connection would reset it.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = first.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/").to_owned();
    let file = match path.trim_start_matches('/') {
        "" => folder.join("index.html"),
        name => folder.join(name),
    };
    let before = before.lock().map(|script| script.clone()).unwrap_or_default();
    let found = match path.as_str() {
        SCRIPT => Ok(before.into_bytes()),
        "/" if !before.is_empty() => fs::read_to_string(&file).map(|page| with_script(&page).into_bytes()),
        _ => fs::read(&file),
    };
    if let Ok(mut asked) = asked.lock() {
        asked.push(path);
    }
    let (status, content) = match found {
        Ok(content) => ("200 OK", content),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let media_type = media_type(&file);
    let length = content.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n")?;
    stream.write_all(b"Cache-Control: no-store\r\nConnection: close\r\n\r\n")?;
    stream.write_all(&content)
}

/// The page with a script of the test at its head.
fn with_script(page: &str) -> String {
    page.replacen("<head>", &format!("<head><script src=\"{SCRIPT}\"></script>"), 1)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest" | "json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
