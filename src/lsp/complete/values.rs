//! Values of keys and items of lists.

use lsp_types::CompletionItemKind;

use crate::lsp::candidates::{Candidate, candidates};
use crate::lsp::here::{Here, Yaml};
use crate::lsp::meaning::{Meaning, meaning, of_shortcode};
use crate::lsp::outline::{Spot, Step, unquoted};
use crate::lsp::shape::Form;

use super::keys::{escape, named};
use super::{Offer, Offers, meant};

/// What stands around a value when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    Nothing,
    /// It begins a list within brackets.
    Brackets,
    /// It begins an item on a line of its own.
    Hyphen,
    /// The quotation marks that are there already.
    Quotes,
}

/// What may stand as a value at a spot.
pub(super) fn values(here: &Here, yaml: &Yaml, spot: &Spot) -> Option<Offers> {
    let text = here.text.as_str();
    let is_quoted = spot.prefix.starts_with(['"', '\'']);
    let (_, inside) = unquoted(text, spot.token.clone());
    let (bytes, prefix) =
        if is_quoted { (inside, &spot.prefix[1..]) } else { (spot.token.clone(), spot.prefix.as_str()) };
    if here.byte < bytes.start || here.byte > bytes.end {
        return None;
    }
    let shape = yaml.at(&spot.path);
    let form = shape.as_ref().map(|shape| shape.form());
    let is_list = spot.path.last() != Some(&Step::Item) && form == Some(Form::Names);
    let around = match (is_quoted, is_list) {
        (true, _) => Around::Quotes,
        (false, true) => Around::Brackets,
        (false, false) => Around::Nothing,
    };
    let mut all = offers(here, yaml, spot, &spot.path, around);
    if spot.path.last() == Some(&Step::Item) && !is_quoted && form == Some(Form::Mapping) && !spot.is_flow {
        all.extend(named(here, yaml, spot, &spot.path));
    }
    Some(Offers { bytes, all: meant(all, prefix) })
}

/// The values that may stand at a path.
pub(super) fn offers(here: &Here, yaml: &Yaml, spot: &Spot, path: &[Step], around: Around) -> Vec<Offer> {
    let written: Vec<&str> = match path.last() {
        Some(Step::Item) => {
            let items = spot.items(&yaml.outline).into_iter();
            items.map(|item| unquoted(here.text.as_str(), item).0).collect()
        }
        _ => Vec::new(),
    };
    let found = found(here, yaml, path).into_iter().filter(|candidate| !written.contains(&candidate.text.as_str()));
    found.map(|candidate| offer(candidate, around, spot.is_flow)).collect()
}

fn found(here: &Here, yaml: &Yaml, path: &[Step]) -> Vec<Candidate> {
    let content_type = here.content_type(&yaml.outline);
    let meaning = match &yaml.shortcode {
        Some(name) => of_shortcode(name, path),
        None => meaning(&here.file, path, here.config(), content_type),
    };
    if let Some(meaning) = meaning {
        let mut found = candidates(here, &meaning);
        if meaning == Meaning::Licence {
            found.extend(here.config().and_then(|config| config.licence.as_deref()).and_then(|own| {
                let is_known = found.iter().any(|known| known.text == own);
                (!is_known).then(|| Candidate::new(own, CompletionItemKind::VALUE))
            }));
        }
        return found;
    }
    let word = |word: String| Candidate::new(word, CompletionItemKind::ENUM_MEMBER);
    match yaml.at(path).map(|shape| shape.form()) {
        Some(Form::Words(words)) => words.into_iter().map(word).collect(),
        Some(Form::Switch) => ["true", "false"].map(str::to_owned).map(word).to_vec(),
        _ => Vec::new(),
    }
}

fn offer(candidate: Candidate, around: Around, is_flow: bool) -> Offer {
    let scalar = if around == Around::Quotes {
        candidate.text.clone()
    } else {
        quoted(&candidate.text, is_flow || around == Around::Brackets)
    };
    let (plain, snippet, label) = match around {
        Around::Nothing | Around::Quotes => (scalar, None, candidate.text.clone()),
        Around::Brackets => {
            let snippet = format!("[{}$0]", escape(&scalar));
            (format!("[{scalar}]"), Some(snippet), candidate.text.clone())
        }
        Around::Hyphen => (format!("- {scalar}"), None, format!("- {}", candidate.text)),
    };
    // Who knows the name and not the id finds it too.
    let filter = match &candidate.detail {
        Some(detail) => format!("{} {detail}", candidate.text),
        None => candidate.text.clone(),
    };
    Offer { label, detail: candidate.detail, about: candidate.about, kind: candidate.kind, plain, snippet, filter }
}

/// A text as a scalar of YAML.
fn quoted(text: &str, is_flow: bool) -> String {
    let starts = ['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', ' '];
    let has_brackets = is_flow && text.contains([',', '[', ']', '{', '}']);
    let is_read_otherwise = matches!(text, "true" | "false" | "null" | "~" | "") || text.parse::<f64>().is_ok();
    let is_plain =
        !text.starts_with(starts) && !text.contains(": ") && !text.contains(" #") && !text.ends_with([':', ' ']);
    if is_plain && !has_brackets && (!is_read_otherwise || matches!(text, "true" | "false")) {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_read_otherwise_is_quoted() {
        for plain in ["a", "/a/b", "article:a", "true", "a b", "CC-BY-4.0", "Asia/Jakarta"] {
            assert_eq!(quoted(plain, false), plain);
        }
        assert_eq!(quoted("12", false), "\"12\"");
        assert_eq!(quoted("- a", false), "\"- a\"");
        assert_eq!(quoted("a, b", true), "\"a, b\"");
        assert_eq!(quoted("a: \"b\"", false), "\"a: \\\"b\\\"\"");
    }
}
