//! The index that readers search: the same bytes however it is made, and an edit changes the files
//! of the words that it touches and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;

use kabar::base::Lang;
use kabar::search::{Analyser, Index, Kept, SearchFile, Shape, files};
use kabar::site::{LangId, Site};
use kabar::source::{Root, reread};
use kabar::workspace::{Clock, Options, Workspace, load};

use crate::support::SiteTest;

use super::changes::edits;
use super::law;
use super::publication::publications;

type Files = BTreeMap<SearchFile, Vec<u8>>;

fn loaded(root: &Path) -> Workspace {
    let now: Timestamp = "2026-07-01T01:00:00Z".parse().expect("a time");
    let options = Options { clock: Clock::At(now), shows_drafts: false, origin: None };
    load(Root::new(root), &options).expect("a readable folder")
}

fn site(workspace: &Workspace) -> &Site {
    &workspace.snapshot.as_ref().expect("a snapshot").site
}

/// All files of an index, made one by one.
fn made(index: &Index, site: &Site) -> Files {
    files(site, index.shape.lang).into_iter().map(|file| (file, index.file(site, file))).collect()
}

fn fresh(site: &Site, lang: LangId) -> Files {
    made(&Index::new(site, lang, &Kept::default()), site)
}

fn on_threads(site: &Site, lang: LangId, threads: usize) -> Files {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    pool.install(|| made(&Index::prepared(site, lang, &Kept::default()), site))
}

#[test]
fn an_index_has_the_same_bytes_however_it_is_made() {
    law(24, &publications(12), |publication| {
        let test = publication.site();
        let workspace = loaded(&test.root());
        let site = site(&workspace);
        for lang in site.langs() {
            let one = fresh(site, lang);
            prop_assert!(one.values().all(|bytes| !bytes.is_empty()));
            prop_assert_eq!(&on_threads(site, lang, 1), &one);
            prop_assert_eq!(&on_threads(site, lang, 8), &one);
            let index = Index::new(site, lang, &Kept::default());
            for (file, bytes) in one.iter().rev() {
                prop_assert_eq!(&index.file(site, *file), bytes, "{:?}", file);
            }
        }
        Ok(())
    });
}

#[test]
fn what_is_kept_gives_the_bytes_of_an_index_made_afresh() {
    let bursts = vec(vec(edits(), 1..4), 1..6);
    law(24, &(publications(8), bursts), |(publication, bursts)| {
        let test = publication.site();
        let root = test.root();
        let mut workspace = loaded(&root);
        let kept = Kept::default();
        for burst in bursts {
            let places: Vec<PathBuf> = burst.iter().flat_map(|edit| edit.perform(&root)).collect();
            workspace.apply(reread(&Root::new(&root), &places).expect("a readable folder"));
            let Some(snapshot) = &workspace.snapshot else { continue };
            for lang in snapshot.site.langs() {
                let found = made(&Index::new(&snapshot.site, lang, &kept), &snapshot.site);
                prop_assert!(found == fresh(&snapshot.site, lang), "{:?}", burst);
            }
        }
        Ok(())
    });
}

const WORDS: [&str; 24] = [
    "air",
    "balai",
    "beras",
    "cengkih",
    "desa",
    "dilatih",
    "guru",
    "hutan",
    "ikan",
    "jalan",
    "kader",
    "laut",
    "melatih",
    "menanam",
    "nelayan",
    "pasar",
    "pelatihan",
    "perempuan",
    "petani",
    "rencana",
    "sekolah",
    "sumur",
    "tanaman",
    "warga",
];

fn sentence(words: &[usize]) -> String {
    words.iter().map(|word| WORDS[word % WORDS.len()]).collect::<Vec<_>>().join(" ")
}

/// A record's text: blocks of words.
fn article(number: usize, blocks: &[Vec<usize>]) -> String {
    let body: Vec<String> = blocks.iter().map(|words| sentence(words)).collect();
    let day = number % 28 + 1;
    format!(
        "---\ntitle: Judul{number}\nsummary: Ringkasan.\ndate: 2025-{:02}-{day:02}\n---\n\n{}\n",
        number / 28 + 1,
        body.join("\n\n")
    )
}

fn name(number: usize) -> String {
    format!("content/a{number}.id.md")
}

fn articles(texts: &[Vec<Vec<usize>>]) -> SiteTest {
    let test = SiteTest::new().minimal();
    texts.iter().enumerate().fold(test, |test, (number, blocks)| test.file(&name(number), article(number, blocks)))
}

/// The files in which words stand: theirs, and those of their roots.
fn of_words<'w>(words: impl Iterator<Item = &'w str>, shape: &Shape) -> BTreeSet<SearchFile> {
    let hash = |text: &[u8]| {
        text.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
    };
    let lang: Lang = "id".parse().expect("a language");
    let analyser = Analyser::new(&lang);
    let mut found = BTreeSet::new();
    for word in words {
        let root = analyser.analyse(word).root;
        for key in [word, &root] {
            found.insert(SearchFile::Words(hash(&key.as_bytes()[..key.len().min(3)]) & (shape.words - 1)));
        }
        let shard = hash(root.as_bytes()) & (shape.postings - 1);
        found.extend([SearchFile::Postings(shard), SearchFile::Positions(shard)]);
    }
    found
}

