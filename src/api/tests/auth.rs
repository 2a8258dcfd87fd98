//! `/api/auth/code`: codes by mail, what they sign in to, and what guessing them comes to.

use super::{Answer, Person, Server, on_both};
use crate::auth::ATTEMPTS_MAX;
use axum::http::StatusCode;
use serde_json::json;
use wire::account::{CodeRequest, CodeTyped, Me, PairCode, PairTyped, Session};
use wire::{ErrorCode, path};

const MINUTE_MS: i64 = 60_000;

impl Person {
    /// Asks for a code.
    pub(super) async fn ask(&mut self, email: &str) -> Answer {
        let request = CodeRequest { email: email.to_owned(), language: "en-ZA".to_owned() };
        let answer = self.post(path::CODE, &request).await;
        self.take_cookies(&answer);
        answer
    }

    /// Types a code.
    pub(super) async fn type_code(&mut self, code: &str) -> Answer {
        let typed = CodeTyped { code: code.to_owned(), device: "Firefox on Linux".to_owned() };
        let answer = self.post(path::CODE_VERIFY, &typed).await;
        self.take_cookies(&answer);
        answer
    }

    /// Signs in by a mailed code.
    pub(super) async fn sign_in(&mut self, server: &Server, email: &str) -> Me {
        self.ask(email).await.done();
        let me: Me = self.type_code(&mailed_code(server)).await.ok();
        self.account = me.account;
        me
    }
}

/// The code of the latest mail.
pub(super) fn mailed_code(server: &Server) -> String {
    let mails = server.mails();
    let mail = mails.last().expect("a mail was sent");
    let code = mail.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 8);
    code.expect("the mail has a code of eight digits").to_owned()
}

/// Another code of eight digits.
fn wrong(code: &str) -> String {
    format!("{:08}", (code.parse::<u32>().expect("digits") + 1) % 100_000_000)
}

#[tokio::test]
async fn the_first_code_makes_the_account_and_the_next_finds_it() {
    on_both(async |server| {
        let (mut phone, mut laptop) = (server.stranger(), server.stranger());
        let me = phone.sign_in(&server, "thandi@example.org").await;
        assert_eq!((me.email.as_str(), me.spaces.len(), me.has_passkey), ("thandi@example.org", 0, false));
        assert_eq!(phone.get(path::ME).await.ok::<Me>(), me);
        assert_eq!(laptop.sign_in(&server, "  Thandi@Example.ORG ").await, me);
    })
    .await;
}

