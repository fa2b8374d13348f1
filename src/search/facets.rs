//! What answers are narrowed by: the type, the year, and each taxonomy. Made of the configuration;
//! the operator of a question (`wilayah:maluku`) answers to the names given here.
//!
//! **Invariant:** an id stands once, and so does each name in all of them.

use std::collections::BTreeSet;

use crate::base::Lang;
use crate::config::Config;
use crate::site::TaxonomyId;

use super::fold::fold;

/// What a facet's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FacetKind {
    Type,
    Year,
    Taxonomy(TaxonomyId),
}

/// Something that answers are narrowed by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub id: String,
    pub kind: FacetKind,
    /// Folded, of all languages: what its operator answers to.
    pub names: Vec<String>,
}

/// What the two that are no taxonomies answer to in the languages that we speak.
const TYPE: [&str; 2] = ["type", "jenis"];
const YEAR: [&str; 2] = ["year", "tahun"];

/// Lists the facets of a publication. A taxonomy that takes the id of a facet of our own takes its
/// place.
pub fn facets(config: &Config) -> Vec<Facet> {
    let own = [(FacetKind::Type, TYPE), (FacetKind::Year, YEAR)];
    let own = own.into_iter().filter(|(_, names)| config.taxonomies.iter().all(|taxonomy| taxonomy.id != names[0]));
    let mut facets: Vec<Facet> = own
        .map(|(kind, names)| Facet { id: names[0].to_owned(), kind, names: names.map(str::to_owned).to_vec() })
        .collect();
    for (number, taxonomy) in config.taxonomies.iter().enumerate() {
        let ids = [taxonomy.id.as_str(), taxonomy.id.trim_end_matches('s')];
        let spoken = [&taxonomy.name, &taxonomy.singular].into_iter().flat_map(|name| name.texts());
        let names = ids.into_iter().chain(spoken).map(fold).collect();
        facets.push(Facet { id: taxonomy.id.clone(), kind: FacetKind::Taxonomy(TaxonomyId(number)), names });
    }
    let mut taken = BTreeSet::new();
    for facet in &mut facets {
        facet.names.retain(|name| !name.is_empty() && taken.insert(name.clone()));
    }
    facets
}

impl Facet {
    /// What readers of a language call it.
    pub fn name<'c>(&self, config: &'c Config, lang: &Lang) -> &'c str {
        let languages: Vec<Lang> = config.languages.iter().map(|language| language.lang.clone()).collect();
        let is_indonesian = lang.as_str().split('-').next() == Some("id");
        match self.kind {
            FacetKind::Type if is_indonesian => "Jenis",
            FacetKind::Type => "Type",
            FacetKind::Year if is_indonesian => "Tahun",
            FacetKind::Year => "Year",
            FacetKind::Taxonomy(id) => config.taxonomies[id.0].name.best(lang, &languages),
        }
    }
}
