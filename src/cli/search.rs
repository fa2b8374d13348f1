//! `kabar search`: questions to the publication, answered as readers are.

use std::collections::BTreeSet;
use std::io;

use serde_json::{Value, json};

use crate::base::Lang;
use crate::search::{Answer, Excerpt, FIELDS, FacetNames, Hit, Query, WordIndex as Index, answer, excerpt, records};
use crate::site::{LangId, Site};

use super::arguments::SearchArguments;
use super::build::refused;
use super::load;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &SearchArguments, lang: Option<&str>, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    let site = &snapshot.site;
    let asked = lang.and_then(|lang| site.lang_id(&lang.parse::<Lang>().ok()?));
    let lang = asked.unwrap_or(LangId(0));
    let index = Index::new(site.lang(lang).clone(), records(site, lang));
    let query = Query::parse(&arguments.query.join(" "), site.lang(lang), &FacetNames::of(&site.config));
    let answer = answer(&index, &query);
    let shown = Shown { index: &index, answer: &answer, roots: roots(&answer), limit: arguments.limit };
    if report.is_json() {
        report.print(&shown.json(arguments).to_string());
    } else {
        shown.people(arguments, site, lang, report);
    }
    Ok(true)
}

/// The roots that answers are marked by.
fn roots(answer: &Answer) -> BTreeSet<String> {
    let parts = answer.hits.iter().flat_map(|hit| &hit.parts);
    parts.flat_map(|part| part.root.split(' ')).map(str::to_owned).collect()
}

struct Shown<'a> {
    index: &'a Index,
    answer: &'a Answer,
    roots: BTreeSet<String>,
    limit: usize,
}

impl Shown<'_> {
    fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.answer.hits.iter().take(self.limit)
    }

    fn excerpt(&self, hit: &Hit) -> Excerpt {
        excerpt(self.index, &self.index.records[hit.record].body, &self.roots)
    }

    fn json(&self, arguments: &SearchArguments) -> Value {
        let hits: Vec<Value> = self.hits().map(|hit| self.hit(hit, arguments.explain)).collect();
        json!({
            "lang": self.index.lang.as_str(),
            "total": self.answer.hits.len(),
            "partial": self.answer.is_partial,
            "corrections": self.answer.corrections,
            "facets": self.answer.facets,
            "hits": hits,
        })
    }

    fn hit(&self, hit: &Hit, is_explained: bool) -> Value {
        let record = &self.index.records[hit.record];
        let part = self.excerpt(hit);
        let marks: Vec<[usize; 2]> = part.marks.iter().map(|mark| [mark.start, mark.end]).collect();
        let mut value = json!({
            "url": record.url,
            "title": record.title,
            "summary": record.summary,
            "score": hit.score,
            "excerpt": part.text,
            "marks": marks,
        });
        if is_explained {
            let parts = hit.parts.iter().map(|part| {
                let fields = FIELDS.iter().zip(part.counts).map(|(field, count)| (format!("{field:?}").to_lowercase(), count.into()));
                json!({ "word": part.word, "root": part.root, "score": part.score, "fields": fields.collect::<serde_json::Map<_, _>>() })
            });
            value["parts"] = parts.collect::<Vec<_>>().into();
            value["nearness"] = hit.nearness.into();
        }
        value
    }

    fn people(&self, arguments: &SearchArguments, site: &Site, lang: LangId, report: &Report) {
        for (word, known) in &self.answer.corrections {
            report.phrase("search-corrected", &[("word", word), ("known", known)]);
        }
        if self.answer.is_partial {
            report.phrase("search-partial", &[]);
        }
        for hit in self.hits() {
            let record = &self.index.records[hit.record];
            report.print(&format!("{}\n  {}", record.title, record.url));
            let text = self.excerpt(hit).text;
            if !text.is_empty() {
                report.print(&format!("  {text}"));
            }
            if arguments.explain {
                self.explain(hit, report);
            }
        }
        let language = site.config.languages[lang.0].name.as_str();
        report.phrase("search-total", &[("count", &self.answer.hits.len().to_string()), ("language", language)]);
    }

    fn explain(&self, hit: &Hit, report: &Report) {
        for part in &hit.parts {
            let counts: Vec<String> = part.counts.iter().map(usize::to_string).collect();
            report.print(&format!("    {:8.3}  {} → {}  [{}]", part.score, part.word, part.root, counts.join(" ")));
        }
        report.print(&format!("    {:8.3}  = {:.3}", hit.nearness, hit.score));
    }
}
