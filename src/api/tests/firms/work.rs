//! The deals of a firm: who of the team gets into which, and by which numbers its invoices count.

use super::*;
use model::portal::InvoiceNumber;

#[tokio::test]
async fn the_office_has_the_firms_deals_and_a_technician_those_of_their_duties() {
    on_both(async |server| {
        let thandi = asked(&server, 2).await;
        let sipho = server.person("sipho").await;
        // What was kept alone before goes along with the firm.
        let keep = DealKeep { share: link(1), auth: AUTH, firm: None };
        sipho.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
        let sipho = sipho.with_firm().await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        let van = joined(&server, &office, "van", Role::Technician).await;
        let kept = office.keep_for_firm(2).await;
        assert_eq!((kept.space, kept.role, kept.sort, kept.home), (deal(2), Role::Provider, Sort::Deal, None));
        let all = |role| [(FIRM, role), (DEAL, Role::Provider), (deal(2), Role::Provider)].into_iter().collect();
        let sorted =
            async |person: &Person| person.spaces().await.into_iter().collect::<std::collections::BTreeSet<_>>();
        assert_eq!((sorted(&sipho).await, sorted(&office).await), (all(Role::Owner), all(Role::Manager)));
        assert_eq!(van.spaces().await, [(FIRM, Role::Technician)]);
        van.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
        van.post(&path::push(DEAL), &Push { edits: vec![message(1)] }).await.refused(ErrorCode::NotFound);

        assert_eq!(office.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
        assert_eq!(sorted(&van).await, [(FIRM, Role::Technician), (DEAL, Role::Technician)].into_iter().collect());
        assert_eq!(van.write_in(DEAL, &[message(1)]).await, [""]);
        assert_eq!(van.page(DEAL).await.total, 2);
        van.get(&path::pull(deal(2))).await.refused(ErrorCode::NotFound);
        // The other goes there in their stead.
        let other = joined(&server, &sipho, "other", Role::Technician).await;
        assert_eq!(office.write_in(FIRM, &[edit(10, "duty", &json!({"member": other.account}))]).await, [""]);
        van.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
        assert_eq!(other.write_in(DEAL, &[message(2)]).await, [""]);
        assert_eq!(office.write_in(FIRM, &[edit(10, "duty", &json!({"deleted": true}))]).await, [""]);
        other.post(&path::push(DEAL), &Push { edits: vec![message(3)] }).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.page(DEAL).await.total, 3);
    })
    .await;
}

const MOMENT: &str = "2026-11-21T10:00:00.000Z";

#[tokio::test]
async fn a_technician_does_the_work_and_writes_no_quote_and_no_bill() {
    on_both(async |server| {
        asked(&server, 1).await;
        let sipho = server.person("sipho").await.with_firm().await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        sipho.keep_for_firm(1).await;
        assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
        let lines = json!([{"id": "1", "what": "Valve", "quantity": 1_000, "price": 100_000}]);
        let provider = json!({"name": "Sipho Plumbing"});
        let papers = json!({"on": "2026-11-21", "title": "Valve", "lines": lines, "provider": provider});
        let bill = json!({"on": "2026-11-21", "lines": lines, "provider": provider});
        let payment = json!({"of": Uuid::from_u128(21), "side": "provider", "cents": 100, "on": "2026-11-21"});
        let answer = json!({"of": Uuid::from_u128(9), "text": "Thank you", "answered_at": MOMENT});
        let office = [
            edit(20, "quote", &papers),
            edit(21, "invoice", &bill),
            edit(22, "payment", &payment),
            edit(23, "answer", &answer),
        ];
        assert_eq!(van.write_in(DEAL, &office).await, ["forbidden"; 4]);
        let visit = json!({"from": "2026-11-22T08:00:00.000Z", "until": "2026-11-22T10:00:00.000Z"});
        let sheet = json!({"completed_on": "2026-11-21", "by": "Van"});
        let sign_off = json!({"of": Uuid::from_u128(31), "side": "provider", "name": "Van", "signed_at": MOMENT});
        let work = [
            edit(30, "appointment", &visit),
            edit(30, "appointment", &json!({"state": "on_my_way"})),
            edit(31, "job_sheet", &sheet),
            edit(32, "sign_off", &sign_off),
            message(33),
        ];
        assert_eq!(van.write_in(DEAL, &work).await, [""; 5]);
        // The office writes both.
        assert_eq!(sipho.write_in(DEAL, &[edit(40, "quote", &papers)]).await, [""]);
    })
    .await;
}

