//! What can be done about a problem without thinking: for programs that do it when asked.

use super::problem::Problem;

/// A change that mends a problem, or begins to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Put the right name in the place of the wrong one.
    Replace { wrong: String, right: String },
    /// Put this in the place of an anchor after `#`.
    ReplaceAnchor { wrong: String, right: String },
    /// Write a key that is missing, for its value to be filled in.
    AddKey(String),
    /// Take out a key that stands where it must not.
    RemoveKey(String),
    /// Declare a term in the register of its taxonomy.
    AddTerm { taxonomy: String, term: String },
    /// Give a heading another level.
    Heading(usize),
    /// Say that a translation is up to date with the original of this hash.
    SourceHash(String),
    /// Begin the file with front matter.
    FrontMatter,
}

impl Problem {
    /// All changes that mend it, the likeliest first.
    pub fn fixes(&self) -> Vec<Fix> {
        let mut fixes = Vec::new();
        if let (Some(wrong), Some(right)) = (self.wrong(), self.suggestion()) {
            fixes.push(match self {
                Self::BrokenAnchor { .. } => Fix::ReplaceAnchor { wrong: wrong.to_owned(), right },
                _ => Fix::Replace { wrong: wrong.to_owned(), right },
            });
        }
        fixes.extend(match self {
            Self::MissingKey { key, .. } => Some(Fix::AddKey(key.clone())),
            Self::SharedField { key, .. } => Some(Fix::RemoveKey(key.clone())),
            Self::UndeclaredTerm { taxonomy, term, .. } => {
                Some(Fix::AddTerm { taxonomy: taxonomy.clone(), term: term.clone() })
            }
            Self::FirstLevelHeading { .. } => Some(Fix::Heading(2)),
            Self::SkippedHeadingLevel { expected, .. } => Some(Fix::Heading(*expected)),
            Self::StaleTranslation { now, .. } => Some(Fix::SourceHash(now.clone())),
            Self::FrontMatterMissing {} => Some(Fix::FrontMatter),
            Self::MissingSummary {} => Some(Fix::AddKey("summary".to_owned())),
            Self::MissingAuthor {} => Some(Fix::AddKey("authors".to_owned())),
            _ => None,
        });
        fixes
    }

    /// The text that its suggestion takes the place of.
    fn wrong(&self) -> Option<&str> {
        Some(match self {
            Self::UnknownKey { key, .. } => key,
            Self::NotAllowed { value, .. }
            | Self::UnknownTimezone { value, .. }
            | Self::InvalidSlug { value, .. }
            | Self::UnknownLicence { value, .. }
            | Self::BaseUrl { value, .. } => value,
            Self::TextInUndeclaredLanguage { lang, .. } => lang,
            Self::UnknownContentType { name, .. }
            | Self::UnknownTaxonomy { name, .. }
            | Self::MediaEntry { name, .. }
            | Self::UnknownShortcode { name, .. }
            | Self::UnknownCodeLanguage { name, .. }
            | Self::UnknownTheme { name, .. }
            | Self::MissingTemplate { name, .. } => name,
            Self::MenuTarget { target, .. }
            | Self::BrokenReference { target, .. }
            | Self::MissingFile { target, .. }
            | Self::NothingThere { target, .. } => target,
            Self::UndeclaredTerm { term, .. } | Self::FeedTerm { term, .. } => term,
            Self::PartnerFeed { feed, .. } => feed,
            Self::UnknownParent { parent, .. } => parent,
            Self::BrokenAnchor { anchor, .. } => anchor,
            Self::MissingFootnote { label, .. } => label,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_with_a_suggestion_says_what_it_replaces() {
        // Names of files, which no edit of a text changes.
        let of_files = ["undeclared-language", "useless-override"];
        for kind in Problem::KINDS.iter().filter(|kind| kind.fields.contains(&"nearest")) {
            let is_told = include_str!("fix.rs").contains(&format!("Self::{} {{", name_of(kind.code)));
            assert_ne!(is_told, of_files.contains(&kind.code), "{}", kind.code);
        }
    }

    /// `unknown-key` gives `UnknownKey`.
    fn name_of(code: &str) -> String {
        let word = |word: &str| word[..1].to_uppercase() + &word[1..];
        code.split('-').map(word).collect()
    }

    #[test]
    fn a_term_is_replaced_or_declared() {
        let problem =
            Problem::UndeclaredTerm { taxonomy: "tags".into(), term: "cost".into(), nearest: Some("coast".into()) };
        let replace = Fix::Replace { wrong: "cost".into(), right: "coast".into() };
        assert_eq!(problem.fixes(), [replace, Fix::AddTerm { taxonomy: "tags".into(), term: "cost".into() }]);
    }
}
