//! Biên Bản reads meeting minutes and says what was achieved, what fell short, what was asked for, and who has to do
//! what by when.
//!
//! ```text
//! text ─normalise→ Text ─words→ Word ─blocks→ Block ─statements→ Statement ─cues→ Cue
//!      ─discourse→ Frame ─items→ Item ─fields (actors, dates)→ Minutes ─table→ Table ─export→ bytes
//! ```
//!
//! ```
//! use bienban::analysis::{analyze, model::{Category, Options}};
//!
//! let minutes = analyze("Ông Lê Văn A chỉ đạo: Sở Y tế khẩn trương hoàn thành báo cáo.", &Options::default());
//! assert_eq!(minutes.items[0].category, Category::Directive);
//! ```
pub mod analysis;
pub mod collation;
#[cfg(not(target_arch = "wasm32"))]
pub mod command_line;
pub mod day;
pub mod export;
pub mod i18n;
pub mod import;
#[cfg(all(target_arch = "wasm32", feature = "javascript"))]
pub mod javascript;
pub mod offsets;
pub mod protocol;
pub mod status;
pub mod table;
#[cfg(target_arch = "wasm32")]
pub mod web;
pub mod workspace;
