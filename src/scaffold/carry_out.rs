//! A plan on the disk, whole or not at all.
//!
//! **Invariant:** nothing that is there is written over unless its old text was known; when anything
//! fails, every file is as it was.

use std::fs;
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};

use crate::source::Root;

use super::plan::{Move, Plan, Write};

/// What was done, in order, for undoing it.
enum Done {
    Folder(PathBuf),
    Created(PathBuf),
    Replaced { place: PathBuf, old: Vec<u8> },
    Moved { from: PathBuf, to: PathBuf },
}

/// A new text beside the place where it is going to stand.
struct Staged {
    place: PathBuf,
    beside: PathBuf,
    old: Option<Vec<u8>>,
}

/// A byte order mark, which is no part of a text.
const MARK: &str = "\u{feff}";

/// Writes and moves what a plan says.
///
/// # Errors
/// Those of the file system, with the path added; also when a file is there that must not be, or
/// has changed since it was read. Then nothing has changed.
pub fn carry_out(root: &Root, plan: &Plan) -> io::Result<()> {
    let mut done = Vec::new();
    let mut staged = Vec::new();
    let written = stage_all(root, plan, &mut done, &mut staged).and_then(|()| commit(&staged, &mut done));
    // Before a folder is moved or taken away with them in it.
    for one in &staged {
        remove(&one.beside);
    }
    let result = written.and_then(|()| moves(root, &plan.moves, &mut done));
    if result.is_err() {
        undo(done);
    }
    result
}

