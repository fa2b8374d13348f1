//! `kabar build --watch`: what is edited is soon to be seen, and what is wrong takes nothing away.

use std::fs;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{NOW, SiteTest, command, page};

/// Longer than any edit may take to be seen, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that is ended with the test.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until a file of the output has a text.
fn wait_for(test: &SiteTest, path: &str, text: &str) {
    let begun = Instant::now();
    let is_there = || fs::read_to_string(test.output().join(path)).is_ok_and(|found| found.contains(text));
    while !is_there() {
        assert!(begun.elapsed() < PATIENCE, "{path} never had {text:?}");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn edits_are_seen_and_faults_take_nothing_away() {
    let test = SiteTest::new().minimal().file("content/a.id.md", page("Satu", "Isi pertama.\n"));
    let mut command = command(&test.root());
    command.args(["build", "--watch", "--now", NOW, "--output", &test.output().to_string_lossy()]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let _watching = Watching(command.spawn().expect("the program starts"));
    wait_for(&test, "a/index.html", "Isi pertama.");
    let test = test.edit("content/a.id.md", "Isi pertama.", "Isi kedua.");
    wait_for(&test, "a/index.html", "Isi kedua.");
    let test = test.file("content/b.id.md", page("Dua", "Baru.\n"));
    wait_for(&test, "b/index.html", "Baru.");
    // A fault, then the way out of it: what stood before stands in between.
    let test = test.edit("content/a.id.md", "Isi kedua.", "[x](/tidak-ada)");
    thread::sleep(Duration::from_secs(1));
    wait_for(&test, "a/index.html", "Isi kedua.");
    let test = test.edit("content/a.id.md", "[x](/tidak-ada)", "Isi ketiga.");
    wait_for(&test, "a/index.html", "Isi ketiga.");
    let test = test.file("templates/page.html", "[{{ page.title }}]");
    wait_for(&test, "a/index.html", "[Satu]");
}
