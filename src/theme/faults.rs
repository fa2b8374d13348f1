//! What Tera says of templates, as diagnostics with places.
//!
//! Syntax and rendering errors carry a span. What Tera finds when it puts templates together is
//! text that holds several reports (`reporting.rs` of 2.4): they are read back from it.

use std::collections::BTreeSet;
use std::ops::Range;

use tera::{Error, ErrorKind};

use crate::diagnostic::{Diagnostic, Problem, Span, nearest};

use super::templates::{Template, Templates};

/// A template that must be left out, and why: nothing when another's fault is the reason.
#[derive(Debug)]
pub(super) struct Fault {
    pub template: String,
    pub diagnostic: Option<Diagnostic>,
}

/// Finds the templates that are to blame for an error. `rest` are those not yet left out.
pub(super) fn faults(error: &Error, templates: &Templates, rest: &BTreeSet<&str>) -> Vec<Fault> {
    let judge = Judge { templates, rest };
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let range = report.span().range.clone();
            judge.fault(report.filename(), &range, report.message().to_owned()).into_iter().collect()
        }
        ErrorKind::MissingParent { current, parent } => judge.missing_parent(current, parent).into_iter().collect(),
        ErrorKind::CircularExtend { tpl, .. } => judge.circular_parent(tpl, error).into_iter().collect(),
        ErrorKind::CircularInclude { include_chain, .. } => {
            judge.circular_include(include_chain, error).into_iter().collect()
        }
        ErrorKind::Msg(text) => {
            let duplicate = judge.duplicate_component(text);
            let reports = reports(text).into_iter().filter_map(|report| judge.report(&report));
            duplicate.into_iter().chain(reports).collect()
        }
        _ => Vec::new(),
    }
}

struct Judge<'t> {
    templates: &'t Templates,
    rest: &'t BTreeSet<&'t str>,
}

impl Judge<'_> {
    fn template(&self, name: &str) -> Option<&Template> {
        self.templates.get(name)
    }

    fn fault(&self, template: &str, range: &Range<usize>, reason: String) -> Option<Fault> {
        let span = self.template(template)?.span(range);
        let diagnostic = Some(Diagnostic::at(span, Problem::TemplateSyntax { reason }));
        Some(Fault { template: template.to_owned(), diagnostic })
    }

    fn silent(template: &str) -> Option<Fault> {
        Some(Fault { template: template.to_owned(), diagnostic: None })
    }

    /// A template of that name exists, but was left out for a fault of its own.
    fn is_left_out(&self, name: &str) -> bool {
        self.templates.has(name) && self.templates.resolve(name, |name| self.rest.contains(name)).is_none()
    }

    fn missing(&self, current: &str, name: &str, range: &Range<usize>) -> Option<Fault> {
        if self.is_left_out(name) {
            return Self::silent(current);
        }
        let nearest = nearest(name, self.templates.names());
        let problem = Problem::MissingTemplate { name: name.to_owned(), nearest };
        let diagnostic = Some(Diagnostic::at(self.template(current)?.span(range), problem));
        Some(Fault { template: current.to_owned(), diagnostic })
    }

    fn missing_parent(&self, current: &str, parent: &str) -> Option<Fault> {
        let range = self.template(current)?.scan.extends.as_ref().map(|name| name.range.clone());
        self.missing(current, parent, &range.unwrap_or_default())
    }

    fn circular_parent(&self, name: &str, error: &Error) -> Option<Fault> {
        let template = self.template(name)?;
        let parent = template.scan.extends.as_ref();
        let itself = parent.filter(|parent| parent.text == name);
        let reason = match itself.and_then(|_| self.templates.overridden(&template.short)) {
            Some(overridden) => {
                format!("`{name}` extends itself. To build on the template that it overrides, extend `{overridden}`.")
            }
            None => error.to_string(),
        };
        self.fault(name, &parent.map(|parent| parent.range.clone()).unwrap_or_default(), reason)
    }

    fn circular_include(&self, chain: &[String], error: &Error) -> Option<Fault> {
        let [.., includer, included] = chain else { return None };
        let is_included = |name: &str| {
            let resolved = self.templates.resolve(name, |name| self.rest.contains(name));
            resolved.is_some_and(|(name, _)| name == included)
        };
        let includes = &self.template(includer)?.scan.includes;
        let range = includes.iter().find(|name| is_included(&name.text)).map(|name| name.range.clone());
        self.fault(includer, &range.unwrap_or_default(), error.to_string())
    }

    /// "Component `card` is defined in both `a.html` and `b.html`"
    fn duplicate_component(&self, text: &str) -> Option<Fault> {
        let text = text.strip_prefix("Component `")?;
        let (component, rest) = text.split_once("` is defined in both `")?;
        let (first, second) = rest.strip_suffix('`')?.split_once("` and `")?;
        let range = |template: &Template| {
            let mut components = template.scan.components.iter();
            let found = components.find(|found| found.name.text == component);
            found.map(|found| found.name.range.clone()).unwrap_or_default()
        };
        let (earlier, later) = (self.template(first)?, self.template(second)?);
        let reason = format!("Component `{component}` is defined in both `{first}` and `{second}`");
        let mut fault = self.fault(second, &range(later), reason)?;
        fault.diagnostic = fault.diagnostic.map(|diagnostic| diagnostic.with(earlier.span(&range(earlier))));
        Some(fault)
    }

    fn report(&self, report: &Report) -> Option<Fault> {
        let range = report.range(&self.template(&report.template)?.text);
        let quoted = |prefix: &str| report.message.strip_prefix(prefix)?.strip_suffix('`');
        if let Some(name) = quoted("Unknown template `") {
            return self.missing(&report.template, name, &range);
        }
        let is_of_left_out = quoted("Unknown component `").is_some_and(|name| {
            let left_out = self.templates.all.iter().filter(|(template, _)| !self.rest.contains(template.as_str()));
            left_out.flat_map(|(_, template)| &template.scan.components).any(|component| component.name.text == name)
        });
        if is_of_left_out {
            return Self::silent(&report.template);
        }
        self.fault(&report.template, &range, report.message.clone())
    }
}

