//! `.htaccess`, which Apache reads in the folder of a site. It needs `AllowOverride FileInfo`.

use std::fmt::Write;

use crate::route::RouteTable;
use crate::site::Site;

use super::web_server::{WebServer, headers};
use super::{ALWAYS, Sending, UNFRAMED};

/// Files whose type is said without a character set, by the ends of their names.
const TEXTS: &str = ".css .csv .html .js .json .md .svg .txt .xml";

pub(super) fn text(site: &Site, table: &RouteTable) -> String {
    let server = WebServer::of(site, table);
    let mut text = format!("ErrorDocument 404 \"{}\"\n", server.not_found);
    for (folder, page) in &server.elsewhere {
        let found = WebServer::below(folder);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "<If \"%{{REQUEST_URI}} =~ m#{found}#\">\n  ErrorDocument 404 \"{page}\"\n</If>");
    }
    let _ = writeln!(text, "AddDefaultCharset utf-8\n<IfModule mod_mime.c>\n  AddCharset utf-8 {TEXTS}\n</IfModule>");
    let _ = writeln!(text, "<IfModule mod_headers.c>");
    for (name, value) in ALWAYS.into_iter().chain([UNFRAMED]) {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "  Header set Cache-Control \"{}\"\n</IfModule>", Sending::USUAL.keeping.words());
    for (expression, sending) in server.expressions() {
        let _ = writeln!(text, "<If \"%{{REQUEST_URI}} =~ m#{expression}#\">");
        if let Some(media) = sending.media {
            let _ = writeln!(text, "  ForceType \"{media}\"");
        }
        let _ = writeln!(text, "  <IfModule mod_headers.c>");
        for (name, value) in headers(sending).into_iter().filter(|header| *header != UNFRAMED) {
            let _ = writeln!(text, "    Header set {name} \"{value}\"");
        }
        if sending.is_framed {
            let _ = writeln!(text, "    Header always unset {}", UNFRAMED.0);
        }
        let _ = writeln!(text, "  </IfModule>\n</If>");
    }
    text
}
