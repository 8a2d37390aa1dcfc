//! The letters of each page with their places, as the library meets them.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// More letters than this are no minutes.
const MOST: usize = 20_000_000;

/// What is drawn at one place: a letter, or several that share a sign.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub text: String,
    /// From the left, in points.
    pub x: f64,
    /// From the bottom, in points.
    pub y: f64,
    pub width: f64,
    pub size: f64,
}

/// The letters of all pages so far.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub pages: Vec<Vec<Letter>>,
    count: usize,
}

impl OutputDev for Letters {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        self.pages.push(Vec::new());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if self.count > MOST {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let size = font_size * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        if let Some(page) = self.pages.last_mut() {
            page.push(Letter { text: text.to_owned(), x: place.m31, y: place.m32, width: width * size, size });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
