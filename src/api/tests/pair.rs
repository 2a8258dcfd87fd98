//! `/api/me/pair` and `/api/auth/pair`: a second device signs in with a code that the first one shows.

use super::{Answer, Person, on_both};
use crate::auth::ATTEMPTS_MAX;
use wire::account::{Me, PairCode, PairTyped, Session};
use wire::{ErrorCode, path};

impl Person {
    async fn claim(&mut self, code: &str) -> Answer {
        let answer = self.post(path::PAIR_CLAIM, &PairTyped { code: code.to_owned(), device: "Tablet".into() }).await;
        self.take_cookies(&answer);
        answer
    }
}

#[tokio::test]
async fn a_second_device_signs_in_as_the_same_account_once() {
    on_both(async |server| {
        let (phone, mut tablet, mut thief) = (server.person("thandi").await, server.stranger(), server.stranger());
        let code: PairCode = phone.post(path::PAIR, &()).await.ok();
        assert!(code.code.len() >= 22, "128 bits in base64url");
        assert_eq!(code.expires.0, server.app.clock.now().0 + 5 * 60_000);
        let me: Me = tablet.claim(&format!(" {}\n", code.code)).await.ok();
        assert_eq!((me.account, me.email.as_str()), (phone.account, "thandi@example.org"));
        assert_eq!(tablet.get(path::ME).await.ok::<Me>(), me);
        let devices: Vec<Session> = phone.get(path::SESSIONS).await.ok();
        assert!(devices.iter().any(|session| session.device == "Tablet"), "{devices:?}");
        thief.claim(&code.code).await.refused(ErrorCode::WrongCode);
    })
    .await;
}

/// A device that was let in could otherwise let itself in anew, and so come to a proof that nobody gave.
#[tokio::test]
async fn a_device_that_was_let_in_has_proved_nothing() {
    on_both(async |server| {
        let (phone, mut tablet) = (server.person("thandi").await, server.stranger());
        let code: PairCode = phone.post(path::PAIR, &()).await.ok();
        tablet.claim(&code.code).await.ok::<Me>();
        tablet.delete(path::ME).await.refused(ErrorCode::StepUp);
        let own: PairCode = tablet.post(path::PAIR, &()).await.ok();
        tablet.claim(&own.code).await.ok::<Me>();
        tablet.post(path::PASSKEY_ADD_START, &()).await.refused(ErrorCode::StepUp);
        tablet.sign_in(&server, "thandi@example.org").await;
        tablet.delete(path::ME).await.done();
    })
    .await;
}

#[tokio::test]
async fn of_many_who_claim_at_once_one_gets_in() {
    on_both(async |server| {
        let phone = server.person("thandi").await;
        let code: PairCode = phone.post(path::PAIR, &()).await.ok();
        let claims = (0..8).map(|_| {
            let (mut tablet, code) = (server.stranger(), code.code.clone());
            async move { tablet.claim(&code).await.status.is_success() }
        });
        let entered = futures_util::future::join_all(claims).await;
        assert_eq!(entered.into_iter().filter(|entered| *entered).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pairing_code_ends_after_five_minutes_or_with_the_next_one() {
    on_both(async |server| {
        let (phone, mut tablet) = (server.person("thandi").await, server.stranger());
        let first: PairCode = phone.post(path::PAIR, &()).await.ok();
        let second: PairCode = phone.post(path::PAIR, &()).await.ok();
        assert_ne!(first.code, second.code);
        let replaced = tablet.claim(&first.code).await;
        server.app.clock.advance_ms(5 * 60_000);
        let ended = tablet.claim(&second.code).await;
        let invented = tablet.claim("AAAAAAAAAAAAAAAAAAAAAA").await;
        for answer in [&replaced, &ended] {
            answer.refused(ErrorCode::WrongCode);
            assert_eq!(answer.body, invented.body);
        }
    })
    .await;
}

#[tokio::test]
async fn guessing_pairing_codes_from_one_place_comes_to_an_end() {
    on_both(async |server| {
        let mut guesser = server.stranger();
        for _ in 0..ATTEMPTS_MAX {
            guesser.claim("guess").await.refused(ErrorCode::WrongCode);
        }
        guesser.claim("guess").await.refused(ErrorCode::TooMany);
    })
    .await;
}
