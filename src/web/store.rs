//! What the page remembers on this device: language and colours, in the browser's local storage.

use web_sys::Storage;

use crate::analysis::model::Lang;
use crate::workspace::Theme;

const LANG: &str = "bienban.lang";
const THEME: &str = "bienban.theme";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Storage may be full or refused: then the choice lasts as long as the page.
fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _refused = storage.set_item(key, value);
    }
}

/// The short name of a language, as in HTML's `lang`.
pub const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    }
}

/// The language chosen before, else the browser's where the page knows it, else Vietnamese.
pub fn lang() -> Lang {
    let browser = || web_sys::window()?.navigator().language();
    match read(LANG).or_else(browser) {
        Some(code) if code.starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}

/// The colours chosen before.
pub fn theme() -> Theme {
    read(THEME).and_then(|name| Theme::named(&name)).unwrap_or_default()
}

/// Remembers the language.
pub fn keep_lang(lang: Lang) {
    write(LANG, code(lang));
}

/// Remembers the colours.
pub fn keep_theme(theme: Theme) {
    write(THEME, theme.name());
}
