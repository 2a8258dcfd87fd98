//! Where a request comes from, and how often one place may try what needs no session.
//!
//! The limits are soft: far above what an office behind one address needs, and far below what guessing needs.

use crate::app::App;
use crate::config::network::client_address;
use crate::error::Error;
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use model::FileHash;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use wire::ErrorCode;

/// Attempts of one kind that one place has within the window.
pub const ATTEMPTS_MAX: i64 = 100;
/// The window, milliseconds.
const WINDOW_MS: i64 = 15 * 60 * 1000;

/// Where a request comes from: an address, or the network of 64 bits that one household has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(IpAddr);

impl Client {
    /// Counts an attempt of a kind.
    ///
    /// # Errors
    /// `TooMany` beyond the hundred of a quarter of an hour.
    pub async fn count(self, app: &App, kind: &'static str) -> Result<(), Error> {
        // The address itself is kept nowhere.
        let subject = format!("{kind} from {}", FileHash::of(self.0.to_string().as_bytes()));
        if app.storage.count_attempt(subject, WINDOW_MS, app.clock.now()).await? > ATTEMPTS_MAX {
            let told = Error::new(ErrorCode::TooMany, "At most 100 attempts in a quarter of an hour from one place.");
            return Err(told.retry_after_s(15 * 60));
        }
        Ok(())
    }

    /// Roughly where that is, as a view log may say: the first 24 bits of an address, or 48.
    pub fn place(self) -> String {
        match self.0 {
            IpAddr::V4(v4) => format!("{}/24", std::net::Ipv4Addr::from_bits(v4.to_bits() >> 8 << 8)),
            IpAddr::V6(v6) => format!("{}/48", Ipv6Addr::from_bits(v6.to_bits() >> 80 << 80)),
        }
    }

    fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(v4) => v4.into(),
            IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into(),
        })
    }
}

impl FromRequestParts<App> for Client {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let ConnectInfo(peer) = peer.ok_or_else(|| Error::broken("a connection without an address"))?;
        let forwarded = parts.headers.get_all("x-forwarded-for").iter();
        let forwarded: Vec<&str> = forwarded.filter_map(|line| line.to_str().ok()).collect();
        Ok(Self::of(client_address(peer.ip(), &forwarded, &app.config.trusted_proxies)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_place() {
        let rows = [
            ("203.0.113.9", "203.0.113.9", true),
            ("203.0.113.9", "::ffff:203.0.113.9", true),
            ("203.0.113.9", "203.0.113.10", false),
            ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true),
            ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ];
        for (one, other, same) in rows {
            let place = |text: &str| Client::of(text.parse().expect("an address"));
            assert_eq!(place(one) == place(other), same, "{one} {other}");
        }
    }
}
