//! `/api/spaces/{space}/members`, `/invitations` and `/api/invitations/accept`: who gets in, as what, and how it ends.

use super::home::{HOME, edit, zone};
use super::{Person, Server, on_both};
use model::RecordId;
use model::access::Role;
use serde_json::json;
use uuid::Uuid;
use wire::push::Outcome;
use wire::space::{Accept, Invitation, Invite, Members, Membership};
use wire::{ErrorCode, path};

const DAY_MS: i64 = 86_400_000;

impl Person {
    /// Invites somebody to [`HOME`].
    pub(super) async fn invite(&self, email: &str, role: Role) -> Invitation {
        self.post(&path::invitations(HOME), &Invite { email: email.to_owned(), role }).await.ok()
    }

    /// Accepts what an invitation's link says.
    async fn accept(&self, invitation: &Invitation) -> super::Answer {
        self.post(path::ACCEPT, &Accept { token: token(invitation) }).await
    }
}

fn token(invitation: &Invitation) -> String {
    let link = invitation.link.as_deref().expect("whoever invites is told the link");
    link.split_once("/join#").expect("the secret stands behind the #").1.to_owned()
}

/// Thandi's home with Pieter in it.
async fn with(server: &Server, role: Role) -> (Person, Person) {
    let (thandi, pieter) = (server.person("thandi").await.with_home().await, server.person("pieter").await);
    pieter.accept(&thandi.invite("pieter@example.org", role).await).await.ok::<Membership>();
    (thandi, pieter)
}

#[tokio::test]
async fn who_is_invited_gets_in_with_the_role_and_sees_everything() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await.with_home().await, server.person("pieter").await);
        thandi.push(&[zone(1, "Kitchen")]).await;
        let invitation = thandi.invite(" Pieter@Example.org ", Role::Viewer).await;
        assert_eq!(invitation.email, "pieter@example.org");
        let listed: Members = thandi.get(&path::members(HOME)).await.ok();
        assert_eq!((listed.invitations[0].id.as_str(), &listed.invitations[0].link), (invitation.id.as_str(), &None));

        let membership: Membership = pieter.accept(&invitation).await.ok();
        assert_eq!((membership.space, membership.role, membership.head), (HOME, Role::Viewer, 1));
        assert_eq!(pieter.get(path::SPACES).await.ok::<Vec<Membership>>(), [membership]);
        assert_eq!(pieter.pull("").await.records.len(), 1);
        let listed: Members = thandi.get(&path::members(HOME)).await.ok();
        let members: Vec<(&str, Role)> = listed.members.iter().map(|m| (m.email.as_str(), m.role)).collect();
        assert_eq!(members, [("thandi@example.org", Role::Owner), ("pieter@example.org", Role::Viewer)]);
        assert_eq!(listed.invitations, []);
    })
    .await;
}

#[tokio::test]
async fn the_mail_says_who_invites_and_holds_the_link() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let invitation = thandi.invite("pieter@example.org", Role::CoOwner).await;
        let mails = server.mails();
        assert_eq!(mails.len(), 1);
        assert!(mails[0].starts_with("To: pieter@example.org\n"), "{}", mails[0]);
        assert!(mails[0].contains("thandi@example.org"), "{}", mails[0]);
        assert!(mails[0].contains(invitation.link.as_deref().expect("the link")), "{}", mails[0]);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_works_once_for_seven_days_until_it_is_taken_back() {
    on_both(async |server| {
        let (thandi, pieter) = with(&server, Role::Viewer).await;
        let anna = server.person("anna").await;
        let (used, ended) =
            (thandi.invite("a@example.org", Role::Viewer).await, thandi.invite("b@example.org", Role::Viewer).await);
        server.person("first").await.accept(&used).await.ok::<Membership>();
        let answers = [
            anna.accept(&used).await,
            anna.post(path::ACCEPT, &Accept { token: "0".repeat(64) }).await,
            {
                let back = thandi.invite("c@example.org", Role::Viewer).await;
                thandi.delete(&format!("{}/{}", path::invitations(HOME), back.id)).await.done();
                anna.accept(&back).await
            },
            {
                server.app.clock.advance_ms(7 * DAY_MS);
                anna.accept(&ended).await
            },
        ];
        for answer in &answers {
            answer.refused(ErrorCode::Gone);
            assert_eq!(answer.body, answers[0].body, "all that does not work looks the same");
        }
        pieter.get(&path::members(HOME)).await.ok::<Members>();
    })
    .await;
}

