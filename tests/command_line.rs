//! The command as a user runs it.
#![cfg(not(target_arch = "wasm32"))]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn bienban(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_bienban"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    child.stdin.take().expect("a pipe").write_all(input).expect("the command reads");
    child.wait_with_output().expect("the command ends")
}

fn file(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a temporary file");
    path.to_str().expect("a plain path").to_owned()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

const MINUTES: &str = "Ông Lê Văn A chỉ đạo: Sở Y tế khẩn trương hoàn thành báo cáo trước ngày 30/8/2023.\n";

#[test]
fn one_file_gives_one_object_whose_offsets_count_characters() {
    let output = bienban(&["--format", "json", &file("one.txt", MINUTES.as_bytes())], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let object: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(object["version"], 1);
    let item = &object["items"][0];
    let place = |field: &str| usize::try_from(item[field].as_u64().expect("a number")).expect("small");
    let words: String = MINUTES.chars().take(place("end")).skip(place("start")).collect();
    assert_eq!(item["text"], words);
    assert_eq!(item["category"], "directive");
}

#[test]
fn several_files_give_an_array_with_their_names() {
    let first = file("first.txt", MINUTES.as_bytes());
    let second = file("second.txt", "Đạt kế hoạch.".as_bytes());
    let output = bienban(&["--format", "json", &first, &second], b"");
    let array: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!([&array[0]["file"], &array[1]["file"]], [&first, &second]);
    assert_eq!(array[0]["analysis"]["version"], 1);
    let output = bienban(&["--format", "md", &first, &second], b"");
    for heading in [format!("# {first}\n"), format!("# {second}\n")] {
        assert!(text(&output.stdout).contains(&heading));
    }
}

#[test]
fn standard_input_is_read_with_or_without_its_name() {
    let named = bienban(&["-", "--format", "csv"], MINUTES.as_bytes());
    let unnamed = bienban(&["--format", "csv"], MINUTES.as_bytes());
    assert_eq!(named.stdout, unnamed.stdout);
    assert!(text(&named.stdout).starts_with("\u{feff}STT,"));
    assert!(text(&named.stdout).contains("Sở Y tế"));
}

#[test]
fn the_language_asked_for_gives_the_headings() {
    let output = bienban(&["--lang", "en", "--format", "table"], b"ACTION: Ann to send the budget.\n");
    assert!(text(&output.stdout).contains("Directives: "), "{}", text(&output.stdout));
}

#[test]
fn a_file_that_fails_is_named_and_the_others_are_done() {
    let good = file("good.txt", MINUTES.as_bytes());
    let picture = file("picture.txt", b"\x89PNG\r\n\x1a\n\0\0");
    let output = bienban(&["--format", "json", &picture, "absent.txt", &good], b"");
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains(&format!("{picture}: the file is a picture")), "{errors}");
    assert!(errors.contains("absent.txt: cannot be read"), "{errors}");
    let array: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(array.as_array().map(Vec::len), Some(1));
}

#[test]
fn wrong_use_says_how_it_is_right() {
    for (arguments, advice) in [
        (&["--date", "14/7/2023"][..], "2023-07-14"),
        (&["--format", "xml"], "csv"),
        (&["--format", "csv", "a.txt", "b.txt"], "one FILE"),
    ] {
        let output = bienban(arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(advice), "{}", text(&output.stderr));
    }
    assert_eq!(bienban(&[], b"").status.code(), Some(1), "nothing to read");
}

#[test]
fn an_own_lexicon_is_heard_and_a_bad_one_refused() {
    let minutes = file("own.txt", "Giám đốc ốp ngay Đội Xung Kích 3 dọn kho.\n".as_bytes());
    let good = file("own.json", r#"{"cues": {"order": ["ốp ngay"]}, "actors": ["Đội Xung Kích 3"]}"#.as_bytes());
    let output = bienban(&["--format", "json", "--lang", "vi", "--lexicon", &good, &minutes], b"");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let object: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(object["items"][0]["actor"], "Đội Xung Kích 3");
    let bad = file("bad.json", br#"{"cues": {"order": "x"}}"#);
    let output = bienban(&["--lexicon", &bad, &minutes], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("bad.json: no lexicon: line 1, column"), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty());
}

#[test]
fn the_documented_lexicon_is_one() {
    let page = include_str!("../docs/lexicon.md");
    let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let pack = bienban::analysis::pack::Pack::read(example).expect("a pack");
    assert!(
        pack.lists()
            .iter()
            .all(|(list, phrases)| !phrases.is_empty() && page.contains(list.split('.').next().unwrap()))
    );
}
