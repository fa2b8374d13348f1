//! `kabar init`: a first publication that is right from the start.

use tempfile::TempDir;

use crate::support::{Run, command, folder, kabar};

fn init(tongue: &str, arguments: &[&str]) -> (TempDir, Run) {
    let folder = TempDir::new().expect("a folder");
    let run = Run::of(command(folder.path()).env("KABAR_LANG", tongue).arg("init").args(arguments));
    (folder, run)
}

#[test]
fn a_new_publication_has_no_faults_and_builds() {
    for tongue in ["id", "en"] {
        let (folder, run) = init(tongue, &["publikasi-baru"]);
        let run = run.ends_with(0);
        assert!(run.err.contains("publikasi-baru"), "{}", run.err);
        let root = folder.path().join("publikasi-baru");
        kabar(&root, &["check", "--strict"]).ends_with(0);
        kabar(&root, &["build", "--strict"]).ends_with(0);
        let tree = folder::read(&root.join("output"));
        for name in ["index.html", "en/index.html", "cerita/index.html", "feed.xml"] {
            assert!(tree.contains_key(name), "{tongue}: {name} is not among {:?}", tree.keys());
        }
    }
}

#[test]
fn comments_are_in_the_language_of_the_editor() {
    let texts = ["id", "en"].map(|tongue| {
        let (folder, _) = init(tongue, &["a"]);
        std::fs::read_to_string(folder.path().join("a/kabar.yaml")).expect("a configuration")
    });
    assert!(texts[0].contains("# Alamat") && texts[1].contains("# Where"), "{texts:?}");
}

#[test]
fn what_it_tells_to_do_next_can_be_done() {
    for tongue in ["id", "en"] {
        let (_folder, run) = init(tongue, &["a"]);
        let command = run.err.split(['“', '”']).find(|part| part.starts_with("kabar ")).expect("a command");
        let words: Vec<&str> = command.split(' ').skip(1).chain(["--help"]).collect();
        kabar(&folder::tests(), &words).ends_with(0);
    }
}

#[test]
fn title_and_time_zone_are_chosen() {
    let title = r#"Kabar: "Kita" # \ & {x}"#;
    let (folder, run) = init("en", &["a", "--title", title, "--timezone", "Asia/Jayapura"]);
    run.ends_with(0);
    let root = folder.path().join("a");
    kabar(&root, &["build", "--strict"]).ends_with(0);
    let home = String::from_utf8(folder::read(&root.join("output"))["index.html"].clone()).expect("text");
    assert!(home.contains("Kabar: &quot;Kita&quot; # \\ &amp; {x}"), "{home}");
    let configuration = std::fs::read_to_string(root.join("kabar.yaml")).expect("a configuration");
    assert!(configuration.contains("timezone: Asia/Jayapura"), "{configuration}");
}

#[test]
fn a_time_zone_that_does_not_exist_is_refused() {
    let (folder, run) = init("en", &["a", "--timezone", "Asia/Makasar"]);
    assert!(run.ends_with(1).err.contains("Asia/Makasar"));
    assert_eq!(folder::files(folder.path()).len(), 0);
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = TempDir::new().expect("a folder");
    folder::write(&folder.path().join("a/catatan.txt"), "x");
    let run = kabar(folder.path(), &["init", "a"]).ends_with(1);
    assert!(run.err.contains("already has something in it"), "{}", run.err);
    assert_eq!(folder::files(folder.path()).len(), 1);
    std::fs::create_dir(folder.path().join("kosong")).expect("a folder");
    kabar(folder.path(), &["init", "kosong"]).ends_with(0);
}