#[tokio::test]
async fn of_many_who_accept_at_once_one_gets_in() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let invitation = thandi.invite("pieter@example.org", Role::Viewer).await;
        let mut accepting = Vec::new();
        for name in ["a", "b", "c", "d"] {
            let (person, invitation) = (server.person(name).await, invitation.clone());
            accepting.push(async move { person.accept(&invitation).await.status.is_success() });
        }
        let entered = futures_util::future::join_all(accepting).await;
        assert_eq!(entered.into_iter().filter(|entered| *entered).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn roles_invite_and_remove_as_the_table_says() {
    on_both(async |server| {
        let (thandi, pieter) = with(&server, Role::CoOwner).await;
        let anna = server.person("anna").await.member(&server, Role::Viewer).await;
        let rows = [
            (&thandi, Role::Owner, false),
            (&thandi, Role::CoOwner, true),
            (&thandi, Role::Viewer, true),
            (&pieter, Role::Owner, false),
            (&pieter, Role::CoOwner, false),
            (&pieter, Role::Viewer, true),
            (&anna, Role::Owner, false),
            (&anna, Role::CoOwner, false),
            (&anna, Role::Viewer, false),
        ];
        for (number, (person, role, may)) in rows.into_iter().enumerate() {
            let invite = Invite { email: "new@example.org".into(), role };
            let answer = person.post(&path::invitations(HOME), &invite).await;
            let uninvited = match role {
                Role::Owner => None,
                _ => {
                    let open = thandi.invite("open@example.org", role).await;
                    Some(person.delete(&format!("{}/{}", path::invitations(HOME), open.id)).await)
                }
            };
            let member = server.person(&format!("member{number}")).await.member(&server, role).await;
            let removed = person.delete(&format!("{}/{}", path::members(HOME), member.account)).await;
            for answer in [Some(answer), uninvited, Some(removed)].into_iter().flatten() {
                match may {
                    true => assert!(answer.status.is_success(), "{number} {answer:?}"),
                    false => drop(answer.refused(ErrorCode::Forbidden)),
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_or_is_removed_is_a_stranger_at_once() {
    on_both(async |server| {
        let (thandi, pieter) = with(&server, Role::CoOwner).await;
        let nothing = server.person("anna").await.get(&path::members(HOME)).await;
        pieter.delete(&format!("{}/{}", path::members(HOME), pieter.account)).await.done();
        let answer = pieter.get(&path::members(HOME)).await;
        assert_eq!((answer.status, &answer.body), (nothing.status, &nothing.body));

        let invitation = thandi.invite("pieter@example.org", Role::Viewer).await;
        pieter.accept(&invitation).await.ok::<Membership>();
        thandi.delete(&format!("{}/{}", path::members(HOME), pieter.account)).await.done();
        pieter.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        thandi.delete(&format!("{}/{}", path::members(HOME), pieter.account)).await.refused(ErrorCode::NotFound);
        assert_eq!(pieter.get(path::SPACES).await.ok::<Vec<Membership>>(), []);
    })
    .await;
}

#[tokio::test]
async fn an_owner_cannot_leave_and_thereby_orphan_the_home() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let own = format!("{}/{}", path::members(HOME), thandi.account);
        thandi.delete(&own).await.refused(ErrorCode::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn who_comes_back_gets_another_version_of_the_access() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await.with_home().await, server.person("pieter").await);
        let mut versions = vec![1];
        for _ in 0..3 {
            let invitation = thandi.invite("pieter@example.org", Role::Viewer).await;
            let membership: Membership = pieter.accept(&invitation).await.ok();
            assert!(versions.iter().all(|version| *version < membership.scope), "{versions:?} {membership:?}");
            versions.push(membership.scope);
            pieter.delete(&format!("{}/{}", path::members(HOME), pieter.account)).await.done();
        }
    })
    .await;
}

#[tokio::test]
async fn a_member_who_accepts_again_keeps_the_role() {
    on_both(async |server| {
        let (thandi, pieter) = with(&server, Role::CoOwner).await;
        let invitation = thandi.invite("pieter@example.org", Role::Viewer).await;
        assert_eq!(pieter.accept(&invitation).await.ok::<Membership>().role, Role::CoOwner);
        let own = pieter.invite("x@example.org", Role::Viewer).await;
        assert_eq!(thandi.accept(&own).await.ok::<Membership>().role, Role::Owner);
    })
    .await;
}

#[tokio::test]
async fn invitations_end_with_the_membership_of_who_sent_them() {
    on_both(async |server| {
        let (thandi, pieter) = with(&server, Role::CoOwner).await;
        let invitation = pieter.invite("anna@example.org", Role::Viewer).await;
        thandi.delete(&format!("{}/{}", path::members(HOME), pieter.account)).await.done();
        server.person("anna").await.accept(&invitation).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn an_account_sends_twenty_invitations_an_hour() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await.with_home().await;
        for _ in 0..20 {
            thandi.invite("pieter@example.org", Role::Viewer).await;
        }
        let invite = Invite { email: "pieter@example.org".into(), role: Role::Viewer };
        thandi.post(&path::invitations(HOME), &invite).await.refused(ErrorCode::TooMany);
        server.app.clock.advance_ms(3_600_000);
        thandi.sign_in(&server, "thandi@example.org").await;
        thandi.invite("pieter@example.org", Role::Viewer).await;
    })
    .await;
}

#[tokio::test]
async fn inviting_asks_for_a_proof_of_being_there() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await.with_home().await;
        let pieter = server.person("pieter").await;
        server.app.clock.advance_ms(5 * 60_000 + 1);
        let invite = Invite { email: "pieter@example.org".into(), role: Role::CoOwner };
        thandi.post(&path::invitations(HOME), &invite).await.refused(ErrorCode::StepUp);
        pieter.post(&path::invitations(HOME), &invite).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&path::members(HOME)).await.ok::<Members>().invitations, []);
        thandi.sign_in(&server, "thandi@example.org").await;
        thandi.invite("pieter@example.org", Role::CoOwner).await;
    })
    .await;
}

