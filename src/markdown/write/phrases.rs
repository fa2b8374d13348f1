//! Strings of the theme put together with what a body has: credits, sources, sizes.

use crate::markdown::resolve::{Picture, Resolve};

use super::{Form, Writer};

/// Stands for HTML in a string of the theme until the string is escaped.
const SLOT: &str = "\u{e000}";

impl<F: Form> Writer<'_, F> {
    /// Writes a string of the theme as text.
    pub fn phrase(&mut self, key: &str, arguments: &[(&str, &str)]) {
        let phrase = self.resolve.string(key, arguments);
        self.text(&phrase);
    }

    /// Adds an attribute whose value is a string of the theme.
    pub fn phrase_attribute(&mut self, name: &str, key: &str, arguments: &[(&str, &str)]) {
        let phrase = self.resolve.string(key, arguments);
        self.attribute(name, &phrase);
    }

    /// Writes a string of the theme whose one argument is HTML.
    pub fn phrase_around(&mut self, key: &str, argument: &str, html: &str) {
        let phrase = self.resolve.string(key, &[(argument, SLOT)]);
        match phrase.split_once(SLOT) {
            Some((before, after)) => {
                self.text(before);
                self.raw(html);
                self.text(after);
            }
            None => self.text(&phrase),
        }
    }

    /// Writes who made a picture and under which licence it may be used: `Foto: Ani · CC BY 4.0`.
    pub fn credit(&mut self, picture: &Picture) {
        if let Some(credit) = &picture.credit {
            self.phrase("photo-credit", &[("credit", credit)]);
        }
        let Some(licence) = &picture.licence else {
            return;
        };
        if picture.credit.is_some() {
            self.raw(" · ");
        }
        match &licence.url {
            Some(url) => {
                self.raw("<a");
                self.url_attribute("href", url);
                self.raw(" rel=\"license\">");
                self.text(&licence.name);
                self.raw("</a>");
            }
            None => self.text(&licence.name),
        }
    }

    /// Writes what a file is and how large: `PDF · 28 kB`.
    pub fn file_detail(&mut self, extension: &str, bytes: u64) {
        let extension = extension.to_uppercase();
        let size = size(bytes, self.body.lang.as_str());
        self.phrase("download-detail", &[("type", &extension), ("size", &size)]);
    }
}

/// Says whether a picture has a credit line.
pub fn has_credit(picture: &Picture) -> bool {
    picture.credit.is_some() || picture.licence.is_some()
}

/// Says a string of the theme, for attributes that are put together.
pub fn said(resolve: &dyn Resolve, key: &str, arguments: &[(&str, &str)]) -> String {
    resolve.string(key, arguments)
}

/// A number of bytes for readers, by powers of a thousand (IEC 80000-13), with the decimal sign of
/// the language.
fn size(bytes: u64, lang: &str) -> String {
    let tenths = |unit: u64| {
        let tenths = bytes.saturating_mul(10).saturating_add(unit / 2) / unit;
        let sign = if lang.split('-').next() == Some("en") { '.' } else { ',' };
        if tenths.is_multiple_of(10) || tenths >= 100 {
            format!("{}", (tenths + 5) / 10)
        } else {
            format!("{}{sign}{}", tenths / 10, tenths % 10)
        }
    };
    match bytes {
        0..1_000 => format!("{bytes} B"),
        // What would be rounded to 1000 kB is a megabyte.
        1_000..999_500 => format!("{} kB", (bytes + 500) / 1_000),
        999_500..999_500_000 => format!("{} MB", tenths(1_000_000)),
        _ => format!("{} GB", tenths(1_000_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_short_and_in_the_language() {
        let check = |bytes, lang, expected| assert_eq!(size(bytes, lang), expected);
        check(0, "id", "0 B");
        check(999, "id", "999 B");
        check(28_300, "id", "28 kB");
        check(999_600, "en", "1 MB");
        check(1_250_000, "id", "1,3 MB");
        check(1_250_000, "en", "1.3 MB");
        check(12_600_000, "en", "13 MB");
        check(2_000_000_000, "id", "2 GB");
        check(u64::MAX, "id", "1844674407 GB");
    }
}
