//! All documents by path, with what was said of each file. `workspace` keeps them up to date;
//! `site` links them.
//!
//! **Invariant:** they are what parsing all files afresh would give, however they came to be
//! (unless last good states are kept).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::SourcePath;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic};
use crate::source::{Loss, Sources};

use super::{DataFile, Document, Pin, Register, Sidecar, data, pin, read, register, sidecar};

/// Everything parsed, by path.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    pub articles: BTreeMap<SourcePath, Arc<Document>>,
    pub registers: BTreeMap<SourcePath, Arc<Register>>,
    pub sidecars: BTreeMap<SourcePath, Arc<Sidecar>>,
    pub data: BTreeMap<SourcePath, Arc<DataFile>>,
    /// The locks of translations.
    pub pins: BTreeMap<SourcePath, Arc<Pin>>,
    /// Of files about which there is something to say.
    told: BTreeMap<SourcePath, Vec<Diagnostic>>,
    /// Files that are shown as they last were without errors.
    of_another_time: BTreeSet<SourcePath>,
}

/// One parsed file of any kind.
enum Parsed {
    Article(Arc<Document>),
    Register(Arc<Register>),
    Sidecar(Arc<Sidecar>),
    Data(Arc<DataFile>),
    Pin(Arc<Pin>),
}

impl Documents {
    /// Parses files anew, in parallel; those that are no longer there are forgotten.
    ///
    /// A document that lacks its title is left out, with the diagnostic that says so, unless its
    /// last good state is to stay.
    pub fn parse<'p>(
        &mut self,
        paths: impl IntoIterator<Item = &'p SourcePath>,
        sources: &Sources,
        config: &Config,
        loss: Loss,
    ) {
        let paths: Vec<&SourcePath> = paths.into_iter().collect();
        let parsed: Vec<_> = paths
            .par_iter()
            .map(|path| {
                let text = sources.get(path).and_then(|source| source.text())?;
                Some(parse(path, text, config))
            })
            .collect();
        for (path, parsed) in paths.into_iter().zip(parsed) {
            let told = self.told.remove(path).unwrap_or_default();
            let was_good = self.of_another_time.remove(path) || !told.iter().any(Diagnostic::is_error);
            let Some(Checked { value, diagnostics }) = parsed else {
                self.forget(path);
                continue;
            };
            // What an unreadable register or sidecar still holds is less than what it held.
            let is_broken = match &value {
                None => true,
                Some(Parsed::Article(_)) => false,
                Some(_) => diagnostics.iter().any(Diagnostic::is_error),
            };
            if is_broken && was_good && loss == Loss::LastGood && self.has(path) {
                self.of_another_time.insert(path.clone());
            } else {
                self.forget(path);
                self.take(path, value);
            }
            if !diagnostics.is_empty() {
                self.told.insert(path.clone(), diagnostics);
            }
        }
    }

    /// The lock of a translation.
    pub fn pin_of(&self, translation: &SourcePath) -> Option<&Pin> {
        self.pins.get(&Pin::path(translation)?).map(Arc::as_ref)
    }

    /// What was said of all files, in the order of their paths.
    pub fn told(&self) -> impl Iterator<Item = &Diagnostic> {
        self.told.values().flatten()
    }

    fn has(&self, path: &SourcePath) -> bool {
        self.articles.contains_key(path)
            || self.registers.contains_key(path)
            || self.sidecars.contains_key(path)
            || self.data.contains_key(path)
            || self.pins.contains_key(path)
    }

    fn forget(&mut self, path: &SourcePath) {
        self.articles.remove(path);
        self.registers.remove(path);
        self.sidecars.remove(path);
        self.data.remove(path);
        self.pins.remove(path);
    }

    fn take(&mut self, path: &SourcePath, value: Option<Parsed>) {
        let path = path.clone();
        match value {
            Some(Parsed::Article(document)) => drop(self.articles.insert(path, document)),
            Some(Parsed::Register(register)) => drop(self.registers.insert(path, register)),
            Some(Parsed::Sidecar(sidecar)) => drop(self.sidecars.insert(path, sidecar)),
            Some(Parsed::Data(data)) => drop(self.data.insert(path, data)),
            Some(Parsed::Pin(pin)) => drop(self.pins.insert(path, pin)),
            None => {}
        }
    }
}

fn parse(path: &SourcePath, text: &Arc<str>, config: &Config) -> Checked<Option<Parsed>> {
    fn kind<T>(checked: Checked<Option<T>>, wrap: impl Fn(Arc<T>) -> Parsed) -> Checked<Option<Parsed>> {
        let Checked { value, diagnostics } = checked;
        Checked { value: value.map(|value| wrap(Arc::new(value))), diagnostics }
    }
    if path.below("data").is_some() {
        return kind(data::parse(path, text), Parsed::Data);
    }
    let is_register = path.below("content/_terms").is_some();
    match (path.extension(), path.file_name()) {
        ("yaml" | "yml", _) if is_register => kind(register::parse(path, text, config), Parsed::Register),
        ("yaml", _) if Pin::translation(path).is_some() => kind(pin::parse(path, text), Parsed::Pin),
        ("yaml" | "yml", "media.yaml") => kind(sidecar::parse(path, text, config), Parsed::Sidecar),
        ("md", _) => kind(read::parse(path, text, config), Parsed::Article),
        _ => Checked::clean(None),
    }
}