fn changed(before: &Files, after: &Files) -> BTreeSet<SearchFile> {
    before.keys().chain(after.keys()).filter(|file| before.get(*file) != after.get(*file)).copied().collect()
}

fn blocks() -> impl Strategy<Value = Vec<Vec<usize>>> {
    vec(vec(0..WORDS.len(), 4..9), 3..5)
}

#[test]
fn an_edit_of_a_sentence_changes_the_files_of_its_words_alone() {
    let texts = vec(blocks(), 20..40);
    let edit = (any::<usize>(), any::<usize>(), vec(0..WORDS.len(), 9));
    law(24, &(texts, edit), |(mut texts, (number, block, words))| {
        let test = articles(&texts);
        let mut workspace = loaded(&test.root());
        let lang = LangId(0);
        let kept = Kept::default();
        let before = made(&Index::new(site(&workspace), lang, &kept), site(&workspace));
        let number = number % texts.len();
        let block = block % texts[number].len();
        // As many words as before: others in their place, whatever they are.
        let old = texts[number][block].clone();
        texts[number][block] = words[..old.len()].to_vec();
        let touched = sentence(&old) + " " + &sentence(&texts[number][block]);
        let test = test.file(&name(number), article(number, &texts[number]));
        let path = test.root().join(name(number));
        workspace.apply(reread(&Root::new(test.root()), &[path]).expect("a readable folder"));
        let index = Index::new(site(&workspace), lang, &kept);
        let after = made(&index, site(&workspace));
        let ordinal =
            index.shape.records.iter().position(|id| site(&workspace).page(*id).url.as_str() == format!("/a{number}/"));
        let mut allowed = of_words(touched.split(' '), &index.shape);
        allowed.insert(SearchFile::Fragment(u32::try_from(ordinal.expect("a record")).expect("few")));
        let changed = changed(&before, &after);
        prop_assert!(changed.is_subset(&allowed), "{changed:?} {allowed:?}");
        prop_assert_eq!(changed.is_empty(), texts[number][block] == old);
        Ok(())
    });
}

#[test]
fn the_newest_article_changes_the_files_of_its_words_alone() {
    // As many as leave the number of shards what it is.
    law(24, &(vec(blocks(), 17..31), blocks()), |(texts, newest)| {
        let test = articles(&texts);
        let mut workspace = loaded(&test.root());
        let lang = LangId(0);
        let before = fresh(site(&workspace), lang);
        let number = texts.len();
        let test = test.file(&name(number), article(number, &newest));
        workspace.apply(reread(&Root::new(test.root()), &[test.root().join(name(number))]).expect("a readable folder"));
        let index = Index::new(site(&workspace), lang, &Kept::default());
        let after = made(&index, site(&workspace));
        let words = newest.iter().map(|words| sentence(words)).collect::<Vec<_>>().join(" ");
        let words = format!("{words} judul{number} ringkasan halaman 2025");
        let mut allowed = of_words(words.split(' '), &index.shape);
        allowed.extend([SearchFile::Entry, SearchFile::Facet(0), SearchFile::Facet(1)]);
        allowed.insert(SearchFile::Fragment(u32::try_from(number).expect("few")));
        let changed = changed(&before, &after);
        prop_assert!(changed.is_subset(&allowed), "{changed:?} {allowed:?}");
        prop_assert!(changed.len() > 4);
        Ok(())
    });
}

#[test]
fn prose_in_fields_is_searched_and_nothing_else_in_them() {
    let types = "content_types:
  report:
    name: Laporan
    folder: laporan
    fields:
      lessons: { type: list, of: rich-text }
      problem: { type: markdown }
      site: { type: url }
      state: { type: enum, values: [terlaksana] }
      figures:
        type: list
        of: { type: object, fields: { label: { type: text }, value: { type: integer } } }
";
    let report = "lessons: [Mulai dari *musyawarah*]\nproblem: |\n  Air **keruh**.\n\n  Jalan putus.\nsite: https://rahasia.example\nstate: terlaksana\nfigures: [{ label: { id: Keluarga terlayani }, value: 7 }]\n---\nIsi tulisan.\n";
    let test = SiteTest::new()
        .minimal()
        .append("kabar.yaml", types)
        .file("content/laporan/_section.id.md", "---\ntitle: Laporan\n---\n")
        .file("content/laporan/a.id.md", crate::support::page("Satu", report));
    let workspace = loaded(&test.root());
    let site = site(&workspace);
    let index = Index::new(site, LangId(0), &Kept::default());
    let fragment: serde_json::Value =
        serde_json::from_slice(&index.file(site, SearchFile::Fragment(0))).expect("a fragment");
    let text = "Isi tulisan.\nMulai dari musyawarah\nAir keruh.\nJalan putus.\nKeluarga terlayani";
    assert_eq!(fragment["text"], text);
    let shards = of_words("musyawarah keruh putus keluarga".split(' '), &index.shape);
    assert!(shards.iter().all(|file| index.file(site, *file).len() > 14), "{shards:?}");
}
