//! Whom the preview answers. A page of another site could have its own name lead to this machine
//! and read what is not published yet (DNS rebinding); a browser always says by which name it asks.
//!
//! **Invariant:** a name that anyone else could own is refused.

use std::net::IpAddr;

/// Says whether a request by this name of the host, with or without a port, is answered.
pub(super) fn is_ours(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest),
        None => host.rsplit_once(':').map_or(host, |(name, _)| name),
    };
    // An address is what it says; names lead wherever their owners want.
    let is_address = name.parse::<IpAddr>().is_ok();
    let name = name.trim_end_matches('.');
    is_address || name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_others_are_refused() {
        for host in [
            "localhost",
            "LOCALHOST:1111",
            "a.localhost:1",
            "127.0.0.1",
            "127.0.0.1:1111",
            "[::1]:1",
            "192.168.1.7:1111",
        ] {
            assert!(is_ours(host), "{host}");
        }
        for host in
            ["", "example.org", "example.org:1111", "localhost.example.org", "127.0.0.1.example.org", "notlocalhost"]
        {
            assert!(!is_ours(host), "{host}");
        }
    }
}
