//! Terms: those of the registers, and those that articles use without being declared.

use std::collections::BTreeMap;

use crate::base::UrlPath;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::document::{Document, Documents, Name, TermEntry};
use crate::schema::Values;

use super::{TaxonomyId, Term, TermId, permalink};

/// All terms, and every name that one of them answers to.
pub(super) struct Terms {
    pub(super) terms: Vec<Term>,
    /// By taxonomy, in small letters.
    names: Vec<BTreeMap<String, TermId>>,
}

/// The addresses of the taxonomies' own pages, by taxonomy and language.
pub(super) fn taxonomy_urls(config: &Config) -> Vec<Vec<UrlPath>> {
    let urls =
        |taxonomy| config.languages.iter().map(|language| permalink::taxonomy(config, language, taxonomy)).collect();
    config.taxonomies.iter().map(urls).collect()
}

impl Terms {
    /// Takes the registers in.
    pub(super) fn declared(
        config: &Config,
        documents: &Documents,
        urls: &[Vec<UrlPath>],
        out: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut terms = Self { terms: Vec::new(), names: vec![BTreeMap::new(); config.taxonomies.len()] };
        let mut entries: Vec<(TermId, &TermEntry)> = Vec::new();
        for register in documents.registers.values() {
            let Some(index) = config.taxonomies.iter().position(|taxonomy| taxonomy.id == register.taxonomy) else {
                continue;
            };
            for entry in &register.terms {
                let id = TermId(terms.terms.len());
                terms.terms.push(term(config, TaxonomyId(index), &urls[index], entry));
                entries.push((id, entry));
            }
        }
        for (id, entry) in &entries {
            terms.take_name(*id, &entry.id, out);
            for alias in &entry.aliases {
                terms.take_name(*id, alias, out);
            }
        }
        for (id, entry) in &entries {
            if let Some(parent) = &entry.parent {
                terms.set_parent(*id, parent, out);
            }
        }
        terms.say_cycles(&entries, out);
        // Only now: a child below its own ancestor would make a tree without an end.
        for (id, _) in &entries {
            if let Some(parent) = terms.terms[id.0].parent {
                terms.terms[parent.0].children.push(*id);
            }
        }
        terms
    }

    /// Finds the terms that an article names, taking in those that nobody declared.
    ///
    /// A taxonomy without a register declares nothing, so nothing is said about its terms.
    pub(super) fn use_names(
        &mut self,
        config: &Config,
        urls: &[Vec<UrlPath>],
        document: &Document,
        out: &mut Vec<Diagnostic>,
    ) {
        for (id, name) in names(config, document) {
            if self.find(id, &name.text).is_none() {
                self.say_undeclared(id, &config.taxonomies[id.0].id, name, out);
                self.add(config, id, &urls[id.0], name);
            }
        }
    }

    /// Says whether an article names a term that is not known yet.
    pub(super) fn are_new_in(&self, config: &Config, document: &Document) -> bool {
        names(config, document).any(|(id, name)| self.find(id, &name.text).is_none())
    }

    /// The term of a taxonomy with this id, alias or written name.
    pub(super) fn find(&self, taxonomy: TaxonomyId, name: &str) -> Option<TermId> {
        find(&self.names, taxonomy, name)
    }

    /// The terms of an article by taxonomy, each once.
    pub(super) fn of(&self, config: &Config, document: &Document) -> Vec<Vec<TermId>> {
        let names = |id: &str| document.shared.terms.get(id).map(Vec::as_slice).unwrap_or_default();
        let found = |(index, taxonomy): (usize, &crate::config::Taxonomy)| {
            let mut terms: Vec<TermId> = Vec::new();
            for name in names(&taxonomy.id) {
                let term = self.find(TaxonomyId(index), &name.text);
                terms.extend(term.filter(|term| !terms.contains(term)));
            }
            terms
        };
        config.taxonomies.iter().enumerate().map(found).collect()
    }

    /// All names, for looking a term up later.
    pub(super) fn into_parts(self) -> (Vec<Term>, Vec<BTreeMap<String, TermId>>) {
        (self.terms, self.names)
    }

    fn take_name(&mut self, id: TermId, name: &Name, out: &mut Vec<Diagnostic>) {
        let taxonomy = self.terms[id.0].taxonomy;
        let names = &mut self.names[taxonomy.0];
        let key = name.text.to_lowercase();
        match names.get(&key) {
            Some(other) if *other != id => {
                let problem = Problem::DuplicateTerm { name: name.text.clone() };
                out.push(Diagnostic::at(name.span.clone(), problem));
            }
            _ => drop(names.insert(key, id)),
        }
    }

    fn set_parent(&mut self, id: TermId, parent: &Name, out: &mut Vec<Diagnostic>) {
        let taxonomy = self.terms[id.0].taxonomy;
        match self.find(taxonomy, &parent.text) {
            Some(found) => self.terms[id.0].parent = Some(found),
            None => {
                let nearest = nearest(&parent.text, self.ids(taxonomy));
                let problem = Problem::UnknownParent { parent: parent.text.clone(), nearest };
                out.push(Diagnostic::at(parent.span.clone(), problem));
            }
        }
    }

