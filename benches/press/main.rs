//! How fast a publication is pressed: a bilingual corpus made from a seed, built by the real
//! program into new folders, with the time and memory it takes. See `benches/README.md`.
//!
//! `corpus` writes the publication (of `article`s, whose `body` is made by `grammar` of a
//! `lexicon`), `child` runs the program and measures it, `tree` looks at what it wrote, `report`
//! tells.
//!
//! **Invariant:** nothing is deleted while measuring, and nothing measured is written twice to one
//! place unless that is what is measured.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads and writes files of its own, and prints"
)]

mod article;
mod body;
mod child;
mod corpus;
mod grammar;
mod lexicon;
mod picture;
mod random;
mod register;
mod report;
mod tree;

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;

use corpus::{Corpus, Theme};
use report::{Report, Row};
use tree::Tree;

/// Measures how fast a publication is built.
#[derive(Debug, Parser)]
#[command(name = "press")]
struct Arguments {
    /// Articles, each in two languages [default: 1000]
    #[arg(long)]
    articles: Option<usize>,
    /// Clean builds of each theme; 0 writes the publication and measures nothing [default: 5]
    #[arg(long)]
    runs: Option<usize>,
    /// Theme to build with; both by default
    #[arg(long, value_enum)]
    theme: Option<Theme>,
    /// Number from which the texts are made
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Folder to write to, which must not be there yet; a new one among cargo's by default
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// File for the raw figures, as JSON [default: target/press.json]
    #[arg(long, value_name = "FILE")]
    rows: Option<PathBuf>,
    /// Program to measure, in place of the one just compiled
    #[arg(long, value_name = "FILE", default_value = env!("CARGO_BIN_EXE_kabar"))]
    program: PathBuf,
    /// Given by `cargo bench`; without it (`cargo test --benches`) a few articles prove that all works
    #[arg(long, hide = true)]
    bench: bool,
}

/// One session of measuring.
struct Session {
    corpus: Corpus,
    folder: PathBuf,
    program: PathBuf,
    articles: usize,
    runs: usize,
    report: Report,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let (articles, runs) = if arguments.bench { (1000, 5) } else { (10, 1) };
    let articles = arguments.articles.unwrap_or(articles);
    let folder = match arguments.keep {
        Some(folder) => folder,
        None => new_folder()?,
    };
    if folder.exists() {
        return Err(io::Error::other(format!("{} is there already", folder.display())));
    }
    let corpus = Corpus::write(&folder.join("publication"), articles, arguments.seed)?;
    let themes = arguments.theme.map_or_else(|| vec![Theme::Bench, Theme::Tenun], |theme| vec![theme]);
    corpus.choose(themes[0])?;
    let runs = arguments.runs.unwrap_or(runs);
    let program = std::path::absolute(&arguments.program)?;
    let mut session = Session { corpus, folder, program, articles, runs, report: Report::default() };
    println!("{articles} articles in two languages: {}", session.folder.display());
    if runs > 0 {
        for theme in themes {
            session.measure(theme)?;
            session.report.print(theme);
        }
        let rows = arguments.rows.or_else(|| arguments.bench.then(|| PathBuf::from("target/press.json")));
        if let Some(rows) = rows {
            session.report.save(&rows)?;
        }
    }
    Ok(())
}

/// A folder of its own for every session, which `cargo clean` removes.
fn new_folder() -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    Ok(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("press-{}", now.as_secs())))
}

impl Session {
    fn measure(&mut self, theme: Theme) -> io::Result<()> {
        self.corpus.choose(theme)?;
        let mut output = PathBuf::new();
        for run in 1..=self.runs {
            output = self.folder.join(format!("{}-{run}", theme.name()));
            self.build("build", theme, run, &output)?;
        }
        for run in 1..=self.runs {
            self.build("build unchanged", theme, run, &output)?;
        }
        for run in 1..=self.runs {
            self.corpus.edit(run)?;
            self.build("build one edit", theme, run, &output)?;
        }
        let tree = Tree::read(&output)?;
        for run in 1..=self.runs {
            let floor = self.folder.join(format!("{}-floor-{run}", theme.name()));
            let ((), usage) = child::own(|| tree.press(&floor))?;
            self.report.add(Row::new("floor", theme, self.articles, run, usage, &tree));
        }
        Ok(())
    }

    fn build(&mut self, what: &'static str, theme: Theme, run: usize, output: &Path) -> io::Result<()> {
        let mut command = Command::new(&self.program);
        command.args(["build", "--quiet", "--root"]).arg(&self.corpus.root).arg("--output").arg(output);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let usage = child::run(&mut command)?;
        let tree = Tree::read(output)?;
        self.report.add(Row::new(what, theme, self.corpus.content_pages() / 2, run, usage, &tree));
        Ok(())
    }
}
