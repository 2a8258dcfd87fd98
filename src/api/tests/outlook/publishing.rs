//! Publishing: once a month, whoever does it, and never anew.

use super::{MONTH_MS, Person, Server, neighbours, on_both, quantities, space, told};
use crate::outlook::{gather, issue, look};
use crate::storage::OutlookIssued;
use serde_json::json;

async fn later(server: &Server, people: &[Person]) -> Vec<Person> {
    server.app.clock.advance_ms(MONTH_MS);
    let mut again = Vec::new();
    for person in people {
        again.push(server.person_again(person).await);
    }
    again
}

#[tokio::test]
async fn eleven_homes_make_a_figure_that_stays() {
    on_both(async |server| {
        let people = neighbours(&server, 11, 3).await;
        look(&server.app).await.expect("looked");
        assert!(told(&server).await.is_empty(), "nobody has agreed for long enough");
        let people = later(&server, &people).await;
        look(&server.app).await.expect("looked");
        let figures = told(&server).await;
        let expected = json!([{
            "month": "2027-05", "suburb": "Rondebosch, Cape Town", "family": "Geyser: Anode", "quantity": 30, "published": "2026-12",
        }]);
        assert_eq!(serde_json::to_value(&figures).expect("JSON"), expected);
        // They take it back, or need something else: what was told stays as it was, and is not told anew.
        for (number, person) in people.iter().enumerate() {
            let home = space(number as u128);
            super::write(person, home, super::SUBURB, 9, 1).await;
            if number % 2 == 0 {
                person.agree(home, false).await;
            }
        }
        for _ in 0..2 {
            later(&server, &[]).await;
            look(&server.app).await.expect("looked");
            assert_eq!(told(&server).await, figures);
        }
    })
    .await;
}

#[tokio::test]
async fn of_several_who_publish_in_a_month_one_does() {
    on_both(async |server| {
        neighbours(&server, 11, 3).await;
        server.app.clock.advance_ms(MONTH_MS);
        let both = [gather(&server.app).await.expect("gathered"), gather(&server.app).await.expect("gathered")];
        let [one, other] = both.map(|gathered| issue(&server.app, gathered));
        let (one, other) = tokio::join!(one, other);
        let mut outcomes = [one.expect("issued"), other.expect("issued")];
        outcomes.sort_by_key(|outcome| *outcome != OutlookIssued::Now);
        assert_eq!(outcomes, [OutlookIssued::Now, OutlookIssued::Before]);
        look(&server.app).await.expect("looked");
        assert_eq!(quantities(&told(&server).await), [30]);
        // A clock that was set back publishes nothing of the past.
        server.app.clock.advance_ms(-MONTH_MS);
        let late = gather(&server.app).await.expect("gathered");
        assert_eq!(issue(&server.app, late).await.expect("issued"), OutlookIssued::Before);
    })
    .await;
}

#[tokio::test]
async fn who_takes_it_back_while_it_is_worked_out_is_in_nothing() {
    on_both(async |server| {
        let people = neighbours(&server, 11, 3).await;
        let people = later(&server, &people).await;
        let gathered = gather(&server.app).await.expect("gathered");
        people[4].agree(space(4), false).await;
        assert_eq!(issue(&server.app, gathered).await.expect("issued"), OutlookIssued::Changed);
        look(&server.app).await.expect("looked");
        assert!(told(&server).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_month_without_any_home_is_not_used_up() {
    let server = Server::on_sqlite().await;
    look(&server.app).await.expect("looked");
    assert_eq!(server.app.storage.outlook_last().await.expect("answered"), None);
    neighbours(&server, 1, 3).await;
    server.app.clock.advance_ms(MONTH_MS);
    look(&server.app).await.expect("looked");
    let last = server.app.storage.outlook_last().await.expect("answered");
    assert_eq!(last.map(|month| month.to_string()).as_deref(), Some("2026-12"));
}
