//! Leaves out of a WebAssembly module what only a debugger reads: the names of functions, and who produced it.

/// The custom sections that a released page has no use for.
const NEEDLESS: [&[u8]; 2] = [b"name", b"producers"];

/// `module` without the needless sections; `None` if it is not a WebAssembly module of version 1.
pub fn without_names(module: &[u8]) -> Option<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(8)?;
    if header != b"\0asm\x01\0\0\0" {
        return None;
    }
    let mut kept = header.to_vec();
    while let Some((&kind, after_kind)) = rest.split_first() {
        let (length, content) = number(after_kind)?;
        let (content, next) = content.split_at_checked(length)?;
        let is_custom = kind == 0;
        if !(is_custom && NEEDLESS.contains(&name(content)?)) {
            kept.extend_from_slice(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    Some(kept)
}

/// The name at the start of a custom section.
fn name(content: &[u8]) -> Option<&[u8]> {
    let (length, rest) = number(content)?;
    rest.get(..length)
}

/// The LEB128 number at the start of `bytes`, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(index + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";

    #[test]
    fn names_go_and_the_rest_stays() {
        let code = [1, 2, 60, 61];
        let features = [b"\0\x10\x0ftarget_features".as_slice()].concat();
        let names = [b"\0\x87\0\x04nameab".as_slice()].concat();
        let producers = b"\0\x0a\x09producers".as_slice();
        let module = [HEADER, &names, &code, producers, &features].concat();
        assert_eq!(without_names(&module), Some([HEADER, &code, &features].concat()));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(without_names(b"<html>"), None);
        assert_eq!(without_names(b"\0asm\x02\0\0\0"), None);
        assert_eq!(without_names(&[HEADER, &[0, 200, 1]].concat()), None);
    }
}
