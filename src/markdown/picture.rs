//! A picture of a body and all that is said of it.

use super::label;
use super::resolve::{Picture, Resolve};
use super::target;
use super::tree::Image;

/// Asks for a picture, and lets what is written at it go before what its sidecar says.
pub(super) fn picture(image: &Image<'_>, resolve: &dyn Resolve) -> Picture {
    let path = &*image.path;
    let answer = if target::is_outside(path) { None } else { resolve.image(path) };
    let mut picture = answer.unwrap_or_else(|| Picture { src: path.to_owned(), ..Picture::default() });
    let attributes = &image.attributes;
    if let Some(alt) = &attributes.alt {
        picture.alt.clone_from(alt);
    } else if !image.alt.is_empty() {
        picture.alt = label::plain(&image.alt);
    }
    if attributes.credit.is_some() {
        picture.credit.clone_from(&attributes.credit);
    }
    if let Some(licence) = &attributes.licence {
        picture.licence = Some(resolve.licence(licence));
    }
    picture.is_left_out = !resolve.shows(path, &picture);
    picture
}
