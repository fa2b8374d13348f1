//! What is told about the thing under a cursor: what is wrong there, what a key means, where a
//! link leads.

use std::ops::Range;

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::site::{PageId, TermId};

use super::candidates::{best, count_of, names_of};
use super::diagnose;
use super::here::Here;
use super::outline::Step;
use super::target::{self, Target};

/// Tells about what stands under the cursor; `diagnostics` are those of the text as it is.
pub(super) fn hover(here: &Here, diagnostics: &[Diagnostic]) -> Option<Hover> {
    let mut parts = Vec::new();
    let mut bytes: Option<Range<usize>> = None;
    for diagnostic in diagnostics {
        let Some(span) = &diagnostic.span else { continue };
        let seen = diagnose::seen(here.text, span.start..span.end);
        if seen.start <= here.byte && here.byte <= seen.end {
            parts.push(problem(here, diagnostic));
            bytes.get_or_insert(seen);
        }
    }
    let found = key(here).or_else(|| {
        let reference = target::reference(here)?;
        let told = tell(here, &target::follow(here, &reference)?)?;
        Some((told, reference.bytes))
    });
    if let Some((text, place)) = found {
        parts.push(text);
        bytes = Some(place);
    }
    let value = (!parts.is_empty()).then(|| parts.join("\n\n---\n\n"))?;
    let range = bytes.map(|bytes| here.text.range(bytes, here.encoding));
    Some(Hover { contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }), range })
}

/// What is wrong here, why it matters and how to mend it.
fn problem(here: &Here, diagnostic: &Diagnostic) -> String {
    let message = here.catalogue.message(&diagnostic.problem);
    let severity = here.phrase(level(diagnostic), &[]);
    let (why, fix) = (here.phrase("level-why", &[]), here.phrase("level-fix", &[]));
    let advice = match message.suggestion {
        Some(suggestion) => format!("{suggestion} {}", message.fix),
        None => message.fix,
    };
    let code = diagnostic.problem.code();
    let [what, reason, advice] = [message.what, message.why, advice].map(|text| escape(&text));
    format!("**{severity}** `{code}`\n\n{what}\n\n**{why}:** {reason}\n\n**{fix}:** {advice}")
}

fn level(diagnostic: &Diagnostic) -> &'static str {
    match diagnostic.severity {
        crate::diagnostic::Severity::Error => "level-error",
        crate::diagnostic::Severity::Warning => "level-warning",
        crate::diagnostic::Severity::Hint => "level-hint",
    }
}

/// What a key means.
fn key(here: &Here) -> Option<(String, Range<usize>)> {
    let yaml = here.yaml()?;
    let (index, entry) = yaml.outline.at(here.byte)?;
    if here.byte > entry.span.end {
        return None;
    }
    let Step::Key(name) = &entry.step else { return None };
    let path = yaml.outline.path(Some(index));
    let (_, parent) = path.split_last()?;
    let shape = yaml.at(&path)?;
    let mut text = format!("**{}**", escape(name));
    let is_required = yaml.at(parent).is_some_and(|parent| {
        let keys = parent.keys();
        keys.iter().any(|key| key.name == name && key.is_required)
    });
    if is_required {
        text.push_str(&format!(" · *{}*", here.phrase("lsp-required", &[])));
    }
    // A register's keys are terms.
    let term = target::term_at(here, &path);
    match (shape.description(), term) {
        (Some(description), _) => text.push_str(&format!("\n\n{}", escape(description))),
        (None, Some(term)) => text = self::term(here, term)?,
        (None, None) => return None,
    }
    if let super::shape::Form::Words(words) = shape.form() {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        text.push_str(&format!("\n\n{}", words.join(" · ")));
    }
    Some((text, entry.span.clone()))
}

