//! How the letters of a text are coded: the encodings of old Vietnamese fonts, told by what comes out Vietnamese.

use serde::{Deserialize, Serialize};

use super::syllables::Count;
use super::{tcvn3, vni, windows};

/// How letters are coded in a text that is not plain Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As they look: nothing has to be repaired.
    AsItIs,
    /// TCVN3, of fonts such as .VnTime.
    Tcvn3,
    /// VNI-Windows, of fonts such as VNI-Times.
    Vni,
    /// The Vietnamese code page of Windows.
    Windows1258,
}

/// The start of a text tells its encoding; so many bytes of it are read.
const SAMPLE: usize = 200_000;
/// So many words have to come out right.
const ENOUGH: usize = 2;

impl Encoding {
    /// All that a reader may choose from.
    pub const ALL: [Self; 4] = [Self::AsItIs, Self::Tcvn3, Self::Vni, Self::Windows1258];

    /// The name for attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AsItIs => "as-it-is",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// The encoding of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// The encoding in which most words of `text` are Vietnamese; [`Encoding::AsItIs`] where `text` is fine or nothing
    /// makes it Vietnamese.
    pub fn of(text: &str) -> Self {
        let end = (0..=text.len().min(SAMPLE)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let sample = text.get(..end).unwrap_or_default();
        if sample.is_ascii() {
            return Self::AsItIs;
        }
        let before = Count::of(sample);
        if before.wrong * 5 <= before.right {
            return Self::AsItIs;
        }
        let readings = Self::ALL.into_iter().skip(1).map(|encoding| (encoding, Count::of(&encoding.read(sample))));
        let good = readings.filter(|(_, count)| count.right >= ENOUGH && count.wrong * 5 <= count.right);
        let best = good.max_by_key(|(_, count)| count.right.saturating_sub(count.wrong));
        best.filter(|(_, count)| count.right > before.right).map_or(Self::AsItIs, |(encoding, _)| encoding)
    }

    /// The encoding of a font, by its name.
    pub fn of_font(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        if name.starts_with(".vn") {
            Self::Tcvn3
        } else if name.starts_with("vni") {
            Self::Vni
        } else {
            Self::AsItIs
        }
    }

    /// `text`, whose letters are coded so, in Unicode with composed letters.
    pub fn read(self, text: &str) -> String {
        match self {
            Self::AsItIs => text.to_owned(),
            Self::Tcvn3 => tcvn3::read(text),
            Self::Vni => vni::read(text),
            Self::Windows1258 => windows::vietnamese(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_told_by_what_comes_out() {
        assert_eq!(Encoding::of("Giao Së Y tÕ b¸o c¸o kÕt qu¶"), Encoding::Tcvn3);
        assert_eq!(Encoding::of("Giao Sôû Y teá baùo caùo keát quaû"), Encoding::Vni);
        assert_eq!(Encoding::of("Giao SõÒ Y têì baìo caìo kêìt quaÒ"), Encoding::Windows1258);
    }

    #[test]
    fn what_is_fine_or_of_another_language_stays() {
        for text in [
            "",
            "Plain minutes of a meeting.",
            "Giao Sở Y tế báo cáo kết quả",
            "Le comité a été réuni à Genève; le procès-verbal a été approuvé après délibération.",
            "Die Sitzung wurde um 10 Uhr eröffnet; die Anträge für den Ausschuß liegen vor.",
            "Năng suất 5,2 tấn/ha, diện tích 300 m², nhiệt độ 25 °C.",
            "«Café» naïve",
        ] {
            assert_eq!(Encoding::of(text), Encoding::AsItIs, "{text}");
        }
    }

    #[test]
    fn fonts_tell_their_encoding() {
        assert_eq!(Encoding::of_font(".VnTimeH"), Encoding::Tcvn3);
        assert_eq!(Encoding::of_font("VNI-Times"), Encoding::Vni);
        assert_eq!(Encoding::of_font("Times New Roman"), Encoding::AsItIs);
    }
}
