//! The size of a picture, from its first bytes.

use std::io::{BufReader, Read, Seek};

use image::ImageReader;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Width and height in pixels; none where the file does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageSize {
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// Measures a raster picture.
///
/// # Errors
/// The decoder's words, when the bytes are not a picture.
pub(super) fn raster(file: impl Read + Seek) -> Result<ImageSize, String> {
    let reader = ImageReader::new(BufReader::new(file)).with_guessed_format().map_err(|error| error.to_string())?;
    let (width, height) = reader.into_dimensions().map_err(|error| error.to_string())?;
    Ok(ImageSize { width: Some(width), height: Some(height) })
}

/// Measures an SVG by the attributes of its root (`width` and `height`, else `viewBox`).
///
/// # Errors
/// The parser's words, when the text is not an SVG.
pub(super) fn vector(text: &str) -> Result<ImageSize, String> {
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let (Event::Start(root) | Event::Empty(root)) = event else {
            if matches!(event, Event::Eof) {
                return Err("no <svg> element".to_owned());
            }
            continue;
        };
        if root.local_name().as_ref() != "svg" {
            return Err("the first element is not <svg>".to_owned());
        }
        let attribute = |name: &str| {
            let attribute = root.try_get_attribute(name).ok().flatten()?;
            Some(attribute.value.into_owned())
        };
        let length = |name| attribute(name).and_then(|text| pixels(text.trim_end_matches("px")));
        let view: Vec<Option<u32>> =
            attribute("viewBox").unwrap_or_default().split([' ', ',']).filter(|part| !part.is_empty()).map(pixels).collect();
        let side = |index: usize| view.get(index).copied().flatten();
        return Ok(match (length("width"), length("height")) {
            (Some(width), Some(height)) => ImageSize { width: Some(width), height: Some(height) },
            _ => ImageSize { width: side(2), height: side(3) },
        });
    }
}

fn pixels(text: &str) -> Option<u32> {
    let value: f64 = text.trim().parse().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    (value >= 1.0 && value <= f64::from(u16::MAX)).then_some(value.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn size(width: u32, height: u32) -> Result<ImageSize, String> {
        Ok(ImageSize { width: Some(width), height: Some(height) })
    }

    #[test]
    fn vectors_say_their_size() {
        assert_eq!(vector(r#"<?xml version="1.0"?><svg width="20px" height="10" viewBox="0 0 4 2"/>"#), size(20, 10));
        assert_eq!(vector(r#"<svg viewBox="0 0 640 360"><g/></svg>"#), size(640, 360));
        assert_eq!(vector("<svg/>"), Ok(ImageSize { width: None, height: None }));
        assert!(vector("<html/>").is_err());
        assert!(vector("").is_err());
    }

    #[test]
    fn what_is_not_a_picture_is_told() {
        assert!(raster(Cursor::new(b"not a picture".to_vec())).is_err());
    }
}
