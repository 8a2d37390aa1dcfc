//! The worker that analyses, so that the page never waits.

#[cfg(target_arch = "wasm32")]
fn main() {
    bienban::web::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
