//! Scores the analyzer against a gold corpus: analyses each document, then calls the corpus's own `score.py`.

use std::{
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{
    calibration::Calibration,
    failure::{Failure, Result},
    steps::{announce, cargo, command, root, run},
};

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// Scores both languages of the corpus that `arguments` name.
pub fn score(arguments: &[String]) -> Result<()> {
    let request = Request::read(arguments)?;
    let corpus = if request.more { request.corpus.join("more") } else { request.corpus };
    let Some(script) = corpus.ancestors().map(|folder| folder.join("score.py")).find(|path| path.is_file()) else {
        println!("No gold corpus in {}: nothing to score.", corpus.display());
        return Ok(());
    };
    announce("Building the analyzer", "a minute the first time");
    run(&mut cargo(["build", "--quiet", "--release", "--bin", "bienban"]))?;
    for language in LANGUAGES {
        let gold = corpus.join(language);
        if !gold.is_dir() {
            println!("No gold corpus in {}: skipped.", gold.display());
            continue;
        }
        announce(&format!("Scoring {}", gold.display()), "seconds");
        let predicted = env::temp_dir().join(format!("bienban-score-{}-{language}", std::process::id()));
        fs::create_dir_all(&predicted).map_err(Failure::at(&predicted))?;
        let scored = analyse(&gold, language, &predicted)
            .and_then(|()| run(command("python3", [&script, &gold, &predicted]).args(&request.options)))
            .and_then(|()| Calibration::read(&gold, &predicted));
        fs::remove_dir_all(&predicted).map_err(Failure::at(&predicted))?;
        println!("{}", scored?);
    }
    Ok(())
}

/// Fits the weight tables; the fitting crate reads the rest of the line.
pub fn fit(arguments: &[String]) -> Result<()> {
    announce("Fitting", "some minutes");
    let fixed = ["run", "--quiet", "--release", "--package", "fit", "--"];
    run(cargo(fixed).args(arguments))
}

struct Request {
    corpus: PathBuf,
    more: bool,
    options: Vec<String>,
}

impl Request {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut request =
            Self { corpus: root().with_file_name("shared").join("corpus"), more: false, options: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--more" => request.more = true,
                "--errors" => {
                    let count = arguments.next().filter(|count| count.parse::<u32>().is_ok());
                    let count = count.ok_or_else(|| Failure::Usage("--errors takes a number".to_owned()))?;
                    request.options.extend([argument.clone(), count.clone()]);
                }
                "--per-document" => request.options.push(argument.clone()),
                option if option.starts_with('-') => return Err(Failure::Usage(format!("unknown option {option}"))),
                folder => request.corpus = PathBuf::from(folder),
            }
        }
        Ok(request)
    }
}

/// Writes the analysis of each document in `gold` to `predicted`.
fn analyse(gold: &Path, language: &str, predicted: &Path) -> Result<()> {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let analyzer = folder.join("release").join(format!("bienban{}", env::consts::EXE_SUFFIX));
    for entry in fs::read_dir(gold).map_err(Failure::at(gold))? {
        let path = entry.map_err(Failure::at(gold))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".gold.json")) else { continue };
        let result = predicted.join(format!("{name}.json"));
        let mut analyse = Command::new(&analyzer);
        analyse.arg(gold.join(format!("{name}.txt"))).args(["--format", "json", "--lang", language]);
        if let Some(date) = meeting_date(&path)? {
            analyse.args(["--date", &date]);
        }
        run(analyse.stdout(File::create(&result).map_err(Failure::at(&result))?))?;
    }
    Ok(())
}

fn meeting_date(gold: &Path) -> Result<Option<String>> {
    let text = fs::read_to_string(gold).map_err(Failure::at(gold))?;
    let gold: Value = serde_json::from_str(&text).map_err(|problem| Failure::form(gold, problem.to_string()))?;
    Ok(gold["meeting_date"].as_str().map(str::to_owned))
}
