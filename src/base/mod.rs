//! Values that cannot be wrong: paths, URLs, languages, slugs, dates, media types, fingerprints.
//! They come from text that a person or a file system wrote; every later stage takes them.
//!
//! **Invariant:** nothing here depends on another module of ours, and no value can be built
//! without its check.

mod date;
mod hash;
mod lang;
mod media;
mod path;
pub mod percent;
pub mod script;
mod slug;
mod url;

pub use date::{DateError, Moment, Timezone};
pub use hash::{Fingerprint, integrity};
pub use lang::{Lang, LangError};
pub use media::MediaType;
pub use path::{OutputPath, PathError, SourcePath};
pub use slug::{Slug, slugify};
pub use url::{Origin, UrlError, UrlPath};
