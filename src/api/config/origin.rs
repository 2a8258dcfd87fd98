//! The address that people type, and what follows from it for cookies.

use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

/// Scheme, host and port, as a browser writes them in an `Origin` header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    text: String,
    https: bool,
}

impl Origin {
    /// The origin on one's own machine, reached without https.
    pub fn localhost(port: u16) -> Self {
        let port = if port == 80 { String::new() } else { format!(":{port}") };
        Self { text: format!("http://localhost{port}"), https: false }
    }

    /// Whether people come by https; otherwise it is one's own machine.
    pub fn is_https(&self) -> bool {
        self.https
    }

    /// The host's name, without scheme and port.
    pub fn host(&self) -> &str {
        let authority = self.text.split_once("://").map_or(self.text.as_str(), |(_, authority)| authority);
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// The text of the origin.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The name under which a cookie is set: browsers bind a `__Host-` cookie to this very host and to https.
    pub fn cookie_name(&self, name: &str) -> String {
        if self.https { format!("__Host-codessa-{name}") } else { format!("codessa-dev-{name}") }
    }

    /// The attributes of every cookie. No script reads it, no other site sends it.
    pub fn cookie_attributes(&self) -> &'static str {
        if self.https { "Path=/; Secure; HttpOnly; SameSite=Strict" } else { "Path=/; HttpOnly; SameSite=Strict" }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Origin {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "allowed: https://HOST or https://HOST:PORT in small letters, and http://localhost:PORT on the own machine \
             (browsers keep passkeys and offline use for https, so phones on the network need it)";
        let text = text.trim_end_matches('/');
        let (scheme, authority) = text.split_once("://").ok_or(WHAT)?;
        let (host, port) = parts(authority).ok_or(WHAT)?;
        let https = match (scheme, host) {
            ("https", _) => true,
            ("http", "localhost" | "127.0.0.1" | "[::1]") => false,
            _ => return Err(WHAT),
        };
        // Browsers leave out the port that everybody expects.
        let usual = if https { 443 } else { 80 };
        let port = port.filter(|port| *port != usual).map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self { text: format!("{scheme}://{host}{port}"), https })
    }
}

/// Host and port of an authority; none if either cannot be one.
fn parts(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port.parse().ok().filter(|port| *port > 0)?)),
        _ => (authority, None),
    };
    let is_address = |host: &str| host.strip_prefix('[')?.strip_suffix(']')?.parse::<Ipv6Addr>().ok();
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let label = |label: &str| !label.is_empty() && label.bytes().all(letter);
    (is_address(host).is_some() || host.split('.').all(label)).then_some((host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_anywhere_and_http_only_on_the_own_machine() {
        for allowed in [
            "https://codessa.example",
            "https://a.b:8443/",
            "http://localhost:8080",
            "http://127.0.0.1:1",
            "http://[::1]:80",
            "https://[2001:db8::1]:8443",
        ] {
            assert!(allowed.parse::<Origin>().is_ok(), "{allowed}");
        }
        for refused in [
            "http://192.168.1.4:8080",
            "http://localhost.example",
            "localhost:8080",
            "https://",
            "https://a/b",
            "ftp://a",
            "https://a:0",
            "https://a:65536",
            "https://a:b",
            "https://a..b",
            "https://:443",
            "https://[::1",
            "https://[a]",
            "https://user@a",
            "https://Codessa.example",
            "https://a?b",
            "https://a b",
            "",
        ] {
            assert!(refused.parse::<Origin>().is_err(), "{refused}");
        }
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        let rows = [
            ("https://codessa.example:443/", "https://codessa.example"),
            ("http://localhost:80", "http://localhost"),
            ("http://[::1]:80", "http://[::1]"),
            ("https://a.b:8443", "https://a.b:8443"),
        ];
        for (typed, expected) in rows {
            assert_eq!(typed.parse::<Origin>().expect(typed).as_str(), expected);
        }
    }

    #[test]
    fn cookies_follow_the_origin() {
        let https: Origin = "https://codessa.example".parse().expect("https");
        assert_eq!(https.cookie_name("session"), "__Host-codessa-session");
        assert!(https.cookie_attributes().contains("Secure"));
        let own = Origin::localhost(8080);
        assert_eq!(own.cookie_name("session"), "codessa-dev-session");
        assert!(!own.cookie_attributes().contains("Secure"));
        assert_eq!((own.host(), https.host()), ("localhost", "codessa.example"));
    }
}
