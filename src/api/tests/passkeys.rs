//! `/api/me/passkeys` and `/api/auth/passkey`: adding, signing in, and every answer that does not fit.

use super::authenticator::{Authenticator, PRESENT};
use super::{Answer, Person, Server, on_both};
use serde_json::json;
use wire::account::{Me, Passkey, PasskeyFinish, PasskeyName, PasskeyStart, Session};
use wire::{ErrorCode, path};

const ORIGIN: &str = "http://localhost:8080";

impl Person {
    /// Adds a passkey.
    async fn add(&self, authenticator: &mut Authenticator) -> Answer {
        let start: PasskeyStart = self.post(path::PASSKEY_ADD_START, &()).await.ok();
        let credential = authenticator.create(&start.options);
        let finish = PasskeyFinish { ceremony: start.ceremony, credential, name: "Phone".into() };
        self.post(path::PASSKEY_ADD_FINISH, &finish).await
    }

    async fn begin(&self) -> PasskeyStart {
        self.post(path::PASSKEY_START, &()).await.ok()
    }

    /// Ends signing in with an answer.
    async fn finish(&mut self, ceremony: &str, credential: serde_json::Value) -> Answer {
        let finish = PasskeyFinish { ceremony: ceremony.to_owned(), credential, name: "Chrome on Android".into() };
        let answer = self.post(path::PASSKEY_FINISH, &finish).await;
        self.take_cookies(&answer);
        answer
    }

    /// Signs in with a passkey.
    async fn answer(&mut self, authenticator: &mut Authenticator) -> Answer {
        let start = self.begin().await;
        self.finish(&start.ceremony, authenticator.get(&start.options)).await
    }
}

/// Thandi, and her passkey.
async fn with_passkey(server: &Server) -> (Person, Authenticator) {
    let (thandi, mut authenticator) = (server.person("thandi").await, Authenticator::new(ORIGIN));
    thandi.add(&mut authenticator).await.done();
    (thandi, authenticator)
}

