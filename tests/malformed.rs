//! Files that are broken, hostile or not what they seem: a message each, no panic, within the limits.
#![cfg(not(target_arch = "wasm32"))]

use std::io::{Cursor, Write};
use std::path::Path;

use bienban::import::{self, ImportError, Kind, LARGEST_FILE};
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const FILES: [&str; 7] = [
    "source.html",
    "libreoffice.odt",
    "libreoffice.docx",
    "libreoffice.rtf",
    "libreoffice.pdf",
    "chromium.pdf",
    "python-docx.docx",
];

fn file(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).expect("a file of tests/files")
}

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("its content");
    }
    archive.finish().expect("an archive").into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let body = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    archive(&[("word/document.xml", body.as_bytes())])
}

fn refused(bytes: &[u8]) -> ImportError {
    import::read(bytes).expect_err("it is refused")
}

#[test]
fn what_holds_no_text_says_so() {
    assert_eq!(refused(b""), ImportError::Empty);
    assert_eq!(refused(&word("<w:p/>")), ImportError::Empty);
    assert_eq!(refused(b"<html><body><p> </p></body></html>"), ImportError::Empty);
    assert_eq!(refused(br"{\rtf1 }"), ImportError::Empty);
    assert_eq!(refused(&archive(&[("a.txt", b"a")])), ImportError::Binary(Kind::Zip));
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0"), ImportError::Binary(Kind::Picture));
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), ImportError::Binary(Kind::OldOffice));
}

#[test]
fn content_decides_and_not_the_name() {
    let text = "Giao Sở Y tế báo cáo.";
    let body = format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    for bytes in [text.as_bytes().to_vec(), word(&body), format!("<!doctype html><p>{text}").into_bytes()] {
        assert_eq!(import::read(&bytes).expect("text").text, text);
    }
}

#[test]
fn bombs_and_towers_are_not_opened() {
    let zeros = vec![b' '; 20 << 20];
    assert_eq!(refused(&archive(&[("word/document.xml", &zeros)])), ImportError::Bomb);
    let tower = "<w:sdt>".repeat(100_000);
    assert_eq!(refused(&word(&tower)), ImportError::TooDeep);
    let tables = "<w:tbl><w:tr><w:tc>".repeat(100);
    assert_eq!(refused(&word(&tables)), ImportError::TooDeep);
    let parts: Vec<String> = (0..20_001).map(|number| format!("word/{number}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refused(&archive(&parts)), ImportError::Bomb);
    assert_eq!(refused(&vec![b'a'; LARGEST_FILE + 1]), ImportError::TooLarge);
}

#[test]
fn locked_files_say_so() {
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let odt = archive(&[("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    assert_eq!(refused(&odt), ImportError::Locked);
}

#[test]
fn pictures_of_pages_are_told_from_text() {
    assert_eq!(refused(&file("picture.pdf")), ImportError::Scan);
}

#[test]
fn what_a_document_hides_stays_hidden() {
    let body = "<w:p><w:r><w:t>Giao Sở Y tế </w:t></w:r><w:ins><w:r><w:t>khẩn trương </w:t></w:r></w:ins>\
        <w:del><w:r><w:delText>từ từ </w:delText><w:tab/></w:r></w:del><w:r><w:t>báo cáo.</w:t></w:r>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>\
        <w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:txbxContent><w:p><w:r><w:t>Khung</w:t></w:r></w:p>\
        </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Khung</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>\
        <w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>B¸o c¸o</w:t></w:r><w:r><w:br/><w:t>hai</w:t></w:r></w:p>";
    let text = import::read(&word(body)).expect("text").text;
    assert_eq!(text, "Khung\n\nGiao Sở Y tế khẩn trương báo cáo.\n\nBáo cáo\nhai");
}

/// Cut off at many places.
#[test]
fn halves_of_files_are_read_or_refused() {
    for name in FILES {
        let bytes = file(name);
        for part in 0..40 {
            let end = bytes.len() * part / 40;
            let _either = import::read(bytes.get(..end).expect("a part"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn flipped_bytes_are_read_or_refused(
        name in prop::sample::select(FILES.to_vec()),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    ) {
        let mut bytes = file(name);
        for (place, value) in flips {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        let _either = import::read(&bytes);
    }

    #[test]
    fn rubbish_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        for start in [&b""[..], b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1 ", b"<html>", b"MIME-Version: 1.0\r\n"] {
            let _either = import::read(&[start, &bytes].concat());
        }
    }
}
