//! `/api/me/requests` and `codessa requests`: the register, its clock and what is left of it.

use super::{Person, Server, on_both};
use crate::register;
use crate::sweep::sweep;
use model::request::{RequestEnd, RequestKind};
use serde_json::json;
use wire::account::Me;
use wire::closing::Export;
use wire::request::{Request, RequestNew, Requests};
use wire::{ErrorCode, path};

const DAY_MS: i64 = 86_400_000;

impl Person {
    async fn file(&self, kind: RequestKind, text: &str) -> Request {
        self.post(path::REQUESTS, &RequestNew { kind, text: text.into() }).await.ok()
    }

    async fn requests(&self) -> Vec<Request> {
        self.get(path::REQUESTS).await.ok::<Requests>().requests
    }
}

fn at(request: &Request) -> String {
    format!("{}/{}", path::REQUESTS, request.number)
}

#[tokio::test]
async fn a_request_has_a_number_a_day_and_in_the_end_an_answer() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let first = thandi.file(RequestKind::Access, "  What do you hold about me?\r\n").await;
        let second = thandi.file(RequestKind::Correction, "My name is Thandi.").await;
        assert_eq!((first.number, second.number), (1, 2));
        assert_eq!(first.text, "What do you hold about me?");
        assert_eq!(first.due.0 - first.filed.0, 30 * DAY_MS);
        assert!(server.mails()[0].contains("number 1. You have an answer by 21 December 2026"), "{:?}", server.mails());
        let listed = register::list(&server.app).await.expect("a list");
        assert!(listed.starts_with("1  due 2026-12-21 (30 days left)  access  thandi@example.org"), "{listed}");
        register::answer(&server.app, 1, "Your address and two homes.").await.expect("answered");
        register::answer(&server.app, 1, "Again").await.expect_err("answered already");
        let requests = thandi.requests().await;
        assert_eq!(requests[0], second, "the latest first");
        assert_eq!(requests[1].ended, Some(RequestEnd::Answered));
        assert_eq!(requests[1].answer.as_deref(), Some("Your address and two homes."));
        let mails = server.mails();
        let mail = mails.last().expect("a mail");
        assert!(mail.starts_with("To: thandi@example.org\n") && mail.contains("two homes."), "{mail}");
        assert_eq!(register::list(&server.app).await.expect("a list").lines().count(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_open_request_can_be_withdrawn_by_who_filed_it() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await, server.person("pieter").await);
        let request = thandi.file(RequestKind::Objection, "No more mails.").await;
        pieter.delete(&at(&request)).await.refused(ErrorCode::NotFound);
        assert!(pieter.requests().await.is_empty());
        thandi.delete(&at(&request)).await.done();
        thandi.delete(&at(&request)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.requests().await[0].ended, Some(RequestEnd::Withdrawn));
        register::answer(&server.app, 1, "Too late").await.expect_err("withdrawn");
        for nonsense in ["x", "-1", "99999999999999999999", "1.5"] {
            thandi.delete(&format!("{}/{nonsense}", path::REQUESTS)).await.refused(ErrorCode::NotFound);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_request_is_refused() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        for (text, allowed) in
            [("", false), (" \n\u{7}", false), (&*"é".repeat(2_000), true), (&*"é".repeat(2_001), false)]
        {
            let answer =
                thandi.post(path::REQUESTS, &RequestNew { kind: RequestKind::Access, text: text.into() }).await;
            match allowed {
                true => drop(answer.ok::<Request>()),
                false => assert_eq!(answer.refused(ErrorCode::Invalid).faults[0].field, "text"),
            }
        }
        assert_eq!(thandi.post(path::REQUESTS, &json!({"kind": "revenge", "text": "x"})).await.status, 400);
        for _ in 0..9 {
            thandi.file(RequestKind::Access, "<script>alert(1)</script>\u{1b}[2J").await;
        }
        let too_many = RequestNew { kind: RequestKind::Access, text: "x".into() };
        thandi.post(path::REQUESTS, &too_many).await.refused(ErrorCode::TooMany);
        let listed = register::list(&server.app).await.expect("a list");
        assert!(!listed.contains('\u{1b}') && listed.lines().count() == 10, "{listed}");
        let others = server.person("pieter").await.file(RequestKind::Access, "x").await;
        assert_eq!(others.number, 11, "a refused one takes no number");
    })
    .await;
}

#[tokio::test]
async fn filing_and_withdrawing_again_and_again_comes_to_an_end() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        for _ in 0..20 {
            thandi.delete(&at(&thandi.file(RequestKind::Access, "x").await)).await.done();
        }
        let new = RequestNew { kind: RequestKind::Access, text: "x".into() };
        thandi.post(path::REQUESTS, &new).await.refused(ErrorCode::TooMany);
        server.app.clock.advance_ms(DAY_MS);
        thandi.post(path::REQUESTS, &new).await.ok::<Request>();
    })
    .await;
}

