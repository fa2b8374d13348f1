//! How fast the preview follows an editor: a bilingual corpus made from a seed, the real program
//! serving it, files saved as an editor saves them, and the time until the fresh bytes are served
//! and, with `--paint`, painted by Chromium. See `benches/README.md`.
//!
//! `edit` says what is changed and where it must show, `client` asks, `paint` drives the browser,
//! `table` tells. The corpus is that of `press`.
//!
//! **Invariant:** the clock starts before the file is written, and stops when everything that shows
//! the change has been read whole.
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "a benchmark reads and writes files of its own, and prints"
)]

#[path = "../press/article.rs"]
mod article;
#[path = "../press/body.rs"]
mod body;
mod client;
#[path = "../press/corpus.rs"]
#[expect(dead_code, reason = "press edits its corpus in another way")]
mod corpus;
mod edit;
#[path = "../press/grammar.rs"]
mod grammar;
#[path = "../press/lexicon.rs"]
mod lexicon;
mod paint;
#[path = "../press/picture.rs"]
mod picture;
#[path = "../press/random.rs"]
mod random;
#[path = "../press/register.rs"]
mod register;
mod table;

use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use clap::Parser;

use client::Client;
use corpus::{Corpus, Theme};
use edit::{Edit, Scene};
use table::{Row, Table};

/// Measures how fast the preview shows an edit.
#[derive(Debug, Parser)]
#[command(name = "preview")]
struct Arguments {
    /// Articles, each in two languages; may be given several times [default: 1000]
    #[arg(long)]
    articles: Vec<usize>,
    /// Edits of each kind [default: 40]
    #[arg(long)]
    rounds: Option<usize>,
    /// Measure until Chromium has painted, too
    #[arg(long)]
    paint: bool,
    /// Number from which the texts are made
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// File for the table; not written without it
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Program to measure, in place of the one just compiled
    #[arg(long, value_name = "FILE", default_value = env!("CARGO_BIN_EXE_kabar"))]
    program: PathBuf,
    /// Given by `cargo bench`; without it (`cargo test --benches`) a few edits prove that all works
    #[arg(long, hide = true)]
    bench: bool,
}

/// An edit that was not seen for so long is lost.
const LOST: Duration = Duration::from_secs(60);

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let (few, rounds) = if arguments.bench { (1000, 40) } else { (10, 1) };
    let articles = if arguments.articles.is_empty() { vec![few] } else { arguments.articles.clone() };
    let rounds = arguments.rounds.unwrap_or(rounds);
    let mut table = Table::new(rounds);
    for count in articles {
        let folder = new_folder(count)?;
        Corpus::write(&folder, count, arguments.seed)?.choose(Theme::Tenun)?;
        let client = Client::start(&std::path::absolute(&arguments.program)?, &folder)?;
        let scene = Scene::new(&folder, &client, arguments.seed, count)?;
        // The first check of the whole site goes on behind the first edits otherwise.
        wait(&client)?;
        for edit in Edit::ALL {
            let mut row = measure(&scene, &client, edit, rounds)?;
            if arguments.paint {
                row.painted = paint::paint(&scene, &client, edit, rounds)?;
            }
            println!("{}", row.line(count));
            table.add(count, row);
        }
    }
    if let Some(place) = arguments.table {
        std::fs::write(place, table.markdown())?;
    }
    Ok(())
}

/// Waits for the end of a check, but not for ever: a large one takes its time.
fn wait(client: &Client) -> io::Result<()> {
    let begun = Instant::now();
    while begun.elapsed() < 3 * LOST {
        if client.get("/_kabar/state")?.contains("\"checked\":1") {
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// Edits so often, and measures until everything is fresh.
fn measure(scene: &Scene, client: &Client, edit: Edit, rounds: usize) -> io::Result<Row> {
    let mut row = Row::new(edit);
    for round in 0..rounds {
        let mark = format!("ukur{round}x{}", row.served.len());
        let change = scene.change(edit, &mark)?;
        let start = Instant::now();
        change.save()?;
        for (index, place) in change.places.iter().enumerate() {
            while !client.get(place)?.contains(&mark) {
                if start.elapsed() > LOST {
                    return Err(io::Error::other(format!("{mark} was never seen at {place}")));
                }
                thread::sleep(Duration::from_micros(500));
            }
            if index == 0 {
                row.served.push(start.elapsed());
            }
        }
        row.whole.push(start.elapsed());
        // As an editor who reads what has been written, not as a machine that never stops.
        thread::sleep(Duration::from_millis(150));
    }
    scene.restore(edit)?;
    thread::sleep(Duration::from_millis(500));
    Ok(row)
}

/// A folder of its own for every session, which `cargo clean` removes.
fn new_folder(articles: usize) -> io::Result<PathBuf> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    Ok(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("preview-{}-{articles}", now.as_millis())))
}
