//! The maintenance plan of a scheme: as a PDF and as a workbook, for its people and nobody else.

use super::home::{HOME, edit};
use super::report::script;
use super::{Person, on_both};
use model::access::Role;
use model::{Edit, SpaceId};
use serde_json::json;
use std::io::{Cursor, Read};
use uuid::Uuid;
use wire::push::{Outcome, Push};
use wire::space::{Accept, Invitation, Invite, Membership, SpaceNew};
use wire::{ErrorCode, PushReply, path};

const SCHEME: SpaceId = SpaceId(Uuid::from_u128(0xe5));

/// The worked example: R800 000, of which R200 000 were contributed, due in four years, lasting 20.
fn records() -> Vec<Edit> {
    let roof = json!({
        "category": "roofing", "name": "=Roof of block A", "due": 2030, "cost": 80_000_000, "life": 20, "past": 20_000_000,
    });
    let budget = json!({"year": 2026, "opening": 20_000_000, "adopted": 12_000_000});
    vec![
        edit(1, "scheme", &json!({"name": "Protea Mews", "regime": "sectional_title", "year_end": 12})),
        edit(2, "capital_item", &roof),
        edit(3, "budget", &budget),
        edit(4, "unit", &json!({"number": "1", "quota": 1_000_000})),
    ]
}

async fn with_scheme(person: &Person) {
    person.post(path::ESTATES, &SpaceNew { id: SCHEME }).await.ok::<Membership>();
    let reply: PushReply = person.post(&path::push(SCHEME), &Push { edits: records() }).await.ok();
    assert!(reply.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Accepted { .. })), "{reply:?}");
}

/// A file within a workbook.
fn file(workbook: &[u8], name: &str) -> String {
    let mut archive = zip(workbook);
    let mut text = String::new();
    archive.by_name(name).expect("it is there").read_to_string(&mut text).expect("text");
    text
}

fn zip(workbook: &[u8]) -> zip::ZipArchive<Cursor<Vec<u8>>> {
    zip::ZipArchive::new(Cursor::new(workbook.to_vec())).expect("a zip")
}

#[tokio::test]
async fn the_people_of_a_scheme_have_its_plan_and_nobody_else() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async move {
            let server = server.printing(script).await;
            let ann = server.person("ann").await;
            with_scheme(&ann).await;
            let invite = Invite { email: "tebogo@example.org".into(), role: Role::Trustee };
            let invitation: Invitation = ann.post(&path::invitations(SCHEME), &invite).await.ok();
            let link = invitation.link.expect("who invites is told the link");
            let token = link.split_once('#').expect("a token").1.to_owned();
            let trustee = server.person("tebogo").await;
            trustee.post(path::ACCEPT, &Accept { token }).await.ok::<Membership>();
            for person in [&ann, &trustee] {
                let answer = person.get(&path::plan_paper(SCHEME)).await;
                assert_eq!(answer.headers["content-type"], "application/pdf");
                let bytes = answer.body.strip_prefix(b"%PDF").expect("what the script says").to_vec();
                let sheet = report::Sheet::read(&mut bytes.as_slice()).expect("a sheet");
                let text = String::from_utf8(sheet.report).expect("JSON").replace('\u{a0}', " ");
                for said in ["Protea Mews", "R 30 000,00", "R 150 000,00", "Resolution for the general meeting"] {
                    assert!(text.contains(said), "{said}: {text}");
                }
                let answer = person.get(&path::plan_workbook(SCHEME)).await;
                assert_eq!(answer.headers["content-disposition"], "attachment; filename=\"plan.xlsx\"");
                let items = file(&answer.body, "xl/worksheets/sheet2.xml");
                assert!(items.contains("<v>30000</v>") && items.contains("<v>150000</v>"), "{items}");
                assert!(!items.contains("<f>"), "what people write is no formula");
                assert!(file(&answer.body, "xl/sharedStrings.xml").contains("=Roof of block A"));
            }
            let other = server.person("other").await.with_home().await;
            for path in [path::plan_paper(SCHEME), path::plan_workbook(SCHEME)] {
                other.get(&path).await.refused(ErrorCode::NotFound);
                server.stranger().get(&path).await.refused(ErrorCode::SignIn);
            }
            // A home has no plan of a scheme, and a scheme that said nothing has none either.
            other.get(&path::plan_workbook(HOME)).await.refused(ErrorCode::NotFound);
            other.get(&path::plan_paper(HOME)).await.refused(ErrorCode::NotFound);
        }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn without_a_typesetter_there_is_a_workbook_and_no_pdf() {
    on_both(async |server| {
        let ann = server.person("ann").await;
        with_scheme(&ann).await;
        ann.get(&path::plan_paper(SCHEME)).await.refused(ErrorCode::NotOffered);
        assert_eq!(ann.get(&path::plan_workbook(SCHEME)).await.status, 200);
    })
    .await;
}
