//! The numbers of lists: digits, letters, Roman.

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Numeral {
    /// 1, 2, 3
    #[default]
    Digits,
    /// 01, 02, 03
    PaddedDigits,
    /// a, b, … z, aa, bb
    SmallLetter,
    /// A, B, C
    CapitalLetter,
    /// i, ii, iii
    SmallRoman,
    /// I, II, III
    CapitalRoman,
    /// Not at all.
    Nothing,
}

impl Numeral {
    /// By its name in Word documents.
    pub fn of_word(name: &str) -> Self {
        match name {
            "decimalZero" => Self::PaddedDigits,
            "lowerLetter" => Self::SmallLetter,
            "upperLetter" => Self::CapitalLetter,
            "lowerRoman" => Self::SmallRoman,
            "upperRoman" => Self::CapitalRoman,
            "none" => Self::Nothing,
            _ => Self::Digits,
        }
    }

    /// By its example in OpenDocument and HTML.
    pub fn of_example(example: &str) -> Self {
        match example {
            "a" => Self::SmallLetter,
            "A" => Self::CapitalLetter,
            "i" => Self::SmallRoman,
            "I" => Self::CapitalRoman,
            "" => Self::Nothing,
            _ => Self::Digits,
        }
    }

    /// Writes `number`.
    pub fn write(self, number: u32) -> String {
        match self {
            Self::Digits => number.to_string(),
            Self::PaddedDigits => format!("{number:02}"),
            Self::SmallLetter => letters(number),
            Self::CapitalLetter => letters(number).to_uppercase(),
            Self::SmallRoman => roman(number).to_lowercase(),
            Self::CapitalRoman => roman(number),
            Self::Nothing => String::new(),
        }
    }
}

/// After z come aa, bb, …
fn letters(number: u32) -> String {
    let place = number.saturating_sub(1);
    let letter = char::from_u32(u32::from('a') + place % 26).unwrap_or('a');
    std::iter::repeat_n(letter, 1 + (place / 26).min(20) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(4999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_romans() {
        assert_eq!([letters(1), letters(26), letters(28)], ["a", "z", "bb"]);
        assert_eq!([roman(4), roman(19), roman(1999)], ["IV", "XIX", "MCMXCIX"]);
    }
}
