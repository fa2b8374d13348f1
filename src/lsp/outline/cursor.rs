//! Where a cursor stands in YAML.

use std::ops::Range;

use super::scan::{End, scan};
use super::{Outline, Step};

/// A place where something may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) kind: SpotKind,
    /// From the root to what is written: the mapping of a key, the key or item of a value.
    pub(crate) path: Vec<Step>,
    /// The entry that the path leads to; for an item within brackets, its list.
    pub(crate) entry: Option<usize>,
    /// The bytes of what stands there already.
    pub(crate) token: Range<usize>,
    /// The token's part before the cursor.
    pub(crate) prefix: String,
    pub(crate) is_flow: bool,
}

/// What may be written at a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SpotKind {
    Key,
    Value,
}

/// Finds the spot of a cursor in a text; both count bytes from `offset`.
pub(crate) fn spot(text: &str, offset: usize, cursor: usize) -> Option<Spot> {
    let at = cursor.checked_sub(offset).filter(|at| text.is_char_boundary(*at))?;
    let before = scan(&text[..at]);
    let after = &text[at..];
    let after = &after[..after.find(['\n', '\r']).unwrap_or(after.len())];
    let (kind, mut path, entry, token, is_flow) = match before.end {
        End::Nowhere => return None,
        End::Key { parent, token, is_flow } => (SpotKind::Key, before.outline.path(parent), parent, token, is_flow),
        End::Value { entry, token, is_flow } => {
            (SpotKind::Value, before.outline.path(Some(entry)), Some(entry), token, is_flow)
        }
        End::FlowItem { list, token } => (SpotKind::Value, before.outline.path(list), list, token, true),
    };
    if matches!(before.end, End::FlowItem { .. }) {
        path.push(Step::Item);
    }
    let rest = if token == at { 0 } else { rest(kind, is_flow, &text[token..at], after) };
    Some(Spot { kind, path, entry, token: token + offset..cursor + rest, prefix: text[token..at].to_owned(), is_flow })
}

/// How much of what follows a cursor belongs to the token before it.
fn rest(kind: SpotKind, is_flow: bool, before: &str, after: &str) -> usize {
    let quote = before.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    if let Some(quote) = quote {
        return after.find(quote).map_or(0, |at| at + 1);
    }
    match kind {
        SpotKind::Key => after.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(after.len()),
        SpotKind::Value => {
            let ends: &[char] = if is_flow { &[',', ']', '}', '#'] } else { &['#'] };
            after[..after.find(ends).unwrap_or(after.len())].trim_end().len()
        }
    }
}

