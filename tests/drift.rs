//! A translation while its original goes on: a history of edits, and what the board says after each.

use serde_json::Value;

use crate::support::{SiteTest, page};

const ORIGINAL: &str = "content/stories/a/index.id.md";
const TRANSLATION: &str = "content/stories/a/index.en.md";

fn body(blocks: &[&str]) -> String {
    blocks.join("\n\n") + "\n"
}

const BLOCKS: [&str; 4] = [
    "Tiga musim panen gagal di teluk ini.",
    "## Yang diubah {#ubah}",
    "Kini panen berhasil setiap musim.",
    "- Satu\n- Dua",
];

/// An article and its translation, pinned on the first of July.
struct History(SiteTest);

impl History {
    fn begin() -> Self {
        let site = SiteTest::new()
            .bilingual()
            .file(ORIGINAL, page("Panen", &format!("date: 2026-01-01\nsummary: Ringkas.\n---\n{}", body(&BLOCKS))))
            .file(
                TRANSLATION,
                page(
                    "Harvest",
                    "summary: Short.\ntranslation: { of: id }\n---\nThree seasons failed in this bay.\n\n\
                     ## What changed {#ubah}\n\nNow the harvest succeeds every season.\n\n- One\n- Two\n",
                ),
            );
        Self(site)
    }

    fn row(&self, now: &str) -> Value {
        let run = self.0.run(&["status", TRANSLATION, "--format", "json", "--now", now]).ends_with(0);
        let rows = run.json()["rows"].as_array().cloned().expect("rows");
        assert_eq!(rows.len(), 1);
        rows[0].clone()
    }

    /// What the board says: the state, and each change as `kind part`.
    #[track_caller]
    fn expect(self, expected: &str) -> Self {
        let row = self.row("2026-07-20");
        let mut said = row["state"].as_str().unwrap_or_default().to_owned();
        if let Some(list) = row["changes"]["list"].as_array() {
            let changes = list.iter().map(|change| {
                let text = |key: &str| change[key].as_str().unwrap_or_default().to_owned();
                let number = change["number"].as_u64().map(|number| format!(" {number}")).unwrap_or_default();
                format!("{} {}{number}", text("kind"), text("part"))
            });
            said = format!("{said} of {}: {}", row["changes"]["parts"], changes.collect::<Vec<_>>().join(", "));
        }
        assert_eq!(said, expected);
        // The board and the check agree, and a check finds nothing else.
        let is_stale = row["state"] == "stale";
        let codes = self.0.run(&["check", "--format", "json"]).ends_with(0).codes();
        assert_eq!(codes.contains(&"stale-translation".to_owned()), is_stale, "{codes:?}");
        assert!(codes.iter().all(|code| code == "stale-translation"), "{codes:?}");
        self
    }

    fn edit(self, from: &str, to: &str) -> Self {
        Self(self.0.edit(ORIGINAL, from, to))
    }

    #[track_caller]
    fn mark(self, day: &str, more: &[&str]) -> Self {
        self.0.run(&[&["status", TRANSLATION, "--mark", "--now", day], more].concat()).ends_with(0);
        self
    }
}

#[test]
fn a_translation_drifts_and_is_brought_back() {
    History::begin()
        .expect("unpinned")
        .mark("2026-07-01", &[])
        .expect("current")
        // A typo in one block.
        .edit("Tiga musim panen gagal", "Tiga musim panennya gagal")
        .expect("stale of 6: changed block 3")
        // Taken back.
        .edit("Tiga musim panennya gagal", "Tiga musim panen gagal")
        .expect("current")
        // Blank lines and line ends are nothing to translate.
        .edit("## Yang diubah {#ubah}\n\n", "## Yang diubah {#ubah}  \r\n\r\n\r\n")
        .expect("current")
        // Added, removed, moved.
        .edit("Kini panen", "Alinea yang baru sama sekali.\n\nKini panen")
        .expect("stale of 7: added block 5")
        .edit("\n\n- Satu\n- Dua", "")
        .expect("stale of 6: added block 5, removed block")
        .edit("Kini panen berhasil setiap musim.", "")
        .edit("Tiga musim panen", "Kini panen berhasil setiap musim.\n\nTiga musim panen")
        .expect("stale of 6: moved block 3, changed block 6")
        // Pinned anew: the translation has it all.
        .mark("2026-07-10", &[])
        .expect("current")
        // The title, the summary.
        .edit("title: Panen", "title: Panen raya")
        .expect("stale of 6: changed title 1")
        .edit("summary: Ringkas.\n", "")
        .expect("stale of 5: changed title 1, removed summary")
        .mark("2026-07-11", &[])
        .expect("current")
        // What lives once is nobody's to translate.
        .edit("date: 2026-01-01", "date: 2026-01-02\nfeatured: true")
        .expect("current");
}

