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
    #[expect(clippy::result_large_err, reason = "an error ends the rendering; it is not passed along")]
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

#[cfg(test)]
mod tests {
    use tera::context;

    use crate::diagnostic::Problem;
    use crate::theme::contract::TEMPLATES;
    use crate::theme::contract::sample::{Plenty, sample};
    use crate::theme::fixture::{bound, check, compiled, config_of, rendered, told};
    use crate::theme::{ThemeSources, compile, embedded};

    use super::*;

    fn renders(template: &str, lang: &str, context: Context, expected: &str) {
        let files = [
            ("themes/pantai/styles/base.css", "a { b: c; }"),
            ("themes/pantai/styles/more.css", "d{e:f}"),
            ("themes/pantai/static/logo.svg", ""),
            ("themes/pantai/strings/id.ftl", "desa = { $count } desa\nby = Oleh { $name }\n"),
            (
                "themes/pantai/strings/en.ftl",
                "desa = { $count ->\n [one] a village\n *[other] { $count } villages\n }\nby = By { $name }\n",
            ),
            ("templates/home.html", template),
        ];
        assert_eq!(rendered(&files, lang, context).as_deref(), Ok(expected), "{template}");
    }

    #[test]
    fn functions_answer_in_the_language_of_the_page() {
        let village = r#"{{ t(key="desa", count=n) }}"#;
        renders(village, "id", context! { n => &1500 }, "1.500 desa");
        renders(village, "en", context! { n => &1 }, "a village");
        renders(r#"{{ link(to="/a") }}"#, "en", Context::new(), "/en/a/");
        renders("{{ n | number }} {{ m | number }}", "id", context! { n => &1500, m => &3.5 }, "1.500 3,5");
        renders("{{ n | size }}", "id", context! { n => &27648 }, "28 kB");
        renders(r#"{{ ["a", "b", "c"] | list }}"#, "id", Context::new(), "a, b, dan c");
    }

    #[test]
    fn texts_are_escaped_and_styles_are_not() {
        renders(r#"{{ t(key="by", name=n) }}"#, "id", context! { n => "<A & B>" }, "Oleh &lt;A &amp; B&gt;");
        renders("{{ n | list }}", "en", context! { n => &["<a>", "b"] }, "&lt;a&gt; and b");
        renders(r#"{{ styles(names=["base", "more"]) }}"#, "id", Context::new(), "a{b:c}d{e:f}");
        renders(r#"{{ asset(path="logo.svg") }}"#, "id", Context::new(), "/base/assets/logo.svg");
    }

    #[test]
    fn components_take_the_language_from_their_caller() {
        let template = "{% component a(n: integer, @lang) %}{{ n | number }}{% endcomponent a %}\
            {% component b(n: integer) %}{{<a n={n}/>}}{% endcomponent b %}{{<b n={1500}/>}}";
        renders(template, "id", Context::new(), "1.500");
    }

    #[test]
    fn an_override_changes_one_block_of_what_it_extends() {
        let files = [
            ("themes/pantai/templates/base.html", "[{% block a %}A{% endblock %}{% block b %}B{% endblock %}]"),
            ("themes/pantai/templates/home.html", r#"{% extends "base.html" %}{% block a %}theme{% endblock %}"#),
            ("templates/home.html", r#"{% extends "pantai/home.html" %}{% block b %}own {{ super() }}{% endblock %}"#),
            ("templates/base.html", r#"{% extends "pantai/base.html" %}{% block b %}!{% endblock %}"#),
        ];
        assert_eq!(rendered(&files, "id", Context::new()).as_deref(), Ok("[themeown !]"));
    }

    fn fails(template: &str, place: &str, reason: &str) {
        let files = [("templates/home.html", template)];
        let Err(found) = rendered(&files, "id", Context::new()) else { panic!("{template} was rendered") };
        let told = told(&files, std::slice::from_ref(&found));
        assert_eq!(told, [format!("template-error templates/home.html: {place}")]);
        let Problem::TemplateError { page, reason: found } = &found.problem else { panic!("{found:?}") };
        assert_eq!(page, "/");
        assert!(found.contains(reason), "{found}");
    }

    #[test]
    fn errors_are_shown_where_they_stand() {
        fails("a {{ nothing }}", "nothing", "nothing");
        fails(r#"é {{ t(key="no" ~ "ne") }}"#, r#"t(key="no" ~ "ne")"#, "there is no string `none` in `id`");
        fails(r#"{{ t(key="year-title") }}"#, r#"t(key="year-title")"#, "Unknown variable: $year");
        fails(r#"{{ t(key="year-title", year=[1]) }}"#, r#"t(key="year-title", year=[1])"#, "`$year` of the string");
        fails(r#"{{ asset(path="no" ~ "thing") }}"#, r#"asset(path="no" ~ "thing")"#, "no static file `nothing`");
        fails(r#"{{ link(to="/nowhere") }}"#, r#"link(to="/nowhere")"#, "`/nowhere`");
        fails("{{ 1 | list }}", "list", "`list` wants a list of texts");
        fails("{{ 'a' | number }}", "number", "`number` wants a number");
    }

    #[test]
    fn errors_in_parts_name_who_called_them() {
        let files = [
            ("templates/home.html", "\n{{<outer/>}}"),
            (
                "templates/parts.html",
                "{% component outer() %}{{<inner/>}}{% endcomponent outer %}{% component inner() %}{{ x }}{% endcomponent inner %}",
            ),
        ];
        let Err(found) = rendered(&files, "id", Context::new()) else { panic!("it was rendered") };
        let text = |span: &crate::diagnostic::Span| {
            let (_, text) = files.iter().find(|(path, _)| *path == span.file.as_str()).expect("the file");
            &text[span.start..span.end]
        };
        assert_eq!(found.span.as_ref().map(text), Some("x"));
        assert_eq!(found.related.iter().map(text).collect::<Vec<_>>(), ["<inner/>", "<outer/>"]);
    }

    #[test]
    fn a_template_that_is_not_there_is_told() {
        let bound = bound(check(&[], &[]));
        let Err(found) = bound.render("hme.html", &Context::new(), "/") else { panic!("it was rendered") };
        assert_eq!(
            found.problem,
            Problem::MissingTemplate { name: "hme.html".into(), nearest: Some("home.html".into()) }
        );
    }

    #[test]
    fn the_default_theme_asks_for_nothing_beyond_the_contract() {
        if embedded().files.is_empty() {
            return;
        }
        let text = "title: A\nbase_url: https://a.org\ntimezone: Asia/Makassar\nlanguages: [id, en]\n";
        let bound = bound(compile(&ThemeSources::default(), &config_of(text)).value);
        for (template, kind) in TEMPLATES {
            for (lang, plenty) in [("id", Plenty::All), ("en", Plenty::All), ("id", Plenty::Nothing)] {
                let rendered = bound.render(template, &sample(kind, lang, plenty), kind);
                assert_eq!(rendered.err(), None, "{template} in {lang} with {plenty:?}");
            }
        }
    }

    #[test]
    fn a_theme_that_is_not_bound_does_not_render() {
        let theme = compiled(&[("templates/home.html", r#"{{ t(key="home") }}"#)]).value;
        assert!(theme.tera.render("home.html", &context! { lang => "id" }).is_err());
    }
}
