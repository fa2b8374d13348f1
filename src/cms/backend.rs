//! Where a CMS keeps what is written: a repository at a host.

use super::Vendor;
use super::entry::Entry;

/// A place of sources, and how to come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Backend {
    GitHub(Repository),
    GitLab(Repository),
    /// A service that speaks to the host in the editor's place.
    GitGateway {
        branch: String,
    },
    /// Nowhere: to try the forms.
    Trial,
}

/// A repository at a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// `owner/name`.
    pub name: String,
    pub branch: String,
    /// The service that lets editors in.
    pub gate: Option<String>,
}

/// Why there can be no such backend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackendFault {
    /// It needs a repository.
    Repository,
    /// The program does not know it.
    Vendor,
}

impl Backend {
    /// The backend of a name: `github`, `gitlab`, `git-gateway` or `trial`.
    ///
    /// # Errors
    /// When it needs a repository as `owner/name`, or the program does not know it.
    pub fn new(
        name: &str,
        repository: Option<&str>,
        branch: &str,
        gate: Option<&str>,
        vendor: Vendor,
    ) -> Result<Self, BackendFault> {
        let branch = branch.to_owned();
        let repository = || {
            let is_whole = |name: &&str| {
                let parts: Vec<&str> = name.split('/').collect();
                parts.len() >= 2 && parts.iter().all(|part| !part.is_empty() && !part.contains(char::is_whitespace))
            };
            let name = repository.filter(is_whole).ok_or(BackendFault::Repository)?.to_owned();
            Ok(Repository { name, branch: branch.clone(), gate: gate.map(str::to_owned) })
        };
        match (name, vendor) {
            ("github", _) => repository().map(Self::GitHub),
            ("gitlab", _) => repository().map(Self::GitLab),
            ("git-gateway", Vendor::Decap) => Ok(Self::GitGateway { branch }),
            ("trial", _) => Ok(Self::Trial),
            _ => Err(BackendFault::Vendor),
        }
    }

    pub(super) fn entry(&self) -> Entry {
        let at = |name: &str, repository: &Repository| {
            let entry = Entry::new().with("name", name).with("repo", repository.name.as_str());
            let entry = entry.with("branch", repository.branch.as_str());
            match &repository.gate {
                Some(gate) => entry.with("base_url", gate.as_str()),
                None => entry,
            }
        };
        match self {
            Self::GitHub(repository) => at("github", repository),
            Self::GitLab(repository) => at("gitlab", repository),
            Self::GitGateway { branch } => Entry::new().with("name", "git-gateway").with("branch", branch.as_str()),
            Self::Trial => Entry::new().with("name", "test-repo"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backend_has_what_it_needs_or_says_what_is_missing() {
        let new = |name, repository, vendor| Backend::new(name, repository, "main", None, vendor);
        for repository in [None, Some("kabar"), Some("/kabar"), Some("a b/c"), Some("a//b")] {
            assert_eq!(new("github", repository, Vendor::Decap), Err(BackendFault::Repository), "{repository:?}");
        }
        assert_eq!(new("git-gateway", None, Vendor::Sveltia), Err(BackendFault::Vendor));
        assert_eq!(new("svn", None, Vendor::Decap), Err(BackendFault::Vendor));
        let found = new("gitlab", Some("group/inner/news"), Vendor::Sveltia).map(|backend| backend.entry().to_yaml());
        assert_eq!(found.as_deref(), Ok("name: gitlab\nrepo: group/inner/news\nbranch: main\n"));
        let gate = Backend::new("github", Some("a/b"), "x", Some("https://masuk.example"), Vendor::Decap);
        assert!(gate.is_ok_and(|gate| gate.entry().to_yaml().contains("base_url: https://masuk.example")));
    }
}
