//! What a file must be for a program that reads it strictly: XML 1.0, JSON, iCalendar.
//!
//! Written against the texts of the standards: parsers of others are lenient in one thing or another.

use std::str::FromStr;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Says what is wrong with a file, by the kind that its name tells.
pub fn judge(name: &str, bytes: &[u8]) -> Result<(), String> {
    let text = str::from_utf8(bytes).map_err(|error| error.to_string())?;
    match name.rsplit('.').next() {
        Some("xml" | "opml") => xml(text),
        Some("json") => serde_json::from_str::<serde_json::Value>(text).map(drop).map_err(|error| error.to_string()),
        Some("ics") => calendar(text),
        _ => Ok(()),
    }
}

/// A character that may stand in a document (XML 1.0 §2.2).
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

/// Reads XML to its end.
fn xml(text: &str) -> Result<(), String> {
    if let Some(c) = text.chars().find(|c| !is_char(*c)) {
        return Err(format!("{c:?} is not allowed in XML"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut roots) = (0_usize, 0);
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                roots += usize::from(depth == 0);
                depth += 1;
                attributes(&start)?;
            }
            Event::Empty(start) => attributes(&start)?,
            Event::End(_) => depth = depth.checked_sub(1).ok_or("an element ends twice")?,
            // §2.4: this may stand nowhere but at the end of a section.
            Event::Text(text) if text.contains("]]>") => return Err("]]> in a text".to_owned()),
            Event::Text(text) if depth == 0 && !text.trim().is_empty() => return Err("a text outside".to_owned()),
            Event::GeneralRef(name) => reference(&name)?,
            Event::Eof if depth == 0 && roots == 1 => return Ok(()),
            Event::Eof => return Err(format!("{depth} elements are open, {roots} are roots")),
            _ => {}
        }
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<(), String> {
    for attribute in start.attributes() {
        let value = attribute.map_err(|error| error.to_string())?.value;
        if value.contains('<') {
            return Err(format!("< in an attribute: {value}"));
        }
        for rest in value.split('&').skip(1) {
            reference(rest.split_once(';').ok_or_else(|| format!("& in an attribute: {value}"))?.0)?;
        }
    }
    Ok(())
}

/// A reference to one of the five entities, or to a character that may stand there (§4.1).
fn reference(name: &str) -> Result<(), String> {
    let number = name.strip_prefix('#').map(|number| match number.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => u32::from_str(number).ok(),
    });
    let is_known = match number {
        Some(number) => number.and_then(char::from_u32).is_some_and(is_char),
        None => matches!(name, "lt" | "gt" | "amp" | "quot" | "apos"),
    };
    if is_known { Ok(()) } else { Err(format!("&{name};")) }
}

/// Lines that end with CR and LF, of at most 75 bytes, folded between characters, each unfolded one a
/// name and a value without controls; components within one another (RFC 5545 §3.1).
fn calendar(text: &str) -> Result<(), String> {
    let whole = text.strip_suffix("\r\n").ok_or("no end of the last line")?;
    let mut lines: Vec<String> = Vec::new();
    for line in whole.split("\r\n") {
        if line.len() > 75 {
            return Err(format!("{} bytes: {line}", line.len()));
        }
        if let Some(c) = line.chars().find(|c| c.is_control() && *c != '\t') {
            return Err(format!("{c:?} in {line}"));
        }
        match (line.strip_prefix(' '), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    let mut open: Vec<&str> = Vec::new();
    for line in &lines {
        let (name, value) = line.split_once([':', ';']).ok_or_else(|| format!("no value: {line}"))?;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-') {
            return Err(format!("no name: {line}"));
        }
        match name {
            "BEGIN" => open.push(value),
            "END" if open.pop() != Some(value) => return Err(format!("{value} ends")),
            _ => {}
        }
    }
    if open.is_empty() && lines.first().is_some_and(|line| line == "BEGIN:VCALENDAR") {
        return Ok(());
    }
    Err(format!("open: {open:?}"))
}

#[test]
fn what_is_not_well_formed_is_refused() {
    for right in ["<a b=\"c\">d &amp; &#233; &#x1F30A;</a>", "<?xml version=\"1.0\"?>\n<a><![CDATA[<]]></a>\n"] {
        assert_eq!(xml(right), Ok(()), "{right}");
    }
    let wrong = [
        "<a>",
        "<a></b>",
        "<a b=c d></a>",
        "<a>\u{1}</a>",
        "<a>\u{ffff}</a>",
        "<a b=\"\u{fffe}\"/>",
        "<a>&#7;</a>",
        "<a>&#xD800;</a>",
        "<a b=\"&#0;\"></a>",
        "<a>&eacute;</a>",
        "<a b=\"&\"></a>",
        "<a b=\"<\"></a>",
        "<a>]]></a>",
        "<a></a><a></a>",
        "<a></a>x",
        "",
    ];
    for wrong in wrong {
        assert!(xml(wrong).is_err(), "{wrong}");
    }
    let event = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(calendar(event), Ok(()));
    for (from, to) in
        [("\r\n b", "\nb"), ("a\r", "\u{7}\r"), ("END:VEVENT\r\n", ""), ("SUMMARY:", ""), (" b", &" b".repeat(40))]
    {
        assert!(calendar(&event.replace(from, to)).is_err(), "{from:?}");
    }
}
