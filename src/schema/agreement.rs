//! Whether a translation says the same as its original about what lives once.
//!
//! **Invariant:** places do not matter, only what is said; a part that is not repeated agrees.

use crate::base::Lang;
use crate::diagnostic::{Diagnostic, Problem};

use super::declaration::Localised;
use super::value::{Value, Values};

/// Finds the shared fields about which a translation in `lang` says something else than its
/// original, each an error at the translation that shows the original too.
pub fn contradictions(translation: &Values, original: &Values, lang: &Lang) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for repeated in &translation.0 {
        let problem = |original: String| Problem::SharedField { key: repeated.name.clone(), original };
        match original.get(&repeated.name) {
            None => out.push(Diagnostic::at(repeated.span.clone(), problem("–".to_owned()))),
            Some(first) if !agree(&repeated.value, &first.value, lang) => {
                let diagnostic = Diagnostic::at(repeated.span.clone(), problem(first.value.to_string()));
                out.push(diagnostic.with(first.span.clone()));
            }
            Some(_) => {}
        }
    }
    out
}

fn agree(repeated: &Value, original: &Value, lang: &Lang) -> bool {
    match (repeated, original) {
        (Value::Text(a), Value::Text(b))
        | (Value::RichText(a), Value::RichText(b))
        | (Value::Markdown(a), Value::Markdown(b)) => texts_agree(a, b, lang),
        (Value::Term { id: a, .. }, Value::Term { id: b, .. })
        | (Value::Reference { target: a, .. }, Value::Reference { target: b, .. })
        | (Value::Image { path: a, .. }, Value::Image { path: b, .. })
        | (Value::File { path: a, .. }, Value::File { path: b, .. }) => a == b,
        (Value::Object(a), Value::Object(b)) => {
            a.0.iter()
                .all(|field| b.get(&field.name).is_some_and(|original| agree(&field.value, &original.value, lang)))
        }
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b, lang)),
        (a, b) => a == b,
    }
}

fn texts_agree(repeated: &Localised, original: &Localised, lang: &Lang) -> bool {
    match repeated {
        Localised::Same(text) => original.get(lang) == Some(text),
        Localised::Each(texts) => texts.iter().all(|(lang, text)| original.get(lang) == Some(text)),
    }
}
