//! A technician does the work and is told nothing of the money: by no way that leads to it.

use super::*;
use crate::tests::report::script;
use axum::http::{Method, header};
use model::RecordId;
use wire::file::Chunk;

const AMOUNT: &str = "7654321";
const NUMBER: &str = "S-secret";

/// A paper in the deal; how a record names it.
async fn paper(person: &Person, name: &str) -> Value {
    let content = format!("%PDF-1.7 {name}").into_bytes();
    let (hash, size) = (FileHash::of(&content), content.len());
    let chunk = Chunk { offset: 0, size: size as u64 };
    let put = person.request(Method::PUT, &format!("{}{}", path::file(DEAL, hash), chunk.query()));
    let put = put.header(header::CONTENT_TYPE, "application/octet-stream");
    person.send(put, content.into()).await.ok::<Value>();
    json!({"hash": hash, "name": format!("{name}.pdf"), "media": "application/pdf", "size": size})
}

fn hash(file: &Value) -> FileHash {
    file["hash"].as_str().and_then(|hash| hash.parse().ok()).expect("a hash")
}

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

#[tokio::test]
async fn a_technician_is_told_the_work_and_no_money_by_any_way() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let thandi = asked(&server, 1).await;
            let sipho = server.person("sipho").await.with_firm().await;
            let van = joined(&server, &sipho, "van", Role::Technician).await;
            sipho.keep_for_firm(1).await;
            assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
            let (drawing, bill) = (paper(&sipho, "drawing").await, paper(&sipho, "bill").await);
            let line = json!([{"id": "a", "what": "New valve", "quantity": 1000, "price": 7_654_321}]);
            let offer = json!({"on": "2026-11-21", "title": "Valve", "lines": line, "deposit": 7_654_321, "provider": {"name": "Sipho"}});
            let decision = json!({"on": rid(20), "verdict": "approve", "name": "Thandi", "decided_at": "2026-11-21T10:00:00.000Z"});
            let invoice = json!({"number": NUMBER, "on": "2026-11-22", "lines": line, "provider": {"name": "Sipho"}, "files": [bill]});
            let paid = json!({"of": rid(22), "side": "provider", "cents": 7_654_321, "on": "2026-11-22", "reference": NUMBER});
            assert_eq!(sipho.write_in(DEAL, &[edit(20, "quote", &offer)]).await, [""]);
            assert_eq!(thandi.write_in(DEAL, &[edit(21, "decision", &decision)]).await, [""]);
            let sheet = json!({"completed_on": "2026-11-22", "done": ["a"], "notes": "All dry", "before": [drawing]});
            assert_eq!(van.write_in(DEAL, &[edit(24, "job_sheet", &sheet)]).await, [""]);
            assert_eq!(sipho.write_in(DEAL, &[edit(22, "invoice", &invoice), edit(23, "payment", &paid)]).await, ["", ""]);

            let page = van.page(DEAL).await;
            assert_eq!((page.records.len(), page.total), (6, 6), "numbers stay whole");
            let quote = page.records.iter().find(|record| record.id == rid(20)).expect("it is there").body.open();
            assert_eq!(quote["lines"], json!([{"id": "a", "what": "New valve", "quantity": 1000}]));
            let ways = [path::pull(DEAL), path::changes(DEAL), path::history(DEAL, rid(20)), path::history(DEAL, rid(22))];
            for way in ways {
                let told = String::from_utf8(van.get(&way).await.body).expect("text");
                assert!(!told.contains(AMOUNT) && !told.contains(NUMBER), "{way}: {told}");
                assert!(sipho.get(&way).await.body.len() >= told.len());
            }
            // Of papers the one of their work, and no file that only an invoice names.
            for record in [20, 22] {
                van.get(&path::paper(DEAL, rid(record))).await.refused(ErrorCode::NotFound);
                assert_eq!(sipho.get(&path::paper(DEAL, rid(record))).await.status, 200);
            }
            let card = String::from_utf8_lossy(&van.get(&path::paper(DEAL, rid(24))).await.body).into_owned();
            assert!(card.contains("All dry"), "{card}");
            van.get(&path::file(DEAL, hash(&bill))).await.refused(ErrorCode::NotFound);
            van.get(&path::preview(DEAL, hash(&bill))).await.refused(ErrorCode::NotFound);
            assert_eq!(sipho.get(&path::file(DEAL, hash(&bill))).await.status, 200);
            assert_eq!(van.get(&path::file(DEAL, hash(&drawing))).await.status, 200);
            let statement = format!("{}?side=provider&with=", path::STATEMENT);
            van.get(&statement).await.refused(ErrorCode::NotFound);
            // Nor do they keep the job of a link for themselves, where it would be all theirs.
            let keep = DealKeep { share: link(1), auth: AUTH, firm: None };
            van.post(path::DEAL_KEEP, &keep).await.refused(ErrorCode::Conflict);
            remove(&sipho, &van).await;
            van.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}
