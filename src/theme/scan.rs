//! What a template asks for, read from its text: parents, includes, calls with literal arguments.
//!
//! Tera keeps what it parsed to itself, so this follows its lexer (`parsing/lexer.rs` of 2.4) as
//! far as names and strings go. A text that Tera refuses is read as far as it makes sense.
//!
//! **Invariant:** never panics, and every range lies inside the text on character boundaries.

use std::ops::Range;

/// What one template asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Scan {
    pub extends: Option<Literal>,
    pub includes: Vec<Literal>,
    /// Calls of functions, and uses of filters.
    pub calls: Vec<Call>,
    /// The components that are defined here.
    pub components: Vec<Component>,
    /// The components that are used here.
    pub uses: Vec<Literal>,
}

/// A name or the content of a string, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Literal {
    pub text: String,
    pub range: Range<usize>,
}

/// A call of a function or filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Call {
    pub name: Literal,
    pub arguments: Vec<(String, Argument)>,
    /// The component that the call stands in, as an index.
    pub component: Option<usize>,
}

/// The value of an argument, as far as it can be known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Argument {
    Text(Literal),
    Texts(Vec<Literal>),
    Expression,
}

/// The definition of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Component {
    pub name: Literal,
    /// The names taken from the caller's scope: `@lang`.
    pub implicit: Vec<String>,
}

impl Call {
    /// The value of an argument.
    pub(super) fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments.iter().find(|(argument, _)| argument == name).map(|(_, value)| value)
    }
}

/// Reads a template.
pub(super) fn scan(text: &str) -> Scan {
    let tokens = tokens(text);
    let mut scan = Scan::default();
    let mut component = None;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| tokens.get(index)).map(|token| &token.kind);
        let rest = &tokens[index + 1..];
        match (&token.kind, before) {
            (Kind::Name, Some(Kind::Tag)) => match token.text.as_str() {
                "extends" => scan.extends = rest.first().and_then(Token::string),
                "include" => scan.includes.extend(rest.first().and_then(Token::string)),
                "component" => {
                    component = Some(scan.components.len());
                    scan.components.push(definition(rest));
                }
                "endcomponent" => component = None,
                _ => {}
            },
            (Kind::Name, Some(Kind::Sign('<'))) if is_opening(&tokens[..index]) => {
                scan.uses.push(dotted(&tokens[index..]));
            }
            (Kind::Name, Some(Kind::Sign('|'))) => {
                scan.calls.push(Call { name: token.literal(), arguments: arguments(rest), component });
            }
            (Kind::Name, before)
                if before != Some(&Kind::Sign('.')) && rest.first().is_some_and(|next| next.is('(')) =>
            {
                scan.calls.push(Call { name: token.literal(), arguments: arguments(rest), component });
            }
            _ => {}
        }
    }
    scan
}

/// A component is used right after the opening of a tag or an expression: `{{<card`.
fn is_opening(before: &[Token]) -> bool {
    matches!(before, [.., Token { kind: Kind::Tag | Kind::Expression, .. }, Token { kind: Kind::Sign('<'), .. }])
}

fn definition(rest: &[Token]) -> Component {
    let pairs = rest.iter().zip(rest.iter().skip(1)).take_while(|(token, _)| token.kind != Kind::End);
    let implicit = pairs.filter(|(token, next)| token.is('@') && next.kind == Kind::Name);
    Component { name: dotted(rest), implicit: implicit.map(|(_, next)| next.text.clone()).collect() }
}

/// The name at the beginning, whose parts may be joined by dots.
fn dotted(tokens: &[Token]) -> Literal {
    let mut name = Literal { text: String::new(), range: 0..0 };
    for token in tokens {
        let is_part = match token.kind {
            Kind::Name => name.text.is_empty() || name.text.ends_with('.'),
            Kind::Sign('.') => !name.text.is_empty(),
            _ => false,
        };
        if !is_part {
            break;
        }
        let start = if name.text.is_empty() { token.range.start } else { name.range.start };
        name.text.push_str(&token.text);
        name.range = start..token.range.end;
    }
    name
}

/// The named arguments in the brackets that begin here, if brackets do.
fn arguments(rest: &[Token]) -> Vec<(String, Argument)> {
    let mut arguments = Vec::new();
    let Some((_, mut rest)) = rest.split_first().filter(|(first, _)| first.is('(')) else {
        return arguments;
    };
    while let [name, sign, tail @ ..] = rest {
        if name.kind != Kind::Name || !sign.is('=') {
            break;
        }
        let end = value_end(tail);
        arguments.push((name.text.clone(), argument(&tail[..end])));
        rest = match tail.get(end) {
            Some(token) if token.is(',') => &tail[end + 1..],
            _ => break,
        };
    }
    arguments
}

