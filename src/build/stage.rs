//! New files on their way: written beside the output, moved to their places at the end.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::base::{Fingerprint, OutputPath, SourcePath};
use crate::render::Body;
use crate::source::Root;

use super::{at, own};

/// The folder of files on their way.
pub(super) struct Stage {
    output: PathBuf,
    folder: PathBuf,
    next: AtomicUsize,
}

/// A file that is right where it is, or waits to be moved there.
pub(super) struct Staged {
    pub(super) path: OutputPath,
    pub(super) bytes: u64,
    pub(super) hash: Fingerprint,
    pub(super) is_new: bool,
    waiting: Option<PathBuf>,
}

const BUFFER: usize = 64 * 1024;

#[expect(clippy::disallowed_methods, reason = "`build` writes the output")]
impl Stage {
    /// Makes the folder, without what a killed build may have left in it.
    pub(super) fn open(output: &Path) -> io::Result<Self> {
        let folder = own(output).join("new");
        let stage = Self { output: output.to_path_buf(), folder, next: AtomicUsize::new(0) };
        stage.abandon()?;
        fs::create_dir_all(&stage.folder).map_err(|error| at(&stage.folder, error))?;
        Ok(stage)
    }

    /// Removes the folder.
    pub(super) fn abandon(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(&self.folder, error)),
            _ => Ok(()),
        }
    }

    /// Writes a file beside its place, unless it stands there already with the same bytes.
    pub(super) fn put(&self, path: OutputPath, body: Body, root: &Root) -> io::Result<Staged> {
        match body {
            Body::Bytes(bytes) => self.put_bytes(path, &bytes),
            Body::CopyOf(source) => self.put_copy(path, &source, root),
        }
    }

    fn put_bytes(&self, path: OutputPath, bytes: &[u8]) -> io::Result<Staged> {
        let hash = Fingerprint::of(bytes);
        let length = bytes.len() as u64;
        let place = path.to_os(&self.output);
        if is_size(&place, length) && fs::read(&place).is_ok_and(|old| old == bytes) {
            return Ok(Staged { path, bytes: length, hash, is_new: false, waiting: None });
        }
        let waiting = self.name();
        fs::write(&waiting, bytes).map_err(|error| at(&waiting, error))?;
        Ok(Staged { path, bytes: length, hash, is_new: true, waiting: Some(waiting) })
    }

    fn put_copy(&self, path: OutputPath, source: &SourcePath, root: &Root) -> io::Result<Staged> {
        let mut from = root.open(source)?;
        let length = from.metadata().map_err(|error| at(&source.to_os(root.dir()), error))?.len();
        let place = path.to_os(&self.output);
        let old = is_size(&place, length).then(|| File::open(&place).ok()).flatten();
        if let Some(mut old) = old {
            let (hash, is_same) = compare(&mut from, &mut old)?;
            if is_same {
                return Ok(Staged { path, bytes: length, hash, is_new: false, waiting: None });
            }
            from = root.open(source)?;
        }
        let waiting = self.name();
        let mut to = File::create(&waiting).map_err(|error| at(&waiting, error))?;
        let (hash, bytes) = copy(&mut from, &mut to).map_err(|error| at(&waiting, error))?;
        Ok(Staged { path, bytes, hash, is_new: true, waiting: Some(waiting) })
    }

    /// Moves a file to its place.
    pub(super) fn settle(&self, file: &Staged) -> io::Result<()> {
        let Some(waiting) = &file.waiting else {
            return Ok(());
        };
        let place = file.path.to_os(&self.output);
        // Most folders are there already or get one file: try first, make the folder when needed.
        match fs::rename(waiting, &place) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Some(folder) = place.parent() {
                    fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
                }
                fs::rename(waiting, &place).map_err(|error| at(&place, error))
            }
            other => other.map_err(|error| at(&place, error)),
        }
    }

    fn name(&self) -> PathBuf {
        self.folder.join(self.next.fetch_add(1, Ordering::Relaxed).to_string())
    }
}

fn is_size(place: &Path, length: u64) -> bool {
    fs::symlink_metadata(place).is_ok_and(|known| known.is_file() && known.len() == length)
}

fn compare(from: &mut File, old: &mut File) -> io::Result<(Fingerprint, bool)> {
    let mut hasher = blake3::Hasher::new();
    let (mut from, mut old) = (BufReader::with_capacity(BUFFER, from), BufReader::with_capacity(BUFFER, old));
    let (mut left, mut right) = (vec![0; BUFFER], vec![0; BUFFER]);
    loop {
        let count = from.read(&mut left)?;
        if count == 0 {
            return Ok((Fingerprint::from(hasher.finalize()), true));
        }
        hasher.update(&left[..count]);
        if old.read_exact(&mut right[..count]).is_err() || left[..count] != right[..count] {
            return Ok((Fingerprint::from(hasher.finalize()), false));
        }
    }
}

fn copy(from: &mut File, to: &mut File) -> io::Result<(Fingerprint, u64)> {
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; BUFFER];
    let mut bytes = 0;
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok((Fingerprint::from(hasher.finalize()), bytes));
        }
        hasher.update(&buffer[..count]);
        to.write_all(&buffer[..count])?;
        bytes += count as u64;
    }
}
