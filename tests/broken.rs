//! Publications that are wrong, one fault a folder, and what is said about each.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use kabar::diagnostic::Problem;
use rayon::prelude::*;
use serde_json::Value;

use crate::support::{NOW, Run, SiteTest, Tree, command, folder, page};

/// What `expected.yaml` says of one diagnostic.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: String,
    file: Option<String>,
    line: Option<u64>,
}

/// A publication that is wrong, as it was checked in both languages.
struct Fixture {
    name: String,
    folder: PathBuf,
    expected: Vec<Expected>,
    indonesian: Run,
    english: Run,
}

impl Fixture {
    /// Says whether a diagnostic is one that the fixture is there for.
    fn is_about(&self, diagnostic: &Value) -> bool {
        self.expected.iter().any(|expected| diagnostic["code"] == expected.code.as_str())
    }

    /// Says whether only a check finds what is wrong.
    fn is_of_check(&self) -> bool {
        self.expected.iter().all(|expected| kabar::check::CODES.contains(&expected.code.as_str()))
    }

    /// Says whether nothing is wrong: what is found is only worth a thought.
    fn is_of_hints(&self) -> bool {
        self.english.diagnostics().iter().all(|diagnostic| diagnostic["severity"] == "hint")
    }
}

static FIXTURES: LazyLock<Vec<Fixture>> = LazyLock::new(|| {
    let checked = folders().into_par_iter().map(|(name, folder)| {
        let [indonesian, english] = ["id", "en"].map(|tongue| check(&folder, tongue));
        Fixture { name, expected: expected(&folder), folder, indonesian, english }
    });
    checked.collect()
});

fn folders() -> Vec<(String, PathBuf)> {
    let all = folder::tests().join("broken");
    folder::folders(&all).into_iter().map(|name| (name.clone(), all.join(name))).collect()
}

fn expected(fixture: &Path) -> Vec<Expected> {
    let text = fs::read_to_string(fixture.join("expected.yaml")).expect("a fixture says what is expected");
    let mut list: Vec<Expected> = serde_yaml::from_str(&text).expect("a list of diagnostics");
    list.sort();
    list
}

