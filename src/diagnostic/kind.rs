//! What is known of problems before any is met: how much each matters, what its texts may show.

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written while it stands.
    Error,
    /// The output is right, but readers would be served better; `--strict` refuses it.
    Warning,
    /// Worth a thought: never a reason to refuse anything.
    Hint,
}

/// What is known of a problem before it is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProblemKind {
    pub code: &'static str,
    /// How much it matters by itself.
    pub severity: Severity,
    /// The names of what its texts may show.
    pub fields: &'static [&'static str],
}

/// A value that a text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    Text(String),
    Number(usize),
}

impl Severity {
    /// The word that other programs and `kabar.yaml` use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

impl ProblemKind {
    /// Says whether a publication may decide how much it matters: what stops every build is no lint.
    pub fn is_lint(&self) -> bool {
        self.severity != Severity::Error
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&usize> for Argument {
    fn from(number: &usize) -> Self {
        Self::Number(*number)
    }
}

impl From<&Option<String>> for Argument {
    fn from(text: &Option<String>) -> Self {
        Self::Text(text.clone().unwrap_or_default())
    }
}
