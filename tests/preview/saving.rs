//! Every way in which programs save files, and in which files move.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::support::{Server, SiteTest, folder, page};

fn site() -> SiteTest {
    SiteTest::new().minimal().file("content/a.id.md", page("Satu", "Isi pertama.\n"))
}

/// Saves in some way; the new text must be shown, and nothing else may have been seen on the way.
#[track_caller]
fn saved(save: impl Fn(&Path, &str)) {
    let test = site();
    let server = Server::start(&test, &[]);
    let before = server.state()["view"].as_u64().expect("a number");
    save(&test.root().join("content"), &page("Satu", "Isi kedua.\n"));
    server.wait_for("/a/", "Isi kedua.");
    thread::sleep(Duration::from_millis(300));
    let state = server.state();
    assert_eq!(state["view"].as_u64(), Some(before + 1), "one act of saving is one change");
    assert_eq!(state["errors"], 0);
    let files: Vec<String> = folder::files(&test.root().join("content")).into_keys().collect();
    let routes = test.run(&["routes", "--format", "json"]).json();
    assert!(routes.as_array().is_some_and(|routes| !routes.is_empty()), "{files:?}");
}

#[test]
fn written_in_place() {
    saved(|folder, text| fs::write(folder.join("a.id.md"), text).expect("a file"));
}

#[test]
fn written_in_place_slowly() {
    use std::io::Write;
    saved(|folder, text| {
        let mut file = fs::File::create(folder.join("a.id.md")).expect("a file");
        let (first, second) = text.split_at(12);
        file.write_all(first.as_bytes()).expect("written");
        thread::sleep(Duration::from_millis(40));
        file.write_all(second.as_bytes()).expect("written");
    });
}

#[test]
fn renamed_over_as_most_programs_do() {
    saved(|folder, text| {
        fs::write(folder.join(".a.id.md.tmp"), text).expect("a file");
        fs::rename(folder.join(".a.id.md.tmp"), folder.join("a.id.md")).expect("renamed");
    });
}

#[test]
fn as_vim_saves() {
    saved(|folder, text| {
        fs::write(folder.join("4913"), "").expect("a file");
        fs::remove_file(folder.join("4913")).expect("removed");
        fs::rename(folder.join("a.id.md"), folder.join("a.id.md~")).expect("renamed");
        fs::write(folder.join(".a.id.md.swp"), "swap").expect("a file");
        fs::write(folder.join("a.id.md"), text).expect("a file");
        fs::remove_file(folder.join("a.id.md~")).expect("removed");
        fs::remove_file(folder.join(".a.id.md.swp")).expect("removed");
    });
}

#[test]
fn as_jetbrains_saves() {
    saved(|folder, text| {
        fs::write(folder.join("a.id.md___jb_tmp___"), text).expect("a file");
        fs::rename(folder.join("a.id.md"), folder.join("a.id.md___jb_old___")).expect("renamed");
        fs::rename(folder.join("a.id.md___jb_tmp___"), folder.join("a.id.md")).expect("renamed");
        fs::remove_file(folder.join("a.id.md___jb_old___")).expect("removed");
    });
}

#[cfg(unix)]
#[test]
fn as_emacs_saves() {
    saved(|folder, text| {
        std::os::unix::fs::symlink("editor@machine.1:1", folder.join(".#a.id.md")).expect("a link");
        fs::write(folder.join("#a.id.md#"), "automatic").expect("a file");
        fs::rename(folder.join("a.id.md"), folder.join("a.id.md~")).expect("renamed");
        fs::write(folder.join("a.id.md"), text).expect("a file");
        fs::remove_file(folder.join(".#a.id.md")).expect("removed");
        fs::remove_file(folder.join("#a.id.md#")).expect("removed");
    });
}

#[test]
fn removed_and_written_again() {
    saved(|folder, text| {
        fs::remove_file(folder.join("a.id.md")).expect("removed");
        thread::sleep(Duration::from_millis(25));
        fs::write(folder.join("a.id.md"), text).expect("a file");
    });
}

#[test]
fn a_touch_is_no_change() {
    let test = site();
    let server = Server::start(&test, &[]);
    let before = server.state()["view"].clone();
    let text = fs::read(test.root().join("content/a.id.md")).expect("a file");
    fs::write(test.root().join("content/a.id.md"), text).expect("a file");
    thread::sleep(Duration::from_millis(500));
    assert_eq!(server.state()["view"], before);
}

#[test]
fn files_and_folders_come_move_and_go() {
    let test = site();
    let server = Server::start(&test, &[]);
    let root = test.root();
    let status = |path: &str, status: u16| {
        server.wait_until(&format!("{status} at {path}"), || (server.get(path).status == status).then_some(()));
    };
    let test = test.file("content/baru/dalam/b.id.md", page("Dua", "Dalam.\n"));
    status("/baru/dalam/b/", 200);
    fs::rename(root.join("content/baru"), root.join("content/lain")).expect("renamed");
    status("/lain/dalam/b/", 200);
    status("/baru/dalam/b/", 404);
    // What comes into a folder that came later is heard too.
    let test = test.file("content/lain/dalam/c.id.md", page("Tiga", "Isi.\n"));
    status("/lain/dalam/c/", 200);
    fs::rename(root.join("content/a.id.md"), root.join("content/d.id.md")).expect("renamed");
    status("/d/", 200);
    status("/a/", 404);
    fs::remove_dir_all(root.join("content/lain")).expect("removed");
    status("/lain/dalam/b/", 404);
    // Folders of the root that were not there at the start.
    let test = test.file("static/x.txt", "x");
    status("/x.txt", 200);
    let test = test.file("templates/page.html", "[{{ page.title }}]</body>");
    server.wait_for("/d/", "[Satu]");
    fs::rename(root.join("templates"), root.join("templates-lama")).expect("renamed");
    server.wait_until("the theme's own template", || (!server.get("/d/").text().contains("[Satu]")).then_some(()));
    drop(test);
}

#[test]
fn a_switch_of_five_hundred_files_is_one_change() {
    let article =
        |index: usize, text: &str| (format!("content/s/a{index}.id.md"), page(&format!("Judul {index}"), text));
    let mut test = site();
    for index in 0..500 {
        let (name, text) = article(index, "date: 2026-01-01\n---\nLama.\n");
        test = test.file(&name, text);
    }
    let server = Server::start(&test, &[]);
    server.wait_for("/s/a499/", "Lama.");
    let before = server.state()["view"].as_u64().expect("a number");
    // As Git does it: a lock, files removed and written one after the other.
    fs::create_dir(test.root().join(".git")).expect("a folder");
    drop(server);
    let server = Server::start(&test, &[]);
    assert_eq!(server.state()["view"].as_u64(), Some(before));
    fs::write(test.root().join(".git/index.lock"), "").expect("a file");
    for index in 0..500 {
        let (name, text) = article(index, "date: 2026-01-01\n---\nBaru.\n");
        fs::remove_file(test.root().join(&name)).expect("removed");
        fs::write(test.root().join(&name), text).expect("a file");
        if index % 100 == 0 {
            thread::sleep(Duration::from_millis(150));
        }
    }
    fs::remove_file(test.root().join(".git/index.lock")).expect("removed");
    server.wait_for("/s/a499/", "Baru.");
    thread::sleep(Duration::from_millis(300));
    assert_eq!(server.state()["view"].as_u64(), Some(before + 1), "one switch is one change");
    for index in [0, 123, 499] {
        assert!(server.get(&format!("/s/a{index}/")).text().contains("Baru."), "{index}");
    }
}
