//! What a hub is told after publishing: the feeds whose bytes are others than when it was last told
//! (WebSub, W3C Recommendation of 2018, §7).
//!
//! **Invariant:** what a hub did not take is not remembered, so that the next run tells it again.
//! **Invariant:** what is remembered lies in the user's cache, outside of every publication;
//! deleting it costs questions only.

mod memory;

use rayon::prelude::*;

use crate::base::Fingerprint;
use crate::check::external::{Answer, Network};
use crate::diagnostic::{Diagnostic, Problem};
use crate::render::{Body, Snapshot, render};
use crate::route::{Artifact, Route};

pub use memory::Memory;

/// A feed as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// Its whole address.
    pub url: String,
    fingerprint: String,
}

/// What came of telling a hub.
#[derive(Debug, Default)]
pub struct Told {
    /// The feeds that the hub knows of now.
    pub taken: Vec<Feed>,
    pub diagnostics: Vec<Diagnostic>,
}

/// All feeds of a site, in the order of their addresses; archives are nobody's news.
pub fn feeds(snapshot: &Snapshot) -> Vec<Feed> {
    let is_feed = |route: &&Route| matches!(route.artifact, Artifact::Feed(..));
    let routes: Vec<&Route> = snapshot.routes.iter().filter(is_feed).collect();
    let feed = |route: &&Route| match render(snapshot, route).ok()?.body {
        Body::Bytes(bytes) => Some(Feed {
            url: snapshot.site.config.origin.absolute(&route.url),
            fingerprint: Fingerprint::of(&bytes).to_string(),
        }),
        Body::CopyOf(_) => None,
    };
    routes.par_iter().filter_map(feed).collect()
}

/// The feeds that a hub has not been told of as they are now.
pub fn due(feeds: Vec<Feed>, hub: &str, memory: &Memory) -> Vec<Feed> {
    feeds.into_iter().filter(|feed| !memory.knows(hub, feed)).collect()
}

/// Tells a hub of feeds, one after the other, and stops where it cannot be reached.
pub fn tell(hub: &str, network: &Network, feeds: Vec<Feed>) -> Told {
    let mut told = Told::default();
    for feed in feeds {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("hub.mode", "publish")
            .append_pair("hub.url", &feed.url)
            .finish();
        let Answer::Dead { fault, detail } = network.post(hub, &form) else {
            told.taken.push(feed);
            continue;
        };
        let is_unreachable = fault != "status";
        let problem = Problem::HubRefused { hub: hub.to_owned(), feed: feed.url, fault, detail };
        told.diagnostics.push(Diagnostic::nowhere(problem));
        if is_unreachable {
            break;
        }
    }
    told
}
