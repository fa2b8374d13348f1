//! Writes the table of the default theme's files, for `src/theme/embedded.rs` to include.
#![expect(clippy::disallowed_methods, clippy::disallowed_macros, reason = "a build script reads, writes and prints")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

const THEME: &str = "themes/tenun";

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join(THEME);
    println!("cargo::rerun-if-changed=build.rs");
    let mut files = Vec::new();
    // A missing path would make cargo run this on every build.
    if root.is_dir() {
        println!("cargo::rerun-if-changed={THEME}");
        collect(&root, &root, &mut files)?;
    }
    files.sort();
    let mut table = String::from("const FILES: &[(&str, &[u8])] = &[\n");
    for (name, path) in &files {
        let _ = writeln!(table, "    ({name:?}, include_bytes!({path:?})),");
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("embedded_theme.rs"), table)
}

/// Lists the files below a folder by their path with `/`; hidden ones are an editor's.
fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if is_hidden {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            files.push((parts.join("/"), path));
        }
    }
    Ok(())
}
