//! An article under another name: its folder or its slug, the redirect from where it was, and every
//! link to it.
//!
//! **Invariant:** an address that readers may know still leads to the article.
//! **Invariant:** feed readers see nothing twice: an id that was made of the old path is written down.
//! **Invariant:** translations that were up to date stay so, although links in their originals change.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Slug, SourcePath, UrlPath};
use crate::diagnostic::{Diagnostic, Problem};
use crate::document::{Document, Documents, Pin, PlaceKind};
use crate::site::{ArticleId, Site};
use crate::source::Sources;
use crate::workspace::Workspace;
use crate::yaml::{self, Edit};

use super::article::claims;
use super::mend::{Renaming, mend};
use super::plan::{Move, Plan, Write};
use super::written::plain;

/// What gets another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renamed {
    /// The address of one file, in its language.
    File(SourcePath),
    /// The article's folder, or the files of an article without one, by its content path.
    Article(String),
}

/// What renaming is going to do.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    pub plan: Plan,
    /// Addresses before and after.
    pub urls: Vec<(UrlPath, UrlPath)>,
    /// Files whose links are mended, with how many each has.
    pub mended: Vec<(SourcePath, usize)>,
}

/// The article as it is and as it is going to be.
struct Article<'a> {
    site: &'a Site,
    documents: &'a Documents,
    own: Vec<Arc<Document>>,
    key: String,
    old_name: String,
    new_name: String,
    /// The slug that each file gets, where it says one.
    slugs: BTreeMap<SourcePath, Slug>,
}

/// Plans another name for an article. The workspace must show drafts; it is left as the
/// publication is going to be.
///
/// # Errors
/// When the name is someone else's, or something would be wrong that is not wrong now.
pub fn rename(workspace: &mut Workspace, what: &Renamed, new: &Slug) -> Result<Outcome, Vec<Diagnostic>> {
    let Some(snapshot) = workspace.snapshot.clone() else {
        return Err(workspace.diagnostics.iter().filter(|found| found.is_error()).cloned().collect());
    };
    let documents = workspace.documents.clone();
    let sources = workspace.sources.clone();
    let article = Article::of(&snapshot.site, &documents, what, new)?;
    let urls = article.urls();
    article.check(&urls, &sources, new).map_err(|problem| vec![Diagnostic::nowhere(problem)])?;
    let mended = if article.moves() { article.mend(&sources) } else { BTreeMap::new() };
    let mut edits = article.edits(&urls);
    for (path, links) in &mended {
        edits.entry(path.clone()).or_default().extend(links.iter().cloned());
    }
    let mut plan = Plan::default();
    for (path, edits) in &edits {
        if let Some(text) = sources.text(path) {
            plan.write(&sources, path, yaml::edited(text, edits));
        }
    }
    plan.moves = article.move_list();
    let faults = plan.try_on(workspace);
    if !faults.is_empty() {
        return Err(faults);
    }
    pin_anew(&documents, &workspace.documents, &sources, &mut plan);
    let is_lock = |path: &SourcePath| Pin::translation(path).is_some();
    let mended = mended.into_iter().filter(|(path, _)| !is_lock(path)).map(|(path, links)| (path, links.len()));
    let changed = urls.into_values().filter(|(old, new)| old != new);
    Ok(Outcome { urls: changed.collect(), mended: mended.collect(), plan })
}

impl<'a> Article<'a> {
    fn of(site: &'a Site, documents: &'a Documents, what: &Renamed, new: &Slug) -> Result<Self, Vec<Diagnostic>> {
        let file = match what {
            Renamed::File(path) => documents.articles.get(path),
            Renamed::Article(_) => None,
        };
        let key = match what {
            Renamed::Article(key) => key.clone(),
            Renamed::File(_) => file.map(|file| file.place.key.clone()).unwrap_or_default(),
        };
        let is_own = |document: &&Arc<Document>| document.place.key == key && document.place.kind != PlaceKind::Section;
        let own: Vec<Arc<Document>> = documents.articles.values().filter(is_own).cloned().collect();
        let Some(any) = own.first() else {
            let path = match what {
                Renamed::File(path) => path.to_string(),
                Renamed::Article(key) => format!("content/{key}"),
            };
            return Err(vec![Diagnostic::nowhere(Problem::NotAnArticle { path })]);
        };
        let old_name = any.place.name().to_owned();
        let original = own.iter().find(|document| document.translation.is_none());
        let has_slug = original.is_some_and(|original| original.slug.is_some());
        let moves = match file {
            None => true,
            Some(file) => file.slug.is_none() && file.translation.is_none(),
        };
        let prefix = if has_slug { dated(&old_name) } else { "" };
        let new_name = if moves { format!("{prefix}{new}") } else { old_name.clone() };
        let named = match file {
            Some(file) => Some(file).filter(|file| file.slug.is_some() || !moves),
            None => original.filter(|original| original.slug.is_some()),
        };
        let slugs = named.into_iter().map(|document| (document.path.clone(), new.clone())).collect();
        Ok(Self { site, documents, own, key, old_name, new_name, slugs })
    }

