//! The output is a function of the sources: of nothing else, whatever stood there before.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tempfile::TempDir;

use crate::support::{NOW, Run, SiteTest, Tree, command, folder};

use super::law;
use super::publication::{Publication, publications};

/// The output of a publication in a folder of its own.
fn built(test: &SiteTest, threads: &str) -> Tree {
    let output = TempDir::new().expect("a folder");
    let place = output.path().to_string_lossy().into_owned();
    let mut command = command(&test.root());
    command.env("RAYON_NUM_THREADS", threads).args(["build", "--now", NOW, "--output", &place]);
    Run::of(&mut command).ends_with(0);
    let files = folder::files(output.path()).into_iter();
    files.map(|(name, place)| (name, std::fs::read(place).expect("a file"))).collect()
}

/// Puts the sources of another publication in the place of these.
fn become_of(test: SiteTest, before: &Publication, after: &Publication) -> SiteTest {
    let (old, new) = (before.files(), after.files());
    let gone = old.keys().filter(|path| !new.contains_key(*path));
    let test = gone.fold(test, |test, path| test.remove(path));
    let changed = new.iter().filter(|(path, text)| old.get(*path) != Some(*text));
    changed.fold(test, |test, (path, text)| test.file(path, text))
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    law(8, &publications(10), |publication| {
        let test = publication.site();
        let before = folder::read(&test.root());
        prop_assert_eq!(folder::differences(&built(&test, "1"), &built(&test, "7")), [""; 0]);
        prop_assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
        Ok(())
    });
}

#[test]
fn building_after_any_edit_is_building_afresh() {
    law(8, &(publications(8), publications(8)), |(before, after)| {
        let test = become_of(before.site().build(), &before, &after).build();
        let afresh = after.site().build();
        prop_assert_eq!(folder::differences(&afresh.tree(), &test.tree()), [""; 0]);
        // And back again.
        let back = become_of(test, &after, &before).build();
        prop_assert_eq!(folder::differences(&before.site().build().tree(), &back.tree()), [""; 0]);
        Ok(())
    });
}

/// A change of one article.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Title,
    Date,
    Slug,
    Draft,
    Alias,
    Terms,
    Form,
    Translations,
    Gone,
}

fn edited(publication: &Publication, index: usize, edit: Edit) -> Publication {
    let mut after = publication.clone();
    if after.articles.is_empty() {
        return after;
    }
    let index = index % after.articles.len();
    let article = &mut after.articles[index];
    match edit {
        Edit::Title => article.title.push('!'),
        Edit::Date => article.day = article.day.map_or(Some(3), |day| Some(day.wrapping_mul(7) % 900)),
        Edit::Slug => article.has_slug = !article.has_slug,
        Edit::Draft => article.is_draft = !article.is_draft,
        Edit::Alias => article.has_alias = !article.has_alias,
        Edit::Terms => article.terms = if article.terms.is_empty() { BTreeSet::from([0]) } else { BTreeSet::new() },
        Edit::Form => article.is_bundle = !article.is_bundle,
        Edit::Translations => {
            article.translations =
                if article.translations.is_empty() { BTreeSet::from([0, 1, 2]) } else { BTreeSet::new() };
        }
        Edit::Gone => article.is_draft = true,
    }
    after.fitted()
}

#[test]
fn edits_one_after_the_other_leave_nothing_of_what_was() {
    use Edit::{Alias, Date, Draft, Form, Gone, Slug, Terms, Title, Translations};
    let kinds = [Title, Date, Slug, Draft, Alias, Terms, Form, Translations, Gone];
    let edits = proptest::collection::vec((0..8_usize, proptest::sample::select(kinds.to_vec())), 1..5);
    law(6, &(publications(8), edits), |(first, edits)| {
        let mut publication = first;
        let mut test = publication.site().build();
        for (index, edit) in edits {
            let after = edited(&publication, index, edit);
            test = become_of(test, &publication, &after).build();
            publication = after;
        }
        prop_assert_eq!(folder::differences(&publication.site().build().tree(), &test.tree()), [""; 0]);
        Ok(())
    });
}
