//! What an open page is told when files change: no more than a browser has to do.

use crate::support::{Server, SiteTest, page};

fn site() -> SiteTest {
    SiteTest::new()
        .bilingual()
        .file("content/a.id.md", page("Satu", "Isi pertama.\n"))
        .file("content/b.id.md", page("Dua", "Isi lain.\n"))
        .file(
            "templates/page.html",
            "<title>{{ page.title }}</title><style>{{ styles(names=[\"x\"]) }}</style>\
            <link rel=\"stylesheet\" href=\"/luar.css\">{{ article.body }}</body>",
        )
        .file("styles/x.css", "p{color:red}")
        .file("static/luar.css", "p{margin:0}")
}

/// The next message that is not about what lies over the page.
fn told(events: &mut crate::support::Events) -> Option<(String, serde_json::Value)> {
    loop {
        let message = events.next()?;
        if message.0 != "state" && message.0 != "print" {
            return Some(message);
        }
    }
}

#[test]
fn a_page_is_told_of_its_own_changes_alone() {
    let test = site();
    let server = Server::start(&test, &[]);
    let answer = server.get("/a/");
    let mut events = server.events(&answer.query("/a/"));
    assert_eq!(told(&mut events), None);
    // Another page, then a touch without a change.
    let test = test.edit("content/b.id.md", "lain", "baru");
    server.wait_for("/b/", "Isi baru.");
    let test = test.append("content/a.id.md", "");
    assert_eq!(told(&mut events), None);
    let _test = test.edit("content/a.id.md", "pertama", "kedua");
    assert_eq!(told(&mut events).map(|(name, _)| name).as_deref(), Some("page"));
    assert!(server.get("/a/").text().contains("Isi kedua."));
}

#[test]
fn styles_are_changed_in_their_place() {
    let test = site();
    let server = Server::start(&test, &[]);
    let mut events = server.events(&server.get("/a/").query("/a/"));
    assert_eq!(told(&mut events), None);
    let test = test.file("styles/x.css", "p{color:green}");
    let (name, styles) = told(&mut events).expect("a message");
    assert_eq!((name.as_str(), styles), ("style", serde_json::json!(["p{color:green}"])));
    let _test = test.file("static/luar.css", "p{margin:1px}");
    let (name, files) = told(&mut events).expect("a message");
    assert_eq!((name.as_str(), files), ("files", serde_json::json!(["/luar.css"])));
}

#[test]
fn a_page_that_moves_takes_its_readers_along() {
    let test = site();
    let server = Server::start(&test, &[]);
    let mut events = server.events(&server.get("/a/").query("/a/"));
    assert_eq!(told(&mut events), None);
    let _test = test.edit("content/a.id.md", "title: Satu", "title: Satu\nslug: baru");
    assert_eq!(told(&mut events), Some(("go".to_owned(), "/baru/".into())));
}

#[test]
fn a_page_of_another_run_or_another_state_shows_itself_anew() {
    let test = site();
    let query = Server::start(&test, &[]).get("/a/").query("/a/");
    let server = Server::start(&test, &[]);
    assert_eq!(told(&mut server.events(&query)).map(|(name, _)| name).as_deref(), Some("reload"));
    let old = server.get("/a/").query("/a/");
    let _test = test.edit("content/a.id.md", "pertama", "kedua");
    server.wait_for("/a/", "Isi kedua.");
    assert_eq!(told(&mut server.events(&old)).map(|(name, _)| name).as_deref(), Some("page"));
}

#[test]
fn errors_lie_over_the_page_until_they_are_mended() {
    for (lang, words) in [("en", "2 errors,"), ("id", "2 kesalahan,")] {
        let test = site();
        let server = Server::start(&test, &["--lang", lang]);
        let mut events = server.events(&server.get("/a/").query("/a/"));
        assert_eq!(told(&mut events), None);
        let test = test.edit("content/a.id.md", "title: Satu", "title: [Satu");
        let state = events.wait_for("state");
        let html = state["html"].as_str().expect("HTML");
        for part in [words, "content/a.id.md:2:", "vscode://file/", "^", "title: [Satu", "/_desk/"] {
            assert!(html.contains(part), "{part} is missing in {html}");
        }
        // The page is there as it was.
        let answer = server.get("/a/");
        assert_eq!((answer.status, answer.text().contains("Isi pertama.")), (200, true));
        let _test = test.edit("content/a.id.md", "title: [Satu", "title: Satu");
        loop {
            let state = events.wait_for("state");
            if !state["html"].as_str().is_some_and(|html| html.contains("class=\"errors\"")) {
                break;
            }
        }
    }
}

#[test]
fn an_error_in_a_template_leaves_the_page_as_it_was() {
    let test = site();
    let server = Server::start(&test, &[]);
    let mut events = server.events(&server.get("/a/").query("/a/"));
    assert_eq!(told(&mut events), None);
    // Found only when a page is rendered.
    let test = test.edit("templates/page.html", "{{ article.body }}", "{{ article.body }}{{ article.tidak_ada }}");
    let html = events.wait_for("state")["html"].as_str().map(str::to_owned).expect("HTML");
    assert!(html.contains("templates/page.html:1:") && html.contains("as it last was"), "{html}");
    let answer = server.get("/a/");
    assert_eq!((answer.status, answer.text().contains("Isi pertama.")), (200, true));
    // A page that was never seen has nothing to show but the error.
    let other = server.get("/b/");
    assert_eq!((other.status, other.text().contains("templates/page.html:1:")), (500, true), "{}", other.text());
    let _test = test.edit("templates/page.html", "{{ article.tidak_ada }}", "");
    server.wait_for("/b/", "Isi lain.");
}

#[test]
fn links_that_lead_nowhere_are_marked() {
    let test = site().append("content/a.id.md", "Lihat [*di sini*](/tidak-ada).\n");
    let server = Server::start(&test, &[]);
    let state = server.events(&server.get("/a/").query("/a/")).wait_for("state");
    assert_eq!(state["broken"], serde_json::json!(["di sini"]), "{state}");
}
