//! `/api/me/email`: another address for an account, and the way back.

use super::home::HOME;
use super::{Answer, Person, Server, on_both};
use model::access::Role;
use wire::account::{CodeRequest, CodeTyped, EmailBack, EmailNew, Me, RecoveryCodes, RecoveryTyped, Session};
use wire::space::{Members, SpaceNew};
use wire::{ErrorCode, path};

const OLD: &str = "thandi@example.org";
const NEW: &str = "nomsa@example.org";
const HOUR_MS: i64 = 3_600_000;

impl Person {
    async fn ask_change(&mut self, email: &str) -> Answer {
        let answer = self.post(path::EMAIL, &EmailNew { email: email.into() }).await;
        self.take_cookies(&answer);
        answer
    }

    async fn type_change(&mut self, code: &str) -> Answer {
        let typed = CodeTyped { code: code.into(), device: String::new() };
        let answer = self.post(path::EMAIL_VERIFY, &typed).await;
        self.take_cookies(&answer);
        answer
    }

    /// Changes the address of the account.
    async fn change_address(&mut self, server: &Server, email: &str) -> Me {
        self.ask_change(email).await.done();
        let code = code_to(server, &email.trim().to_lowercase());
        self.type_change(&code).await.ok()
    }

    async fn take_back(&self, code: &str) -> Answer {
        self.post(path::EMAIL_BACK, &EmailBack { code: code.into() }).await
    }
}

/// What the latest mail to an address says.
fn mail_to(server: &Server, email: &str) -> String {
    let to = format!("To: {email}\n");
    server.mails().into_iter().rfind(|mail| mail.starts_with(&to)).expect("a mail was sent there")
}

fn code_to(server: &Server, email: &str) -> String {
    let mail = mail_to(server, email);
    let code = mail.split(|c: char| !c.is_ascii_digit()).find(|digits| digits.len() == 8);
    code.expect("the mail has a code").to_owned()
}

/// The code that takes an address back, from the notice to it.
fn back_code(server: &Server, email: &str) -> String {
    let mail = mail_to(server, email);
    mail.lines().find(|line| line.len() == 29 && line.matches('-').count() == 5).expect("the notice has it").to_owned()
}

#[tokio::test]
async fn the_address_changes_with_a_code_that_was_mailed_to_the_new_one() {
    on_both(async |server| {
        let (mut laptop, mut phone) = (server.stranger(), server.stranger());
        let before = laptop.sign_in(&server, OLD).await;
        phone.sign_in(&server, OLD).await;
        let me = laptop.change_address(&server, " Nomsa@Example.ORG ").await;
        assert_eq!((me.account, me.email.as_str()), (before.account, NEW));
        assert_eq!(laptop.get(path::ME).await.ok::<Me>().email, NEW);
        phone.get(path::ME).await.refused(ErrorCode::SignIn);
        assert_eq!(laptop.get(path::SESSIONS).await.ok::<Vec<Session>>().len(), 1);
        assert!(mail_to(&server, OLD).contains("within 72 hours"));
        assert_eq!(server.stranger().sign_in(&server, NEW).await.account, before.account);
        assert_ne!(server.stranger().sign_in(&server, OLD).await.account, before.account);
    })
    .await;
}

#[tokio::test]
async fn it_asks_for_a_proof_and_for_another_address() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await;
        let same = thandi.ask_change(" THANDI@example.org").await.refused(ErrorCode::Invalid);
        assert_eq!(same.faults[0].field, "email");
        for wrong in ["", "nomsa", "a@b@c.org", "a b@c.org", "nomsa@example.org\nBcc: x@y.org"] {
            thandi.ask_change(wrong).await.refused(ErrorCode::Invalid);
        }
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.ask_change(NEW).await.refused(ErrorCode::StepUp);
        assert!(server.mails().is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_address_that_another_has_answers_as_a_free_one_until_the_code_is_typed() {
    on_both(async |server| {
        let (mut thandi, anna) = (server.person("thandi").await, server.person("anna").await);
        let (free, held) = (thandi.clone().ask_change(NEW).await, thandi.ask_change("anna@example.org").await);
        assert_eq!((free.status, free.body), (held.status, held.body));
        let code = code_to(&server, "anna@example.org");
        thandi.type_change(&code).await.refused(ErrorCode::Conflict);
        assert_eq!(thandi.get(path::ME).await.ok::<Me>().email, OLD);
        assert_eq!(anna.get(path::ME).await.ok::<Me>().account, anna.account);
    })
    .await;
}

#[tokio::test]
async fn a_code_is_bound_to_browser_account_and_purpose_and_has_five_tries() {
    on_both(async |server| {
        let (mut thandi, mut pieter) = (server.person("thandi").await, server.person("pieter").await);
        thandi.ask_change(NEW).await.done();
        let code = code_to(&server, NEW);
        // Another browser of the account, and another account in a browser that holds the cookie.
        server.person_again(&thandi).await.type_change(&code).await.refused(ErrorCode::WrongCode);
        let holder = thandi.cookie("-change").expect("bound").to_owned();
        pieter.hold("change", &holder);
        pieter.type_change(&code).await.refused(ErrorCode::WrongCode);
        // It is used up, and signs nobody in.
        thandi.type_change(&code).await.refused(ErrorCode::WrongCode);
        thandi.ask_change(NEW).await.done();
        let code = code_to(&server, NEW);
        let mut stranger = server.stranger();
        stranger.hold("pending", thandi.cookie("-change").expect("bound"));
        let typed = CodeTyped { code: code.clone(), device: String::new() };
        stranger.post(path::CODE_VERIFY, &typed).await.refused(ErrorCode::WrongCode);
        for _ in 0..5 {
            thandi.type_change("00000000x").await.refused(ErrorCode::WrongCode);
        }
        thandi.type_change(&code).await.refused(ErrorCode::WrongCode);
        thandi.ask_change(NEW).await.done();
        let code = code_to(&server, NEW);
        server.app.clock.advance_ms(10 * 60_000);
        thandi.type_change(&code).await.refused(ErrorCode::WrongCode);
        assert_eq!(thandi.get(path::ME).await.ok::<Me>().email, OLD);
    })
    .await;
}

#[tokio::test]
async fn one_mailbox_gets_five_codes_whatever_they_are_for() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await;
        for _ in 0..3 {
            thandi.ask_change(NEW).await.done();
        }
        let request = CodeRequest { email: NEW.into(), language: String::new() };
        for _ in 0..2 {
            server.stranger().post(path::CODE, &request).await.done();
        }
        thandi.ask_change(NEW).await.refused(ErrorCode::TooMany);
    })
    .await;
}

