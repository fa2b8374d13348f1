//! `kabar search`: questions to the publication, answered as readers are.

use std::io::{self, BufRead};

use serde_json::{Map, Value, json};

use crate::base::Lang;
use crate::search::{Also, Answer, Excerpt, FacetNames, Hit, Index, Kept, Part, Query, Shards, also, answer};
use crate::site::{LangId, Site};

use super::arguments::SearchArguments;
use super::build::refused;
use super::load;
use super::report::{Counts, Report};

/// Stands for questions that are read from standard input.
const INPUT: &str = "-";

/// How many values of a facet people are told.
const VALUES: usize = 5;

pub(super) fn run(arguments: &SearchArguments, lang: Option<&str>, report: &Report) -> io::Result<bool> {
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    let site: &Site = &snapshot.site;
    let asked = lang.and_then(|lang| site.lang_id(&lang.parse::<Lang>().ok()?));
    let lang = asked.unwrap_or(LangId(0));
    let kept = Kept::default();
    let indexes: Vec<Index> = site.langs().map(|lang| Index::prepared(site, lang, &kept)).collect();
    let shards = indexes.iter().map(|index| Shards::open(|file| Ok(index.file(site, file))));
    let shards: Vec<Shards<'_>> = shards.collect::<io::Result<_>>()?;
    let asking = Asking { arguments, site, shards: &shards, lang, report };
    if arguments.query == [INPUT] {
        // A line at a time, so that another program can ask and be answered.
        for line in io::stdin().lock().lines() {
            asking.ask(&line?)?;
        }
    } else {
        asking.ask(&arguments.query.join(" "))?;
    }
    Ok(true)
}

struct Asking<'a> {
    arguments: &'a SearchArguments,
    site: &'a Site,
    /// By language.
    shards: &'a [Shards<'a>],
    lang: LangId,
    report: &'a Report,
}

/// What is shown of a question.
struct Shown<'a> {
    asking: &'a Asking<'a>,
    question: &'a str,
    answer: Answer,
    others: Vec<(LangId, Also)>,
}

impl Asking<'_> {
    fn here(&self) -> &Shards<'_> {
        &self.shards[self.lang.0]
    }

    fn ask(&self, question: &str) -> io::Result<()> {
        let here = self.here();
        let query = Query::parse(question, &here.entry.lang, &FacetNames::of(&here.entry));
        let answer = answer(here, &query)?;
        let others = self.site.langs().filter(|lang| *lang != self.lang);
        let others = others.map(|lang| Ok((lang, also(here, &query, &self.shards[lang.0])?)));
        let others: Vec<(LangId, Also)> = others.collect::<io::Result<_>>()?;
        let others = others.into_iter().filter(|(_, also)| also.count > 0).collect();
        let shown = Shown { asking: self, question, answer, others };
        if self.report.is_json() {
            self.report.print(&shown.json()?.to_string());
            return Ok(());
        }
        shown.people()
    }

    fn language(&self, lang: LangId) -> &str {
        &self.site.config.languages[lang.0].name
    }
}

