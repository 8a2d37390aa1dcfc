//! VNI-Windows, the encoding of fonts such as VNI-Times: a plain letter, then a western letter that stands for its marks.

use crate::analysis::letters;

const GRAVE: char = '\u{300}';
const ACUTE: char = '\u{301}';
const HOOK: char = '\u{309}';
const TILDE: char = '\u{303}';
const DOT: char = '\u{323}';
const CIRCUMFLEX: char = '\u{302}';
const BREVE: char = '\u{306}';

/// The marks that a western letter stands for behind any vowel, or behind `a`, `e` and `o`, or behind `a` alone.
const MARKS: [(char, &str, &[char]); 17] = [
    ('ù', "aeouyôö", &[ACUTE]),
    ('ø', "aeouyôö", &[GRAVE]),
    ('û', "aeouyôö", &[HOOK]),
    ('õ', "aeouyôö", &[TILDE]),
    ('ï', "aeouyôö", &[DOT]),
    ('â', "aeo", &[CIRCUMFLEX]),
    ('á', "aeo", &[CIRCUMFLEX, ACUTE]),
    ('à', "aeo", &[CIRCUMFLEX, GRAVE]),
    ('å', "aeo", &[CIRCUMFLEX, HOOK]),
    ('ã', "aeo", &[CIRCUMFLEX, TILDE]),
    ('ä', "aeo", &[CIRCUMFLEX, DOT]),
    ('ê', "a", &[BREVE]),
    ('é', "a", &[BREVE, ACUTE]),
    ('è', "a", &[BREVE, GRAVE]),
    ('ú', "a", &[BREVE, HOOK]),
    ('ü', "a", &[BREVE, TILDE]),
    ('ë', "a", &[BREVE, DOT]),
];

/// Western letters that stand for a Vietnamese one by themselves.
const LETTERS: [(char, char); 8] =
    [('ñ', 'đ'), ('ô', 'ơ'), ('ö', 'ư'), ('æ', 'ỉ'), ('ó', 'ĩ'), ('ò', 'ị'), ('î', 'ỵ'), ('ð', 'đ')];

/// Reads text whose letters are those of a VNI font.
pub(super) fn read(western: &str) -> String {
    let mut text = String::with_capacity(western.len());
    let mut characters = western.chars().peekable();
    while let Some(character) = characters.next() {
        let base = lower(character);
        let letter = letter_of(character);
        let marks = characters.peek().and_then(|next| marks_behind(base, *next));
        let joined =
            marks.and_then(|marks| marks.iter().try_fold(letter, |letter, mark| letters::compose(letter, *mark)));
        match joined {
            Some(joined) => {
                characters.next();
                text.push(joined);
            }
            None => text.push(letter),
        }
    }
    text
}

fn lower(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

fn letter_of(character: char) -> char {
    let base = lower(character);
    let Some((_, letter)) = LETTERS.iter().find(|(western, _)| *western == base) else { return character };
    if base == character { *letter } else { letter.to_uppercase().next().unwrap_or(*letter) }
}

fn marks_behind(base: char, next: char) -> Option<&'static [char]> {
    let next = lower(next);
    MARKS.iter().find(|(western, bases, _)| *western == next && bases.contains(base)).map(|(_, _, marks)| *marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stand_behind_their_letters() {
        assert_eq!(read("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
        assert_eq!(
            read("Ñôn vò baùo caùo keát quaû tröôùc ngaøy 30/9; chaêm lo, laëng leõ"),
            "Đơn vị báo cáo kết quả trước ngày 30/9; chăm lo, lặng lẽ"
        );
        assert_eq!(read("SÔÛ Y TEÁ, UÛY BAN"), "SỞ Y TẾ, ỦY BAN");
    }
}
