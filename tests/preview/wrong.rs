//! A publication that is wrong: what is shown instead, and how it comes back.

use crate::support::{Server, SiteTest, page};

#[test]
fn a_start_without_a_configuration_is_a_page_that_says_so_until_there_is_one() {
    for (lang, words) in [("en", "There is nothing to show yet"), ("id", "Belum ada yang dapat ditampilkan")] {
        let test = SiteTest::new().minimal();
        let kabar = std::fs::read_to_string(test.root().join("kabar.yaml")).expect("a configuration");
        let test = test.file("kabar.yaml", "title: [").file("content/a.id.md", page("Satu", "Isi.\n"));
        let server = Server::start(&test, &["--lang", lang]);
        for path in ["/", "/a/", "/anything"] {
            let answer = server.get(path);
            assert_eq!(answer.status, 500, "{path}");
            assert!(answer.text().contains(words) && answer.text().contains("kabar.yaml:1:"), "{}", answer.text());
        }
        // The page clears by itself.
        let mut events = server.events(&server.get("/a/").query("/a/"));
        let _test = test.file("kabar.yaml", kabar);
        events.wait_for("page");
        server.wait_for("/a/", "Isi.");
    }
}

#[test]
fn a_configuration_that_breaks_takes_nothing_away() {
    let test = SiteTest::new().bilingual().file("content/a.id.md", page("Satu", "Isi.\n"));
    let server = Server::start(&test, &[]);
    server.wait_for("/a/", "Isi.");
    let test = test.edit("kabar.yaml", "timezone: Asia/Makassar", "timezone: [");
    server.wait_until("the error", || (server.state()["errors"] != 0).then_some(()));
    assert_eq!(server.get("/a/").status, 200);
    // Others go on being edited meanwhile.
    let test = test.edit("content/a.id.md", "Isi.", "Isi baru.");
    server.wait_for("/a/", "Isi baru.");
    let _test = test.edit("kabar.yaml", "timezone: [", "timezone: Asia/Jakarta");
    server.wait_until("no error", || (server.state()["errors"] == 0).then_some(()));
}

#[test]
fn the_whole_site_is_checked_behind_the_editors_back() {
    let test = SiteTest::new().bilingual().file("content/a.id.md", page("Satu", "Isi yang yang dua kali.\n"));
    let server = Server::start(&test, &[]);
    server.wait_until("a check", || (server.state()["checked"] == server.state()["view"]).then_some(()));
    let warnings = server.state()["warnings"].as_u64().expect("a number");
    let test = test.file("templates/page.html", "<html><a href=\"/tidak-ada/\">x</a></html>");
    // What only a check sees.
    server.wait_until("more warnings", || (server.state()["warnings"].as_u64() > Some(warnings)).then_some(()));
    let _test = test.remove("templates/page.html");
    server.wait_until("as before", || (server.state()["warnings"].as_u64() == Some(warnings)).then_some(()));
}
