//! How a feed looks to someone who opens it in a browser: a list of articles with a word on what a
//! feed is. Style sheets are what browsers still apply to XML; they are about to drop XSLT.

use crate::site::LangId;

use super::super::snapshot::Snapshot;

/// Everything but titles, dates and summaries is for programs.
const RULES: &str = "@namespace atom url(http://www.w3.org/2005/Atom);
:root{color-scheme:light dark;display:block;max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif}
:root::before{display:block;margin-bottom:2rem;padding:1rem;border:1px solid;white-space:pre-line;content:TEXT}
channel,item,entry,title,subtitle,description,summary,pubDate,published{display:block}
channel>title,feed>title{font:bold 1.75rem/1.2 serif}
item,entry{margin-top:1.5rem}
item>title,entry>title{font:bold 1.2rem/1.3 serif}
pubDate,published{font-size:.85rem;opacity:.75}
channel>link,channel>language,channel>lastBuildDate,guid,category,item>:not(title):not(link):not(description):not(pubDate){display:none}
item>link{display:block;font-size:.85rem;overflow-wrap:anywhere}
feed>id,feed>updated,feed>link,entry>:not(title):not(summary):not(published),atom|link{display:none}
";

/// The style sheet of a language.
pub(in super::super) fn style(snapshot: &Snapshot, lang: LangId) -> String {
    RULES.replace("TEXT", &quoted(&snapshot.string(lang, "feed-in-browser", &[])))
}

/// A string of CSS (CSS Syntax 3, §4.3.5).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => out.push_str(&format!("\\{:x} ", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_line_ends_are_escaped() {
        assert_eq!(quoted("a \"b\"\n\\"), "\"a \\\"b\\\"\\a \\\\\"");
    }
}
