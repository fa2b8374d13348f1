//! What nginx includes in the `server` block of a site.
//!
//! A block that adds one header inherits none, so each says all of them.

use std::fmt::Write;

use crate::route::RouteTable;
use crate::site::Site;

use super::web_server::{WebServer, headers};
use super::{ALWAYS, Sending};

/// Types that are sent with their character set; `text/html` always is.
const TEXTS: &str = "text/css text/csv text/javascript text/markdown text/plain text/xml application/javascript \
                     application/json application/xml image/svg+xml";

pub(super) fn text(site: &Site, table: &RouteTable) -> String {
    let server = WebServer::of(site, table);
    let mut text = format!("charset utf-8;\ncharset_types {TEXTS};\n");
    add(&mut text, "", Sending::USUAL);
    // Writing to a string cannot fail.
    let _ = writeln!(text, "error_page 404 \"{}\";", server.not_found);
    for (folder, page) in &server.elsewhere {
        let _ = writeln!(text, "location \"{folder}\" {{\n    error_page 404 \"{page}\";\n}}");
    }
    for (expression, sending) in server.expressions() {
        let _ = writeln!(text, "location ~ \"{}\" {{", expression.replace('\\', "\\\\"));
        if let Some(media) = sending.media {
            let _ = writeln!(text, "    types {{ }}\n    default_type \"{media}\";");
        }
        add(&mut text, "    ", sending);
        let _ = writeln!(text, "}}");
    }
    text
}

fn add(text: &mut String, indent: &str, sending: Sending) {
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
    }
    for (name, value) in headers(sending) {
        let _ = writeln!(text, "{indent}add_header {name} \"{value}\";");
    }
}