#[tokio::test]
async fn a_duty_gives_nothing_that_the_firm_does_not_keep() {
    on_both(async |server| {
        let thandi = asked(&server, 1).await;
        let sipho = server.person("sipho").await.with_firm().await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        let duties = [duty(10, DEAL, van.account), duty(11, HOME, van.account), duty(12, HOME, sipho.account)];
        assert_eq!(sipho.write_in(FIRM, &duties).await, ["", "", ""]);
        for space in [DEAL, HOME] {
            van.get(&path::pull(space)).await.refused(ErrorCode::NotFound);
            sipho.get(&path::pull(space)).await.refused(ErrorCode::NotFound);
        }
        // A home cannot be kept, nor can a deal without its link, for another's firm, or by a technician.
        let keep = |firm, auth| DealKeep { share: link(1), auth, firm: Some(firm) };
        let stranger = server.person("stranger").await;
        stranger.post(path::DEAL_KEEP, &keep(FIRM, AUTH)).await.refused(ErrorCode::Conflict);
        van.post(path::DEAL_KEEP, &keep(FIRM, AUTH)).await.refused(ErrorCode::Conflict);
        sipho.post(path::DEAL_KEEP, &keep(HOME, AUTH)).await.refused(ErrorCode::Conflict);
        sipho.post(path::DEAL_KEEP, &keep(FIRM, FileHash([6; 32]))).await.refused(ErrorCode::NotFound);
        thandi.post(path::DEAL_KEEP, &keep(FIRM, AUTH)).await.refused(ErrorCode::Conflict);
        sipho.keep_for_firm(1).await;
        sipho.keep_for_firm(1).await;
        assert_eq!(van.page(DEAL).await.total, 1);
    })
    .await;
}

#[tokio::test]
async fn who_is_taken_off_the_team_loses_the_jobs_at_once_and_what_they_send_is_not_taken() {
    on_both(async |server| {
        let thandi = asked(&server, 1).await;
        let sipho = server.person("sipho").await.with_firm().await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        sipho.keep_for_firm(1).await;
        assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
        assert_eq!(van.write_in(DEAL, &[message(1)]).await, [""]);
        for (by, person) in [(&office, &van), (&sipho, &office)] {
            remove(by, person).await;
            assert_eq!(person.spaces().await, []);
            for space in [DEAL, FIRM] {
                person.get(&path::pull(space)).await.refused(ErrorCode::NotFound);
                let unsent = Push { edits: vec![message(2)] };
                person.post(&path::push(space), &unsent).await.refused(ErrorCode::NotFound);
            }
        }
        assert_eq!(thandi.page(DEAL).await.total, 2);
        // They come back, and so does what they had not sent.
        server.app.storage.join_for_test(FIRM, van.account, Role::Technician).await;
        assert_eq!(van.write_in(DEAL, &[message(2)]).await, [""]);
    })
    .await;
}

#[tokio::test]
async fn invoices_of_a_firm_count_on_from_its_owners_by_one_series_for_the_team() {
    on_both(async |server| {
        let thandi = asked(&server, 3).await;
        let sipho = server.person("sipho").await;
        let keep = DealKeep { share: link(1), auth: AUTH, firm: None };
        sipho.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
        let bill = async |person: &Person, number: u128| {
            let line = json!([{"id": "a", "what": "New valve", "quantity": 1000, "price": 95_000}]);
            let provider = json!({"name": "Sipho"});
            let quote = json!({"on": "2026-11-21", "title": "Valve", "lines": line, "inclusive": true, "provider": provider});
            assert_eq!(person.write_in(deal(number), &[edit(50, "quote", &quote)]).await, [""]);
            let decision = json!({"on": Uuid::from_u128(50), "verdict": "approve", "name": "Thandi", "decided_at": "2026-11-21T10:00:00.000Z"});
            assert_eq!(thandi.write_in(deal(number), &[edit(51, "decision", &decision)]).await, [""]);
            let invoice = json!({"on": "2026-11-22", "lines": line, "inclusive": true, "provider": provider});
            assert_eq!(person.write_in(deal(number), &[edit(52, "invoice", &invoice)]).await, [""]);
            let page = person.page(deal(number)).await;
            let numbered = page.records.iter().find(|record| record.kind == "invoice_number").expect("a number");
            numbered.body.read::<InvoiceNumber>().expect("a number").number
        };
        assert_eq!(bill(&sipho, 1).await, "0001");
        let sipho = sipho.with_firm().await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        office.keep_for_firm(2).await;
        assert_eq!(bill(&office, 2).await, "0002");
        // Also where the owner keeps one alone.
        let keep = DealKeep { share: link(3), auth: AUTH, firm: None };
        sipho.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
        assert_eq!(bill(&sipho, 3).await, "0003");
    })
    .await;
}
