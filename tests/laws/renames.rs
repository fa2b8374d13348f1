//! Whatever is renamed, in whatever publication: nothing is wrong that was not wrong before, every
//! old address leads on, and feed readers see nothing twice.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::support::{SiteTest, Tree, folder};

use super::law;
use super::publication::publications;

/// The codes of what is wrong.
fn wrong(test: &SiteTest) -> Vec<String> {
    let run = test.diagnose();
    let mut codes = run.codes();
    codes.extend(run.hints());
    codes.sort();
    codes
}

fn built(test: &SiteTest, name: &str) -> Tree {
    test.run(&["build", "--output", name]).ends_with(0);
    let tree = folder::read(&test.root().join(name));
    std::fs::remove_dir_all(test.root().join(name)).expect("removed");
    tree
}

/// The ids of all items of all feeds.
fn ids(tree: &Tree) -> BTreeSet<String> {
    let feeds = tree.iter().filter(|(name, _)| name.ends_with("feed.xml"));
    let texts = feeds.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
    let of_feed = |text: String| -> Vec<String> {
        let items = text.split("<guid isPermaLink=\"false\">").skip(1);
        items.filter_map(|item| item.split('<').next().map(str::to_owned)).collect()
    };
    texts.flat_map(of_feed).collect()
}

#[test]
fn renaming_breaks_nothing() {
    law(24, &(publications(6), any::<prop::sample::Index>(), any::<bool>()), |(publication, index, is_folder)| {
        if publication.articles.is_empty() {
            return Ok(());
        }
        let test = publication.site();
        let number = index.index(publication.articles.len());
        let article = &publication.articles[number];
        let place = format!("content{}", article.path(number));
        let tag = publication.tags()[article.original];
        let file = if article.is_bundle { format!("{place}/index.{tag}.md") } else { format!("{place}.{tag}.md") };
        let (before, tree) = (wrong(&test), built(&test, "before"));
        let target = if is_folder && article.is_bundle { place } else { file };
        let run = test.run(&["rename", &target, "nama-baru", "--now", crate::support::NOW]);
        prop_assert_eq!(run.code, Some(0), "{} {}", target, run.err);
        prop_assert_eq!(wrong(&test), before, "{}", run.err);
        let after = built(&test, "after");
        let pages = tree.keys().filter(|name| name.ends_with("/index.html"));
        let gone: Vec<&String> = pages.filter(|name| !after.contains_key(*name)).collect();
        // Where a language has no text, only the page that says so moves.
        let is_page = |name: &&&String| !String::from_utf8_lossy(&tree[**name]).contains("noindex");
        prop_assert_eq!(gone.iter().filter(is_page).collect::<Vec<_>>(), Vec::<&&String>::new(), "{}", run.err);
        prop_assert_eq!(ids(&tree), ids(&after));
        Ok(())
    });
}
