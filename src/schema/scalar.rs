//! Scalars that have a form: moments, zones, URLs, e-mail addresses.
//!
//! **Invariant:** a URL that passes is absolute, http or https, and can run no code.

use crate::base::{DateError, Moment, Timezone};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use crate::yaml::{Node, text};

/// Whether a time of day may follow the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Forbidden,
    Allowed,
}

/// Reads a date or a zoned date-time; without zone or offset it is in `zone`.
pub(super) fn moment(
    node: &Node,
    key: &str,
    clock: Clock,
    zone: &Timezone,
    out: &mut Vec<Diagnostic>,
) -> Option<Moment> {
    let value = text(node, key, out)?;
    let problem = match moment_of(&value, zone) {
        Ok(moment) if clock == Clock::Allowed || !moment.has_time() => return Some(moment),
        Ok(_) => Problem::DateForm { value },
        Err(problem) => problem,
    };
    out.push(Diagnostic::at(node.span.clone(), problem));
    None
}

/// Checks a date or zoned date-time; without zone or offset it is in `zone`.
///
/// # Errors
/// When the form, the calendar or the zone is wrong.
pub fn moment_of(value: &str, zone: &Timezone) -> Result<Moment, Problem> {
    Moment::parse(value, zone).map_err(|error| {
        let value = value.to_owned();
        match error {
            DateError::Form => Problem::DateForm { value },
            DateError::Calendar => Problem::NoSuchDate { value },
            DateError::Zone => {
                let name = value.rsplit(' ').next().unwrap_or_default();
                Problem::UnknownTimezone { nearest: nearest_zone(name), value: name.to_owned() }
            }
        }
    })
}

/// Reads the name of a time zone of the IANA database.
pub fn timezone(node: &Node, key: &str, out: &mut Vec<Diagnostic>) -> Option<Timezone> {
    let name = text(node, key, out)?;
    if let Ok(zone) = Timezone::new(&name) {
        return Some(zone);
    }
    let nearest = nearest_zone(&name);
    out.push(Diagnostic::at(node.span.clone(), Problem::UnknownTimezone { value: name, nearest }));
    None
}

/// What Indonesians call their zones, and their names in the IANA database.
pub const INDONESIAN_ZONES: [(&str, &str); 3] =
    [("WIB", "Asia/Jakarta"), ("WITA", "Asia/Makassar"), ("WIT", "Asia/Jayapura")];

/// The names of all time zones of the IANA database.
pub fn timezones() -> Vec<String> {
    jiff::tz::db().available().map(|name| name.to_string()).collect()
}

/// Finds a zone by a wrong name, by its city alone, or by what Indonesians call theirs.
fn nearest_zone(wrong: &str) -> Option<String> {
    let known = INDONESIAN_ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(wrong));
    if let Some((_, zone)) = known {
        return Some((*zone).to_owned());
    }
    let names = timezones();
    nearest(wrong, names.iter().map(String::as_str)).or_else(|| {
        let city = |name: &'_ str| name.rsplit('/').next().map(str::to_owned);
        let cities: Vec<String> = names.iter().filter_map(|name| city(name)).collect();
        let near = nearest(&city(wrong)?.replace(' ', "_"), cities.iter().map(String::as_str))?;
        names.into_iter().filter(|name| city(name).as_ref() == Some(&near)).min()
    })
}

/// Checks an absolute http or https URL.
///
/// # Errors
/// When it is none; a URL that would run code in the reader's browser is told apart.
pub fn url(value: &str) -> Result<(), Problem> {
    let scheme = value.split(':').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_unsafe = value.contains(':') && ["javascript", "vbscript", "data"].contains(&scheme.as_str());
    if is_unsafe {
        return Err(Problem::UnsafeUrl { value: value.to_owned() });
    }
    let after = ["http://", "https://"].iter().find_map(|prefix| {
        let (head, rest) = value.split_at_checked(prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then_some(rest)
    });
    // What browsers would mend silently (blanks, backslashes, quotes) is better mended at the source.
    let is_clean = !value.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c));
    match after {
        Some(rest) if is_clean && has_host(rest) => Ok(()),
        _ => Err(Problem::InvalidUrl { value: value.to_owned() }),
    }
}

fn has_host(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    let address = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_address = address.is_some_and(|address| address.parse::<std::net::Ipv6Addr>().is_ok());
    is_port && (is_address || is_domain(host))
}

/// Letters of any script: names may be internationalised.
fn is_domain(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    name.split('.').all(|label| {
        let has_edges = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && !has_edges && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    })
}

/// Checks an e-mail address by the rule of HTML (the email state of `input`), which is what the
/// browsers of readers accept, and wants a domain with a dot, as addresses for the public have.
///
/// # Errors
/// When it is none.
pub fn email(value: &str) -> Result<(), Problem> {
    let is_local = |local: &str| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
        !local.is_empty() && local.len() <= 64 && local.chars().all(is_letter)
    };
    let is_host = |host: &str| {
        let are_labels = host.split('.').all(|label| label.len() <= 63);
        host.is_ascii() && host.contains('.') && !host.ends_with('.') && are_labels && is_domain(host)
    };
    match value.rsplit_once('@') {
        Some((local, host)) if is_local(local) && is_host(host) => Ok(()),
        _ => Err(Problem::InvalidEmail { value: value.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_absolute_and_safe() {
        for value in [
            "https://baktinews.example",
            "http://localhost:8000/a?b=c#d",
            "HTTPS://x.id/é?q=1",
            "https://[::1]:80/",
            "https://münchen.example/",
        ] {
            assert_eq!(url(value), Ok(()), "{value}");
        }
        for value in [
            "",
            "/a",
            "a.org",
            "https://",
            "https:///a",
            "https://a b",
            "https://a..b",
            "https://-a.org",
            "https://a:b/",
            "https://user@a.org",
            "ftp://a.org",
            "mailto:a@b.org",
            "https://a.org/<b>",
            "éhttps://a",
        ] {
            assert_eq!(url(value).map_err(|problem| problem.code()), Err("invalid-url"), "{value}");
        }
        for value in ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "vbscript:x"] {
            assert_eq!(url(value).map_err(|problem| problem.code()), Err("unsafe-url"), "{value}");
        }
    }

    #[test]
    fn addresses_have_a_name_and_a_domain() {
        for value in ["redaksi@bakti.or.id", "a.b+c@x-y.org", "o'neil@example.com"] {
            assert_eq!(email(value), Ok(()), "{value}");
        }
        for value in ["", "a", "@b.org", "a@", "a@b", "a@b.", "a b@c.org", "a@b@c.org", "a@-b.org", "a@b..org"] {
            assert!(email(value).is_err(), "{value}");
        }
    }

    #[test]
    fn wrong_zones_have_a_near_one() {
        let near = |name: &str| nearest_zone(name);
        assert_eq!(near("Asia/Makasar"), Some("Asia/Makassar".to_owned()));
        assert_eq!(near("Makassar"), Some("Asia/Makassar".to_owned()));
        assert_eq!(near("WITA"), Some("Asia/Makassar".to_owned()));
        assert_eq!(near("wit"), Some("Asia/Jayapura".to_owned()));
        assert_eq!(near("new york"), Some("America/New_York".to_owned()));
        assert_eq!(near("Kwangkwing/Zzyzx"), None);
    }
}
