//! Listening on this machine, or on an address that was asked for.

use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs};

use anyhow::Context;

use super::host::{Hosts, bare};

/// So many ports are tried.
const TRIES: u16 = 100;

/// Where requests come in.
pub(super) struct Ears {
    pub(super) listeners: Vec<TcpListener>,
    pub(super) hosts: Hosts,
    /// Whether only this machine can ask.
    pub(super) private: bool,
}

impl Ears {
    /// The address for people.
    pub(super) fn address(&self) -> String {
        let hosts = &self.hosts;
        let name = match &hosts.given {
            Some(given) if !self.private && !hosts.any_address => given.as_str(),
            _ => "localhost",
        };
        let name = bare(name);
        if name.contains(':') {
            format!("http://[{name}]:{}/", hosts.port)
        } else {
            format!("http://{name}:{}/", hosts.port)
        }
    }
}

/// Listens on `port`, or on the next one that is free.
pub(super) fn listen(host: Option<&str>, port: u16) -> anyhow::Result<Ears> {
    let addresses = addresses(host)?;
    let candidates = (0..=TRIES).map_while(|i| if port == 0 { Some(0) } else { port.checked_add(i) });
    for candidate in candidates {
        match bind(&addresses, candidate, host.is_none()) {
            Ok(listeners) => return ears(listeners, host),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                let place = host.unwrap_or("this machine");
                let help =
                    format!("cannot listen on port {candidate} of {place}; choose another with --port or --host");
                return Err(error).context(help);
            }
        }
    }
    anyhow::bail!("port {port} and those after it are in use; choose another with --port")
}

fn ears(listeners: Vec<TcpListener>, host: Option<&str>) -> anyhow::Result<Ears> {
    let mut places = Vec::new();
    for listener in &listeners {
        listener.set_nonblocking(true).context("cannot listen")?;
        places.push(listener.local_addr().context("cannot listen")?);
    }
    let port = places.first().map_or(0, SocketAddr::port);
    let any_address = places.iter().any(|place| place.ip().is_unspecified());
    let private = places.iter().all(|place| place.ip().is_loopback());
    Ok(Ears { listeners, hosts: Hosts { port, given: host.map(str::to_owned), any_address }, private })
}

fn addresses(host: Option<&str>) -> anyhow::Result<Vec<IpAddr>> {
    let Some(host) = host else {
        return Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)]);
    };
    let unknown = || format!("--host {host} is not an address of this machine, as 192.168.1.20 or 0.0.0.0");
    let found = (bare(host), 0).to_socket_addrs().with_context(unknown)?;
    let mut addresses: Vec<IpAddr> = found.map(|found| found.ip()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    anyhow::ensure!(!addresses.is_empty(), unknown());
    Ok(addresses)
}

/// Listens on one port of all the addresses. Browsers take `localhost` for either of the two loopback addresses, so a
/// port counts as free only if it is on both; a machine without one of them has the other.
fn bind(addresses: &[IpAddr], port: u16, either: bool) -> io::Result<Vec<TcpListener>> {
    let mut listeners: Vec<TcpListener> = Vec::new();
    let mut refused = None;
    for address in addresses {
        let port = match listeners.first() {
            Some(first) => first.local_addr()?.port(),
            None => port,
        };
        match TcpListener::bind((*address, port)) {
            Ok(listener) => listeners.push(listener),
            Err(error) if either && error.kind() != ErrorKind::AddrInUse => refused = Some(error),
            Err(error) => return Err(error),
        }
    }
    match refused {
        Some(error) if listeners.is_empty() => Err(error),
        _ => Ok(listeners),
    }
}
