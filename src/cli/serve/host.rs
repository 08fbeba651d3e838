//! For which hosts requests are answered.
//!
//! A page of somebody else can make a browser ask this machine, under a name that suddenly leads here. Such a request
//! gives itself away by that name.

use std::net::IpAddr;

use hyper::http::uri::Authority;

/// The names under which this server may be asked.
#[derive(Debug)]
pub(super) struct Hosts {
    pub(super) port: u16,
    /// What was given with `--host`.
    pub(super) given: Option<String>,
    /// Whether every address of this machine is listened on. A number cannot be led here by somebody else.
    pub(super) any_address: bool,
}

impl Hosts {
    /// Whether a `Host` header names this server.
    pub(super) fn allow(&self, header: &str) -> bool {
        let Ok(authority) = header.parse::<Authority>() else { return false };
        if header.contains('@') || authority.port_u16().unwrap_or(80) != self.port {
            return false;
        }
        let host = authority.host();
        let bare = bare(host);
        let given = self.given.as_deref().map(self::bare);
        match bare.parse::<IpAddr>() {
            Ok(address) => {
                address.is_loopback()
                    || self.any_address
                    || given.and_then(|given| given.parse::<IpAddr>().ok()) == Some(address)
            }
            Err(_) => {
                host.eq_ignore_ascii_case("localhost")
                    || given.is_some_and(|given| host.eq_ignore_ascii_case(given))
            }
        }
    }
}

/// An address without the brackets that IPv6 needs beside a port.
pub(super) fn bare(host: &str) -> &str {
    host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(port: u16, given: Option<&str>) -> Hosts {
        Hosts { port, given: given.map(str::to_owned), any_address: false }
    }

    #[test]
    fn only_this_machine_is_meant() {
        let own = hosts(4000, None);
        for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"] {
            assert!(own.allow(host), "{host}");
        }
        for host in [
            "",
            "localhost",
            "localhost:4001",
            "evil.example:4000",
            "localhost.evil.example:4000",
            "127.0.0.1.evil.example:4000",
            "evil@localhost:4000",
            "192.168.1.5:4000",
            "[::2]:4000",
            "localhost:4000:4000",
            "localhost:4000/x",
            "loc\u{0430}lhost:4000",
        ] {
            assert!(!own.allow(host), "{host}");
        }
        assert!(hosts(80, None).allow("localhost"), "the usual port is not named");
    }

    #[test]
    fn a_given_host_is_meant_too() {
        assert!(hosts(4000, Some("desk.lan")).allow("Desk.LAN:4000"));
        assert!(hosts(4000, Some("192.168.1.5")).allow("192.168.1.5:4000"));
        assert!(hosts(4000, Some("fd00::5")).allow("[fd00:0::5]:4000"));
        assert!(!hosts(4000, Some("192.168.1.5")).allow("192.168.1.6:4000"));
        let every = Hosts { any_address: true, ..hosts(4000, Some("0.0.0.0")) };
        assert!(every.allow("192.168.1.6:4000") && !every.allow("evil.example:4000"), "numbers, not names");
    }
}
