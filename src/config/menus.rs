//! `menus:`: lists of entries, each leading to exactly one place.

use std::collections::BTreeMap;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::{email, localised, url};
use crate::yaml::{Fields, Node, items, text};

use super::{MenuEntry, MenuTarget};

/// Reads all menus by name.
pub fn menus(node: &Node, languages: &[Lang], out: &mut Vec<Diagnostic>) -> BTreeMap<String, Vec<MenuEntry>> {
    // `Fields` says what is wrong when this is no mapping.
    Fields::of(node, "menus", "menus", out);
    let menus = node.entries().unwrap_or_default().iter().filter(|menu| !menu.value.is_null());
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
