//! Where the theme meets the rest: the files that it is made of, and what its functions know of
//! a site.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Lang, UrlPath};
use crate::locale::Locale;
use crate::route::{self, ThemeNames};
use crate::site::Site;
use crate::source::{Content, Sources};
use crate::theme::{self, Bindings, BoundTheme, Theme, ThemeSources};

/// The files of all themes and of the publication's overrides.
pub(super) fn theme_sources(sources: &Sources) -> ThemeSources {
    let files = super::THEME_FOLDERS.iter().flat_map(|folder| sources.below(folder));
    ThemeSources::of(files.map(|source| {
        let content = match &source.content {
            Content::Text(text) => theme::Content::Text(text.clone()),
            Content::Bytes(bytes) => theme::Content::Bytes(bytes.clone()),
            Content::Image(_) | Content::Other => theme::Content::Other,
        };
        (source.path.clone(), content)
    }))
}

/// What routes know of a theme.
pub(super) fn theme_names(theme: &Theme) -> ThemeNames {
    ThemeNames {
        files: theme.static_paths().map(str::to_owned).collect(),
        templates: theme.template_names().map(str::to_owned).collect(),
    }
}

/// Gives the theme's functions a site.
pub(super) fn bind(theme: &Arc<Theme>, site: &Arc<Site>, locales: &Arc<BTreeMap<Lang, Locale>>) -> BoundTheme {
    let (assets, links) = (site.clone(), site.clone());
    theme.bind(&Bindings {
        locales: locales.clone(),
        asset_url: Arc::new(move |path| {
            let url = UrlPath::new(&format!("{}{path}", route::ASSET_FOLDER)).ok()?;
            Some(assets.config.origin.href(&url))
        }),
        link_url: Arc::new(move |path, lang| {
            let destination = links.content_path(path, links.lang_id(lang)?)?;
            let (url, _) = links.address(&destination)?;
            Some(links.config.origin.href(&url))
        }),
    })
}
