//! nginx, Apache and Caddy with what they are told, asked for every kind of file.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::publication::{Publication, expected};
use crate::support::Answer;

/// A web server; it ends with the test.
struct WebServer {
    child: Child,
    address: String,
    log: PathBuf,
}

impl Drop for WebServer {
    fn drop(&mut self) {
        // Its workers end with it when it is asked to end.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// The place of a program; none, and said, when the machine does not have it and need not.
fn program(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    // Servers lie where only administrators look.
    let folders = std::env::split_paths(&paths).chain([PathBuf::from("/usr/sbin")]);
    let found = folders.map(|folder| folder.join(name)).find(|place| place.is_file());
    if found.is_none() {
        assert!(std::env::var_os("KABAR_ALL_TOOLS").is_none(), "{name} is not installed");
        eprintln!("Skipped: {name} is not installed.");
    }
    found
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port()
}

/// Starts a program whose configuration is made of its port and a folder of its own.
fn start(program: &Path, folder: &Path, configure: impl Fn(u16) -> String, arguments: &[&str]) -> WebServer {
    let port = free_port();
    let file = folder.join("server.conf");
    fs::write(&file, configure(port)).expect("a file");
    let log = folder.join("said.txt");
    let said = fs::File::create(&log).expect("a file");
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null()).stderr(said.try_clone().expect("a file")).stdout(said);
    command.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
    for argument in arguments {
        command.arg(argument.replace("FILE", &file.to_string_lossy()));
    }
    let address = format!("127.0.0.1:{port}");
    let server = WebServer { child: command.spawn().expect("the program starts"), address, log };
    let begun = Instant::now();
    while Answer::from(&server.address, "/").is_err() {
        let said = || fs::read_to_string(&server.log).unwrap_or_default();
        assert!(begun.elapsed() < Duration::from_secs(30), "it never answers: {}", said());
        thread::sleep(Duration::from_millis(30));
    }
    server
}

/// Asks for everything, and says what comes otherwise than it should.
fn check(publication: &Publication, server: &WebServer, base: &str) {
    let mut wrong = Vec::new();
    for (kind, url) in publication.one_of_each() {
        // Files for hosts are none of the site.
        if kind.starts_with("host-") {
            continue;
        }
        let answer = Answer::from(&server.address, &url).expect("an answer");
        if answer.status != 200 {
            wrong.push(format!("{url}: {}", answer.status));
        }
        let wanted = expected(&kind, &url);
        let names = ["access-control-allow-origin", "x-frame-options", "cache-control", "content-security-policy"];
        for name in wanted.keys().copied().chain(names) {
            let found = answer.headers.get(name).map(|value| value.to_ascii_lowercase());
            let wanted = wanted.get(name).map(|value| value.to_ascii_lowercase());
            if found != wanted {
                wrong.push(format!("{kind} {url}: {name}: {found:?} in place of {wanted:?}"));
            }
        }
    }
    let missing = [
        ("/tidak-ada/", "/404.html"),
        ("/en/nothing/at-all", "/en/404.html"),
        ("/feed-x.xml", "/404.html"),
        ("/embed/v99.js", "/404.html"),
    ];
    for (asked, page) in missing {
        let answer = Answer::from(&server.address, &format!("{base}{asked}")).expect("an answer");
        let there = Answer::from(&server.address, &format!("{base}{page}")).expect("an answer");
        let kind = answer.headers.get("content-type").map(String::as_str);
        if answer.header("cache-control").contains("immutable") {
            wrong.push(format!("{asked}: kept for ever, though it is not there"));
        }
        if answer.status != 404 || answer.body != there.body || kind != Some("text/html; charset=utf-8") {
            wrong.push(format!("{asked}: {}, {kind:?}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), fs::read_to_string(&server.log).unwrap_or_default());
}

/// A site for each place that it may lie in, and a folder for what its server writes.
fn everywhere(look: impl Fn(&Publication, &str, &Path, &Path)) {
    for base in ["", "/di/kabar"] {
        let publication = Publication::new(base);
        let site = publication.build();
        let folder = tempfile::tempdir().expect("a folder");
        // Started by an administrator, servers read as somebody who may not look into our folders.
        for place in [folder.path(), site.parent().expect("a folder")] {
            Command::new("chmod").arg("755").arg(place).status().expect("chmod");
        }
        look(&publication, base, &site, folder.path());
    }
}

#[test]
fn nginx_sends_what_it_is_told() {
    let Some(program) = program("nginx") else { return };
    everywhere(|publication, base, site, folder| {
        let told = publication.test.run(&["hosting", "nginx"]).ends_with(0).out;
        fs::write(folder.join("kabar.conf"), told).expect("a file");
        let (site, own) = (site.display(), folder.display());
        let temporary =
            ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|kind| format!("{kind}_temp_path {own}/{kind};"));
        let configure = |port| {
            format!(
                "daemon off;\npid {own}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{}\ninclude /etc/nginx/mime.types;\n\
                 access_log off;\nserver {{\nlisten 127.0.0.1:{port};\nroot {site};\ninclude {own}/kabar.conf;\n}}\n}}\n",
                temporary.join("\n")
            )
        };
        let server = start(&program, folder, configure, &["-p", ".", "-e", "stderr", "-c", "FILE"]);
        check(publication, &server, base);
    });
}

#[test]
fn apache_sends_what_it_is_told() {
    let Some(program) = program("apache2") else { return };
    everywhere(|publication, base, site, folder| {
        let (site, own) = (site.display(), folder.display());
        let modules = ["mpm_event", "authz_core", "dir", "mime", "headers"];
        let modules = modules.map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"));
        let configure = |port| {
            format!(
                "{}\nUser www-data\nGroup www-data\nServerName uji.example\nPidFile {own}/pid\nErrorLog /dev/stderr\n\
                 DefaultRuntimeDir {own}\nTypesConfig /etc/mime.types\nListen 127.0.0.1:{port}\nDocumentRoot {site}\n\
                 <Directory {site}>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n",
                modules.join("\n")
            )
        };
        let server = start(&program, folder, configure, &["-D", "FOREGROUND", "-f", "FILE"]);
        check(publication, &server, base);
    });
}

#[test]
fn caddy_sends_what_it_is_told() {
    let Some(program) = program("caddy") else { return };
    everywhere(|publication, base, site, folder| {
        let told = publication.test.run(&["hosting", "caddy"]).ends_with(0).out;
        fs::write(folder.join("kabar.caddy"), told).expect("a file");
        let (site, own) = (site.display(), folder.display());
        let configure = |port| {
            format!(
                "{{\nadmin off\nauto_https off\n}}\nhttp://127.0.0.1:{port} {{\nbind 127.0.0.1\nroot * {site}\n\
                 file_server\nimport {own}/kabar.caddy\n}}\n"
            )
        };
        let server = start(&program, folder, configure, &["run", "--config", "FILE", "--adapter", "caddyfile"]);
        check(publication, &server, base);
    });
}
