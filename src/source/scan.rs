//! Walking the folders of a publication.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::base::{MediaType, SourcePath};
use crate::diagnostic::{Diagnostic, Problem, Span};

use super::change::{Change, Fault};
use super::image::{self, ImageSize};
use super::{Content, Root, Source};

/// How large a text may be that the program reads.
pub const TEXT_LIMIT: u64 = 2 * 1024 * 1024;

/// The folders that a publication may have; nothing else is looked at.
pub(super) const FOLDERS: [&str; 7] = ["content", "data", "static", "strings", "styles", "templates", "themes"];

/// Reads all files of the publication at `root`: taken in by empty [`super::Sources`], they are the
/// publication.
///
/// What is wrong with one file is said of it, and the others are read all the same.
///
/// # Errors
/// When the root itself cannot be read.
pub fn scan(root: &Root) -> io::Result<Vec<Change>> {
    let all = FOLDERS.into_iter().chain([crate::config::FILE]);
    reread(root, &all.map(PathBuf::from).collect::<Vec<_>>())
}

/// Reads again what stands at some places of the disk: files or folders, new, changed or gone;
/// whole, or from the root. Places that are none of a publication's are passed over.
///
/// # Errors
/// When the root itself cannot be read.
pub fn reread(root: &Root, places: &[PathBuf]) -> io::Result<Vec<Change>> {
    #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
    let home = fs::canonicalize(root.dir())
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", root.dir().display())))?;
    let tree = Tree { root, home };
    let asked: BTreeSet<PathBuf> = places.iter().filter_map(|place| tree.top(place)).collect();
    let is_inside_another = |place: &PathBuf| place.ancestors().skip(1).any(|folder| asked.contains(folder));
    let tops = asked.iter().filter(|place| !is_inside_another(place));
    Ok(tops.filter_map(|place| tree.change(place)).collect())
}

/// The path of a place from the root, when a file may stand there.
pub(super) fn path_of(inside: &Path) -> Option<SourcePath> {
    let path = SourcePath::from_os(inside).ok()?;
    let first = path.as_str().split('/').next()?;
    let is_ours = match FOLDERS.contains(&first) {
        true => inside.ancestors().all(|place| place.as_os_str().is_empty() || is_wanted(place)),
        false => path.as_str() == crate::config::FILE,
    };
    is_ours.then_some(path)
}

/// The publication as the file system has it.
struct Tree<'r> {
    root: &'r Root,
    /// Without links on the way.
    home: PathBuf,
}

impl Tree<'_> {
    /// The place from the root that must be read to know what stands at a place: itself, or a
    /// folder around it when it has no name of ours or stands behind a link that leads outside.
    fn top(&self, place: &Path) -> Option<PathBuf> {
        let inside = place.strip_prefix(self.root.dir()).or_else(|_| place.strip_prefix(&self.home)).unwrap_or(place);
        let inside: PathBuf = inside.components().filter(|part| *part != Component::CurDir).collect();
        let mut parts = inside.iter();
        let first = parts.next()?.to_str()?;
        if !FOLDERS.contains(&first) {
            return (inside == Path::new(crate::config::FILE)).then_some(inside);
        }
        let mut top = PathBuf::from(first);
        for part in parts {
            if self.leads_outside(&top) || SourcePath::from_os(&top.join(part)).is_err() {
                break;
            }
            top.push(part);
            if !is_wanted(&top) {
                return None;
            }
        }
        Some(top)
    }

    /// What stands at a place from the root, with all that is below it.
    fn change(&self, top: &Path) -> Option<Change> {
        let mut change = Change::gone(&SourcePath::from_os(top).ok()?);
        let found = self.walk(top, &mut change.faults);
        let read: Vec<Result<Source, Diagnostic>> = found.par_iter().map(|place| read(self.root, place)).collect();
        for (place, file) in found.iter().zip(read) {
            match file {
                Ok(source) => change.sources.push(source),
                Err(diagnostic) => change.faults.push(Fault { name: self.name(place), diagnostic }),
            }
        }
        Some(change)
    }

    fn walk(&self, top: &Path, faults: &mut Vec<Fault>) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let place = self.root.dir().join(top);
        // A link that leads nowhere is there, and a fault.
        if !place.exists() && !place.is_symlink() {
            return found;
        }
        let is_ours = |entry: &DirEntry| entry.depth() == 0 || is_wanted(relative(self.root, entry.path()));
        let walk = WalkDir::new(&place).follow_links(true).sort_by_file_name();
        let mut entries = walk.into_iter().filter_entry(is_ours);
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let place = error.path().unwrap_or(&place);
                    let diagnostic = unreadable(self.root, place, &error.to_string());
                    faults.push(Fault { name: self.name(place), diagnostic });
                    continue;
                }
            };
            if entry.path_is_symlink() && self.is_outside(entry.path()) {
                let name = self.name(entry.path());
                let diagnostic = Diagnostic::nowhere(Problem::LinkOutside { name: name.clone() });
                faults.push(Fault { name, diagnostic });
                // Behind it may be the whole disk.
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
            } else if entry.file_type().is_file() {
                found.push(entry.into_path());
            }
        }
        found
    }

    /// Says whether a place from the root is a link that leads out of the publication.
    fn leads_outside(&self, inside: &Path) -> bool {
        let place = self.root.dir().join(inside);
        place.is_symlink() && self.is_outside(&place)
    }

    #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
    fn is_outside(&self, place: &Path) -> bool {
        !fs::canonicalize(place).is_ok_and(|target| target.starts_with(&self.home))
    }

    /// The name of a place from the root; as a path of ours when it can be one.
    fn name(&self, place: &Path) -> String {
        let inside = relative(self.root, place);
        SourcePath::from_os(inside).map_or_else(|_| inside.display().to_string(), |path| path.to_string())
    }
}