/// Turns an error of rendering into a diagnostic about a page.
pub(super) fn rendering(error: &Error, page: &str, templates: &Templates) -> Diagnostic {
    let page = page.to_owned();
    match error.kind() {
        ErrorKind::RenderingError(report) => {
            let problem = Problem::TemplateError { page, reason: report.message().to_owned() };
            let Some(template) = templates.get(report.filename()) else { return Diagnostic::nowhere(problem) };
            let mut diagnostic = Diagnostic::at(template.span(&report.span().range), problem);
            diagnostic.related = called_from(&error.to_string(), templates);
            diagnostic
        }
        ErrorKind::TemplateNotFound(name) => {
            let nearest = nearest(name, templates.names());
            Diagnostic::nowhere(Problem::MissingTemplate { name: name.clone(), nearest })
        }
        _ => Diagnostic::nowhere(Problem::TemplateError { page, reason: error.to_string() }),
    }
}

/// The places that called the one that failed, the innermost first.
fn called_from(text: &str, templates: &Templates) -> Vec<Span> {
    let calls = reports(text).into_iter().filter(|report| report.message.starts_with("called from"));
    calls
        .filter_map(|report| {
            let template = templates.get(&report.template)?;
            Some(template.span(&report.range(&template.text)))
        })
        .collect()
}

/// One report of Tera's text.
#[derive(Debug, PartialEq, Eq)]
struct Report {
    message: String,
    template: String,
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// In characters.
    width: usize,
}

impl Report {
    fn range(&self, text: &str) -> Range<usize> {
        let lines = text.split_inclusive('\n').take(self.line.saturating_sub(1));
        let start: usize = lines.map(str::len).sum();
        let byte = |characters: usize| {
            let offset = text[start..].char_indices().nth(characters).map_or(text.len() - start, |(byte, _)| byte);
            start + offset
        };
        let column = self.column.saturating_sub(1);
        byte(column)..byte(column + self.width)
    }
}

/// Reads reports: `error: …` with `--> name:line:column` below it, and `note: … name:line:column`.
fn reports(text: &str) -> Vec<Report> {
    let lines: Vec<&str> = text.lines().collect();
    let mut reports = Vec::new();
    let mut message: Option<String> = None;
    for (index, line) in lines.iter().enumerate() {
        let place = if let Some(rest) = line.strip_prefix("note: ") {
            rest.rsplit_once(' ').map(|(label, place)| (label.to_owned(), place))
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            message.take().map(|message| (message, place))
        } else {
            if let Some(rest) = line.strip_prefix("error: ") {
                message = Some(rest.to_owned());
            } else if let Some(message) = &mut message {
                message.push('\n');
                message.push_str(line);
            }
            None
        };
        let Some((message, place)) = place else { continue };
        let mut parts = place.rsplitn(3, ':');
        let (column, line, template) = (parts.next(), parts.next(), parts.next());
        let number = |text: Option<&str>| text.and_then(|text| text.parse().ok());
        // The excerpt follows: a rule, the line, and the marks below it.
        let width = lines.get(index + 3).map_or(1, |marks| marks.matches('^').count().max(1));
        if let (Some(template), Some(line), Some(column)) = (template, number(line), number(column)) {
            reports.push(Report { message, template: template.to_owned(), line, column, width });
        }
    }
    reports
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_read_back() {
        let text = "error: Unknown filter `x`\n --> tenun/a.html:1:11\n  |\n1 | {{ name | x }}\n  |           ^^^\n\n\
            error: Two\nlines\n --> a:b.html:12:1\n   |\n12 | é\n   | ^\n\n\
            note: called from b.html:3:4\n  |\n3 | ab <x/>\n  |    ^^^^";
        let report = |message: &str, template: &str, line, column, width| Report {
            message: message.to_owned(),
            template: template.to_owned(),
            line,
            column,
            width,
        };
        let expected = [
            report("Unknown filter `x`", "tenun/a.html", 1, 11, 3),
            report("Two\nlines", "a:b.html", 12, 1, 1),
            report("called from", "b.html", 3, 4, 4),
        ];
        assert_eq!(reports(text), expected);
        assert_eq!(reports("error: x\n --> a\n"), []);
    }

    #[test]
    fn ranges_count_characters() {
        let report = Report { message: String::new(), template: String::new(), line: 2, column: 3, width: 2 };
        assert_eq!(report.range("ab\né→xyz"), 8..10);
        assert_eq!(report.range(""), 0..0);
    }
}
