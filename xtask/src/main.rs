//! `cargo xtask`: sets up what is missing, then runs the real tools.

fn main() {}
