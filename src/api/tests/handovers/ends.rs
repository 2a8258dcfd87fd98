//! Whatever led into the home before leads there no more.

use super::*;
use crate::auth::{Principal, Token};
use crate::storage::{InvitationNew, ShareRow};
use crate::tests::live::Events;
use crate::tests::on_both;
use model::ShareId;
use model::access::{Action, Role};
use model::grant::{Grant, Purpose};
use model::handover::{Side, State};
use wire::ErrorCode;
use wire::live::Live;
use wire::share::{Open, ShareMade, ShareNew, Shares};
use wire::space::{Accept, Invitation, Invite};

pub(super) const LINK: ShareId = ShareId(Uuid::from_u128(0x99));
const AUTH: FileHash = FileHash([9; 32]);

pub(super) fn new_link(id: ShareId) -> ShareNew {
    ShareNew {
        id,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Insurer,
        name: "canary of an insurer".into(),
        grant: Grant::of(Purpose::Insurer),
        days: 30,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    }
}

#[tokio::test]
async fn links_visits_invitations_and_streams_end_with_it() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, &[]).await;
        let co = server.person("co").await.member(&server, Role::CoOwner).await;
        server.app.clock.advance_ms(72 * HOUR_MS - 60_000);
        let thandi = server.person_again(&thandi).await;
        thandi.post(&path::shares(HOME), &new_link(LINK)).await.ok::<ShareMade>();
        let invite = Invite { email: "new@example.org".into(), role: Role::Viewer };
        let invitation: Invitation = thandi.post(&path::invitations(HOME), &invite).await.ok();
        let mut visitor = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        let answer = visitor.post(&path::visit_open(LINK), &open).await;
        visitor.take_cookies(&answer);
        assert!(visitor.get(&path::visit(LINK)).await.status.is_success());
        let mut events = Events::open(&co).await;
        assert_eq!(events.next().await, Some(Live { space: HOME, head: 11, scope: Some(2), closed: false }));
        let mut own = Events::open(&ben).await;

        server.app.clock.advance_ms(60_000);
        let outcome = ben.handovers().await[0].outcome.expect("it is done");
        assert_eq!((outcome.links, outcome.members, outcome.invitations), (1, 2, 1));
        assert_eq!(events.next().await, Some(Live { space: HOME, head: 11, scope: None, closed: false }));
        let woken = own.next().await.expect("the buyer's devices are woken");
        assert_eq!((woken.space, woken.head), (HOME, 12));
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
        server.stranger().post(&path::visit_open(LINK), &open).await.refused(ErrorCode::Gone);
        let token = invitation.link.expect("the link").split_once('#').expect("a secret").1.to_owned();
        server.person("new").await.post(path::ACCEPT, &Accept { token }).await.refused(ErrorCode::Gone);
        for (person, code) in [(&thandi, ErrorCode::NotFound), (&co, ErrorCode::NotFound)] {
            for path in [path::pull(HOME), path::members(HOME), path::shares(HOME)] {
                person.get(&path).await.refused(code);
            }
        }
        // Whom it was shared with is the seller's matter.
        assert_eq!(ben.get(&path::shares(HOME)).await.ok::<Shares>().shares, []);
        server.assert_nowhere("canary of an insurer");
        let mails = server.mails();
        let to_co = mails_to(&mails, "co");
        assert!(to_co.last().is_some_and(|mail| mail.contains("Your access to its logbook has ended")), "{mails:#?}");
    })
    .await;
}

#[tokio::test]
async fn what_the_sellers_device_still_holds_is_refused_and_none_of_it_gets_in() {
    on_both(async |server| {
        let (thandi, ben, _) = done(&server, &[Private::Costs]).await;
        let late = wire::Push { edits: vec![edit(3, "system", &json!({"notes": "written at sea"})), zone(50, "Late")] };
        thandi.post(&path::push(HOME), &late).await.refused(ErrorCode::NotFound);
        let page = ben.pull("?after=0").await;
        assert_eq!(page.head, 12);
        assert!(!serde_json::to_string(&page).expect("a page").contains("written at sea"));
    })
    .await;
}

#[tokio::test]
async fn it_stops_with_the_account_of_either_side_and_with_the_home() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, &[]).await;
        thandi.delete(path::ME).await.done();
        let seen = ben.handovers().await.remove(0);
        assert_eq!((seen.state, seen.stopped_by, seen.seller.as_str()), (State::Stopped, Some(Side::Seller), ""));
        assert_eq!(seen.home, "", "the home was erased with its owner");
        let mails = server.mails();
        assert!(mails_to(&mails, "ben").last().is_some_and(|mail| mail.contains("was stopped")), "{mails:#?}");
        server.assert_nowhere("Rose Cottage");
        server.assert_nowhere("thandi@example.org");
    })
    .await;
    for is_accepted in [false, true] {
        on_both(async |server| {
            let (thandi, ben, handover) = offered(&server, &[]).await;
            if is_accepted {
                ben.accept_home(&handover).await.ok::<Handover>();
            }
            ben.delete(path::ME).await.done();
            let seen = thandi.handovers().await.remove(0);
            assert_eq!((seen.state, seen.stopped_by, seen.buyer.as_str()), (State::Stopped, Some(Side::Buyer), ""));
            server.app.clock.advance_ms(4 * DAY_MS);
            sweep(&server.app).await.expect("swept");
            assert_eq!(thandi.pull("").await.records.len(), 9);
            server.assert_nowhere("ben@example.org");
        })
        .await;
    }
    on_both(async |server| {
        let (thandi, ben, handover) = accepted(&server, &[]).await;
        thandi.delete(&path::space(HOME)).await.done();
        assert_eq!(ben.handovers().await[0].state, State::Stopped);
        ben.accept_home(&handover).await.refused(ErrorCode::Gone);
        server.assert_nowhere("Rose Cottage");
    })
    .await;
}

#[tokio::test]
async fn what_the_seller_asks_for_while_it_is_done_opens_nothing() {
    on_both(async |server| {
        let (thandi, _, handover) = accepted(&server, &[]).await;
        let (storage, now) = (&server.app.storage, server.app.clock.now());
        let principal = Principal { account: thandi.account, session: String::new(), stepped_up: now };
        // They were let in, then the home changed hands, then what they asked for is written.
        let scope = storage.authorize(&principal, Action::Share, HOME).await.expect("it is hers");
        server.app.clock.advance_ms(72 * HOUR_MS);
        let now = server.app.clock.now();
        assert!(storage.perform_handover(handover.id, "Sold".into(), now).await.expect("it is due"));
        let new = new_link(LINK);
        let row = ShareRow {
            id: LINK,
            auth_hash: new.auth_hash,
            purpose: new.purpose,
            name: new.name,
            grant: new.grant,
            by: thandi.account,
            made: now,
            expires: model::Instant(now.0 + DAY_MS),
            passcode: None,
            snapshot: false,
            pack: None,
            opens_max: None,
            unseen: false,
        };
        storage.add_share(&scope, row).await.expect("it is written");
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        server.stranger().post(&path::visit_open(LINK), &open).await.refused(ErrorCode::Gone);
        let token = Token::random();
        let expires = model::Instant(now.0 + DAY_MS);
        let (email, role) = ("new@example.org".to_owned(), Role::CoOwner);
        let new = InvitationNew { email, role, token_hash: token.hash(), by: thandi.account, expires };
        storage.add_invitation(&scope, new).await.expect("it is written");
        let accept = Accept { token: token.as_str().to_owned() };
        thandi.post(path::ACCEPT, &accept).await.refused(ErrorCode::Gone);
    })
    .await;
}
