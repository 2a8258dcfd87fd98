//! Push services: which addresses are theirs, and sending to one of them. A browser names the address, so that nothing else may be reached by it.

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::{Client, StatusCode, Url, redirect};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

/// Hosts of push services: of Chrome and what is built on it, Firefox, Safari, and Edge on Windows. A point in front means everything below.
const HOSTS: [&str; 7] = [
    "fcm.googleapis.com",
    "android.googleapis.com",
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    "web.push.apple.com",
    ".push.apple.com",
    ".notify.windows.com",
];
/// Bytes of an address; the longest known have some 500.
const ADDRESS_BYTES_MAX: usize = 2_000;
/// How long a service keeps a message for a device that is off, seconds: after a day another look has been taken.
const KEEP_S: u32 = 86_400;
/// How long a service may take to be reached, and to answer.
const CONNECT_MAX: Duration = Duration::from_secs(10);
const ANSWER_MAX: Duration = Duration::from_secs(20);
/// The longest that a service may ask to wait, seconds.
const WAIT_S_MAX: i64 = 86_400;

/// The address of a browser at a push service; none if it is another's. `loopback` allows one on this machine, for trials.
pub fn address(text: &str, loopback: bool) -> Option<Url> {
    let url = Some(text).filter(|text| text.len() <= ADDRESS_BYTES_MAX)?.parse::<Url>().ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    let host = url.host_str()?;
    let is_service = url.scheme() == "https" && url.port().is_none() && HOSTS.iter().any(|known| is_at(host, known));
    let is_own = loopback && url.scheme() == "http" && host == "127.0.0.1";
    (is_plain && (is_service || is_own)).then_some(url)
}

fn is_at(host: &str, known: &str) -> bool {
    if known.starts_with('.') { host.ends_with(known) } else { host == known }
}

/// What came of a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushed {
    /// The service took it.
    Taken,
    /// The browser takes no more.
    Gone,
    /// The service will never take it.
    Refused,
    /// It is to be tried again, after so many seconds if the service said so.
    Later(Option<i64>),
}

/// What speaks to push services: over TLS, without proxies, and following nowhere.
#[derive(Clone)]
pub struct Service(Client);

impl Service {
    /// Makes one.
    ///
    /// # Errors
    /// Where TLS cannot be had.
    pub fn new() -> Result<Self, reqwest::Error> {
        let client = Client::builder().redirect(redirect::Policy::none()).no_proxy().dns_resolver(PublicOnly);
        client.connect_timeout(CONNECT_MAX).timeout(ANSWER_MAX).build().map(Self)
    }

    /// Sends what was sealed.
    pub async fn push(&self, address: Url, authorization: &str, sealed: Vec<u8>) -> Pushed {
        let request = self.0.post(address).header(AUTHORIZATION, authorization).header("ttl", KEEP_S);
        let request = request.header("urgency", "normal").header(CONTENT_TYPE, "application/octet-stream");
        match request.header(CONTENT_ENCODING, "aes128gcm").body(sealed).send().await {
            Ok(answer) => outcome(answer.status(), answer.headers()),
            Err(_) => Pushed::Later(None),
        }
    }
}

fn outcome(status: StatusCode, headers: &HeaderMap) -> Pushed {
    match status.as_u16() {
        200..=299 => Pushed::Taken,
        404 | 410 => Pushed::Gone,
        429 | 500..=599 => {
            let asked = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.trim().parse::<i64>().ok());
            Pushed::Later(asked.map(|seconds| seconds.clamp(1, WAIT_S_MAX)))
        }
        _ => Pushed::Refused,
    }
}

