//! What other deals rule out: a number of an invoice that its provider used there, and a second quote to one request.

use super::*;
use crate::app::App;
use crate::router::router;
use model::portal::{Invoice, InvoiceNumber};

/// A deal of the home, and its link.
#[derive(Clone, Copy)]
struct Other {
    space: SpaceId,
    share: ShareId,
}

const FIRST: Other = other(1);
const SECOND: Other = other(2);

const fn other(number: u128) -> Other {
    Other { space: SpaceId(Uuid::from_u128(0xdea_500 + number)), share: ShareId(Uuid::from_u128(0xd500 + number)) }
}

impl Other {
    async fn ask(&self, client: &Person, batch: &str, contact: u128) {
        let request = json!({"title": "Geyser leaks", "batch": batch, "contact": Uuid::from_u128(contact)});
        let edits = vec![edit(100, "request", &request)];
        let new = DealNew { id: self.space, link: link(self.share), edits };
        client.post(&path::deals(HOME), &new).await.ok::<Membership>();
    }

    async fn keep(&self, provider: &Person) {
        let keep = DealKeep { share: self.share, auth: AUTH, firm: None };
        provider.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
    }

    async fn visitor(&self, server: &Server) -> Person {
        let mut visitor = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        let answer = visitor.post(&path::visit_open(self.share), &open).await;
        visitor.take_cookies(&answer);
        visitor
    }

    async fn push(&self, person: &Person, edit: Edit) -> String {
        why(&person.post(&path::push(self.space), &Push { edits: vec![edit] }).await.ok()).concat()
    }

    async fn send(&self, visitor: &Person, edit: Edit) -> String {
        why(&visitor.post(&path::visit_push(self.share), &Push { edits: vec![edit] }).await.ok()).concat()
    }
}

fn bill(record: u128, number: &str) -> Edit {
    let typed = if number.is_empty() { json!({}) } else { json!({ "number": number }) };
    invoice(record, &typed)
}

/// Every number that stands in a deal, typed or given, in order.
async fn numbers(person: &Person, deal: SpaceId) -> Vec<String> {
    let page: Page = person.get(&format!("{}?limit=1000", path::pull(deal))).await.ok();
    let number = |record: &model::Record| match record.kind.as_str() {
        "invoice" => record.body.read::<Invoice>().expect("an invoice").number,
        "invoice_number" => record.body.read::<InvoiceNumber>().expect("a number").number,
        _ => String::new(),
    };
    let mut numbers: Vec<String> = page.records.iter().map(number).filter(|number| !number.is_empty()).collect();
    numbers.sort();
    numbers
}

#[tokio::test]
async fn a_typed_number_and_a_given_one_are_one_series() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let sipho = server.person("sipho").await;
        for deal in [FIRST, SECOND] {
            deal.ask(&thandi, "", 9).await;
            deal.keep(&sipho).await;
            agreed(&thandi, &sipho, deal.space).await;
        }
        let van = SECOND.visitor(&server).await;
        assert_eq!(FIRST.push(&sipho, bill(1, "")).await, "");
        assert_eq!(SECOND.send(&van, bill(2, "1")).await, "number_taken", "0001 was given in the other deal");
        assert_eq!(SECOND.send(&van, bill(2, "0002")).await, "");
        assert_eq!(FIRST.push(&sipho, bill(3, "2")).await, "number_taken", "it was typed by the link");
        assert_eq!(FIRST.push(&sipho, bill(3, "")).await, "");
        assert_eq!(SECOND.send(&van, bill(4, "S-7")).await, "");
        assert_eq!(FIRST.push(&sipho, bill(5, "s-7 ")).await, "number_taken");
        assert_eq!(
            (numbers(&thandi, FIRST.space).await, numbers(&thandi, SECOND.space).await),
            (vec!["0001".to_owned(), "0003".to_owned()], vec!["0002".to_owned(), "S-7".to_owned()],)
        );
        // Another provider counts for themselves.
        let other = other(3);
        other.ask(&thandi, "", 8).await;
        let ann = server.person("ann").await;
        other.keep(&ann).await;
        agreed(&thandi, &ann, other.space).await;
        assert_eq!(other.push(&ann, bill(1, "S-7")).await, "");
    })
    .await;
}

