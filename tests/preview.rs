//! `kabar serve`: what it answers, how it follows files, what it tells open pages, and that
//! nothing brings it down.

mod answers;
mod equality;
mod events;
mod following;
mod saving;
mod wrong;
