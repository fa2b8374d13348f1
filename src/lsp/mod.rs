//! A language server: what is wrong, what could be written and where things lead, told to editing
//! programs while a text is written (Language Server Protocol 3.17). `cli` gives it the input and
//! output; every answer comes from the same code as a build.
//!
//! **Invariant:** nothing that arrives makes it panic or stop; a conversation ends when the other
//! side ends it.
//! **Invariant:** it changes no file: edits are proposed, and the editing program makes them.

mod actions;
mod address;
mod candidates;
mod complete;
mod conversation;
mod definition;
mod desk;
mod diagnose;
mod file;
mod here;
mod hover;
mod meaning;
mod outline;
mod publication;
mod references;
mod requests;
mod shape;
mod symbols;
mod target;
mod text;
mod view;
mod wire;

use std::io::{self, BufRead, Write};

use crate::diagnostic::Tongue;

/// What the command line decides.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The language of messages, whatever the other side speaks.
    pub tongue: Option<Tongue>,
    /// The language of messages when the other side says none that we speak.
    pub fallback: Tongue,
    /// Tells what time it is.
    pub now: fn() -> jiff::Timestamp,
}

/// Talks with an editing program until it ends the conversation; false when it ended without
/// saying so.
///
/// # Errors
/// When nothing can be written to it any more.
pub fn serve(input: impl BufRead + Send + 'static, output: impl Write, settings: Settings) -> io::Result<bool> {
    conversation::Conversation::new(output, settings).run(input)
}
