//! Arguments of the commands that begin articles, follow them and rename them.

use std::path::PathBuf;

use clap::{ArgAction, Args};

use crate::status::{Limit, LimitError, State};

use super::{PlaceArguments, SiteArguments};

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(in crate::cli) struct NewArguments {
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
    /// A content type, or section, term or theme
    #[arg(value_name = "TYPE")]
    pub(in crate::cli) kind: String,
    /// Its title or name
    #[arg(value_name = "TITLE")]
    pub(in crate::cli) name: String,
    /// A key and its value
    #[arg(long, value_name = "KEY=VALUE", value_parser = pair)]
    pub(in crate::cli) set: Vec<(String, String)>,
    /// The folder below content/
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) section: Option<String>,
    /// The language that it is written in
    #[arg(long, value_name = "LANG")]
    pub(in crate::cli) language: Option<String>,
    /// The taxonomy of a new term
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) taxonomy: Option<String>,
    /// Whether readers wait
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true", action = ArgAction::Set)]
    pub(in crate::cli) draft: bool,
}

/// Arguments of `translate`.
#[derive(Debug, Args)]
pub(in crate::cli) struct TranslateArguments {
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
    /// The file of an article
    pub(in crate::cli) file: PathBuf,
    /// The language to translate to
    #[arg(long, value_name = "LANG")]
    pub(in crate::cli) to: Option<String>,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub(in crate::cli) struct StatusArguments {
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
    /// Files and folders to report on; all by default
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Content types to show
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    pub(in crate::cli) types: Vec<String>,
    /// Terms to show
    #[arg(long = "term", value_name = "TAXONOMY=TERM", value_parser = pair)]
    pub(in crate::cli) terms: Vec<(String, String)>,
    /// Terms of the taxonomy `programmes` to show
    #[arg(long, value_name = "TERM")]
    pub(in crate::cli) programme: Vec<String>,
    /// Languages to show
    #[arg(long = "language", value_name = "LANG", value_delimiter = ',')]
    pub(in crate::cli) languages: Vec<String>,
    /// States to show
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',', value_parser = state)]
    pub(in crate::cli) states: Vec<State>,
    /// Show what has changed, before and now
    #[arg(long)]
    pub(in crate::cli) diff: bool,
    /// Say that these translations are up to date
    #[arg(long, requires = "paths")]
    pub(in crate::cli) mark: bool,
    /// With --mark: what has changed is of no weight for the translation
    #[arg(long, requires = "mark")]
    pub(in crate::cli) minor: bool,
    /// End with 1 when there is such a state, or for longer than some days
    #[arg(long, value_name = "STATE[>DAYS]", value_delimiter = ',', value_parser = limit)]
    pub(in crate::cli) fail_on: Vec<Limit>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ExplainArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// A file, a folder or an address
    #[arg(value_name = "PATH-OR-URL")]
    pub(in crate::cli) target: String,
}

/// Arguments of `rename`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RenameArguments {
    #[command(flatten)]
    pub(in crate::cli) place: PlaceArguments,
    /// The file or folder of an article
    pub(in crate::cli) file: PathBuf,
    /// The new last part of its address
    #[arg(value_name = "NEW-SLUG")]
    pub(in crate::cli) new_slug: String,
    /// Show what would be done, and do nothing
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or_else(|| format!("{text}=…?"))?;
    Ok((key.trim().to_owned(), value.to_owned()))
}

fn state(text: &str) -> Result<State, String> {
    State::of_name(text).ok_or_else(|| State::ALL.map(State::name).join(", "))
}

fn limit(text: &str) -> Result<Limit, String> {
    text.parse().map_err(|_: LimitError| "stale>14d, missing, draft>30d, unpinned, current".to_owned())
}
