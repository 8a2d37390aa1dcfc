//! The worker that reads and writes the formats of office programs; the page loads it when one is first needed.

#[cfg(target_arch = "wasm32")]
fn main() {
    bienban::web::converter::serve();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
