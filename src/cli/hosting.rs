//! `kabar hosting`

use std::io;

use crate::config::Host;
use crate::hosting::told;

use super::arguments::{HostName, HostingArguments};
use super::build::refused;
use super::load;
use super::report::{Counts, Report};

pub(super) fn run(arguments: &HostingArguments, report: &Report) -> io::Result<bool> {
    let host = match arguments.host {
        HostName::Netlify => Host::Netlify,
        HostName::Cloudflare => Host::Cloudflare,
        HostName::Apache => Host::Apache,
        HostName::Nginx => Host::Nginx,
        HostName::Caddy => Host::Caddy,
    };
    let workspace = load(&arguments.site)?;
    let counts = Counts::of(&workspace.diagnostics);
    let snapshot = workspace.snapshot.as_ref().filter(|_| !counts.refuse(arguments.site.strict));
    let Some(snapshot) = snapshot else {
        return Ok(refused(&workspace, &[], arguments.site.strict, report));
    };
    report.print(told(host, &snapshot.site, &snapshot.routes).trim_end());
    Ok(true)
}
