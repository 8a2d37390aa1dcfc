//! TCVN3 (ABC), the encoding of fonts such as .VnTime: each Vietnamese letter in the place of a western one.

/// The letters from U+00A1 on; a blank where the font has none.
const LETTERS: &str = "ĂÂÊÔƠƯĐăâêôơưđẰ\u{300}\u{309}\u{303}\u{301}\u{323}àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// Reads text whose letters are those of a TCVN3 font. The fonts for capitals (.VnTimeH) show small letters as capitals,
/// so a word whose plain letters are capitals becomes capital as a whole; one whose plain letters do not tell follows
/// the word before it.
pub(super) fn read(western: &str) -> String {
    let table: Vec<char> = LETTERS.chars().collect();
    let letter = |character: char| {
        let place = u32::from(character).checked_sub(0xa1).and_then(|place| usize::try_from(place).ok());
        place.and_then(|place| table.get(place)).copied().unwrap_or(character)
    };
    let mut text = String::with_capacity(western.len() * 3 / 2);
    let mut word = Word::default();
    for character in western.chars() {
        let read = letter(character);
        if read.is_alphabetic() {
            word.push(character, read);
        } else {
            word.end(&mut text);
            word.in_capitals &= read != '\n';
            text.push(read);
        }
    }
    word.end(&mut text);
    text
}

/// The word that is being read.
#[derive(Default)]
struct Word {
    letters: String,
    has_small: bool,
    /// Whether a plain capital stands behind the first letter.
    has_inner_capital: bool,
    /// Whether the word before was one of capitals.
    in_capitals: bool,
}

impl Word {
    fn push(&mut self, western: char, read: char) {
        self.has_small |= western.is_ascii_lowercase();
        self.has_inner_capital |= western.is_ascii_uppercase() && !self.letters.is_empty();
        self.letters.push(read);
    }

    fn end(&mut self, text: &mut String) {
        if self.letters.is_empty() {
            return;
        }
        self.in_capitals = !self.has_small && (self.has_inner_capital || self.in_capitals);
        if self.in_capitals {
            text.push_str(&self.letters.to_uppercase());
        } else {
            text.push_str(&self.letters);
        }
        self.letters.clear();
        (self.has_small, self.has_inner_capital) = (false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_take_the_places_of_western_ones() {
        assert_eq!(read("§¬n vÞ b¸o c¸o kÕt qu¶, ¸p dông tõ 01/7"), "Đơn vị báo cáo kết quả, áp dụng từ 01/7");
    }

    #[test]
    fn capitals_are_restored() {
        assert_eq!(read("CéNG HOµ X· HéI"), "CỘNG HOÀ XÃ HỘI");
        assert_eq!(read("Së Y tÕ\nUBND HUYÖN B· VÎ\nX· A"), "Sở Y tế\nUBND HUYỆN BÃ VẺ\nXã A");
    }

    #[test]
    fn the_table_has_every_place() {
        assert_eq!(LETTERS.chars().count(), 0xff - 0xa0);
    }
}
