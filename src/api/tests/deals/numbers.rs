//! Invoices are numbered without a gap and without a double.

use super::*;
use crate::app::App;
use crate::router::router;
use model::portal::InvoiceNumber;

/// The numbers that stand in a deal, in their order.
async fn numbers(person: &Person, deal: SpaceId) -> Vec<String> {
    let page: Page = person.get(&format!("{}?limit=1000", path::pull(deal))).await.ok();
    let number = |record: &model::Record| record.body.read::<InvoiceNumber>().expect("a number").number;
    page.records.iter().filter(|record| record.kind == "invoice_number").map(number).collect()
}

#[tokio::test]
async fn an_invoice_is_numbered_once_however_often_it_is_sent() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let sipho = server.person("sipho").await;
        sipho.keep().await.ok::<Membership>();
        agreed(&thandi, &sipho, DEAL).await;
        let first = invoice(1, &json!({}));
        let told = sipho.write(std::slice::from_ref(&first)).await;
        // The device has to fetch what the server wrote of its own.
        assert_eq!((told.before, told.head), (4, 5));
        assert_eq!(sipho.write(std::slice::from_ref(&first)).await.answers, told.answers);
        let typed = invoice(2, &json!({"number": "S-7"}));
        let broken = invoice(3, &json!({"lines": []}));
        assert_eq!(why(&sipho.write(&[typed, broken, invoice(4, &json!({}))]).await), ["", "lines", ""]);
        let mut numbers = numbers(&thandi, DEAL).await;
        numbers.sort();
        assert_eq!(numbers, ["0001", "0002"]);
        assert_eq!(
            why(&sipho.write(&[edit(9, "invoice_number", &json!({"of": first.id, "number": "0009"}))]).await),
            ["forbidden"]
        );
    })
    .await;
}

/// A hundred invoices in ten deals, sent at once by two servers on one database.
async fn hundred(server: Server) {
    let other = App::beside(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server");
    let thandi = server.person("thandi").await.with_home().await;
    let sipho = server.person("sipho").await;
    let elsewhere = sipho.at(router(other.clone()));
    let deals: Vec<SpaceId> = (0..10u128).map(|number| SpaceId(Uuid::from_u128(0xdea_100 + number))).collect();
    for (number, deal) in (0..).zip(&deals) {
        let share = ShareId(Uuid::from_u128(0xd100 + number));
        // Each a request of its own: of quotes to one request one is approved.
        let asked = edit(100, "request", &json!({"title": format!("Geyser {number} leaks")}));
        let new = DealNew { id: *deal, link: link(share), edits: vec![asked] };
        thandi.post(&path::deals(HOME), &new).await.ok::<Membership>();
        sipho.post(path::DEAL_KEEP, &DealKeep { share, auth: AUTH, firm: None }).await.ok::<Membership>();
        agreed(&thandi, &sipho, *deal).await;
    }
    let send = async |number: u128| {
        let person = if number.is_multiple_of(2) { &sipho } else { &elsewhere };
        let push = Push { edits: vec![invoice(1_000 + number, &json!({}))] };
        let deal = deals[usize::try_from(number % 10).expect("small")];
        let told: PushReply = person.post(&path::push(deal), &push).await.ok();
        assert_eq!(why(&told), [""]);
    };
    futures_util::future::join_all((0..100).map(send)).await;
    let mut all = Vec::new();
    for deal in deals {
        all.extend(numbers(&thandi, deal).await);
    }
    all.sort();
    assert_eq!(all, (1..=100).map(|number| format!("{number:04}")).collect::<Vec<_>>());
    other.close().await;
}

#[tokio::test]
async fn a_hundred_invoices_at_two_servers_have_a_hundred_numbers() {
    hundred(Server::on_postgres().await).await;
}

#[tokio::test]
async fn a_hundred_invoices_on_sqlite_have_a_hundred_numbers() {
    hundred(Server::on_sqlite().await).await;
}
