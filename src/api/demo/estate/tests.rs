//! What the demonstration scheme promises: forty-eight units, quotas that add up, marks and reasons of every sort, thirteen months.

use super::*;
use crate::tests::on_both;
use model::estate::grid::{Cause, Mark};
use model::estate::matrix::Code;
use model::kind::edit_faults;
use model::scheme::board::{Board, Papers};
use model::scheme::{Building, Inventory, Tally, Unit, UnitStanding};
use model::{Record, basis::Purpose};
use std::collections::BTreeSet;

fn letters<T: Letter>(edits: &[Edit]) -> Vec<(RecordId, T)> {
    let own = edits.iter().filter(|edit| edit.kind == T::KIND);
    own.map(|edit| (edit.id, Record::first(edit).body.read().expect("a letter"))).collect()
}

#[test]
fn forty_eight_units_stand_in_every_way_on_any_day() {
    for today in ["2026-11-27", "2027-02-28", "2028-07-01"] {
        let today: Date = today.parse().expect("a date");
        let (kept, told) = (kept(today, Instant(0)), told(today, Instant(0)));
        for edit in kept.iter().chain(&told) {
            assert_eq!(edit_faults(&edit.kind, &edit.fields, false), [], "{} {}", edit.kind, edit.fields.text());
        }
        let mut board = Board::new(letters::<Building>(&kept), letters::<Unit>(&kept));
        assert_eq!((board.units(), board.seats().len(), board.buildings().len()), (48, 51, 5));
        let quotas: u32 = board.seats().iter().filter_map(|seat| seat.unit.quota).sum();
        assert_eq!(quotas, 1_000_000);
        let standings = letters::<UnitStanding>(&told);
        let causes: BTreeSet<Cause> =
            standings.iter().flat_map(|(_, one)| one.cells.iter().map(|spot| spot.cause)).collect();
        standings.into_iter().for_each(|(_, standing)| assert!(board.tell(standing).is_some()));
        assert!(Mark::ALL.iter().all(|mark| board.count(*mark) > 0));
        for cause in [Cause::Late, Cause::PastLife, Cause::Serious, Cause::NotShared] {
            assert!(causes.contains(&cause), "{cause}");
        }
        let papers = Papers::of(&board, today, Purpose::Safety);
        for code in [Code::Fine, Code::NoneFound, Code::NotCurrent, Code::AlteredSince, Code::NotShared] {
            assert!(papers.summary.total(code) > 0, "{code}");
        }
        let months = letters::<Tally>(&told);
        assert_eq!(months.len(), 13);
        assert!(months.iter().all(|(_, tally)| tally.score.is_some()));
        assert!(letters::<Inventory>(&told).len() > 40);
    }
}

#[tokio::test]
async fn it_is_there_once_and_an_erased_one_stays_erased() {
    on_both(async |server| {
        let app = &server.app;
        settle(app).await.expect("it is taken in");
        let now = app.clock.now();
        let account = app.storage.account_of(TRUSTEE_EMAIL.to_owned(), "en-ZA", now).await.expect("an account");
        let owner = Principal { account, session: String::new(), stepped_up: now };
        let scope = app.storage.authorize(&owner, Action::Erase, space()).await.expect("it is theirs");
        let expected = kept(now.date(AHEAD_MINUTES), now).len() + told(now.date(AHEAD_MINUTES), now).len();
        // What is done across units comes on top.
        assert!(scope.head() > expected as u64);
        settle(app).await.expect("again");
        let again = app.storage.authorize(&owner, Action::Erase, space()).await.expect("it is theirs");
        assert_eq!(again.head(), scope.head());
        app.storage.erase_space(&again, now).await.expect("it is erased");
        settle(app).await.expect("once more");
        assert_eq!(app.storage.memberships(&owner).await.expect("read"), []);
    })
    .await;
}
