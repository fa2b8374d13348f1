//! Licences as publications write them, and what each lets others do.
//!
//! **Invariant:** what is not known allows nothing by itself.

use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Node, text};

/// Says that nobody else may use a text.
const RESERVED: &str = "all-rights-reserved";

/// Licences that publications choose, by their ids: those of the SPDX list, and one that reserves
/// all rights.
pub const LICENCES: [&str; 9] = [
    "CC-BY-4.0",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0",
    "CC-BY-NC-ND-4.0",
    "CC0-1.0",
    "MIT",
    RESERVED,
];

/// The conditions that can follow `CC-BY`, in the order of their ids.
const KINDS: [&str; 6] = ["", "SA", "NC", "NC-SA", "ND", "NC-ND"];

/// The versions that Creative Commons has published.
const VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

/// The terms under which something may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    pub name: String,
    pub url: Option<String>,
    pub grant: Grant,
}

/// What a licence gives to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// To pass a work on, on these conditions.
    Open(Conditions),
    /// Nothing, and it says so.
    Reserved,
    /// Words or an address that only people can read.
    Unknown,
}

/// The conditions of an open licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conditions {
    /// The work may be shortened, translated, worked over.
    pub allows_changes: bool,
    pub allows_commerce: bool,
    /// What is made of it must be under the same licence.
    pub shares_alike: bool,
}

impl Licence {
    /// Reads a licence: an SPDX id, an address, or words.
    ///
    /// Source of the ids: the SPDX licence list; of addresses and conditions: Creative Commons'
    /// deeds.
    pub fn of(written: &str) -> Self {
        let written = written.trim();
        if written.starts_with("https://") || written.starts_with("http://") {
            let known = of_address(written).unwrap_or_else(|| Self::unknown(written));
            return Self { url: Some(written.to_owned()), ..known };
        }
        let id = written.to_ascii_uppercase().replace(' ', "-");
        match id.as_str() {
            "CC0-1.0" | "CC0" => Self::dedication(),
            "MIT" => Self {
                name: "MIT".to_owned(),
                url: Some("https://opensource.org/license/mit".to_owned()),
                grant: Grant::Open(Conditions { allows_changes: true, allows_commerce: true, shares_alike: false }),
            },
            "ALL-RIGHTS-RESERVED" => Self { name: RESERVED.to_owned(), url: None, grant: Grant::Reserved },
            _ => of_id(&id).unwrap_or_else(|| Self::unknown(written)),
        }
    }

    /// Says whether it lets everyone pass the work on.
    pub fn is_open(&self) -> bool {
        matches!(self.grant, Grant::Open(_))
    }

    fn unknown(written: &str) -> Self {
        Self { name: written.to_owned(), url: None, grant: Grant::Unknown }
    }

    fn dedication() -> Self {
        Self {
            name: "CC0 1.0".to_owned(),
            url: Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
            grant: Grant::Open(Conditions { allows_changes: true, allows_commerce: true, shares_alike: false }),
        }
    }
}

/// `CC-BY-NC-SA-4.0`, its version the last when it is left out.
fn of_id(id: &str) -> Option<Licence> {
    let rest = id.strip_prefix("CC-BY").filter(|rest| rest.is_empty() || rest.starts_with('-'))?;
    let rest = rest.trim_start_matches('-');
    let (kinds, version) = match rest.rsplit_once('-') {
        Some((kinds, version)) if version.starts_with(|c: char| c.is_ascii_digit()) => (kinds, version),
        None if rest.starts_with(|c: char| c.is_ascii_digit()) => ("", rest),
        _ => (rest, "4.0"),
    };
    // Their order was another in the first versions.
    let kinds = if kinds == "ND-NC" { "NC-ND" } else { kinds };
    commons(kinds, version)
}

