//! Raw HTML of authors, made safe for feeds.

use ammonia::{Builder, Url, UrlRelative};

/// Leaves only what feeds may hold; addresses are read from `base`.
pub fn clean(html: &str, base: Option<&str>) -> String {
    let mut rules = Builder::default();
    rules
        .add_tags(["figure", "figcaption"])
        // Their text is no text for readers.
        .add_clean_content_tags(["svg", "math", "iframe", "object", "noscript", "template", "form", "button", "select"])
        .add_tag_attributes("a", ["hreflang"])
        .add_generic_attributes(["lang"])
        .link_rel(None);
    if let Some(base) = base.and_then(|base| Url::parse(base).ok()) {
        rules.url_relative(UrlRelative::RewriteWithBase(base));
    }
    rules.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_feeds_may_hold_is_left() {
        let check = |html: &str, expected: &str| assert_eq!(clean(html, None), expected, "{html}");
        check("<p class=\"a\" id=\"b\" style=\"c\" onclick=\"d\" lang=\"en\">x</p>", "<p lang=\"en\">x</p>");
        check("<script>alert(1)</script><style>a{}</style>x", "x");
        check("<iframe src=\"https://x.id\">y</iframe><svg><a href=\"javascript:x\">z</a></svg>x", "x");
        check("<a href=\"javascript:x\">y</a>", "<a>y</a>");
        check("<form><button>a</button><input></form>b", "b");
        check("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>");
        check("<b>a", "<b>a</b>");
    }

    #[test]
    fn addresses_are_made_whole() {
        let check =
            |html: &str, expected: &str| assert_eq!(clean(html, Some("https://a.org/b/c/")), expected, "{html}");
        check("<a href=\"d\">x</a>", "<a href=\"https://a.org/b/c/d\">x</a>");
        check("<a href=\"/d?e#f\">x</a>", "<a href=\"https://a.org/d?e#f\">x</a>");
        check("<a href=\"#f\">x</a>", "<a href=\"https://a.org/b/c/#f\">x</a>");
        check("<img src=\"../g.png\" srcset=\"h.png 2x\" alt=\"i\">", "<img src=\"https://a.org/b/g.png\" alt=\"i\">");
        check("<a href=\"mailto:j@a.org\">x</a>", "<a href=\"mailto:j@a.org\">x</a>");
    }
}
