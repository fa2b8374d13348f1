//! What can be asked of the program.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::status::{Limit, LimitError, State};

/// Builds bilingual news sites from Markdown.
#[derive(Debug, Parser)]
#[command(name = "kabar", version, disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Language of messages: id or en
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<String>,
    /// How diagnostics are written
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// Say only what is wrong
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    /// Workflow commands of GitHub
    Github,
    /// SARIF 2.1.0
    Sarif,
    /// A table, for `status` alone
    Csv,
    /// A page, for `status` alone
    Html,
}

impl Format {
    /// Says whether only tables are written so.
    pub(super) fn is_of_boards(self) -> bool {
        matches!(self, Self::Csv | Self::Html)
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the whole site
    Build(BuildArguments),
    /// Say everything that is wrong, write nothing
    Check(CheckArguments),
    /// Begin a new publication
    Init(InitArguments),
    /// Begin an article, a section, a term or a theme
    New(NewArguments),
    /// Make the twin of an article in another language
    Translate(TranslateArguments),
    /// Say how translations stand
    Status(StatusArguments),
    /// Say why a page is where it is and as it is
    Explain(ExplainArguments),
    /// Give an article another address, and mend what leads to it
    Rename(RenameArguments),
    /// Show the site while you write it
    Serve(ServeArguments),
    /// List every URL of the site
    Routes(RoutesArguments),
    /// Print what templates may see, as Markdown
    Contract,
    /// Write JSON Schemas for editing programs
    Schema(SchemaArguments),
    /// Set up a Git-based CMS
    Cms(CmsArguments),
    /// Print completions for a shell
    Completions(CompletionsArguments),
    /// Write manual pages
    Man(ManArguments),
    /// Search the publication as readers do
    Search(SearchArguments),
    /// Show the roots of words, as search finds them
    Stem(StemArguments),
    /// Talk with an editing program: the Language Server Protocol over standard input and output
    Lsp(LspArguments),
}

/// Which publication, and how it is seen.
#[derive(Debug, Clone, Args)]
pub(super) struct SiteArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(super) root: Option<PathBuf>,
    /// Address of the site, in place of the configured one
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Show drafts and articles that are still to come
    #[arg(long)]
    pub(super) drafts: bool,
    /// The date or time to build for, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(super) now: Option<String>,
    /// Refuse warnings as well
    #[arg(long)]
    pub(super) strict: bool,
}

/// Which publication, for commands that look at all of it, drafts too.
#[derive(Debug, Clone, Args)]
pub(super) struct PlaceArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(super) root: Option<PathBuf>,
    /// The date or time to take for today, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(super) now: Option<String>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    #[command(flatten)]
    pub(super) place: PlaceArguments,
    /// A content type, or section, term or theme
    #[arg(value_name = "TYPE")]
    pub(super) kind: String,
    /// Its title or name
    #[arg(value_name = "TITLE")]
    pub(super) name: String,
    /// A key and its value
    #[arg(long, value_name = "KEY=VALUE", value_parser = pair)]
    pub(super) set: Vec<(String, String)>,
    /// The folder below content/
    #[arg(long, value_name = "FOLDER")]
    pub(super) section: Option<String>,
    /// The language that it is written in
    #[arg(long, value_name = "LANG")]
    pub(super) language: Option<String>,
    /// The taxonomy of a new term
    #[arg(long, value_name = "NAME")]
    pub(super) taxonomy: Option<String>,
    /// Whether readers wait
    #[arg(long, num_args = 0..=1, require_equals = true, default_value_t = true, default_missing_value = "true", action = ArgAction::Set)]
    pub(super) draft: bool,
}

/// Arguments of `translate`.
#[derive(Debug, Args)]
pub(super) struct TranslateArguments {
    #[command(flatten)]
    pub(super) place: PlaceArguments,
    /// The file of an article
    pub(super) file: PathBuf,
    /// The language to translate to
    #[arg(long, value_name = "LANG")]
    pub(super) to: Option<String>,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub(super) struct StatusArguments {
    #[command(flatten)]
    pub(super) place: PlaceArguments,
    /// Files and folders to report on; all by default
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Content types to show
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    pub(super) types: Vec<String>,
    /// Terms to show
    #[arg(long = "term", value_name = "TAXONOMY=TERM", value_parser = pair)]
    pub(super) terms: Vec<(String, String)>,
    /// Terms of the taxonomy `programmes` to show
    #[arg(long, value_name = "TERM")]
    pub(super) programme: Vec<String>,
    /// Languages to show
    #[arg(long = "language", value_name = "LANG", value_delimiter = ',')]
    pub(super) languages: Vec<String>,
    /// States to show
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',', value_parser = state)]
    pub(super) states: Vec<State>,
    /// Show what has changed, before and now
    #[arg(long)]
    pub(super) diff: bool,
    /// Say that these translations are up to date
    #[arg(long, requires = "paths")]
    pub(super) mark: bool,
    /// With --mark: what has changed is of no weight for the translation
    #[arg(long, requires = "mark")]
    pub(super) minor: bool,
    /// End with 1 when there is such a state, or for longer than some days
    #[arg(long, value_name = "STATE[>DAYS]", value_delimiter = ',', value_parser = limit)]
    pub(super) fail_on: Vec<Limit>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// A file, a folder or an address
    #[arg(value_name = "PATH-OR-URL")]
    pub(super) target: String,
}

