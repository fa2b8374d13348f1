//! Messages on the wire: a header with the length, then JSON (Language Server Protocol 3.17,
//! "Base Protocol").
//!
//! **Invariant:** nothing that arrives ends the conversation but its end: what cannot be read is
//! answered with an error, and the next message is read.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// How long a line of a header may be.
const LINE_LIMIT: u64 = 4 * 1024;
/// How long a message may be: many times the largest text that the program reads.
const MESSAGE_LIMIT: usize = 64 * 1024 * 1024;

/// What arrived.
#[derive(Debug)]
pub(super) enum Frame {
    Message(Box<Message>),
    /// Something else, with the code of the error that answers it.
    Unreadable(ErrorCode),
}

/// Reads the next message; none at the end of the input.
///
/// # Errors
/// When the input itself fails, or ends within a message.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Frame>> {
    let Some(length) = length(input)? else {
        return Ok(None);
    };
    if length > MESSAGE_LIMIT {
        io::copy(&mut input.take(u64::try_from(length).unwrap_or(u64::MAX)), &mut io::sink())?;
        return Ok(Some(Frame::Unreadable(ErrorCode::InvalidRequest)));
    }
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    let Ok(value) = serde_json::from_slice::<Value>(&bytes) else {
        return Ok(Some(Frame::Unreadable(ErrorCode::ParseError)));
    };
    Ok(Some(match serde_json::from_value(value) {
        Ok(message) => Frame::Message(Box::new(message)),
        Err(_) => Frame::Unreadable(ErrorCode::InvalidRequest),
    }))
}

/// Reads headers up to the empty line after one with a length; what is no header is passed over.
fn length(input: &mut impl BufRead) -> io::Result<Option<usize>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.by_ref().take(LINE_LIMIT).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() && length.is_some() {
            return Ok(length);
        }
        if let Some((name, value)) = line.split_once(':')
            && name.trim().eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// Writes a message.
///
/// # Errors
/// When the output fails.
pub(super) fn write(output: &mut impl Write, message: &Message) -> io::Result<()> {
    message.write(output)
}

/// Says that what arrived is no message; it has no id to answer to.
///
/// # Errors
/// When the output fails.
pub(super) fn refuse(output: &mut impl Write, code: ErrorCode) -> io::Result<()> {
    let error = json!({ "code": code as i32, "message": format!("{code:?}") });
    let text = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What arrives, each as the method of a message or the code of an error.
    fn check(text: &str, expected: &str) {
        let mut input = text.as_bytes();
        let mut found = Vec::new();
        while let Ok(Some(frame)) = read(&mut input) {
            found.push(match frame {
                Frame::Message(message) => match *message {
                    Message::Request(request) => request.method,
                    Message::Notification(notification) => notification.method,
                    Message::Response(_) => "response".to_owned(),
                },
                Frame::Unreadable(code) => format!("{}", code as i32),
            });
        }
        assert_eq!(found.join(" "), expected, "{text:?}");
    }

    #[test]
    fn messages_are_read_and_the_rest_is_told() {
        let frame = |text: &str| format!("Content-Length: {}\r\n\r\n{text}", text.len());
        let hello = frame("{\"method\":\"hello\"}");
        check(&hello, "hello");
        check(&format!("{}{hello}", frame("{\"id\":1,\"method\":\"a\"}")), "a hello");
        check(&format!("content-type: x\r\n{hello}"), "hello");
        check(&format!("rubbish\n\n\n{hello}"), "hello");
        check(&format!("{}{hello}", frame("{\"method\"")), "-32700 hello");
        check(&format!("{}{hello}", frame("[1]")), "-32600 hello");
        check(&format!("Content-Length: x\r\n\r\n{hello}"), "hello");
        check("Content-Length: 99\r\n\r\n{}", "");
        check("", "");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let mut input = bytes.as_slice();
            while let Ok(Some(_)) = read(&mut input) {}
        }
    }
}
