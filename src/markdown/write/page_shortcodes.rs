//! Shortcodes for web pages.

use crate::markdown::label;
use crate::markdown::shortcode::{Download, Gallery, KeyFigure, KeyFigures, Quote, Shortcode, Video};

use super::page::Page;
use super::phrases::said;
use super::{Form, Writer};

impl Writer<'_, Page> {
    pub fn shortcode(&mut self, shortcode: &Shortcode<'_>) {
        match shortcode {
            Shortcode::Quote(quote) => self.quotation(quote),
            Shortcode::KeyFigures(figures) => self.key_figures(figures),
            Shortcode::Figure(figure) => Page::figure(self, figure),
            Shortcode::Gallery(gallery) => self.gallery(gallery),
            Shortcode::Video(video) => self.video(video),
            Shortcode::Download(download) => self.download(download),
            Shortcode::Note(callout) => Page::callout(self, callout),
        }
    }

    fn quotation(&mut self, quote: &Quote<'_>) {
        self.raw("<figure class=\"quote\">");
        self.quote(&quote.text);
        self.raw("<figcaption>");
        let is_linked = quote.source.as_ref().is_some_and(|source| Page::open_link(self, source));
        self.raw("<span class=\"speaker\">");
        self.text(&quote.speaker);
        self.raw("</span>");
        if is_linked {
            self.raw("</a>");
        }
        for part in [&quote.role, &quote.organisation].into_iter().flatten() {
            self.raw(", ");
            self.text(part);
        }
        self.raw("</figcaption></figure>\n");
    }

    fn key_figures(&mut self, figures: &KeyFigures<'_>) {
        if !figures.title.is_empty() {
            self.raw("<p class=\"key-figures-title\">");
            self.inlines(&figures.title);
            self.raw("</p>\n");
        }
        self.raw("<dl class=\"key-figures\">\n");
        for item in &figures.items {
            self.key_figure(item);
        }
        self.raw("</dl>\n");
    }

    fn key_figure(&mut self, item: &KeyFigure<'_>) {
        self.raw("<div><dt>");
        self.inlines(&item.label);
        self.raw("</dt><dd><span class=\"value\">");
        self.text(&item.value);
        self.raw("</span>");
        if let Some(unit) = &item.unit {
            self.raw(" <span class=\"unit\">");
            self.text(unit);
            self.raw("</span>");
        }
        if item.has_origin() {
            self.raw(" <span class=\"origin\">");
            self.origin(item);
            self.raw("</span>");
        }
        self.raw("</dd></div>\n");
    }

    fn gallery(&mut self, gallery: &Gallery<'_>) {
        self.raw("<div class=\"gallery\" role=\"group\"");
        if gallery.caption.is_empty() {
            self.phrase_attribute("aria-label", "gallery-label", &[]);
        } else {
            self.attribute("aria-label", &label::plain(&gallery.caption));
        }
        self.raw(">\n");
        for figure in &gallery.figures {
            Page::figure(self, figure);
        }
        if !gallery.caption.is_empty() {
            self.raw("<p class=\"gallery-caption\">");
            self.inlines(&gallery.caption);
            self.raw("</p>\n");
        }
        self.raw("</div>\n");
    }

    fn video(&mut self, video: &Video<'_>) {
        self.raw("<p class=\"video\">");
        if self.begin_link(&video.link) {
            // The name of the link holds every word that is seen in it.
            let title = label::plain(&video.title);
            let mut name = said(self.resolve, "video-label", &[("title", &title)]);
            if let Some(duration) = &video.duration {
                name.push(' ');
                name.push_str(duration);
            }
            if let Some(lang) = &video.link.attributes.lang {
                self.attribute("hreflang", lang.as_str());
            }
            self.attribute("aria-label", &name);
            self.raw(">");
        }
        if let Some(poster) = &video.poster {
            let picture = self.picture(poster);
            self.img(&picture, None);
        }
        self.raw("<span class=\"video-title\">");
        self.raw(&label::html(&video.title));
        self.raw("</span>");
        if let Some(duration) = &video.duration {
            self.raw(" <span class=\"video-duration\">");
            self.text(duration);
            self.raw("</span>");
        }
        self.raw("</a></p>\n");
    }

    fn download(&mut self, download: &Download<'_>) {
        let file = self.resolve.file(&download.path);
        self.raw("<p class=\"download\"><a");
        self.url_attribute("href", file.as_ref().map_or(&download.path, |file| &file.href));
        self.raw(" download><span class=\"download-title\">");
        if download.title.is_empty() {
            self.text(file.as_ref().map_or(&download.path, |file| &file.name));
        } else {
            self.raw(&label::html(&download.title));
        }
        self.raw("</span>");
        if let Some(file) = &file {
            self.raw(" <span class=\"download-detail\">");
            self.file_detail(&file.extension, file.bytes);
            self.raw("</span>");
        }
        self.raw("</a>");
        if !download.description.is_empty() {
            self.raw(" <span class=\"download-description\">");
            self.inlines(&download.description);
            self.raw("</span>");
        }
        self.raw("</p>\n");
    }
}

impl KeyFigure<'_> {
    /// Says whether it is said when or where the number was counted.
    pub fn has_origin(&self) -> bool {
        self.year.is_some() || !self.source.is_empty()
    }
}

impl<F: Form> Writer<'_, F> {
    /// Writes when and where a number was counted: `2024 · BPS`.
    pub fn origin(&mut self, item: &KeyFigure<'_>) {
        if let Some(year) = &item.year {
            self.text(year);
        }
        if item.source.is_empty() {
            return;
        }
        if item.year.is_some() {
            self.raw(" · ");
        }
        // The source may hold links, so it is written aside and then put into the phrase.
        let before = std::mem::take(&mut self.out);
        self.inlines(&item.source);
        let source = std::mem::replace(&mut self.out, before);
        self.phrase_around("key-figure-source", "source", &source);
    }
}
