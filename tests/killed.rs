//! A build may be ended at any moment: readers see whole files, and the next build gives the bytes
//! of a clean one.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{NOW, Run, SiteTest, Tree, command, folder, page};

const KILLS: u64 = 50;

/// A publication that takes a while; another edition of it has other texts and other articles.
fn site(edition: usize) -> SiteTest {
    let test = SiteTest::new().minimal().edit("kabar.yaml", "title: Uji", &format!("title: Uji {edition}"));
    let test =
        test.append("kabar.yaml", "feeds: { formats: [rss] }\n").file("content/s/_section.id.md", page("Bagian", ""));
    let numbers = (0..280).filter(|number| number % 10 != edition);
    numbers.fold(test, |test, number| {
        let front = format!("date: 2026-01-{:02}\ntags: [t{}]\n---\n", number % 28 + 1, number % 3);
        let text = page(&format!("Artikel {number}"), &format!("{front}Isi {edition}.\n"));
        match number % 8 {
            // Files that are copied, among those that are rendered.
            0 => test
                .file(&format!("content/s/a{number}/index.id.md"), text)
                .file(&format!("content/s/a{number}/lampiran.txt"), edition.to_string().repeat(9000)),
            _ => test.file(&format!("content/s/a{number}.id.md"), text),
        }
    })
}

fn start(root: &Path, output: &Path) -> Child {
    let mut command = command(root);
    command.args(["build", "--now", NOW, "--output", &output.to_string_lossy()]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

fn build(root: &Path, output: &Path) {
    let mut command = command(root);
    command.args(["build", "--now", NOW, "--output", &output.to_string_lossy()]);
    Run::of(&mut command).ends_with(0);
}

/// All files, those that are the generator's own as well.
fn whole(folder: &Path) -> Tree {
    folder::files(folder).into_iter().map(|(name, place)| (name, fs::read(place).expect("a file"))).collect()
}

/// The files of readers that are of neither edition.
fn torn(output: &Path, editions: &[(SiteTest, Tree)]) -> Vec<String> {
    let found = folder::read(output).into_iter();
    let is_whole = |name: &str, bytes: &Vec<u8>| editions.iter().any(|(_, tree)| tree.get(name) == Some(bytes));
    found.filter(|(name, bytes)| !is_whole(name, bytes)).map(|(name, _)| name).collect()
}

#[test]
fn killed_at_any_moment_the_next_build_gives_the_bytes_of_a_clean_one() {
    let mut longest = Duration::ZERO;
    let editions = [0, 1].map(|edition| {
        let test = site(edition);
        let begun = Instant::now();
        build(&test.root(), &test.output());
        longest = longest.max(begun.elapsed());
        let tree = whole(&test.output());
        (test, tree)
    });
    let home = TempDir::new().expect("a folder");
    let output = home.path().join("output");
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut ended = 0;
    for kill in 0..KILLS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let (test, clean) = &editions[usize::from(kill % 4 > 1)];
        let mut child = start(&test.root(), &output);
        thread::sleep(longest.mul_f64((random % 1000) as f64 / 1000.0));
        let _ = child.kill();
        ended += u64::from(child.wait().expect("it ends").code().is_none());
        assert_eq!(torn(&output, &editions), [""; 0], "after kill {kill}");
        // Sometimes the next build is killed as well.
        if kill % 2 == 1 {
            continue;
        }
        build(&test.root(), &output);
        assert_eq!(folder::differences(clean, &whole(&output)), [""; 0], "after kill {kill}");
        // Now and then into an empty folder.
        if kill % 10 == 4 {
            fs::remove_dir_all(&output).expect("removed");
        }
    }
    assert!(ended > KILLS / 4, "only {ended} builds were ended before their time");
}
