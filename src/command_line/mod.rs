//! The command line: arguments, files in, analyses out.

mod report;

use std::fmt;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};

use crate::analysis::analyze;
use crate::analysis::model::{Date, Lang, Minutes, Options};
use crate::analysis::pack::{Pack, PackError};
use crate::export::csv::Separator;
use crate::export::paper::Paper;
use crate::export::{self, ExportError};
use crate::i18n;
use crate::import::{self, ImportError};
use crate::table::{Column, DateStyle, Form, Label, Table};

/// Some input could not be read, or the output not be written.
const FAILURE: u8 = 1;

const EXAMPLES: &str = "\
Examples:
  bienban minutes.txt                         groups and action table on the terminal
  bienban minutes.txt --format xlsx > a.xlsx  action table for a spreadsheet; also csv, docx, ics
  bienban --format json --date 2023-07-14 < minutes.txt
  bienban week1.txt week2.txt --format json   one array, an object for each file

Exit status: 0 all done, 1 some file could not be read or the output not be written, 2 wrong use.";

/// Reads meeting minutes and says what was achieved, what fell short, what was asked for, and who has to do what by
/// when. Vietnamese and English; nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "bienban", version, after_help = EXAMPLES)]
struct Arguments {
    /// Word, OpenDocument, web pages or text; `-` or none reads standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Date of the meeting, from which relative deadlines are counted; else it is sought in the text
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,

    /// Language of the text and of the headings; else it is told from the text
    #[arg(long, value_enum)]
    lang: Option<Language>,

    /// Phrases of your own that the analysis shall know, as described in docs/lexicon.md
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Everything, as described in docs/json.md
    Json,
    /// The groups and the action table, for reading
    Table,
    /// The action table for a spreadsheet
    Csv,
    /// The action table in Markdown
    Md,
    /// The action table as a workbook
    Xlsx,
    /// The action table as an annex for Word
    Docx,
    /// The whole analysis for Word
    Report,
    /// The dated tasks for a calendar
    Ics,
    /// The whole analysis as a page for browsers
    Html,
}

impl Format {
    /// The format of a file that holds one document; none for what can be written one after the other.
    const fn of_one(self) -> Option<export::Format> {
        match self {
            Self::Csv => Some(export::Format::Csv),
            Self::Xlsx => Some(export::Format::Xlsx),
            Self::Docx => Some(export::Format::Annex),
            Self::Report => Some(export::Format::Report),
            Self::Ics => Some(export::Format::Calendar),
            Self::Html => Some(export::Format::Html),
            Self::Json | Self::Table | Self::Md => None,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Language {
    /// Vietnamese
    Vi,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Self::Vi,
            Language::En => Self::En,
        }
    }
}

fn date(argument: &str) -> Result<Date, String> {
    argument.parse().map_err(|_| "a date looks like 2023-07-14".to_owned())
}

/// What went wrong with one file or with the output.
#[derive(Debug)]
enum Failure {
    Read(io::Error),
    Import(ImportError),
    Pack(PackError),
    Export(ExportError),
    Write(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(error) => write!(formatter, "cannot be read: {error}"),
            Self::Import(error) => error.fmt(formatter),
            Self::Pack(error) => write!(formatter, "no lexicon: {error}"),
            Self::Export(error) => error.fmt(formatter),
            Self::Write(error) => write!(formatter, "the output cannot be written: {error}"),
        }
    }
}

/// One document and its analysis.
struct Document {
    name: String,
    text: String,
    minutes: Minutes,
}

impl Document {
    fn table(&self) -> Table {
        Table::of(&self.minutes, &self.text)
    }

    fn paper(&self, format: export::Format) -> Paper {
        let columns = if format == export::Format::Csv { Column::ALL.to_vec() } else { Column::CUSTOMARY.to_vec() };
        let (lang, table, minutes) = (self.minutes.lang, self.table(), self.minutes.clone());
        let separator = Separator::Comma;
        Paper { lang, today: today(), columns, motto: false, separator, table, minutes, text: self.text.clone() }
    }

    fn object(&self) -> export::json::Document<'_> {
        export::json::Document::of(&self.minutes, &self.text, &self.table())
    }

    fn form(&self, columns: &'static [Column]) -> Form<'static> {
        let (label, dates): (&dyn Fn(Label) -> &'static str, _) = match self.minutes.lang {
            Lang::Vi => (&|label: Label| i18n::say(Lang::Vi, label.key()), DateStyle::DayMonthYear),
            Lang::En => (&|label: Label| i18n::say(Lang::En, label.key()), DateStyle::Iso),
        };
        Form { columns, label, dates, today: today() }
    }
}