/// Asks all fixtures one question and shows every wrong answer.
fn every(question: impl Fn(&Fixture) -> Vec<String> + Sync) {
    let wrong: Vec<String> = FIXTURES
        .par_iter()
        .flat_map_iter(|fixture| question(fixture).into_iter().map(move |fault| format!("{}: {fault}", fixture.name)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check(fixture: &Path, tongue: &str) -> Run {
    let mut command = command(fixture);
    command.env("KABAR_LANG", tongue).args(["check", "--format", "json", "--now", NOW]);
    Run::of(&mut command)
}

fn found(diagnostics: &[Value]) -> Vec<Expected> {
    let mut list: Vec<Expected> = diagnostics
        .iter()
        .map(|diagnostic| Expected {
            code: diagnostic["code"].as_str().unwrap_or_default().to_owned(),
            file: diagnostic["place"]["file"].as_str().map(str::to_owned),
            line: diagnostic["place"]["line"].as_u64(),
        })
        .collect();
    list.sort();
    list
}

#[test]
fn each_fault_is_told_and_nothing_else() {
    every(|fixture| {
        let expected = &fixture.expected;
        let mut wrong = Vec::new();
        for run in [&fixture.indonesian, &fixture.english] {
            let mut diagnostics = run.diagnostics();
            // Fixtures are too small for good manners: a hint counts only where it is what is shown.
            diagnostics.retain(|found| found["severity"] != "hint" || fixture.is_about(found));
            let found = found(&diagnostics);
            if found != *expected {
                wrong.push(format!("expected {expected:#?}, found {found:#?}"));
            }
            let has_errors = diagnostics.iter().any(|diagnostic| diagnostic["severity"] == "error");
            if run.code != Some(i32::from(has_errors)) || run.json()["ok"] == has_errors {
                wrong.push(format!("ended with {:?}, ok is {}", run.code, run.json()["ok"]));
            }
        }
        wrong
    });
}

#[test]
fn each_fault_is_told_in_the_words_of_both_languages() {
    every(|fixture| {
        let (indonesian, english) = (fixture.indonesian.diagnostics(), fixture.english.diagnostics());
        let mut wrong = Vec::new();
        for (left, right) in indonesian.iter().zip(&english) {
            for part in ["what", "why", "fix"] {
                let texts = [left, right].map(|diagnostic| diagnostic[part].as_str().unwrap_or_default());
                let code = left["code"].as_str().unwrap_or_default();
                let is_said = |text: &str| {
                    !text.trim().is_empty() && text != code && !text.contains("{ $") && !text.contains("{$")
                };
                if !texts.iter().all(|text| is_said(text)) || texts[0] == texts[1] {
                    wrong.push(format!("{code}.{part}: {texts:?}"));
                }
            }
            for key in ["code", "severity", "place", "related", "suggestion"] {
                if left[key] != right[key] {
                    wrong.push(format!("{key} differs: {} {}", left[key], right[key]));
                }
            }
        }
        wrong
    });
}

#[test]
fn each_fault_lies_inside_its_file() {
    every(|fixture| {
        let diagnostics = fixture.english.diagnostics();
        let related = diagnostics.iter().flat_map(|diagnostic| diagnostic["related"].as_array().cloned());
        let places = diagnostics.iter().map(|diagnostic| diagnostic["place"].clone()).chain(related.flatten());
        places.filter(|place| !place.is_null()).filter_map(|place| is_outside(&fixture.folder, &place)).collect()
    });
}

/// Says how a place does not lie inside its file.
fn is_outside(fixture: &Path, place: &Value) -> Option<String> {
    let name = place["file"].as_str().unwrap_or_default();
    let file = [fixture.to_path_buf(), folder::repository()].map(|root| root.join(name));
    let bytes = file.iter().find_map(|file| fs::read(file).ok());
    // A link that leads nowhere, or to a folder, has no text.
    let text = String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned();
    let lines: Vec<&str> = text.split('\n').collect();
    let number = |key: &str| usize::try_from(place[key].as_u64().unwrap_or_default()).unwrap_or_default();
    let is_inside = |line: usize, column: usize| {
        let length = line.checked_sub(1).and_then(|index| lines.get(index)).map(|line| line.chars().count());
        length.is_some_and(|length| (1..=length + 1).contains(&column))
    };
    let (start, end) = ((number("line"), number("column")), (number("end_line"), number("end_column")));
    let is_right = is_inside(start.0, start.1) && is_inside(end.0, end.1) && start <= end;
    (!is_right).then(|| format!("{place} is not inside of {} lines", lines.len()))
}

#[test]
fn nothing_is_written_while_anything_is_wrong() {
    every(|fixture| {
        if fixture.is_of_check() || fixture.is_of_hints() {
            return Vec::new();
        }
        let test = SiteTest::of(&fixture.folder);
        let output = test.output();
        folder::write(&output.join("index.html"), "before");
        folder::write(&output.join("cerita/a/index.html"), "before");
        folder::write(&output.join("kept.txt"), "not ours");
        folder::write(&output.join(".kabar/manifest.json"), "{\"version\":1,\"files\":{}}");
        let (before, times) = (whole(&output), folder::times(&output));
        let test = test.with(&["--strict"]).refused();
        let after = whole(&test.output());
        let mut wrong = folder::differences(&before, &after);
        if folder::times(&test.output()) != times {
            wrong.push("files were written anew".to_owned());
        }
        wrong
    });
}

#[test]
fn a_build_does_not_look_for_what_only_a_check_looks_for() {
    every(|fixture| {
        if fixture.is_of_check() {
            SiteTest::of(&fixture.folder).with(&["--strict"]).build();
        }
        Vec::new()
    });
}

/// All files, those that are the generator's own as well.
fn whole(folder: &Path) -> Tree {
    folder::files(folder).into_iter().map(|(name, place)| (name, fs::read(place).expect("a file"))).collect()
}

#[test]
fn a_fixture_has_nothing_but_what_its_fault_needs() {
    assert!(FIXTURES.len() > 100, "{}", FIXTURES.len());
    every(|fixture| {
        let is_small = folder::files(&fixture.folder).len() <= 12;
        let has_faults = !fixture.expected.is_empty();
        [(is_small, "has many files"), (has_faults, "expects nothing")]
            .iter()
            .filter(|(is_right, _)| !is_right)
            .map(|(_, fault)| (*fault).to_owned())
            .collect()
    });
}

/// A folder that leads back into itself; a committed one would catch other programs.
fn with_loop(test: SiteTest) -> SiteTest {
    let test = test.file("content/cerita/a.id.md", page("Kabar", "Isi.\n"));
    #[cfg(unix)]
    std::os::unix::fs::symlink("../cerita", test.root().join("content/cerita/lingkaran")).expect("a link");
    test
}

/// The faults that no folder under version control can have.
fn made() -> Vec<(&'static str, SiteTest)> {
    let site = || SiteTest::new().minimal();
    let large = vec![b'a'; 50 * 1024 * 1024];
    let keys: String = (0..30_000).map(|number| format!("  k{number}: x\n")).collect();
    vec![
        ("file-too-large", site().file("content/besar.id.md", large)),
        ("yaml-too-large", site().file("content/a.id.md", page("Kabar", &format!("catatan:\n{keys}---\n")))),
        ("file-unreadable", with_loop(site())),
        ("file-name", site().file("content/a\\b.id.md", page("Kabar", "Isi.\n"))),
    ]
}

/// A picture with as many bytes as are wanted.
fn picture(width: u32, height: u32, bytes: usize) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height).write_to(&mut out, image::ImageFormat::Png).expect("a picture");
    let mut out = out.into_inner();
    out.resize(bytes, 0);
    out
}

/// Words that no packing makes small.
fn noise(bytes: usize) -> String {
    let mut state = 1_u32;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from((state >> 24) % 26).expect("a letter"))
    };
    (0..bytes / 80).map(|_| (0..79).map(|_| letter()).collect::<String>() + " ").collect()
}