#[tokio::test]
async fn a_tenant_writes_down_what_happened_and_changes_nothing() {
    on_both(async |server| {
        let (thandi, tenant) = with(&server, Role::Tenant).await;
        thandi
            .push(&[zone(1, "Roof"), edit(2, "entry", &json!({"title": "Geyser serviced", "when": "2026-03"}))])
            .await;
        let amends = json!({"title": "Never", "when": "2026-03", "amends": RecordId(Uuid::from_u128(2))});
        let reply = tenant
            .push(&[
                edit(3, "entry", &json!({"title": "Tap drips", "when": "2026-11", "type": "fault"})),
                edit(4, "zone", &json!({"name": "Mine"})),
                edit(1, "zone", &json!({"name": "Attic"})),
                edit(5, "entry", &amends),
                edit(6, "withdrawal", &json!({"of": RecordId(Uuid::from_u128(2))})),
                edit(7, "reading", &json!({"on": "2026-11-21", "unit": "kwh", "value_milli": 1})),
            ])
            .await;
        let refused: Vec<bool> = reply
            .answers
            .iter()
            .map(|answer| matches!(answer.outcome, Outcome::Refused { code: ErrorCode::Forbidden, .. }))
            .collect();
        assert_eq!(refused, [false, true, true, true, true, false]);
        let manager = server.person("manager").await.member(&server, Role::Manager).await;
        assert_eq!(manager.push(&[edit(1, "zone", &json!({"notes": "Leaks."}))]).await.answers.len(), 1);
        manager
            .post(&path::invitations(HOME), &Invite { email: "new@example.org".into(), role: Role::Tenant })
            .await
            .ok::<Invitation>();
        let co_owner = Invite { email: "new@example.org".into(), role: Role::CoOwner };
        manager.post(&path::invitations(HOME), &co_owner).await.refused(ErrorCode::Forbidden);
        tenant
            .post(&path::invitations(HOME), &Invite { role: Role::Viewer, ..co_owner })
            .await
            .refused(ErrorCode::Forbidden);
    })
    .await;
}
