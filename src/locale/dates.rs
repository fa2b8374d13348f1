//! Days and times of day in words, by the Gregorian calendar: URLs and archives count its years.

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::fieldsets::{T, YMD, YMDE};
use icu_datetime::input::{Date, Time};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_locale::Locale;

use crate::base::Moment;

type Days = FixedCalendarDateTimeFormatter<Gregorian, DateFieldSet>;

/// The formatters of days and times of one language; none where CLDR has no data at all.
#[derive(Debug)]
pub(super) struct Dates {
    long: Option<Days>,
    short: Option<Days>,
    full: Option<Days>,
    time: Option<NoCalendarFormatter<T>>,
}

impl Dates {
    pub(super) fn new(tag: &Locale) -> Self {
        let days = |fields| Days::try_new(tag.into(), fields).ok();
        Self {
            long: days(DateFieldSet::YMD(YMD::long())),
            short: days(DateFieldSet::YMD(YMD::medium())),
            full: days(DateFieldSet::YMDE(YMDE::long())),
            time: NoCalendarFormatter::try_new(tag.into(), T::hm()).ok(),
        }
    }

    pub(super) fn long(&self, moment: &Moment) -> String {
        written(self.long.as_ref(), moment)
    }

    pub(super) fn short(&self, moment: &Moment) -> String {
        written(self.short.as_ref(), moment)
    }

    pub(super) fn full(&self, moment: &Moment) -> String {
        written(self.full.as_ref(), moment)
    }

    pub(super) fn time(&self, moment: &Moment) -> String {
        let text = self.time.as_ref().zip(clock(moment)).map(|(formatter, time)| formatter.format(&time).to_string());
        text.unwrap_or_else(|| moment.zoned().strftime("%H:%M").to_string())
    }
}

fn written(days: Option<&Days>, moment: &Moment) -> String {
    let text = days.zip(day(moment)).map(|(days, day)| days.format(&day).to_string());
    text.unwrap_or_else(|| moment.date().to_string())
}

fn day(moment: &Moment) -> Option<Date<Gregorian>> {
    let date = moment.date();
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn clock(moment: &Moment) -> Option<Time> {
    let time = moment.zoned().time();
    let part = |number: i8| u8::try_from(number).ok();
    Time::try_new(part(time.hour())?, part(time.minute())?, part(time.second())?, 0).ok()
}

#[cfg(test)]
mod tests {
    use crate::base::{Moment, Timezone};
    use crate::locale::Locale;

    fn moment(text: &str) -> Moment {
        let zone = Timezone::new("Asia/Jakarta").expect("a zone");
        Moment::parse(text, &zone).expect("a date")
    }

    #[test]
    fn days_are_written_as_the_language_does() {
        let check = |lang: &str, long: &str, short: &str, full: &str| {
            let locale = Locale::new(&lang.parse().expect("a language"));
            let day = moment("2026-06-16");
            assert_eq!(locale.date(&day), long);
            assert_eq!(locale.short_date(&day), short);
            assert_eq!(locale.full_date(&day), full);
        };
        check("id", "16 Juni 2026", "16 Jun 2026", "Selasa, 16 Juni 2026");
        check("en", "16 June 2026", "16 Jun 2026", "Tuesday, 16 June 2026");
        check("en-us", "June 16, 2026", "Jun 16, 2026", "Tuesday, June 16, 2026");
        check("jv", "16 Juni 2026", "16 Jun 2026", "Selasa, 16 Juni 2026");
        check("fr", "16 juin 2026", "16 juin 2026", "mardi 16 juin 2026");
        check("xyz", "16 June 2026", "16 Jun 2026", "Tuesday, 16 June 2026");
    }

    #[test]
    fn times_are_written_as_the_language_does_and_bare_dates_have_none() {
        let check = |lang: &str, text: &str, expected: &str| {
            let locale = Locale::new(&lang.parse().expect("a language"));
            assert_eq!(locale.time(&moment(text)), expected, "{lang}");
        };
        check("id", "2026-06-16T09:00", "09.00");
        check("en", "2026-06-16T09:00", "09:00");
        check("en", "2026-06-16T21:05", "21:05");
        check("id", "2026-06-16", "");
    }
}