/// An address of a Creative Commons deed, whatever its language.
fn of_address(url: &str) -> Option<Licence> {
    let path = url.split_once("creativecommons.org/")?.1;
    if path.starts_with("publicdomain/zero/1.0") {
        return Some(Licence::dedication());
    }
    let mut parts = path.strip_prefix("licenses/")?.split('/');
    let (code, version) = (parts.next()?.to_ascii_uppercase(), parts.next()?);
    commons(code.strip_prefix("BY")?.trim_start_matches('-'), version)
}

fn commons(kinds: &str, version: &str) -> Option<Licence> {
    if !KINDS.contains(&kinds) || !VERSIONS.contains(&version) {
        return None;
    }
    let code = if kinds.is_empty() { "BY".to_owned() } else { format!("BY-{kinds}") };
    let has = |kind| kinds.split('-').any(|found| found == kind);
    let conditions = Conditions { allows_changes: !has("ND"), allows_commerce: !has("NC"), shares_alike: has("SA") };
    Some(Licence {
        name: format!("CC {code} {version}"),
        url: Some(format!("https://creativecommons.org/licenses/{}/{version}/", code.to_ascii_lowercase())),
        grant: Grant::Open(conditions),
    })
}

/// Reads a licence and says when it looks like an id and is none that we know.
pub fn licence(node: &Node, out: &mut Vec<Diagnostic>) -> Option<String> {
    let value = text(node, "licence", out)?;
    say_unknown(&value, &node.span, out);
    Some(value)
}

fn say_unknown(value: &str, span: &crate::diagnostic::Span, out: &mut Vec<Diagnostic>) {
    let is_id = value.to_ascii_uppercase().starts_with("CC") || !value.contains(char::is_whitespace);
    let is_doubtful = is_id && !value.contains("://") && Licence::of(value).grant == Grant::Unknown;
    if is_doubtful {
        let known = LICENCES.iter().copied();
        let nearest = nearest(&value.to_ascii_uppercase().replace(' ', "-"), known);
        out.push(Diagnostic::at(span.clone(), Problem::UnknownLicence { value: value.to_owned(), nearest }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares name, address and conditions: `c` changes, `m` commerce, `s` shared alike.
    fn check(written: &str, name: &str, url: Option<&str>, grant: &str) {
        let licence = Licence::of(written);
        let told = match licence.grant {
            Grant::Open(Conditions { allows_changes, allows_commerce, shares_alike }) => {
                let marks = [(allows_changes, 'c'), (allows_commerce, 'm'), (shares_alike, 's')];
                marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect()
            }
            Grant::Reserved => "reserved".to_owned(),
            Grant::Unknown => "unknown".to_owned(),
        };
        assert_eq!((licence.name.as_str(), licence.url.as_deref(), told.as_str()), (name, url, grant), "{written}");
    }

    #[test]
    fn known_licences_have_names_addresses_and_conditions() {
        check("CC-BY-4.0", "CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/"), "cm");
        check("CC BY-ND", "CC BY-ND 4.0", Some("https://creativecommons.org/licenses/by-nd/4.0/"), "m");
        check("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", Some("https://creativecommons.org/licenses/by-nc-sa/3.0/"), "cs");
        check("CC0-1.0", "CC0 1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/"), "cm");
        check("MIT", "MIT", Some("https://opensource.org/license/mit"), "cm");
        check("all-rights-reserved", "all-rights-reserved", None, "reserved");
        let deed = "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.id";
        check(deed, "CC BY-NC-ND 4.0", Some(deed), "");
    }

    #[test]
    fn what_is_not_known_allows_nothing() {
        check("Hak cipta BaKTI", "Hak cipta BaKTI", None, "unknown");
        check("https://a.org/l", "https://a.org/l", Some("https://a.org/l"), "unknown");
        check("CC-BY-5.0", "CC-BY-5.0", None, "unknown");
        check("CC-BY-ND-SA-4.0", "CC-BY-ND-SA-4.0", None, "unknown");
        check("CC-BYE", "CC-BYE", None, "unknown");
    }
}