/// Leaves out what editors and systems leave behind. The place is from the root.
fn is_wanted(place: &Path) -> bool {
    let Some(name) = place.file_name().map(|name| name.to_string_lossy()) else {
        return true;
    };
    let ends = ["~", ".swp", ".swo", ".swx", "___jb_tmp___", "___jb_old___"];
    let starts = ["#", ".#", "~$", ".git"];
    let is_left_behind = ends.iter().any(|end| name.ends_with(end))
        || starts.iter().any(|start| name.starts_with(start))
        // The last is what Vim makes to see whether it may write.
        || matches!(&*name, ".DS_Store" | "Thumbs.db" | "4913");
    let is_static = place.iter().any(|part| part == "static");
    !is_left_behind && (is_static || !name.starts_with('.'))
}

fn relative<'p>(root: &Root, place: &'p Path) -> &'p Path {
    place.strip_prefix(root.dir()).unwrap_or(place)
}

fn unreadable(root: &Root, place: &Path, reason: &str) -> Diagnostic {
    let problem = Problem::FileUnreadable { reason: reason.to_owned() };
    match SourcePath::from_os(relative(root, place)) {
        Ok(path) => Diagnostic::at(Span::whole(&path), problem),
        Err(_) => Diagnostic::nowhere(problem),
    }
}

fn read(root: &Root, place: &Path) -> Result<Source, Diagnostic> {
    let path = SourcePath::from_os(relative(root, place)).map_err(|_| {
        let name = relative(root, place).display().to_string();
        Diagnostic::nowhere(Problem::FileName { name })
    })?;
    let fail = |error: io::Error| unreadable(root, place, &error.to_string());
    #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
    let mut file = File::open(place).map_err(fail)?;
    let size = file.metadata().map_err(fail)?.len();
    let content = match role(&path) {
        Role::Text | Role::Vector if size > TEXT_LIMIT => return Err(too_large(&path, size)),
        Role::Text | Role::Bytes | Role::Vector => {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).map_err(fail)?;
            return of_bytes(&path, &bytes);
        }
        Role::Raster => Content::Image(image::raster(file).map_err(|reason| undecodable(&path, reason))?),
        Role::UnknownImage => Content::Image(ImageSize { width: None, height: None }),
        Role::Other => Content::Other,
    };
    Ok(Source { path, size, content })
}

/// What is kept of a file with these bytes.
pub(super) fn of_bytes(path: &SourcePath, bytes: &[u8]) -> Result<Source, Diagnostic> {
    let size = bytes.len() as u64;
    let content = match role(path) {
        Role::Text => Content::Text(text(path, bytes)?.into()),
        Role::Bytes => Content::Bytes(bytes.into()),
        Role::Vector => {
            let size = image::vector(text(path, bytes)?);
            Content::Image(size.map_err(|reason| undecodable(path, reason))?)
        }
        Role::Raster => {
            let size = image::raster(io::Cursor::new(bytes));
            Content::Image(size.map_err(|reason| undecodable(path, reason))?)
        }
        Role::UnknownImage => Content::Image(ImageSize { width: None, height: None }),
        Role::Other => Content::Other,
    };
    Ok(Source { path: path.clone(), size, content })
}

fn undecodable(path: &SourcePath, reason: String) -> Diagnostic {
    Diagnostic::at(Span::whole(path), Problem::ImageUnreadable { reason })
}

enum Role {
    Text,
    Bytes,
    Vector,
    Raster,
    UnknownImage,
    Other,
}

/// What a file is for, by its place and extension.
fn role(path: &SourcePath) -> Role {
    let extension = path.extension().to_ascii_lowercase();
    let path = path.as_str();
    let is_passed_on = path.starts_with("static/");
    let is_theme_file = path.starts_with("themes/") && path.split('/').nth(2) == Some("static");
    if is_theme_file {
        return Role::Bytes;
    }
    match &*extension {
        _ if is_passed_on => Role::Other,
        "md" | "yaml" | "yml" => Role::Text,
        "json" | "toml" | "csv" if path.starts_with("data/") => Role::Text,
        "html" | "xml" | "css" | "ftl" | "txt" if !path.starts_with("content/") => Role::Text,
        "svg" => Role::Vector,
        "png" | "jpg" | "jpeg" | "gif" | "webp" => Role::Raster,
        extension if MediaType::of_extension(extension).is_image() => Role::UnknownImage,
        _ => Role::Other,
    }
}

