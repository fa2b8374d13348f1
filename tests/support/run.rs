//! The real binary, in a world that does not change.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// What came of running the program.
#[derive(Debug, Clone)]
pub struct Run {
    /// None when a signal ended it.
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// The program in a folder, in English unless told otherwise.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kabar"));
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "RAYON_NUM_THREADS"] {
        command.env_remove(name);
    }
    command.env("KABAR_LANG", "en").env("NO_COLOR", "1");
    command
}

/// Runs the program in a folder.
pub fn kabar(folder: &Path, arguments: &[&str]) -> Run {
    Run::of(command(folder).args(arguments))
}

impl Run {
    /// Runs a command to its end.
    pub fn of(command: &mut Command) -> Self {
        let Output { status, stdout, stderr } = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        let run = Self { code: status.code(), out: text(stdout), err: text(stderr) };
        assert!(!run.err.contains("panicked at"), "{command:?}\n{}", run.err);
        run
    }

    /// Says with what code the program must end.
    #[track_caller]
    pub fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    /// What other programs read.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// The diagnostics that other programs read.
    #[track_caller]
    pub fn diagnostics(&self) -> Vec<Value> {
        self.json()["diagnostics"].as_array().cloned().expect("a list of diagnostics")
    }

    /// The codes of all errors and warnings, in order. The publications of tests are too small for
    /// good manners.
    #[track_caller]
    pub fn codes(&self) -> Vec<String> {
        self.codes_where(|severity| severity != "hint")
    }

    /// The codes of all hints, in order.
    #[track_caller]
    pub fn hints(&self) -> Vec<String> {
        self.codes_where(|severity| severity == "hint")
    }

    #[track_caller]
    fn codes_where(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let diagnostics = self.diagnostics();
        let wanted = diagnostics.iter().filter(|found| found["severity"].as_str().is_some_and(&is_wanted));
        wanted.filter_map(|found| found["code"].as_str().map(str::to_owned)).collect()
    }
}
