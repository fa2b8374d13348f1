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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timezone;
    use crate::schema::check::{codes, languages, tree};
    use crate::schema::{ArticleFile, Reading, declarations, read_article};
    use crate::yaml::Fields;

    const FIELDS: &str = concat!(
        "venue: { type: text, translated: false }\nstart: { type: zoned-date-time }\n",
        "region: { type: term, taxonomy: regions }\nmode: { type: enum, values: [a, b], default: a }\n",
        "speakers: { type: list, of: { type: object, fields: { name: { type: text }, role: { type: text } } } }\n",
    );

    /// Compares what an English translation repeats with its original.
    fn check(original: &str, translation: &str, expected: &str) {
        let languages = languages();
        let fields = declarations(&tree(FIELDS), &languages, &mut Vec::new());
        let timezone = Timezone::new("Asia/Makassar").expect("a zone");
        let reading = Reading { languages: &languages, lang: languages.get(1), timezone: &timezone };
        let shared = |text: &str, file| {
            let node = tree(text);
            let mut out = Vec::new();
            let mut mapping = Fields::of(&node, "", "", &mut out).expect("a mapping");
            let read = read_article(&fields, &mut mapping, &reading, file, &mut out);
            assert_eq!(out, [], "{text}");
            read.shared
        };
        let original = shared(original, ArticleFile::Original);
        let translation = shared(translation, ArticleFile::Translation);
        let found = contradictions(&translation, &original, &languages[1]);
        let said = |diagnostic: &Diagnostic| match &diagnostic.problem {
            Problem::SharedField { key, original } => format!(" {key}: {original}"),
            _ => String::new(),
        };
        let parts: Vec<String> =
            codes(&found).into_iter().zip(&found).map(|(code, diagnostic)| code + &said(diagnostic)).collect();
        assert_eq!(parts.join(", "), expected, "{translation:?}");
    }

    #[test]
    fn silence_and_repetition_agree() {
        check("{ venue: Aula, mode: b }", "{}", "");
        check("{ venue: Aula, region: maluku }", "{ region: maluku, venue: Aula, mode: a }", "");
        check("{ start: 2026-06-16T09:00+07:00 }", "{ start: 2026-06-16T10:00 }", "");
    }

    #[test]
    fn a_translation_may_repeat_the_text_of_its_language() {
        check("{ venue: { id: Aula, en: Hall } }", "{ venue: Hall }", "");
        check("{ speakers: [{ name: A, role: { id: Ketua, en: Head } }] }", "{ speakers: [{ role: Head }] }", "");
    }

    #[test]
    fn contradictions_show_what_the_original_says() {
        check("{ venue: { id: Aula, en: Hall } }", "{ venue: Aula }", "shared-field@9 venue: Hall / Aula");
        check("{ region: maluku }", "{ region: papua }", "shared-field@10 region: maluku");
        check("{ start: 2026-06-16 }", "{ start: 2026-06-16T00:00 }", "shared-field@9 start: 2026-06-16");
        check("{ speakers: [{ name: A }] }", "{ speakers: [{ name: A }, { name: B }] }", "shared-field@12 speakers: A");
        check("{}", "{ venue: Hall, mode: b }", "shared-field@9 venue: –, shared-field@21 mode: a");
    }
}
