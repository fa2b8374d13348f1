//! How well the roots of Indonesian words are found, class by class, as a table.
//!
//!     cargo bench --bench morphology
#![expect(clippy::disallowed_macros, reason = "a measurement prints")]

#[path = "../../tests/morphology/measure.rs"]
mod measure;

use kabar::search::Analyser;

fn main() {
    let Ok(lang) = "id".parse() else { return };
    let analyser = Analyser::new(&lang);
    let forms = measure::forms();
    let found: Vec<String> = forms.iter().map(|form| analyser.analyse(form.word).root).collect();
    println!("| class | forms | recall | collisions |\n| --- | ---: | ---: | ---: |");
    for (class, score) in measure::scores(&forms, &found) {
        println!("| {class} | {} | {:.1} % | {:.1} % |", score.forms, score.recall(), score.collisions());
    }
    for (form, root) in forms.iter().zip(&found).filter(|(form, root)| form.root != root.as_str()) {
        println!("\n{}: {root}, not {}", form.word, form.root);
    }
}
