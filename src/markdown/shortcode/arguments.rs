//! The arguments of a shortcode, read one by one from YAML.
//!
//! The YAML may stand in a quotation or a list, so its bytes are counted in its own text first and
//! brought back to the file with [`Places`].

use pulldown_cmark::CowStr;

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem, Span, nearest};
use crate::markdown::read::{Gathered, Places};
use crate::markdown::target;
use crate::markdown::tree::{Attributes, Block, Image, Inline, Link, Place};
use crate::yaml::{self, Fields, Kind, Node};

/// One mapping of arguments and where what it says goes.
pub struct Arguments<'n, 'g, 'a> {
    fields: Fields<'n>,
    /// The YAML, in whose bytes the nodes count.
    text: &'n str,
    places: &'n Places,
    /// What shortcode it is, for messages.
    name: &'n str,
    gathered: &'g mut Gathered<'a>,
    /// In bytes of the YAML.
    out: Vec<Diagnostic>,
}

/// Reads all arguments of a shortcode with `reads`.
pub fn read<'a, T>(
    name: &str,
    text: &str,
    places: Places,
    place: Place,
    gathered: &mut Gathered<'a>,
    reads: impl FnOnce(&mut Arguments<'_, '_, 'a>) -> Option<T>,
) -> Option<T> {
    let file = gathered.file.clone();
    let mut out = Vec::new();
    let tree = yaml::parse(text, &file, 0).into(&mut out);
    // What stands after a fault in the YAML would only be wrong because of it.
    let is_broken = out.iter().any(|found| matches!(found.problem, Problem::YamlSyntax { .. }));
    if is_broken || (tree.is_none() && !out.is_empty()) {
        relocate(out, &places, gathered);
        return None;
    }
    // A shortcode without arguments lacks its required ones, and is shown by its name.
    let is_empty = tree.is_none();
    let nothing = Node { kind: Kind::Scalar { text: String::new(), is_plain: true }, span: Span::whole(&file) };
    let tree = tree.unwrap_or(nothing);
    let name = format!("{{{name}}}");
    let fields = Fields::of(&tree, &name, &name, &mut out).map(|fields| Arguments {
        fields,
        text,
        places: &places,
        name: &name,
        gathered: &mut *gathered,
        out: Vec::new(),
    });
    let value = fields.and_then(|mut arguments| {
        let value = reads(&mut arguments);
        let Arguments { fields, out: mut said, .. } = arguments;
        fields.finish(&mut said);
        out.append(&mut said);
        value
    });
    if is_empty {
        for diagnostic in out {
            gathered.say(place, diagnostic.problem);
        }
    } else {
        relocate(out, &places, gathered);
    }
    value
}

/// Brings diagnostics in bytes of the YAML to the file.
fn relocate(diagnostics: Vec<Diagnostic>, places: &Places, gathered: &mut Gathered<'_>) {
    for mut diagnostic in diagnostics {
        for span in diagnostic.span.iter_mut().chain(&mut diagnostic.related) {
            let place = places.place(span.start..span.end);
            (span.start, span.end) = (place.start, place.end);
        }
        gathered.diagnostics.push(diagnostic);
    }
}

