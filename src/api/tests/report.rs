//! `/api/spaces/{space}/report.pdf`: what goes to the typesetter, which is a script here that hands back what it is given.

use super::files::photo;
use super::home::{HOME, accepted, edit};
use super::{Person, on_both};
use model::access::Role;
use model::{FaultCode, FileHash, ShareId, SpaceId};
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use uuid::Uuid;
use wire::deal::{DealLink, DealNew};
use wire::{ErrorCode, path};

/// A typesetter that makes a "PDF" of its input.
pub(in crate::tests) fn script() -> PathBuf {
    let path = std::env::temp_dir().join(format!("codessa-typeset-{}", Uuid::new_v4()));
    std::fs::write(&path, "#!/bin/sh\nprintf %%PDF\nexec cat\n").expect("a script");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("it runs");
    path
}

/// What the typesetter was given.
async fn printed(person: &Person, query: &str) -> (Value, report::Sheet) {
    let answer = person.get(&format!("{}{query}", path::report(HOME))).await;
    assert_eq!(answer.headers["content-type"], "application/pdf");
    let bytes = answer.body.strip_prefix(b"%PDF").expect("what the script says").to_vec();
    let sheet = report::Sheet::read(&mut bytes.as_slice()).expect("a sheet");
    (serde_json::from_slice(&sheet.report).expect("a report"), sheet)
}

#[tokio::test]
async fn a_report_holds_what_stands_and_nothing_of_what_is_hidden() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let thandi = server.person("thandi").await.with_home().await;
            let jpeg = photo(800, 600);
            let file = |content: &[u8], name: &str| {
                json!({"hash": FileHash::of(content), "name": name, "media": "image/jpeg", "size": content.len()})
            };
            let entry = |number: u128, more: Value| {
                let mut fields = json!({"type": "service", "title": "Thermostat", "when": "2021-03-04"});
                fields.as_object_mut().expect("fields").extend(more.as_object().expect("fields").clone());
                edit(number, "entry", &fields)
            };
            let reply = thandi
                .push(&[
                    edit(1, "property", &json!({"name": "14 Protea Street"})),
                    entry(2, json!({"cost": {"cents": 289_050, "currency": "ZAR"}, "done_by": "Boland",
                        "files": [file(&jpeg, "a.jpg"), file(b"not here", "b.jpg")]})),
                    entry(3, json!({"title": "Thermostat and valve", "amends": Uuid::from_u128(2)})),
                    entry(4, json!({"title": "A mistake"})),
                    edit(5, "withdrawal", &json!({"of": Uuid::from_u128(4), "reason": "twice"})),
                    entry(6, json!({"title": "Gate", "when": "2019", "files": [file(&jpeg, "a.jpg"), file(b"not here", "b.jpg")],
                        "cost": {"cents": 120_000, "currency": "ZAR"}, "done_by": "Boland"})),
                ])
                .await;
            assert_eq!(accepted(&reply).len(), 6);
            thandi.upload(&jpeg).await;
            let viewer = server.person("victor").await.member(&server, Role::Viewer).await;
            let (report, sheet) = printed(&viewer, "").await;
            let text = report.to_string().replace('\u{a0}', " ");
            for said in ["14 Protea Street", "Thermostat and valve", "R 1 200,00", "Boland", "victor@", "1 photo not on the server"] {
                assert!(text.contains(said), "{said}: {text}");
            }
            assert!(!text.contains("A mistake") && text.contains("that somebody withdrew"), "{text}");
            assert_eq!(sheet.photos.len(), 1);
            assert!(sheet.photos[0].0 == FileHash::of(&jpeg).to_string() && sheet.photos[0].1.starts_with(&[0xff, 0xd8]));

            let (report, sheet) = printed(&viewer, "?hide=costs.names&sections=timeline&from=2019&until=2020").await;
            let text = report.to_string().replace('\u{a0}', " ");
            for hidden in ["1 200", "Boland", "victor@", "Thermostat"] {
                assert!(!text.contains(hidden), "{hidden}: {text}");
            }
            assert!(text.contains("Gate") && sheet.photos.is_empty(), "{text}");

            for (query, field) in [("hide=cost", "hide"), ("sections=nothing", "sections"), ("from=soon", "from")] {
                let answer = thandi.get(&format!("{}?{query}", path::report(HOME))).await;
                assert_eq!(answer.refused(ErrorCode::Invalid).faults, [model::Fault::new(field, FaultCode::NotAllowed)]);
            }
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn work_by_request_is_on_paper_for_those_who_live_with_it() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let thandi = server.person("thandi").await.with_home().await;
            let ask = DealNew {
                id: SpaceId(Uuid::from_u128(0xdea1)),
                link: DealLink {
                    id: ShareId(Uuid::from_u128(0xd1)),
                    auth_hash: FileHash([5; 32]),
                    name: "Sipho".into(),
                },
                edits: vec![edit(100, "request", &json!({"title": "Geyser leaks", "provider": "Sipho"}))],
            };
            thandi.post(&path::deals(HOME), &ask).await.ok::<Value>();
            let viewer = server.person("victor").await.member(&server, Role::Viewer).await;
            let (report, _) = printed(&viewer, "?sections=requests").await;
            let text = report.to_string();
            assert!(
                text.contains("Work by request") && text.contains("Geyser leaks") && text.contains("Sipho"),
                "{text}"
            );
            let (report, _) = printed(&viewer, "").await;
            let text = report.to_string();
            assert!(
                text.contains("Work by request") && !text.contains("Geyser leaks"),
                "it is told what is left out: {text}"
            );
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn a_claim_pack_is_made_of_a_fault_and_of_nothing_else() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let thandi = server.person("thandi").await.with_home().await;
            let jpeg = photo(800, 600);
            let file = json!({"hash": FileHash::of(&jpeg), "name": "a.jpg", "media": "image/jpeg", "size": jpeg.len()});
            let fault = json!({"type": "fault", "severity": "emergency", "title": "Burst geyser", "when": "2026-11-20",
                "systems": [Uuid::from_u128(1)], "files": [file]});
            let reply = thandi
                .push(&[
                    edit(1, "system", &json!({"name": "Geyser", "type": "geyser", "installed": "2016"})),
                    edit(2, "entry", &fault),
                    edit(3, "entry", &json!({"type": "note", "title": "Somebody’s birthday", "when": "2026"})),
                ])
                .await;
            assert_eq!(accepted(&reply).len(), 3);
            thandi.upload(&jpeg).await;
            let (report, sheet) = printed(&thandi, &format!("?claim={}", Uuid::from_u128(2))).await;
            let text = report.to_string();
            assert!(
                text.contains("Burst geyser") && text.contains("No policy") && !text.contains("birthday"),
                "{text}"
            );
            assert_eq!(sheet.photos.len(), 1);
            for nothing in [Uuid::from_u128(3).to_string(), Uuid::from_u128(99).to_string(), "everything".to_owned()] {
                let answer = thandi.get(&format!("{}?claim={nothing}", path::report(HOME))).await;
                answer.refused(ErrorCode::NotFound);
            }
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}
