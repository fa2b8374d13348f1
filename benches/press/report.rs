//! What was measured: rows as they were, and their medians for people.

use std::io;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::child::Usage;
use super::corpus::{Theme, put};
use super::tree::Tree;

/// One measurement.
pub struct Row {
    pub what: &'static str,
    pub theme: Theme,
    pub articles: usize,
    pub run: usize,
    pub usage: Usage,
    pub files: usize,
    pub pages: usize,
    pub bytes: u64,
}

/// All rows of one session.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Writes the rows as JSON.
    pub fn save(&self, place: &Path) -> io::Result<()> {
        let rows: Vec<Value> = self.rows.iter().map(Row::json).collect();
        put(place, format!("{:#}\n", Value::from(rows)).as_bytes())
    }

    /// Prints one line for everything measured with a theme.
    pub fn print(&self, theme: Theme) {
        println!(
            "{:<16} {:>3} {:>26} {:>8} {:>9} {:>9}",
            theme.name(),
            "n",
            "wall s: median (min-max)",
            "CPU s",
            "peak MiB",
            "content/s"
        );
        let mut done: Vec<&str> = Vec::new();
        for row in self.rows.iter().filter(|row| row.theme == theme) {
            if !done.contains(&row.what) {
                done.push(row.what);
                self.line(row);
            }
        }
        if let Some(row) = self.rows.iter().rfind(|row| row.theme == theme) {
            println!("{} files, {} of them pages, {:.1} MB", row.files, row.pages, parts(row.bytes, 1_000_000));
        }
        if let (Some(build), Some(floor)) = (self.median("build", theme), self.median("floor", theme)) {
            println!("build is {:.1} x floor", build.as_secs_f64() / floor.as_secs_f64());
        }
    }

    fn line(&self, first: &Row) {
        let walls = self.sorted(first, |row| Some(row.usage.wall));
        let (Some(least), Some(most)) = (walls.first(), walls.last()) else { return };
        let wall = median(&walls);
        let processor = self.sorted(first, |row| row.usage.processor);
        let peak = self.sorted(first, |row| row.usage.peak);
        let absent = || "-".to_owned();
        let seconds = |time: Duration| format!("{:.3}", time.as_secs_f64());
        println!(
            "{:<16} {:>3} {:>26} {:>8} {:>9} {:>9}",
            first.what,
            walls.len(),
            format!("{} ({}-{})", seconds(wall), seconds(*least), seconds(*most)),
            if processor.is_empty() { absent() } else { format!("{:.2}", median(&processor).as_secs_f64()) },
            if peak.is_empty() { absent() } else { format!("{:.0}", parts(median(&peak), 1 << 20)) },
            format!("{:.0}", f64::from(u32::try_from(first.articles * 2).unwrap_or(u32::MAX)) / wall.as_secs_f64()),
        );
    }

    fn median(&self, what: &str, theme: Theme) -> Option<Duration> {
        let first = self.rows.iter().find(|row| row.what == what && row.theme == theme)?;
        Some(median(&self.sorted(first, |row| Some(row.usage.wall))))
    }

    fn sorted<T: Ord>(&self, like: &Row, value: impl Fn(&Row) -> Option<T>) -> Vec<T> {
        let alike = self.rows.iter().filter(|row| row.what == like.what && row.theme == like.theme);
        let mut values: Vec<T> = alike.filter_map(value).collect();
        values.sort();
        values
    }
}

impl Row {
    pub fn new(what: &'static str, theme: Theme, articles: usize, run: usize, usage: Usage, tree: &Tree) -> Self {
        Self { what, theme, articles, run, usage, files: tree.files(), pages: tree.pages(), bytes: tree.bytes() }
    }

    fn json(&self) -> Value {
        json!({
            "what": self.what,
            "theme": self.theme.name(),
            "articles": self.articles,
            "run": self.run,
            "wall_seconds": self.usage.wall.as_secs_f64(),
            "processor_seconds": self.usage.processor.map(|time| time.as_secs_f64()),
            "peak_bytes": self.usage.peak,
            "files": self.files,
            "pages": self.pages,
            "bytes": self.bytes,
        })
    }
}

/// The middle of sorted values; of two middles the lower.
fn median<T: Copy>(sorted: &[T]) -> T {
    sorted[(sorted.len() - 1) / 2]
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn parts(bytes: u64, of: u64) -> f64 {
    bytes as f64 / of as f64
}
