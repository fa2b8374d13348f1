//! The preview as a program of its own, and one that asks it for pages.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running preview.
pub struct Client {
    child: Child,
    /// Host and port.
    pub address: String,
}

impl Client {
    /// Starts the preview of a publication on a free port.
    ///
    /// # Errors
    /// When it does not say where it listens.
    pub fn start(program: &Path, root: &Path) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.args(["serve", "--quiet", "--format", "json", "--port", "0", "--root"]).arg(root);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let out = child.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line)?;
        let said: serde_json::Value = serde_json::from_str(&line).map_err(io::Error::other)?;
        let url = said["url"].as_str().ok_or_else(|| io::Error::other(line.clone()))?;
        let address = url.trim_start_matches("http://").trim_end_matches('/').to_owned();
        Ok(Self { child, address })
    }

    /// Asks for a path, and reads the answer to its end.
    ///
    /// # Errors
    /// Those of the connection.
    pub fn get(&self, path: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_nodelay(true)?;
        let address = &self.address;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
