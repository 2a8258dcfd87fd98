//! `/api/me/recovery` and `/api/auth/recovery`: codes that let somebody in who has lost everything else.

use super::{Answer, Person, Server, on_both};
use serde_json::json;
use std::collections::BTreeSet;
use wire::account::{Me, RecoveryCodes, RecoveryLeft, RecoveryTyped, Session};
use wire::{ErrorCode, path};

const EMAIL: &str = "thandi@example.org";
const WINDOW_MS: i64 = 15 * 60_000;

impl Person {
    /// Types a recovery code.
    async fn recover(&mut self, email: &str, code: &str) -> Answer {
        let typed = RecoveryTyped { email: email.into(), code: code.into(), device: "Firefox on Linux".into() };
        let answer = self.post(path::RECOVERY_SIGN_IN, &typed).await;
        self.take_cookies(&answer);
        answer
    }

    async fn make_codes(&self) -> Vec<String> {
        self.post(path::RECOVERY, &()).await.ok::<RecoveryCodes>().codes
    }

    async fn left(&self) -> u32 {
        self.get(path::RECOVERY).await.ok::<RecoveryLeft>().left
    }
}

#[tokio::test]
async fn each_of_ten_codes_lets_its_account_in_once() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        assert_eq!(thandi.get(path::RECOVERY).await.ok::<RecoveryLeft>(), RecoveryLeft { left: 0, made: None });
        let codes = thandi.make_codes().await;
        assert_eq!((codes.len(), codes.iter().collect::<BTreeSet<_>>().len()), (10, 10));
        assert_eq!(thandi.left().await, 10);
        let mut stranger = server.stranger();
        let me: Me = stranger.recover(EMAIL, &codes[3]).await.ok();
        assert_eq!(me.account, thandi.account);
        server.stranger().recover(EMAIL, &codes[3]).await.refused(ErrorCode::WrongCode);
        // However it is typed.
        let typed = format!(" {} ", codes[4].to_lowercase().replace('-', " "));
        server.stranger().recover(" Thandi@Example.org", &typed).await.ok::<Me>();
        assert_eq!(thandi.left().await, 8);
        let mails = server.mails();
        assert!(mails.len() == 2 && mails[0].starts_with("To: thandi@example.org\n"), "{mails:?}");
        assert!(mails[0].contains("9 codes are left") && mails[1].contains("8 codes are left"), "{mails:?}");
        // Whoever has one has proved to be there.
        stranger.post(path::RECOVERY, &()).await.ok::<RecoveryCodes>();
    })
    .await;
}

#[tokio::test]
async fn new_codes_end_the_old_and_ask_for_a_proof() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let (old, new) = (thandi.make_codes().await, thandi.make_codes().await);
        server.stranger().recover(EMAIL, &old[0]).await.refused(ErrorCode::WrongCode);
        server.stranger().recover(EMAIL, &new[0]).await.ok::<Me>();
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.post(path::RECOVERY, &()).await.refused(ErrorCode::StepUp);
        assert_eq!(thandi.left().await, 9);
    })
    .await;
}

#[tokio::test]
async fn codes_are_made_ten_times_an_hour_at_most() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        for _ in 0..10 {
            thandi.make_codes().await;
        }
        thandi.post(path::RECOVERY, &()).await.refused(ErrorCode::TooMany);
        server.person("pieter").await.make_codes().await;
    })
    .await;
}

#[tokio::test]
async fn of_many_who_make_codes_at_once_one_set_is_left() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let makes = (0..4).map(|_| {
            let thandi = thandi.clone();
            async move { thandi.post(path::RECOVERY, &()).await.status.is_success() }
        });
        futures_util::future::join_all(makes).await;
        assert_eq!(thandi.left().await, 10);
    })
    .await;
}

#[tokio::test]
async fn twenty_uses_of_one_code_at_once_give_one_session() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let code = thandi.make_codes().await.remove(0);
        let uses = (0..20).map(|_| {
            let (mut stranger, code) = (server.stranger(), code.clone());
            async move { stranger.recover(EMAIL, &code).await.status.is_success() }
        });
        let let_in = futures_util::future::join_all(uses).await.into_iter().filter(|is_in| *is_in).count();
        assert_eq!(let_in, 1);
        assert_eq!(thandi.get(path::SESSIONS).await.ok::<Vec<Session>>().len(), 2);
        assert_eq!(thandi.left().await, 9);
    })
    .await;
}

#[tokio::test]
async fn five_tries_in_a_quarter_of_an_hour_whether_there_is_an_account_or_not() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let codes = thandi.make_codes().await;
        server.person("pieter").await;
        for email in [EMAIL, "pieter@example.org", "nobody@example.org"] {
            let mut tries = Vec::new();
            for number in 0..6 {
                // Somebody else tries every time.
                let mut stranger = server.stranger().at_address([203, 0, 113, number]);
                let answer = stranger.recover(email, "0000-0000-0000-0000").await;
                assert!(answer.cookies().is_empty());
                tries.push((answer.status.as_u16(), answer.body));
            }
            let wrong = tries[0].1.clone();
            assert!(tries[..5].iter().all(|(status, body)| *status == 401 && *body == wrong), "{email}");
            assert_eq!(tries[5].0, 429, "{email}");
        }
        server.stranger().recover(EMAIL, &codes[0]).await.refused(ErrorCode::TooMany);
        server.app.clock.advance_ms(WINDOW_MS + 1);
        server.stranger().recover(EMAIL, &codes[0]).await.ok::<Me>();
    })
    .await;
}

#[tokio::test]
async fn the_answer_to_a_wrong_code_is_the_same_with_and_without_an_account() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        thandi.make_codes().await;
        let mut answers = Vec::new();
        for email in [EMAIL, "nobody@example.org"] {
            let answer = server.stranger().recover(email, "ABCD-EFGH-JKMN-PQRS").await;
            let names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
            answers.push((answer.status, names, answer.body));
        }
        assert_eq!(answers[0], answers[1]);
        assert!(server.mails().is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_code_is_refused_as_a_wrong_one() {
    on_both(async |server| {
        server.person("thandi").await.make_codes().await;
        for code in ["", "----", &"0".repeat(100_000), "' or 1=1 --", "\u{0}\u{202e}💧", "%"] {
            let mut stranger = server.stranger();
            server.app.clock.advance_ms(WINDOW_MS + 1);
            stranger.recover(EMAIL, code).await.refused(ErrorCode::WrongCode);
        }
        let fault = server.stranger().recover("nobody", "0000").await.refused(ErrorCode::Invalid);
        assert_eq!(fault.faults[0].field, "email");
        server.stranger().post(path::RECOVERY_SIGN_IN, &json!({"email": [EMAIL], "code": 1})).await;
    })
    .await;
}

#[tokio::test]
async fn the_database_knows_no_code_and_erasing_takes_them_along() {
    let server = Server::on_sqlite().await;
    let thandi = server.person("thandi").await;
    let codes = thandi.make_codes().await;
    for code in &codes {
        server.assert_nowhere(code);
        server.assert_nowhere(&code.replace('-', ""));
    }
    thandi.delete(path::ME).await.done();
    server.stranger().recover(EMAIL, &codes[0]).await.refused(ErrorCode::WrongCode);
}
