//! What can be asked of the program.

mod articles;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub(in crate::cli) use articles::{
    ExplainArguments, NewArguments, RenameArguments, StatusArguments, TranslateArguments,
};

/// Builds bilingual news sites from Markdown.
#[derive(Debug, Parser)]
#[command(name = "kabar", version, disable_help_subcommand = true)]
pub(in crate::cli) struct Arguments {
    #[command(subcommand)]
    pub(in crate::cli) command: Command,
    /// Language of messages: id or en
    #[arg(long, global = true, value_name = "LANG")]
    pub(in crate::cli) lang: Option<String>,
    /// How diagnostics are written
    #[arg(long, global = true, value_enum, default_value_t = Format::Text)]
    pub(in crate::cli) format: Format,
    /// Say only what is wrong
    #[arg(long, short, global = true)]
    pub(in crate::cli) quiet: bool,
}

/// How diagnostics are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
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
    pub(in crate::cli) fn is_of_boards(self) -> bool {
        matches!(self, Self::Csv | Self::Html)
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Command {
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
    /// Tell the hub of feeds that have changed
    Ping(PingArguments),
    /// List every URL of the site
    Routes(RoutesArguments),
    /// Print how a host is to send the site
    Hosting(HostingArguments),
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
pub(in crate::cli) struct SiteArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) root: Option<PathBuf>,
    /// Address of the site, in place of the configured one
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) base_url: Option<String>,
    /// Show drafts and articles that are still to come
    #[arg(long)]
    pub(in crate::cli) drafts: bool,
    /// The date or time to build for, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) now: Option<String>,
    /// Refuse warnings as well
    #[arg(long)]
    pub(in crate::cli) strict: bool,
}

/// Which publication, for commands that look at all of it, drafts too.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct PlaceArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) root: Option<PathBuf>,
    /// The date or time to take for today, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) now: Option<String>,
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(in crate::cli) struct BuildArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// Folder to write to; output/ in the publication by default
    #[arg(long, short, value_name = "FOLDER")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Build again whenever a file changes
    #[arg(long)]
    pub(in crate::cli) watch: bool,
}

/// Arguments of `serve`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ServeArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) root: Option<PathBuf>,
    /// Address of the site, in place of the configured one
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) base_url: Option<String>,
    /// The date or time to build for, in the site's zone
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) now: Option<String>,
    /// Show drafts and articles that are still to come; so it is by default
    #[arg(long, overrides_with = "no_drafts")]
    pub(in crate::cli) drafts: bool,
    /// Show only what readers see
    #[arg(long)]
    pub(in crate::cli) no_drafts: bool,
    /// Port of the preview; the next free one if it is taken
    #[arg(long, short, value_name = "NUMBER", default_value_t = 1111)]
    pub(in crate::cli) port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    pub(in crate::cli) open: bool,
    /// Let other devices of the network see the preview
    #[arg(long)]
    pub(in crate::cli) lan: bool,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CheckArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// Files and folders to report on; all by default
    #[arg(value_name = "PATH")]
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// Check the theme alone: what it lacks
    #[arg(long)]
    pub(in crate::cli) theme: bool,
    /// Ask other sites whether links to them still hold
    #[arg(long)]
    pub(in crate::cli) external: bool,
    /// Use no network: of other sites only what is remembered
    #[arg(long)]
    pub(in crate::cli) offline: bool,
}

/// Arguments of `ping`.
#[derive(Debug, Args)]
pub(in crate::cli) struct PingArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// Tell of all feeds, not only of those that have changed
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// Show what would be done, and do nothing
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

/// Arguments of `routes`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RoutesArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
}

/// Arguments of `hosting`.
#[derive(Debug, Args)]
pub(in crate::cli) struct HostingArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// netlify, cloudflare, apache, nginx or caddy
    #[arg(value_enum, value_name = "HOST")]
    pub(in crate::cli) host: HostName,
}

/// Who sends a site to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum HostName {
    Netlify,
    Cloudflare,
    Apache,
    Nginx,
    Caddy,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(in crate::cli) struct SchemaArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// config, terms, media, section or a content type; all by default
    #[arg(value_name = "WHAT")]
    pub(in crate::cli) what: Option<String>,
    /// Folder to write to
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) out: Option<PathBuf>,
}

/// Arguments of `cms`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CmsArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// The program: sveltia or decap
    #[arg(value_enum)]
    pub(in crate::cli) vendor: CmsVendor,
    /// Where texts are kept: github, gitlab, git-gateway or trial
    #[arg(long, value_name = "NAME", default_value = "github")]
    pub(in crate::cli) backend: String,
    /// The repository, as owner/name
    #[arg(long, value_name = "OWNER/NAME")]
    pub(in crate::cli) repository: Option<String>,
    /// The branch that is written to
    #[arg(long, value_name = "NAME", default_value = "main")]
    pub(in crate::cli) branch: String,
    /// Address of the service that lets editors in
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) auth: Option<String>,
    /// Work on the files of this machine as well (Decap)
    #[arg(long)]
    pub(in crate::cli) local: bool,
    /// Where the page finds the program; beside itself by default
    #[arg(long, value_name = "URL")]
    pub(in crate::cli) script: Option<String>,
    /// Write into every original which language it was written in
    #[arg(long)]
    pub(in crate::cli) mark_originals: bool,
    /// Write over files that others made
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Folder to write to; static/admin/ by default
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) out: Option<PathBuf>,
}

/// A Git-based CMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum CmsVendor {
    Sveltia,
    Decap,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CompletionsArguments {
    /// The shell
    #[arg(value_enum)]
    pub(in crate::cli) shell: Shell,
}

/// A shell that completes commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Shell {
    Bash,
    Zsh,
    Fish,
    Powershell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ManArguments {
    /// Folder to write to
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) out: PathBuf,
}

/// Arguments of `lsp`.
#[derive(Debug, Args)]
pub(in crate::cli) struct LspArguments {
    /// As it always is; many editing programs say it
    #[arg(long)]
    stdio: bool,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub(in crate::cli) struct InitArguments {
    /// The folder to make
    pub(in crate::cli) folder: PathBuf,
    /// Title of the publication
    #[arg(long)]
    pub(in crate::cli) title: Option<String>,
    /// Time zone by its IANA name
    #[arg(long, default_value = "Asia/Makassar")]
    pub(in crate::cli) timezone: String,
}

/// Arguments of `stem`.
#[derive(Debug, Args)]
pub(in crate::cli) struct StemArguments {
    /// The publication's folder; the current one by default
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) root: Option<PathBuf>,
    /// The words; from standard input when none is given
    #[arg(value_name = "WORD")]
    pub(in crate::cli) words: Vec<String>,
}

/// Arguments of `search`.
#[derive(Debug, Args)]
pub(in crate::cli) struct SearchArguments {
    #[command(flatten)]
    pub(in crate::cli) site: SiteArguments,
    /// What is asked for: words, "phrases", -word, tag:value; “-” reads a question from each line of standard input
    #[arg(value_name = "QUERY", required = true)]
    pub(in crate::cli) query: Vec<String>,
    /// Show what each word gave
    #[arg(long)]
    pub(in crate::cli) explain: bool,
    /// How many answers are shown
    #[arg(long, value_name = "COUNT", default_value_t = 10)]
    pub(in crate::cli) limit: usize,
}
