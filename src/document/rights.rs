//! What an article's front matter says of its rights: `licence`, `republish`, `feed` and
//! `contributed`.
//!
//! **Invariant:** what contradicts the consent of a contributor is an error, and gives nothing.

use crate::config::{self, Config, Licence};
use crate::diagnostic::{Diagnostic, Problem};
use crate::yaml::{self, Fields, Kind, Node};

use super::{Shared, say};

/// How much of an article stands in feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedExtent {
    Full,
    Summary,
    /// The article stands in no feed and no embed.
    Nothing,
}

/// An article that somebody sent in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The version of the agreement that they signed.
    pub agreement: Option<String>,
    /// They let others republish it.
    pub may_republish: bool,
}

/// Reads the keys and says where they contradict each other.
pub(super) fn rights(fields: &mut Fields, config: &Config, shared: &mut Shared, out: &mut Vec<Diagnostic>) {
    let licence = fields.take("licence");
    let republish = fields.take("republish");
    let feed = fields.take("feed");
    shared.licence = licence.and_then(|node| config::licence(node, out));
    shared.republish = republish.and_then(|node| yaml::boolean(node, "republish", out));
    shared.feed = feed.and_then(|node| feed_extent(node, out));
    shared.contribution = fields.take("contributed").and_then(|node| contribution(node, out));
    let is_open = |written: &Option<String>| written.as_deref().is_some_and(|text| Licence::of(text).is_open());
    if shared.contribution.as_ref().is_some_and(|contribution| !contribution.may_republish) {
        let against = [
            ("licence", licence.filter(|_| is_open(&shared.licence))),
            ("republish", republish.filter(|_| shared.republish == Some(true))),
            ("feed", feed.filter(|_| shared.feed == Some(FeedExtent::Full))),
        ];
        for (key, node) in against {
            if let Some(node) = node {
                say(out, node.span.clone(), Problem::RepublishWithoutConsent { key: key.to_owned() });
            }
        }
        return;
    }
    let effective = shared.licence.as_ref().or(config.licence.as_ref());
    if let (Some(node), Some(false), Some(effective)) = (republish, shared.republish, effective)
        && Licence::of(effective).is_open()
    {
        let licence = Licence::of(effective).name;
        say(out, node.span.clone(), Problem::RepublishAgainstLicence { licence });
    }
}

fn feed_extent(node: &Node, out: &mut Vec<Diagnostic>) -> Option<FeedExtent> {
    yaml::choice(node, "feed", &["full", "summary", "none"], out).map(|word| match word {
        "full" => FeedExtent::Full,
        "summary" => FeedExtent::Summary,
        _ => FeedExtent::Nothing,
    })
}

/// `true`, or what the contributor agreed to.
fn contribution(node: &Node, out: &mut Vec<Diagnostic>) -> Option<Contribution> {
    if let Kind::Scalar { .. } = &node.kind {
        let is_contributed = yaml::boolean(node, "contributed", out)?;
        return is_contributed.then_some(Contribution { agreement: None, may_republish: false });
    }
    let mut fields = Fields::of(node, "contributed", "contributed", out)?;
    let agreement = fields.take("agreement").and_then(|node| yaml::text(node, "agreement", out));
    let may_republish = fields.take("republish").and_then(|node| yaml::boolean(node, "republish", out));
    fields.finish(out);
    Some(Contribution { agreement, may_republish: may_republish.unwrap_or(false) })
}
