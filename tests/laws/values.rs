//! Values that were checked print as they were read, and read as they print.

use std::fmt::{Debug, Display};

use kabar::base::{Fingerprint, Lang, Moment, Origin, OutputPath, Slug, SourcePath, Timezone, UrlPath, slugify};
use proptest::prelude::*;

use super::law;

/// Texts near to what is allowed, and any others.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z0-9./-]{0,16}",
        "/?([a-zA-Z0-9é]{1,5}/){0,3}[a-z.]{0,8}",
        "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}",
        "https?://[a-z.:0-9]{1,12}(/[a-z]{0,4}){0,3}",
        any::<String>(),
    ]
}

fn returns<T: PartialEq + Debug + Display>(read: impl Fn(&str) -> Option<T>) {
    law(400, &texts(), |text| {
        if let Some(value) = read(&text) {
            let printed = value.to_string();
            let again = read(&printed);
            prop_assert_eq!(again.as_ref(), Some(&value), "{:?} prints {:?}", text, printed);
            prop_assert_eq!(again.map(|value| value.to_string()), Some(printed));
        }
        Ok(())
    });
}

#[test]
fn languages_return() {
    returns(|text| text.parse::<Lang>().ok());
}

#[test]
fn slugs_return() {
    returns(Slug::new);
}

#[test]
fn paths_return() {
    returns(|text| SourcePath::new(text).ok());
    returns(|text| OutputPath::new(text).ok());
}

#[test]
fn addresses_return() {
    returns(|text| UrlPath::new(text).ok());
    returns(|text| Origin::new(text).ok());
}

#[test]
fn a_slug_is_made_once() {
    law(400, &any::<String>(), |text| {
        if let Some(slug) = slugify(&text) {
            prop_assert_eq!(Slug::new(slug.as_str()), Some(slug.clone()));
            prop_assert_eq!(slugify(slug.as_str()), Some(slug));
        }
        Ok(())
    });
}

#[test]
fn one_file_serves_one_address() {
    law(400, &(texts(), texts()), |(left, right)| {
        if let (Ok(left), Ok(right)) = (UrlPath::new(&left), UrlPath::new(&right)) {
            prop_assert_eq!(left == right, left.to_output() == right.to_output(), "{} {}", left, right);
        }
        Ok(())
    });
}

#[test]
fn no_path_leaves_its_tree() {
    law(400, &(texts(), texts()), |(folder, relative)| {
        if let Ok(path) = SourcePath::new(&folder).and_then(|folder| folder.resolve(&relative)) {
            let root = std::path::Path::new("root");
            prop_assert!(path.to_os(root).starts_with(root), "{}", path);
            prop_assert!(!path.as_str().split('/').any(|part| matches!(part, "" | "." | "..")), "{}", path);
        }
        Ok(())
    });
}

#[test]
fn dates_return() {
    let zones = ["Asia/Makassar", "Asia/Jayapura", "Europe/London", "America/St_Johns"];
    // Earlier zones had offsets with seconds.
    let values = (1970..2100_i16, 1..13_i8, 1..29_i8, 0..24_u8, 0..60_u8, proptest::sample::select(zones.to_vec()));
    law(400, &values, |(year, month, day, hour, minute, zone)| {
        let zone = Timezone::new(zone).expect("a time zone");
        for text in
            [format!("{year:04}-{month:02}-{day:02}"), format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")]
        {
            let moment =
                Moment::parse(&text, &zone).map_err(|error| TestCaseError::fail(format!("{text}: {error:?}")))?;
            let again = Moment::parse(&moment.iso(), &zone);
            prop_assert_eq!(again.as_ref().map(Moment::iso), Ok(moment.iso()), "{}", text);
            prop_assert!(moment.iso().starts_with(&text[..10]), "{} became {}", text, moment.iso());
        }
        Ok(())
    });
}

#[test]
fn fingerprints_return() {
    law(100, &any::<Vec<u8>>(), |bytes| {
        let hash = Fingerprint::of(&bytes);
        prop_assert_eq!(Fingerprint::from_hex(&hash.to_string()), Some(hash));
        Ok(())
    });
}
