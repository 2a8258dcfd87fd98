//! What the demonstration scheme promises: forty-eight units, quotas that add up, marks and reasons of every sort, thirteen months, and nothing that does not follow from a
//! logbook.

use super::*;
use crate::tests::on_both;
use model::Record;
use model::access::Sort;
use model::basis::Purpose;
use model::estate::grid::{Cause, Mark};
use model::estate::matrix::Code;
use model::kind::edit_faults;
use model::scheme::Building;
use model::scheme::board::{Board, Papers};
use model::standing::living;
use std::collections::{BTreeMap, BTreeSet};

fn letters<T: Letter>(edits: &[Edit]) -> Vec<(RecordId, T)> {
    let own = edits.iter().filter(|edit| edit.kind == T::KIND);
    own.map(|edit| (edit.id, Record::first(edit).body.read().expect("a letter"))).collect()
}

#[test]
fn forty_eight_units_stand_in_every_way_on_any_day() {
    for today in ["2026-11-27", "2027-02-28", "2028-07-01"] {
        let today: Date = today.parse().expect("a date");
        let (kept, units) = (kept(today, Instant(0)), units(today, Instant(0)));
        let books = units.iter().filter_map(|(_, _, book)| book.as_ref());
        for edit in kept.iter().chain(books.flat_map(|book| &book.edits)) {
            assert_eq!(edit_faults(&edit.kind, &edit.fields, false), [], "{} {}", edit.kind, edit.fields.text());
        }
        let mut board = Board::new(letters::<Building>(&kept), letters::<Unit>(&kept));
        assert_eq!((board.units(), board.seats().len(), board.buildings().len()), (48, 51, 5));
        let quotas: u32 = board.seats().iter().filter_map(|seat| seat.unit.quota).sum();
        assert_eq!(quotas, 1_000_000);
        let (standings, inventories) = told(&units, today);
        let months = tallies(&units, &standings, today);
        assert!(months.len() == 12 && months.iter().all(|(_, tally)| tally.score.is_some()));
        let causes: BTreeSet<Cause> =
            standings.iter().flat_map(|one| one.cells.iter().map(|spot| spot.cause)).collect();
        let linked = standings.iter().filter(|one| one.linked).count();
        assert!(linked > 5 && standings.iter().filter(|one| one.held).count() > 30);
        standings.into_iter().for_each(|standing| assert!(board.tell(standing).is_some()));
        for mark in Mark::ALL {
            assert!(board.count(*mark) > 0, "{mark}");
        }
        for cause in [Cause::Late, Cause::PastLife, Cause::Serious, Cause::CareHidden, Cause::NotShared] {
            assert!(causes.contains(&cause), "{cause}");
        }
        let papers = Papers::of(&board, today, Purpose::Safety);
        for code in [Code::Fine, Code::NoneFound, Code::NotCurrent, Code::AlteredSince, Code::NotShared] {
            assert!(papers.summary.total(code) > 0, "{code}");
        }
        assert!(inventories.iter().filter(|one| !one.things.is_empty()).count() > 40);
        let has_geyser = |name: &str| units.iter().any(|(unit, _, book)| unit == name && book.is_some());
        assert!(["1", "2", "3", "4"].into_iter().any(has_geyser));
    }
}

#[tokio::test]
async fn what_is_told_follows_from_logbooks_that_can_be_opened() {
    on_both(async |server| {
        let server = server.alone().await;
        let app = &server.app;
        settle(app).await.expect("it is taken in");
        let now = app.clock.now();
        let account = app.storage.account_of(TRUSTEE_EMAIL.to_owned(), "en-ZA", now).await.expect("an account");
        let owner = Principal { account, session: String::new(), stepped_up: now };
        let scope = app.storage.authorize(&owner, Action::Add, space()).await.expect("it is theirs");
        crate::estate::look(app).await.expect("it is looked");
        let records = app.storage.records(&scope).await.expect("read");
        let by_unit =
            |all: Vec<UnitStanding>| -> BTreeMap<_, _> { all.into_iter().map(|one| (one.unit, one)).collect() };
        let stands = by_unit(living::<UnitStanding>(&records).into_iter().map(|one| one.letter).collect());
        let today = now.date(AHEAD_MINUTES);
        let linked_today = |one: UnitStanding| UnitStanding { since: one.linked.then_some(today), ..one };
        assert_eq!(stands, by_unit(told(&units(today, now), today).0.into_iter().map(linked_today).collect()));
        assert_eq!(living::<Tally>(&records).len(), 13);
        // One that the scheme keeps opens, with its certificate.
        let held = units(today, now).into_iter().find(|(name, _, book)| {
            book::shown(name).is_none() && book.as_ref().is_some_and(|book| !book.files.is_empty())
        });
        let (name, _, book) = held.expect("some unit");
        let opened = app.storage.open_logbook(&scope, id::<Unit>(&name), now).await.expect("it is opened");
        let home = app.storage.authorize(&owner, Action::Write, opened.space).await.expect("it is open");
        let book = book.expect("it has one");
        assert_eq!(app.storage.records(&home).await.expect("read").len(), book.edits.len());
        let file = app.storage.file(&home, book.files[0].0.hash).await.expect("asked");
        assert!(file.is_some_and(|file| file.complete));
    })
    .await;
}

#[tokio::test]
async fn it_is_there_once_and_an_erased_one_stays_erased() {
    on_both(async |server| {
        let server = server.alone().await;
        let app = &server.app;
        settle(app).await.expect("it is taken in");
        let now = app.clock.now();
        let account = app.storage.account_of(TRUSTEE_EMAIL.to_owned(), "en-ZA", now).await.expect("an account");
        let owner = Principal { account, session: String::new(), stepped_up: now };
        let scope = app.storage.authorize(&owner, Action::Erase, space()).await.expect("it is theirs");
        settle(app).await.expect("again");
        let again = app.storage.authorize(&owner, Action::Erase, space()).await.expect("it is theirs");
        assert_eq!(again.head(), scope.head());
        let memberships = app.storage.memberships(&owner).await.expect("read");
        assert_eq!(memberships.iter().filter(|one| one.sort == Sort::Estate).count(), 1);
        app.storage.erase_space(&again, now).await.expect("it is erased");
        settle(app).await.expect("once more");
        assert_eq!(app.storage.memberships(&owner).await.expect("read"), []);
    })
    .await;
}
