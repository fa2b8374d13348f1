//! A new theme: a child of the one in use, which looks like it until something is changed.

use crate::base::SourcePath;
use crate::diagnostic::{Catalogue, Problem};
use crate::site::Site;
use crate::source::Sources;
use crate::theme;
use crate::yaml;

use super::plan::Plan;
use super::translation::commented;

/// Plans a theme of this name.
///
/// # Errors
/// When there is one already, or the name cannot be a folder's.
pub fn theme(name: &str, site: &Site, sources: &Sources, catalogue: &Catalogue) -> Result<Plan, Problem> {
    let folder =
        crate::base::slugify(name).ok_or_else(|| Problem::InvalidSlug { value: name.to_owned(), nearest: None })?;
    let place = format!("themes/{folder}");
    if folder.as_str() == theme::DEFAULT || sources.below(&place).next().is_some() {
        return Err(Problem::AlreadyThere { path: place });
    }
    let parent = &site.config.theme.name;
    let phrase = |key: &str| catalogue.phrase(key, &[("name", folder.as_str()), ("parent", parent)]);
    let manifest = format!(
        "{}name: {}\nversion: 0.1.0\nkabar: {}\nparent: {}\n",
        commented(&phrase("scaffold-theme")),
        yaml::quoted(name),
        yaml::quoted(theme::CONTRACT),
        yaml::quoted(parent),
    );
    let template =
        format!("{{# {} #}}\n{{% extends \"{parent}/article.html\" %}}\n", phrase("scaffold-theme-template"));
    let mut plan = Plan::default();
    let mut add = |name: String, text: String| {
        let path = format!("{place}/{name}");
        let path = SourcePath::new(&path).map_err(|_| Problem::OutsideTree { target: path.clone() })?;
        plan.create(path, text);
        Ok(())
    };
    add("theme.yaml".to_owned(), manifest)?;
    add("templates/article.html".to_owned(), template)?;
    for lang in site.languages() {
        add(format!("strings/{lang}.ftl"), commented(&phrase("scaffold-theme-strings")))?;
    }
    Ok(plan)
}
