//! Byte offsets counted anew for those outside: Unicode scalar values for JSON, UTF-16 code units for JavaScript.

/// Bytes between two counted places; a look-up reads at most so many.
const STRIDE: usize = 256;

/// Counts up to a byte.
#[derive(Clone, Copy, Default)]
struct Counts {
    scalars: usize,
    utf16: usize,
}

/// The characters of a text, counted once so that every later question is cheap.
pub struct Offsets<'a> {
    bytes: &'a [u8],
    /// The counts at byte 0, [`STRIDE`], 2 × [`STRIDE`], …
    marks: Vec<Counts>,
}

impl<'a> Offsets<'a> {
    /// Counts `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut counts = Counts::default();
        let mut marks = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for chunk in bytes.chunks(STRIDE) {
            marks.push(counts);
            counts.pass(chunk);
        }
        marks.push(counts);
        Self { bytes, marks }
    }

    /// Unicode scalar values before the byte `at`; beyond the end, all of them.
    pub fn scalars(&self, at: usize) -> usize {
        self.counts(at).scalars
    }

    /// UTF-16 code units before the byte `at`; beyond the end, all of them.
    pub fn utf16(&self, at: usize) -> usize {
        self.counts(at).utf16
    }

    fn counts(&self, at: usize) -> Counts {
        let at = at.min(self.bytes.len());
        let mark = at / STRIDE;
        let mut counts = self.marks.get(mark).copied().unwrap_or_default();
        counts.pass(self.bytes.get(mark * STRIDE..at).unwrap_or_default());
        counts
    }
}

impl Counts {
    /// Counts the characters that start in `bytes`; those of four bytes are two code units in UTF-16.
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            let starts = usize::from(byte & 0xc0 != 0x80);
            self.scalars += starts;
            self.utf16 += starts + usize::from(*byte >= 0xf0);
        }
    }
}

/// The byte of `text` at which the UTF-16 code unit `at` stands; the end where `text` is shorter.
pub fn byte_of_utf16(text: &str, at: usize) -> usize {
    let mut units = 0;
    let mut characters = text.char_indices();
    let character = characters.find(|(_, character)| {
        let before = units;
        units += character.len_utf16();
        before >= at
    });
    character.map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_the_standard_library_at_every_character() {
        let text = "Sở Y tế 🙂\r\nxong. ".repeat(60);
        let offsets = Offsets::new(&text);
        for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            let before = text.get(..at).unwrap();
            assert_eq!(offsets.scalars(at), before.chars().count());
            assert_eq!(offsets.utf16(at), before.encode_utf16().count());
        }
        assert_eq!(offsets.scalars(usize::MAX), text.chars().count());
    }

    #[test]
    fn a_code_unit_leads_back_to_its_byte() {
        let text = "Sở 🙂 xong";
        let offsets = Offsets::new(text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(byte_of_utf16(text, offsets.utf16(at)), at);
        }
        assert_eq!(byte_of_utf16(text, 999), text.len());
    }

    #[test]
    fn a_text_as_long_as_the_stride_has_no_hole_at_its_end() {
        for length in [0, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE] {
            let text = "x".repeat(length);
            assert_eq!(Offsets::new(&text).scalars(length), length);
        }
    }
}
