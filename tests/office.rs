//! What an office program makes of the exported files, where one is installed.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bienban::analysis::analyze;
use bienban::analysis::model::{Date, Options};
use bienban::export::csv::Separator;
use bienban::export::paper::Paper;
use bienban::export::{self, Format};
use bienban::table::{Column, Table};

const MINUTES: &str = include_str!("../static/sample-vi.txt");

fn paper() -> Paper {
    let minutes = analyze(MINUTES, &Options::default());
    let table = Table::of(&minutes, MINUTES);
    let (lang, today) = (minutes.lang, Date::constant(2025, 10, 6));
    Paper {
        lang,
        today,
        columns: Column::CUSTOMARY.to_vec(),
        motto: true,
        separator: Separator::Comma,
        table,
        minutes,
        text: MINUTES.into(),
    }
}

/// The program, or nothing and a word on it.
fn office() -> Option<Command> {
    let installed = Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if installed.is_ok_and(|status| status.success()) {
        return Some(Command::new("soffice"));
    }
    eprintln!("soffice is not installed: what LibreOffice makes of the files is not tested here");
    None
}

/// The text that LibreOffice finds in `bytes`; `filter` names the form of the text.
fn converted(mut office: Command, folder: &Path, name: &str, bytes: &[u8], filter: &str) -> String {
    fs::create_dir_all(folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = office
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .args([folder, &file])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success());
    let ending = filter.split(':').next().unwrap();
    fs::read_to_string(file.with_extension(ending)).expect("a converted file")
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn the_workbook_opens_with_every_task() {
    let Some(office) = office() else { return };
    let paper = paper();
    let bytes = export::write(Format::Xlsx, &paper).unwrap();
    // Comma, quotation mark, UTF-8, from the first line, text as shown.
    let text =
        converted(office, &folder("workbook"), "tasks.xlsx", &bytes, "csv:Text - txt - csv (StarCalc):44,34,76,1");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows: Vec<Vec<String>> =
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows[1][0], "BẢNG PHÂN CÔNG NHIỆM VỤ");
    let form = paper.form();
    let tasks = &rows[rows.len() - paper.table.rows.len()..];
    for (cells, task) in tasks.iter().zip(&paper.table.rows) {
        let expected: Vec<_> = paper.columns.iter().map(|column| task.cell_text(*column, &form)).collect();
        assert_eq!(*cells, expected);
    }
}

#[test]
fn the_documents_open_with_all_their_text() {
    let Some(office) = office() else { return };
    let paper = paper();
    let form = paper.form();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bytes = export::write(Format::Annex, &paper).unwrap();
    let text = squeezed(&converted(office, &folder("annex"), "annex.docx", &bytes, "txt:Text (encoded):UTF8"));
    assert!(text.contains("Độc lập - Tự do - Hạnh phúc"), "{text}");
    for task in &paper.table.rows {
        for column in &paper.columns {
            let cell = task.cell_text(*column, &form);
            assert!(text.contains(&cell), "{cell:?} is not in {text}");
        }
    }
    let bytes = export::write(Format::Report, &paper).unwrap();
    let office = Command::new("soffice");
    let text = squeezed(&converted(office, &folder("report"), "report.docx", &bytes, "txt:Text (encoded):UTF8"));
    for item in &paper.minutes.items {
        assert!(text.contains(&paper.sentence(item.span)), "{item:?} is not in {text}");
    }
}
