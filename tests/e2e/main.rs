//! Drives the built page in a real browser, one journey a test. `cargo xtask test` builds the page and runs this.
#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod analyst;
mod answers;
mod browser;
mod chromium;
mod earlier;
mod editing;
mod files;
mod firefox;
mod journeys;
mod keyboard;
mod navigation;
mod netlog;
mod page;
mod paper;
mod paste;
mod privacy;
mod server;
mod settings;
mod several;
mod storage;
mod table;
