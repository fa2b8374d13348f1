//! The address by which other devices of the same network reach this machine, and a picture of it
//! that a phone reads.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// This machine's address in its network; none without a network.
pub(super) fn address() -> Option<IpAddr> {
    // Nothing is sent: the system only says from which address it would (RFC 5737 for the other).
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_unspecified() && !address.is_loopback()).then_some(address)
}

/// An address as a picture for terminals, dark on light whatever the terminal's colours.
pub fn picture(url: &str) -> Option<String> {
    let code = QrCode::new(url.as_bytes()).ok()?;
    Some(code.render::<Dense1x2>().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_picture() {
        let picture = picture("http://192.168.1.7:1111/").expect("a picture");
        assert!(picture.lines().count() > 10, "{picture}");
        assert!(picture.chars().all(|c| " █▀▄\n".contains(c)), "{picture}");
    }
}