impl Spot {
    /// The names of the keys that stand beside it, without the one that is being written.
    pub(crate) fn siblings<'o>(&self, outline: &'o Outline) -> Vec<&'o str> {
        let others = outline.children(self.entry).filter(|entry| !self.touches(&entry.span));
        others.filter_map(|entry| entry.step.key()).collect()
    }

    /// The bytes of the values that stand in the same list.
    pub(crate) fn items(&self, outline: &Outline) -> Vec<Range<usize>> {
        let own = self.entry.and_then(|entry| outline.entries.get(entry));
        let list = match own {
            Some(entry) if entry.step == Step::Item => entry.parent,
            _ => self.entry,
        };
        let others = outline.children(list).filter(|entry| entry.step == Step::Item);
        others.filter_map(|entry| entry.value.clone()).filter(|value| !self.touches(value)).collect()
    }

    fn touches(&self, range: &Range<usize>) -> bool {
        range.start <= self.token.end && self.token.start <= range.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A text with `|` for the cursor, and `kind path prefix siblings`.
    fn check(marked: &str, expected: &str) {
        let cursor = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let outline = Outline::of(&text, 0);
        let found = spot(&text, 0, cursor).map_or_else(
            || "nowhere".to_owned(),
            |spot| {
                let step = |step: &Step| step.key().unwrap_or("-").to_owned();
                let path: Vec<String> = spot.path.iter().map(step).collect();
                let siblings = match spot.kind {
                    SpotKind::Key => spot.siblings(&outline).join(" "),
                    SpotKind::Value => {
                        spot.items(&outline).into_iter().map(|item| &text[item]).collect::<Vec<_>>().join(" ")
                    }
                };
                format!("{:?} {} <{}> [{siblings}]", spot.kind, path.join("."), &text[spot.token.clone()])
            },
        );
        assert_eq!(found, expected, "{marked:?}");
    }

    #[test]
    fn keys_stand_in_the_mapping_of_their_indentation() {
        check("|", "Key  <> []");
        check("tit|", "Key  <tit> []");
        check("title: x\nda|\ntags: [a]\n", "Key  <da> [title tags]");
        check("title: x\n|", "Key  <> [title]");
        check("translation:\n  |", "Key translation <> []");
        check("translation:\n  of: id\n  st|ate\nx: y", "Key translation <state> [of]");
        check("a:\n  b:\n    c: d\n  e|", "Key a <e> [b]");
        check("speakers:\n  - name: x\n    ro|", "Key speakers.- <ro> [name]");
        check("speakers:\n  - name: x\n    role: y\n  - na|", "Value speakers.- <na> []");
        check("title: x\r\nda|\r\n", "Key  <da> [title]");
    }

    #[test]
    fn values_belong_to_the_key_before_them() {
        check("title: x|", "Value title <x> []");
        check("draft: |", "Value draft <> []");
        check("draft:|", "nowhere");
        check("draft: t|rue", "Value draft <true> []");
        check("translation:\n  of: |\n", "Value translation.of <> []");
        check("tags:\n  - |", "Value tags.- <> []");
        check("tags:\n- a\n- b|\n- c", "Value tags.- <b> [a c]");
        check("title: \"a|b\" # c", "Value title <\"ab\"> []");
        check("title: x # a|", "nowhere");
        check("summary: |\n", "Value summary <> []");
    }

    #[test]
    fn brackets_hold_keys_and_items() {
        check("tags: [a, |]", "Value tags.- <> [a]");
        check("tags: [a, b|, c]", "Value tags.- <b> [a c]");
        check("tags: [|", "Value tags.- <> []");
        check("tags: [a, b|\ndate: x", "Value tags.- <b> [a]");
        check("name: { id: a, |}", "Key name <> [id]");
        check("name: { e|", "Key name <e> []");
        check("name: { id: |, en: b }", "Value name.id <> []");
        check("theme: { name: tenun, settings: { sh| } }", "Key theme.settings <sh> []");
        check("menus:\n  main:\n    - { page: a }\n    - { pa|", "Key menus.main.- <pa> []");
        check("tags: [a,\n  b|]", "Value tags.- <b> [a]");
        check("tags: [a]\nda|", "Key  <da> [tags]");
        check("a: { b: [c] }|", "nowhere");
    }

    #[test]
    fn brackets_that_were_never_closed_end_with_the_next_key() {
        check("tags: [a, b\ndate: 2026\nti|", "Key  <ti> [tags date]");
        check("a:\n  b: { c: d\n  e: f\n  g|", "Key a <g> [b e]");
    }

    #[test]
    fn texts_over_several_lines_have_no_keys() {
        check("summary: >\n  some wo|rds\n", "nowhere");
        check("summary: >\n  some: words\n\n  mo|re\n", "nowhere");
        check("summary: >\n  some: words\nda|", "Key  <da> [summary]");
        check("- text: >\n    a: b\n  spe|", "Key - <spe> [text]");
    }

    proptest! {
        #[test]
        fn any_text_and_cursor_give_a_spot_within_the_line(
            text in "[-a:é \\[\\]{}|>\"'#,\r\n&*]{0,60}", cursor in 0_usize..80, offset in 0_usize..5
        ) {
            let cursor = cursor.min(text.len());
            let outline = Outline::of(&text, offset);
            for entry in &outline.entries {
                for range in [Some(&entry.span), entry.value.as_ref()].into_iter().flatten() {
                    prop_assert!(range.start >= offset && range.end <= text.len() + offset);
                    prop_assert!(text.get(range.start - offset..range.end - offset).is_some());
                }
            }
            if let Some(spot) = spot(&text, offset, cursor + offset) {
                let token = &text[spot.token.start - offset..spot.token.end - offset];
                prop_assert!(!token.contains(['\n', '\r']), "{token:?}");
                prop_assert!(spot.token.start <= cursor + offset && cursor + offset <= spot.token.end);
                prop_assert!(spot.entry.is_none_or(|entry| entry < outline.entries.len()), "{spot:?}");
                let _ = (spot.siblings(&outline), spot.items(&outline));
            }
        }
    }
}
