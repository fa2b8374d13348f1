//! `menus:`: lists of entries, each leading to exactly one place.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{email, localised, url};
use crate::yaml::{Fields, Node, items, text};

use super::kinds::entries;
use super::{MenuEntry, MenuTarget};

/// Reads all menus by name.
pub fn menus(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<MenuEntry>> {
    let menus = entries(Some(node), "menus", out).iter().filter(|menu| !menu.value.is_null());
    let menu = |name: &str, value, out: &mut Vec<Diagnostic>| -> Vec<MenuEntry> {
        let nodes = items(value, name, out).unwrap_or_default();
        nodes.iter().filter_map(|node| entry(node, name, languages, out)).collect()
    };
    menus.map(|entry| (entry.key.clone(), menu(&entry.key, &entry.value, out))).collect()
}

fn entry(node: &Node, menu: &str, languages: &[Lang], out: &mut Vec<Diagnostic>) -> Option<MenuEntry> {
    let mut fields = Fields::of(node, menu, menu, out)?;
    let given: Vec<(&str, &Node)> =
        ["page", "taxonomy", "url"].into_iter().filter_map(|key| Some((key, fields.take(key)?))).collect();
    let is_url = given.first().is_some_and(|(key, _)| *key == "url");
    // A page and a taxonomy have titles of their own.
    let title = if is_url { fields.require("title", out) } else { fields.take("title") };
    let title = title.and_then(|node| localised(node, "title", languages, out));
    fields.finish(out);
    let [(key, target)] = given.as_slice() else {
        out.push(Diagnostic::at(node.span.clone(), Problem::MenuEntry { count: given.len() }));
        return None;
    };
    let value = text(target, key, out)?;
    let span = target.span.clone();
    let target = match *key {
        "page" => MenuTarget::Page(value),
        "taxonomy" => MenuTarget::Taxonomy(value),
        _ => {
            let checked = match value.strip_prefix("mailto:") {
                Some(address) => email(address),
                None => url(&value),
            };
            if let Err(problem) = checked {
                out.push(Diagnostic::at(span, problem));
                return None;
            }
            title.as_ref()?;
            MenuTarget::Url(value)
        }
    };
    Some(MenuEntry { target, title, span })
}

#[cfg(test)]
mod tests {
    use crate::config::MenuTarget;
    use crate::config::check::{check, config};

    #[test]
    fn entries_lead_to_pages_taxonomies_and_urls() {
        let config = config(concat!(
            "menus:\n  main:\n    - { page: about }\n    - { taxonomy: tags, title: x }\n",
            "    - { url: 'https://a.org', title: A }\n    - { url: 'mailto:a@b.org', title: B }\n  footer:\n",
        ));
        let targets: Vec<String> = config.menus["main"].iter().map(|entry| format!("{:?}", entry.target)).collect();
        assert_eq!(
            targets,
            ["Page(\"about\")", "Taxonomy(\"tags\")", "Url(\"https://a.org\")", "Url(\"mailto:a@b.org\")"]
        );
        assert!(matches!(&config.menus["main"][0].target, MenuTarget::Page(page) if page == "about"));
        assert!(!config.menus.contains_key("footer"));
    }

    #[test]
    fn an_entry_leads_to_exactly_one_place() {
        check("menus: { main: [{ title: x }] }", "menu-entry 4:17");
        check("menus: { main: [{ page: a, url: 'https://a.org' }] }", "menu-entry 4:17");
    }

    #[test]
    fn entries_are_checked() {
        check("menus: { main: [{ url: 'https://a.org' }] }", "missing-key 4:19");
        check("menus: { main: [{ url: a, title: x }] }", "invalid-url 4:24");
        check("menus: { main: [{ url: 'javascript:a', title: x }] }", "unsafe-url 4:24");
        check("menus: { main: [{ url: 'mailto:a', title: x }] }", "invalid-email 4:24");
        check("menus: { main: [{ pages: a }] }", "menu-entry 4:17, unknown-key 4:19 page");
        check("menus: { main: a }", "wrong-type 4:16");
        check("menus: { main: [a] }", "wrong-type 4:17");
        check("menus: [a]", "wrong-type 4:8");
    }
}
