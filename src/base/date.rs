//! Dates and zoned times as publications write them.
//!
//! **Invariant:** a bare date is local midnight of the zone it is read in, never of UTC.

use std::fmt;

use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ZonedDateTime};

/// Says why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// The text has another form than `2026-06-16` or `2026-06-16T09:00`.
    Form,
    /// The form is right, but no calendar has that day or time.
    Calendar,
    /// The zone's name is not in the time zone database.
    Zone,
}

/// A time zone of the IANA database.
#[derive(Debug, Clone, PartialEq)]
pub struct Timezone(TimeZone);

/// A day, or a moment of a day, in a zone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    zoned: ZonedDateTime,
    has_time: bool,
}

impl Timezone {
    /// Finds a zone by its IANA name: `Asia/Makassar`.
    ///
    /// # Errors
    /// When the database does not have it.
    pub fn new(name: &str) -> Result<Self, DateError> {
        TimeZone::get(name).map(Self).map_err(|_| DateError::Zone)
    }

    /// Its IANA name.
    pub fn name(&self) -> Option<&str> {
        self.0.iana_name()
    }

    /// The zone of Greenwich, for publications that have not been read yet.
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }
}

impl Moment {
    /// Reads `2026-06-16`, `2026-06-16T09:00`, with seconds, an offset (RFC 3339) or a zone's
    /// name after a blank. Without either it is in `zone`.
    ///
    /// # Errors
    /// When the form, the calendar or the zone is wrong.
    pub fn parse(text: &str, zone: &Timezone) -> Result<Self, DateError> {
        let text = text.trim();
        let (text, zone) = match text.rsplit_once(' ') {
            Some((rest, name)) if name.contains('/') => (rest.trim_end(), Timezone::new(name)?),
            _ => (text, zone.clone()),
        };
        let day = text.get(..10).filter(|day| has_form(day, "dddd-dd-dd")).ok_or(DateError::Form)?;
        let date: Date = day.parse().map_err(|_| DateError::Calendar)?;
        let rest = &text[10..];
        if rest.is_empty() {
            let zoned = date.to_zoned_datetime(zone.0).map_err(|_| DateError::Calendar)?;
            return Ok(Self { zoned, has_time: false });
        }
        let clock = rest.strip_prefix(['T', 't', ' ']).ok_or(DateError::Form)?;
        let (clock, zone) = split_offset(clock, zone)?;
        let is_clock = has_form(clock, "dd:dd") || has_form(clock, "dd:dd:dd");
        if !is_clock {
            return Err(DateError::Form);
        }
        let seconds = if clock.len() == 5 { ":00" } else { "" };
        let time: DateTime = format!("{day}T{clock}{seconds}").parse().map_err(|_| DateError::Calendar)?;
        let zoned = time.to_zoned_datetime(zone.0).map_err(|_| DateError::Calendar)?;
        Ok(Self { zoned, has_time: true })
    }

    /// Makes a moment of a timestamp, for the clock.
    pub fn at(timestamp: Timestamp, zone: &Timezone) -> Self {
        Self { zoned: timestamp.to_zoned_datetime(zone.0.clone()), has_time: true }
    }

    /// The same instant in another zone.
    #[must_use]
    pub fn within(&self, zone: &Timezone) -> Self {
        Self { zoned: self.zoned.with_time_zone(zone.0.clone()), has_time: self.has_time }
    }

    /// The instant, in its zone.
    pub fn zoned(&self) -> &ZonedDateTime {
        &self.zoned
    }

    /// The instant.
    pub fn timestamp(&self) -> Timestamp {
        self.zoned.timestamp()
    }

    /// The day in its zone.
    pub fn date(&self) -> Date {
        self.zoned.date()
    }

    /// Says whether a time of day was written.
    pub fn has_time(&self) -> bool {
        self.has_time
    }

    /// The year of the day.
    pub fn year(&self) -> i16 {
        self.zoned.year()
    }

    /// RFC 3339 with offset, to the second.
    pub fn rfc3339(&self) -> String {
        self.zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    /// RFC 822 as RSS 2.0 wants it, with a four-digit year.
    pub fn rfc822(&self) -> String {
        self.zoned.strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
    }

    /// As it may be written in a source: the day, or the day with time and offset.
    pub fn iso(&self) -> String {
        if self.has_time { self.rfc3339() } else { self.date().to_string() }
    }
}

fn split_offset(clock: &str, zone: Timezone) -> Result<(&str, Timezone), DateError> {
    if let Some(clock) = clock.strip_suffix(['Z', 'z']) {
        return Ok((clock, Timezone::utc()));
    }
    let Some(sign) = clock.rfind(['+', '-']) else {
        return Ok((clock, zone));
    };
    let (clock, offset) = clock.split_at(sign);
    let digits = &offset[1..];
    if !has_form(digits, "dd:dd") {
        return Err(DateError::Form);
    }
    let number = |text: &str| text.parse::<i32>().map_err(|_| DateError::Form);
    let (hours, minutes) = (number(&digits[..2])?, number(&digits[3..])?);
    if hours > 14 || minutes > 59 {
        return Err(DateError::Calendar);
    }
    let seconds = (hours * 60 + minutes) * 60;
    let seconds = if offset.starts_with('-') { -seconds } else { seconds };
    let offset = Offset::from_seconds(seconds).map_err(|_| DateError::Calendar)?;
    Ok((clock, Timezone(offset.to_time_zone())))
}

/// Compares with a form in which `d` stands for a digit.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            other => byte == other,
        })
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, DateError> {
        let zone = Timezone::new("Asia/Makassar").expect("a zone");
        Moment::parse(text, &zone).map(|moment| moment.rfc3339())
    }

    #[test]
    fn a_bare_date_is_local_midnight() {
        assert_eq!(read("2026-06-16").as_deref(), Ok("2026-06-16T00:00:00+08:00"));
    }

    #[test]
    fn times_take_a_zone_or_the_publications() {
        assert_eq!(read("2026-06-16T09:00").as_deref(), Ok("2026-06-16T09:00:00+08:00"));
        assert_eq!(read("2026-06-16 09:00:30").as_deref(), Ok("2026-06-16T09:00:30+08:00"));
        assert_eq!(read("2026-06-16T09:00+07:00").as_deref(), Ok("2026-06-16T09:00:00+07:00"));
        assert_eq!(read("2026-06-16T09:00 Asia/Jayapura").as_deref(), Ok("2026-06-16T09:00:00+09:00"));
        assert_eq!(read("2026-06-16T09:00Z").as_deref(), Ok("2026-06-16T09:00:00+00:00"));
    }

    #[test]
    fn wrong_dates_say_what_is_wrong() {
        for (text, error) in [
            ("16-06-2026", DateError::Form),
            ("2026-6-16", DateError::Form),
            ("2026-06-16T9", DateError::Form),
            ("2026-02-30", DateError::Calendar),
            ("2026-06-16T25:00", DateError::Calendar),
            ("2026-06-16T09:00 Asia/Nowhere", DateError::Zone),
            ("é026-06-16", DateError::Form),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn moments_print_and_parse_back() {
        for text in ["2026-06-16", "2026-06-16T09:00:00+07:00"] {
            let moment = Moment::parse(text, &Timezone::utc()).expect("a date");
            assert_eq!(moment.to_string(), text);
        }
    }
}