/// Arguments of `rename`.
#[derive(Debug, Args)]
pub(super) struct RenameArguments {
    #[command(flatten)]
    pub(super) place: PlaceArguments,
    /// The file or folder of an article
    pub(super) file: PathBuf,
    /// The new last part of its address
    #[arg(value_name = "NEW-SLUG")]
    pub(super) new_slug: String,
    /// Show what would be done, and do nothing
    #[arg(long)]
    pub(super) dry_run: bool,
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

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// Folder to write to; output/ in the publication by default
    #[arg(long, short, value_name = "FOLDER")]
    pub(super) output: Option<PathBuf>,
    /// Build again whenever a file changes
    #[arg(long)]
    pub(super) watch: bool,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(super) root: Option<PathBuf>,
    /// Address of the site, in place of the configured one
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// The date or time to build for, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(super) now: Option<String>,
    /// Show drafts and articles that are still to come; so it is by default
    #[arg(long, overrides_with = "no_drafts")]
    pub(super) drafts: bool,
    /// Show only what readers see
    #[arg(long)]
    pub(super) no_drafts: bool,
    /// Port of the preview; the next free one if it is taken
    #[arg(long, short, value_name = "NUMBER", default_value_t = 1111)]
    pub(super) port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Let other devices of the network see the preview
    #[arg(long)]
    pub(super) lan: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// Files and folders to report on; all by default
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Check the theme alone: what it lacks
    #[arg(long)]
    pub(super) theme: bool,
    /// Ask other sites whether links to them still hold
    #[arg(long)]
    pub(super) external: bool,
    /// Use no network: of other sites only what is remembered
    #[arg(long)]
    pub(super) offline: bool,
}

/// Arguments of `routes`.
#[derive(Debug, Args)]
pub(super) struct RoutesArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// config, terms, media, section or a content type; all by default
    #[arg(value_name = "WHAT")]
    pub(super) what: Option<String>,
    /// Folder to write to
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

/// Arguments of `cms`.
#[derive(Debug, Args)]
pub(super) struct CmsArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// The program: sveltia or decap
    #[arg(value_enum)]
    pub(super) vendor: CmsVendor,
    /// Where texts are kept: github, gitlab, git-gateway or trial
    #[arg(long, value_name = "NAME", default_value = "github")]
    pub(super) backend: String,
    /// The repository, as owner/name
    #[arg(long, value_name = "OWNER/NAME")]
    pub(super) repository: Option<String>,
    /// The branch that is written to
    #[arg(long, value_name = "NAME", default_value = "main")]
    pub(super) branch: String,
    /// Address of the service that lets editors in
    #[arg(long, value_name = "URL")]
    pub(super) auth: Option<String>,
    /// Work on the files of this machine as well (Decap)
    #[arg(long)]
    pub(super) local: bool,
    /// Where the page finds the program; beside itself by default
    #[arg(long, value_name = "URL")]
    pub(super) script: Option<String>,
    /// Write into every original which language it was written in
    #[arg(long)]
    pub(super) mark_originals: bool,
    /// Write over files that others made
    #[arg(long)]
    pub(super) force: bool,
    /// Folder to write to; static/admin/ by default
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

/// A Git-based CMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CmsVendor {
    Sveltia,
    Decap,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

/// A shell that completes commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub(super) struct ManArguments {
    /// Folder to write to
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: PathBuf,
}

/// Arguments of `lsp`.
#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// As it always is; many editing programs say it
    #[arg(long)]
    stdio: bool,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub(super) struct InitArguments {
    /// The folder to make
    pub(super) folder: PathBuf,
    /// Title of the publication
    #[arg(long)]
    pub(super) title: Option<String>,
    /// Time zone by its IANA name
    #[arg(long, default_value = "Asia/Makassar")]
    pub(super) timezone: String,
}

/// Arguments of `stem`.
#[derive(Debug, Args)]
pub(super) struct StemArguments {
    /// The words; from standard input when none is given
    #[arg(value_name = "WORD")]
    pub(super) words: Vec<String>,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub(super) struct SearchArguments {
    #[command(flatten)]
    pub(super) site: SiteArguments,
    /// What is asked for: words, "phrases", -word, tag:value
    #[arg(value_name = "QUERY", required = true)]
    pub(super) query: Vec<String>,
    /// Show what each word gave
    #[arg(long)]
    pub(super) explain: bool,
    /// How many answers are shown
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    pub(super) limit: usize,
}
