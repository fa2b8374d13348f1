//! `kabar stem`: what search makes of words. Needs no publication; in one it knows the publication's
//! own words.

use std::io::{self, BufRead};
use std::path::PathBuf;

use serde_json::json;

use crate::base::Lang;
use crate::config;
use crate::diagnostic::{Diagnostic, Problem};
use crate::search::{Analyser, Vocabulary};
use crate::source::{Root, Sources};
use crate::workspace::{self, Clock, Options};

use super::arguments::StemArguments;
use super::now;
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
    let analyser = Analyser::with(&lang, &vocabulary(arguments, &lang)?);
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

/// The words that the publication has of its own, if there is one; none when what is wrong with it
/// leaves none to know.
fn vocabulary(arguments: &StemArguments, lang: &Lang) -> io::Result<Vocabulary> {
    let folder = arguments.root.clone().unwrap_or_else(|| PathBuf::from("."));
    let Some(root) = Root::around(&folder.join(config::FILE)) else {
        return Ok(Vocabulary::default());
    };
    let options = Options { clock: Clock::At(now()), shows_drafts: true, origin: None };
    let workspace = workspace::load(root, &options)?;
    let site = workspace.snapshot.as_ref().map(|snapshot| &snapshot.site);
    let known = site.and_then(|site| Some(Vocabulary::of(site, site.lang_id(lang)?)));
    Ok(known.unwrap_or_default())
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
