//! `search`: whether readers can search the site.

use crate::diagnostic::Diagnostic;
use crate::yaml::{Fields, Node};

use super::settings::switch;

/// How readers search the site.
#[derive(Debug, Clone)]
pub struct SearchSettings {
    /// There is a page for searching, with its index.
    pub is_enabled: bool,
}

/// Reads what is said of searching.
pub fn search(node: Option<&Node>, out: &mut Vec<Diagnostic>) -> SearchSettings {
    let mut settings = SearchSettings { is_enabled: true };
    let Some(mut fields) = node.and_then(|node| Fields::of(node, "search", "search", out)) else {
        return settings;
    };
    settings.is_enabled = switch(&mut fields, "enabled", settings.is_enabled, out);
    fields.finish(out);
    settings
}

#[cfg(test)]
mod tests {
    use crate::config::check::{check_all, read};

    const HEAD: &str = "title: x\nbase_url: https://a.org\ntimezone: UTC\nlanguages: [id]\n";

    #[test]
    fn searching_is_on_unless_it_is_turned_off() {
        let is_enabled = |text: &str| read(&format!("{HEAD}{text}")).value.expect("a configuration").search.is_enabled;
        assert!(is_enabled(""));
        assert!(is_enabled("search:"));
        assert!(!is_enabled("search: { enabled: false }"));
    }

    #[test]
    fn what_is_said_of_searching_is_checked() {
        check_all(&format!("{HEAD}search: {{ enable: false }}"), "unknown-key 5:11 enabled");
        check_all(&format!("{HEAD}search: {{ enabled: maybe }}"), "wrong-type 5:20");
        check_all(&format!("{HEAD}search: no"), "wrong-type 5:9");
    }
}
