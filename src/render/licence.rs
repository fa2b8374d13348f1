//! Names and addresses of licences.

use tera::Value;

use crate::markdown::Licence;

use super::value::object;

/// Reads a licence as publications write it: an SPDX id, an address, or words.
///
/// Source of the ids: the SPDX licence list; of the addresses: Creative Commons' deeds.
pub(super) fn licence(written: &str) -> Licence {
    let written = written.trim();
    if written.starts_with("https://") || written.starts_with("http://") {
        return Licence { name: written.to_owned(), url: Some(written.to_owned()) };
    }
    let upper = written.to_ascii_uppercase();
    let Some(rest) = upper.strip_prefix("CC-BY") else {
        let is_dedicated = upper == "CC0-1.0";
        let url = is_dedicated.then(|| "https://creativecommons.org/publicdomain/zero/1.0/".to_owned());
        let name = if is_dedicated { "CC0 1.0" } else { written };
        return Licence { name: name.to_owned(), url };
    };
    let parts: Vec<&str> = rest.split('-').filter(|part| !part.is_empty()).collect();
    let (kinds, version) = match parts.split_last() {
        Some((version, kinds)) if version.starts_with(|c: char| c.is_ascii_digit()) => (kinds, *version),
        _ => (parts.as_slice(), "4.0"),
    };
    let is_known = kinds.iter().all(|kind| matches!(*kind, "NC" | "ND" | "SA"));
    if !is_known {
        return Licence { name: written.to_owned(), url: None };
    }
    let mut code = "by".to_owned();
    for kind in kinds {
        code = format!("{code}-{}", kind.to_ascii_lowercase());
    }
    let name = format!("CC {} {version}", code.to_ascii_uppercase());
    Licence { name, url: Some(format!("https://creativecommons.org/licenses/{code}/{version}/")) }
}

/// A licence for templates.
pub(super) fn value(licence: &Licence) -> Value {
    object([("name", licence.name.as_str().into()), ("url", licence.url.clone().unwrap_or_default().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, name: &str, url: Option<&str>) {
        assert_eq!(licence(written), Licence { name: name.to_owned(), url: url.map(str::to_owned) });
    }

    #[test]
    fn known_licences_have_names_and_addresses() {
        check("CC-BY-4.0", "CC BY 4.0", Some("https://creativecommons.org/licenses/by/4.0/"));
        check("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", Some("https://creativecommons.org/licenses/by-nc-sa/3.0/"));
        check("CC0-1.0", "CC0 1.0", Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        check("Hak cipta BaKTI", "Hak cipta BaKTI", None);
        check("https://a.org/l", "https://a.org/l", Some("https://a.org/l"));
    }
}
