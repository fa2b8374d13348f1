//! What Caddy imports into the block of a site: `import FILE`, beside its `root` and `file_server`.

use std::fmt::Write;

use crate::route::RouteTable;
use crate::site::Site;

use super::web_server::{WebServer, headers};
use super::{ALWAYS, Sending, UNFRAMED};

pub(super) fn text(site: &Site, table: &RouteTable) -> String {
    let server = WebServer::of(site, table);
    // Within `route` the order counts: what follows takes the place of what was said.
    let mut text = "route {\n\theader {\n".to_owned();
    for (name, value) in ALWAYS.into_iter().chain(headers(Sending::USUAL)) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\t\t{name} \"{value}\"");
    }
    text.push_str("\t}\n");
    for (number, (expression, sending)) in server.expressions().enumerate() {
        let _ = writeln!(text, "\t@kabar{number} path_regexp `{expression}`\n\theader @kabar{number} {{");
        if let Some(media) = sending.media {
            let _ = writeln!(text, "\t\tContent-Type \"{media}\"");
        }
        for (name, value) in headers(sending).into_iter().filter(|header| *header != UNFRAMED) {
            let _ = writeln!(text, "\t\t{name} \"{value}\"");
        }
        if sending.is_framed {
            let _ = writeln!(text, "\t\t-{}", UNFRAMED.0);
        }
        text.push_str("\t}\n");
    }
    text.push_str("}\nhandle_errors {\n\t@kabar expression `{http.error.status_code} == 404`\n\thandle @kabar {\n");
    // What was said of the address itself is still there, and is none of this page.
    text.push_str("\t\theader Content-Type \"text/html; charset=utf-8\"\n\t\theader Cache-Control no-cache\n");
    for (number, (folder, page)) in server.elsewhere.iter().enumerate() {
        let _ = writeln!(text, "\t\t@kabar{number} path_regexp `{}`", WebServer::below(folder));
        let _ = writeln!(text, "\t\thandle @kabar{number} {{\n\t\t\trewrite * \"{page}\"\n\t\t\tfile_server\n\t\t}}");
    }
    let _ =
        writeln!(text, "\t\thandle {{\n\t\t\trewrite * \"{}\"\n\t\t\tfile_server\n\t\t}}\n\t}}\n}}", server.not_found);
    text
}
