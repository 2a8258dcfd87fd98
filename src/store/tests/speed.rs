//! How fast 10,000 records are kept and read back, next to a put loop written by hand in the same browser; and how long the plan of a large home takes.
//!
//! Prints one line of JSON for each measurement, which `cargo dev bench` puts into its table; what is too slow is for the reader to say, as
//! machines differ.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use js_sys::{Date, Promise};
use model::forecast::{self, Planned};
use model::recurrence::{Basis, By, Recurrence};
use model::schedule::{Answer, Ledger, What};
use model::task::Task;
use model::{AccountId, Body, DeviceId, Edit, EditKey, Record, RecordId, SpaceId, Stamp};
use store::Idb;
use sync::{Replica, Settlement, Store};
use uuid::Uuid;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use wire::pull::PAGE_RECORDS_MAX;
use wire::push::EDITS_MAX;
use wire::{Cursor, Page};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const RECORDS: usize = 10_000;
/// Ours and the peer take turns so often; the median counts.
const ROUNDS: usize = 5;
const HERE: SpaceId = SpaceId(Uuid::from_u128(1));

#[wasm_bindgen(inline_js = r#"
export async function put_loop(name, pages) {
    const records = pages.flatMap((page) => JSON.parse(page).records);
    const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () =>
            request.result.createObjectStore("records", { keyPath: "id" }).createIndex("rev", "rev");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const start = performance.now();
    await new Promise((resolve, reject) => {
        const transaction = database.transaction("records", "readwrite", { durability: "relaxed" });
        const store = transaction.objectStore("records");
        for (const record of records) store.put(record);
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    const took = performance.now() - start;
    database.close();
    return took;
}
export function now() { return performance.now(); }
"#)]
extern "C" {
    /// Milliseconds to put all records of the pages into a new database, one by one in one transaction.
    fn put_loop(name: &str, pages: Vec<String>) -> Promise;
    /// Milliseconds since some moment.
    fn now() -> f64;
}

/// The edit that makes record `n`, about 600 bytes.
fn edit(n: usize) -> Edit {
    let body = format!(r#"{{"title":"Geyser {n}","date":"2026-03-05","note":"{}"}}"#, "lorem ".repeat(60));
    Edit {
        key: EditKey(Uuid::from_u128(n as u128)),
        id: RecordId(Uuid::from_u128(n as u128)),
        kind: "entry".to_owned(),
        stamp: Stamp { at_ms: n as u64, count: 0, device: DeviceId(1) },
        fields: Body::from_text(body).unwrap(),
    }
}

fn record(n: usize) -> Record {
    Record { rev: n as u64 + 1, by: Some(AccountId(Uuid::from_u128(2))), ..Record::first(&edit(n)) }
}

/// All records in pages.
fn pages() -> Vec<String> {
    let numbers: Vec<usize> = (0..RECORDS).collect();
    let page = |numbers: &[usize]| Page {
        space: HERE,
        scope: 1,
        head: RECORDS as u64,
        more: true,
        total: RECORDS as u64,
        records: numbers.iter().copied().map(record).collect(),
    };
    numbers.chunks(PAGE_RECORDS_MAX).map(|numbers| serde_json::to_string(&page(numbers)).unwrap()).collect()
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of[of.len() / 2]
}

fn per_second(took_ms: f64) -> f64 {
    (RECORDS as f64 * 1_000.0 / took_ms).round()
}

/// What the store does while a device pushes all it has: an import in one save, then a read of the outbox and a settlement a push.
#[wasm_bindgen_test]
async fn ten_thousand_edits() {
    let (edits, run) = ((0..RECORDS).map(edit).collect::<Vec<_>>(), Date::now());
    let (mut saves, mut pushes) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let store = Idb::open(&format!("edits-{run}-{round}"), |_| {}).await.unwrap();
        let start = now();
        store.save(HERE, &edits).await.unwrap();
        saves.push(now() - start);
        let start = now();
        for push in edits.chunks(EDITS_MAX) {
            store.unsent(HERE, EDITS_MAX).await.unwrap();
            let accepted = push.iter().map(|edit| edit.key).collect();
            let records = push.iter().map(Record::first).collect();
            store.settle(HERE, &Settlement { accepted, records, ..Settlement::default() }).await.unwrap();
        }
        pushes.push(now() - start);
        assert_eq!(store.outbox(HERE).await.unwrap().len(), 0);
    }
    console_log!(r#"{{"what":"store: save edits, a second","ours":{}}}"#, per_second(median(saves)));
    console_log!(
        r#"{{"what":"store: read and settle the outbox, edits a second","ours":{}}}"#,
        per_second(median(pushes))
    );
}

#[wasm_bindgen_test]
async fn ten_thousand_records() {
    let (pages, run) = (pages(), Date::now());
    let (mut writes, mut loops, mut reads) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let store = Idb::open(&format!("ours-{run}-{round}"), |_| {}).await.unwrap();
        let start = now();
        for page in &pages {
            store.apply(HERE, page, Cursor::default(), false).await.unwrap();
        }
        writes.push(now() - start);
        let start = now();
        let (replica, unreadable) = Replica::from_opened(store.open(HERE).await.unwrap(), HERE);
        reads.push(now() - start);
        assert_eq!((replica.all().len(), unreadable.len()), (RECORDS, 0));
        let took = JsFuture::from(put_loop(&format!("loop-{run}-{round}"), pages.clone())).await.unwrap();
        loops.push(took.as_f64().unwrap());
    }
    let (ours, peer) = (per_second(median(writes)), per_second(median(loops)));
    console_log!(
        r#"{{"what":"store: write pulled records, a second","ours":{ours},"peer":"put loop","theirs":{peer},"times":5}}"#
    );
    console_log!(r#"{{"what":"store: open and read 10,000 records, ms","ours":{:.0},"most":150}}"#, median(reads));
}

/// 500 tasks over 30 systems, each done ten times, as the page of the plan asks for them: every round of ten years, and what months and years cost.
#[wasm_bindgen_test]
fn a_plan_of_five_hundred_tasks() {
    let today = model::Date::of(2026, 11, 27).unwrap();
    let first = model::Date::of(2015, 1, 31).unwrap();
    let task = |n: u32| {
        let recurrence = Recurrence {
            from: if n.is_multiple_of(2) { Basis::Plan } else { Basis::Done },
            by: if n.is_multiple_of(10) { By::Week } else { By::Month },
            every: i64::from(1 + n % 12),
            ..Recurrence::default()
        };
        let systems = vec![RecordId(Uuid::from_u128(u128::from(n % 30)))];
        Task { due: Some(first.plus_days(n * 7)), recurrence: Some(recurrence), systems, ..Task::default() }
    };
    let id = |n: u32| RecordId(Uuid::from_u128(u128::from(n) + 100));
    let tasks: Vec<(RecordId, Task)> = (0..500).map(|n| (id(n), task(n))).collect();
    let answer = |n: u32| {
        let on = first.plus_days(n % 4_000);
        Answer { task: id(n % 500), due: Some(on), on, what: What::Done, record: id(n), cost_cents: 50_000 }
    };
    let answers: Vec<Answer> = (0..5_000).map(answer).collect();
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let start = now();
        let ledger = Ledger::new(answers.clone());
        let planned = tasks.iter().map(|(id, task)| Planned { id: *id, task, answers: ledger.of(*id), meter: &[] });
        let rounds = forecast::rounds(planned, today, forecast::until(today));
        let sums = (forecast::by_month(&rounds, today), forecast::by_year(&rounds, today));
        took.push(now() - start);
        assert!(rounds.len() > 10_000 && sums.0.len() == 12 && sums.1.len() == 10);
    }
    console_log!(r#"{{"what":"plan: 500 tasks to ten years, ms","ours":{:.1},"most":20}}"#, median(took));
}