impl Shown<'_> {
    fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.answer.hits.iter().take(self.asking.arguments.limit)
    }

    fn json(&self) -> io::Result<Value> {
        let others = self.others.iter().map(|(lang, also)| {
            json!({
                "lang": also.lang.as_str(),
                "name": self.asking.language(*lang),
                "question": also.question,
                "count": also.count,
            })
        });
        let clauses = self.answer.clauses.iter().map(|clause| {
            json!({
                "words": clause.words,
                "quoted": clause.is_quoted,
                "common": clause.is_common,
                "roots": clause.lemmas,
            })
        });
        let hits = self.hits().map(|hit| self.hit(hit)).collect::<io::Result<Vec<Value>>>()?;
        Ok(json!({
            "lang": self.asking.here().entry.lang.as_str(),
            "question": self.question,
            "clauses": clauses.collect::<Vec<_>>(),
            "total": self.answer.hits.len(),
            "partial": self.answer.is_partial,
            "corrections": self.answer.corrections,
            "facets": self.answer.facets,
            "also": others.collect::<Vec<_>>(),
            "hits": hits,
        }))
    }

    fn hit(&self, hit: &Hit) -> io::Result<Value> {
        let fragment = self.asking.here().fragment(hit.ordinal)?;
        let title = Excerpt::whole(&fragment.title, &self.answer.marks);
        let excerpt = Excerpt::of(&fragment, &self.answer.marks);
        let mut value = json!({
            "ordinal": hit.ordinal,
            "url": fragment.url,
            "title": title.text,
            "title_marks": marks(&title),
            "type": fragment.content_type,
            "date": fragment.date,
            "summary": fragment.summary,
            "score": hit.total,
            "excerpt": excerpt.text,
            "marks": marks(&excerpt),
        });
        if self.asking.arguments.explain {
            value["parts"] = hit.parts.iter().map(|part| Value::Object(self.part(part))).collect();
            value["nearness"] = hit.nearness.into();
        }
        Ok(value)
    }

    fn part(&self, part: &Part) -> Map<String, Value> {
        let clause = &self.answer.clauses[part.clause];
        let values = [
            ("words", clause.words.clone().into()),
            ("root", clause.lemmas[part.lemma].clone().into()),
            ("score", part.score.into()),
            ("impact", part.impact.into()),
            ("in_title", part.is_in_title.into()),
        ];
        values.map(|(key, value)| (key.to_owned(), value)).into_iter().collect()
    }

    fn people(&self) -> io::Result<()> {
        let Asking { report, arguments, lang, .. } = self.asking;
        for (word, known) in &self.answer.corrections {
            report.phrase("search-corrected", &[("word", word), ("known", known)]);
        }
        if self.answer.is_partial {
            report.phrase("search-partial", &[]);
        }
        for hit in self.hits() {
            let fragment = self.asking.here().fragment(hit.ordinal)?;
            let excerpt = Excerpt::of(&fragment, &self.answer.marks).text;
            let lines = [fragment.title, format!("  {}", fragment.url), format!("  {excerpt}")];
            report.print(lines.join("\n").trim_end());
            if arguments.explain {
                self.explain(hit);
            }
        }
        let language = self.asking.language(*lang);
        report.phrase("search-total", &[("count", &self.answer.hits.len().to_string()), ("language", language)]);
        self.facets()?;
        for (lang, also) in &self.others {
            let count = also.count.to_string();
            let values = [
                ("language", self.asking.language(*lang)),
                ("count", count.as_str()),
                ("lang", also.lang.as_str()),
                ("question", also.question.as_str()),
            ];
            report.phrase("search-also", &values);
        }
        Ok(())
    }

    /// What the answers can be narrowed by: the values that most of them have, unless all have the
    /// same.
    fn facets(&self) -> io::Result<()> {
        let here = self.asking.here();
        for (number, facet) in here.entry.facets.iter().enumerate() {
            let Some(counts) = self.answer.facets.get(&facet.id).filter(|counts| counts.len() > 1) else { continue };
            let values = here.values(number)?;
            let count = |id: &String| counts.get(id).copied().unwrap_or_default();
            let mut known: Vec<_> = values.iter().filter(|value| count(&value.id) > 0).collect();
            known.sort_by_key(|value| std::cmp::Reverse(count(&value.id)));
            let told = known.iter().take(VALUES).map(|value| format!("{} {}", value.name, count(&value.id)));
            let told = told.collect::<Vec<_>>().join(" · ");
            self.asking.report.phrase("search-facet", &[("facet", &facet.name), ("values", &told)]);
        }
        Ok(())
    }

    fn explain(&self, hit: &Hit) {
        let report = self.asking.report;
        for part in &hit.parts {
            let clause = &self.answer.clauses[part.clause];
            let title = if part.is_in_title { " +1" } else { "" };
            let root = &clause.lemmas[part.lemma];
            report.print(&format!("    {:8.3}  {} → {root}  [{}/127{title}]", part.score, clause.words, part.impact));
        }
        report.print(&format!("    {:8.3}  × {:.2} = {}", scores(hit), 1.0 + hit.nearness, hit.total));
    }
}

fn scores(hit: &Hit) -> f64 {
    hit.parts.iter().map(|part| part.score).sum()
}

/// Bytes of the text, in UTF-8.
fn marks(excerpt: &Excerpt) -> Vec<[usize; 2]> {
    excerpt.marks.iter().map(|mark| [mark.start, mark.end]).collect()
}