#[tokio::test]
async fn by_links_that_nobody_keeps_the_same_contact_types_no_number_twice() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut vans = Vec::new();
        for (deal, contact) in [(FIRST, 9), (SECOND, 9), (other(3), 8)] {
            deal.ask(&thandi, "", contact).await;
            let van = deal.visitor(&server).await;
            assert_eq!(deal.send(&van, quote(50, &json!({}))).await, "");
            assert_eq!(deal.push(&thandi, decision(51, 50, "approve")).await, "");
            vans.push((deal, van));
        }
        let expected = ["", "number_taken", ""];
        for ((deal, van), expected) in vans.iter().zip(expected) {
            assert_eq!(deal.send(van, bill(1, "S-7")).await, expected);
        }
    })
    .await;
}

/// Invoices typed by the link of one deal and numbered in another, all at once, by two servers on one database.
async fn mixed(server: Server) {
    let beside = App::beside(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server");
    let thandi = server.person("thandi").await.with_home().await;
    let sipho = server.person("sipho").await;
    for deal in [FIRST, SECOND] {
        deal.ask(&thandi, "", 9).await;
        deal.keep(&sipho).await;
        agreed(&thandi, &sipho, deal.space).await;
    }
    let van = SECOND.visitor(&server).await;
    let (sipho_there, van_there) = (sipho.at(router(beside.clone())), van.at(router(beside.clone())));
    let send = async |number: u128| {
        let is_even = number.is_multiple_of(2);
        if number < 20 {
            return FIRST.push(if is_even { &sipho } else { &sipho_there }, bill(1_000 + number, "")).await;
        }
        // Each number is typed twice.
        let typed = ((number - 20) / 2 * 3 + 1).to_string();
        SECOND.send(if is_even { &van } else { &van_there }, bill(2_000 + number, &typed)).await
    };
    let told = futures_util::future::join_all((0..40).map(send)).await;
    assert!(told.iter().take(20).all(String::is_empty), "{told:?}");
    assert!(told.iter().skip(20).all(|told| ["", "number_taken"].contains(&told.as_str())), "{told:?}");
    let whole = |number: String| number.parse::<u32>().expect("a number");
    let given: Vec<u32> = numbers(&thandi, FIRST.space).await.into_iter().map(whole).collect();
    let typed: Vec<u32> = numbers(&thandi, SECOND.space).await.into_iter().map(whole).collect();
    assert_eq!((given.len(), typed.len()), (20, told.iter().skip(20).filter(|told| told.is_empty()).count()));
    let mut all = [given.clone(), typed].concat();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), told.iter().filter(|told| told.is_empty()).count(), "none is there twice");
    let last = given.iter().max().copied().expect("one was given");
    assert!((1..=last).all(|number| all.contains(&number)), "none is skipped: {all:?}");
    beside.close().await;
}

#[tokio::test]
async fn typed_and_given_at_once_at_two_servers_no_number_is_there_twice() {
    mixed(Server::on_postgres().await).await;
}

#[tokio::test]
async fn typed_and_given_at_once_on_sqlite_no_number_is_there_twice() {
    mixed(Server::on_sqlite().await).await;
}

/// Two quotes to one request, approved at once by two servers.
async fn rivals(server: Server) {
    let beside = App::beside(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server");
    let thandi = server.person("thandi").await.with_home().await;
    let elsewhere = thandi.at(router(beside.clone()));
    for (deal, batch) in [(FIRST, "one"), (SECOND, "one"), (other(3), "two")] {
        deal.ask(&thandi, batch, 9).await;
        assert_eq!(deal.send(&deal.visitor(&server).await, quote(50, &json!({}))).await, "");
    }
    let (one, two) = tokio::join!(
        FIRST.push(&thandi, decision(51, 50, "approve")),
        SECOND.push(&elsewhere, decision(52, 50, "approve"))
    );
    let (chosen, late) = if one.is_empty() { (FIRST, SECOND) } else { (SECOND, FIRST) };
    let mut told = [one, two];
    told.sort();
    assert_eq!(told, ["", "chosen_elsewhere"]);
    assert_eq!(late.push(&thandi, decision(53, 50, "approve")).await, "chosen_elsewhere");
    // To ask for a change and to decline are free, and so is another request.
    assert_eq!(late.push(&thandi, decision(54, 50, "change")).await, "");
    assert_eq!(other(3).push(&thandi, decision(55, 50, "approve")).await, "");
    // Where the one that was chosen ends, the other can be.
    thandi.post(&path::deal_end(chosen.space), &Value::Null).await.done();
    assert_eq!(late.push(&thandi, decision(56, 50, "approve")).await, "");
    beside.close().await;
}

#[tokio::test]
async fn of_two_quotes_to_one_request_one_is_approved_at_two_servers() {
    rivals(Server::on_postgres().await).await;
}

#[tokio::test]
async fn of_two_quotes_to_one_request_one_is_approved_on_sqlite() {
    rivals(Server::on_sqlite().await).await;
}
