//! A publication in a temporary folder, its output beside it, and what was last said about it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use super::folder::{self, Tree};
use super::{Expectation, Run, command};

/// The date of all builds: later than all dates of the fixtures that are not about the future.
pub const NOW: &str = "2026-07-01T09:00";

/// A publication that is made, built, edited and built again.
pub struct SiteTest {
    folder: TempDir,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
    last: Option<Run>,
}

const MINIMAL: &str = "\
title: Uji
base_url: https://uji.example
timezone: Asia/Makassar
languages: { id: { name: Bahasa Indonesia, root: true } }
theme: plain
";

const BILINGUAL: &str = "\
title: { id: Uji, en: Test }
base_url: https://uji.example
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
theme: plain
";

impl SiteTest {
    /// An empty folder.
    pub fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("site")).expect("a folder");
        Self { folder, arguments: Vec::new(), variables: Vec::new(), last: None }
    }

    /// A copy of a publication.
    pub fn of(publication: &Path) -> Self {
        let test = Self::new();
        folder::copy(publication, &test.root());
        test
    }

    /// The publication's folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// The files of the publication.
    pub fn root_files(&self) -> Tree {
        folder::read(&self.root())
    }

    /// Where `build` writes to.
    pub fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// The smallest publication: five lines, home and a theme.
    pub fn minimal(self) -> Self {
        self.plain().file("kabar.yaml", MINIMAL).file("content/_section.id.md", "---\ntitle: Uji\n---\n")
    }

    /// The smallest publication in two languages.
    pub fn bilingual(self) -> Self {
        let test = self.plain().file("kabar.yaml", BILINGUAL);
        test.file("content/_section.id.md", "---\ntitle: Uji\n---\n")
            .file("content/_section.en.md", "---\ntitle: Test\n---\n")
    }

    /// The theme that shows everything in a few lines.
    pub fn plain(self) -> Self {
        folder::copy(&folder::tests().join("support/plain"), &self.root().join("themes/plain"));
        self
    }

    /// Writes a file of the publication.
    pub fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        folder::write(&self.root().join(path), content);
        self
    }

    /// Adds text to a file's end.
    pub fn append(self, path: &str, text: &str) -> Self {
        let mut content = fs::read_to_string(self.root().join(path)).unwrap_or_default();
        content.push_str(text);
        self.file(path, content)
    }

    /// Changes a part of a file, which must be there once.
    #[track_caller]
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let content = fs::read_to_string(self.root().join(path)).expect("a file to edit");
        assert_eq!(content.matches(from).count(), 1, "{from:?} in {path}:\n{content}");
        let content = content.replacen(from, to, 1);
        self.file(path, content)
    }

    /// Removes a file of the publication, and its folders when it was their last.
    pub fn remove(self, path: &str) -> Self {
        let place = self.root().join(path);
        fs::remove_file(&place).expect("a file to remove");
        // Folders that are empty without it go too.
        for folder in place.ancestors().skip(1).take_while(|folder| **folder != *self.root()) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        self
    }

    /// Gives all later runs more arguments, in place of those given before.
    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        self
    }

    /// Sets a variable of the environment for all later runs.
    pub fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs a command on the publication.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let mut command = command(&self.root());
        command.args(arguments).args(&self.arguments);
        if !self.arguments.iter().any(|argument| argument == "--now") && takes_now(arguments) {
            command.args(["--now", NOW]);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        Run::of(&mut command)
    }

    /// Builds, whatever comes of it.
    pub fn try_build(mut self) -> Self {
        let output = self.output();
        self.last = Some(self.run(&["build", "--output", &output.to_string_lossy()]));
        self
    }

    /// Builds; it must succeed.
    #[track_caller]
    pub fn build(self) -> Self {
        self.try_build().ended(0)
    }

    /// Builds; the publication must be refused.
    #[track_caller]
    pub fn refused(self) -> Self {
        self.try_build().ended(1)
    }

    /// Checks the publication for what other programs read.
    pub fn diagnose(&self) -> Run {
        self.run(&["check", "--format", "json"])
    }

    /// Says how a file of the output must be.
    #[track_caller]
    pub fn check(self, path: &str, expectation: Expectation) -> Self {
        let bytes = fs::read(self.output().join(path)).ok();
        let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        expectation.hold(path, text.as_deref());
        self
    }

    /// Says what the last build must have told people.
    #[track_caller]
    pub fn says(self, expectation: Expectation) -> Self {
        expectation.hold("what was said", Some(&self.last().err));
        self
    }

    /// Says how a value must be that the last build told other programs.
    #[track_caller]
    pub fn told(self, key: &str, expected: &Value) -> Self {
        assert_eq!(&self.last().json()[key], expected, "{key}");
        self
    }

    /// The files of the output.
    pub fn tree(&self) -> Tree {
        folder::read(&self.output())
    }

    #[track_caller]
    fn ended(self, code: i32) -> Self {
        self.last().clone().ends_with(code);
        self
    }

    fn last(&self) -> &Run {
        self.last.as_ref().expect("a build")
    }
}

fn takes_now(arguments: &[&str]) -> bool {
    matches!(arguments.first(), Some(&("build" | "check" | "routes"))) && !arguments.contains(&"--now")
}