/// Finds addresses of the open network only: a name that leads into somebody's own network is no push service.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if open.is_empty() {
                return Err("the name leads to no address of the open network".into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(v4: Ipv4Addr) -> bool {
    let [a, b, ..] = v4.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_benchmark = a == 198 && (b == 18 || b == 19);
    let is_other =
        v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_documentation() || v4.is_broadcast();
    !(is_shared || is_benchmark || is_other || a == 0 || a >= 224 || v4.octets().starts_with(&[192, 0, 0]))
}

/// Global unicast is 2000::/3; what carries an IPv4 address in it may lead anywhere.
fn is_public_v6(v6: Ipv6Addr) -> bool {
    let parts = v6.segments();
    let is_global = parts[0] & 0xe000 == 0x2000;
    let is_tunnel = parts[0] == 0x2002 || (parts[0] == 0x2001 && parts[1] < 0x200);
    let is_documentation = parts[0] == 0x2001 && parts[1] == 0xdb8;
    is_global && !is_tunnel && !is_documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_push_services_are_taken() {
        let rows = [
            ("https://fcm.googleapis.com/fcm/send/abc", true),
            ("https://updates.push.services.mozilla.com/wpush/v2/abc", true),
            ("https://web.push.apple.com/QGuQ", true),
            ("https://wns2-par02p.notify.windows.com/w/?token=abc", true),
            ("http://fcm.googleapis.com/fcm/send/abc", false),
            ("https://fcm.googleapis.com:8443/fcm/send/abc", false),
            ("https://fcm.googleapis.com.example.org/abc", false),
            ("https://notify.windows.com.evil.example/abc", false),
            ("https://evilnotify.windows.com/abc", false),
            ("https://fcm.googleapis.com@example.org/abc", false),
            ("https://a:b@fcm.googleapis.com/abc", false),
            ("https://example.org/#fcm.googleapis.com", false),
            ("https://10.0.0.1/abc", false),
            ("https://[::1]/abc", false),
            ("http://127.0.0.1:9/abc", false),
            ("file:///etc/passwd", false),
            ("", false),
        ];
        for (text, expected) in rows {
            assert_eq!(address(text, false).is_some(), expected, "{text}");
        }
        assert!(address("http://127.0.0.1:9/abc", true).is_some());
        for text in ["http://127.0.0.2:9/abc", "http://localhost:9/", "http://10.0.0.1/", "https://127.0.0.1/"] {
            assert!(address(text, true).is_none(), "{text}");
        }
        assert!(address(&format!("https://fcm.googleapis.com/{}", "a".repeat(2_000)), false).is_none());
    }

    #[test]
    fn own_networks_are_not_reached() {
        let rows = [
            ("8.8.8.8", true),
            ("142.250.1.1", true),
            ("2a00:1450:4001:81b::200a", true),
            ("127.0.0.1", false),
            ("0.0.0.0", false),
            ("10.1.2.3", false),
            ("172.16.0.1", false),
            ("192.168.1.1", false),
            ("169.254.169.254", false),
            ("100.64.0.1", false),
            ("198.18.0.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("::1", false),
            ("::", false),
            ("::ffff:10.0.0.1", false),
            ("64:ff9b::a00:1", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("2002:a00:1::", false),
            ("2001:0:a::", false),
            ("2001:db8::1", false),
        ];
        for (text, expected) in rows {
            assert_eq!(is_public(text.parse().expect("an address")), expected, "{text}");
        }
    }

    #[test]
    fn what_a_service_answers_decides_what_is_done() {
        let rows = [
            (201, None, Pushed::Taken),
            (202, None, Pushed::Taken),
            (302, None, Pushed::Refused),
            (400, None, Pushed::Refused),
            (403, None, Pushed::Refused),
            (404, None, Pushed::Gone),
            (410, None, Pushed::Gone),
            (413, None, Pushed::Refused),
            (429, Some("120"), Pushed::Later(Some(120))),
            (429, None, Pushed::Later(None)),
            (503, Some("999999999"), Pushed::Later(Some(86_400))),
            (500, Some("soon"), Pushed::Later(None)),
        ];
        for (status, asked, expected) in rows {
            let mut headers = HeaderMap::new();
            asked.map(|asked| headers.insert(RETRY_AFTER, asked.parse().expect("a header")));
            assert_eq!(outcome(StatusCode::from_u16(status).expect("a status"), &headers), expected, "{status}");
        }
    }
}
