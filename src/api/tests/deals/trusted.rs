//! What a provider is worth to a home: registrations that are looked up, jobs that are reviewed and answered, and what a provider may see of what falls due.

use super::*;

fn registered() -> Value {
    json!({"provider": {"name": "Sipho", "registrations": [{"body": "PIRB", "number": "123/45", "expires": "2030-03-31"}]}})
}

fn confirmation(record: u128, number: &str) -> Edit {
    let fields = json!({
        "body": "PIRB", "number": number, "expires": "2030-03-31", "how": "On the site of the PIRB", "name": "Thandi",
        "confirmed_at": "2026-11-21T10:00:00.000Z",
    });
    edit(record, "confirmation", &fields)
}

fn review(record: u128, of: u128) -> Edit {
    let fields = json!({
        "of": Uuid::from_u128(of), "work": 5, "word": 4, "text": "Clean work.", "name": "Thandi",
        "reviewed_at": "2026-11-23T10:00:00.000Z",
    });
    edit(record, "review", &fields)
}

fn answer(record: u128, of: u128) -> Edit {
    let fields = json!({"of": Uuid::from_u128(of), "text": "Thank you.", "answered_at": "2026-11-23T11:00:00.000Z"});
    edit(record, "answer", &fields)
}

fn sign_off(record: u128, of: u128) -> Edit {
    let moment = "2026-11-22T12:00:00.000Z";
    let fields = json!({"of": Uuid::from_u128(of), "side": "client", "name": "Thandi", "signed_at": moment});
    edit(record, "sign_off", &fields)
}

#[tokio::test]
async fn a_registration_is_confirmed_by_the_home_and_only_as_it_was_told() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        assert_eq!(why(&sipho.send_by_link(&[quote(1, &registered())]).await), [""]);
        assert_eq!(why(&sipho.send_by_link(&[confirmation(2, "123/45")]).await), ["forbidden"]);
        let told = thandi.write(&[confirmation(3, "999/99"), confirmation(4, "123/45")]).await;
        assert_eq!(why(&told), ["unknown", ""]);
        // Also by a link that was made before there was such a kind.
        server.app.storage.narrow_link_for_test(LINK).await;
        let seen: Visit = sipho.get(&path::visit(LINK)).await.ok();
        assert!(seen.records.iter().any(|record| record.kind == "confirmation"), "the provider is told");
        assert!(["confirmation", "review", "invoice_number"].iter().all(|kind| seen.grant.gives(kind)));
    })
    .await;
}

#[tokio::test]
async fn a_finished_job_is_reviewed_once_and_answered_once() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        sipho.send_by_link(&[quote(1, &json!({}))]).await;
        let early = thandi.write(&[decision(2, 1, "approve"), review(3, 4)]).await;
        assert_eq!(why(&early), ["", "not_finished"]);
        let sheet = edit(4, "job_sheet", &json!({"completed_on": "2026-11-22"}));
        assert_eq!(why(&sipho.send_by_link(&[sheet, answer(5, 6)]).await), ["", "unknown"]);
        let told = thandi.write(&[review(7, 4), sign_off(8, 4), review(6, 4), review(9, 4), answer(10, 6)]).await;
        assert_eq!(why(&told), ["not_finished", "", "", "already", "forbidden"]);
        let told = sipho.send_by_link(&[review(11, 4), answer(12, 6), answer(13, 6)]).await;
        assert_eq!(why(&told), ["forbidden", "", "already"]);
        let page = thandi.deal().await;
        let kinds = ["review", "answer"].map(|kind| page.records.iter().filter(|record| record.kind == kind).count());
        assert_eq!(kinds, [1, 1]);
    })
    .await;
}

#[tokio::test]
async fn a_provider_sees_what_falls_due_for_as_long_as_the_home_lets_them() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let given =
            json!({"given": true, "due": [{"title": "Look at the anode", "on": "2028-06-01"}], "as_of": "2026-11-22"});
        assert_eq!(why(&sipho.send_by_link(&[edit(1, "consent", &given)]).await), ["forbidden"]);
        assert_eq!(
            why(&thandi.write(&[edit(2, "consent", &given), edit(3, "consent", &given)]).await),
            ["", "already"]
        );
        let sees = async || {
            let seen: Visit = sipho.get(&path::visit(LINK)).await.ok();
            let consent = seen.records.into_iter().find(|record| record.kind == "consent").expect("it is told");
            consent.body.text().contains("Look at the anode")
        };
        assert!(sees().await);
        let back = thandi.write(&[edit(2, "consent", &json!({"given": false, "due": [], "as_of": null}))]).await;
        assert_eq!(why(&back), [""]);
        assert!(!sees().await, "taken back, nothing is told");
    })
    .await;
}
