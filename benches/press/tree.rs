//! A tree of files: what is in it, and the floor, which is the time that merely writing it takes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use super::corpus::put;

/// The files of a folder by their paths within it, with their sizes.
pub struct Tree {
    files: Vec<(PathBuf, usize)>,
}

impl Tree {
    /// Reads the names and sizes below a folder, without the folder that the program keeps for
    /// itself there.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        for entry in walkdir::WalkDir::new(root).sort_by_file_name() {
            let entry = entry?;
            let Ok(path) = entry.path().strip_prefix(root) else { continue };
            if entry.file_type().is_file() && !path.starts_with(".kabar") {
                let bytes = usize::try_from(entry.metadata()?.len()).map_err(io::Error::other)?;
                files.push((path.to_path_buf(), bytes));
            }
        }
        Ok(Self { files })
    }

    pub fn files(&self) -> usize {
        self.files.len()
    }

    pub fn pages(&self) -> usize {
        self.files.iter().filter(|(path, _)| path.extension().is_some_and(|extension| extension == "html")).count()
    }

    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, bytes)| *bytes as u64).sum()
    }

    /// Writes files of the same names and sizes to a new folder with two threads.
    pub fn press(&self, root: &Path) -> io::Result<()> {
        fs::create_dir_all(root)?;
        let most = self.files.iter().map(|(_, bytes)| *bytes).max().unwrap_or_default();
        let ink = vec![b'k'; most];
        let half = self.files.len().div_ceil(2).max(1);
        thread::scope(|scope| {
            let write = |files: &[(PathBuf, usize)]| {
                files.iter().try_for_each(|(path, bytes)| put(&root.join(path), &ink[..*bytes]))
            };
            let threads: Vec<_> = self.files.chunks(half).map(|files| scope.spawn(move || write(files))).collect();
            threads.into_iter().try_for_each(|thread| thread.join().expect("a thread that writes does not panic"))
        })
    }
}