fn stage_all(root: &Root, plan: &Plan, done: &mut Vec<Done>, staged: &mut Vec<Staged>) -> io::Result<()> {
    for one in &plan.moves {
        let place = one.to.to_os(root.dir());
        // On some systems a name in other letters is the same file.
        let is_same = one.from.as_str().to_lowercase() == one.to.as_str().to_lowercase();
        if !is_same && place.symlink_metadata().is_ok() {
            return Err(at(&place, io::ErrorKind::AlreadyExists.into()));
        }
    }
    for write in &plan.writes {
        staged.push(stage(root, write, done)?);
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
fn stage(root: &Root, write: &Write, done: &mut Vec<Done>) -> io::Result<Staged> {
    let place = write.path.to_os(root.dir());
    let Some(text) = &write.old else {
        if place.symlink_metadata().is_ok() {
            return Err(at(&place, io::ErrorKind::AlreadyExists.into()));
        }
        folders(place.parent(), done)?;
        let beside = beside(&place);
        fill(&beside, write.new.as_bytes())?;
        return Ok(Staged { place, beside, old: None });
    };
    let mut old = Vec::new();
    root.open(&write.path)?.read_to_end(&mut old).map_err(|error| at(&place, error))?;
    let (mark, known) = match old.strip_prefix(MARK.as_bytes()) {
        Some(rest) => (MARK, rest),
        None => ("", old.as_slice()),
    };
    if known != text.as_bytes() {
        return Err(at(&place, io::Error::other("the file has changed meanwhile")));
    }
    // What a link leads to is written, not the link.
    let place = fs::canonicalize(&place).map_err(|error| at(&place, error))?;
    let beside = beside(&place);
    fill(&beside, format!("{mark}{}", write.new).as_bytes())?;
    let permissions = fs::metadata(&place).map_err(|error| at(&place, error))?.permissions();
    fs::set_permissions(&beside, permissions).map_err(|error| at(&beside, error))?;
    Ok(Staged { place, beside, old: Some(old) })
}

#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
fn folders(folder: Option<&Path>, done: &mut Vec<Done>) -> io::Result<()> {
    let missing: Vec<&Path> =
        folder.into_iter().flat_map(Path::ancestors).take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir(folder).map_err(|error| at(folder, error))?;
        done.push(Done::Folder(folder.to_path_buf()));
    }
    Ok(())
}

/// A hidden name that no scan looks at.
fn beside(place: &Path) -> PathBuf {
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    place.with_file_name(format!(".{name}.kabar-{}", std::process::id()))
}

#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
fn fill(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let write = || {
        let mut file = fs::File::create(place)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| {
        remove(place);
        at(place, error)
    })
}

#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
fn commit(staged: &[Staged], done: &mut Vec<Done>) -> io::Result<()> {
    for Staged { place, beside, old } in staged {
        match old {
            Some(old) => {
                fs::rename(beside, place).map_err(|error| at(place, error))?;
                done.push(Done::Replaced { place: place.clone(), old: old.clone() });
            }
            None => {
                // Unlike renaming, this fails when someone else has made the file meanwhile.
                fs::hard_link(beside, place).or_else(|_| copy_new(beside, place)).map_err(|error| at(place, error))?;
                done.push(Done::Created(place.clone()));
            }
        }
    }
    Ok(())
}

/// Copies a file where the file system knows no links, never over another.
fn copy_new(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = fs::OpenOptions::new().write(true).create_new(true).open(to)?;
    let mut source = fs::OpenOptions::new().read(true).open(from)?;
    io::copy(&mut source, &mut target)?;
    target.sync_all()
}

#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
fn moves(root: &Root, moves: &[Move], done: &mut Vec<Done>) -> io::Result<()> {
    for one in moves {
        let (from, to) = (one.from.to_os(root.dir()), one.to.to_os(root.dir()));
        fs::rename(&from, &to).map_err(|error| at(&from, error))?;
        done.push(Done::Moved { from, to });
    }
    Ok(())
}

/// Takes back what was done, the last first. What cannot be taken back must not keep the rest.
#[expect(clippy::disallowed_methods, reason = "`scaffold` takes back what it wrote")]
fn undo(done: Vec<Done>) {
    for step in done.into_iter().rev() {
        match step {
            Done::Folder(folder) => _ = fs::remove_dir(folder),
            Done::Created(place) => remove(&place),
            Done::Moved { from, to } => _ = fs::rename(to, from),
            Done::Replaced { place, old } => {
                let beside = beside(&place);
                if fill(&beside, &old).is_ok() {
                    let _ = fs::rename(beside, place);
                }
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "only what this module has just written is removed")]
fn remove(place: &Path) {
    let _ = fs::remove_file(place);
}

fn at(place: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", place.display()))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests make their own files")]
mod tests {
    use super::*;
    use crate::base::SourcePath;

    fn path(text: &str) -> SourcePath {
        SourcePath::new(text).expect("a path")
    }

    fn folder() -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("content/a")).expect("a folder");
        fs::write(folder.path().join("content/a/index.id.md"), "\u{feff}old").expect("a file");
        let root = Root::new(folder.path());
        (folder, root)
    }

    fn write(name: &str, old: Option<&str>, new: &str) -> Write {
        Write { path: path(name), old: old.map(Into::into), new: new.to_owned() }
    }

    fn files(folder: &tempfile::TempDir) -> Vec<(String, String)> {
        let walk = walkdir::WalkDir::new(folder.path()).sort_by_file_name().into_iter().filter_map(Result::ok);
        walk.filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let name = entry.path().strip_prefix(folder.path()).expect("inside").display().to_string();
                (name, fs::read_to_string(entry.path()).expect("text"))
            })
            .collect()
    }

    #[test]
    fn a_plan_is_carried_out_and_marks_stay() {
        let (folder, root) = folder();
        let writes = vec![write("content/a/index.id.md", Some("old"), "new"), write("content/c/d.id.md", None, "x")];
        let plan = Plan { writes, moves: vec![Move { from: path("content/a"), to: path("content/b") }] };
        carry_out(&root, &plan).expect("carried out");
        let expected = [("content/b/index.id.md", "\u{feff}new"), ("content/c/d.id.md", "x")];
        assert_eq!(files(&folder), expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    }

    #[test]
    fn when_anything_fails_everything_is_as_it_was() {
        let good = || write("content/a/index.id.md", Some("old"), "new");
        let new = || write("content/c/d.id.md", None, "x");
        let to = |from: &str, to: &str| Move { from: path(from), to: path(to) };
        for plan in [
            Plan {
                writes: vec![good(), new()],
                moves: vec![to("content/a", "content/b"), to("content/x", "content/y")],
            },
            Plan { writes: vec![new(), write("content/a/index.id.md", Some("other"), "new")], moves: vec![] },
            Plan { writes: vec![good(), new(), write("content/a/index.id.md", None, "new")], moves: vec![] },
            Plan { writes: vec![good(), write("content/a/index.id.md/x.md", None, "new")], moves: vec![] },
            Plan { writes: vec![new(), new()], moves: vec![] },
            Plan { writes: vec![good()], moves: vec![to("content/x", "content/a")] },
        ] {
            let (folder, root) = folder();
            let before = files(&folder);
            carry_out(&root, &plan).expect_err("a fault");
            assert_eq!(files(&folder), before, "{plan:?}");
            assert!(!folder.path().join("content/c").exists(), "{plan:?}");
        }
    }
}
