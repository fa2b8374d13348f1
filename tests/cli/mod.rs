//! The commands as people and programs call them: one file a command.

mod build;
mod check;
mod contract;
mod help;
mod init;
mod output;
mod routes;
mod search;
mod stem;
mod watch;
mod withheld;
