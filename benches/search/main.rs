//! What the index that readers search costs: a bilingual corpus made from a seed, its index made
//! whole and after an edit, with the time, the memory, and how much there is to write and to send.
//! See `benches/README.md`.
//!
//! `cost` makes the index and measures, `memory` asks the system, the rest tells. The corpus is that
//! of `press`.
//!
//! **Invariant:** files are made, counted and dropped, never written: what is measured is the index,
//! not the disk.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads and writes files of its own, and prints"
)]

#[path = "../press/article.rs"]
mod article;
#[path = "../press/body.rs"]
mod body;
#[path = "../press/corpus.rs"]
#[expect(dead_code, reason = "press counts the pages of its corpus")]
mod corpus;
mod cost;
#[path = "../press/grammar.rs"]
mod grammar;
#[path = "../press/lexicon.rs"]
mod lexicon;
mod memory;
#[path = "../press/picture.rs"]
mod picture;
#[path = "../press/random.rs"]
mod random;
#[path = "../press/register.rs"]
mod register;

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;

use corpus::{Corpus, Theme};

/// Measures what the search index costs.
#[derive(Debug, Parser)]
#[command(name = "search")]
struct Arguments {
    /// Articles, each in two languages; may be given several times [default: 1000]
    #[arg(long)]
    articles: Vec<usize>,
    /// Number from which the texts are made
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Measure the publication in this folder, and nothing else
    #[arg(long, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// Given by `cargo bench`; without it (`cargo test --benches`) a few articles prove that all works
    #[arg(long, hide = true)]
    bench: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    if let Some(root) = &arguments.root {
        return cost::measure(root);
    }
    let few = if arguments.bench { 1000 } else { 10 };
    let articles = if arguments.articles.is_empty() { vec![few] } else { arguments.articles.clone() };
    for count in articles {
        let folder = new_folder(count)?;
        Corpus::write(&folder, count, arguments.seed)?.choose(Theme::Tenun)?;
        println!("{count} articles in two languages");
        // A process of its own: memory that was used for other things would count otherwise.
        let status = Command::new(std::env::current_exe()?).arg("--root").arg(&folder).status()?;
        if !status.success() {
            return Err(io::Error::other(format!("measuring ended with {status}")));
        }
    }
    Ok(())
}

/// A folder of its own for every session, which `cargo clean` removes.
fn new_folder(articles: usize) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    Ok(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("search-{}-{articles}", now.as_millis())))
}