/// What is too heavy for readers, and for a repository.
fn heavy() -> Vec<(&'static str, SiteTest)> {
    let site = || SiteTest::new().minimal();
    let article = |body: &str| {
        site()
            .file("content/cerita/_section.id.md", page("Cerita", ""))
            .file("content/cerita/a/index.id.md", page("Kabar", body))
    };
    let shown = article("![Teluk](foto.png)\n");
    let styles: String = (0..900).map(|number| format!(".kelas-{number} {{ color: red }}\n")).collect();
    vec![
        ("heavy-page", article(&noise(30_000))),
        ("heavy-style", site().file("styles/plain.css", styles)),
        ("heavy-picture", shown.file("content/cerita/a/foto.png", picture(80, 60, 250_000))),
        (
            "oversize-picture",
            article("![Teluk](foto.png)\n").file("content/cerita/a/foto.png", picture(4000, 30, 90_000)),
        ),
        (
            "heavy-home",
            site()
                .file("templates/home.html", "<html lang=id><h1>{{ page.title }}</h1><img src=/foto.png alt=''></html>")
                .file("static/foto.png", picture(80, 60, 90_000)),
        ),
    ]
}

#[test]
fn what_is_too_heavy_is_told_and_built_nevertheless() {
    for (code, test) in heavy() {
        assert_eq!(test.diagnose().ends_with(0).codes(), [code]);
        test.with(&["--strict"]).build();
    }
}

#[test]
fn faults_that_no_repository_can_hold_are_told() {
    for (code, test) in made() {
        assert_eq!(test.diagnose().ends_with(1).codes(), [code]);
        test.refused().check("index.html", crate::support::absent());
    }
}

#[cfg(unix)]
#[test]
fn nothing_behind_a_link_that_leads_outside_is_read() {
    let test = SiteTest::new().minimal().file("../luar/rusak.id.md", "tanpa front matter");
    let test = test.file("../luar/dalam/rusak.svg", "bukan gambar").file("content/z.id.md", "tanpa front matter");
    std::os::unix::fs::symlink("../../luar", test.root().join("content/luar")).expect("a link");
    // What stands after it is read all the same.
    assert_eq!(test.diagnose().ends_with(1).codes(), ["link-outside", "front-matter-missing"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let test = SiteTest::new().minimal().file("content/a.id.md", page("Kabar", "Isi.\n"));
    let place = test.root().join("content/a.id.md");
    fs::set_permissions(&place, fs::Permissions::from_mode(0o000)).expect("permissions");
    // Who may read everything (root in a container) meets no fault.
    if fs::read(&place).is_err() {
        assert_eq!(test.diagnose().ends_with(1).codes(), ["file-unreadable"]);
    }
}

#[test]
fn every_problem_is_raised_by_a_fixture_or_a_test() {
    let expected = folders().into_iter().flat_map(|(_, folder)| expected(&folder));
    let of_fixtures = expected.map(|expected| expected.code);
    let made = made().into_iter().map(|(code, _)| code.to_owned());
    let heavy = heavy().into_iter().map(|(code, _)| code.to_owned());
    let others = crate::external::RAISED
        .into_iter()
        .chain(crate::ping::RAISED)
        .chain(crate::cli::RAISED)
        .chain(crate::searching::RAISED)
        .map(str::to_owned);
    let raised: BTreeSet<String> = of_fixtures.chain(made).chain(heavy).chain(others).collect();
    let known: BTreeSet<String> = Problem::CODES.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(known.difference(&raised).collect::<Vec<_>>(), [""; 0], "no fixture raises these");
    assert_eq!(raised.difference(&known).collect::<Vec<_>>(), [""; 0], "no problem has these codes");
}

#[test]
fn severity_is_the_same_wherever_a_problem_shows() {
    let mut severities: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for fixture in FIXTURES.iter() {
        for diagnostic in fixture.english.diagnostics() {
            let text = |key: &str| diagnostic[key].as_str().unwrap_or_default().to_owned();
            severities.entry(text("code")).or_default().insert(text("severity"));
        }
    }
    let unsure: Vec<_> = severities.iter().filter(|(_, found)| found.len() != 1).collect();
    assert!(unsure.is_empty(), "{unsure:?}");
}
