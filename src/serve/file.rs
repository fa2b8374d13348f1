//! Files of the publication as they are: streamed in pieces, whole or a part of them.
//!
//! **Invariant:** no file is held in memory, however large.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

use axum::body::{Body, Bytes};
use futures_util::stream::unfold;

/// How much is read at once.
const PIECE: u64 = 256 * 1024;

/// A part of a file as the body of a response.
pub(super) fn body(file: File, part: &Range<u64>) -> io::Result<Body> {
    let mut file = file;
    file.seek(SeekFrom::Start(part.start))?;
    let left = part.end - part.start;
    Ok(Body::from_stream(unfold(Some((file, left)), |state| async {
        let (file, left) = state.filter(|(_, left)| *left > 0)?;
        let read = tokio::task::spawn_blocking(move || piece(file, left)).await;
        match read.map_err(io::Error::other).and_then(|piece| piece) {
            Ok((_, bytes)) if bytes.is_empty() => None,
            Ok((file, bytes)) => {
                let left = left.saturating_sub(bytes.len() as u64);
                Some((Ok(bytes), Some((file, left))))
            }
            Err(error) => Some((Err(error), None)),
        }
    })))
}

fn piece(mut file: File, left: u64) -> io::Result<(File, Bytes)> {
    let mut bytes = Vec::new();
    (&mut file).take(left.min(PIECE)).read_to_end(&mut bytes)?;
    Ok((file, bytes.into()))
}

/// The part that a `Range` header asks for (RFC 9110 §14.2); none when it asks for something that
/// a whole answer serves as well, an error when there is no such part.
pub(super) fn part(header: &str, size: u64) -> Result<Option<Range<u64>>, ()> {
    let Some(range) = header.trim().strip_prefix("bytes=").filter(|range| !range.contains(',')) else {
        return Ok(None);
    };
    let Some((first, last)) = range.split_once('-') else {
        return Ok(None);
    };
    let number = |text: &str| text.trim().parse::<u64>();
    let part = match (number(first), number(last)) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..size,
        (Err(_), Ok(count)) if first.trim().is_empty() => size.saturating_sub(count)..size,
        _ => return Ok(None),
    };
    if part.start < part.end { Ok(Some(part)) } else { Err(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_that_are_asked_for() {
        let cases = [
            ("bytes=0-3", Ok(Some(0..4))),
            ("bytes=5-", Ok(Some(5..10))),
            ("bytes=-3", Ok(Some(7..10))),
            ("bytes=-30", Ok(Some(0..10))),
            ("bytes=8-99", Ok(Some(8..10))),
            ("bytes=10-", Err(())),
            ("bytes=3-2", Ok(None)),
            ("bytes=0-1,3-4", Ok(None)),
            ("lines=0-3", Ok(None)),
            ("bytes=a-b", Ok(None)),
        ];
        for (header, expected) in cases {
            assert_eq!(part(header, 10), expected, "{header}");
        }
    }
}
