//! A scenario is one expression: the files of a publication in a temporary folder, what is done
//! with them, and what must come of it.
//!
//! ```ignore
//! SiteTest::new().minimal().file("content/a.id.md", page("Satu", "")).build().check("a/index.html", contains("Satu"));
//! ```

mod editor;
mod expectation;
pub mod folder;
pub mod markup;
mod run;
mod server;
mod site_test;

pub use editor::{Editor, applied, byte, position};
pub use expectation::{Expectation, absent, contains, is, lacks};
pub use folder::Tree;
pub use run::{Run, command, kabar};
pub use server::{Answer, Events, Server};
pub use site_test::{NOW, SiteTest};

/// The front matter of an article and its body.
pub fn page(title: &str, rest: &str) -> String {
    let (front, body) = rest.split_once("---\n").unwrap_or(("", rest));
    format!("---\ntitle: {title}\n{front}---\n\n{body}")
}
