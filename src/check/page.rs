//! What a rendered page is made of: where it leads, what can be led to, how much it weighs.

use std::collections::BTreeSet;
use std::io::Write;

use super::markup::{Tag, tags};

/// What lints need of a rendered page; owns everything, so that the page itself can go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Markup {
    /// Every address that it leads to or loads, as written.
    pub(super) addresses: BTreeSet<String>,
    pub(super) ids: BTreeSet<String>,
    /// The addresses of its other languages and of itself.
    pub(super) alternates: Vec<String>,
    /// The levels of its headings, in order.
    pub(super) headings: Vec<u8>,
    /// Pictures that it loads.
    pub(super) pictures: BTreeSet<String>,
    /// Those that say nothing to those who do not see them.
    pub(super) silent: BTreeSet<String>,
    /// The bytes of style sheets inside of it.
    pub(super) style: usize,
    pub(super) weight: Weight,
}

/// How much a page weighs on its way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Weight {
    pub(super) bytes: usize,
    /// Its largest part: `style`, `structured-data`, `script`, `drawing` or `body`.
    pub(super) culprit: &'static str,
    pub(super) share: usize,
}

/// The attributes that hold an address.
const ADDRESSES: [&str; 6] = ["href", "src", "poster", "action", "formaction", "data"];

/// Looks at a rendered page. What is not larger than `limit` as it is needs no weighing.
pub(super) fn markup(html: &str, limit: usize) -> Markup {
    let mut markup = Markup::default();
    let mut parts: [(&'static str, String); 4] =
        ["style", "structured-data", "script", "drawing"].map(|name| (name, String::new()));
    for tag in tags(html) {
        markup.take(&tag);
        let part = match tag.name.as_str() {
            "style" => 0,
            "script" if tag.attribute("type").as_deref() == Some("application/ld+json") => 1,
            "script" => 2,
            "svg" => 3,
            _ => continue,
        };
        let rest = &html[tag.end..];
        let content = if part == 3 { &rest[..rest.find("</svg").unwrap_or(rest.len())] } else { tag.content };
        parts[part].1.push_str(content);
    }
    markup.style = parts[0].1.len();
    markup.weight = weight(html, &parts, limit);
    markup
}

fn weight(html: &str, parts: &[(&'static str, String)], limit: usize) -> Weight {
    let whole = Weight { bytes: html.len(), culprit: "body", share: html.len() };
    if html.len() <= limit {
        return whole;
    }
    // Quick first: what passes so needs no better packing.
    let quick = compressed(html, 5);
    if quick <= limit {
        return Weight { bytes: quick, ..whole };
    }
    let bytes = compressed(html, 10);
    let mut largest = ("body", bytes);
    let sizes: Vec<(&'static str, usize)> = parts.iter().map(|(name, part)| (*name, compressed(part, 10))).collect();
    let others: usize = sizes.iter().map(|(_, size)| size).sum();
    largest.1 = bytes.saturating_sub(others);
    for (name, size) in sizes {
        if size > largest.1 {
            largest = (name, size);
        }
    }
    Weight { bytes, culprit: largest.0, share: largest.1 }
}

fn compressed(text: &str, quality: u32) -> usize {
    if text.is_empty() {
        return 0;
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(text.as_bytes());
    writer.into_inner().len()
}

impl Markup {
    fn take(&mut self, tag: &Tag<'_>) {
        let has_rel = |wanted: &str| {
            tag.attribute("rel").is_some_and(|rel| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case(wanted)))
        };
        self.ids.extend(tag.attribute("id").map(|id| id.into_owned()));
        if tag.name == "a" {
            self.ids.extend(tag.attribute("name").map(|name| name.into_owned()));
        }
        // Where a browser only warms up a connection, there is nothing to find.
        if !(tag.name == "link" && (has_rel("preconnect") || has_rel("dns-prefetch"))) {
            let found = ADDRESSES.iter().filter_map(|name| tag.attribute(name));
            self.addresses.extend(found.filter(|address| !address.is_empty()).map(|address| address.into_owned()));
        }
        if let Some(set) = tag.attribute("srcset") {
            let first = |entry: &str| entry.split_whitespace().next().map(str::to_owned);
            self.addresses.extend(set.split(", ").filter_map(first));
        }
        match tag.name.as_str() {
            "link" if has_rel("alternate") && tag.attribute("hreflang").is_some() => {
                self.alternates.extend(tag.attribute("href").map(|href| href.into_owned()));
            }
            "img" => {
                let source = tag.attribute("src").map(|source| source.into_owned()).unwrap_or_default();
                if tag.attribute("alt").is_none() {
                    self.silent.insert(source.clone());
                }
                self.pictures.insert(source);
            }
            name => {
                let level = name.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok());
                self.headings.extend(level.filter(|level| (1..=6).contains(level)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_taken_apart() {
        let html = concat!(
            "<link rel=alternate hreflang=en href=/en/><link rel=preconnect href=https://x.org>",
            "<style>a{b:c}</style><h1 id=t>T</h1><img src=a.svg><img src=b.svg alt='' srcset='c.svg 1x, d.svg 2x'>"
        );
        let markup = markup(html, 1000);
        let addresses: Vec<&str> = markup.addresses.iter().map(String::as_str).collect();
        assert_eq!(addresses, ["/en/", "a.svg", "b.svg", "c.svg", "d.svg"]);
        assert_eq!((markup.alternates.len(), markup.style, markup.headings.as_slice()), (1, 6, [1].as_slice()));
        assert!(markup.ids.contains("t") && markup.silent.contains("a.svg") && markup.silent.len() == 1);
    }

    #[test]
    fn the_largest_part_is_found() {
        let noise = |seed: u32| -> String {
            let mut state = seed;
            let mut letter = || {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from(b'a' + u8::try_from((state >> 24) % 26).unwrap_or_default())
            };
            (0..4000).map(|_| letter()).collect()
        };
        let html = format!("<style>{}</style><p>{}</p>", noise(1), &noise(2)[..500]);
        let weight = markup(&html, 1000).weight;
        assert_eq!(weight.culprit, "style");
        assert!(weight.bytes > 2000 && weight.bytes < html.len(), "{weight:?}");
    }
}
