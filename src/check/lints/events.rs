//! `event-without-time`: events whose readers do not know when to come.

use crate::check::Publication;
use crate::config::StructuredData;
use crate::diagnostic::{Diagnostic, Problem};
use crate::schema::Value;

/// Looks for events whose `start` is a date alone: Indonesia has three time zones, and a bare date
/// tells neither hour nor zone.
///
/// An event that lasts all day (`all_day: true`) has no hour to tell.
pub(super) fn lint(publication: &Publication, out: &mut Vec<Diagnostic>) {
    for article in &publication.site.articles {
        if publication.site.type_of(article).structured_data != StructuredData::Event {
            continue;
        }
        let fields = &article.shared().fields;
        let is_all_day = fields.get("all_day").is_some_and(|field| field.value == Value::Boolean(true));
        if let Some(start) = fields.get("start").filter(|_| !is_all_day)
            && let Value::Moment(moment) = &start.value
            && !moment.has_time()
        {
            out.push(Diagnostic::at(start.span.clone(), Problem::EventWithoutTime { key: "start".to_owned() }));
        }
    }
}
