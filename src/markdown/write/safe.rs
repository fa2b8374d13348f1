//! Raw HTML of authors, made safe for feeds.

use std::sync::LazyLock;

use ammonia::{Builder, Url, UrlRelative};

use crate::markdown::resolve::{Picture, Resolve};

/// Tags within a line that need no attribute.
const BARE_TAGS: [&str; 16] =
    ["abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "small", "strong", "sub", "sup"];

/// The rules, which never change.
static RULES: LazyLock<Builder<'static>> = LazyLock::new(rules);

fn rules() -> Builder<'static> {
    let mut rules = Builder::default();
    rules
        .add_tags(["figure", "figcaption"])
        // Their text is no text for readers.
        .add_clean_content_tags(["svg", "math", "iframe", "object", "noscript", "template", "form", "button", "select"])
        .add_tag_attributes("a", ["hreflang"])
        .add_generic_attributes(["lang"])
        .link_rel(None);
    rules
}

/// The rules for what is read away from the page that stands at `base`.
fn rules_from(base: Url) -> Builder<'static> {
    let mut rules = rules();
    rules.url_relative(UrlRelative::RewriteWithBase(base.clone()));
    // To the library, where a quotation comes from is no address, and `https:a` a whole one.
    rules.attribute_filter(move |_, attribute, value| match attribute {
        "cite" => whole(&base, value).map(|url| String::from(url).into()),
        "href" | "src" | "poster" if is_cut_short(value) => whole(&base, value).map(|url| String::from(url).into()),
        _ => Some(value.into()),
    });
    rules
}

/// An address as browsers read it on the page, if it is one of the web.
fn whole(base: &Url, value: &str) -> Option<Url> {
    base.join(value).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// Says whether an address has the scheme of the web but no host behind it: browsers read it against
/// that of the page (URL standard, §4.4, special relative).
fn is_cut_short(value: &str) -> bool {
    let value = value.trim().to_ascii_lowercase();
    let rest = value.strip_prefix("https:").or_else(|| value.strip_prefix("http:"));
    rest.is_some_and(|rest| !rest.starts_with("//"))
}

/// Leaves only what feeds may hold.
pub fn clean(html: &str) -> String {
    RULES.clean(html).to_string()
}

/// The same; for others, what raw HTML names is read against the address of the article.
pub fn clean_for(html: &str, resolve: &dyn Resolve) -> String {
    match resolve.base().or(resolve.page()).and_then(|base| Url::parse(base).ok()) {
        None => clean(html),
        Some(base) => rules_from(base).clean(html).to_string(),
    }
}

/// A block of raw HTML: for others without pictures, of which nobody says whose they are.
pub fn html_for_others(html: &str, resolve: &dyn Resolve) -> String {
    let Some(base) = resolve.base().and_then(|base| Url::parse(base).ok()) else {
        return html.to_owned();
    };
    for source in sources(html) {
        resolve.shows(source, &Picture::default());
    }
    rules_from(base).rm_tags(["img"]).clean(html).to_string()
}

/// A tag of raw HTML within a line, by the same rule.
pub fn tag_for_others<'h>(html: &'h str, resolve: &dyn Resolve) -> &'h str {
    let is_left_out = resolve.base().is_some() && is_picture(html);
    if is_left_out {
        for source in sources(html) {
            resolve.shows(source, &Picture::default());
        }
        return "";
    }
    html
}

/// A tag of raw HTML without its attributes, if it only says how words look; nothing otherwise.
pub fn bare_tag(html: &str) -> String {
    let inside = html.trim_start_matches('<');
    let (slash, inside) = inside.strip_prefix('/').map_or(("", inside), |rest| ("/", rest));
    let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    if BARE_TAGS.contains(&name.as_str()) { format!("<{slash}{name}>") } else { String::new() }
}

/// No tag at all, and no text that is none for readers.
static WORDS: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut rules = Builder::empty();
    rules.add_clean_content_tags(["script", "style", "svg", "math", "iframe", "object", "noscript", "template"]);
    rules
});

/// What readers read of raw HTML.
pub fn words_of_html(html: &str) -> String {
    let text = WORDS.clean(html).to_string();
    let text = text.replace("&nbsp;", "\u{a0}").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.trim().to_owned()
}

fn is_picture(html: &str) -> bool {
    html.get(..4).is_some_and(|tag| tag.eq_ignore_ascii_case("<img"))
}

/// The `src` of pictures in raw HTML, as far as they are quoted.
fn sources(html: &str) -> impl Iterator<Item = &str> {
    let pictures = html.match_indices('<').map(|(at, _)| &html[at..]).filter(|tag| is_picture(tag));
    pictures.filter_map(|tag| {
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        let rest = tag.split_once("src=")?.1;
        let quote = rest.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
        rest[1..].split(quote).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_quotation_comes_from_is_told_with_its_whole_address_or_not_at_all() {
        let check = |html: &str, expected: &str| {
            let base = Url::parse("https://a.example/s/b/").expect("an address");
            assert_eq!(rules_from(base).clean(html).to_string(), expected, "{html}");
        };
        check("<q cite=\"../c\">x</q>", "<q cite=\"https://a.example/s/c\">x</q>");
        check("<blockquote cite=\"javascript:1\">x</blockquote>", "<blockquote>x</blockquote>");
        check("<a href=\"https:c\">x</a>", "<a href=\"https://a.example/s/b/c\">x</a>");
        check("<a href=\"HTTPS://b.example/\">x</a>", "<a href=\"HTTPS://b.example/\">x</a>");
    }

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
