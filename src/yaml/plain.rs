//! YAML without places, by serde: for data files, whose shape only templates know.

use serde_json::Value;

use super::parse::{BLOCK_LIMIT, DEPTH_LIMIT};

/// Says why a data file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainError {
    pub reason: String,
    /// The byte where it was noticed.
    pub at: usize,
}

/// Reads YAML into plain values.
///
/// # Errors
/// When the text is not YAML, or so large or deep that the parser's time would grow with its
/// square.
pub fn plain(text: &str) -> Result<Value, PlainError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > BLOCK_LIMIT {
        return Err(PlainError { reason: format!("more than {BLOCK_LIMIT} bytes"), at: 0 });
    }
    if let Some(at) = too_deep(text) {
        return Err(PlainError { reason: format!("nested deeper than {DEPTH_LIMIT}"), at });
    }
    let value: serde_yaml::Value = serde_yaml::from_str(text).map_err(|error| {
        let at = error.location().map_or(0, |location| location.index());
        PlainError { reason: error.to_string(), at }
    })?;
    serde_json::to_value(value).map_err(|error| PlainError { reason: error.to_string(), at: 0 })
}

/// Finds where open brackets go deeper than the limit, without regard to quotes: a text with so
/// many is refused rather than read slowly.
fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEPTH_LIMIT {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::yaml::{Kind, Node, Scalar, parse};
    use proptest::prelude::*;

    fn meaning(node: &Node) -> Value {
        match (&node.kind, node.scalar()) {
            (Kind::List(items), _) => items.iter().map(meaning).collect(),
            (Kind::Mapping(entries), _) => entries
                .iter()
                .map(|entry| (entry.key.clone(), meaning(&entry.value)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            (_, Some(Scalar::Boolean(value))) => value.into(),
            (_, Some(Scalar::Integer(value))) => value.into(),
            (_, Some(Scalar::Decimal(value))) => value.into(),
            (_, Some(Scalar::Text(text))) => text.into(),
            (_, Some(Scalar::Null) | None) => Value::Null,
        }
    }

    fn value() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            (-1.0e6..1.0e6_f64).prop_map(Value::from),
            "[a-zA-Z0-9 é:#'\"|>&*!%@`,\\[\\]{}~?-]{0,12}".prop_map(Value::from),
            "(yes|no|null|~|true|0x1F|012|1e3|\\.5|2026-06-16|on|=)".prop_map(Value::from),
        ];
        scalar.prop_recursive(4, 32, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
                prop::collection::btree_map("[a-z_é]{1,8}", inner, 0..5)
                    .prop_map(|map| Value::from(map.into_iter().collect::<serde_json::Map<_, _>>())),
            ]
        })
    }

    proptest! {
        /// The spanned tree and serde read the same values.
        #[test]
        fn the_two_readings_agree(value in value()) {
            let text = serde_yaml::to_string(&value).expect("any value can be written");
            let file = SourcePath::new("a.yaml").expect("a path");
            let checked = parse(&text, &file, 0);
            prop_assert!(checked.diagnostics.is_empty(), "{text}\n{:?}", checked.diagnostics);
            let tree = checked.value.as_ref().map_or(Value::Null, meaning);
            prop_assert_eq!(tree, plain(&text).expect("serde reads what it wrote"), "{}", text);
        }

        /// No bytes make the parser panic, and no span leaves the file.
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,200}|[\\[\\]{}:,\\-#&*!|>'\" \n\ta-c]{0,80}") {
            let file = SourcePath::new("a.yaml").expect("a path");
            for diagnostic in parse(&text, &file, 0).diagnostics {
                let span = diagnostic.span.expect("a place");
                prop_assert!(span.start <= span.end && span.end <= text.len());
            }
        }
    }

    #[test]
    fn deep_and_large_texts_are_refused() {
        assert!(plain(&"[".repeat(100_000)).is_err());
        assert!(plain(&"a".repeat(BLOCK_LIMIT + 1)).is_err());
    }
}
