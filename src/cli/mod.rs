//! The command line: the only code that prints, reads the environment and knows exit codes.
//! One file a command.
//!
//! Exit codes: 0 when all is well, 1 when the publication is wrong, 2 when the world is (a disk,
//! an argument).

mod arguments;
mod board;
mod build;
mod check;
mod cms;
mod completions;
mod contract;
mod explain;
mod help;
mod hosting;
mod init;
mod lsp;
mod man;
mod new;
mod ping;
mod place;
mod rename;
mod report;
mod routes;
mod schema;
mod search;
mod status;
mod stem;
mod serve;
mod tongue;
mod translate;
mod watch;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::FromArgMatches;

use crate::base::Origin;
use crate::diagnostic::{Catalogue, Diagnostic, Problem};
use crate::source::Root;
use crate::workspace::{self, Clock, Options, Workspace};

use arguments::{Arguments, Command, PlaceArguments, SiteArguments};
use report::Report;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match read_arguments() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version come this way too; clap knows what goes where.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    if arguments.format.is_of_boards() && !matches!(arguments.command, Command::Status(_)) {
        let text = "--format csv, --format html: kabar status";
        let error = help::command(&Catalogue::new(tongue::tongue(arguments.lang.as_deref())))
            .error(clap::error::ErrorKind::ArgumentConflict, text);
        let _ = error.print();
        return ExitCode::from(2);
    }
    let tongue = tongue::tongue(arguments.lang.as_deref());
    let report = Arc::new(Report::new(Catalogue::new(tongue), arguments.format, arguments.quiet));
    match run(&arguments, &report) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            report.world(&error);
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, report: &Arc<Report>) -> io::Result<bool> {
    match &arguments.command {
        Command::Build(build) => build::run(build, report),
        Command::Check(check) => check::run(check, report),
        Command::Init(init) => init::run(init, report),
        Command::Serve(serve) => serve::run(serve, report),
        Command::New(new) => new::run(new, report),
        Command::Translate(translate) => translate::run(translate, report),
        Command::Status(status) => status::run(status, report),
        Command::Explain(explain) => explain::run(explain, report),
        Command::Rename(rename) => rename::run(rename, report),
        Command::Ping(ping) => ping::run(ping, report),
        Command::Routes(routes) => routes::run(routes, report),
        Command::Hosting(hosting) => hosting::run(hosting, report),
        Command::Contract => contract::run(report),
        Command::Schema(schema) => schema::run(schema, report),
        Command::Cms(cms) => cms::run(cms, report),
        Command::Completions(completions) => completions::run(completions, report),
        Command::Man(man) => man::run(man, report),
        Command::Search(search) => search::run(search, arguments.lang.as_deref(), report),
        Command::Stem(stem) => stem::run(stem, arguments.lang.as_deref(), report),
        Command::Lsp(_) => lsp::run(arguments.lang.as_deref().and_then(|lang| lang.parse().ok()), report),
    }
}

#[expect(clippy::disallowed_methods, reason = "the command line reads the arguments")]
fn read_arguments() -> Result<Arguments, clap::Error> {
    let words: Vec<_> = std::env::args_os().collect();
    let lang = words.iter().skip_while(|word| *word != "--lang").nth(1).and_then(|word| word.to_str());
    let tongue = tongue::tongue(lang);
    let matches = help::command(&Catalogue::new(tongue)).try_get_matches_from(words)?;
    Arguments::from_arg_matches(&matches)
}

/// Loads the publication that the arguments name.
fn load(arguments: &SiteArguments) -> io::Result<Workspace> {
    let (origin, wrong) = origin(arguments.base_url.as_deref());
    let clock = match &arguments.now {
        Some(text) => Clock::Written(text.clone()),
        None => Clock::At(now()),
    };
    let options = Options { clock, shows_drafts: arguments.drafts, origin };
    let mut workspace = workspace::load(root(arguments), &options)?;
    workspace.diagnostics.extend(wrong);
    Ok(workspace)
}

/// Loads a publication with its drafts, for commands that work on sources; none, and said why, when
/// there is nothing to work on.
fn load_all(arguments: &PlaceArguments, report: &Report) -> io::Result<Option<Workspace>> {
    let clock = arguments.now.clone().map_or_else(|| Clock::At(now()), Clock::Written);
    let folder = arguments.root.clone().unwrap_or_else(|| PathBuf::from("."));
    let options = Options { clock, shows_drafts: true, origin: None };
    let workspace = workspace::load(Root::new(folder), &options)?;
    if workspace.snapshot.is_none() {
        let errors: Vec<Diagnostic> = workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
        report.diagnostics(&errors, &workspace.sources, serde_json::json!({ "ok": false }));
        return Ok(None);
    }
    Ok(Some(workspace))
}

/// Reads the address that is to stand in place of the configured one.
fn origin(written: Option<&str>) -> (Option<Origin>, Option<Diagnostic>) {
    match written.map(|text| Origin::new(text).map_err(|_| text)) {
        None => (None, None),
        Some(Ok(origin)) => (Some(origin), None),
        Some(Err(text)) => (None, Some(Diagnostic::nowhere(Problem::InvalidUrl { value: text.to_owned() }))),
    }
}

/// What time it is.
#[expect(clippy::disallowed_methods, reason = "the command line reads the clock")]
fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// The folder of the publication that the arguments name.
fn root(arguments: &SiteArguments) -> Root {
    Root::new(arguments.root.clone().unwrap_or_else(|| PathBuf::from(".")))
}
