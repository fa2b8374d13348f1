//! `kabar stem`: what search makes of words. Needs no publication.

use std::io::{self, BufRead};

use serde_json::json;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem};
use crate::search::Analyser;
use crate::source::Sources;

use super::arguments::StemArguments;
use super::report::Report;

/// The language whose words are asked for when none is said.
const LANGUAGE: &str = "id";

pub(super) fn run(arguments: &StemArguments, lang: Option<&str>, report: &Report) -> io::Result<bool> {
    let name = lang.unwrap_or(LANGUAGE);
    let Ok(lang) = name.parse::<Lang>() else {
        let wrong = Diagnostic::nowhere(Problem::InvalidLanguage { value: name.to_owned() });
        report.diagnostics(&[wrong], &Sources::default(), json!({ "ok": false }));
        return Ok(false);
    };
    let analyser = Analyser::new(&lang);
    if !arguments.words.is_empty() {
        for word in arguments.words.iter().flat_map(|word| word.split_whitespace()) {
            say(word, &analyser, report);
        }
        return Ok(true);
    }
    // A line at a time, so that another program can ask and be answered.
    for line in io::stdin().lock().lines() {
        for word in line?.split_whitespace() {
            say(word, &analyser, report);
        }
    }
    Ok(true)
}

fn say(word: &str, analyser: &Analyser, report: &Report) {
    let analysis = analyser.analyse(word);
    if report.is_json() {
        let line = json!({ "word": word, "root": analysis.root, "candidates": analysis.candidates });
        report.print(&line.to_string());
    } else {
        report.print(&format!("{word}  {}", analysis.root));
    }
}
