//! Shortcodes: fenced blocks whose info string is `{name}`, with arguments in YAML.
//!
//! **Invariant:** the set is closed; each has its own type; an argument that is unknown, missing or
//! of another type is a diagnostic at its place.

mod arguments;
mod declared;

use crate::diagnostic::{Problem, nearest};

use super::read::{Gathered, Places};
use super::tree::{Block, Callout, CalloutKind, Figure, Image, Inline, Link, Place};

use arguments::Arguments;

pub use declared::{Argument, Holds, SHORTCODES, ShortcodeKind};

/// A shortcode with its arguments.
#[derive(Debug, Clone)]
pub(super) enum Shortcode<'a> {
    Quote(Quote<'a>),
    KeyFigures(KeyFigures<'a>),
    Figure(Figure<'a>),
    Gallery(Gallery<'a>),
    Video(Video<'a>),
    Download(Download<'a>),
    Note(Callout<'a>),
}

/// What somebody said.
#[derive(Debug, Clone)]
pub(super) struct Quote<'a> {
    pub text: Vec<Block<'a>>,
    pub speaker: String,
    pub speaker_place: Place,
    pub role: Option<String>,
    pub organisation: Option<String>,
    /// Where it was said.
    pub source: Option<Link<'a>>,
}

/// Numbers that tell a story.
#[derive(Debug, Clone)]
pub(super) struct KeyFigures<'a> {
    pub title: Vec<Inline<'a>>,
    pub items: Vec<KeyFigure<'a>>,
}

#[derive(Debug, Clone)]
pub(super) struct KeyFigure<'a> {
    pub value: String,
    pub unit: Option<String>,
    pub label: Vec<Inline<'a>>,
    pub year: Option<String>,
    pub source: Vec<Inline<'a>>,
    pub place: Place,
}

/// Pictures that belong together.
#[derive(Debug, Clone)]
pub(super) struct Gallery<'a> {
    pub caption: Vec<Inline<'a>>,
    pub figures: Vec<Figure<'a>>,
}

/// A video elsewhere: a link, so that nothing is loaded from there unasked.
#[derive(Debug, Clone)]
pub(super) struct Video<'a> {
    pub link: Link<'a>,
    pub title: Vec<Inline<'a>>,
    pub poster: Option<Image<'a>>,
    pub duration: Option<String>,
}

/// A file to take along.
#[derive(Debug, Clone)]
pub(super) struct Download<'a> {
    /// As written.
    pub path: String,
    pub title: Vec<Inline<'a>>,
    pub description: Vec<Inline<'a>>,
    pub place: Place,
}

/// The name of the shortcode that an info string calls; none when it names a language of code.
pub(super) fn name(info: &str) -> Option<&str> {
    info.trim().strip_prefix('{')?.strip_suffix('}').map(str::trim)
}

/// Reads a shortcode. `text` is its YAML, `place` that of its name.
pub(super) fn read<'a>(
    name: &str,
    text: &str,
    places: Places,
    place: Place,
    gathered: &mut Gathered<'a>,
) -> Option<Shortcode<'a>> {
    if !SHORTCODES.iter().any(|kind| kind.name == name) {
        let nearest = nearest(name, SHORTCODES.iter().map(|kind| kind.name));
        gathered.say(place, Problem::UnknownShortcode { name: name.to_owned(), nearest });
        return None;
    }
    arguments::read(name, text, places, place, gathered, |arguments| match name {
        "quote" => quote(arguments),
        "key-figures" => key_figures(arguments),
        "figure" => figure(arguments).map(Shortcode::Figure),
        "gallery" => gallery(arguments),
        "video" => video(arguments),
        "download" => download(arguments),
        _ => note(arguments),
    })
}

fn quote<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let text = arguments.required_blocks("text");
    let speaker = arguments.required_name("speaker");
    let role = arguments.text("role");
    let organisation = arguments.text("organisation");
    let source = arguments.link("source");
    let (speaker, speaker_place) = speaker?;
    Some(Shortcode::Quote(Quote { text: text?, speaker, speaker_place, role, organisation, source }))
}

fn key_figures<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let title = arguments.rich("title");
    let items = arguments.list("items", |item| {
        let value = item.required_text("value");
        let unit = item.text("unit");
        let label = item.required_rich("label");
        let year = item.text("year");
        let source = item.rich("source");
        Some(KeyFigure { value: value?, unit, label: label?, year, source, place: item.place() })
    })?;
    Some(Shortcode::KeyFigures(KeyFigures { title, items }))
}

fn figure<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Figure<'a>> {
    let image = arguments.required_image("image");
    let alt = arguments.possibly_empty("alt");
    let caption = arguments.rich("caption");
    let credit = arguments.text("credit");
    let licence = arguments.text("licence");
    let width = arguments.choice("width", &["normal", "wide"]);
    let mut image = image?;
    image.attributes.alt = alt;
    image.attributes.credit = credit;
    image.attributes.licence = licence;
    if width == Some(1) {
        image.attributes.classes.push("wide".to_owned());
    }
    Some(Figure { image, caption, link: None })
}

fn gallery<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let caption = arguments.rich("caption");
    let figures = arguments.list("images", figure)?;
    Some(Shortcode::Gallery(Gallery { caption, figures }))
}

fn video<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let link = arguments.required_web_link("url");
    let title = arguments.required_rich("title");
    let poster = arguments.image("poster");
    let duration = arguments.text("duration");
    let lang = arguments.lang("language");
    let mut link = link?;
    link.attributes.lang = lang;
    // The title beside it says what the poster shows.
    let poster = poster.map(|mut poster| {
        poster.attributes.alt = Some(String::new());
        poster
    });
    Some(Shortcode::Video(Video { link, title: title?, poster, duration }))
}

fn download<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let file = arguments.required_path("file");
    let title = arguments.rich("title");
    let description = arguments.rich("description");
    let (path, place) = file?;
    Some(Shortcode::Download(Download { path, title, description, place }))
}

fn note<'a>(arguments: &mut Arguments<'_, '_, 'a>) -> Option<Shortcode<'a>> {
    let kind = arguments.choice("kind", &CalloutKind::ALL.map(CalloutKind::name));
    let title = arguments.rich("title");
    let blocks = arguments.required_blocks("text");
    let kind = kind.and_then(|choice| CalloutKind::ALL.get(choice)).copied().unwrap_or(CalloutKind::Note);
    Some(Shortcode::Note(Callout { kind, title, blocks: blocks? }))
}