#[tokio::test]
async fn requests_at_once_get_numbers_of_their_own() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let new = RequestNew { kind: RequestKind::Access, text: "x".into() };
        let files = (0..20).map(|_| thandi.post(path::REQUESTS, &new));
        let answers = futures_util::future::join_all(files).await;
        let filed = answers.iter().filter(|answer| answer.status.is_success()).count();
        let mut numbers: Vec<u64> = thandi.requests().await.iter().map(|request| request.number).collect();
        numbers.dedup();
        assert_eq!((filed, numbers.len()), (10, 10));
    })
    .await;
}

#[tokio::test]
async fn somebody_without_an_account_is_registered_by_the_operator() {
    on_both(async |server| {
        let told = register::add(&server.app, " Anna@Example.org", RequestKind::Erasure, "Forget me.").await;
        assert_eq!(told.expect("registered"), "request 1 is due on 2026-12-21\n");
        assert!(server.mails()[0].starts_with("To: anna@example.org\n"));
        register::answer(&server.app, 1, "Forgotten.").await.expect("answered");
        assert!(server.mails()[1].starts_with("To: anna@example.org\n"));
        register::add(&server.app, "nobody", RequestKind::Access, "x").await.expect_err("no address");
        // Where the address has an account, it sees the request.
        let thandi = server.person("thandi").await;
        register::add(&server.app, "thandi@example.org", RequestKind::Access, "By letter").await.expect("registered");
        assert_eq!(thandi.requests().await[0].text, "By letter");
    })
    .await;
}

#[tokio::test]
async fn what_is_due_is_called_to_mind_once_a_day_and_overdue_stands_first() {
    on_both(async |server| {
        // The look that a server takes when it starts must not come between.
        let server = server.alone().await;
        let thandi = server.person("thandi").await;
        thandi.file(RequestKind::Access, "x").await;
        server.app.clock.advance_ms(20 * DAY_MS);
        let (storage, clock) = (&server.app.storage, &server.app.clock);
        let remind =
            async || storage.remind_of_requests(clock.now().date(120), clock.now()).await.expect("asked").len();
        assert_eq!(remind().await, 0);
        clock.advance_ms(3 * DAY_MS);
        register::remind(&server.app).await.expect("reminded");
        let mails = server.mails();
        let mail = mails.last().expect("a mail");
        assert!(mail.starts_with("To: keeper@example.org\n") && mail.contains("Request 1 is due in 7 days"), "{mail}");
        assert!(!mail.contains("thandi"), "{mail}");
        register::remind(&server.app).await.expect("reminded");
        assert_eq!((remind().await, server.mails().len()), (0, mails.len()));
        clock.advance_ms(8 * DAY_MS);
        assert_eq!((remind().await, remind().await), (1, 0));
        register::add(&server.app, "anna@example.org", RequestKind::Access, "y").await.expect("registered");
        let listed = register::list(&server.app).await.expect("a list");
        let lines: Vec<&str> = listed.lines().collect();
        assert!(lines[0].starts_with("1 ") && lines[0].contains("(1 day overdue)"), "{listed}");
        assert!(lines[1].starts_with("2 ") && lines[1].contains("(30 days left)"), "{listed}");
    })
    .await;
}

#[tokio::test]
async fn a_closed_request_goes_after_three_years_and_an_open_one_stays() {
    on_both(async |server| {
        let mut thandi = server.stranger();
        let account = thandi.sign_in(&server, "thandi@example.org").await.account;
        thandi.file(RequestKind::Access, "answered").await;
        thandi.file(RequestKind::Access, "open").await;
        register::answer(&server.app, 1, "Yes.").await.expect("answered");
        for (days, left) in [(1_096, 2), (1, 1)] {
            server.app.clock.advance_ms(days * DAY_MS);
            sweep(&server.app).await.expect("swept");
            assert_eq!(server.app.storage.requests(account).await.expect("a list").len(), left);
        }
        let me: Me = thandi.sign_in(&server, "thandi@example.org").await;
        assert_eq!(me.account, account);
        assert_eq!(thandi.file(RequestKind::Access, "next").await.number, 3, "no number is given twice");
    })
    .await;
}

#[tokio::test]
async fn an_erased_account_leaves_numbers_kinds_and_days() {
    let server = Server::on_sqlite().await;
    let thandi = server.person("thandi").await;
    thandi.file(RequestKind::Erasure, "The secret wish").await;
    thandi.file(RequestKind::Access, "The other wish").await;
    register::answer(&server.app, 2, "The secret answer").await.expect("answered");
    assert_eq!(thandi.get(path::EXPORT).await.ok::<Export>().requests.len(), 2);
    thandi.delete(path::ME).await.done();
    for text in ["The secret wish", "The other wish", "The secret answer", "thandi@example.org"] {
        server.assert_nowhere(text);
    }
    assert_eq!(register::list(&server.app).await.expect("a list"), "no open requests\n");
    let rows = server.app.storage.register_for_test().await;
    let kept: Vec<(i64, &str, &str)> =
        rows.iter().map(|(n, kind, ended)| (*n, kind.as_str(), ended.as_str())).collect();
    assert_eq!(kept, [(1, "erasure", "erased"), (2, "access", "answered")]);
}
