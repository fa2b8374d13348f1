//! The browser: Chromium with the article open, which says when it has painted a change.

use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::client::Client;
use super::edit::{Edit, Scene};

/// Edits so often with the page open in Chromium; the script saves the files itself, so that the
/// clock that starts is the clock that stops.
pub fn paint(scene: &Scene, client: &Client, edit: Edit, rounds: usize) -> io::Result<Vec<Duration>> {
    // One text with a place for the mark: the script fills it in.
    let change = scene.change(edit, "ukurMARK")?;
    let place = scene.root.join(format!("ukur-{edit:?}.txt"));
    change.save_to(&place)?;
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/browser/paint.mjs");
    let mut command = Command::new("node");
    command.arg(script).arg(format!("http://{}{}", client.address, scene.page)).arg(&change.file).arg(&place);
    command.arg(rounds.to_string()).arg(if edit == Edit::Style { "style" } else { "text" });
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(io::Error::other(format!("{command:?} ended with {}", output.status)));
    }
    let times: Vec<f64> = serde_json::from_slice(&output.stdout).map_err(io::Error::other)?;
    scene.restore(edit)?;
    Ok(times.into_iter().map(|milliseconds| Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0)).collect())
}
