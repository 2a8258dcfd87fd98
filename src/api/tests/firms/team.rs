//! The team: who may bring in whom, how many there are, and what each is told and may write.

use super::*;

#[tokio::test]
async fn owner_and_office_bring_in_whom_they_may() {
    on_both(async |server| {
        let sipho = server.person("sipho").await.with_firm().await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        let van = joined(&server, &office, "van", Role::Technician).await;
        let invite = |role| Invite { email: "new@example.org".into(), role };
        for role in [Role::Owner, Role::CoOwner, Role::Tenant, Role::Viewer, Role::Provider] {
            sipho.post(&path::invitations(FIRM), &invite(role)).await.refused(ErrorCode::Forbidden);
        }
        office.post(&path::invitations(FIRM), &invite(Role::Manager)).await.refused(ErrorCode::Forbidden);
        van.post(&path::invitations(FIRM), &invite(Role::Technician)).await.refused(ErrorCode::Forbidden);
        let members: Members = van.get(&path::members(FIRM)).await.ok();
        let roles = |members: &[Member]| members.iter().map(|one| one.role).collect::<Vec<_>>();
        assert_eq!(roles(&members.members), [Role::Owner, Role::Manager, Role::Technician]);
        let of = |person: &Person| format!("{}/{}", path::members(FIRM), person.account);
        van.delete(&of(&office)).await.refused(ErrorCode::Forbidden);
        office.delete(&of(&sipho)).await.refused(ErrorCode::Forbidden);
        sipho.delete(&of(&sipho)).await.refused(ErrorCode::Forbidden);
        van.delete(&of(&van)).await.done();
        van.get(&path::pull(FIRM)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_team_has_ten_members_at_most_who_are_invited_included() {
    on_both(async |server| {
        let sipho = server.person("sipho").await.with_firm().await;
        let invite = |number: usize| Invite { email: format!("van{number}@example.org"), role: Role::Technician };
        let mut last = None;
        for number in 2..=10 {
            last = Some(sipho.post(&path::invitations(FIRM), &invite(number)).await.ok::<Invitation>());
        }
        sipho.post(&path::invitations(FIRM), &invite(11)).await.refused(ErrorCode::TooMany);
        // An invitation that was sent before does not open an eleventh place.
        let token = last.and_then(|one| Some(one.link?.split_once('#')?.1.to_owned())).expect("a token");
        let mut members = Vec::new();
        for number in 2..=10 {
            members.push(server.person(&format!("other{number}")).await.account);
            server.app.storage.join_for_test(FIRM, members[number - 2], Role::Technician).await;
        }
        let late = server.person("late").await;
        late.post(path::ACCEPT, &Accept { token: token.clone() }).await.refused(ErrorCode::TooMany);
        server.app.storage.leave_for_test(FIRM, members[0]).await;
        late.post(path::ACCEPT, &Accept { token }).await.ok::<Membership>();
    })
    .await;
}

#[tokio::test]
async fn a_technician_is_told_no_cost_and_nothing_of_others_and_writes_their_own_time() {
    on_both(async |server| {
        let sipho = server.person("sipho").await.with_firm().await;
        let [van, other] = [
            joined(&server, &sipho, "van", Role::Technician).await,
            joined(&server, &sipho, "other", Role::Technician).await,
        ];
        let price = edit(1, "price", &json!({"what": "Hour", "price": 65_000, "cost": 31_415}));
        let routine = edit(2, "routine", &json!({"name": "Geyser", "points": [{"title": "Isolate", "must": true}]}));
        let written = [price.clone(), routine, duty(3, DEAL, other.account), time(4, sipho.account)];
        assert_eq!(sipho.write_in(FIRM, &written).await, ["", "", "", ""]);
        assert_eq!(van.write_in(FIRM, &[time(5, van.account), time(6, other.account)]).await, ["", "forbidden"]);
        let forbidden = [duty(7, DEAL, van.account), edit(8, "price", &json!({"what": "Free"}))];
        assert_eq!(van.write_in(FIRM, &forbidden).await, ["forbidden", "forbidden"]);
        let page = van.page(FIRM).await;
        assert_eq!((page.records.len(), page.total), (5, 5), "numbers stay whole");
        let told = |id: u128| {
            let record = page.records.iter().find(|record| record.id.0.as_u128() == id).expect("it is there");
            Value::Object(record.body.open())
        };
        assert_eq!(told(1), json!({"what": "Hour", "price": 65_000}));
        assert_eq!((told(3), told(4)), (json!({"deleted": true}), json!({})));
        assert_eq!(told(5)["minutes"], 90);
        for answer in [
            van.get(&path::pull(FIRM)).await,
            van.get(&path::changes(FIRM)).await,
            van.get(&path::history(FIRM, price.id)).await,
            other.get(&path::pull(FIRM)).await,
        ] {
            assert!(!String::from_utf8_lossy(&answer.body).contains("31415"));
        }
        let others = other.get(&path::pull(FIRM)).await.body;
        assert!(!String::from_utf8_lossy(&others).contains("time-note"));
        assert!(String::from_utf8_lossy(&others).contains("duty-note"));
    })
    .await;
}
