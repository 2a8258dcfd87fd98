//! `/api/me`: erasing an account, and what is left of it to others.

use super::home::{HOME, zone};
use super::on_both;
use crate::outbox::words_for;
use model::access::Role;
use wire::account::Spoken;
use wire::space::{Members, Membership, SpaceNew};
use wire::{ErrorCode, path};
use words::Language;

#[tokio::test]
async fn an_erased_account_is_gone_with_the_homes_it_alone_owned() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let anna = server.person("anna").await.member(&server, Role::Viewer).await;
        thandi.push(&[zone(1, "The secret room")]).await;
        let invitation = thandi.invite("pieter@example.org", Role::Viewer).await;
        let answer = thandi.delete(path::ME).await;
        answer.done();
        assert!(answer.cookies()[0].starts_with("codessa-dev-session=; Max-Age=0"), "{:?}", answer.cookies());

        thandi.get(path::ME).await.refused(ErrorCode::SignIn);
        anna.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        let token = invitation.link.expect("the link").split_once('#').expect("a secret").1.to_owned();
        anna.post(path::ACCEPT, &wire::space::Accept { token }).await.refused(ErrorCode::Gone);
        anna.post(path::SPACES, &SpaceNew { id: HOME }).await.refused(ErrorCode::Gone);
        server.assert_nowhere("The secret room");
        server.assert_nowhere("thandi@example.org");
    })
    .await;
}

#[tokio::test]
async fn the_address_is_free_for_a_new_account_with_nothing_in_it() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.delete(path::ME).await.done();
        let me = server.stranger().sign_in(&server, "thandi@example.org").await;
        assert!(me.account != thandi.account && me.spaces.is_empty(), "{me:?}");
    })
    .await;
}

#[tokio::test]
async fn a_home_with_co_owners_goes_to_the_one_who_has_been_it_longest() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let (pieter, anna) = (server.person("pieter").await, server.person("anna").await);
        for person in [&pieter, &anna] {
            server.app.clock.advance_ms(1);
            let link = thandi.invite("x@example.org", Role::CoOwner).await.link.expect("the link");
            let token = link.split_once('#').expect("a secret").1.to_owned();
            person.post(path::ACCEPT, &wire::space::Accept { token }).await.ok::<Membership>();
        }
        thandi.push(&[zone(1, "Kitchen")]).await;
        let before: Vec<Membership> = pieter.get(path::SPACES).await.ok();
        thandi.delete(path::ME).await.done();
        let after: Vec<Membership> = pieter.get(path::SPACES).await.ok();
        assert_eq!((after[0].role, after[0].head), (Role::Owner, 1));
        assert!(after[0].scope > before[0].scope, "a device notices");
        assert_eq!(anna.get(path::SPACES).await.ok::<Vec<Membership>>()[0].role, Role::CoOwner);
        let members: Members = anna.get(&path::members(HOME)).await.ok();
        assert_eq!(members.members.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_erased_member_leaves_the_homes_of_others_as_they_are() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let pieter = server.person("pieter").await.member(&server, Role::CoOwner).await;
        pieter.push(&[zone(1, "Kitchen")]).await;
        pieter.delete(path::ME).await.done();
        assert_eq!(thandi.pull("").await.records.len(), 1);
        assert_eq!(thandi.get(&path::members(HOME)).await.ok::<Members>().members.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn erasing_asks_for_a_proof_of_being_there_and_a_code_is_one() {
    on_both(async |server| {
        let mut thandi = server.person("thandi").await;
        server.app.clock.advance_ms(5 * 60_000);
        thandi.clone().get(path::ME).await.ok::<serde_json::Value>();
        server.app.clock.advance_ms(1);
        thandi.delete(path::ME).await.refused(ErrorCode::StepUp);
        thandi.sign_in(&server, "thandi@example.org").await;
        thandi.delete(path::ME).await.done();
    })
    .await;
}

#[tokio::test]
async fn an_account_keeps_its_language_and_mails_follow_it() {
    on_both(async |server| {
        let (storage, otherwise) = (&server.app.storage, Language::default());
        let email = "thandi@example.org";
        assert_eq!(storage.language(email).await.expect("asked"), None);
        let mut thandi = server.stranger();
        thandi.sign_in(&server, email).await;
        assert_eq!(storage.language(email).await.expect("asked").as_deref(), Some("en-ZA"), "in which she asked");

        // One that this build does not speak yet stays what it is, also when she signs in by what it speaks.
        storage.set_language(thandi.account, "af-ZA").await.expect("kept");
        thandi.sign_in(&server, email).await;
        assert_eq!(storage.language(email).await.expect("asked").as_deref(), Some("af-ZA"));
        let words = words_for(storage, email, otherwise).await.expect("asked");
        assert_eq!(words.tag, Language::of_tag("af-ZA").words().tag);

        let refused = thandi.post(path::LANGUAGE, &Spoken { language: "tlh".into() }).await.refused(ErrorCode::Invalid);
        assert_eq!(refused.faults[0].field, "language");
        thandi.post(path::LANGUAGE, &Spoken { language: "EN-za".into() }).await.done();
        assert_eq!(storage.language(email).await.expect("asked").as_deref(), Some("en-ZA"));
    })
    .await;
}
