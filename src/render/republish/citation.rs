//! How to cite an article: APA (7th edition), Chicago (17th, bibliography), BibTeX and RIS.
//!
//! **Invariant:** names stand as people write them: most names of Indonesia have no family name
//! that could be put first.

use crate::base::slugify;
use crate::render::snapshot::Snapshot;
use crate::site::PageId;

use super::credit::Credit;

/// All citations, each by the name of its format.
pub(super) fn all(snapshot: &Snapshot, id: PageId, credit: &Credit) -> [(&'static str, String); 4] {
    let locale = snapshot.locale(snapshot.site.page(id).lang);
    let day = credit.date.as_ref().map(|date| locale.date(date));
    let (bibtex, ris) = (bibtex(credit, &snapshot.site.article_of(id).key), ris(credit));
    [
        ("APA", apa(credit, day.as_deref())),
        ("Chicago", chicago(credit, &locale.list(&credit.authors), day.as_deref())),
        ("BibTeX", bibtex),
        ("RIS", ris),
    ]
}

/// `Ani & Budi. (2026, 16 Juni). Judul. BaKTINews. https://…`
fn apa(credit: &Credit, day: Option<&str>) -> String {
    let year = credit.date.as_ref().map(|date| date.year().to_string());
    let date = match (&year, day) {
        (Some(year), Some(day)) => {
            let rest = month_first(day, &credit.lang).replace(year.as_str(), "");
            format!("({year}, {}).", rest.trim_matches([' ', ',']))
        }
        _ if credit.lang.starts_with("id") => "(t.t.).".to_owned(),
        _ => "(n.d.).".to_owned(),
    };
    let title = sentence(&credit.title);
    let authors = match credit.authors.split_last() {
        None => return format!("{title} {date} {}. {}", credit.site, credit.url),
        Some((last, [])) => last.clone(),
        Some((last, [only])) => format!("{only} & {last}"),
        Some((last, others)) => format!("{}, & {last}", others.join(", ")),
    };
    format!("{} {date} {title} {}. {}", sentence(&authors), credit.site, credit.url)
}

/// `Ani dan Budi. “Judul.” BaKTINews, 16 Juni 2026. https://…`
fn chicago(credit: &Credit, authors: &str, day: Option<&str>) -> String {
    let authors = if authors.is_empty() { String::new() } else { format!("{} ", sentence(authors)) };
    let day = day.map(|day| format!(", {}", month_first(day, &credit.lang))).unwrap_or_default();
    format!("{authors}“{}” {}{day}. {}.", sentence(&credit.title), credit.site, credit.url)
}

/// A text with a full stop, unless it ends a sentence by itself.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// English citations write the month first: `June 16, 2026`.
fn month_first(day: &str, lang: &str) -> String {
    let parts: Vec<&str> = day.split(' ').collect();
    match parts[..] {
        [number, month, year] if lang.starts_with("en") && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{month} {number}, {year}")
        }
        _ => day.to_owned(),
    }
}

fn bibtex(credit: &Credit, key: &str) -> String {
    let name = key.rsplit('/').next().and_then(slugify).map(|slug| slug.to_string()).unwrap_or_default();
    let authors: Vec<String> = credit.authors.iter().map(|name| format!("{{{}}}", latex(name))).collect();
    let mut fields = vec![("title", format!("{{{}}}", latex(&credit.title)))];
    if !authors.is_empty() {
        fields.insert(0, ("author", authors.join(" and ")));
    }
    fields.push(("howpublished", latex(&credit.site)));
    fields.extend(credit.publisher.as_ref().map(|publisher| ("publisher", latex(publisher))));
    if let Some(date) = &credit.date {
        fields.push(("year", date.year().to_string()));
        fields.push(("date", date.date().to_string()));
    }
    fields.push(("url", credit.url.clone()));
    fields.push(("langid", language(&credit.lang)));
    let fields = fields.into_iter().map(|(key, value)| format!("  {key} = {{{value}}}")).collect::<Vec<_>>();
    format!("@misc{{{name}-{},\n{}\n}}\n", credit.lang, fields.join(",\n"))
}

/// The name that babel has for a language.
fn language(lang: &str) -> String {
    match lang.split('-').next().unwrap_or(lang) {
        "id" => "indonesian".to_owned(),
        "en" => "english".to_owned(),
        other => other.to_owned(),
    }
}

/// Escapes what would mean something to LaTeX.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(sign);
            }
            other => out.push(other),
        }
    }
    out
}

fn ris(credit: &Credit) -> String {
    let line = |tag: &str, value: &str| format!("{tag}  - {}\n", value.replace(['\r', '\n'], " "));
    let mut out = line("TY", "ELEC");
    for author in &credit.authors {
        out.push_str(&line("AU", author));
    }
    for translator in &credit.translators {
        out.push_str(&line("A4", translator));
    }
    out.push_str(&line("TI", &credit.title));
    out.push_str(&line("T2", &credit.site));
    if let Some(publisher) = &credit.publisher {
        out.push_str(&line("PB", publisher));
    }
    if let Some(date) = &credit.date {
        out.push_str(&line("PY", &date.year().to_string()));
        out.push_str(&line("DA", &date.date().to_string().replace('-', "/")));
    }
    out.push_str(&line("LA", &credit.lang));
    out.push_str(&line("UR", &credit.url));
    out.push_str("ER  - \n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_citations_are_written_by_rule() {
        assert_eq!(sentence("Siapa?"), "Siapa?");
        assert_eq!(sentence("Ani"), "Ani.");
        assert_eq!(month_first("16 June 2026", "en"), "June 16, 2026");
        assert_eq!(month_first("June 16, 2026", "en"), "June 16, 2026");
        assert_eq!(month_first("16 Juni 2026", "id"), "16 Juni 2026");
        assert_eq!(latex("50% & {a}_b \\ ~"), "50\\% \\& \\{a\\}\\_b \\textbackslash{} \\textasciitilde{}");
    }
}
