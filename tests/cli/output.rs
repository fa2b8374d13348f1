//! What a build does to a folder that has something in it.

use std::fs;

use serde_json::json;

use crate::support::{NOW, SiteTest, absent, contains, folder, is, page};

fn site() -> SiteTest {
    let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>"#;
    SiteTest::new()
        .minimal()
        .file("content/a/index.id.md", page("Satu", "![Peta](peta.svg)\n"))
        .file("content/a/peta.svg", picture)
        .file("content/b.id.md", page("Dua", "Isi.\n"))
        .file("static/unduhan/besar.bin", vec![7; 300_000])
}

#[test]
fn a_second_build_writes_nothing() {
    let test = site().build();
    let before = folder::times(&test.output());
    let test = test.with(&["--format", "json"]).build().told("written", &json!(0)).told("removed", &json!(0));
    assert_eq!(folder::times(&test.output()), before);
}

#[test]
fn only_what_changed_is_written() {
    let test = site().build();
    let before = folder::times(&test.output());
    let test = test.edit("content/b.id.md", "Isi.", "Isi baru.").build();
    let after = folder::times(&test.output());
    for (name, is_new) in
        [("b/index.html", true), ("a/peta.svg", false), ("unduhan/besar.bin", false), ("robots.txt", false)]
    {
        assert_eq!(before[name] != after[name], is_new, "{name}");
    }
}

#[test]
fn files_that_are_gone_from_the_site_are_removed_with_their_folders() {
    let test = site().append("kabar.yaml", "search: { enabled: false }\n");
    let test = test.build().remove("content/b.id.md").with(&["--format", "json"]).build().told("removed", &json!(1));
    assert!(!test.output().join("b").exists());
    let test = test.remove("static/unduhan/besar.bin").build();
    assert!(!test.output().join("unduhan").exists());
}

#[test]
fn what_others_put_there_stays() {
    let test = site();
    let others = [("CNAME", "uji.example"), ("b/catatan.txt", "bukan milik kami"), ("x/y/z", "")];
    for (name, text) in others {
        folder::write(&test.output().join(name), text);
    }
    let test = test.build().remove("content/b.id.md").build();
    others.into_iter().fold(test, |test, (name, text)| test.check(name, is(text))).check("b/index.html", absent());
}

#[test]
fn a_file_that_was_spoilt_is_mended() {
    let test = site().build();
    let whole = test.tree();
    folder::write(&test.output().join("b/index.html"), "spoilt");
    folder::write(&test.output().join("unduhan/besar.bin"), vec![8; 300_000]);
    fs::remove_file(test.output().join("a/peta.svg")).expect("removed");
    let test = test.build();
    assert_eq!(folder::differences(&whole, &test.tree()), [""; 0]);
}

#[test]
fn a_lost_manifest_costs_nothing_but_what_it_alone_knew() {
    let test = site().build();
    let whole = test.tree();
    fs::remove_dir_all(test.output().join(".kabar")).expect("removed");
    let test = test.with(&["--format", "json"]).build().told("written", &json!(0));
    assert_eq!(folder::differences(&whole, &test.tree()), [""; 0]);
    folder::write(&test.output().join(".kabar/manifest.json"), "not a manifest");
    let test = test.build();
    assert_eq!(folder::differences(&whole, &test.tree()), [""; 0]);
    test.remove("content/b.id.md").build().check("b/index.html", absent());
}

#[test]
fn a_file_and_a_folder_may_change_places() {
    site()
        .file("static/x", "a file")
        .build()
        .check("x", is("a file"))
        .remove("static/x")
        .file("static/x/y", "in a folder")
        .build()
        .check("x/y", is("in a folder"))
        .remove("static/x/y")
        .file("static/x", "a file")
        .build()
        .check("x", is("a file"));
}

#[test]
fn a_build_that_fails_changes_nothing() {
    let test = site().build();
    let (before, times) = (test.tree(), folder::times(&test.output()));
    let test = test
        .edit("content/b.id.md", "Isi.", "Isi baru.")
        .file("content/c.id.md", page("Tiga", "[ke mana](/tidak/ada)\n"))
        .refused()
        .says(contains("broken-reference"));
    assert_eq!(folder::differences(&before, &test.tree()), [""; 0]);
    assert_eq!(folder::times(&test.output()), times);
}

#[test]
fn a_template_that_fails_on_the_last_page_leaves_nothing_behind() {
    let template = "{% if page.title == \"Dua\" %}{{ page.tidak_ada }}{% endif %}";
    let test = site().build();
    let times = folder::times(&test.output());
    let test = test.file("templates/article.html", template).file("templates/page.html", template).refused();
    assert_eq!(folder::times(&test.output()), times);
    let untouched = SiteTest::of(&test.root()).refused();
    let left = folder::files(&untouched.output());
    assert!(left.is_empty(), "{:?}", left.keys());
}

#[test]
fn the_sources_are_as_before() {
    let test = site();
    let (before, times) = (folder::read(&test.root()), folder::times(&test.root()));
    let test = test.build();
    for command in ["check", "routes"] {
        test.run(&[command, "--now", NOW]).ends_with(0);
    }
    assert_eq!(folder::differences(&before, &folder::read(&test.root())), [""; 0]);
    assert_eq!(folder::times(&test.root()), times);
}