    fn say_cycles(&mut self, entries: &[(TermId, &TermEntry)], out: &mut Vec<Diagnostic>) {
        for (id, entry) in entries {
            let mut seen = vec![*id];
            let mut at = *id;
            while let Some(parent) = self.terms[at.0].parent {
                if parent == *id {
                    let problem = Problem::TermCycle { term: entry.id.text.clone() };
                    out.push(Diagnostic::at(entry.id.span.clone(), problem));
                    // Cut here, so that whoever climbs to the ancestors arrives.
                    self.terms[id.0].parent = None;
                    break;
                }
                if seen.contains(&parent) {
                    break;
                }
                seen.push(parent);
                at = parent;
            }
        }
    }

    fn say_undeclared(&self, taxonomy: TaxonomyId, name: &str, term: &Name, out: &mut Vec<Diagnostic>) {
        let has_register = self.terms.iter().any(|known| known.taxonomy == taxonomy && known.is_declared);
        if has_register {
            let nearest = self.nearest(taxonomy, &term.text);
            let problem = Problem::UndeclaredTerm { taxonomy: name.to_owned(), term: term.text.clone(), nearest };
            out.push(Diagnostic::at(term.span.clone(), problem));
        }
    }

    /// The id of the declared term that a wrong text is most like: by id, name or slug.
    fn nearest(&self, taxonomy: TaxonomyId, wrong: &str) -> Option<String> {
        let declared = self.terms.iter().filter(|term| term.taxonomy == taxonomy && term.is_declared);
        let mut known: BTreeMap<&str, &str> = BTreeMap::new();
        for term in declared {
            let slugs = term.urls.iter().filter_map(|url| url.as_str().trim_end_matches('/').rsplit('/').next());
            for text in term.names.iter().map(String::as_str).chain(slugs) {
                known.entry(text).or_insert(&term.id);
            }
            known.insert(&term.id, &term.id);
        }
        let found = nearest(wrong, known.keys().copied())?;
        known.get(found.as_str()).map(|id| (*id).to_owned())
    }

    fn ids(&self, taxonomy: TaxonomyId) -> impl Iterator<Item = &str> {
        self.terms.iter().filter(move |term| term.taxonomy == taxonomy && term.is_declared).map(|term| term.id.as_str())
    }

    fn add(&mut self, config: &Config, taxonomy: TaxonomyId, urls: &[UrlPath], name: &Name) {
        let id = TermId(self.terms.len());
        let count = config.languages.len();
        let urls =
            config.languages.iter().zip(urls).map(|(language, url)| permalink::term(url, language, None, &name.text));
        self.terms.push(Term {
            taxonomy,
            id: name.text.clone(),
            names: vec![name.text.clone(); count],
            urls: urls.collect(),
            blurbs: vec![None; count],
            parent: None,
            children: Vec::new(),
            fields: Values::default(),
            is_declared: false,
            span: name.span.clone(),
        });
        self.names[taxonomy.0].insert(name.text.to_lowercase(), id);
    }
}

/// Every name of a term that an article has, with its taxonomy.
fn names<'d>(config: &'d Config, document: &'d Document) -> impl Iterator<Item = (TaxonomyId, &'d Name)> {
    let written = document
        .shared
        .terms
        .iter()
        .flat_map(|(taxonomy, names)| names.iter().map(move |name| (taxonomy.as_str(), name)));
    let all = written.chain(document.translators.iter().map(|name| ("authors", name)));
    all.filter_map(|(taxonomy, name)| {
        let index = config.taxonomies.iter().position(|known| known.id == taxonomy)?;
        Some((TaxonomyId(index), name))
    })
}

/// The term of a taxonomy that answers to a name, whatever its capital letters.
pub(super) fn find(names: &[BTreeMap<String, TermId>], taxonomy: TaxonomyId, name: &str) -> Option<TermId> {
    let names = names.get(taxonomy.0)?;
    // Most names are written as ids are: in small letters.
    let is_small = name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { names.get(name) } else { names.get(&name.to_lowercase()) }.copied()
}

fn term(config: &Config, taxonomy: TaxonomyId, urls: &[UrlPath], entry: &TermEntry) -> Term {
    let order: Vec<_> = config.languages.iter().map(|language| language.lang.clone()).collect();
    let url = |(language, url)| permalink::term(url, language, entry.slug.as_ref(), &entry.id.text);
    let blurb = |lang| entry.blurb.as_ref().and_then(|blurb| blurb.get(lang)).map(str::to_owned);
    Term {
        taxonomy,
        id: entry.id.text.clone(),
        names: order.iter().map(|lang| entry.name.best(lang, &order).to_owned()).collect(),
        urls: config.languages.iter().zip(urls).map(url).collect(),
        blurbs: order.iter().map(blurb).collect(),
        parent: None,
        children: Vec::new(),
        fields: entry.fields.clone(),
        is_declared: true,
        span: entry.id.span.clone(),
    }
}
