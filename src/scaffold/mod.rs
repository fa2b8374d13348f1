//! New publications from the program alone.
//!
//! **Invariant:** writes only when asked to; a publication only into a folder that is new or empty.

mod article;
mod carry_out;
mod mark;
mod mend;
mod plan;
mod rename;
mod section;
mod term;
mod theme;
mod translation;
mod written;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use article::{NewArticle, article, missing, missing_fields, section_of, unknown};
pub use carry_out::carry_out;
pub use mark::{Mark, mark};
pub use plan::{Move, Plan, Write};
pub use rename::{Outcome, Renamed, rename};
pub use section::section;
pub use term::term;
pub use theme::theme;
pub use translation::{translate, twin_path};
pub use written::Typed;

/// Writes a first publication in both languages; false when the folder already has something in it.
///
/// # Errors
/// Those of the file system, with the path added.
#[expect(clippy::disallowed_methods, reason = "`scaffold` writes sources on request")]
pub fn init(folder: &Path, title: &str, timezone: &str, is_indonesian: bool) -> io::Result<bool> {
    let at = |place: &Path, error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", place.display()));
    if folder.exists() && fs::read_dir(folder).map_err(|error| at(folder, error))?.next().is_some() {
        return Ok(false);
    }
    for (path, text) in files(title, timezone, is_indonesian) {
        let place = folder.join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(|error| at(parent, error))?;
        }
        fs::write(&place, text).map_err(|error| at(&place, error))?;
    }
    Ok(true)
}

/// Writes files into a folder, over those of the same names: what the program makes of itself, for
/// other programs.
///
/// # Errors
/// Those of the file system, with the path added.
#[expect(clippy::disallowed_methods, reason = "`scaffold` writes on request")]
pub fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let at = |place: &Path, error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", place.display()));
    fs::create_dir_all(folder).map_err(|error| at(folder, error))?;
    for (name, bytes) in files {
        let place = folder.join(name);
        fs::write(&place, bytes).map_err(|error| at(&place, error))?;
    }
    Ok(())
}

/// The first of some files that is in a folder already and that others made; none when all may be
/// written.
///
/// # Errors
/// Those of the file system, with the path added.
#[expect(clippy::disallowed_methods, reason = "`scaffold` looks at what it would write over")]
pub fn foreign<'n>(
    folder: &Path,
    names: impl Iterator<Item = &'n str>,
    is_ours: impl Fn(&[u8]) -> bool,
) -> io::Result<Option<PathBuf>> {
    for name in names {
        let place = folder.join(name);
        match fs::read(&place) {
            Ok(bytes) if !is_ours(&bytes) => return Ok(Some(place)),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(io::Error::new(error.kind(), format!("{}: {error}", place.display()))),
        }
    }
    Ok(None)
}

/// The files of a first publication, comments in the editor's language.
fn files(title: &str, timezone: &str, is_indonesian: bool) -> Vec<(&'static str, String)> {
    // A JSON string is a YAML string, whatever is in it.
    let title = serde_json::Value::from(title).to_string();
    let configuration =
        if is_indonesian { include_str!("first/kabar.id.yaml") } else { include_str!("first/kabar.en.yaml") };
    let configuration = configuration.replace("TITLE", &title).replace("TIMEZONE", timezone);
    vec![
        ("kabar.yaml", configuration),
        (".gitignore", "/output/\n".to_owned()),
        ("content/_section.id.md", include_str!("first/home.id.md").replace("TITLE", &title)),
        ("content/_section.en.md", include_str!("first/home.en.md").replace("TITLE", &title)),
        ("content/stories/_section.id.md", include_str!("first/stories.id.md").to_owned()),
        ("content/stories/_section.en.md", include_str!("first/stories.en.md").to_owned()),
        ("content/stories/first-story/index.id.md", include_str!("first/story.id.md").to_owned()),
        ("content/stories/first-story/index.en.md", include_str!("first/story.en.md").to_owned()),
        ("content/about.id.md", include_str!("first/about.id.md").to_owned()),
        ("content/about.en.md", include_str!("first/about.en.md").to_owned()),
    ]
}
