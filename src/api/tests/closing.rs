//! `/api/me/closing`, `/api/me/export`: what leaving takes along, and everything that is held about somebody.

use super::home::{HOME, zone};
use super::on_both;
use model::access::Role;
use model::request::RequestKind;
use serde_json::Value;
use wire::account::RecoveryCodes;
use wire::closing::{Closing, Export};
use wire::request::{Request, RequestNew};
use wire::{ErrorCode, path};

#[tokio::test]
async fn closing_says_what_is_erased_and_what_goes_to_whom() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Kitchen"), zone(2, "Roof")]).await;
        let alone: Closing = thandi.get(path::CLOSING).await.ok();
        assert_eq!((alone.homes.len(), alone.leaves, alone.links), (1, 0, 0));
        let home = &alone.homes[0];
        assert_eq!((home.space, home.heir.as_deref(), home.members), (HOME, None, 0));
        assert_eq!((home.records, home.files, home.files_bytes), (2, 0, 0));

        let viewer = server.person("viewer").await.member(&server, Role::Viewer).await;
        server.app.clock.advance_ms(1);
        let heir = server.person("heir").await.member(&server, Role::CoOwner).await;
        let shared: Closing = thandi.get(path::CLOSING).await.ok();
        assert_eq!((shared.homes[0].heir.as_deref(), shared.homes[0].members), (Some("heir@example.org"), 2));
        for person in [&viewer, &heir] {
            let closing: Closing = person.get(path::CLOSING).await.ok();
            assert_eq!((closing.homes.len(), closing.leaves), (0, 1));
        }
        thandi.delete(path::ME).await.done();
        let owned: Closing = heir.get(path::CLOSING).await.ok();
        assert_eq!((owned.homes[0].space, owned.homes[0].members), (HOME, 1), "as it was said");
    })
    .await;
}

#[tokio::test]
async fn the_export_has_everything_and_no_secret() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let invitation = thandi.invite("anna@example.org", Role::Viewer).await;
        let codes = thandi.post(path::RECOVERY, &()).await.ok::<RecoveryCodes>().codes;
        let new = RequestNew { kind: RequestKind::Access, text: "All of it".into() };
        thandi.post(path::REQUESTS, &new).await.ok::<Request>();
        let answer = thandi.get(path::EXPORT).await;
        let export: Export = answer.ok();
        assert_eq!((export.account, export.email.as_str()), (thandi.account, "thandi@example.org"));
        assert_eq!((export.language.as_str(), export.sessions.len(), export.spaces.len()), ("en-ZA", 1, 1));
        assert_eq!(export.invitations[0].email, "anna@example.org");
        assert_eq!((export.requests[0].text.as_str(), export.recovery.left), ("All of it", 10));
        let text = String::from_utf8(answer.body).expect("JSON is text");
        let token = thandi.cookie("session").expect("signed in").to_owned();
        let link = invitation.link.expect("the link").split_once('#').expect("a secret").1.to_owned();
        for secret in [&token, &link, &codes[0], &codes[0].replace('-', "")] {
            assert!(!text.contains(secret.as_str()), "{secret}");
        }
        assert!(!text.contains("hash") && !text.contains("salt"), "{text}");
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.get(path::EXPORT).await.refused(ErrorCode::StepUp);
        thandi.get(path::CLOSING).await.ok::<Value>();
    })
    .await;
}