    fn moves(&self) -> bool {
        self.new_name != self.old_name
    }

    fn new_key(&self) -> String {
        match self.key.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{}", self.new_name),
            None => self.new_name.clone(),
        }
    }

    /// The addresses of all its files, before and after.
    fn urls(&self) -> BTreeMap<SourcePath, (UrlPath, UrlPath)> {
        let urls = self.own.iter().filter_map(|document| {
            let mut after = Document::clone(document);
            after.place.key = self.new_key();
            after.slug = self.slugs.get(&document.path).cloned().or(after.slug);
            let both = (self.site.permalink(document)?, self.site.permalink(&after)?);
            Some((document.path.clone(), both))
        });
        urls.collect()
    }

    fn check(
        &self,
        urls: &BTreeMap<SourcePath, (UrlPath, UrlPath)>,
        sources: &Sources,
        new: &Slug,
    ) -> Result<(), Problem> {
        let changed: Vec<_> = urls.values().filter(|(old, new)| old != new).collect();
        if changed.is_empty() && !self.moves() {
            return Err(Problem::SlugTaken { slug: new.to_string() });
        }
        let mut others = self.documents.clone();
        others.articles.retain(|path, _| !urls.contains_key(path));
        if let Some((_, url)) = changed.into_iter().find(|(_, url)| claims(self.site, &others, url)) {
            return Err(Problem::SlugTaken { slug: url.to_string() });
        }
        let key = self.new_key();
        let folder = format!("content/{key}");
        let is_there = others.articles.values().any(|document| document.place.key == key);
        if self.moves() && (is_there || sources.below(&folder).next().is_some()) {
            return Err(Problem::AlreadyThere { path: folder });
        }
        Ok(())
    }

    fn mend(&self, sources: &Sources) -> BTreeMap<SourcePath, Vec<Edit>> {
        let Some(article) = self.site.articles.iter().position(|article| article.key == self.key) else {
            return BTreeMap::new();
        };
        let renaming = Renaming {
            site: self.site,
            article: ArticleId(article),
            key: &self.key,
            old: &self.old_name,
            new: &self.new_name,
        };
        mend(&renaming, self.documents, sources)
    }

    /// What its own front matter says anew: slug, the address that it had, its id in feeds.
    fn edits(&self, urls: &BTreeMap<SourcePath, (UrlPath, UrlPath)>) -> BTreeMap<SourcePath, Vec<Edit>> {
        let mut all = BTreeMap::new();
        for document in &self.own {
            let (Some(front), Some((old, new))) = (document.front_matter(), urls.get(&document.path)) else { continue };
            let text = document.body.file();
            let mut edits = Vec::new();
            let slug = self.slugs.get(&document.path);
            edits.extend(slug.and_then(|slug| yaml::set(text, &front, "slug", slug.as_str(), Some("title"))));
            let after = if document.slug.is_some() { "slug" } else { "title" };
            let is_known = self.is_public(document) && old != new;
            let kept = || document.aliases.iter().map(|(url, _)| url).filter(|url| *url != new);
            if document.aliases.iter().any(|(url, _)| url == new) {
                let rest: Vec<String> =
                    kept().chain([old].into_iter().filter(|_| is_known)).map(|url| plain(url.as_str())).collect();
                edits.extend(yaml::set(text, &front, "aliases", &format!("[{}]", rest.join(", ")), Some(after)));
            } else if is_known && kept().all(|url| url != old) {
                edits.extend(yaml::push(text, &front, "aliases", &plain(old.as_str()), Some(after)));
            }
            let is_minted = document.shared.id.is_some() || document.translation.is_some();
            if self.moves() && !is_minted && document.shared.date.is_some() && self.is_public(document) {
                edits.extend(yaml::set(text, &front, "id", &plain(&self.key), Some("date")));
            }
            all.insert(document.path.clone(), edits);
        }
        all
    }

    /// Says whether readers may know a file's address: of a draft nobody does.
    fn is_public(&self, document: &Document) -> bool {
        let is_draft = document.is_draft || document.translation.as_ref().is_some_and(|known| known.is_draft);
        let date = self.own.iter().find_map(|document| document.shared.date.as_ref());
        !is_draft && date.is_none_or(|date| date.zoned() <= self.site.env.now.zoned())
    }

    fn move_list(&self) -> Vec<Move> {
        if !self.moves() {
            return Vec::new();
        }
        let mut moves = Vec::new();
        let mut add = |from: &str, to: &str| {
            if let (Ok(from), Ok(to)) = (SourcePath::new(from), SourcePath::new(to)) {
                moves.push(Move { from, to });
            }
        };
        if self.own.iter().any(|document| document.place.kind == PlaceKind::Bundle) {
            add(&format!("content/{}", self.key), &format!("content/{}", self.new_key()));
        }
        for document in self.own.iter().filter(|document| document.place.kind == PlaceKind::Single) {
            let lang = document.path.file_name().strip_prefix(self.old_name.as_str()).unwrap_or_default();
            let to = format!("content/{}{lang}", self.new_key());
            add(document.path.as_str(), &to);
            let lock = Pin::path(&document.path).filter(|lock| self.documents.pins.contains_key(lock));
            let to = SourcePath::new(&to).ok().and_then(|to| Pin::path(&to));
            if let (Some(lock), Some(to)) = (lock, to) {
                add(lock.as_str(), to.as_str());
            }
        }
        moves
    }
}

