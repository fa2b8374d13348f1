//! A theme bound to one snapshot of a site: a template and a context make a page.
//!
//! **Invariant:** the same template, context and bindings make the same bytes.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use tera::{Context, Tera};

use crate::diagnostic::Diagnostic;

use super::Theme;
use super::faults::rendering;

/// Compiled templates whose functions know their site.
pub struct BoundTheme {
    pub(super) tera: Tera,
    pub(super) theme: Arc<Theme>,
}

impl BoundTheme {
    /// Renders a template. `page` names in the diagnostic what it is rendered for.
    ///
    /// # Errors
    /// When there is no such template, or it asks for something that is not there: with the place
    /// in the template, and the places that called it as related ones.
    pub fn render(&self, template: &str, context: &Context, page: &str) -> Result<String, Diagnostic> {
        self.tera.render(template, context).map_err(|error| rendering(&error, page, &self.theme.templates))
    }
}

impl Deref for BoundTheme {
    type Target = Theme;

    fn deref(&self) -> &Theme {
        &self.theme
    }
}

impl fmt::Debug for BoundTheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoundTheme").field("theme", &self.theme).finish_non_exhaustive()
    }
}
