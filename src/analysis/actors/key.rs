//! The normal form of a name, by which rows of one body are grouped: short forms written out, small letters, one way to
//! place tones, without articles, titles, "and" and marks.

use std::sync::LazyLock;

use crate::analysis::lexicon::Lexicon;
use crate::analysis::model::Lang;
use crate::analysis::own::Own;
use crate::analysis::words::{self, Kind, Word};

/// Group of the words that say nothing of who it is.
const NOTHING: &str = "-";

fn names(lang: Lang) -> &'static Lexicon {
    static VI: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::read(&[include_str!("../../../lexicon/vi/abbreviations.txt")]));
    static EN: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::read(&[include_str!("../../../lexicon/en/abbreviations.txt")]));
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// The key of a name; `own` holds the short forms that the user knows.
pub fn of(name: &str, lang: Lang, own: Option<&Own>) -> String {
    let (words, names) = (plain(name), names(lang));
    let mut key: Vec<String> = Vec::with_capacity(words.len());
    let mut index = 0;
    while let Some(word) = words.get(index) {
        let own = own.and_then(|own| full(&own.abbreviations, &words, index));
        match own.or_else(|| full(names, &words, index)) {
            // A name that consists of such words alone keeps them.
            Some((end, NOTHING)) if !key.is_empty() || end < words.len() => index = end,
            Some((end, full)) if full != NOTHING => {
                key.extend(plain(full).iter().map(|word| words::fold(word.of(full))).filter(|word| !is_joint(word)));
                index = end;
            }
            _ => {
                key.push(words::fold(word.of(name)));
                index += 1;
            }
        }
    }
    key.join(" ")
}

/// The full form of the longest short form at `index`, and one past its last word.
fn full<'l>(names: &'l Lexicon, words: &[Word], index: usize) -> Option<(usize, &'l str)> {
    let (end, groups) = names.longest(words, index)?;
    Some((end, names.group_name(*groups.first()?)))
}

fn is_joint(word: &str) -> bool {
    matches!(word, "và" | "and")
}

/// The words of a name without marks.
fn plain(name: &str) -> Vec<Word> {
    let mut words = words::split(name);
    words.retain(|word| matches!(word.kind, Kind::Letters | Kind::Digits));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_body_has_one_key() {
        for (lang, same) in [
            (Lang::Vi, &["Sở KH&ĐT", "sở KHĐT", "Sở Kế hoạch và Đầu tư", "SỞ KẾ HOẠCH - ĐẦU TƯ", "Sở KH-ĐT"][..]),
            (Lang::Vi, &["UBND xã Hoà Bình", "Uỷ ban nhân dân xã Hòa Bình", "Ủy ban Nhân dân xã Hoà Bình"]),
            (Lang::Vi, &["TP.HCM", "Thành phố Hồ Chí Minh", "TP. HCM", "Tp Hồ Chí Minh"]),
            (Lang::Vi, &["đồng chí Lê Văn A", "ông Lê Văn A", "đ/c Lê Văn A", "Lê Văn A"]),
            (Lang::Vi, &["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN và PTNT"]),
            (Lang::Vi, &["Công ty TNHH Bình An", "công ty trách nhiệm hữu hạn Bình An"]),
            (Lang::En, &["the Board", "Board", "the board", "The Board"]),
            (Lang::En, &["Finance Dept.", "the finance department"]),
            (Lang::En, &["Health & Safety Committee", "the Health and Safety Committee"]),
            (Lang::En, &["Mr. Green", "Green"]),
        ] {
            let keys: Vec<_> = same.iter().map(|name| of(name, lang, None)).collect();
            assert!(keys.iter().all(|key| *key == keys[0]), "{same:?}: {keys:?}");
        }
    }

    #[test]
    fn different_bodies_have_different_keys() {
        for (lang, left, right) in [
            (Lang::Vi, "UBND xã A", "UBND xã B"),
            (Lang::Vi, "Sở Tài chính", "Phòng Tài chính"),
            (Lang::Vi, "các sở", "sở"),
            (Lang::Vi, "ông", "bà"),
            (Lang::En, "the board", "the board chair"),
        ] {
            assert_ne!(of(left, lang, None), of(right, lang, None), "{left}, {right}");
        }
        assert!(!of("The", Lang::En, None).is_empty());
    }
}
