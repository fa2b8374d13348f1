//! How well roots are found: forms with the root that a reader would name, class by class.
//!
//! `forms.txt` has `# class` lines, and lines `root: form form`.

use std::collections::{BTreeMap, BTreeSet};

/// One form with its class and root.
pub struct Form {
    pub class: &'static str,
    pub root: &'static str,
    pub word: &'static str,
}

/// What came of a class.
#[derive(Debug, Default, Clone, Copy)]
pub struct Score {
    pub forms: usize,
    /// Forms whose root was found.
    pub found: usize,
    /// Forms that share what was found with a form of another root.
    pub colliding: usize,
}

impl Score {
    /// Of a hundred forms, those whose root was found.
    pub fn recall(&self) -> f64 {
        percent(self.found, self.forms)
    }

    /// Of a hundred forms, those that a search for another root would find too.
    pub fn collisions(&self) -> f64 {
        percent(self.colliding, self.forms)
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand forms")]
    let share = part as f64 / whole.max(1) as f64;
    100.0 * share
}

/// All forms.
pub fn forms() -> Vec<Form> {
    let mut class = "";
    let mut forms = Vec::new();
    for line in include_str!("forms.txt").lines() {
        if let Some(name) = line.strip_prefix("# ") {
            class = name;
        } else if let Some((root, words)) = line.split_once(": ") {
            forms.extend(words.split_whitespace().map(|word| Form { class, root, word }));
        }
    }
    forms
}

/// Scores each class, in the order of the file; the last row is all of them.
pub fn scores(forms: &[Form], found: &[String]) -> Vec<(&'static str, Score)> {
    let mut owners: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (form, root) in forms.iter().zip(found) {
        owners.entry(root).or_default().insert(form.root);
    }
    let mut rows: Vec<(&'static str, Score)> = Vec::new();
    let mut all = Score::default();
    for (form, root) in forms.iter().zip(found) {
        if rows.last().is_none_or(|(class, _)| *class != form.class) {
            rows.push((form.class, Score::default()));
        }
        let is_colliding = owners.get(root.as_str()).is_some_and(|owners| owners.len() > 1);
        for score in rows.last_mut().map(|(_, score)| score).into_iter().chain([&mut all]) {
            score.forms += 1;
            score.found += usize::from(root == form.root);
            score.colliding += usize::from(is_colliding);
        }
    }
    rows.push(("all", all));
    rows
}
