//! Edits commute with loading: a workspace that took changes in, one burst after the other, is the
//! workspace that is loaded afresh: every byte, every diagnostic.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use proptest::prelude::*;

use kabar::diagnostic::Diagnostic;
use kabar::render::{Body, render};
use kabar::source::{Change, Root, reread};
use kabar::workspace::{Clock, Options, Workspace, load};

use crate::support::folder;

use super::law;
use super::publication::publications;

/// What a burst may do to the disk.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Writes a file, right or wrong.
    Write(&'static str, String),
    Remove(&'static str),
    /// Renames a file or folder, when it is there and the other is not.
    Rename(&'static str, &'static str),
    /// Puts another text in a file that is there.
    Replace(&'static str, &'static str, &'static str),
}

const FILES: [&str; 22] = [
    "kabar.yaml",
    "content/_section.id.md",
    "content/a0.id.md",
    "content/s0/a0.id.md",
    "content/s0/a1.id.md",
    "content/s0/a1/index.id.md",
    "content/s1/a2/index.en.md",
    "content/s1/a2/index.id.md",
    "content/s1/a2/media.yaml",
    "content/s1/a2/peta.svg",
    "content/s1/_section.id.md",
    "content/_terms/tags.yaml",
    "content/_terms/tak-ada.yaml",
    "data/angka.csv",
    "data/angka.json",
    "static/gambar.png",
    "static/robots.txt",
    "templates/home.html",
    "templates/lain.html",
    "strings/id.ftl",
    "styles/base.css",
    "themes/plain/templates/article.html",
];

const FOLDERS: [&str; 6] = ["content/s0", "content/s1", "content/s1/a2", "content/s9", "templates", "static"];

fn texts() -> impl Strategy<Value = String> {
    let known = [
        "---\ntitle: Baru\n---\n\nIsi.\n",
        "---\ntitle: Baru\ndate: 2025-01-02\ntags: [t0, baru]\n---\n\n![x](peta.svg) [ke](/s0/a0) [y](#tak-ada)\n",
        "---\ntitle: Kerja\ntranslation: { of: id }\n---\n\nText. [to](../a0.id.md)\n",
        "---\ntitle: Konsep\ndraft: true\ntemplate: lain.html\n---\n",
        "---\ntitle: [rusak\n---\n",
        "---\nslug: tanpa-judul\n---\n",
        "tanpa awal",
        "t0: { name: Topik nol }\nbaru: { name: Baru, parent: t0 }\n",
        "t0: { nama: salah }\n",
        "peta.svg: { alt: Peta }\n",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"3\" height=\"2\"/>",
        "a,b\n1,2\n",
        "{\"a\": 1}",
        "[{{ page.title }}]",
        "{{ tak_ada }}",
        "{% if %}",
        "home = Rumah\n",
        "= rusak",
        "a { b: c }",
        "\u{feff}title: Kabar\nbase_url: https://kabar.example\ntimezone: Asia/Jakarta\nlanguages: [id, en]\ntheme: plain\n",
        "title: Kabar\nbase_url: https://kabar.example/x\ntimezone: Asia/Jakarta\nlanguages: { en: { root: true } }\n",
        "title: [",
        "",
    ];
    proptest::sample::select(known.to_vec()).prop_map(str::to_owned)
}

/// One edit of anything.
pub fn edits() -> impl Strategy<Value = Edit> {
    let file = || proptest::sample::select(FILES.to_vec());
    let folder = || proptest::sample::select(FOLDERS.to_vec());
    prop_oneof![
        5 => (file(), texts()).prop_map(|(path, text)| Edit::Write(path, text)),
        2 => file().prop_map(Edit::Remove),
        1 => folder().prop_map(Edit::Remove),
        1 => (file(), file()).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (folder(), folder()).prop_map(|(from, to)| Edit::Rename(from, to)),
        2 => Just(Edit::Replace("kabar.yaml", "roll_up: true", "roll_up: false")),
        1 => Just(Edit::Replace("kabar.yaml", "theme: plain", "theme: tenun")),
        2 => Just(Edit::Replace("content/_terms/tags.yaml", "Topik 0", "Topik kosong")),
        2 => Just(Edit::Replace("content/s0/_section.id.md", "slug: b0-id", "slug: bagian")),
    ]
}

impl Edit {
    /// Does it, and says which places of the disk it touched.
    pub fn perform(&self, root: &Path) -> Vec<PathBuf> {
        match self {
            Self::Write(path, text) => {
                let place = root.join(path);
                let is_possible =
                    !place.is_dir() && place.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok());
                if is_possible {
                    fs::write(&place, text).expect("a file");
                }
                vec![place]
            }
            Self::Remove(path) => {
                let place = root.join(path);
                let _ = if place.is_dir() { fs::remove_dir_all(&place) } else { fs::remove_file(&place) };
                vec![place]
            }
            Self::Rename(from, to) => {
                let (from, to) = (root.join(from), root.join(to));
                if !to.exists() && to.parent().is_some_and(Path::is_dir) {
                    let _ = fs::rename(&from, &to);
                }
                vec![from, to]
            }
            Self::Replace(path, from, to) => {
                let place = root.join(path);
                if let Ok(text) = fs::read_to_string(&place) {
                    fs::write(&place, text.replace(from, to)).expect("a file");
                }
                vec![place]
            }
        }
    }
}

/// Everything that can be asked of a workspace.
#[derive(Debug, PartialEq)]
struct Answers {
    diagnostics: Vec<Diagnostic>,
    withheld: String,
    pages: BTreeMap<String, Result<Body, Vec<Diagnostic>>>,
}

fn answers(workspace: &Workspace) -> Answers {
    let snapshot = workspace.snapshot.as_ref();
    let routes = snapshot.into_iter().flat_map(|snapshot| snapshot.routes.iter().map(move |route| (snapshot, route)));
    let pages =
        routes.map(|(snapshot, route)| (route.url.to_string(), render(snapshot, route).map(|rendered| rendered.body)));
    Answers {
        diagnostics: workspace.diagnostics.clone(),
        withheld: format!("{:?}", workspace.withheld),
        pages: pages.collect(),
    }
}

fn options() -> Options {
    let now: Timestamp = "2026-07-01T01:00:00Z".parse().expect("a time");
    Options { clock: Clock::At(now), shows_drafts: false, origin: None }
}

fn loaded(root: &Path) -> Workspace {
    load(Root::new(root), &options()).expect("a readable folder")
}

#[track_caller]
fn differences(found: &Answers, expected: &Answers) -> Vec<String> {
    let mut out = Vec::new();
    if found.diagnostics != expected.diagnostics || found.withheld != expected.withheld {
        out.push(format!("{:#?}\ninstead of\n{:#?}", found.diagnostics, expected.diagnostics));
    }
    let names = found.pages.keys().chain(expected.pages.keys());
    out.extend(names.filter(|name| found.pages.get(*name) != expected.pages.get(*name)).cloned());
    out
}

#[test]
fn bursts_of_edits_give_what_loading_afresh_gives() {
    let bursts = proptest::collection::vec(proptest::collection::vec(edits(), 1..4), 1..6);
    law(24, &(publications(6), bursts), |(publication, bursts)| {
        let test = publication.site();
        let root = test.root();
        let mut workspace = loaded(&root);
        for burst in bursts {
            let places: Vec<PathBuf> = burst.iter().flat_map(|edit| edit.perform(&root)).collect();
            let changes = reread(&Root::new(&root), &places).expect("a readable folder");
            let before = answers(&workspace);
            let is_changed = workspace.apply(changes);
            let after = answers(&workspace);
            prop_assert_eq!(differences(&after, &answers(&loaded(&root))), [""; 0], "{:?}", burst);
            prop_assert!(is_changed || before == after);
        }
        Ok(())
    });
}

#[test]
fn a_text_in_an_editor_is_as_good_as_a_saved_one() {
    let texts = (proptest::sample::select(FILES.to_vec()), texts());
    law(24, &(publications(5), texts), |(publication, (path, text))| {
        let test = publication.site();
        let mut workspace = loaded(&test.root());
        let source = kabar::base::SourcePath::new(path).expect("a path");
        workspace.apply([Change::text(&source, &text)]);
        let test = test.file(path, &text);
        prop_assert_eq!(differences(&answers(&workspace), &answers(&loaded(&test.root()))), [""; 0], "{}", path);
        // And back to what stands on the disk, by way of nothing.
        workspace.apply([Change::gone(&source)]);
        workspace.apply(reread(&Root::new(test.root()), &[PathBuf::from(path)]).expect("a readable folder"));
        prop_assert_eq!(differences(&answers(&workspace), &answers(&loaded(&test.root()))), [""; 0], "{}", path);
        Ok(())
    });
}

#[test]
fn what_breaks_stays_as_it_last_was_where_that_is_wanted() {
    // Neither YAML nor a template.
    let broken = "---\ntitle: [rusak {% if\n---\n";
    let bursts = proptest::collection::vec(proptest::sample::select(FILES.to_vec()), 1..8);
    law(16, &(publications(6), bursts), |(publication, paths)| {
        let test = publication.site();
        let root = test.root();
        let before = folder::read(&root);
        let mut workspace = loaded(&root).keeping_last_good();
        let good = answers(&workspace);
        for path in &paths {
            if before.contains_key(*path) && !path.ends_with(".svg") {
                fs::write(root.join(path), broken).expect("a file");
                workspace.apply(reread(&Root::new(&root), &[root.join(path)]).expect("a readable folder"));
                prop_assert!(workspace.diagnostics.iter().any(Diagnostic::is_error), "{}", path);
            }
        }
        let broken = answers(&workspace);
        let lost: Vec<&String> = good.pages.keys().filter(|url| !broken.pages.contains_key(*url)).collect();
        prop_assert!(lost.is_empty(), "{:?}", lost);
        for (path, bytes) in before {
            fs::write(root.join(&path), bytes).expect("a file");
            workspace.apply(reread(&Root::new(&root), &[root.join(path)]).expect("a readable folder"));
        }
        prop_assert_eq!(differences(&answers(&workspace), &good), [""; 0]);
        Ok(())
    });
}

#[test]
fn time_passes_without_an_edit() {
    let test = crate::support::SiteTest::new()
        .minimal()
        .file("content/a.id.md", crate::support::page("Satu", "date: 2026-07-01T10:00\n---\n"));
    let mut workspace = loaded(&test.root());
    let has = |workspace: &Workspace| answers(workspace).pages.contains_key("/a/");
    assert!(!has(&workspace));
    workspace.tell_time(Clock::At("2026-07-01T03:00:00Z".parse().expect("a time")));
    assert!(has(&workspace));
}
