//! What was wrong in a text and has been put right, told to readers with its day.
//!
//! **Invariant:** a correction keeps its anchor when others are added: it is made of its day, and of
//! its place among those of the same day.

use crate::base::Moment;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span};
use crate::schema;
use crate::yaml::{self, Fields, Node};

/// A correction of a text, in its own language.
#[derive(Debug, Clone)]
pub struct Correction {
    pub date: Moment,
    pub text: String,
    /// Where it stands on its page: `correction-2026-06-03`.
    pub anchor: String,
    pub span: Span,
}

/// Reads all corrections, the newest first.
pub(super) fn corrections(node: &Node, config: &Config, out: &mut Vec<Diagnostic>) -> Vec<Correction> {
    let nodes = yaml::items(node, "corrections", out).unwrap_or_default();
    let mut read: Vec<Correction> = nodes.iter().filter_map(|node| correction(node, config, out)).collect();
    // Those of one day in the order in which they are written, whatever comes behind them.
    for index in 0..read.len() {
        let day = read[index].date.date();
        let before = read[..index].iter().filter(|other| other.date.date() == day).count();
        let number = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        read[index].anchor = format!("correction-{day}{number}");
    }
    read.sort_by(|a, b| b.date.cmp(&a.date));
    read
}

fn correction(node: &Node, config: &Config, out: &mut Vec<Diagnostic>) -> Option<Correction> {
    let mut fields = Fields::of(node, "corrections", "corrections", out)?;
    let date = fields.require("date", out).and_then(|node| {
        let text = yaml::text(node, "date", out)?;
        let moment = schema::moment_of(&text, &config.timezone);
        moment.map_err(|problem| out.push(Diagnostic::at(node.span.clone(), problem))).ok()
    });
    let text = fields.require("text", out).and_then(|node| yaml::text(node, "text", out));
    fields.finish(out);
    Some(Correction { date: date?, text: text?, anchor: String::new(), span: node.span.clone() })
}
