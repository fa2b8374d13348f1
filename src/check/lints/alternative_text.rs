//! `alt-is-file-name`, `missing-alt-attribute`: what is said to those who do not see pictures.

use std::collections::BTreeSet;

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem};

/// Looks for alternative texts that are only the name of the file (`IMG_2034.jpg`, `peta`), in
/// texts and in `media.yaml`, and for pictures of templates and raw HTML without any `alt`.
///
/// An empty `alt` in a rendered page says that a picture is decoration, which is right.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for text in &publication.texts {
        for picture in &text.remarks.pictures {
            if is_file_name(&picture.alt, &picture.path) {
                let (image, alt) = (picture.path.clone(), picture.alt.clone());
                out.push(Diagnostic::at(picture.span.clone(), Problem::AltIsFileName { image, alt }));
            }
        }
    }
    let mut told = BTreeSet::new();
    for medium in publication.site.media.values() {
        let Some(entry) = &medium.description else { continue };
        let texts = entry.alt.iter().flat_map(|alt| alt.texts());
        for alt in texts.filter(|alt| is_file_name(alt, &entry.file.text)) {
            if told.insert(entry.file.span.clone()) {
                let (image, alt) = (entry.file.text.clone(), alt.to_owned());
                out.push(Diagnostic::at(entry.file.span.clone(), Problem::AltIsFileName { image, alt }));
            }
        }
    }
    let mut silent = BTreeSet::new();
    for (url, page) in &publication.pages {
        for image in page.markup.silent.iter().filter(|image| silent.insert((*image).clone())) {
            let (image, page_url) = (image.clone(), url.to_string());
            out.push(page.say(Problem::MissingAltAttribute { image, page: page_url }));
        }
    }
}

fn is_file_name(alt: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let alt = alt.trim();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    // A stem of one word may happen to be what the picture shows; a name with signs is none.
    let is_stem = alt.eq_ignore_ascii_case(stem) && stem.contains(|c: char| c.is_ascii_digit() || "-_".contains(c));
    let is_other_file = !extension.is_empty()
        && !alt.contains(' ')
        && alt.to_ascii_lowercase().ends_with(&format!(".{}", extension.to_ascii_lowercase()));
    is_stem || alt.eq_ignore_ascii_case(name) || is_other_file
}

#[cfg(test)]
mod tests {
    use super::is_file_name;

    #[test]
    fn names_of_files_are_no_descriptions() {
        assert!(is_file_name("IMG_2034.jpg", "IMG_2034.jpg"));
        assert!(is_file_name("img_2034", "foto/IMG_2034.jpg"));
        assert!(is_file_name("DSC001.JPG", "peta.jpg"));
        assert!(!is_file_name("Peta", "peta.svg"));
        assert!(!is_file_name("", "peta.svg"));
        assert!(!is_file_name("Peta empat desa", "peta-desa.svg"));
    }
}
