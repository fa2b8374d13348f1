//! What feeds cost: the corpus of `press`, built by the real program with all feeds and embeds and
//! without any, by turns, with the time and memory of both. See `benches/README.md`.
//!
//! `table` tells. The corpus and the measuring are those of `press`.
//!
//! **Invariant:** nothing is deleted while measuring, and nothing is written twice to one place.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads and writes files of its own, and prints"
)]

#[path = "../press/article.rs"]
mod article;
#[path = "../press/body.rs"]
mod body;
#[path = "../press/child.rs"]
#[expect(dead_code, reason = "press measures its floor as well")]
mod child;
#[path = "../press/corpus.rs"]
#[expect(dead_code, reason = "press edits its corpus")]
mod corpus;
#[path = "../press/grammar.rs"]
mod grammar;
#[path = "../press/lexicon.rs"]
mod lexicon;
#[path = "../press/picture.rs"]
mod picture;
#[path = "../press/random.rs"]
mod random;
#[path = "../press/register.rs"]
mod register;
mod table;
#[path = "../press/tree.rs"]
#[expect(dead_code, reason = "press writes what it has read")]
mod tree;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;

use corpus::{Corpus, Theme};
use table::{Built, KINDS, Row, Table};
use tree::Tree;

/// Measures what feeds cost.
#[derive(Debug, Parser)]
#[command(name = "feeds")]
struct Arguments {
    /// Articles, each in two languages; may be given several times [default: 1000]
    #[arg(long)]
    articles: Vec<usize>,
    /// Builds of each kind, by turns [default: 3]
    #[arg(long)]
    runs: Option<usize>,
    /// Theme to build with
    #[arg(long, value_enum, default_value_t = Theme::Tenun)]
    theme: Theme,
    /// Number from which the texts are made
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// File for the table, in Markdown
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Program to measure, in place of the one just compiled
    #[arg(long, value_name = "FILE", default_value = env!("CARGO_BIN_EXE_kabar"))]
    program: PathBuf,
    /// Given by `cargo bench`; without it (`cargo test --benches`) a few articles prove that all works
    #[arg(long, hide = true)]
    bench: bool,
}

/// What `kabar.yaml` says of feeds in each kind of build.
const SAID: [&str; KINDS.len()] = [
    "feeds: { formats: [], embeds: false }",
    "feeds: { items: 20, formats: [rss, atom, json], full_text: true, embeds: false }",
    "feeds: { items: 20, formats: [rss, atom, json], full_text: true }",
];

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let (articles, runs) = if arguments.bench { (1000, 3) } else { (10, 1) };
    let sizes = if arguments.articles.is_empty() { vec![articles] } else { arguments.articles };
    let runs = arguments.runs.unwrap_or(runs).max(1);
    let program = std::path::absolute(&arguments.program)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    let top = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("feeds-{}", now.as_secs()));
    let mut table = Table::new(runs, arguments.theme.name());
    for articles in sizes {
        let folder = top.join(articles.to_string());
        let corpus = Corpus::write(&folder.join("publication"), articles, arguments.seed)?;
        corpus.choose(arguments.theme)?;
        let mut row = Row::new(articles);
        for run in 1..=runs {
            for (kind, (name, feeds)) in KINDS.into_iter().zip(SAID).enumerate() {
                say(&corpus, feeds)?;
                let output = folder.join(format!("{kind}-{run}"));
                let built = build(&program, &corpus, &output)?;
                println!("{articles:>6} {name:<16} {}", built.line());
                row.add(kind, built);
            }
        }
        println!("{}", row.line());
        table.add(row);
    }
    match &arguments.table {
        Some(place) => fs::write(place, table.markdown()),
        None => Ok(()),
    }
}

/// Writes what the publication says of feeds.
fn say(corpus: &Corpus, feeds: &str) -> io::Result<()> {
    let place = corpus.root.join("kabar.yaml");
    let text = fs::read_to_string(&place)?;
    let lines: Vec<&str> = text.lines().map(|line| if line.starts_with("feeds:") { feeds } else { line }).collect();
    fs::write(place, lines.join("\n") + "\n")
}

fn build(program: &Path, corpus: &Corpus, output: &Path) -> io::Result<Built> {
    let mut command = Command::new(program);
    command.args(["build", "--quiet", "--root"]).arg(&corpus.root).arg("--output").arg(output);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let usage = child::run(&mut command)?;
    let tree = Tree::read(output)?;
    Ok(Built { usage, files: tree.files(), bytes: tree.bytes() })
}
