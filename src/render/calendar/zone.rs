//! The three time zones of Indonesia, which never change their clocks; times of all others are told
//! in UTC, which needs no table of rules.

use jiff::ZonedDateTime;

use super::text::Lines;

/// A time zone of Indonesia.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    Western,
    Central,
    Eastern,
}

impl Zone {
    /// The zone of a moment, if it is one of these.
    pub(super) fn of(moment: &ZonedDateTime) -> Option<Self> {
        match moment.time_zone().iana_name()? {
            "Asia/Jakarta" => Some(Self::Western),
            "Asia/Makassar" => Some(Self::Central),
            "Asia/Jayapura" => Some(Self::Eastern),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Western => "Asia/Jakarta",
            Self::Central => "Asia/Makassar",
            Self::Eastern => "Asia/Jayapura",
        }
    }

    /// Its rules as they have been since 1970.
    pub(super) fn write(self, lines: &mut Lines) {
        let (offset, abbreviation) = match self {
            Self::Western => ("+0700", "WIB"),
            Self::Central => ("+0800", "WITA"),
            Self::Eastern => ("+0900", "WIT"),
        };
        lines.raw("BEGIN", "VTIMEZONE");
        lines.raw("TZID", self.name());
        lines.raw("BEGIN", "STANDARD");
        lines.raw("DTSTART", "19700101T000000");
        lines.raw("TZOFFSETFROM", offset);
        lines.raw("TZOFFSETTO", offset);
        lines.raw("TZNAME", abbreviation);
        lines.raw("END", "STANDARD");
        lines.raw("END", "VTIMEZONE");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_clocks_have_not_changed_since_1970() {
        for (zone, hours) in [(Zone::Western, 7), (Zone::Central, 8), (Zone::Eastern, 9)] {
            let known = jiff::tz::TimeZone::get(zone.name()).expect("a zone");
            let since = jiff::Timestamp::UNIX_EPOCH;
            assert_eq!(known.to_offset(since), jiff::tz::offset(hours));
            assert_eq!(known.following(since).count(), 0, "{}", zone.name());
        }
    }
}
