//! The names of time zones as readers say them: WIB, WITA, WIT.

use crate::base::{Moment, Timezone};

/// Indonesia's three zones, in hours before Greenwich's (Keppres 41/1987).
const INDONESIAN: [(i32, &str); 3] = [(7, "WIB"), (8, "WITA"), (9, "WIT")];

const HOUR: i32 = 3600;

pub(super) fn name(moment: &Moment, home: &Timezone) -> String {
    let abbreviation = abbreviation(moment);
    // The database has letters where a zone has a name, and the offset where it has none.
    if abbreviation.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return abbreviation;
    }
    let seconds = moment.zoned().offset().seconds();
    let at_home = self::abbreviation(&moment.within(home));
    let is_indonesian = INDONESIAN.iter().any(|(_, name)| *name == at_home);
    let local = INDONESIAN.iter().find(|(hours, _)| is_indonesian && hours * HOUR == seconds);
    match local {
        Some((_, name)) => (*name).to_owned(),
        None => offset(seconds),
    }
}

fn abbreviation(moment: &Moment) -> String {
    moment.zoned().strftime("%Z").to_string()
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '\u{2212}' } else { '+' };
    let minutes = seconds.abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_have_the_names_that_readers_say() {
        let check = |text: &str, home: &str, expected: &str| {
            let home = Timezone::new(home).expect("a zone");
            let moment = Moment::parse(text, &home).expect("a time");
            assert_eq!(name(&moment, &home), expected, "{text}");
        };
        check("2026-06-16T09:00", "Asia/Jakarta", "WIB");
        check("2026-06-16T09:00", "Asia/Pontianak", "WIB");
        check("2026-06-16T09:00", "Asia/Makassar", "WITA");
        check("2026-06-16T09:00", "Asia/Jayapura", "WIT");
        check("2026-06-16T09:00 Asia/Jayapura", "Asia/Makassar", "WIT");
        check("2026-06-16T09:00 Asia/Tokyo", "Asia/Makassar", "JST");
        check("2026-06-16T09:00+07:00", "Asia/Makassar", "WIB");
        check("2026-06-16T09:00+07:00", "Europe/Paris", "UTC+7");
        check("2026-06-16T09:00+05:45", "Asia/Makassar", "UTC+5:45");
        check("2026-06-16T09:00-03:00", "Asia/Makassar", "UTC\u{2212}3");
        check("2026-06-16T09:00Z", "Asia/Makassar", "UTC");
        check("2026-06-16T09:00 Asia/Singapore", "Europe/Paris", "UTC+8");
    }
}