/// Tells where something leads.
fn tell(here: &Here, target: &Target) -> Option<String> {
    match target {
        Target::Document { document, page, withheld, anchor } => {
            Some(article(here, document, *page, withheld.as_deref(), anchor.as_deref()))
        }
        Target::Term(id) => term(here, *id),
        Target::Taxonomy(id) => {
            let site = here.view.site.as_ref()?;
            let taxonomy = &site.config.taxonomies[id.0];
            let count = site.terms.iter().filter(|term| term.taxonomy == *id).count().to_string();
            let count = here.phrase("lsp-terms", &[("count", &count)]);
            Some(format!("**{}**\n\n{count}", escape(best(here, &taxonomy.name))))
        }
        Target::File(path) => {
            let source = here.view.sources.get(path)?;
            let size = match &source.content {
                crate::source::Content::Image(size) => match (size.width, size.height) {
                    (Some(width), Some(height)) => format!(" · {width} × {height}"),
                    _ => String::new(),
                },
                _ => String::new(),
            };
            let lang = here.tongue();
            let weight = crate::locale::Locale::new(&lang).size(source.size);
            Some(format!("`{path}`\n\n{weight}{size}"))
        }
        Target::Template(name) => here.view.theme.as_ref()?.template_source(name).map(|path| format!("`{path}`")),
        Target::ContentType(id) => {
            let known = here.config()?.content_type(id)?;
            Some(format!("**{}**", escape(best(here, &known.name))))
        }
        Target::External(url) => Some(escape(url)),
    }
}

fn article(
    here: &Here,
    document: &Document,
    page: Option<PageId>,
    withheld: Option<&str>,
    anchor: Option<&str>,
) -> String {
    let mut text = format!("**{}**", escape(&document.title));
    let heading = anchor.and_then(|anchor| document.facts.headings.iter().find(|heading| heading.id == anchor));
    if let Some(heading) = heading {
        text.push_str(&format!(" › {}", escape(&heading.title)));
    }
    let mut facts = vec![document.place.lang.to_string()];
    let site = here.view.site.as_ref();
    let url = site.and_then(|site| match page {
        Some(page) => Some(site.page(page).url.clone()),
        None => {
            let section = site.sections.iter().find(|section| section.key == document.place.key)?;
            let lang = site.lang_id(&document.place.lang)?;
            let is_section = document.place.kind == crate::document::PlaceKind::Section;
            is_section.then(|| section.urls[lang.0].clone())
        }
    });
    facts.extend(url.map(|url| format!("`{url}`")));
    if let Some(reason) = withheld {
        let phrase = match reason {
            "draft" => "lsp-is-draft",
            "embargo" => "lsp-is-to-come",
            _ => "lsp-is-expired",
        };
        facts.push(format!("*{}*", here.phrase(phrase, &[])));
    }
    text.push_str(&format!("\n\n{}", facts.join(" · ")));
    let description = document.description();
    if !description.is_empty() {
        text.push_str(&format!("\n\n{}", escape(description)));
    }
    text
}

/// Tells about a term: names, addresses, how many articles it has.
fn term(here: &Here, id: TermId) -> Option<String> {
    let site = here.view.site.as_ref()?;
    let term = site.term(id);
    let mut text = format!("**{}** `{}`", escape(&names_of(term)), term.id);
    if let Some(parent) = term.parent {
        text.push_str(&format!(" ‹ {}", escape(&names_of(site.term(parent)))));
    }
    let urls: Vec<String> = term.urls.iter().map(|url| format!("`{url}`")).collect();
    text.push_str(&format!("\n\n{}", urls.join(" · ")));
    text.push_str(&format!("\n\n{}", here.phrase("lsp-articles", &[("count", &count_of(site, id))])));
    if !term.is_declared {
        text.push_str(&format!("\n\n*{}*", here.phrase("lsp-undeclared", &[])));
    }
    let blurb = site.lang_id(&here.tongue()).and_then(|lang| term.blurbs[lang.0].as_deref());
    if let Some(blurb) = blurb.or_else(|| term.blurbs.iter().flatten().next().map(String::as_str)) {
        text.push_str(&format!("\n\n{}", escape(blurb)));
    }
    Some(text)
}

/// Signs of plain text that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
