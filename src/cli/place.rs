//! Paths as people type them, from where they stand, as paths of the publication.

use std::io;
use std::path::{Path, PathBuf};

use crate::source::Root;

/// A path that is there, from the publication's folder; empty for the folder itself.
///
/// # Errors
/// When it is not there, or lies outside of the publication.
pub(super) fn inside(root: &Root, path: &Path) -> io::Result<String> {
    let at = |place: &Path, error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", place.display()));
    let folder = std::path::absolute(root.dir()).map_err(|error| at(root.dir(), error))?;
    path.symlink_metadata().map_err(|error| at(path, error))?;
    let place = std::path::absolute(path).map_err(|error| at(path, error))?;
    let outside = || io::Error::new(io::ErrorKind::InvalidInput, format!("{} < {}", folder.display(), place.display()));
    let inside = normal(&place).strip_prefix(normal(&folder)).map_err(|_| outside())?.to_path_buf();
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    Ok(parts.join("/"))
}

/// A path typed from where people stand, or else from the publication's folder.
///
/// # Errors
/// As [`inside`].
pub(super) fn near(root: &Root, path: &Path) -> io::Result<String> {
    inside(root, path).or_else(|error| {
        let from_root = root.dir().join(path);
        if from_root.symlink_metadata().is_ok() { inside(root, &from_root) } else { Err(error) }
    })
}

/// A path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::CurDir => {}
            std::path::Component::ParentDir => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}
