//! Whether a translation has what its original has: headings, pictures, numbers, dates, links.
//! Each language writes them in its own way; what is compared is what they mean.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Lang;
use crate::document::{Document, Part, PartKind, dialect, parts};
use crate::markdown;
use crate::site::{Destination, Site};

use super::figures::{Conventions, Figures};

/// How a translation and its original differ; all equal when empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Structure(pub Vec<Difference>);

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub kind: DifferenceKind,
    /// What the original alone has: values, or a count.
    pub original: Vec<String>,
    /// What the translation alone has.
    pub translation: Vec<String>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Counts: the words differ by language.
    Headings,
    /// Counts: a picture may have a file for each language.
    Pictures,
    Numbers,
    Dates,
    Links,
}

impl DifferenceKind {
    /// A short name, for programs and catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headings => "headings",
            Self::Pictures => "pictures",
            Self::Numbers => "numbers",
            Self::Dates => "dates",
            Self::Links => "links",
        }
    }
}

/// How each language of a publication writes numbers and dates.
pub(super) struct Languages(BTreeMap<Lang, Conventions>);

impl Languages {
    pub(super) fn of(site: &Site) -> Self {
        Self(site.languages().iter().map(|lang| (lang.clone(), Conventions::of(lang))).collect())
    }

    fn figures(&self, site: &Site, document: &Document) -> Figures {
        let dialect = dialect(&site.config, &document.place.lang);
        let body = markdown::parse(document.body.text(), &document.path, document.body.start, &dialect).value;
        let is_field = |part: &Part| part.kind != PartKind::Block;
        let mut text = markdown::facts(&body).text;
        for part in parts(document).into_iter().filter(is_field) {
            text.push('\n');
            text.push_str(&part.text);
        }
        self.0.get(&document.place.lang).map(|language| language.read(&text)).unwrap_or_default()
    }
}

/// Compares a translation with its original.
pub(super) fn structure(site: &Site, languages: &Languages, original: &Document, translation: &Document) -> Structure {
    let mut found = Vec::new();
    let count = |kind, one: usize, other: usize| Difference {
        kind,
        original: vec![one.to_string()],
        translation: vec![other.to_string()],
    };
    let levels = |document: &Document| document.facts.headings.iter().map(|heading| heading.level).collect::<Vec<_>>();
    if levels(original) != levels(translation) {
        let counts = [original, translation].map(|document| document.facts.headings.len());
        found.push(count(DifferenceKind::Headings, counts[0], counts[1]));
    }
    let pictures = [original, translation].map(|document| document.facts.images.len());
    if pictures[0] != pictures[1] {
        found.push(count(DifferenceKind::Pictures, pictures[0], pictures[1]));
    }
    let [ours, theirs] = [original, translation].map(|document| languages.figures(site, document));
    found.extend(numbers(&ours, &theirs));
    found.extend(sets(DifferenceKind::Dates, &ours.dates, &theirs.dates));
    let [ours, theirs] = [original, translation].map(|document| links(site, document));
    found.extend(sets(DifferenceKind::Links, &ours, &theirs));
    Structure(found)
}

/// A small number may stand in words on the other side.
fn numbers(ours: &Figures, theirs: &Figures) -> Option<Difference> {
    let only = |one: &Figures, other: &Figures| -> BTreeSet<String> {
        one.numbers.iter().filter(|number| !other.words.contains(*number)).cloned().collect()
    };
    let known = |figures: &Figures| figures.numbers.clone();
    let original = only(ours, theirs).difference(&known(theirs)).cloned().collect();
    let translation = only(theirs, ours).difference(&known(ours)).cloned().collect();
    difference(DifferenceKind::Numbers, original, translation)
}

fn sets(kind: DifferenceKind, ours: &BTreeSet<String>, theirs: &BTreeSet<String>) -> Option<Difference> {
    difference(kind, ours.difference(theirs).cloned().collect(), theirs.difference(ours).cloned().collect())
}

fn difference(kind: DifferenceKind, original: Vec<String>, translation: Vec<String>) -> Option<Difference> {
    (!original.is_empty() || !translation.is_empty()).then_some(Difference { kind, original, translation })
}

/// What a text leads to, without language. Anchors of its own headings are named by their words.
fn links(site: &Site, document: &Document) -> BTreeSet<String> {
    let targets = document.facts.links.iter().map(|link| link.target.as_str());
    let files = document.facts.files.iter().map(|file| file.path.as_str());
    targets.chain(files).filter_map(|target| meaning(site, document, target)).collect()
}

fn meaning(site: &Site, document: &Document, target: &str) -> Option<String> {
    Some(match site.resolve(&document.place, target) {
        Ok(Destination::Anchor(_)) => return None,
        Ok(Destination::Page(page, _)) => format!("/{}", site.article_of(page).key),
        Ok(Destination::Section(section, _)) => format!("/{}", site.section(section).key),
        Ok(Destination::Term(term, _)) => {
            let term = site.term(term);
            format!("term:{}/{}", site.config.taxonomies[term.taxonomy.0].id, term.id)
        }
        Ok(Destination::External(_) | Destination::Taxonomy(..) | Destination::Medium(_)) | Err(_) => {
            without_lang(target, &document.place.lang)
        }
    })
}

/// `laporan.id.pdf` and `laporan.en.pdf` are one file, told in two languages.
fn without_lang(target: &str, lang: &Lang) -> String {
    let path = target.split('#').next().unwrap_or(target);
    path.replace(&format!(".{lang}."), ".")
}
