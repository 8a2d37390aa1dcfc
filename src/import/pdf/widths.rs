//! Widths of letters in the one form that the library reads: it takes "from, to, width" for three times "from"
//! (pdf-extract 0.12), which would put letters on top of each other.

use pdf_extract::{Document, Object, ObjectId};

/// A font has no more signs than this.
const MOST: i64 = 65_536;

/// Rewrites the widths of every font of `document`.
pub(super) fn rewrite(document: &mut Document) {
    let fonts: Vec<(ObjectId, Vec<Object>)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let widths = document.dereference(object.as_dict().ok()?.get(b"W").ok()?).ok()?.1.as_array().ok()?;
            Some((*id, expanded(widths)))
        })
        .collect();
    for (id, widths) in fonts {
        if let Ok(font) = document.get_object_mut(id).and_then(Object::as_dict_mut)
            && font.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"Font")
        {
            font.set("W", widths);
        }
    }
}

/// The widths as first sign and list, again and again.
fn expanded(widths: &[Object]) -> Vec<Object> {
    let mut lists = Vec::new();
    let mut rest = widths;
    loop {
        match rest {
            [first, list @ Object::Array(_), after @ ..] => {
                lists.extend([first.clone(), list.clone()]);
                rest = after;
            }
            [first, last, width, after @ ..] => {
                if let (Ok(from), Ok(to)) = (first.as_i64(), last.as_i64()) {
                    let count = usize::try_from((to - from + 1).clamp(0, MOST)).unwrap_or_default();
                    lists.extend([first.clone(), Object::Array(vec![width.clone(); count])]);
                }
                rest = after;
            }
            _ => return lists,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_become_lists() {
        let list = |numbers: &[i64]| Object::Array(numbers.iter().map(|number| (*number).into()).collect());
        let widths = [0.into(), list(&[600, 0]), 3.into(), 5.into(), 348.into(), 9.into()];
        assert_eq!(expanded(&widths), [0.into(), list(&[600, 0]), 3.into(), list(&[348, 348, 348])]);
    }
}
