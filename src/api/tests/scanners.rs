//! Links on their way: programs that look at every address in a mail open nothing, and nobody is somewhere else by saying so.

use super::home::HOME;
use super::{Person, Server, on_both};
use crate::auth::ATTEMPTS_MAX;
use crate::border::Policy;
use crate::config::Config;
use crate::router::table;
use axum::body::Body;
use axum::http::{Method, header};
use model::grant::{Grant, Purpose};
use model::{FileHash, ShareId};
use serde_json::json;
use uuid::Uuid;
use wire::share::{Open, ShareMade, ShareNew, Shares, Sights};
use wire::{ErrorCode, path};

const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);
/// Looks that are tried at least.
const LOOKS_MIN: usize = 1_000;

/// As the programs that look into mails, chats and browsers call themselves.
const AGENTS: [&str; 12] = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "WhatsApp/2.23.20.0",
    "TelegramBot (like TwitterBot)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Twitterbot/1.0",
    "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) SkypeUriPreview Preview/0.5",
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Barracuda Sentinel (EE)",
    "",
];

async fn shared(server: &Server, passcode: bool) -> (Person, Option<String>) {
    let thandi = server.person("thandi").await.with_home().await;
    let new = ShareNew {
        id: LINK,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Buyer,
        name: String::new(),
        grant: Grant::of(Purpose::Buyer),
        days: 14,
        passcode,
        snapshot: false,
        opens_max: Some(1),
        unseen: false,
    };
    let made: ShareMade = thandi.post(&path::shares(HOME), &new).await.ok();
    (thandi, made.passcode)
}

/// Where a scanner looks: the door in every spelling, and each route of a link, of this one and of one that is not.
fn addresses() -> Vec<String> {
    let doors = ["/s", "/s?x", "/s?utm_source=mail&utm_medium=link", "/s/", "/S", "/s/index.html", "//s", "/s%23hl1"];
    let mut addresses: Vec<String> = doors.map(str::to_owned).into();
    for row in table().iter().filter(|row| matches!(row.policy, Policy::Visiting(_)) || row.path.ends_with("/open")) {
        for link in [LINK, ShareId(Uuid::from_u128(0xdead))] {
            let path = row.path.replace("{share}", &link.to_string());
            addresses.push(path.replace("{hash}", &"0".repeat(64)));
        }
    }
    addresses.sort();
    addresses.dedup();
    addresses
}

#[tokio::test]
async fn a_thousand_scanners_open_nothing() {
    on_both(async |server| {
        let (thandi, _) = shared(&server, false).await;
        let scanner = server.stranger();
        let addresses = addresses();
        let rounds = LOOKS_MIN.div_ceil(addresses.len() * AGENTS.len() * 2);
        let mut looks = 0;
        for _ in 0..rounds {
            for (address, agent) in addresses.iter().flat_map(|address| AGENTS.map(|agent| (address, agent))) {
                for method in [Method::GET, Method::HEAD] {
                    let request = scanner.request(method.clone(), address).header(header::USER_AGENT, agent);
                    let answer = scanner.send(request.header(header::ACCEPT, "text/html,*/*"), Body::empty()).await;
                    assert!(answer.cookies().is_empty(), "{method} {address} by {agent}");
                    assert!(
                        answer.status.is_client_error(),
                        "nothing is here but doors: {method} {address}: {}",
                        answer.status
                    );
                    looks += 1;
                }
            }
        }
        assert!(looks >= LOOKS_MIN, "{looks}");
        let shares: Shares = thandi.get(&path::shares(HOME)).await.ok();
        assert_eq!(shares.shares[0].opens, 0);
        let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
        assert_eq!(log.sights, [], "nothing happened");
        // It may be opened once, and nobody has done that.
        open(&scanner, AUTH, None, "").await.done();
    })
    .await;
}

/// Opens the link, pretending to come from `place`.
async fn open(person: &Person, auth: FileHash, passcode: Option<&str>, place: &str) -> super::Answer {
    let body = json!(Open { auth, passcode: passcode.map(Into::into), device: "Chrome on Android".into() });
    let request =
        person.request(Method::POST, &path::visit_open(LINK)).header(header::CONTENT_TYPE, "application/json");
    let request = if place.is_empty() { request } else { request.header("x-forwarded-for", place) };
    person.send(request, Body::from(body.to_string())).await
}

#[tokio::test]
async fn saying_that_one_comes_from_elsewhere_changes_nothing() {
    on_both(async |server| {
        let (thandi, digits) = shared(&server, true).await;
        let digits = digits.expect("it is told once");
        let visitor = server.stranger();
        let wrong = if digits == "00000000" { "00000001" } else { "00000000" };
        for number in 0..5 {
            open(&visitor, AUTH, Some(wrong), &format!("203.0.113.{number}")).await.refused(ErrorCode::Passcode);
        }
        open(&visitor, AUTH, Some(&digits), "198.51.100.1").await.refused(ErrorCode::TooMany);
        let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
        assert!(!log.sights.is_empty());
        assert!(log.sights.iter().all(|sight| sight.place == "127.0.0.0/24"), "{:?}", log.sights);
        for number in 0..ATTEMPTS_MAX {
            open(&visitor, FileHash([8; 32]), None, &format!("2001:db8:{number}::1"))
                .await
                .refused(ErrorCode::NotFound);
        }
        open(&visitor, FileHash([8; 32]), None, "192.0.2.1, 10.0.0.1").await.refused(ErrorCode::TooMany);
    })
    .await;
}

#[tokio::test]
async fn behind_a_proxy_the_last_hop_that_it_saw_counts() {
    let server = Server::on_sqlite().await;
    let proxies = vec!["127.0.0.1".parse().expect("an address")];
    let server = server.configured(|config| Config { trusted_proxies: proxies, ..config }).await;
    let (thandi, _) = shared(&server, false).await;
    let visitor = server.stranger();
    // What stands further left is what the visitor said.
    open(&visitor, AUTH, None, "192.0.2.1, 203.0.113.7").await.done();
    let past_the_proxy = visitor.at_address([198, 51, 100, 9]);
    open(&past_the_proxy, AUTH, None, "203.0.113.7").await.refused(ErrorCode::Gone);
    let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
    let places: Vec<&str> = log.sights.iter().map(|sight| sight.place.as_str()).collect();
    assert_eq!(places, ["198.51.100.0/24", "203.0.113.0/24"]);
}
