//! Pages of the desk over small publications.

use crate::diagnostic::{Catalogue, Diagnostic, Tongue};
use crate::source::Root;
use crate::workspace::{Clock, Options, Workspace, load};

use super::{Desk, page};

const CONFIG: &str = "title: Uji\nbase_url: https://example.org\ntimezone: Asia/Makassar\nlanguages:\n  id: { name: Bahasa Indonesia, root: true }\n  en: { name: English }\n";

fn publication(files: &[(&str, &str)]) -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files.iter().chain([&("kabar.yaml", CONFIG)]) {
        let place = folder.path().join(name);
        #[expect(clippy::disallowed_methods, reason = "a test writes its publication")]
        {
            std::fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
            std::fs::write(place, text).expect("a file");
        }
    }
    let options = Options { clock: Clock::Written("2026-06-16".to_owned()), shows_drafts: true, origin: None };
    let workspace = load(Root::new(folder.path()), &options).expect("a readable folder");
    (folder, workspace)
}

fn ask(workspace: &Workspace, tongue: Tongue, path: &str, query: &str) -> Option<String> {
    let diagnostics: Vec<Diagnostic> = workspace.diagnostics.clone();
    page(&Desk {
        path,
        query,
        folder: workspace.root.dir(),
        snapshot: workspace.snapshot.as_deref(),
        documents: &workspace.documents,
        sources: &workspace.sources,
        diagnostics: &diagnostics,
        is_checked: true,
        catalogue: &Catalogue::new(tongue),
    })
}

const FILES: [(&str, &str); 4] = [
    (
        "content/satu.id.md",
        "---\ntitle: \"<script>alert(1)</script>\"\ndate: 2026-06-01\nexpires: 2026-12-01\n---\n\nIsi.\n",
    ),
    ("content/dua.id.md", "---\ntitle: Dua\ndate: 2026-08-01\n---\n\nIsi.\n"),
    ("content/tiga.id.md", "---\ntitle: Tiga\ndraft: true\n---\n\nIsi [sini](nowhere.md).\n"),
    ("content/satu.en.md", "---\ntitle: One\ntranslation: { of: id }\n---\n\nText.\n"),
];

#[test]
fn every_page_is_there_in_both_languages_and_escapes_what_it_shows() {
    let (_folder, workspace) = publication(&FILES);
    for tongue in [Tongue::Indonesian, Tongue::English] {
        for path in ["", "translations/", "changes/", "calendar/", "problems/", "links/", "advice/", "routes/", "why/"]
        {
            let html = ask(&workspace, tongue, path, "all=1").expect(path);
            assert!(!html.contains("<script>alert"), "{path}");
            assert!(html.contains(&format!("<html lang=\"{}\">", tongue.lang())), "{path}");
            assert!(!html.contains("desk-"), "{path}: a phrase is missing");
        }
    }
    assert_eq!(ask(&workspace, Tongue::English, "nothing/", ""), None);
}

#[test]
fn links_of_the_desk_change_its_language() {
    let (_folder, workspace) = publication(&FILES);
    let html = ask(&workspace, Tongue::English, "calendar/", "lang=id").expect("a page");
    assert!(html.contains("<h1>Kalender</h1>") && html.contains("/_desk/routes/?lang=id"), "{html}");
}

#[test]
fn the_calendar_has_what_was_and_what_is_to_come() {
    let (_folder, workspace) = publication(&FILES);
    let html = ask(&workspace, Tongue::English, "calendar/", "").expect("a page");
    let places = [
        "June 2026",
        "&lt;script&gt;",
        "published",
        ">today<",
        "August 2026",
        "Dua",
        "appears",
        "December 2026",
        "expires",
        "Without a date",
        "Tiga",
        "draft",
    ];
    let found: Vec<Option<usize>> = places.iter().map(|place| html.find(place)).collect();
    assert!(found.is_sorted() && found.iter().all(Option::is_some), "{places:?} {found:?}");
}

#[test]
fn the_board_is_narrowed_by_what_is_asked() {
    let (_folder, workspace) = publication(&FILES);
    let board = |query| ask(&workspace, Tongue::English, "translations/", query).expect("a page");
    assert!(board("").contains(">One<"));
    assert!(!board("language=id").contains(">One<"));
    assert!(board("state=missing").contains("Dua") && !board("state=missing").contains(">One<"));
}

#[test]
fn broken_links_stand_on_their_own_page_with_place_and_way_out() {
    let (_folder, workspace) = publication(&FILES);
    let html = ask(&workspace, Tongue::English, "links/", "").expect("a page");
    assert!(html.contains("broken-reference") && html.contains("<mark>") && html.contains("vscode://file"), "{html}");
    assert!(html.contains("content/tiga.id.md:6:5"), "{html}");
    let none = ask(&workspace, Tongue::English, "links/", "severity=hint").expect("a page");
    assert!(none.contains("Nothing found."), "{none}");
}

#[test]
fn addresses_are_found_by_kind_and_text_and_explained() {
    let (_folder, workspace) = publication(&FILES);
    let html = ask(&workspace, Tongue::English, "routes/", "kind=page&text=dua").expect("a page");
    assert!(html.contains("1 address.") && html.contains("/_desk/why/?of=%2Fdua%2F"), "{html}");
    let why = ask(&workspace, Tongue::English, "why/", "of=%2Fdua%2F").expect("a page");
    assert!(why.contains("content/dua.id.md") && why.contains("<dt>template</dt>"), "{why}");
    let why = ask(&workspace, Tongue::English, "why/", "of=content/dua.id.md").expect("a page");
    assert!(why.contains("href=\"/dua/\""), "{why}");
    let nothing = ask(&workspace, Tongue::Indonesian, "why/", "of=%3Cb%3E").expect("a page");
    assert!(nothing.contains("&lt;b&gt;") && nothing.contains("Tidak ada yang bernama"), "{nothing}");
}

#[test]
fn a_publication_that_cannot_be_shown_has_a_desk_all_the_same() {
    let (_folder, workspace) = publication(&[("content/a.id.md", "---\ntitel: A\n")]);
    std::assert!(ask(&workspace, Tongue::English, "problems/", "").expect("a page").contains("front-matter-unclosed"));
    let (_folder, mut workspace) = publication(&[]);
    workspace.snapshot = None;
    for path in ["", "calendar/", "why/"] {
        let html = ask(&workspace, Tongue::Indonesian, path, "").expect("a page");
        assert!(html.contains("belum dapat ditampilkan"), "{html}");
    }
}
