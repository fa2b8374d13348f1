//! The publication that is pressed: bilingual articles made from a seed, written to a new folder.
//!
//! **Invariant:** the same seed gives the same bytes; fewer articles give the beginning of more.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::article::Press;
use super::lexicon::Tongue;
use super::picture;

/// The theme that the publication chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Theme {
    /// A plain theme that does what the themes of the compared generators do.
    Bench,
    /// The default theme.
    Tenun,
}

impl Theme {
    pub fn name(self) -> &'static str {
        match self {
            Self::Bench => "bench",
            Self::Tenun => "tenun",
        }
    }
}

/// A publication on disk.
pub struct Corpus {
    pub root: PathBuf,
    press: Press,
    articles: usize,
}

/// Files by their paths below `publication/`, here and in the corpus.
macro_rules! files {
    ($($path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("publication/", $path)))),*]
    };
}

/// Files that are the same in every corpus.
const FIXED: [(&str, &str); 23] = files![
    "content/_section.id.md",
    "content/_section.en.md",
    "content/stories/_section.id.md",
    "content/stories/_section.en.md",
    "content/cases/_section.id.md",
    "content/cases/_section.en.md",
    "content/reports/_section.id.md",
    "content/reports/_section.en.md",
    "themes/bench/theme.yaml",
    "themes/bench/strings/id.ftl",
    "themes/bench/strings/en.ftl",
    "themes/bench/templates/base.html",
    "themes/bench/templates/list.html",
    "themes/bench/templates/home.html",
    "themes/bench/templates/article.html",
    "themes/bench/templates/taxonomy.html",
    "themes/bench/templates/archive.html",
    "themes/bench/templates/untranslated.html",
    "themes/bench/templates/404.html",
    "themes/bench/templates/components/item.html",
    "themes/bench/templates/components/pager.html",
    "themes/bench/templates/components/terms.html",
    "themes/bench/static/style.css",
];

/// Templates that say no more than another does.
const SAME_AS: [(&str, &str); 5] =
    [("section", "list"), ("type", "list"), ("term", "list"), ("year", "list"), ("page", "article")];

const CONFIGURATION: &str = include_str!("publication/kabar.yaml");

impl Corpus {
    /// Writes a publication to a folder that is not there yet.
    pub fn write(root: &Path, articles: usize, seed: u64) -> io::Result<Self> {
        let corpus = Self { root: root.to_path_buf(), press: Press::new(seed), articles };
        for (path, text) in FIXED {
            corpus.put(path, text.as_bytes())?;
        }
        for (name, other) in SAME_AS {
            let text = format!("{{% extends \"{other}.html\" %}}\n");
            corpus.put(&format!("themes/bench/templates/{name}.html"), text.as_bytes())?;
        }
        for (name, text) in corpus.press.register.files() {
            corpus.put(&format!("content/_terms/{name}"), text.as_bytes())?;
        }
        for number in 0..picture::SHARED {
            corpus.put(&format!("static/{}", picture::shared_path(number)), &picture::shared(number))?;
        }
        for index in 0..articles {
            for file in corpus.press.article(index) {
                corpus.put(&format!("{}/{}", corpus.folder(index), file.name), file.text.as_bytes())?;
            }
        }
        Ok(corpus)
    }

    /// Chooses the theme.
    pub fn choose(&self, theme: Theme) -> io::Result<()> {
        self.put("kabar.yaml", CONFIGURATION.replace("{theme}", theme.name()).as_bytes())
    }

    /// Changes the text of one article in the middle of the corpus, as an editor would.
    pub fn edit(&self, time: usize) -> io::Result<()> {
        let index = self.articles / 2;
        let path = format!("{}/index.{}.md", self.folder(index), Tongue::Indonesian.code());
        let mut text = fs::read_to_string(self.root.join(&path))?;
        writeln!(text, "Ralat nomor {time}: kalimat ini ditambahkan kemudian.").map_err(io::Error::other)?;
        self.put(&path, text.as_bytes())
    }

    /// How many pages of content there are.
    pub fn content_pages(&self) -> usize {
        self.articles * 2
    }

    fn folder(&self, index: usize) -> String {
        let head = self.press.head(index);
        format!("content/{}/{}", head.kind, head.name)
    }

    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        put(&self.root.join(path), bytes)
    }
}

/// Writes a file; makes its folder when it is not there.
pub fn put(place: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(place, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(folder) = place.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(place, bytes)
        }
        other => other,
    }
}
