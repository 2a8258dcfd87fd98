//! What is written in a deal, and what is refused with its reason.

use super::*;
use model::access::Role;
use model::via::Via;

#[tokio::test]
async fn what_a_provider_writes_by_a_link_says_so() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let sipho = sipho(&server).await;
        let forged = quote(2, &json!({"via": {"share": Uuid::nil(), "name": "Somebody"}}));
        let first = [quote(1, &json!({})), forged, request(), decision(3, 1, "approve"), invoice(4, &json!({}))];
        let told = sipho.send_by_link(&first).await;
        assert_eq!(why(&told), ["", "forbidden", "forbidden", "forbidden", "not_approved"]);
        assert_eq!(why(&thandi.write(&[decision(6, 1, "approve")]).await), [""]);
        let bills = [invoice(7, &json!({})), invoice(5, &json!({"number": "S-7"}))];
        assert_eq!(why(&sipho.send_by_link(&bills).await), ["number", ""]);
        let page = thandi.deal().await;
        let via = page.records.iter().find(|record| record.kind == "quote").and_then(|record| Via::of(&record.body));
        let via = via.expect("it says by whom");
        assert_eq!((via.share, via.name.as_str()), (LINK, "Sipho Plumbing"));
        assert!(page.records.iter().all(|record| record.kind != "invoice_number"));
    })
    .await;
}

#[tokio::test]
async fn a_decision_that_cannot_stand_is_refused_with_its_reason() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let quotes = [
            quote(1, &json!({"valid_until": "2020-01-01"})),
            quote(2, &json!({})),
            quote(3, &json!({"replaces": Uuid::from_u128(2)})),
            quote(4, &json!({})),
        ];
        assert_eq!(why(&sipho.send_by_link(&quotes).await), ["", "", "", ""]);
        let decisions = [
            decision(11, 1, "approve"),
            decision(12, 2, "approve"),
            decision(13, 99, "approve"),
            decision(14, 3, "change"),
            decision(15, 3, "approve"),
            decision(16, 3, "decline"),
            decision(17, 4, "approve"),
            decision(18, 4, "decline"),
        ];
        let told = why(&thandi.write(&decisions).await);
        assert_eq!(told, ["expired", "superseded", "unknown", "", "", "decided", "decided", "decided"]);
    })
    .await;
}

#[tokio::test]
async fn the_other_side_is_told_once_an_hour_and_not_what() {
    on_both(async |server| {
        let (thandi, visitor) = (asked(&server).await, sipho(&server).await);
        let sipho = server.person("sipho").await;
        sipho.keep().await.ok::<Membership>();
        visitor.send_by_link(&[quote(1, &json!({}))]).await;
        visitor.send_by_link(&[message(2, "provider")]).await;
        thandi.write(&[message(3, "client"), decision(4, 1, "approve")]).await;
        let told: Vec<String> =
            server.mails().into_iter().filter(|mail| mail.contains("/portal") || mail.contains("/jobs")).collect();
        assert_eq!(told.len(), 2, "{told:#?}");
        let leads = |name: &str, page: &str| {
            told.iter().any(|mail| mail.starts_with(&format!("To: {name}@example.org")) && mail.contains(page))
        };
        assert!(leads("thandi", "/portal") && leads("sipho", "/jobs"));
        assert!(told.iter().all(|mail| !mail.contains("Valve") && !mail.contains("Hello")));
    })
    .await;
}

#[tokio::test]
async fn of_two_who_decide_at_once_one_is_told_that_the_other_has() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        sipho.send_by_link(&[quote(1, &json!({}))]).await;
        let (approve, decline) = ([decision(11, 1, "approve")], [decision(12, 1, "decline")]);
        let (one, other) = tokio::join!(thandi.write(&approve), thandi.write(&decline));
        let mut told = [why(&one), why(&other)].concat();
        told.sort();
        assert_eq!(told, ["", "decided"]);
    })
    .await;
}

#[tokio::test]
async fn photos_of_a_provider_go_into_the_deal_and_both_see_them() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let photo = b"\xff\xd8\xff\xe0 a valve".to_vec();
        let hash = FileHash::of(&photo);
        let file = sipho.photo(&path::visit_file(LINK, hash), &photo).await;
        sipho.get(&path::visit_file(LINK, hash)).await.refused(ErrorCode::NotFound);
        let sheet = json!({"after": [file], "completed_on": "2026-11-22"});
        assert_eq!(why(&sipho.send_by_link(&[edit(1, "job_sheet", &sheet)]).await), [""]);
        assert_eq!(thandi.get(&path::file(DEAL, hash)).await.body, photo);
        assert_eq!(sipho.get(&path::visit_file(LINK, hash)).await.body, photo);
    })
    .await;
}

#[tokio::test]
async fn photos_of_a_client_go_with_a_message_to_both_sides_and_to_nobody_else() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let tenant = server.person("tenant").await.member(&server, Role::Tenant).await;
        let viewer = server.person("viewer").await.member(&server, Role::Viewer).await;
        let other = server.person("other").await;
        let sent = "2026-11-21T10:00:00.000Z";
        for (at, person) in (1..).zip([&thandi, &tenant]) {
            let photo = [b"\xff\xd8\xff\xe0 a valve ".as_slice(), &[at]].concat();
            let hash = FileHash::of(&photo);
            let file = json!({"hash": hash, "name": "valve.jpg", "media": "image/jpeg", "size": photo.len()});
            // Without a word, and before its photo: that is how a device sends it.
            let said = edit(at.into(), "message", &json!({"side": "client", "files": [file], "sent_at": sent}));
            assert_eq!(why(&person.write(&[said]).await), [""]);
            let chunk = Chunk { offset: 0, size: photo.len() as u64 };
            let part = format!("{}{}", path::file(DEAL, hash), chunk.query());
            let put = viewer.request(Method::PUT, &part).header(header::CONTENT_TYPE, "application/octet-stream");
            viewer.send(put, photo.clone().into()).await.refused(ErrorCode::Forbidden);
            sipho.get(&path::visit_file(LINK, hash)).await.refused(ErrorCode::NotFound);
            person.photo(&path::file(DEAL, hash), &photo).await;
            assert_eq!(sipho.get(&path::visit_file(LINK, hash)).await.body, photo);
            assert_eq!(viewer.get(&path::file(DEAL, hash)).await.body, photo);
            other.get(&path::file(DEAL, hash)).await.refused(ErrorCode::NotFound);
        }
        let nothing = edit(9, "message", &json!({"side": "client", "sent_at": sent}));
        assert_eq!(why(&thandi.write(&[nothing]).await), ["text"]);
    })
    .await;
}
