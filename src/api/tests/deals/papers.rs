//! Papers of a deal as PDF: for both sides, by an account and by the link. The typesetter is a script that hands back what it is given.

use super::*;
use crate::tests::report::script;
use model::RecordId;
use model::access::Role;

/// What the typesetter was given.
async fn printed(person: &Person, path: &str) -> String {
    let answer = person.get(path).await;
    assert_eq!(answer.headers["content-type"], "application/pdf");
    assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"paper.pdf\"");
    let bytes = answer.body.strip_prefix(b"%PDF").expect("what the script says").to_vec();
    let sheet = report::Sheet::read(&mut bytes.as_slice()).expect("a sheet");
    String::from_utf8(sheet.report).expect("JSON").replace('\u{a0}', " ")
}

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

#[tokio::test]
async fn both_sides_have_the_papers_of_a_deal_and_nobody_else() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
            sipho.send_by_link(&[quote(1, &json!({"terms": "Thirty days"}))]).await;
            thandi.write(&[decision(2, 1, "approve")]).await;
            let bill = json!({"number": "S-7", "bank": {"bank": "FNB", "holder": "Sipho", "account": "62123"}});
            let sheet = edit(3, "job_sheet", &json!({"completed_on": "2026-11-22", "done": ["a"], "notes": "All dry"}));
            assert_eq!(why(&sipho.send_by_link(&[sheet, invoice(4, &bill)]).await), ["", ""]);
            for (number, said) in [(1, "Thirty days"), (3, "All dry"), (4, "Invoice S-7")] {
                let own = printed(&thandi, &path::paper(DEAL, rid(number))).await;
                let theirs = printed(&sipho, &path::visit_paper(LINK, rid(number))).await;
                assert!(own.contains(said) && own == theirs, "{said}: {own}");
                assert!(!own.contains("secret-batch"), "what is the client's alone is on no paper");
            }
            let text = printed(&thandi, &path::paper(DEAL, rid(4))).await;
            for said in ["Not registered for VAT", "R 950,00", "Account number: 62123", "Thandi, 21 November 2026"] {
                assert!(text.contains(said), "{said}: {text}");
            }
            // Who looks on in the home sees them too; others learn nothing.
            let viewer = server.person("victor").await.member(&server, Role::Viewer).await;
            assert!(printed(&viewer, &path::paper(DEAL, rid(4))).await.contains("S-7"));
            let other = server.person("other").await;
            other.get(&path::paper(DEAL, rid(4))).await.refused(ErrorCode::NotFound);
            other.get(&path::visit_paper(LINK, rid(4))).await.refused(ErrorCode::NotFound);
            // What is no paper, and what is of another space.
            for number in [2, 99, 100] {
                thandi.get(&path::paper(DEAL, rid(number))).await.refused(ErrorCode::NotFound);
                sipho.get(&path::visit_paper(LINK, rid(number))).await.refused(ErrorCode::NotFound);
            }
            thandi.get(&path::paper(HOME, rid(4))).await.refused(ErrorCode::NotFound);
            // The link ends, and with it what it gave.
            thandi.post(&path::deal_end(DEAL), &json!({})).await.done();
            assert_ne!(sipho.get(&path::visit_paper(LINK, rid(4))).await.status, 200);
            assert!(printed(&thandi, &path::paper(DEAL, rid(4))).await.contains("S-7"));
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn both_sides_have_their_statement_by_account() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
            sipho.send_by_link(&[quote(1, &json!({}))]).await;
            let named = edit(100, "request", &json!({"name": "Thandi Nkosi"}));
            assert_eq!(why(&thandi.write(&[named, decision(2, 1, "approve")]).await), ["", ""]);
            assert_eq!(why(&sipho.send_by_link(&[invoice(4, &json!({"number": "S-7"}))]).await), [""]);
            // A home knows its providers by its contacts, they the home by its name.
            let (clients, providers) = (Uuid::from_u128(9), "thandi%20nkosi");
            let of_client = |home: SpaceId| format!("{}?side=client&with={clients}&home={home}", path::STATEMENT);
            let of_provider = format!("{}?side=provider&with={providers}", path::STATEMENT);
            let own = printed(&thandi, &of_client(HOME)).await;
            assert!(own.contains("S-7") && own.contains("R 950,00"), "{own}");
            thandi.get(&of_client(DEAL)).await.refused(ErrorCode::NotFound);
            thandi.get(&of_provider).await.refused(ErrorCode::NotFound);
            let other = server.person("other").await;
            other.get(&of_client(HOME)).await.refused(ErrorCode::NotFound);
            other.get(&of_provider).await.refused(ErrorCode::NotFound);
            // The provider, once they have it in their account.
            other.post(path::DEAL_KEEP, &DealKeep { share: LINK, auth: AUTH, firm: None }).await.ok::<Membership>();
            assert!(printed(&other, &of_provider).await.contains("S-7"));
            other.get(&of_client(HOME)).await.refused(ErrorCode::NotFound);
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn a_server_without_a_typesetter_says_so() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        sipho.send_by_link(&[quote(1, &json!({}))]).await;
        thandi.get(&path::paper(DEAL, rid(1))).await.refused(ErrorCode::NotOffered);
        sipho.get(&path::visit_paper(LINK, rid(1))).await.refused(ErrorCode::NotOffered);
    })
    .await;
}

#[tokio::test]
async fn that_a_passkey_confirmed_a_decision_is_told_where_the_server_saw_it() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        sipho.send_by_link(&[quote(1, &json!({})), quote(2, &json!({}))]).await;
        let claimed = |record, on: u128, verdict: &str| {
            let decided_at = "2026-11-21T10:00:00.000Z";
            let fields = json!({"on": Uuid::from_u128(on), "verdict": verdict, "name": "Thandi", "decided_at": decided_at, "passkey": true});
            edit(record, "decision", &fields)
        };
        assert_eq!(why(&thandi.write(&[claimed(3, 1, "change")]).await), [""]);
        server.app.clock.advance_ms(5 * 60_000 + 1);
        assert_eq!(why(&thandi.write(&[claimed(4, 2, "approve")]).await), [""], "the decision stands all the same");
        let page = thandi.deal().await;
        let told = |record: u128| {
            let record = page.records.iter().find(|one| one.id == rid(record)).expect("it is there");
            record.body.open().get("passkey").cloned()
        };
        assert_eq!((told(3), told(4)), (Some(json!(true)), None));
    })
    .await;
}

#[tokio::test]
async fn no_more_is_credited_than_was_billed() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        sipho.send_by_link(&[quote(1, &json!({}))]).await;
        thandi.write(&[decision(2, 1, "approve")]).await;
        let note = |record, more: Value| {
            let mut fields = json!({"number": format!("C-{record}"), "credits": Uuid::from_u128(3)});
            fields.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
            invoice(record, &fields)
        };
        let part = json!({"lines": [{"id": "a", "what": "Half", "quantity": 500, "price": 95_000}]});
        let edits = [
            invoice(3, &json!({"number": "S-7"})),
            note(4, part.clone()),
            note(5, json!({})),
            note(6, part.clone()),
            note(7, part),
            note(8, json!({"credits": Uuid::from_u128(4)})),
        ];
        assert_eq!(why(&sipho.send_by_link(&edits).await), ["", "", "paid", "", "paid", "unknown"]);
    })
    .await;
}
