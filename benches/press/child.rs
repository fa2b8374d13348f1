//! A program run and measured: time on the clock, time of processors, peak memory.
//!
//! Processor time and memory come from Linux's `/proc`, without unsafe code; elsewhere they are
//! not known. The peak is `VmHWM`, asked every two milliseconds while the program runs: what grows
//! in the very last of them is missed. (The `ru_maxrss` of a reaped child would count the pages of
//! the process that started it, too.) Processor time is the growth of `cutime + cstime` of this
//! process: that of the children it has waited for, in ticks of 10 ms.

use std::fs;
use std::io;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What running something took.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    pub wall: Duration,
    pub processor: Option<Duration>,
    /// In bytes.
    pub peak: Option<u64>,
}

const STEP: Duration = Duration::from_millis(2);

/// Ticks a second of the times in `/proc`: the same for all of Linux's common machines.
const TICKS: u64 = 100;

/// Whose processor time.
#[derive(Debug, Clone, Copy)]
enum Whose {
    Own,
    Children,
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started, or fails.
pub fn run(command: &mut Command) -> io::Result<Usage> {
    let before = processor(Whose::Children);
    let start = Instant::now();
    let mut child = command.spawn()?;
    let (is_over, peak) = (AtomicBool::new(false), AtomicU64::new(0));
    let (status, wall) = thread::scope(|scope| {
        let place = format!("/proc/{}/status", child.id());
        let (is_over, peak) = (&is_over, &peak);
        scope.spawn(move || {
            while !is_over.load(Ordering::Relaxed) {
                if let Some(bytes) = fs::read_to_string(&place).ok().as_deref().and_then(high_water) {
                    peak.fetch_max(bytes, Ordering::Relaxed);
                }
                thread::sleep(STEP);
            }
        });
        let status = child.wait();
        let wall = start.elapsed();
        is_over.store(true, Ordering::Relaxed);
        (status, wall)
    });
    let status = status?;
    if !status.success() {
        return Err(io::Error::other(format!("{command:?} ended with {status}")));
    }
    let processor = processor(Whose::Children).zip(before).map(|(after, before)| after.saturating_sub(before));
    Ok(Usage { wall, processor, peak: Some(peak.into_inner()).filter(|peak| *peak > 0) })
}

/// Measures what this process does itself; its memory is not told.
///
/// # Errors
/// Those of what it does.
pub fn own<T>(work: impl FnOnce() -> io::Result<T>) -> io::Result<(T, Usage)> {
    let before = processor(Whose::Own);
    let start = Instant::now();
    let value = work()?;
    let wall = start.elapsed();
    let processor = processor(Whose::Own).zip(before).map(|(after, before)| after.saturating_sub(before));
    Ok((value, Usage { wall, processor, peak: None }))
}

/// User and system time so far (proc(5), `/proc/pid/stat`, fields 14 to 17).
fn processor(whose: Whose) -> Option<Duration> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold anything; the third field follows it.
    let (_, fields) = text.rsplit_once(") ")?;
    let fields: Vec<u64> = fields.split(' ').map(|field| field.parse().unwrap_or_default()).collect();
    let ticks = match whose {
        Whose::Own => fields.get(11)? + fields.get(12)?,
        Whose::Children => fields.get(13)? + fields.get(14)?,
    };
    Some(Duration::from_millis(ticks * 1000 / TICKS))
}

fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}