impl<'n, 'a> Arguments<'n, '_, 'a> {
    pub fn text(&mut self, key: &str) -> Option<String> {
        let node = self.fields.take(key)?;
        yaml::text(node, key, &mut self.out)
    }

    pub fn required_text(&mut self, key: &str) -> Option<String> {
        let node = self.fields.require(key, &mut self.out)?;
        yaml::text(node, key, &mut self.out)
    }

    /// A text with its place.
    pub fn required_name(&mut self, key: &str) -> Option<(String, Place)> {
        let node = self.fields.require(key, &mut self.out)?;
        let text = yaml::text(node, key, &mut self.out)?;
        Some((text, self.places.place(node.span.start..node.span.end)))
    }

    /// The place of all of them.
    pub fn place(&self) -> Place {
        let span = self.fields.span();
        self.places.place(span.start..span.end)
    }

    /// A text of which `""` says something too.
    pub fn possibly_empty(&mut self, key: &str) -> Option<String> {
        let node = self.fields.take(key)?;
        match &node.kind {
            Kind::Scalar { text, .. } if text.is_empty() => Some(String::new()),
            _ => yaml::text(node, key, &mut self.out),
        }
    }

    /// Inline Markdown; empty when it is missing.
    pub fn rich(&mut self, key: &str) -> Vec<Inline<'a>> {
        let node = self.fields.take(key);
        node.and_then(|node| self.line(node, key)).unwrap_or_default()
    }

    pub fn required_rich(&mut self, key: &str) -> Option<Vec<Inline<'a>>> {
        let node = self.fields.require(key, &mut self.out)?;
        self.line(node, key)
    }

    pub fn required_blocks(&mut self, key: &str) -> Option<Vec<Block<'a>>> {
        let node = self.fields.require(key, &mut self.out)?;
        let text = yaml::text(node, key, &mut self.out)?;
        let places = self.way_back(node, &text);
        Some(self.gathered.blocks(&text, places))
    }

    /// One of some words, as its position among them.
    pub fn choice(&mut self, key: &str, words: &[&str]) -> Option<usize> {
        let node = self.fields.take(key)?;
        let value = yaml::text(node, key, &mut self.out)?;
        let choice = words.iter().position(|word| *word == value);
        if choice.is_none() {
            let nearest = nearest(&value, words.iter().copied());
            let problem = Problem::NotAllowed { key: key.to_owned(), value, allowed: words.join(", "), nearest };
            self.out.push(Diagnostic::at(node.span.clone(), problem));
        }
        choice
    }

    pub fn lang(&mut self, key: &str) -> Option<Lang> {
        let node = self.fields.take(key)?;
        let value = yaml::text(node, key, &mut self.out)?;
        let lang = value.parse().ok();
        if lang.is_none() {
            self.out.push(Diagnostic::at(node.span.clone(), Problem::InvalidLanguage { value }));
        }
        lang
    }

    pub fn required_path(&mut self, key: &str) -> Option<(String, Place)> {
        let node = self.fields.require(key, &mut self.out)?;
        self.path(node, key, false)
    }

    pub fn link(&mut self, key: &str) -> Option<Link<'a>> {
        let node = self.fields.take(key)?;
        self.path(node, key, false).map(|(target, place)| bare(target, place))
    }

    /// A link to another site.
    pub fn required_web_link(&mut self, key: &str) -> Option<Link<'a>> {
        let node = self.fields.require(key, &mut self.out)?;
        let (target, place) = self.path(node, key, false)?;
        if !target::is_web(&target) {
            self.out.push(Diagnostic::at(node.span.clone(), Problem::InvalidUrl { value: target }));
            return None;
        }
        Some(bare(target, place))
    }

    pub fn image(&mut self, key: &str) -> Option<Image<'a>> {
        let node = self.fields.take(key)?;
        self.picture(node, key)
    }

    pub fn required_image(&mut self, key: &str) -> Option<Image<'a>> {
        let node = self.fields.require(key, &mut self.out)?;
        self.picture(node, key)
    }

    /// A list of mappings that must be there and not be empty; those that are wrong are left out.
    pub fn list<T>(
        &mut self,
        key: &str,
        mut reads: impl FnMut(&mut Arguments<'_, '_, 'a>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let node = self.fields.require(key, &mut self.out)?;
        let nodes = yaml::items(node, key, &mut self.out)?;
        if nodes.is_empty() {
            let problem = Problem::MissingKey { key: key.to_owned(), place: self.name.to_owned() };
            self.out.push(Diagnostic::at(node.span.clone(), problem));
        }
        let place = format!("{} {key}", self.name);
        let mut items = Vec::with_capacity(nodes.len());
        for node in nodes {
            let Some(fields) = Fields::of(node, key, &place, &mut self.out) else {
                continue;
            };
            let mut item = Arguments {
                fields,
                text: self.text,
                places: self.places,
                name: &place,
                gathered: &mut *self.gathered,
                out: Vec::new(),
            };
            items.extend(reads(&mut item));
            let Arguments { fields, out: mut said, .. } = item;
            fields.finish(&mut said);
            self.out.append(&mut said);
        }
        Some(items)
    }

    fn line(&mut self, node: &Node, key: &str) -> Option<Vec<Inline<'a>>> {
        let text = yaml::text(node, key, &mut self.out)?;
        let places = self.way_back(node, &text);
        Some(self.gathered.line(&text, places))
    }

    fn path(&mut self, node: &Node, key: &str, is_image: bool) -> Option<(String, Place)> {
        let value = yaml::text(node, key, &mut self.out)?;
        if target::runs_code(&value, is_image) {
            self.out.push(Diagnostic::at(node.span.clone(), Problem::UnsafeUrl { value }));
            return None;
        }
        Some((value, self.places.place(node.span.start..node.span.end)))
    }

    fn picture(&mut self, node: &Node, key: &str) -> Option<Image<'a>> {
        let (path, place) = self.path(node, key, true)?;
        let (path, title) = (CowStr::from(path), CowStr::from(""));
        Some(Image { path, title, alt: Vec::new(), attributes: Attributes::default(), place })
    }

    /// Finds the lines of a value in the YAML, to know where each stands in the file. A line that
    /// YAML folded or unescaped is found with the whole value.
    fn way_back(&self, node: &Node, value: &str) -> Places {
        let whole = self.places.place(node.span.start..node.span.end);
        let mut places = Places::within(whole.start..whole.end);
        let source = self.text.get(node.span.start..node.span.end).unwrap_or_default();
        let mut from = 0;
        let mut at = 0;
        for line in value.split('\n') {
            if let Some(found) = source[from..].find(line).filter(|_| !line.is_empty()) {
                let start = node.span.start + from + found;
                places.part(at, self.places.byte(start));
                from += found + line.len();
            }
            at += line.len() + 1;
        }
        places
    }
}

/// A link that is nothing but its target.
fn bare<'a>(target: String, place: Place) -> Link<'a> {
    Link { target: target.into(), title: "".into(), attributes: Attributes::default(), content: Vec::new(), place }
}
