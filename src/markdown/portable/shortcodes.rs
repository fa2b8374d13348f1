//! Shortcodes, as what they say.

use crate::markdown::label;
use crate::markdown::shortcode::{Download, KeyFigure, KeyFigures, Quote, Shortcode, Video};

use super::Portable;
use super::blocks::prefixed;

impl Portable<'_> {
    pub(super) fn shortcode(&self, shortcode: &Shortcode<'_>) -> String {
        match shortcode {
            Shortcode::Quote(quote) => self.quotation(quote),
            Shortcode::KeyFigures(figures) => self.key_figures(figures),
            Shortcode::Figure(figure) => self.figure(figure),
            Shortcode::Gallery(gallery) => {
                let figures: Vec<String> = gallery.figures.iter().map(|figure| self.figure(figure)).collect();
                let mut shown: Vec<String> = figures.into_iter().filter(|figure| !figure.is_empty()).collect();
                if !shown.is_empty() && !gallery.caption.is_empty() {
                    shown.push(self.paragraph(&gallery.caption));
                }
                shown.join("\n\n")
            }
            Shortcode::Video(video) => self.video(video),
            Shortcode::Download(download) => self.download(download),
            Shortcode::Note(callout) => self.callout(callout),
        }
    }

    fn quotation(&self, quote: &Quote<'_>) -> String {
        let speaker = self.words(&quote.speaker);
        let speaker = match &quote.source {
            Some(source) => self.linked_to(&speaker, &quote.speaker, source),
            None => speaker,
        };
        let others = [&quote.role, &quote.organisation].into_iter().flatten().map(|part| self.words(part));
        let said = [speaker].into_iter().chain(others).collect::<Vec<_>>().join(", ");
        prefixed(&format!("{}\n\n— {said}", self.blocks(&quote.text)), "> ", "> ")
    }

    fn key_figures(&self, figures: &KeyFigures<'_>) -> String {
        let title = self.one_line(&figures.title);
        let title = if title.is_empty() { title } else { self.strong(&title) };
        let items = figures.items.iter().map(|item| format!("- {}", self.key_figure(item)));
        let items = items.collect::<Vec<_>>().join("\n");
        if title.is_empty() { items } else { format!("{title}\n\n{items}") }
    }

    fn key_figure(&self, item: &KeyFigure<'_>) -> String {
        let value = self.words(&item.value);
        let value = item.unit.as_ref().map_or_else(|| value.clone(), |unit| format!("{value} {}", self.words(unit)));
        let source = (!item.source.is_empty()).then(|| {
            let around = self.resolve.string("key-figure-source", &[("source", "\u{e000}")]);
            around.replace('\u{e000}', &self.one_line(&item.source))
        });
        let origin = item.year.iter().map(|year| self.words(year)).chain(source).collect::<Vec<_>>().join(" · ");
        let origin = if origin.is_empty() { origin } else { format!(" ({origin})") };
        format!("{} {}{origin}", self.strong(&value), self.one_line(&item.label))
    }

    fn video(&self, video: &Video<'_>) -> String {
        let (title, plain) = (self.one_line(&video.title), label::plain(&video.title));
        let shown = self.linked_to(&title, &plain, &video.link);
        video.duration.as_ref().map_or_else(|| shown.clone(), |time| format!("{shown} ({})", self.words(time)))
    }

    fn download(&self, download: &Download<'_>) -> String {
        let file = self.resolve.file(&download.path);
        let (title, plain) = match (download.title.is_empty(), &file) {
            (false, _) => (self.one_line(&download.title), label::plain(&download.title)),
            (true, Some(file)) => (self.words(&file.name), file.name.clone()),
            (true, None) => (self.words(&download.path), download.path.clone()),
        };
        let shown = self.linked(&title, &plain, file.map(|file| file.href));
        let description = self.one_line(&download.description);
        if description.is_empty() { shown } else { format!("{shown}: {description}") }
    }
}
