//! The commands as people and programs call them: one file a command.

mod build;
mod check;
mod cms;
mod contract;
mod explain;
mod help;
mod init;
mod new;
mod output;
mod rename;
mod routes;
mod search;
mod status;
mod stem;
mod translate;
mod watch;
mod withheld;

/// What commands that write sources say, which no publication on a disk can be wrong with.
pub const RAISED: [&str; 5] = ["already-there", "missing-fields", "not-an-article", "nothing-there", "slug-taken"];