#[test]
fn a_minor_change_leaves_the_translation_as_old_as_it_is() {
    let history = History::begin().mark("2026-07-01", &[]).edit("Kini panen", "Kini, panen");
    let history = history.expect("stale of 6: changed block 5").mark("2026-07-15", &["--minor"]).expect("current");
    assert_eq!(history.row("2026-07-20")["since"], "2026-07-01");
    assert_eq!(history.row("2026-07-20")["days"], 19);
    let lock = std::fs::read_to_string(history.0.root().join("content/stories/a/index.en.lock.yaml")).expect("a lock");
    assert!(lock.contains("minor: 2026-07-15"), "{lock}");
    let history = history.edit("Kini, panen", "Kini panennya").mark("2026-07-16", &[]).expect("current");
    assert_eq!(history.row("2026-07-20")["since"], "2026-07-16");
    // Marked again without need: nothing is written.
    let before = history.0.root_files();
    let history = history.mark("2026-07-18", &[]);
    assert_eq!(crate::support::folder::differences(&before, &history.0.root_files()), [""; 0]);
}

#[test]
fn how_long_it_has_been_behind_is_known_without_history() {
    let history = History::begin().mark("2026-07-01", &[]).edit("Tiga musim", "Empat musim");
    // Nobody says when: at most since it was translated.
    assert_eq!(history.row("2026-07-20")["days"], 19);
    let history = history.edit("date: 2026-01-01", "date: 2026-01-01\nupdated: 2026-07-12");
    assert_eq!(history.row("2026-07-20")["since"], "2026-07-12");
    let fails = |limit: &str, now: &str| history.0.run(&["status", "--fail-on", limit, "--now", now]).code;
    assert_eq!(fails("stale>14d", "2026-07-26"), Some(0));
    assert_eq!(fails("stale>14d", "2026-07-27"), Some(1));
}

#[test]
fn without_its_lock_a_translation_is_still_known_to_be_behind() {
    let history = History::begin().mark("2026-07-01", &[]);
    let history = History(history.0.remove("content/stories/a/index.en.lock.yaml")).expect("current");
    let history = history.edit("Tiga musim", "Empat musim").expect("stale");
    let run = history.0.run(&["status", "--diff"]).ends_with(0);
    assert!(run.out.contains("no lock says which parts"), "{}", run.out);
    // A lock of another time says nothing.
    let history = history.mark("2026-07-02", &[]).expect("current");
    let edited = history.0.edit(TRANSLATION, "source_hash: ", "source_hash: 0");
    History(edited).expect("stale");
}

#[test]
fn readers_are_told_of_what_day_a_translation_is() {
    let history = History::begin().mark("2026-07-01", &[]).edit("Tiga musim", "Empat musim");
    let site = history.0.edit("kabar.yaml", "theme: plain\n", "");
    let tree = site.build().tree();
    let html = String::from_utf8_lossy(&tree["en/stories/a/index.html"]).into_owned();
    assert!(html.contains("This translation of 1 July 2026 does not yet include"), "{html}");
    // In the other direction, in the other language.
    let site = SiteTest::new()
        .bilingual()
        .edit("kabar.yaml", "theme: plain\n", "")
        .file("content/s/a.en.md", page_of("Harvest", "Text."))
        .file(
            "content/s/a.id.md",
            page("Panen", "translation: { of: en, source_hash: 0, date: 2026-07-01 }\n---\nIsi.\n"),
        );
    let tree = site.build().tree();
    let html = String::from_utf8_lossy(&tree["s/a/index.html"]).into_owned();
    assert!(html.contains("Terjemahan tertanggal 1 Juli 2026 ini belum memuat"), "{html}");
}

fn page_of(title: &str, text: &str) -> String {
    page(title, &format!("date: 2026-01-01\n---\n{text}\n"))
}
