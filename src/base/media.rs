//! Media types by file extension, for feeds, links and the preview's answers.

/// What a file is, told by its extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(&'static str);

impl MediaType {
    /// The type for an extension in any case; `application/octet-stream` when it is not known.
    pub fn of_extension(extension: &str) -> Self {
        let known = KNOWN.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
        Self(known.map_or("application/octet-stream", |(_, name)| name))
    }

    /// The registered name: `image/png`.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// Says whether a browser shows it as a picture.
    pub fn is_image(self) -> bool {
        self.0.starts_with("image/")
    }
}

const KNOWN: &[(&str, &str)] = &[
    ("atom", "application/atom+xml"),
    ("avif", "image/avif"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("epub", "application/epub+zip"),
    ("gif", "image/gif"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("m4a", "audio/mp4"),
    ("md", "text/markdown"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rtf", "application/rtf"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("webm", "video/webm"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("zip", "application/zip"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_known_in_any_case() {
        assert_eq!(MediaType::of_extension("JPG").name(), "image/jpeg");
        assert!(MediaType::of_extension("svg").is_image());
        assert_eq!(MediaType::of_extension("").name(), "application/octet-stream");
    }
}