/// `2026-06-` of a name that begins with year and month, or a day.
fn dated(name: &str) -> &str {
    let mut end = 0;
    for digits in [4, 2, 2] {
        let Some((part, _)) = name[end..].split_once('-') else { break };
        if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        end += part.len() + 1;
    }
    if end > 5 { &name[..end] } else { "" }
}

/// Pins the translations anew that were made from their originals as they are, where nothing but
/// links has changed in these.
fn pin_anew(before: &Documents, after: &Documents, sources: &Sources, plan: &mut Plan) {
    let originals: BTreeMap<&str, &Arc<Document>> = before
        .articles
        .values()
        .filter(|known| known.translation.is_none() && known.place.kind != PlaceKind::Section)
        .map(|known| (known.place.key.as_str(), known))
        .collect();
    for document in before.articles.values() {
        let Some(translation) = &document.translation else { continue };
        let Some(original) = originals.get(document.place.key.as_str()) else { continue };
        let pinned = translation.source_hash.as_deref();
        let now = after.articles.get(&plan.final_path(&original.path));
        let twin = after.articles.get(&plan.final_path(&document.path));
        let (Some(now), Some(twin)) = (now, twin) else { continue };
        if pinned != Some(original.hash.short().as_str()) || now.hash == original.hash {
            continue;
        }
        let text = twin.body.file();
        let node = twin.front_matter();
        let entries = node.as_ref().and_then(|node| node.entries()).unwrap_or_default();
        let value = entries.iter().find(|entry| entry.key == "translation").map(|entry| &entry.value);
        let mut pin = Pin::of(now);
        let edit = value.and_then(|value| yaml::set(text, value, "source_hash", &pin.source_hash, Some("of")));
        replace(plan, sources, &document.path, yaml::edited(text, &Vec::from_iter(edit)));
        if let (Some(path), Some(old)) = (Pin::path(&document.path), before.pin_of(&document.path)) {
            pin.minor.clone_from(&old.minor);
            replace(plan, sources, &path, pin.to_yaml());
        }
    }
}

/// Writes a file in place of what the plan has been going to write.
fn replace(plan: &mut Plan, sources: &Sources, path: &SourcePath, new: String) {
    match plan.writes.iter_mut().find(|write: &&mut Write| write.path == *path) {
        Some(write) => write.new = new,
        None => plan.write(sources, path, new),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_of_a_name_is_told_from_the_rest() {
        for (name, expected) in [
            ("2026-06-bangkit", "2026-06-"),
            ("2026-06-16-bangkit", "2026-06-16-"),
            ("2026-bangkit", ""),
            ("49-desa", ""),
            ("2026-06", ""),
            ("panen", ""),
        ] {
            assert_eq!(dated(name), expected, "{name}");
        }
    }
}
