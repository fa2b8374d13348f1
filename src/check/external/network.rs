//! One address asked over the network: by its head, by its body where a host refuses that.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use ureq::Agent;
use ureq::http::{Response, StatusCode, header};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use super::Answer;

/// How many times an address may lead on.
const MOST_STEPS: usize = 6;
/// A host that wants a longer pause is asked another day.
const LONGEST_PAUSE: u64 = 30;

/// How long the program waits for others.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Between two questions to one host.
    pub pause: Duration,
    /// For one answer.
    pub timeout: Duration,
    /// How often a question is asked again that was not answered.
    pub retries: u32,
}

/// The way to other sites.
pub struct Network {
    agent: Agent,
    patience: Patience,
}

/// Why there is no answer.
struct Fault {
    fault: &'static str,
    detail: String,
}

impl Network {
    /// Makes a client that trusts what the system trusts.
    pub fn new(patience: Patience) -> Self {
        let roots = rustls_native_certs::load_native_certs().certs;
        let roots: Vec<Certificate> = roots.iter().map(|root| Certificate::from_der(root).to_owned()).collect();
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(Arc::new(roots)))
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .timeout_global(Some(patience.timeout))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("kabar/", env!("CARGO_PKG_VERSION"), " (link check)"))
            .tls_config(tls)
            .build();
        Self { agent: config.new_agent(), patience }
    }

    pub(super) fn pause(&self) -> Duration {
        self.patience.pause
    }

    /// Asks whether an address holds, again when the answer may be a passing fault.
    pub(super) fn ask(&self, url: &str) -> Answer {
        let mut turn = 0;
        loop {
            let (answer, wait) = self.once(url);
            let Some(wait) = wait.filter(|_| turn < self.patience.retries) else {
                return answer;
            };
            turn += 1;
            thread::sleep(wait * turn);
        }
    }

    /// Sends the fields of a form; whatever is not a plain yes is a refusal.
    pub fn post(&self, url: &str, form: &str) -> Answer {
        let request = self.agent.post(url).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        match request.send(form) {
            Ok(response) if response.status().is_success() => Answer::Fine,
            Ok(response) => dead(response.status()),
            Err(error) => {
                let Fault { fault, detail } = fault(&error);
                Answer::Dead { fault: fault.to_owned(), detail }
            }
        }
    }

    /// Asks once; with an answer that may pass comes the time to wait.
    fn once(&self, url: &str) -> (Answer, Option<Duration>) {
        let mut at = url.to_owned();
        let mut is_permanent = true;
        for _ in 0..MOST_STEPS {
            let response = match self.request(&at) {
                Ok(response) => response,
                Err(Fault { fault, detail }) => {
                    let wait = (fault != "secure").then_some(Duration::from_secs(1));
                    return (Answer::Dead { fault: fault.to_owned(), detail }, wait);
                }
            };
            let status = response.status();
            let next = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
            if let Some(next) = next.filter(|_| status.is_redirection()) {
                is_permanent &= matches!(status.as_u16(), 301 | 308);
                at = joined(&at, next);
                continue;
            }
            return match status.as_u16() {
                200..=399 if at != url && is_permanent => (Answer::Moved { to: at }, None),
                // These refuse programs, not readers: nothing is known.
                200..=399 | 401 | 403 | 405 | 406 | 999 => (Answer::Fine, None),
                429 => (Answer::Fine, retry_after(&response)),
                500..=599 => (dead(status), Some(Duration::from_secs(1))),
                _ => (dead(status), None),
            };
        }
        (Answer::Dead { fault: "other".to_owned(), detail: format!("{MOST_STEPS} × 3xx") }, None)
    }

    /// Asks for the head alone, and for all where a host does not answer to that.
    fn request(&self, url: &str) -> Result<Response<ureq::Body>, Fault> {
        let head = self.agent.head(url).call().map_err(|error| fault(&error))?;
        if head.status().as_u16() < 400 {
            return Ok(head);
        }
        self.agent.get(url).call().map_err(|error| fault(&error))
    }
}

fn dead(status: StatusCode) -> Answer {
    Answer::Dead { fault: "status".to_owned(), detail: status.as_str().to_owned() }
}

fn retry_after(response: &Response<ureq::Body>) -> Option<Duration> {
    let seconds = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    (seconds <= LONGEST_PAUSE).then(|| Duration::from_secs(seconds))
}

fn fault(error: &ureq::Error) -> Fault {
    let fault = match error {
        ureq::Error::Timeout(_) => "timeout",
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => "host",
        ureq::Error::Io(error) => match error.kind() {
            std::io::ErrorKind::TimedOut | std::io::ErrorKind::WouldBlock => "timeout",
            std::io::ErrorKind::InvalidData => "secure",
            std::io::ErrorKind::ConnectionRefused | std::io::ErrorKind::ConnectionReset => "host",
            _ => "other",
        },
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::TlsRequired => "secure",
        _ => "other",
    };
    Fault { fault, detail: error.to_string() }
}

/// Where a redirect leads, seen from the address that gave it (RFC 3986 §5.2).
fn joined(from: &str, to: &str) -> String {
    if to.contains("://") {
        return to.to_owned();
    }
    let (scheme, rest) = from.split_once("://").unwrap_or(("https", from));
    if to.starts_with("//") {
        return format!("{scheme}:{to}");
    }
    let path = rest.find(['/', '?', '#']).map_or("/", |start| &rest[start..]);
    let host = &rest[..rest.len() - if path == "/" && !rest.ends_with('/') { 0 } else { path.len() }];
    if to.starts_with('/') {
        return format!("{scheme}://{host}{to}");
    }
    let path = path.split(['?', '#']).next().unwrap_or("/");
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{scheme}://{host}{folder}/{to}")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_redirect_is_read_from_where_it_stands() {
        assert_eq!(joined("https://a.org", "/b"), "https://a.org/b");
        assert_eq!(joined("https://a.org/x/y?z", "b"), "https://a.org/x/b");
        assert_eq!(joined("http://a.org/x", "//b.org/"), "http://b.org/");
        assert_eq!(joined("http://a.org/x", "https://b.org/"), "https://b.org/");
    }
}
