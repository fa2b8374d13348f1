//! What was measured, for people: a line on the terminal, a table in Markdown.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use super::edit::Edit;

/// The times of one kind of edit.
pub struct Row {
    edit: Edit,
    /// Until the article is served fresh.
    pub served: Vec<Duration>,
    /// Until everything that shows the change is.
    pub whole: Vec<Duration>,
    /// Until Chromium has painted the article.
    pub painted: Vec<Duration>,
}

/// All that was measured.
pub struct Table {
    rounds: usize,
    rows: Vec<(usize, Row)>,
}

impl Row {
    pub fn new(edit: Edit) -> Self {
        Self { edit, served: Vec::new(), whole: Vec::new(), painted: Vec::new() }
    }

    pub fn line(&self, articles: usize) -> String {
        let [served, whole, painted] = [&self.served, &self.whole, &self.painted].map(|times| shown(times));
        format!("{articles:>6} {:<22} served {served}  all {whole}  painted {painted}", self.edit.name())
    }
}

impl Table {
    pub fn new(rounds: usize) -> Self {
        Self { rounds, rows: Vec::new() }
    }

    pub fn add(&mut self, articles: usize, row: Row) {
        self.rows.push((articles, row));
    }

    /// The table with what it was measured on.
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "# The speed of the preview\n\n\
             Written by `cargo bench --bench preview`: see [its description](../benches/README.md). Times from the moment \
             before a file is saved, in milliseconds, as median / 95th percentile of {} edits of each kind.\n\n\
             Machine: {}. Date: {}.\n\n\
             *Served*: the article is served with the change. *All*: so is everything else that shows it. *Painted*: \
             Chromium, with the article open, has painted it.\n\n\
             | articles × languages | edited | served | all | painted | all is |\n| ---: | --- | ---: | ---: | ---: | --- |\n",
            self.rounds,
            machine(),
            today(),
        );
        for (articles, row) in &self.rows {
            let [served, whole, painted] = [&row.served, &row.whole, &row.painted].map(|times| shown(times));
            let (name, shows) = (row.edit.name(), row.edit.shows());
            // Writing to a string cannot fail.
            let _ = writeln!(text, "| {articles} × 2 | {name} | {served} | {whole} | {painted} | {shows} |");
        }
        text
    }
}

fn shown(times: &[Duration]) -> String {
    if times.is_empty() {
        return "–".to_owned();
    }
    let mut sorted = times.to_vec();
    sorted.sort();
    let at = |part: usize| sorted[((sorted.len() * part).div_ceil(100)).clamp(1, sorted.len()) - 1];
    let milliseconds = |time: Duration| format!("{:.0}", time.as_secs_f64() * 1000.0);
    format!("{} / {}", milliseconds(at(50)), milliseconds(at(95)))
}

fn machine() -> String {
    let line = |place: &str, name: &str| {
        let text = fs::read_to_string(place).ok()?;
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let processor = line("/proc/cpuinfo", "model name").unwrap_or_else(|| std::env::consts::ARCH.to_owned());
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = line("/proc/meminfo", "MemTotal")
        .and_then(|text| text.trim_end_matches(" kB").parse::<u64>().ok())
        .map(|kibibytes| format!(", {} GB", kibibytes / 1_000_000))
        .unwrap_or_default();
    format!("{cores} cores of {processor}{memory}, {}", std::env::consts::OS)
}

fn today() -> String {
    jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date().to_string()
}
