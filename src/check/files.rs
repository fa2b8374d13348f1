//! Files that are published as they are, looked into: drawings, and XML that something else made.

use rayon::prelude::*;
use std::io::Read;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::render::Snapshot;
use crate::route::Artifact;
use crate::source::Root;

use super::feeds;

/// A larger file is not looked into.
const LARGEST: u64 = 2 * 1024 * 1024;

/// Says which published files are broken.
///
/// What cannot be opened is left to the build, which says so when it copies it.
pub fn files(snapshot: &Snapshot, root: &Root) -> Vec<Diagnostic> {
    let paths: Vec<(&SourcePath, &str)> = snapshot
        .routes
        .iter()
        .filter_map(|route| match &route.artifact {
            Artifact::File(path) if is_xml(path.as_str()) => Some((path, route.url.as_str())),
            _ => None,
        })
        .collect();
    let broken = paths.par_iter().flat_map_iter(|(path, url)| {
        let mut problems: Vec<Problem> = Vec::new();
        let at = text(root, path).and_then(|text| feeds::xml(url, &text, &mut problems)).unwrap_or_default();
        problems.into_iter().map(move |problem| Diagnostic::at(Span::new(path, at, at), problem))
    });
    snapshot.site.config.lints.apply(broken.collect())
}

/// Says whether a file is XML by its name.
pub(super) fn is_xml(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    ["svg", "xml", "rss", "atom"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn text(root: &Root, path: &SourcePath) -> Option<String> {
    let file = root.open(path).ok()?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    let is_small = u64::try_from(bytes.len()).is_ok_and(|length| length <= LARGEST);
    let text = String::from_utf8(bytes).ok().filter(|_| is_small)?;
    Some(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}
