//! Links of suppliers: made and ended by who runs the server, and telling nothing to anybody else.

use super::{DAY_MS, on_both, read};
use crate::outlook::{DAYS_MAX, end, link, list};
use model::{FileHash, ShareId};
use uuid::Uuid;
use wire::outlook::{Proof, Told};
use wire::{ErrorCode, path};

#[tokio::test]
async fn a_link_opens_until_it_ends() {
    on_both(async |server| {
        let supplier = server.stranger();
        assert_eq!(list(&server.app).await.expect("a list"), "no links\n");
        let address = link(&server.app, "  Mama’s Hardware ", DAYS_MAX).await.expect("a link");
        assert!(address.starts_with("http://localhost:8080/supply#hl1."), "{address}");
        let (made, proof) = read(&address);
        let told: Told = supplier.post(&path::outlook(made.share), &proof).await.ok();
        assert_eq!((told.name.as_str(), told.figures.len()), ("Mama’s Hardware", 0));
        assert_eq!(told.expires.0 - server.app.clock.now().0, 90 * DAY_MS);
        let listed = list(&server.app).await.expect("a list");
        assert!(listed.starts_with(&made.share.to_string()) && listed.contains("opened 1"), "{listed}");
        server.assert_nowhere(&proof.auth.to_string());
        // Another's secret, and a link that nobody made, answer alike.
        let wrong = Proof { auth: FileHash([7; 32]) };
        let wrong = supplier.post(&path::outlook(made.share), &wrong).await;
        let unknown = supplier.post(&path::outlook(ShareId(Uuid::from_u128(1))), &proof).await;
        wrong.refused(ErrorCode::NotFound);
        assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
        // Ended by hand, and by time.
        assert!(end(&server.app, made.share).await.expect("ended").contains("has ended"));
        end(&server.app, made.share).await.expect_err("ended already");
        supplier.post(&path::outlook(made.share), &proof).await.refused(ErrorCode::Gone);
        let (short, proof) = read(&link(&server.app, "Paint", 1).await.expect("a link"));
        server.app.clock.advance_ms(DAY_MS - 1);
        supplier.post(&path::outlook(short.share), &proof).await.ok::<Told>();
        server.app.clock.advance_ms(1);
        supplier.post(&path::outlook(short.share), &proof).await.refused(ErrorCode::Gone);
        assert_eq!(list(&server.app).await.expect("a list").matches("ended until").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_link_is_for_somebody_and_for_no_longer_than_three_months() {
    let server = super::Server::on_sqlite().await;
    for (name, days) in [(" ", 1), ("A\nB", 1), ("A", 0), ("A", 91), ("A", i64::MAX), (&"A".repeat(101), 1)] {
        link(&server.app, name, days).await.expect_err(name);
    }
}

#[tokio::test]
async fn who_tries_many_secrets_is_slowed_down() {
    let server = super::Server::on_sqlite().await;
    let (made, _) = read(&link(&server.app, "Paint", 1).await.expect("a link"));
    let wrong = Proof { auth: FileHash([7; 32]) };
    for _ in 0..crate::auth::ATTEMPTS_MAX {
        server.stranger().post(&path::outlook(made.share), &wrong).await.refused(ErrorCode::NotFound);
    }
    server.stranger().post(&path::outlook(made.share), &wrong).await.refused(ErrorCode::TooMany);
}
