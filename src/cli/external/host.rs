//! Which hosts are on the public web.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Whether the host is not this machine, its network, or another that only some can reach. Names are judged by
/// their letters alone. `Url` has already written out every odd form of a number (`2130706433`, `0x7f.1`).
pub(super) fn is_public(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            !["localhost", "local", "internal"]
                .iter()
                .any(|own| name.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.')))
        }
        Some(Host::Ipv4(address)) => is_public_v4(address),
        Some(Host::Ipv6(address)) => is_public_v6(address),
        None => false,
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    let shared = a == 100 && (64..128).contains(&b);
    let own = address.is_loopback() || address.is_private() || address.is_link_local() || shared;
    // 0.x is this machine too, and from 224 on there are groups and addresses kept back.
    !own && a != 0 && a < 224
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    // An IPv4 address in the form of an IPv6 one, mapped or as the older "compatible" one.
    if let Some(inner) = address.to_ipv4() {
        return is_public_v4(inner);
    }
    let own = address.is_unique_local() || address.is_unicast_link_local();
    !own && !address.is_multicast()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_machines_and_networks_are_not_public() {
        let own = [
            "http://localhost/",
            "http://LOCALHOST.:80/",
            "https://a.localhost/",
            "http://printer.local/",
            "http://metadata.google.internal/",
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://017700000001/",
            "http://0.0.0.0/",
            "http://10.1.2.3/",
            "http://172.16.0.1/",
            "http://192.168.1.1/",
            "http://169.254.169.254/latest/",
            "http://100.64.0.1/",
            "http://224.0.0.1/",
            "http://255.255.255.255/",
            "http://[::1]/",
            "http://[::]/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://[ff02::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:a00:1]/",
        ];
        for address in own {
            assert!(!is_public(&Url::parse(address).expect("an address")), "{address}");
        }
        let public = [
            "https://wetten.overheid.nl/BWBR0015703",
            "http://172.32.0.1/",
            "http://93.184.216.34/",
            "http://[2606:2800:220:1::1]/",
            "https://mylocalhost/",
            "https://overheid.local.example/",
        ];
        for address in public {
            assert!(is_public(&Url::parse(address).expect("an address")), "{address}");
        }
    }
}
