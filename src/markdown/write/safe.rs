//! Raw HTML of authors, made safe for feeds.

use std::sync::LazyLock;

use ammonia::Builder;

/// The rules, which never change.
static RULES: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::default();
    rules
        .add_tags(["figure", "figcaption"])
        // Their text is no text for readers.
        .add_clean_content_tags(["svg", "math", "iframe", "object", "noscript", "template", "form", "button", "select"])
        .add_tag_attributes("a", ["hreflang"])
        .add_generic_attributes(["lang"])
        .link_rel(None);
    rules
});

/// Leaves only what feeds may hold.
pub fn clean(html: &str) -> String {
    RULES.clean(html).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_feeds_may_hold_is_left() {
        let check = |html: &str, expected: &str| assert_eq!(clean(html), expected, "{html}");
        check("<p class=\"a\" id=\"b\" style=\"c\" onclick=\"d\" lang=\"en\">x</p>", "<p lang=\"en\">x</p>");
        check("<script>alert(1)</script><style>a{}</style>x", "x");
        check("<iframe src=\"https://x.id\">y</iframe><svg><a href=\"javascript:x\">z</a></svg>x", "x");
        check("<a href=\"javascript:x\">y</a>", "<a>y</a>");
        check("<form><button>a</button><input></form>b", "b");
        check("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>");
        check("<b>a", "<b>a</b>");
    }
}
