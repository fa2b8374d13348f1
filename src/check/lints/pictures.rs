//! `heavy-picture`, `oversize-picture`: pictures that readers wait for without need.

use std::collections::BTreeSet;

use crate::check::Publication;
use crate::diagnostic::{Diagnostic, Problem, Span};
use crate::document::Document;

/// A cover is the first thing that a page shows.
const COVER_LIMIT: usize = 45 * 1024;
/// A picture further down, which is loaded when it comes into view.
const PICTURE_LIMIT: usize = 200 * 1024;
/// No reader's screen shows more pixels than this on a side.
const MOST_PIXELS: u32 = 2400;

/// Looks at the files of all pictures that texts show: their bytes, and their pixels. A cover may
/// weigh less than a picture further down, because it is waited for.
///
/// Drawings have no pixels and are sent compressed; only their bytes count, to a third. A picture
/// that several texts show is told once.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for text in &publication.texts {
        let document = text.document;
        let original = text.article.filter(|_| text.is_original());
        if let Some(cover) = original.and_then(|article| article.shared().cover.as_ref()) {
            look(publication, document, (&cover.text, &cover.span), COVER_LIMIT, &mut told, out);
        }
        for picture in &text.remarks.pictures {
            look(publication, document, (&picture.path, &picture.span), PICTURE_LIMIT, &mut told, out);
        }
    }
}

fn look(
    publication: &Publication,
    document: &Document,
    (path, span): (&str, &Span),
    limit: usize,
    told: &mut BTreeSet<String>,
    out: &mut Vec<Diagnostic>,
) {
    let Some(medium) = publication.site.medium(&document.place, path) else {
        return;
    };
    if !told.insert(medium.asset.path.to_string()) {
        return;
    }
    let size = usize::try_from(medium.asset.size).unwrap_or(usize::MAX);
    let bytes = if path.ends_with(".svg") { size / 3 } else { size };
    if bytes > limit {
        out.push(Diagnostic::at(span.clone(), Problem::HeavyPicture { image: path.to_owned(), bytes, limit }));
    }
    let pixels = medium.asset.image.filter(|_| !path.ends_with(".svg"));
    if let Some((width, height)) = pixels.and_then(|size| Some((size.width?, size.height?)))
        && width.max(height) > MOST_PIXELS
    {
        let number = |pixels: u32| usize::try_from(pixels).unwrap_or(usize::MAX);
        let (width, height, most) = (number(width), number(height), number(MOST_PIXELS));
        let problem = Problem::OversizePicture { image: path.to_owned(), width, height, most };
        out.push(Diagnostic::at(span.clone(), problem));
    }
}
