//! CSS without what browsers skip: comments and needless white space. Nothing is rewritten.
//!
//! **Invariant:** strings, `url(…)` and escapes come out as they went in, but for `</`, which
//! could end a `<style>` element and is written `<\/` (CSS Syntax 3, §4.3.7).

/// Signs beside which white space never means anything. A colon is not one of them: `a :hover`
/// and `a:hover` are two selectors.
const TIGHT: &str = "{};,>";

/// Makes a style sheet smaller.
pub(super) fn minify(css: &str) -> String {
    let mut out = Sheet { text: String::with_capacity(css.len()), has_space: false, is_fixed: 0 };
    let mut rest = css;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '"' | '\'' => out.keep(rest, string_end(rest, letter)),
            '\\' => out.keep(rest, escape_end(rest)),
            '/' if rest.starts_with("/*") => {
                let end = rest[2..].find("*/").map_or(rest.len(), |end| end + 4);
                out.comment(&rest[end..]);
                end
            }
            'u' | 'U' if is_url(rest) && !out.ends_in_name() => out.keep(rest, url_end(rest)),
            letter if letter.is_ascii_whitespace() => {
                out.has_space = true;
                1
            }
            letter => {
                out.sign(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out.text.replace("</", "<\\/")
}

struct Sheet {
    text: String,
    /// White space was read and not yet written.
    has_space: bool,
    /// The length of the text that must stay as it is: it ends with something kept.
    is_fixed: usize,
}

impl Sheet {
    /// Writes a part as it is.
    fn keep(&mut self, rest: &str, end: usize) -> usize {
        self.space();
        self.text.push_str(&rest[..end]);
        self.is_fixed = self.text.len();
        end
    }

    fn sign(&mut self, letter: char) {
        let is_tight = TIGHT.contains(letter) || letter == ')';
        if is_tight && self.has_space {
            self.has_space = false;
            // `--empty: ;` is a value of one blank.
            if self.text.ends_with(':') && matches!(letter, ';' | '}') {
                self.text.push(' ');
            }
        }
        while letter == '}' && self.ends_loosely(';') && !self.text.ends_with(":;") {
            self.text.pop();
        }
        self.space();
        self.text.push(letter);
    }

    /// Writes the white space that was read, where it means something.
    fn space(&mut self) {
        if !self.has_space {
            return;
        }
        self.has_space = false;
        let last = self.text.chars().next_back();
        let is_tight = last.is_none_or(|last| TIGHT.contains(last) || matches!(last, '(' | ':'));
        let is_kept = self.is_fixed == self.text.len() && last.is_some();
        if !is_tight || is_kept {
            self.text.push(' ');
        }
    }

    /// Leaves a comment out, unless two names would grow together.
    fn comment(&mut self, after: &str) {
        let is_between = self.ends_in_name() && !self.has_space && after.starts_with(is_name);
        if is_between {
            self.text.push_str("/**/");
        }
    }

    fn ends_in_name(&self) -> bool {
        !self.has_space && self.text.ends_with(is_name)
    }

    fn ends_loosely(&self, letter: char) -> bool {
        self.text.ends_with(letter) && self.is_fixed < self.text.len()
    }
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '%' | '#' | '.') || !letter.is_ascii()
}

fn string_end(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = rest[1..].find(|letter: char| {
        let is_end = !is_escaped && (letter == mark);
        is_escaped = !is_escaped && letter == '\\';
        is_end
    });
    end.map_or(rest.len(), |end| end + 2)
}

/// An escape is up to six hexadecimal digits and one blank, or any one character.
fn escape_end(rest: &str) -> usize {
    let digits = rest[1..].bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let end = 1 + digits;
    let next = rest[end..].chars().next();
    match next {
        Some(letter) if digits == 0 || letter.is_ascii_whitespace() => end + letter.len_utf8(),
        _ => end,
    }
}

fn is_url(rest: &str) -> bool {
    let inner = rest.get(..4).filter(|name| name.eq_ignore_ascii_case("url(")).map(|_| rest[4..].trim_ascii_start());
    // A quoted one is a string in brackets.
    inner.is_some_and(|inner| !inner.starts_with(['"', '\'']))
}

fn url_end(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest.find(|letter: char| {
        let is_end = !is_escaped && letter == ')';
        is_escaped = !is_escaped && letter == '\\';
        is_end
    });
    end.map_or(rest.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(minify(css), expected);
        assert_eq!(minify(expected), expected, "twice");
    }

    #[test]
    fn white_space_and_comments_go() {
        check("/* a */\na , b > c {\n  color : red ;\n  margin: 0  1px;\n}\n", "a,b>c{color :red;margin:0 1px}");
        check("@media (width >= 40em) and (hover) {\n a { b: c; }\n}", "@media (width>= 40em) and (hover){a{b:c}}");
        check("a{}\n\n\nb{}", "a{}b{}");
        check("", "");
    }

    #[test]
    fn white_space_that_means_something_stays() {
        check("a :hover { width: calc(100% - 2 * (1px + 2px)); }", "a :hover{width:calc(100% - 2 * (1px + 2px))}");
        check(".a .b + .c ~ .d * { x: y }", ".a .b + .c ~ .d *{x:y}");
        check("a:not(.b) .c { x: var( --y ) }", "a:not(.b) .c{x:var(--y)}");
        check(":root { --a: ; --b:1 }", ":root{--a: ;--b:1}");
        check("a { font: 1rem/1.5 \"X\" , serif !important; }", "a{font:1rem/1.5 \"X\",serif !important}");
    }

    #[test]
    fn strings_urls_and_escapes_stay_as_they_are() {
        check("a::before { content: \"a  /* b */ ; } \\\" c\" }", "a::before{content:\"a  /* b */ ; } \\\" c\"}");
        check(
            "a { b: url( data:image/svg+xml;a,b  /*c*/ ) no-repeat }",
            "a{b:url( data:image/svg+xml;a,b  /*c*/ ) no-repeat}",
        );
        check("a { b: url( 'x  y' ) }", "a{b:url('x  y')}");
        check(".\\31 2 { a: b } .\\31  a { c: d }", ".\\31 2{a:b}.\\31  a{c:d}");
        check(".md\\:a { b: c }", ".md\\:a{b:c}");
    }

    #[test]
    fn names_do_not_grow_together() {
        check("a/* x */b { c: d }", "a/**/b{c:d}");
        check("a/* x */ b { c: d }", "a b{c:d}");
        check("a /* x */{ c: d }", "a{c:d}");
    }

    #[test]
    fn a_style_element_is_never_closed() {
        check("a { b: \"</style>\" }", "a{b:\"<\\/style>\"}");
    }

    proptest::proptest! {
        #[test]
        fn any_style_sheet_is_made_small_once_and_for_all(css in "[-a:;{},>()/* \n\"'\\\\1é.#u+]{0,60}") {
            let once = minify(&css);
            assert_eq!(minify(&once), once);
        }
    }
}
