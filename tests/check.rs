//! `kabar check` as people and other programs use it.

use serde_json::Value;

use crate::support::{NOW, Run, SiteTest, folder, kabar, page};

fn site() -> SiteTest {
    SiteTest::new()
        .minimal()
        .file("content/a.id.md", page("Satu", "Desa yang yang jauh, dan itu itu saja.\n"))
        .file("content/bagian/_section.id.md", page("Bagian", ""))
        .file("content/bagian/b.id.md", page("Dua", "Lihat [di sini](/a).\n"))
}

fn files(run: &Run) -> Vec<String> {
    let diagnostics = run.diagnostics();
    let mut files: Vec<String> =
        diagnostics.iter().filter_map(|found| found["place"]["file"].as_str()).map(str::to_owned).collect();
    files.dedup();
    files
}

#[test]
fn the_publication_of_this_repository_passes() {
    let run = kabar(&folder::repository(), &["check", "--strict", "--format", "json"]).ends_with(0);
    assert!(run.diagnostics().iter().all(|found| found["severity"] == "hint"), "{}", run.out);
}

#[test]
fn a_new_publication_passes() {
    let here = tempfile::tempdir().expect("a folder");
    kabar(here.path(), &["init", "baru"]).ends_with(0);
    kabar(&here.path().join("baru"), &["check", "--strict"]).ends_with(0);
}

#[test]
fn hints_refuse_nothing_and_are_silent_when_asked() {
    let test = SiteTest::new().minimal().file("content/bagian/_section.id.md", page("Bagian", ""));
    let test = test.file("content/bagian/b.id.md", page("Dua", "Isi.\n"));
    let codes = test.run(&["check", "--strict", "--format", "json"]).ends_with(0).hints();
    assert_eq!(codes, ["missing-author", "missing-summary"]);
    assert_eq!(test.run(&["check", "--quiet", "--format", "json"]).hints(), [""; 0]);
    let said = test.run(&["check"]).err;
    assert!(said.contains("hint[missing-author]") && said.contains("2 hints"), "{said}");
}

#[test]
fn a_publication_decides_how_much_a_lint_matters() {
    let test =
        site().append("kabar.yaml", "lints: { doubled-word: error, vague-link-text: off, missing-author: warning }\n");
    let run = test.diagnose().ends_with(1);
    let severity = |code: &str| -> Vec<Value> {
        let diagnostics = run.diagnostics();
        diagnostics.iter().filter(|found| found["code"] == code).map(|found| found["severity"].clone()).collect()
    };
    assert_eq!(severity("doubled-word"), ["error", "error"]);
    assert_eq!(severity("vague-link-text"), [""; 0]);
    assert_eq!(severity("missing-author"), ["warning"]);
    // A problem that loading finds is a lint as well.
    let test = test.file("content/bagian/c.id.md", page("Tiga", "# Tiga\n")).append("kabar.yaml", "");
    assert!(test.diagnose().codes().contains(&"first-level-heading".to_owned()));
    let test = test.edit("kabar.yaml", "vague-link-text: off", "first-level-heading: off");
    assert!(!test.diagnose().codes().contains(&"first-level-heading".to_owned()));
}

#[test]
fn a_file_or_folder_restricts_what_is_told() {
    let test = site();
    let check = |paths: &[&str]| test.run(&[&["check", "--format", "json"], paths].concat());
    assert_eq!(files(&check(&[])), ["content/a.id.md", "content/bagian/b.id.md"]);
    assert_eq!(files(&check(&["content/a.id.md"])), ["content/a.id.md"]);
    assert_eq!(files(&check(&["content/bagian/"])), ["content/bagian/b.id.md"]);
    assert_eq!(files(&check(&["./content/../content/bagian"])), ["content/bagian/b.id.md"]);
    assert_eq!(files(&check(&["."])).len(), 2);
    let elsewhere = kabar(&test.root().join("content/bagian"), &["check", "--root", "../..", "b.id.md", "--strict"]);
    assert!(elsewhere.code == Some(1) && !elsewhere.err.contains("a.id.md"), "{}", elsewhere.err);
    check(&["content/hilang.id.md"]).ends_with(2);
    check(&["/"]).ends_with(2);
}

#[test]
fn people_read_findings_file_by_file() {
    let said = site().run(&["check"]).err;
    let heading = said.find("content/a.id.md: 2 findings").expect("a heading");
    let place = said.find("content/a.id.md:5:6").expect("a place");
    assert!(heading < place && said.contains("^^^^^^^^^") && !said.contains('\u{1b}'), "{said}");
}

#[test]
fn github_shows_findings_beside_the_line() {
    let out = site().run(&["check", "--format", "github", "content/a.id.md"]).ends_with(0).out;
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert!(
        lines[0].starts_with("::warning file=content/a.id.md,line=5,endLine=5,col=6,endColumn=15,title=doubled-word::")
    );
}

#[test]
fn sarif_says_all_that_the_standard_wants() {
    let log: Value = site().run(&["check", "--format", "sarif"]).ends_with(0).json();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert!(results.len() >= 5, "{log:#}");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().expect("a level")));
        assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        assert!(region["startLine"].as_u64() >= Some(1) && region["startColumn"].as_u64() >= Some(1));
    }
}

#[test]
fn a_check_that_nobody_waits_for_ends_wherever_it_is() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use kabar::check::{check, check_while};
    use kabar::workspace::{Clock, Options, load};

    let test = SiteTest::new().bilingual().file("content/a.id.md", page("Satu", "Isi yang yang dua kali.\n"));
    let options = Options { clock: Clock::Written(NOW.to_owned()), shows_drafts: true, origin: None };
    let workspace = load(kabar::source::Root::new(test.root()), &options).expect("a readable folder");
    let snapshot = workspace.snapshot.expect("a snapshot");
    let asked = AtomicUsize::new(0);
    let until = |last: usize| {
        asked.store(0, Ordering::Relaxed);
        check_while(&snapshot, &workspace.diagnostics, &|| asked.fetch_add(1, Ordering::Relaxed) < last)
    };
    let whole = until(usize::MAX);
    let count = asked.load(Ordering::Relaxed);
    assert_eq!(whole, Some(check(&snapshot, &workspace.diagnostics)));
    // Before each route that is checked, each text and each lint.
    let routes = snapshot.routes.iter().filter(|route| route.artifact.kind() != "search-index").count();
    assert!(count > routes + 10, "{count}");
    for last in 0..count {
        assert_eq!(until(last), None, "{last} of {count}");
    }
    assert_eq!(until(count), whole);
}
