//! Walking the folders of a publication.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::base::{MediaType, SourcePath};
use crate::diagnostic::{Checked, Diagnostic, Problem, Span};

use super::image::{self, ImageSize};
use super::{Content, Root, Source, Sources};

/// How large a text may be that the program reads.
pub const TEXT_LIMIT: u64 = 2 * 1024 * 1024;

/// The folders that a publication may have; nothing else is looked at.
pub(super) const FOLDERS: [&str; 7] = ["content", "data", "static", "strings", "styles", "templates", "themes"];

/// Reads all files of the publication at `root`.
///
/// What is wrong with one file is a diagnostic, and the others are read all the same.
///
/// # Errors
/// When the root itself cannot be read.
#[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
pub fn scan(root: &Root) -> io::Result<Checked<Sources>> {
    let mut diagnostics = Vec::new();
    let home = fs::canonicalize(root.dir())
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", root.dir().display())))?;
    let mut found = Vec::new();
    let configuration = root.dir().join(crate::config::FILE);
    if configuration.exists() {
        found.push(configuration);
    }
    for folder in FOLDERS {
        walk(&root.dir().join(folder), root, &home, &mut found, &mut diagnostics);
    }
    let read: Vec<Result<Source, Diagnostic>> = found.par_iter().map(|place| read(root, place)).collect();
    let mut sources = Sources::default();
    for file in read {
        match file {
            Ok(source) => sources.insert(source),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    Ok(Checked { value: sources, diagnostics })
}

#[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
fn walk(folder: &Path, root: &Root, home: &Path, found: &mut Vec<PathBuf>, diagnostics: &mut Vec<Diagnostic>) {
    if !folder.exists() {
        return;
    }
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_wanted);
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let place = error.path().unwrap_or(folder);
                diagnostics.push(unreadable(root, place, &error.to_string()));
                continue;
            }
        };
        let leads_outside =
            entry.path_is_symlink() && !fs::canonicalize(entry.path()).is_ok_and(|target| target.starts_with(home));
        if leads_outside {
            let name = relative(root, entry.path()).display().to_string();
            diagnostics.push(Diagnostic::nowhere(Problem::LinkOutside { name }));
            // Behind it may be the whole disk.
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
        } else if entry.file_type().is_file() {
            found.push(entry.into_path());
        }
    }
}

/// Leaves out what editors and systems leave behind.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_left_behind = name.ends_with('~') || name.starts_with('#') || matches!(&*name, ".DS_Store" | "Thumbs.db");
    let is_hidden = name.starts_with('.') && entry.depth() > 0;
    let is_static = entry.path().components().any(|part| part.as_os_str() == "static");
    !is_left_behind && (!is_hidden || (is_static && !name.starts_with(".git") && !name.ends_with(".swp")))
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
    let file = File::open(place).map_err(fail)?;
    let size = file.metadata().map_err(fail)?.len();
    let extension = path.extension().to_ascii_lowercase();
    let content = match role(&path, &extension) {
        Role::Text => Content::Text(text(place, &path, size)?),
        #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
        Role::Bytes => Content::Bytes(fs::read(place).map_err(fail)?.into()),
        Role::Vector => {
            let text = text(place, &path, size)?;
            Content::Image(image::vector(&text).map_err(|reason| undecodable(&path, reason))?)
        }
        Role::Raster => Content::Image(image::raster(file).map_err(|reason| undecodable(&path, reason))?),
        Role::UnknownImage => Content::Image(ImageSize { width: None, height: None }),
        Role::Other => Content::Other,
    };
    Ok(Source { path, size, content })
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
fn role(path: &SourcePath, extension: &str) -> Role {
    let path = path.as_str();
    let is_passed_on = path.starts_with("static/");
    let is_theme_file = path.starts_with("themes/") && path.split('/').nth(2) == Some("static");
    if is_theme_file {
        return Role::Bytes;
    }
    match extension {
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

fn text(place: &Path, path: &SourcePath, size: u64) -> Result<Arc<str>, Diagnostic> {
    if size > TEXT_LIMIT {
        let count = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        let problem = Problem::FileTooLarge { bytes: count(size), limit: count(TEXT_LIMIT) };
        return Err(Diagnostic::at(Span::whole(path), problem));
    }
    #[expect(clippy::disallowed_methods, reason = "this module is the only reader of the disk")]
    let bytes = fs::read(place).map_err(|error| {
        let problem = Problem::FileUnreadable { reason: error.to_string() };
        Diagnostic::at(Span::whole(path), problem)
    })?;
    match String::from_utf8(bytes) {
        // A byte order mark is not text (and would hide the front matter's first line).
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).into()),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Err(Diagnostic::at(Span::new(path, at, at), Problem::NotUtf8 {}))
        }
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;

    fn scanned(files: &[(&str, &[u8])]) -> Checked<Sources> {
        let dir = tempfile::tempdir().expect("a folder");
        for (name, bytes) in files {
            let place = dir.path().join(name);
            fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
            fs::write(place, bytes).expect("a file");
        }
        scan(&Root::new(dir.path())).expect("a readable root")
    }

    fn codes(checked: &Checked<Sources>) -> Vec<&'static str> {
        checked.diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
    }

    #[test]
    fn only_the_folders_of_a_publication_are_read() {
        let checked = scanned(&[
            ("kabar.yaml", b"a"),
            ("content/a.id.md", b"\xef\xbb\xbfa"),
            ("src/main.rs", b"a"),
            ("content/.a.swp", b"a"),
        ]);
        let paths: Vec<&str> = checked.value.iter().map(|source| source.path.as_str()).collect();
        assert_eq!(paths, ["content/a.id.md", "kabar.yaml"]);
        let path = SourcePath::new("content/a.id.md").expect("a path");
        assert_eq!(checked.value.text(&path), Some("a"));
    }

    #[test]
    fn a_bad_file_does_not_hide_the_others() {
        let large = vec![b'a'; usize::try_from(TEXT_LIMIT).expect("small") + 1];
        let checked = scanned(&[
            ("content/a.id.md", b"\xff"),
            ("content/b.id.md", &large),
            ("content/c.png", b"x"),
            ("content/d.id.md", b"d"),
        ]);
        assert_eq!(codes(&checked), ["not-utf8", "file-too-large", "image-unreadable"]);
        assert_eq!(checked.value.below("content").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_tree_are_refused() {
        let outside = tempfile::tempdir().expect("a folder");
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(dir.path().join("content")).expect("a folder");
        std::os::unix::fs::symlink(outside.path(), dir.path().join("content/out")).expect("a link");
        let checked = scan(&Root::new(dir.path())).expect("a readable root");
        assert_eq!(codes(&checked), ["link-outside"]);
    }
}