#[tokio::test]
async fn what_was_sent_to_the_old_address_does_not_follow() {
    on_both(async |server| {
        let owner = server.person("owner").await.with_home().await;
        owner.invite(OLD, Role::Viewer).await;
        let mut thandi = server.person("thandi").await;
        let mut asking = server.stranger();
        asking.ask(OLD).await.done();
        let code = code_to(&server, OLD);
        thandi.change_address(&server, NEW).await;
        asking.type_code(&code).await.refused(ErrorCode::WrongCode);
        let members: Members = owner.get(&path::members(HOME)).await.ok();
        assert_eq!(members.invitations[0].email, OLD);
    })
    .await;
}

#[tokio::test]
async fn the_old_address_takes_the_account_back_from_whoever_has_it() {
    on_both(async |server| {
        let mut thief = server.stranger();
        let account = thief.sign_in(&server, OLD).await.account;
        thief.change_address(&server, NEW).await;
        let code = back_code(&server, OLD);
        let codes = thief.post(path::RECOVERY, &()).await.ok::<RecoveryCodes>().codes;
        // And once more, so that the notice goes to the thief.
        thief.change_address(&server, "thief@example.org").await;
        let later = back_code(&server, NEW);
        // Who looks for the account makes an empty one at first, which is no obstacle.
        let mut thandi = server.stranger();
        assert_ne!(thandi.sign_in(&server, OLD).await.account, account);
        let typed = code.to_lowercase().replace('-', " ");
        thandi.take_back(&typed).await.done();
        thandi.get(path::ME).await.refused(ErrorCode::SignIn);
        thief.get(path::ME).await.refused(ErrorCode::SignIn);
        let recovery = RecoveryTyped { email: OLD.into(), code: codes[0].clone(), device: String::new() };
        thief.post(path::RECOVERY_SIGN_IN, &recovery).await.refused(ErrorCode::WrongCode);
        for spent in [&code, &later] {
            thief.take_back(spent).await.refused(ErrorCode::WrongCode);
        }
        let me = thandi.sign_in(&server, OLD).await;
        assert_eq!((me.account, me.email.as_str()), (account, OLD));
    })
    .await;
}

#[tokio::test]
async fn an_address_cannot_be_taken_back_late_or_from_an_account_with_homes() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await;
        thandi.change_address(&server, NEW).await;
        let code = back_code(&server, OLD);
        let mut other = server.stranger();
        other.sign_in(&server, OLD).await;
        other.post(path::SPACES, &SpaceNew { id: HOME }).await.ok::<serde_json::Value>();
        server.stranger().take_back(&code).await.refused(ErrorCode::Conflict);
        other.delete(&path::space(HOME)).await.done();
        server.app.clock.advance_ms(72 * HOUR_MS);
        server.stranger().take_back(&code).await.refused(ErrorCode::WrongCode);
        for wrong in ["", "0000-0000-0000-0000-0000-0000", &"x".repeat(100_000)] {
            server.stranger().take_back(wrong).await.refused(ErrorCode::WrongCode);
        }
        assert_eq!(thandi.get(path::ME).await.ok::<Me>().email, NEW);
    })
    .await;
}

#[tokio::test]
async fn two_who_change_to_one_address_at_once_do_not_both_get_it() {
    on_both(async |server| {
        let (mut thandi, mut pieter) = (server.person("thandi").await, server.person("pieter").await);
        thandi.ask_change(NEW).await.done();
        let first = code_to(&server, NEW);
        pieter.ask_change(NEW).await.done();
        let second = code_to(&server, NEW);
        let (one, other) = tokio::join!(thandi.type_change(&first), pieter.type_change(&second));
        let got = [one, other].iter().filter(|answer| answer.status.is_success()).count();
        assert_eq!(got, 1);
    })
    .await;
}

#[tokio::test]
async fn the_database_does_not_know_the_code_that_takes_an_address_back() {
    let server = Server::on_sqlite().await;
    let mut thandi = server.person("thandi").await;
    thandi.change_address(&server, NEW).await;
    let code = back_code(&server, OLD);
    server.assert_nowhere(&code);
    server.assert_nowhere(&code.replace('-', ""));
    thandi.delete(path::ME).await.done();
    server.assert_nowhere(OLD);
    server.assert_nowhere(NEW);
    server.stranger().take_back(&code).await.refused(ErrorCode::WrongCode);
}
