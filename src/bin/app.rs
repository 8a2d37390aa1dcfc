//! The page.

#[cfg(target_arch = "wasm32")]
fn main() {
    bienban::web::open_page();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