fn too_large(path: &SourcePath, size: u64) -> Diagnostic {
    let count = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
    let problem = Problem::FileTooLarge { bytes: count(size), limit: count(TEXT_LIMIT) };
    Diagnostic::at(Span::whole(path), problem)
}

fn text<'b>(path: &SourcePath, bytes: &'b [u8]) -> Result<&'b str, Diagnostic> {
    if bytes.len() as u64 > TEXT_LIMIT {
        return Err(too_large(path, bytes.len() as u64));
    }
    match str::from_utf8(bytes) {
        // A byte order mark is not text (and would hide the front matter's first line).
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let at = error.valid_up_to();
            Err(Diagnostic::at(Span::new(path, at, at), Problem::NotUtf8 {}))
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;
    use crate::source::{Loss, Sources};

    fn written(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder");
        for (name, bytes) in files {
            let place = dir.path().join(name);
            fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
            fs::write(place, bytes).expect("a file");
        }
        dir
    }

    fn scanned(files: &[(&str, &[u8])]) -> Sources {
        let dir = written(files);
        let mut sources = Sources::default();
        sources.take(scan(&Root::new(dir.path())).expect("a readable root"), Loss::Gone);
        sources
    }

    fn codes(sources: &Sources) -> Vec<&'static str> {
        sources.faults().map(|diagnostic| diagnostic.problem.code()).collect()
    }

    fn reread_paths(dir: &Path, places: &[&str]) -> Vec<String> {
        let places: Vec<PathBuf> = places.iter().map(PathBuf::from).collect();
        let changes = reread(&Root::new(dir), &places).expect("a readable root");
        changes.iter().map(|change| format!("{}: {}", change.path, change.sources.len())).collect()
    }

    #[test]
    fn places_are_read_again_as_far_as_they_are_a_publications() {
        let dir =
            written(&[("content/a/b.md", b"b"), ("content/a/c.md", b"c"), ("src/x.md", b"x"), ("kabar.yaml", b"")]);
        assert_eq!(reread_paths(dir.path(), &["content/a", "content/a/b.md"]), ["content/a: 2"]);
        assert_eq!(
            reread_paths(dir.path(), &["./content/a/b.md", "kabar.yaml"]),
            ["content/a/b.md: 1", "kabar.yaml: 1"]
        );
        assert_eq!(reread_paths(dir.path(), &["content/gone"]), ["content/gone: 0"]);
        let left = ["content/a/.b.swp", "content/b.md~", "content/4913", "content/.#b.md", "src/x.md", "", "output/a"];
        assert_eq!(reread_paths(dir.path(), &left), [""; 0]);
        let whole = dir.path().join("content/a/b.md");
        assert_eq!(reread_paths(dir.path(), &[whole.to_str().expect("text")]), ["content/a/b.md: 1"]);
        assert_eq!(reread_paths(dir.path(), &["content/a\\b.md"]), ["content: 2"]);
    }

    #[test]
    fn only_the_folders_of_a_publication_are_read() {
        let sources = scanned(&[
            ("kabar.yaml", b"a"),
            ("content/a.id.md", b"\xef\xbb\xbfa"),
            ("src/main.rs", b"a"),
            ("content/.a.swp", b"a"),
        ]);
        let paths: Vec<&str> = sources.iter().map(|source| source.path.as_str()).collect();
        assert_eq!(paths, ["content/a.id.md", "kabar.yaml"]);
        let path = SourcePath::new("content/a.id.md").expect("a path");
        assert_eq!(sources.text(&path), Some("a"));
    }

    #[test]
    fn a_bad_file_does_not_hide_the_others() {
        let large = vec![b'a'; usize::try_from(TEXT_LIMIT).expect("small") + 1];
        let sources = scanned(&[
            ("content/a.id.md", b"\xff"),
            ("content/b.id.md", &large),
            ("content/c.png", b"x"),
            ("content/d.id.md", b"d"),
        ]);
        assert_eq!(codes(&sources), ["not-utf8", "file-too-large", "image-unreadable"]);
        assert_eq!(sources.below("content").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_tree_are_refused() {
        let outside = tempfile::tempdir().expect("a folder");
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(dir.path().join("content")).expect("a folder");
        std::os::unix::fs::symlink(outside.path(), dir.path().join("content/out")).expect("a link");
        fs::write(outside.path().join("a.md"), "a").expect("a file");
        let mut sources = Sources::default();
        sources.take(scan(&Root::new(dir.path())).expect("a readable root"), Loss::Gone);
        assert_eq!(codes(&sources), ["link-outside"]);
        // Nor is anything behind it read again.
        let changes = reread(&Root::new(dir.path()), &[PathBuf::from("content/out/a.md")]).expect("a readable root");
        assert!(sources.take(changes, Loss::Gone).is_empty());
        assert_eq!((codes(&sources), sources.iter().count()), (vec!["link-outside"], 0));
    }
}
