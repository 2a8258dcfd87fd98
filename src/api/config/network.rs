//! Networks of trusted proxies, and the client's address behind them.

use std::net::IpAddr;
use std::str::FromStr;

/// An address, or all that begin alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: u128,
    mask: u128,
}

impl Network {
    /// Whether `address` belongs to it.
    pub fn contains(&self, address: IpAddr) -> bool {
        as_v6(address) & self.mask == self.address
    }
}

/// Both families as one: IPv4 as it is mapped into IPv6 (RFC 4291, 2.5.5.2).
fn as_v6(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

impl FromStr for Network {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "allowed: addresses and networks with commas between, such as 127.0.0.1,10.0.0.0/8,fd00::/8";
        let (address, length) = text.trim().split_once('/').map_or((text.trim(), None), |(a, l)| (a, Some(l)));
        let address: IpAddr = address.parse().map_err(|_| WHAT)?;
        let bits_max = if address.is_ipv4() { 32 } else { 128 };
        let bits = length.map_or(Ok(bits_max), str::parse::<u32>).map_err(|_| WHAT)?;
        if bits > bits_max {
            return Err(WHAT);
        }
        let mask = u128::MAX.checked_shl(bits_max - bits).unwrap_or(0);
        Ok(Self { address: as_v6(address) & mask, mask })
    }
}

/// The client's address: the peer, or the rightmost hop of `X-Forwarded-For` that is no trusted proxy. What stands further left was
/// written by the client itself and may be anything.
pub fn client_address(peer: IpAddr, forwarded: &[&str], trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut client = peer;
    for hop in forwarded.iter().flat_map(|line| line.split(',')).rev() {
        if !is_trusted(client) {
            break;
        }
        match hop.trim().parse() {
            Ok(address) => client = address,
            Err(_) => break,
        }
    }
    client
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn networks_contain_what_begins_alike() {
        let rows = [
            ("10.0.0.0/8", "10.1.2.3", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.7", "10.0.0.7", true),
            ("10.0.0.7", "10.0.0.8", false),
            ("0.0.0.0/0", "1.2.3.4", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("fd00::/8", "fd12::1", true),
            ("::/0", "1.2.3.4", true),
        ];
        for (network, address, expected) in rows {
            let network: Network = network.parse().expect(network);
            assert_eq!(network.contains(ip(address)), expected, "{network:?} {address}");
        }
        for refused in ["10.0.0.0/33", "::/129", "proxy", "", "10.0.0.0/x"] {
            assert!(refused.parse::<Network>().is_err(), "{refused}");
        }
    }

    #[test]
    fn the_client_is_the_rightmost_hop_that_nobody_vouches_for() {
        let trusted: Vec<Network> = vec!["10.0.0.0/8".parse().expect("a network")];
        let rows: [(&str, &[&str], &str); 5] = [
            ("203.0.113.9", &["1.1.1.1"], "203.0.113.9"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
            ("10.0.0.1", &["6.6.6.6, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
            ("10.0.0.1", &["203.0.113.9", "garbage"], "10.0.0.1"),
        ];
        for (peer, forwarded, expected) in rows {
            assert_eq!(client_address(ip(peer), forwarded, &trusted), ip(expected), "{peer} {forwarded:?}");
        }
    }
}
