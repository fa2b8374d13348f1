//! Events as programs that keep calendars read them.

use icalendar::{Calendar, Component, Event};

use crate::support::{SiteTest, Tree, page};

const TYPES: &str = "theme: plain
content_types:
  event:
    name: Kegiatan
    folder: s
    structured_data: event
    fields:
      start: { type: zoned-date-time }
      end: { type: zoned-date-time }
      all_day: { type: boolean, default: false }
      venue: { type: text }
      city: { type: text }
      status: { type: enum, values: [scheduled, postponed, cancelled, held], default: held }
      latitude: { type: decimal }
      longitude: { type: decimal }
";

fn site(front: &str) -> SiteTest {
    SiteTest::new()
        .bilingual()
        .edit("kabar.yaml", "theme: plain", TYPES)
        .file("content/s/_section.id.md", page("Bagian", ""))
        .file("content/s/_section.en.md", page("Part", ""))
        .file("content/s/a/index.id.md", page("Rapat, pagi; \"siang\"", &format!("{front}\n---\nIsi.\n")))
}

fn calendar(tree: &Tree, name: &str) -> (String, Vec<Event>) {
    let text = String::from_utf8(tree[name].clone()).expect("text");
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text:?}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let read: Calendar = text.parse().expect("a calendar");
    let events = read.components.iter().filter_map(|one| one.as_event().cloned()).collect();
    (text, events)
}

/// The properties of the only event, each `NAME=value`.
fn properties(front: &str, names: &[&str]) -> Vec<String> {
    let tree = site(front).build().tree();
    let (_, events) = calendar(&tree, "s/a/event.ics");
    let [event] = events.as_slice() else { panic!("one event") };
    let value = |name: &&str| event.property_value(name).map(|value| format!("{name}={value}"));
    names.iter().filter_map(value).collect()
}

#[test]
fn an_event_is_told_with_its_time_place_and_state() {
    let front = "date: 2026-01-01\nupdated: 2026-01-05T10:00\nid: m1\nsummary: Baris\nvenue: Balai; Desa\ncity: Ambon\n\
                 latitude: -3.65\nlongitude: 128.19\nstatus: postponed\n\
                 start: 2026-02-01T09:00 Asia/Jayapura\nend: 2026-02-01T11:30 Asia/Jayapura";
    let names = ["UID", "DTSTAMP", "CREATED", "DTSTART", "DTEND", "LOCATION", "GEO", "STATUS", "URL", "DESCRIPTION"];
    let found = properties(front, &names);
    let expected = [
        "UID=m1@uji.example",
        "DTSTAMP=20260105T020000Z",
        "CREATED=20251231T160000Z",
        "DTSTART=20260201T090000",
        "DTEND=20260201T113000",
        "LOCATION=Balai\\; Desa\\, Ambon",
        "GEO=-3.650000;128.190000",
        "STATUS=TENTATIVE",
        "URL=https://uji.example/s/a/",
        "DESCRIPTION=Baris",
    ];
    let plain = |text: &str| text.replace('\\', "");
    assert_eq!(found.iter().map(|text| plain(text)).collect::<Vec<_>>(), expected.map(plain));
    let (text, _) = calendar(&site(front).build().tree(), "s/a/event.ics");
    assert!(text.contains("DTSTART;TZID=Asia/Jayapura:20260201T090000\r\n"), "{text}");
    assert!(
        text.contains("TZID:Asia/Jayapura\r\nBEGIN:STANDARD\r\n") && text.contains("TZOFFSETTO:+0900\r\n"),
        "{text}"
    );
    assert!(text.contains("SUMMARY;LANGUAGE=id:Rapat\\, pagi\\; ") && text.contains("LOCATION:Balai\\; Desa\\, Ambon"));
}

#[test]
fn days_and_other_zones_are_told_as_they_are() {
    let times = ["DTSTART", "DTEND", "STATUS"];
    let check = |front: &str, expected: &[&str]| assert_eq!(properties(front, &times), expected, "{front}");
    check("start: 2026-02-01", &["DTSTART=20260201", "DTEND=20260202", "STATUS=CONFIRMED"]);
    check("start: 2026-02-27\nend: 2026-02-28", &["DTSTART=20260227", "DTEND=20260301", "STATUS=CONFIRMED"]);
    let whole = "start: 2026-02-01T09:00\nend: 2026-02-02T12:00\nall_day: true\nstatus: cancelled";
    check(whole, &["DTSTART=20260201", "DTEND=20260203", "STATUS=CANCELLED"]);
    check("start: 2026-02-01T09:00 Europe/Paris", &["DTSTART=20260201T080000Z", "STATUS=CONFIRMED"]);
    check("start: 2026-02-01T09:00+07:00", &["DTSTART=20260201T020000Z", "STATUS=CONFIRMED"]);
    // What ends before it begins has no end that could be told.
    check("start: 2026-02-02T09:00\nend: 2026-02-01T09:00", &["DTSTART=20260202T090000", "STATUS=CONFIRMED"]);
    check(
        "start: 2026-02-02T09:00\nend: 2026-02-02",
        &["DTSTART=20260202T090000", "DTEND=20260203T000000", "STATUS=CONFIRMED"],
    );
}

#[test]
fn one_calendar_has_all_events_of_a_language_and_stays_as_it_is() {
    let front = "date: 2026-01-01\nstart: 2026-02-01T09:00";
    let test = site(front)
        .file("content/s/b.id.md", page("Dua", "date: 2026-01-02\nstart: 2026-03-01\n---\nIsi.\n"))
        .file("content/s/c.id.md", page("Tanpa waktu", "date: 2026-01-02\n---\nIsi.\n"))
        .file("content/s/a/index.en.md", page("Meeting", "translation: { of: id }\n---\nText.\n"));
    let test = test.with(&["--now", "2026-04-01"]).build();
    let tree = test.tree();
    let uids = |name: &str| -> Vec<String> {
        let (_, events) = calendar(&tree, name);
        events.iter().map(|event| event.property_value("UID").expect("an id").to_owned()).collect()
    };
    assert_eq!(uids("events.ics"), ["s/b@uji.example", "s/a@uji.example"]);
    assert_eq!(uids("en/events.ics"), ["s/a@uji.example"], "one event in all languages");
    assert!(!tree.contains_key("s/c/event.ics"));
    let later = test.with(&["--now", "2026-05-01T10:00"]).build().tree();
    assert_eq!(tree["events.ics"], later["events.ics"]);
}
