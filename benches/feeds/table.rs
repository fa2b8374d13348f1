//! What was measured, for people: lines on the terminal, a table in Markdown.

use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

use super::child::Usage;

/// How much of a build without feeds they may take besides.
const GOAL: f64 = 0.15;

/// The kinds of build: each has what the one before has, and more.
pub const KINDS: [&str; 3] = ["none", "feeds", "feeds and embeds"];

/// One build.
pub struct Built {
    pub usage: Usage,
    pub files: usize,
    pub bytes: u64,
}

/// The builds of a publication.
pub struct Row {
    articles: usize,
    builds: [Vec<Built>; KINDS.len()],
}

/// All that was measured.
pub struct Table {
    runs: usize,
    theme: &'static str,
    rows: Vec<Row>,
}

impl Built {
    pub fn line(&self) -> String {
        let processor = self.usage.processor.map_or_else(|| "-".to_owned(), seconds);
        format!(
            "{} s, of processors {processor} s, {} MiB, {} files",
            seconds(self.usage.wall),
            mebibytes(self),
            self.files
        )
    }
}

impl Row {
    pub fn new(articles: usize) -> Self {
        Self { articles, builds: Default::default() }
    }

    pub fn add(&mut self, kind: usize, built: Built) {
        self.builds[kind].push(built);
    }

    /// How much more a kind takes than the first, of the time on the clock and of processors.
    fn more(&self, kind: usize) -> [Option<f64>; 2] {
        let of = |time: fn(&Usage) -> Option<Duration>| {
            let median = |builds: &[Built]| {
                let mut times: Vec<Duration> = builds.iter().filter_map(|built| time(&built.usage)).collect();
                times.sort();
                times.get(times.len().saturating_sub(1) / 2).copied()
            };
            let (without, with) = (median(&self.builds[0])?, median(&self.builds[kind])?);
            Some(with.as_secs_f64() / without.as_secs_f64() - 1.0)
        };
        [of(|usage| Some(usage.wall)), of(|usage| usage.processor)]
    }

    pub fn line(&self) -> String {
        let [wall, processor] = self.more(1).map(|more| more.map_or_else(|| "-".to_owned(), percent));
        format!("{:>6} feeds take {wall} more time, {processor} more of processors", self.articles)
    }

    fn markdown(&self) -> String {
        let mut text = String::new();
        for (name, builds) in KINDS.iter().zip(&self.builds) {
            let mut walls: Vec<Duration> = builds.iter().map(|built| built.usage.wall).collect();
            walls.sort();
            let mut processors: Vec<Duration> = builds.iter().filter_map(|built| built.usage.processor).collect();
            processors.sort();
            let middle = |times: &[Duration]| times.get(times.len().saturating_sub(1) / 2).map(|time| seconds(*time));
            let peak = builds.iter().map(mebibytes).max().unwrap_or_default();
            let (files, bytes) = builds.last().map_or((0, 0), |built| (built.files, built.bytes / 1_000_000));
            // Writing to a string cannot fail.
            let _ = writeln!(
                text,
                "| {} × 2 | {name} | {} ({}) | {} | {peak} MiB | {files} | {bytes} MB |",
                self.articles,
                middle(&walls).unwrap_or_default(),
                walls.first().map(|time| seconds(*time)).unwrap_or_default(),
                middle(&processors).unwrap_or_default(),
            );
        }
        for (kind, name) in KINDS.iter().enumerate().skip(1) {
            let [wall, processor] = self.more(kind).map(|more| more.map_or_else(|| "-".to_owned(), percent));
            let _ = writeln!(text, "| {} × 2 | **{name} take** | {wall} | {processor} | | | |", self.articles);
        }
        text
    }
}

impl Table {
    pub fn new(runs: usize, theme: &'static str) -> Self {
        Self { runs, theme, rows: Vec::new() }
    }

    pub fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// The table with what it was measured on.
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "# The cost of feeds\n\n\
             Written by `cargo bench --bench feeds`: see [its description](../benches/README.md). The same publication \
             is built without feeds, with feeds, and with all that partners get of them (frames, snippets, cards of articles), by turns, {} times each, into new folders, with \
             the theme {}. Times in seconds: the median, in brackets the best.\n\n\
             Machine: {}.\n\n\
             | articles × languages | feeds | time | of processors | peak memory | files | bytes |\n\
             | ---: | --- | ---: | ---: | ---: | ---: | ---: |\n",
            self.runs,
            self.theme,
            machine(),
        );
        text.extend(self.rows.iter().map(Row::markdown));
        text.push_str("\nThe goal is that feeds take at most 15 % more time than a build without them: ");
        let is_held = |row: &Row| row.more(1)[0].is_some_and(|more| more <= GOAL);
        let told = self
            .rows
            .iter()
            .map(|row| format!("{} at {} × 2", if is_held(row) { "held" } else { "**missed**" }, row.articles));
        text.push_str(&told.collect::<Vec<_>>().join(", "));
        text.push_str(
            ".\n\nA build with feeds writes many more bytes: every article stands whole in the feeds of its section, \
             its terms and its people while it is new, and in two archives, in three formats each. `feeds.formats` \
             with one format, or `feeds.terms: false`, takes most of that away.\n",
        );
        text
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.2}", time.as_secs_f64())
}

fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn mebibytes(built: &Built) -> u64 {
    built.usage.peak.unwrap_or_default() >> 20
}

/// What it runs on, and how busy that was.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model =
        model.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map_or("", |(_, name)| name);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load: Vec<&str> = load.split(' ').take(3).collect();
    let told = format!(
        "{cores} cores, {model}; at the end of measuring, the load of 1, 5 and 15 minutes was {}",
        load.join(", ")
    );
    // What is measured keeps all cores busy by itself; more than that came from elsewhere.
    let is_shared = load.last().and_then(|load| load.parse::<f64>().ok()).zip(u32::try_from(cores).ok());
    if is_shared.is_some_and(|(load, cores)| load > f64::from(cores) + 1.0) {
        return told
            + ". It did other work meanwhile, so times on the clock differ much from run to run; those of processors \
               are the ones to compare";
    }
    told
}
