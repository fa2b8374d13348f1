//! Folders as values: read whole, copied, compared.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// Files by path with `/`; a folder is nothing but the files in it.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// The folder of this repository.
pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of all tests.
pub fn tests() -> PathBuf {
    repository().join("tests")
}

/// All files below a folder, without what is the generator's own.
pub fn read(folder: &Path) -> Tree {
    let files = files(folder).into_iter().filter(|(name, _)| !name.starts_with(".kabar/"));
    files.map(|(name, place)| (name, fs::read(place).expect("a readable file"))).collect()
}

/// When each file was last written.
pub fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let modified = |place: PathBuf| fs::metadata(place).and_then(|known| known.modified()).expect("a known file");
    files(folder).into_iter().map(|(name, place)| (name, modified(place))).collect()
}

/// All files below a folder with their places; links are not followed.
pub fn files(folder: &Path) -> BTreeMap<String, PathBuf> {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| !entry.file_type().is_dir());
    files.map(|entry| (relative(entry.path(), folder), entry.into_path())).collect()
}

/// Copies a folder with its symbolic links as they are.
pub fn copy(from: &Path, to: &Path) {
    for (name, place) in files(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        match fs::read_link(&place) {
            #[cfg(unix)]
            Ok(leads_to) => std::os::unix::fs::symlink(leads_to, &target).expect("a link"),
            #[cfg(not(unix))]
            Ok(_) => {}
            Err(_) => _ = fs::copy(&place, &target).expect("a copy"),
        }
    }
}

/// Writes a file and the folders that it needs.
pub fn write(place: &Path, content: impl AsRef<[u8]>) {
    fs::create_dir_all(place.parent().expect("a parent")).expect("a folder");
    fs::write(place, content).expect("a file");
}

/// The folders directly below one, by name.
pub fn folders(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// What differs between two trees, one line a file.
pub fn differences(expected: &Tree, found: &Tree) -> Vec<String> {
    let missing = expected.keys().filter(|name| !found.contains_key(*name)).map(|name| format!("missing: {name}"));
    let surplus = found.keys().filter(|name| !expected.contains_key(*name)).map(|name| format!("surplus: {name}"));
    let changed = expected.iter().filter_map(|(name, before)| {
        let after = found.get(name).filter(|after| *after != before)?;
        Some(format!("changed: {name}: {}", first_difference(before, after)))
    });
    missing.chain(surplus).chain(changed).collect()
}

/// The first line that differs.
fn first_difference(before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let pairs = before.lines().zip(after.lines()).enumerate();
    let different = pairs.into_iter().find(|(_, (left, right))| left != right);
    match different {
        Some((index, (left, right))) => format!("line {}:\n  - {left}\n  + {right}", index + 1),
        None => format!("{} and {} bytes", before.len(), after.len()),
    }
}

fn relative(place: &Path, folder: &Path) -> String {
    let inside = place.strip_prefix(folder).expect("a place inside");
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