#[tokio::test]
async fn blanks_in_a_typed_code_do_not_matter() {
    on_both(async |server| {
        let mut phone = server.stranger();
        phone.ask("thandi@example.org").await.done();
        let code = mailed_code(&server);
        phone.type_code(&format!(" {} {}\n", &code[..4], &code[4..])).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn the_answer_does_not_tell_whether_there_is_an_account() {
    on_both(async |server| {
        server.person("thandi").await;
        let (mut one, mut other) = (server.stranger(), server.stranger());
        let (known, unknown) = (one.ask("thandi@example.org").await, other.ask("nobody@example.org").await);
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        let shape = |answer: &Answer| {
            let names = answer.headers.keys().map(|name| name.as_str().to_owned());
            let cookies = answer.cookies().into_iter().map(|line| line.replace(|c: char| c.is_ascii_hexdigit(), "x"));
            (names.collect::<Vec<_>>(), cookies.collect::<Vec<_>>())
        };
        assert_eq!(shape(&known), shape(&unknown));
        let code = mailed_code(&server);
        let (known, unknown) = (one.type_code(&wrong(&code)).await, other.type_code(&wrong(&code)).await);
        assert_eq!((known.status, known.body), (unknown.status, unknown.body));
    })
    .await;
}

#[tokio::test]
async fn a_code_works_in_the_browser_that_asked_only_and_once() {
    on_both(async |server| {
        let (mut asker, mut thief) = (server.stranger(), server.stranger());
        asker.ask("thandi@example.org").await.done();
        let code = mailed_code(&server);
        thief.type_code(&code).await.refused(ErrorCode::WrongCode);
        thief.ask("thief@example.org").await.done();
        thief.type_code(&code).await.refused(ErrorCode::WrongCode);
        let again = asker.clone();
        asker.type_code(&code).await.ok::<Me>();
        again.clone().type_code(&code).await.refused(ErrorCode::WrongCode);
    })
    .await;
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes() {
    on_both(async |server| {
        for (after_ms, works) in [(10 * MINUTE_MS - 1, true), (10 * MINUTE_MS, false)] {
            let mut phone = server.stranger();
            phone.ask("thandi@example.org").await.done();
            let code = mailed_code(&server);
            server.app.clock.advance_ms(after_ms);
            assert_eq!(phone.type_code(&code).await.status.is_success(), works, "{after_ms}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_is_spent_after_five_tries_also_at_once() {
    on_both(async |server| {
        let mut phone = server.stranger();
        phone.ask("thandi@example.org").await.done();
        let code = mailed_code(&server);
        for _ in 0..4 {
            phone.type_code(&wrong(&code)).await.refused(ErrorCode::WrongCode);
        }
        phone.clone().type_code(&code).await.ok::<Me>();

        phone.ask("thandi@example.org").await.done();
        let code = mailed_code(&server);
        let tries = (0..20).map(|_| {
            let (mut phone, wrong) = (phone.clone(), wrong(&code));
            async move { phone.type_code(&wrong).await.status }
        });
        let statuses = futures_util::future::join_all(tries).await;
        assert!(statuses.iter().all(|status| *status == StatusCode::UNAUTHORIZED), "{statuses:?}");
        phone.type_code(&code).await.refused(ErrorCode::WrongCode);
    })
    .await;
}

#[tokio::test]
async fn one_address_gets_five_codes_in_a_quarter_of_an_hour() {
    on_both(async |server| {
        for _ in 0..5 {
            server.stranger().ask("thandi@example.org").await.done();
        }
        let refused = server.stranger().ask(" THANDI@example.org").await;
        refused.refused(ErrorCode::TooMany);
        assert_eq!(refused.header("retry-after"), "900");
        server.stranger().ask("pieter@example.org").await.done();
        server.app.clock.advance_ms(15 * MINUTE_MS);
        server.stranger().ask("thandi@example.org").await.done();
        assert_eq!(server.mails().len(), 7);
    })
    .await;
}

#[tokio::test]
async fn guessing_from_one_place_comes_to_an_end_and_elsewhere_it_is_not_noticed() {
    on_both(async |server| {
        let mut guesser = server.stranger();
        for _ in 0..ATTEMPTS_MAX {
            guesser.type_code("00000000").await.refused(ErrorCode::WrongCode);
        }
        guesser.type_code("00000000").await.refused(ErrorCode::TooMany);
        guesser.at_address([203, 0, 113, 9]).sign_in(&server, "thandi@example.org").await;
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_an_address_gets_no_mail() {
    on_both(async |server| {
        let long = format!("{}@example.org", "x".repeat(243));
        for email in [
            "",
            "thandi",
            "@example.org",
            "thandi@",
            "thandi@localhost",
            "a@b@c.org",
            "a b@c.org",
            "a@c.org\r\nBcc: d@e.org",
            "Thandi <a@c.org>",
            "a@.org",
            "a@c.",
            "a@c.org,d@e.org",
            &long,
        ] {
            let refusal = server.stranger().ask(email).await.refused(ErrorCode::Invalid);
            assert_eq!(refusal.faults[0].field, "email", "{email}");
        }
        assert_eq!(server.mails(), [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn cookies_are_for_this_host_and_no_script() {
    let rows = [
        (Server::on_https().await, "__Host-codessa", "Path=/; Secure; HttpOnly; SameSite=Strict"),
        (Server::on_sqlite().await, "codessa-dev", "Path=/; HttpOnly; SameSite=Strict"),
    ];
    for (server, prefix, attributes) in rows {
        let mut phone = server.stranger();
        let asked = phone.ask("thandi@example.org").await;
        let pending = phone.cookie("-pending").expect("the browser is bound").to_owned();
        assert_eq!(asked.cookies(), [format!("{prefix}-pending={pending}; Max-Age=600; {attributes}")]);
        let typed = phone.type_code(&mailed_code(&server)).await;
        let session = phone.cookie("-session").expect("signed in").to_owned();
        assert!(session.len() == 64 && session.bytes().all(|digit| digit.is_ascii_hexdigit()), "256 bits");
        let expected = [
            format!("{prefix}-session={session}; Max-Age=7776000; {attributes}"),
            format!("{prefix}-pending=; Max-Age=0; {attributes}"),
        ];
        assert_eq!(typed.cookies(), expected);
        let out = phone.post(path::SIGN_OUT, &()).await;
        out.done();
        assert_eq!(out.cookies(), [format!("{prefix}-session=; Max-Age=0; {attributes}")]);
    }
}

#[tokio::test]
async fn the_database_knows_neither_codes_nor_tokens() {
    let server = Server::on_sqlite().await;
    let mut phone = server.stranger();
    phone.ask("thandi@example.org").await.done();
    let (code, pending) = (mailed_code(&server), phone.cookie("-pending").expect("bound").to_owned());
    server.assert_nowhere(&code);
    server.assert_nowhere(&pending);
    phone.type_code(&code).await.ok::<Me>();
    server.assert_nowhere(phone.cookie("-session").expect("signed in"));
}

#[tokio::test]
async fn signing_out_ends_this_session_and_no_other() {
    on_both(async |server| {
        let (mut phone, mut laptop) = (server.stranger(), server.stranger());
        phone.sign_in(&server, "thandi@example.org").await;
        laptop.sign_in(&server, "thandi@example.org").await;
        phone.post(path::SIGN_OUT, &()).await.done();
        phone.get(path::ME).await.refused(ErrorCode::SignIn);
        laptop.get(path::ME).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one() {
    on_both(async |server| {
        let (mut phone, mut laptop, pieter) = (server.stranger(), server.stranger(), server.person("pieter").await);
        phone.sign_in(&server, "thandi@example.org").await;
        server.app.clock.advance_ms(MINUTE_MS);
        laptop.sign_in(&server, "thandi@example.org").await;
        let sessions: Vec<Session> = phone.get(path::SESSIONS).await.ok();
        let shown: Vec<(&str, bool)> = sessions.iter().map(|s| (s.device.as_str(), s.current)).collect();
        assert_eq!(shown, [("Firefox on Linux", false), ("Firefox on Linux", true)]);
        let other = format!("{}/{}", path::SESSIONS, sessions[0].id);
        pieter.delete(&other).await.refused(ErrorCode::NotFound);
        phone.delete(&other).await.done();
        laptop.get(path::ME).await.refused(ErrorCode::SignIn);
        phone.delete(&other).await.refused(ErrorCode::NotFound);
        assert_eq!(phone.get(path::SESSIONS).await.ok::<Vec<Session>>().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn signing_out_everywhere_else_leaves_this_browser_and_no_code_that_pairs() {
    on_both(async |server| {
        let (mut phone, mut laptop, pieter) = (server.stranger(), server.stranger(), server.person("pieter").await);
        phone.sign_in(&server, "thandi@example.org").await;
        laptop.sign_in(&server, "thandi@example.org").await;
        let code: PairCode = laptop.post(path::PAIR, &()).await.ok();
        phone.delete(path::SESSIONS).await.done();
        laptop.get(path::ME).await.refused(ErrorCode::SignIn);
        let typed = PairTyped { code: code.code, device: String::new() };
        laptop.post(path::PAIR_CLAIM, &typed).await.refused(ErrorCode::WrongCode);
        assert_eq!(phone.get(path::SESSIONS).await.ok::<Vec<Session>>().len(), 1);
        pieter.get(path::ME).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn signing_in_again_takes_the_place_of_the_browsers_session() {
    on_both(async |server| {
        let mut phone = server.stranger();
        phone.sign_in(&server, "thandi@example.org").await;
        let before = phone.clone();
        phone.sign_in(&server, "thandi@example.org").await;
        before.get(path::ME).await.refused(ErrorCode::SignIn);
        assert_eq!(phone.get(path::SESSIONS).await.ok::<Vec<Session>>().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_name_of_a_device_is_cut_not_refused() {
    on_both(async |server| {
        let mut phone = server.stranger();
        phone.ask("thandi@example.org").await.done();
        let typed = json!({"code": mailed_code(&server), "device": "x".repeat(1_000)});
        let answer = phone.post(path::CODE_VERIFY, &typed).await;
        phone.take_cookies(&answer);
        assert_eq!(phone.get(path::SESSIONS).await.ok::<Vec<Session>>()[0].device, "x".repeat(60));
    })
    .await;
}