/// Where the value of an argument ends: at a comma or a closing bracket of its own level.
fn value_end(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(',') if depth == 0 => return index,
            Kind::Sign(')' | ']' | '}') if depth == 0 => return index,
            Kind::Sign(')' | ']' | '}') => depth -= 1,
            Kind::End => return index,
            _ => {}
        }
    }
    tokens.len()
}

fn argument(value: &[Token]) -> Argument {
    match value {
        [token] => token.string().map_or(Argument::Expression, Argument::Text),
        [open, items @ .., close] if open.is('[') && close.is(']') => {
            let texts = items.split(|token| token.is(',')).filter(|item| !item.is_empty());
            let texts: Option<Vec<Literal>> = texts
                .map(|item| match item {
                    [token] => token.string(),
                    _ => None,
                })
                .collect();
            texts.map_or(Argument::Expression, Argument::Texts)
        }
        _ => Argument::Expression,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    kind: Kind,
    /// The name, the content of the string, or the sign.
    text: String,
    range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `{%`
    Tag,
    /// `{{`
    Expression,
    /// `%}` or `}}`
    End,
    Name,
    String,
    Sign(char),
}

impl Token {
    fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    fn literal(&self) -> Literal {
        Literal { text: self.text.clone(), range: self.range.clone() }
    }

    fn string(&self) -> Option<Literal> {
        (self.kind == Kind::String).then(|| self.literal())
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(brace) = text[at..].find('{').map(|offset| at + offset) {
        let rest = &text[brace..];
        at = if rest.starts_with("{#") {
            rest.find("#}").map_or(text.len(), |end| brace + end + 2)
        } else if let Some(end) = raw_end(rest) {
            brace + end
        } else if rest.starts_with("{%") {
            code(text, brace, Kind::Tag, "%}", &mut tokens)
        } else if rest.starts_with("{{") {
            code(text, brace, Kind::Expression, "}}", &mut tokens)
        } else {
            brace + 1
        };
    }
    tokens
}

/// The length of a `{% raw %}` block that begins here.
fn raw_end(rest: &str) -> Option<usize> {
    let is_tag = |text: &str, name: &str| {
        let inner = text.strip_prefix("{%")?;
        let inner = inner.strip_prefix('-').unwrap_or(inner).trim_ascii_start().strip_prefix(name)?.trim_ascii_start();
        let inner = inner.strip_prefix('-').unwrap_or(inner).strip_prefix("%}")?;
        Some(text.len() - inner.len())
    };
    let start = is_tag(rest, "raw")?;
    let ends = rest[start..].match_indices("{%");
    let mut ends = ends.filter_map(|(offset, _)| Some(start + offset + is_tag(&rest[start + offset..], "endraw")?));
    Some(ends.next().unwrap_or(rest.len()))
}

/// Reads one tag or expression and gives the place after it.
fn code(text: &str, start: usize, kind: Kind, end: &str, tokens: &mut Vec<Token>) -> usize {
    let mut push = |kind: Kind, content: &str, range: Range<usize>| {
        tokens.push(Token { kind, text: content.to_owned(), range });
    };
    push(kind, "", start..start + 2);
    let mut at = start + 2;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with(end) {
            push(Kind::End, "", at..at + 2);
            return at + 2;
        }
        let length = match letter {
            '"' | '\'' | '`' => {
                let inner = string_length(&rest[1..], letter);
                push(Kind::String, &unescaped(&rest[1..=inner]), at + 1..at + 1 + inner);
                (inner + 2).min(rest.len())
            }
            letter if letter.is_ascii_alphabetic() || letter == '_' => {
                let is_end = |byte: u8| !byte.is_ascii_alphanumeric() && byte != b'_';
                let length = rest.bytes().position(is_end).unwrap_or(rest.len());
                push(Kind::Name, &rest[..length], at..at + length);
                length
            }
            letter => {
                // The comparisons `==` and `<=` are not the signs that this looks for.
                let is_comparison = ["==", "!=", "<=", ">="].iter().any(|sign| rest.starts_with(sign));
                let length = if is_comparison { 2 } else { letter.len_utf8() };
                if !letter.is_ascii_whitespace() && !is_comparison {
                    push(Kind::Sign(letter), &rest[..length], at..at + length);
                }
                length
            }
        };
        at += length;
    }
    at
}

/// The length of a string's content, up to its closing mark or the end.
fn string_length(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    let end = rest.find(|letter: char| {
        let is_end = !is_escaped && letter == mark;
        is_escaped = !is_escaped && letter == '\\';
        is_end
    });
    end.unwrap_or(rest.len())
}

fn unescaped(content: &str) -> String {
    let mut text = String::with_capacity(content.len());
    let mut letters = content.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next()),
            letter => text.push(letter),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        scan(text).calls.into_iter().map(|call| call.name.text).collect()
    }

    #[test]
    fn calls_are_found_with_their_literal_arguments() {
        let text = r#"<p>{{ t(key="by", name=a.name, count=b | length) }}{% if styles(names=["a", 'b']) %}"#;
        let scan = scan(text);
        let [by, length, styles] = scan.calls.as_slice() else { panic!("{scan:?}") };
        assert_eq!((by.name.text.as_str(), length.name.text.as_str()), ("t", "length"));
        let Some(Argument::Text(key)) = by.argument("key") else { panic!("{by:?}") };
        assert_eq!((key.text.as_str(), &text[key.range.clone()]), ("by", "by"));
        assert_eq!(by.argument("name"), Some(&Argument::Expression));
        assert_eq!(by.arguments.len(), 3);
        let Some(Argument::Texts(names)) = styles.argument("names") else { panic!("{styles:?}") };
        assert_eq!(names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn calls_inside_arguments_are_found() {
        assert_eq!(names(r#"{{ t(key="a", b=t(key="c"), d=x | number) }}"#), ["t", "t", "number"]);
    }

    #[test]
    fn an_argument_that_is_computed_is_an_expression() {
        for text in [r#"{{ t(key="a" ~ b) }}"#, "{{ t(key=k) }}", r#"{{ t(key=["a", b]) }}"#, "{{ t(key=1) }}"] {
            let scan = scan(text);
            assert_eq!(scan.calls[0].argument("key"), Some(&Argument::Expression), "{text}");
        }
    }

    #[test]
    fn comments_raw_blocks_and_strings_are_not_code() {
        assert_eq!(names(r#"{# t(key="a") #}{%- raw -%}{{ t(key="b") }}{% endraw %}{{ "t(key='c')" }}"#), [""; 0]);
        assert_eq!(names(r#"a { b {{ x.t(key="a") }} { t(key="a") }"#), [""; 0]);
        assert_eq!(names(r#"{{ "a \" }} {{ t(" }}{{ u() }}"#), ["u"]);
    }

    #[test]
    fn parents_includes_and_components_are_found() {
        let text = r#"{% extends "tenun/base.html" %}{% include 'a.html' %}
            {% component card(a: map, b: bool = false, @lang, @site) %}{{ t(key="x") }}{{<ui.mark a={a} />}}{% endcomponent card %}
            {% <box> %}{{ t(key="y") }}{% </box> %}{% if a <b %}"#;
        let scan = scan(text);
        let texts = |literals: &[Literal]| literals.iter().map(|literal| literal.text.clone()).collect::<Vec<_>>();
        assert_eq!(scan.extends.map(|parent| parent.text), Some("tenun/base.html".to_owned()));
        assert_eq!(texts(&scan.includes), ["a.html"]);
        assert_eq!(texts(&scan.uses), ["ui.mark", "box"]);
        assert_eq!(scan.components[0].name.text, "card");
        assert_eq!(scan.components[0].implicit, ["lang", "site"]);
        let places: Vec<Option<usize>> =
            scan.calls.iter().filter(|c| c.name.text == "t").map(|c| c.component).collect();
        assert_eq!(places, [Some(0), None]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[-{}%#\"'`\\\\a@<>(),=.é|\n t\\[\\]]{0,80}") {
            let scan = scan(&text);
            let arguments = scan.calls.iter().flat_map(|call| &call.arguments);
            let literals = arguments.filter_map(|(_, value)| match value {
                Argument::Text(literal) => Some(literal),
                _ => None,
            });
            let names = scan.calls.iter().map(|call| &call.name).chain(&scan.uses).chain(&scan.includes);
            for literal in names.chain(literals) {
                assert!(text.get(literal.range.clone()).is_some(), "{literal:?}");
            }
        }
    }
}