#[tokio::test]
async fn a_passkey_signs_in_without_a_user_name_until_it_is_removed() {
    on_both(async |server| {
        let (thandi, mut authenticator) = with_passkey(&server).await;
        assert!(thandi.get(path::ME).await.ok::<Me>().has_passkey);
        let added: Vec<Passkey> = thandi.get(path::PASSKEYS).await.ok();
        assert_eq!((added[0].name.as_str(), added[0].used), ("Phone", None));

        server.app.clock.advance_ms(60_000);
        let mut laptop = server.stranger();
        for _ in 0..2 {
            let me: Me = laptop.answer(&mut authenticator).await.ok();
            assert_eq!((me.account, me.has_passkey), (thandi.account, true));
        }
        let sessions: Vec<Session> = laptop.get(path::SESSIONS).await.ok();
        assert!(sessions.iter().any(|s| s.current && s.device == "Chrome on Android"), "{sessions:?}");
        let used: Vec<Passkey> = thandi.get(path::PASSKEYS).await.ok();
        assert_eq!(used[0].used, Some(server.app.clock.now()));

        let one = format!("{}/{}", path::PASSKEYS, used[0].id);
        server.person("pieter").await.delete(&one).await.refused(ErrorCode::NotFound);
        thandi.delete(&one).await.done();
        assert!(!thandi.get(path::ME).await.ok::<Me>().has_passkey);
        server.stranger().answer(&mut authenticator).await.refused(ErrorCode::WrongCode);
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_named_by_its_owner() {
    on_both(async |server| {
        let (thandi, mut authenticator) = with_passkey(&server).await;
        let id = thandi.get(path::PASSKEYS).await.ok::<Vec<Passkey>>().remove(0).id;
        let one = format!("{}/{id}", path::PASSKEYS);
        let name = |name: &str| PasskeyName { name: name.into() };
        let named: Vec<Passkey> = thandi.change(&one, &name(" My \n blue\u{7} phone ")).await.ok();
        assert_eq!(named[0].name, "My blue phone");
        let long: Vec<Passkey> = thandi.change(&one, &name(&"é".repeat(1_000))).await.ok();
        assert_eq!(long[0].name, "é".repeat(60));
        for nothing in ["", "  \u{0} "] {
            let fault = thandi.change(&one, &name(nothing)).await.refused(ErrorCode::Invalid);
            assert_eq!(fault.faults[0].field, "name");
        }
        let pieter = server.person("pieter").await;
        pieter.change(&one, &name("Mine")).await.refused(ErrorCode::NotFound);
        server.stranger().answer(&mut authenticator).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn the_options_ask_for_a_passkey_that_is_found_and_a_person_who_is_verified() {
    on_both(async |server| {
        let (thandi, _) = with_passkey(&server).await;
        let start: PasskeyStart = thandi.post(path::PASSKEY_ADD_START, &()).await.ok();
        let selection = &start.options["authenticatorSelection"];
        assert_eq!((&selection["residentKey"], &selection["requireResidentKey"]), (&json!("required"), &json!(true)));
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(start.options["excludeCredentials"].as_array().map(Vec::len), Some(1));
        let start = server.stranger().begin().await;
        assert_eq!(start.options["userVerification"], "required");
        assert_eq!(start.options["allowCredentials"], json!([]));
        assert_eq!(start.options["rpId"], "localhost");
    })
    .await;
}

#[tokio::test]
async fn passkeys_belong_to_the_host_that_people_type() {
    let server = Server::on_https().await;
    let (thandi, mut authenticator) = (server.person("thandi").await, Authenticator::new("https://codessa.example"));
    thandi.add(&mut authenticator).await.done();
    assert_eq!(server.stranger().begin().await.options["rpId"], "codessa.example");
    server.stranger().answer(&mut authenticator).await.ok::<Me>();
}

#[tokio::test]
async fn an_answer_that_does_not_fit_signs_nobody_in() {
    on_both(async |server| {
        let (_, mut right) = with_passkey(&server).await;
        let (_, other) = (server.person("pieter").await, Authenticator::new(ORIGIN));
        server.stranger().answer(&mut right).await.ok::<Me>();
        let change = |change: &dyn Fn(&mut Authenticator)| {
            let mut wrong = right.clone();
            change(&mut wrong);
            wrong
        };
        let rows = [
            ("another page", change(&|a| a.origin = "https://evil.example".into())),
            ("another host", change(&|a| a.host = Some("evil.example".into()))),
            ("another ceremony", change(&|a| a.kind = Some("webauthn.create"))),
            ("nobody verified", change(&|a| a.flags = PRESENT)),
            ("another key", change(&|a| a.key = other.key.clone())),
            ("an unknown passkey", change(&|a| a.id = other.id.clone())),
            ("another account", change(&|a| a.user = "AAAAAAAAAAAAAAAAAAAAAA".into())),
            ("no account", change(&|a| a.user = "AAAA".into())),
            ("a copy that lags behind", change(&|a| a.count = 0)),
        ];
        for (what, mut wrong) in rows {
            let mut person = server.stranger();
            let answer = person.answer(&mut wrong).await;
            assert_eq!(answer.refused(ErrorCode::WrongCode).code, ErrorCode::WrongCode, "{what}");
            assert_eq!(person.cookie("-session"), None, "{what}");
        }
        server.stranger().answer(&mut right).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn a_ceremony_works_once_for_ten_minutes_and_for_what_it_was_begun() {
    on_both(async |server| {
        let (mut thandi, mut authenticator) = with_passkey(&server).await;
        let mut person = server.stranger();
        let start = person.begin().await;
        let answer = authenticator.get(&start.options);
        person.clone().finish("another", answer.clone()).await.refused(ErrorCode::WrongCode);
        person.finish(&start.ceremony, answer.clone()).await.ok::<Me>();
        person.finish(&start.ceremony, answer.clone()).await.refused(ErrorCode::WrongCode);

        let start = person.begin().await;
        person.finish(&start.ceremony, answer).await.refused(ErrorCode::WrongCode);
        let start = person.begin().await;
        let answer = authenticator.get(&start.options);
        server.app.clock.advance_ms(10 * 60_000);
        person.finish(&start.ceremony, answer).await.refused(ErrorCode::WrongCode);

        thandi.answer(&mut authenticator).await.ok::<Me>();
        let begun: PasskeyStart = thandi.post(path::PASSKEY_ADD_START, &()).await.ok();
        let credential = Authenticator::new(ORIGIN).create(&begun.options);
        let finish = PasskeyFinish { ceremony: begun.ceremony.clone(), credential, name: String::new() };
        let pieter = server.person("pieter").await;
        pieter.post(path::PASSKEY_ADD_FINISH, &finish).await.refused(ErrorCode::WrongCode);
        person.finish(&begun.ceremony, authenticator.get(&start.options)).await.refused(ErrorCode::WrongCode);
        thandi.post(path::PASSKEY_ADD_FINISH, &finish).await.done();
    })
    .await;
}

#[tokio::test]
async fn a_passkey_belongs_to_one_account() {
    on_both(async |server| {
        let (_, mut authenticator) = with_passkey(&server).await;
        server.person("pieter").await.add(&mut authenticator).await.refused(ErrorCode::Conflict);
    })
    .await;
}

#[tokio::test]
async fn a_new_passkey_has_to_fit_too() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let mut unverified = Authenticator::new(ORIGIN);
        unverified.flags = PRESENT;
        let mut elsewhere = Authenticator::new("https://evil.example");
        for wrong in [&mut unverified, &mut elsewhere] {
            thandi.add(wrong).await.refused(ErrorCode::WrongCode);
        }
        let start: PasskeyStart = thandi.post(path::PASSKEY_ADD_START, &()).await.ok();
        let finish = PasskeyFinish { ceremony: start.ceremony, credential: json!({"id": 7}), name: String::new() };
        let refusal = thandi.post(path::PASSKEY_ADD_FINISH, &finish).await.refused(ErrorCode::Invalid);
        assert_eq!(refusal.faults[0].field, "credential");
        assert_eq!(thandi.get(path::PASSKEYS).await.ok::<Vec<Passkey>>(), []);
    })
    .await;
}

#[tokio::test]
async fn a_passkey_is_a_proof_of_being_there() {
    on_both(async |server| {
        let (mut thandi, mut authenticator) = with_passkey(&server).await;
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.delete(path::ME).await.refused(ErrorCode::StepUp);
        thandi.answer(&mut authenticator).await.ok::<Me>();
        thandi.delete(path::ME).await.done();
    })
    .await;
}

#[tokio::test]
async fn an_open_browser_that_somebody_finds_neither_gains_nor_loses_a_passkey() {
    on_both(async |server| {
        let (mut thandi, mut authenticator) = with_passkey(&server).await;
        let begun: PasskeyStart = thandi.post(path::PASSKEY_ADD_START, &()).await.ok();
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.post(path::PASSKEY_ADD_START, &()).await.refused(ErrorCode::StepUp);
        let known: Vec<Passkey> = thandi.get(path::PASSKEYS).await.ok();
        let one = format!("{}/{}", path::PASSKEYS, known[0].id);
        thandi.delete(&one).await.refused(ErrorCode::StepUp);
        // What was begun with a proof is ended without another.
        let credential = Authenticator::new(ORIGIN).create(&begun.options);
        let finish = PasskeyFinish { ceremony: begun.ceremony, credential, name: "Phone".into() };
        thandi.post(path::PASSKEY_ADD_FINISH, &finish).await.done();
        thandi.answer(&mut authenticator).await.ok::<Me>();
        thandi.delete(&one).await.done();
    })
    .await;
}
