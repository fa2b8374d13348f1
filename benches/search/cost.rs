//! The index of a publication made whole, then after an edit, and what each took.

use std::io;
use std::path::Path;
use std::time::Instant;

use jiff::Timestamp;
use rayon::prelude::*;

use kabar::search::{Index, Kept, SearchFile, files};
use kabar::site::{LangId, Site};
use kabar::source::{Change, Root};
use kabar::workspace::{Clock, Options, Workspace, load};

use super::memory::resident;

/// Files of one kind.
#[derive(Debug, Default, Clone, Copy)]
struct Kind {
    files: usize,
    bytes: usize,
    largest: usize,
}

/// What the kinds of files are called, in their order.
const KINDS: [&str; 6] = ["search.json", "words", "postings", "positions", "fragments", "facets"];

/// How often an article is edited.
const EDITS: usize = 20;

/// Makes the index of a publication and tells what it took.
///
/// # Errors
/// When the publication cannot be read or is broken.
pub fn measure(root: &Path) -> io::Result<()> {
    // Far enough from now that all articles of the corpus are published.
    let now: Timestamp = "2030-01-01T00:00:00Z".parse().map_err(io::Error::other)?;
    let options = Options { clock: Clock::At(now), shows_drafts: false, origin: None };
    let start = Instant::now();
    let mut workspace = load(Root::new(root), &options)?;
    line("load the publication", start);
    let kept = Kept::default();
    let site = site(&workspace)?;
    let before = resident();
    for lang in site.langs() {
        whole(site, lang, &kept);
    }
    if let Some(((before, _), (after, peak))) = before.zip(resident()) {
        println!("  memory: {} before, {} after, {} at most", mebi(before), mebi(after), mebi(peak));
    }
    edits(&mut workspace, &kept)
}

fn whole(site: &Site, lang: LangId, kept: &Kept) {
    let start = Instant::now();
    let index = Index::prepared(site, lang, kept);
    let records = index.shape.records.len();
    line(&format!("{}: take the words in of {records} records", site.lang(lang)), start);
    println!(
        "  {} a record, {} shards of words, {} of postings",
        size(index.size() / records.max(1)),
        index.shape.words,
        index.shape.postings
    );
    let start = Instant::now();
    let made: Vec<(SearchFile, usize)> =
        files(site, lang).into_par_iter().map(|file| (file, index.file(site, file).len())).collect();
    line("make all files", start);
    let mut kinds = [Kind::default(); KINDS.len()];
    for (file, bytes) in &made {
        let kind = &mut kinds[place(*file)];
        kind.files += 1;
        kind.bytes += bytes;
        kind.largest = kind.largest.max(*bytes);
    }
    for (name, kind) in KINDS.into_iter().zip(kinds) {
        println!("    {name:<12} {:>6} files {:>10}, the largest {}", kind.files, size(kind.bytes), size(kind.largest));
    }
    println!("    {:<12} {:>6} files {:>10}", "all", made.len(), size(made.iter().map(|(_, bytes)| bytes).sum()));
}

/// Edits articles as an editor does, and measures how soon a question can be answered.
fn edits(workspace: &mut Workspace, kept: &Kept) -> io::Result<()> {
    let lang = LangId(0);
    let articles: Vec<_> = workspace.documents.articles.values().cloned().collect();
    let mut times = Vec::new();
    for edit in 0..EDITS {
        let document = &articles[edit * articles.len() / EDITS];
        let text = format!("{}\nRalat nomor {edit}: kalimat ini ditambahkan kemudian.\n", document.body.file());
        workspace.apply([Change::text(&document.path, &text)]);
        let site = site(workspace)?;
        // The snapshot before is gone; what follows is what the first question afterwards waits for.
        let start = Instant::now();
        let index = Index::new(site, lang, kept);
        let made = start.elapsed();
        let last = index.shape.postings - 1;
        let files = [SearchFile::Entry, SearchFile::Words(0), SearchFile::Words(index.shape.words - 1)];
        let shards = [
            SearchFile::Postings(0),
            SearchFile::Positions(0),
            SearchFile::Postings(last),
            SearchFile::Positions(last),
        ];
        let bytes: usize = files.into_iter().chain(shards).map(|file| index.file(site, file).len()).sum();
        assert!(bytes > 0, "an index has bytes");
        times.push((start.elapsed(), made));
    }
    times.sort_unstable();
    let at = |place: usize| format!("{:.1?} ({:.1?})", times[place].0, times[place].1);
    println!(
        "  after an edit, seven files (of that the index): {} least, {} median, {} most",
        at(0),
        at(EDITS / 2),
        at(EDITS - 1)
    );
    Ok(())
}

fn site(workspace: &Workspace) -> io::Result<&Site> {
    let snapshot = workspace.snapshot.as_ref().ok_or_else(|| io::Error::other("the publication is broken"))?;
    Ok(&snapshot.site)
}

fn place(file: SearchFile) -> usize {
    match file {
        SearchFile::Entry => 0,
        SearchFile::Words(_) => 1,
        SearchFile::Postings(_) => 2,
        SearchFile::Positions(_) => 3,
        SearchFile::Fragment(_) => 4,
        SearchFile::Facet(_) => 5,
    }
}

fn line(what: &str, start: Instant) {
    println!("  {what}: {:.2?}", start.elapsed());
}

fn mebi(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}

fn size(bytes: usize) -> String {
    match bytes {
        0..10_000 => format!("{bytes} B"),
        10_000..10_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
