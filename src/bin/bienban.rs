//! The command `bienban`: minutes from files or standard input, their analysis to standard output.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    bienban::command_line::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
