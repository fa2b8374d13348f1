//! The cover of an item in the words of Media RSS, which RSS and Atom have no words for themselves.

use super::item::Picture;
use super::xml::escape;

/// The namespace of Media RSS.
pub(super) const MEDIA: &str = "http://search.yahoo.com/mrss/";

/// Writes a cover as a file and as what readers show beside a headline.
pub(super) fn cover(out: &mut String, picture: &Picture) {
    let url = escape(&picture.url);
    let size =
        |name: &str, pixels: Option<u32>| pixels.map(|pixels| format!(" {name}=\"{pixels}\"")).unwrap_or_default();
    let size = size("width", picture.width) + &size("height", picture.height);
    let (bytes, media_type) = (picture.bytes, picture.media_type);
    out.push_str(&format!(
        "<media:content url=\"{url}\" fileSize=\"{bytes}\" type=\"{media_type}\" medium=\"image\"{size}/>\n"
    ));
    out.push_str(&format!("<media:thumbnail url=\"{url}\"{size}/>\n"));
}