/// Does what the process's arguments ask; the code is 0, 1 where some file failed, or 2 for wrong use.
pub fn run() -> ExitCode {
    let mut arguments = Arguments::parse();
    if arguments.files.is_empty() {
        arguments.files.push("-".into());
    }
    if arguments.format.of_one().is_some() && arguments.files.len() > 1 {
        let message = "such a file holds one document: give one FILE, or take --format json, md or table";
        Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    let pack = match arguments.lexicon.as_deref().map(pack).transpose() {
        Ok(pack) => pack,
        Err(failure) => {
            let path = arguments.lexicon.unwrap_or_default();
            eprintln!("bienban: {}: {failure}", name(&path));
            return ExitCode::from(FAILURE);
        }
    };
    let options = Options { date: arguments.date, lang: arguments.lang.map(Lang::from), pack };
    let mut documents = Vec::new();
    let mut failed = false;
    for path in &arguments.files {
        match read(path) {
            Ok(text) => {
                let minutes = analyze(&text, &options);
                documents.push(Document { name: name(path), text, minutes });
            }
            Err(failure) => {
                failed = true;
                eprintln!("bienban: {}: {failure}", name(path));
            }
        }
    }
    if documents.is_empty() {
        return ExitCode::from(FAILURE);
    }
    let several = arguments.files.len() > 1;
    let written = output(&documents, several, arguments.format).and_then(|bytes| print(&bytes));
    if let Err(failure) = written {
        failed = true;
        eprintln!("bienban: {failure}");
    }
    if failed { ExitCode::from(FAILURE) } else { ExitCode::SUCCESS }
}

fn is_standard_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn name(path: &Path) -> String {
    if is_standard_input(path) { "standard input".to_owned() } else { path.display().to_string() }
}

fn read(path: &Path) -> Result<String, Failure> {
    let bytes = if is_standard_input(path) {
        let mut input = io::stdin();
        if input.is_terminal() {
            eprintln!("bienban: type or paste the minutes, end with Ctrl-D; --help tells more");
        }
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    Ok(import::read(&bytes.map_err(Failure::Read)?).map_err(Failure::Import)?.text)
}

/// Reads the user's own phrases.
fn pack(path: &Path) -> Result<Pack, Failure> {
    Pack::read(&read(path)?).map_err(Failure::Pack)
}

/// Writes to standard output; a reader that has seen enough is no failure.
fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Write(error)),
        _ => Ok(()),
    }
}

fn output(documents: &[Document], several: bool, format: Format) -> Result<Vec<u8>, Failure> {
    if let (Some(format), [document]) = (format.of_one(), documents) {
        return export::write(format, &document.paper(format)).map_err(Failure::Export);
    }
    match format {
        Format::Json => json(documents, several).map_err(Failure::Export),
        Format::Md => Ok(sections(documents, several, |document| {
            export::markdown::write(&document.table(), &document.form(&Column::CUSTOMARY))
        })),
        _ => Ok(sections(documents, several, |document| {
            report::write(&document.minutes, &document.text, &document.form(&report::COLUMNS), width())
        })),
    }
}

fn json(documents: &[Document], several: bool) -> Result<Vec<u8>, ExportError> {
    #[derive(serde::Serialize)]
    struct Entry<'a> {
        file: &'a str,
        analysis: export::json::Document<'a>,
    }
    let mut bytes = match documents {
        [document] if !several => serde_json::to_vec_pretty(&document.object())?,
        _ => {
            let entries = documents.iter().map(|document| Entry { file: &document.name, analysis: document.object() });
            serde_json::to_vec_pretty(&entries.collect::<Vec<_>>())?
        }
    };
    bytes.push(b'\n');
    Ok(bytes)
}

/// The documents one after the other, under their names where there are several.
fn sections(documents: &[Document], several: bool, write: impl Fn(&Document) -> String) -> Vec<u8> {
    let section = |document: &Document| {
        let text = write(document);
        if several { format!("# {}\n\n{text}", document.name) } else { text }
    };
    documents.iter().map(section).collect::<Vec<_>>().join("\n").into_bytes()
}

/// Today's date in universal time.
fn today() -> Date {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since_epoch.as_secs() / 86_400).unwrap_or_default();
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().days(days)).unwrap_or(epoch)
}

/// Columns of the terminal, or of a page where the output goes elsewhere.
fn width() -> u16 {
    const PAGE: u16 = 120;
    terminal_size::terminal_size().map_or(PAGE, |(width, _)| width.0)
}
