//! Homes that go out and come back, and files that come in, as the command line does it, on both databases.

use super::home::Home;
use super::{Bring, Target, bring, take};
use crate::demo;
use crate::storage::HandoverOffer;
use crate::tests::{Server, on_both};
use archive::zip::Zip;
use import::talk::Answers;
use model::access::Action;
use model::body::Fields;
use model::handover::Private;
use model::{Instant, SpaceId};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-carry-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What an archive holds but its manifest, by name.
fn contents(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = Zip::open(BufReader::new(File::open(archive).expect("it is there"))).expect("a zip");
    let names: Vec<String> = zip.entries().iter().map(|entry| entry.name.clone()).collect();
    let mut contents = BTreeMap::new();
    for (number, name) in names.into_iter().enumerate().filter(|(_, name)| name != "manifest.json") {
        let mut content = Vec::new();
        zip.unpack(number).expect("an entry").read_to_end(&mut content).expect("it is whole");
        contents.insert(name, content);
    }
    contents
}

async fn brought(server: &Server, owner: &str, files: Vec<PathBuf>, target: Target, dry_run: bool) -> String {
    let asked = Bring { owner: owner.to_owned(), target, files, answers: Answers::default(), dry_run };
    bring(&server.app, asked).await.expect("it is brought in")
}

/// The home that is named in what was said.
fn home_in(told: &str) -> SpaceId {
    let line = told.lines().find_map(|line| line.strip_prefix("home ")).expect("the home is named");
    line.parse().expect("an id")
}

async fn home_of(server: &Server, email: &str) -> SpaceId {
    let account = server.app.storage.account_by_email(email).await.expect("asked").expect("an account");
    let now = server.app.clock.now();
    let principal = crate::auth::Principal { account, session: String::new(), stepped_up: now };
    server.app.storage.memberships(&principal).await.expect("asked")[0].space
}

/// Changes where the water of a home shuts off, as its owner does.
async fn change(server: &Server, owner: &str, space: SpaceId, place: &str) {
    let account = server.app.storage.account_by_email(owner).await.expect("asked").expect("an account");
    let mut home = Home::open(&server.app, account, space, Action::Write).await.expect("it is open");
    let records = home.records().await.expect("asked");
    let property = records.iter().find(|record| record.kind == "property").expect("every home is one");
    let fields = Fields::from_iter([("water_shut_off".to_owned(), place.into())]);
    home.write(vec![(property.id, "property".into(), fields)]).await.expect("it is written");
    assert_eq!(home.refused, Vec::<String>::new());
}

#[tokio::test]
async fn a_home_goes_out_and_comes_back_equal_beside_the_first() {
    on_both(async |server| {
        demo::settle(&server.app).await.expect("the demonstration home");
        let folder = Folder::new();
        let (first, home) = (folder.file("first.zip"), home_of(&server, demo::EMAIL).await);
        change(&server, demo::EMAIL, home, "Behind the gate").await;
        change(&server, demo::EMAIL, home, "Behind the hedge").await;
        take(&server.app, home, &first).await.expect("it is taken out");
        let told = brought(&server, "buyer@example.org", vec![first.clone()], Target::New("-".into()), false).await;
        assert!(!told.contains("refused") && !told.contains("damaged"), "{told}");
        let second = folder.file("second.zip");
        take(&server.app, home_in(&told), &second).await.expect("it is taken out again");
        let (first, second) = (contents(&first), contents(&second));
        assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
        for (name, content) in first.iter().filter(|(name, _)| name.starts_with("data/") || name.starts_with("files/"))
        {
            assert!(*content == second[name], "{name} is not the same");
        }
        assert!(first.keys().filter(|name| name.starts_with("files/")).count() > 20, "photos and papers come along");
        let (told, history) = (home_in(&told), "data/revisions.jsonl");
        let before = String::from_utf8_lossy(&first[history]).into_owned();
        assert!(before.contains("Behind the gate") && before.contains("Behind the hedge"), "{before}");
        change(&server, "buyer@example.org", told, "At the kerb").await;
        let third = folder.file("third.zip");
        take(&server.app, told, &third).await.expect("it is taken out once more");
        let after = String::from_utf8_lossy(&contents(&third)[history]).into_owned();
        let new: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
        assert!(new.len() == 1 && new[0].contains("At the kerb"), "{new:?}");
        assert_eq!(after.lines().count(), before.lines().count() + 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_there_already_is_never_written_over() {
    on_both(async |server| {
        let folder = Folder::new();
        let out = folder.file("home.zip");
        std::fs::write(&out, "mine").expect("a file");
        server.person("thandi").await.with_home().await;
        let refused = take(&server.app, crate::tests::home::HOME, &out).await.expect_err("it is there");
        assert!(refused.to_string().contains("is there already"), "{refused}");
        assert_eq!(std::fs::read(&out).expect("it stays"), b"mine");
        // What stands beside it under the name that it is written under is not ours either.
        let (other, part) = (folder.file("other.zip"), folder.file("other.zip.part"));
        std::fs::write(&part, "mine").expect("a file");
        take(&server.app, crate::tests::home::HOME, &other).await.expect_err("the part is there");
        assert_eq!((std::fs::read(&part).expect("it stays"), other.exists()), (b"mine".to_vec(), false));
        let unknown = take(&server.app, SpaceId(Uuid::from_u128(77)), &folder.file("b.zip")).await;
        assert!(unknown.expect_err("no such home").to_string().contains("no home"));
    })
    .await;
}

const ROWS: &str = "HB.import_ref,HB.name,HB.location,HB.manufacturer,HB.purchase_price,HB.purchase_date,HB.notes\r\n\
     a1,Drill,Garage / Shelf,Bosch,1499.00,2020-03-04,Blue case\r\na2,Ladder,Garage,,899,never,\r\n";

#[tokio::test]
async fn a_file_is_brought_in_once_and_a_newer_one_changes_what_changed() {
    on_both(async |server| {
        let folder = Folder::new();
        let file = folder.file("home.csv");
        std::fs::write(&file, ROWS).expect("a file");
        let dry = brought(&server, "ann@example.org", vec![file.clone()], Target::New("Loft".into()), true).await;
        assert!(dry.contains("home new\n") && dry.contains("item: 2 new, 0 changed, 0 same"), "{dry}");
        assert!(dry.contains("home.csv, row 3") && dry.contains("“never”"), "{dry}");
        let nobody = server.app.storage.account_by_email("ann@example.org").await.expect("asked");
        assert_eq!(nobody, None, "a dry run changes nothing");

        let told = brought(&server, "Ann@example.org", vec![file.clone()], Target::New("Loft".into()), false).await;
        let space = home_in(&told);
        assert_eq!(home_of(&server, "ann@example.org").await, space);
        let again = brought(&server, "ann@example.org", vec![file.clone()], Target::Space(space), false).await;
        assert!(again.contains("item: 0 new, 0 changed, 2 same"), "{again}");
        std::fs::write(&file, ROWS.replace("Blue", "Red")).expect("a file");
        let newer = brought(&server, "ann@example.org", vec![file], Target::Space(space), false).await;
        assert!(newer.contains("item: 0 new, 1 changed, 1 same") && !newer.contains("refused"), "{newer}");
    })
    .await;
}

#[tokio::test]
async fn files_that_nothing_can_be_made_of_make_no_home() {
    on_both(async |server| {
        let folder = Folder::new();
        let file = folder.file("photo.jpg");
        std::fs::write(&file, [0xff, 0xd8, 0xff, 0xe0]).expect("a file");
        let (owner, target) = ("ann@example.org".to_owned(), Target::New("Loft".into()));
        let asked = Bring { owner, target, files: vec![file], answers: Answers::default(), dry_run: false };
        let refused = bring(&server.app, asked).await.expect_err("a photo alone is no record");
        assert!(refused.to_string().contains("None of these files"), "{refused}");
        assert_eq!(server.app.storage.account_by_email("ann@example.org").await.expect("asked"), None);
    })
    .await;
}

#[tokio::test]
async fn whoever_owns_another_home_brings_nothing_into_this_one() {
    on_both(async |server| {
        let folder = Folder::new();
        let file = folder.file("home.csv");
        std::fs::write(&file, ROWS).expect("a file");
        let told = brought(&server, "ann@example.org", vec![file.clone()], Target::New("Loft".into()), false).await;
        let (owner, target) = ("pieter@example.org".to_owned(), Target::Space(home_in(&told)));
        brought(&server, &owner, vec![file.clone()], Target::New("Cottage".into()), false).await;
        let asked = Bring { owner, target, files: vec![file], answers: Answers::default(), dry_run: false };
        assert!(bring(&server.app, asked).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_home_that_was_handed_over_goes_out_redacted_and_comes_back_equal() {
    on_both(async |server| {
        demo::settle(&server.app).await.expect("the demonstration home");
        let folder = Folder::new();
        let home = home_of(&server, demo::EMAIL).await;
        change(&server, demo::EMAIL, home, "Behind the gate").await;
        let (storage, now) = (&server.app.storage, server.app.clock.now());
        let seller = storage.account_by_email(demo::EMAIL).await.expect("asked").expect("an account");
        let buyer = server.person("buyer").await.account;
        let principal = crate::auth::Principal { account: seller, session: String::new(), stepped_up: now };
        let scope = storage.authorize(&principal, Action::HandOver, home).await.expect("it is theirs");
        let offer = HandoverOffer {
            home: String::new(),
            email: "buyer@example.org".into(),
            private: Private::ALL.to_vec(),
            message: String::new(),
            expires: Instant(now.0 + 1),
        };
        let id = storage.offer_home(&scope, offer, now).await.expect("offered");
        assert!(storage.accept_home(buyer, id, now, now).await.expect("accepted"));
        let before = storage.head_for_test(home).await;
        crate::handover::settle(&server.app).await.expect("settled");
        assert_eq!(storage.head_for_test(home).await, before + 1);
        let first = folder.file("first.zip");
        take(&server.app, home, &first).await.expect("it is taken out");
        let told = brought(&server, "other@example.org", vec![first.clone()], Target::New("-".into()), false).await;
        assert!(!told.contains("refused") && !told.contains("damaged"), "{told}");
        let second = folder.file("second.zip");
        take(&server.app, home_in(&told), &second).await.expect("it is taken out again");
        let (first, second) = (contents(&first), contents(&second));
        for (name, content) in first.iter().filter(|(name, _)| name.starts_with("data/") || name.starts_with("files/"))
        {
            assert!(*content == second[name], "{name} is not the same");
            let text = String::from_utf8_lossy(content);
            for word in ["\"cents\"", "\"notes\"", "\"caption\"", "\"done_by\"", "\"person\"", demo::EMAIL] {
                assert!(!name.starts_with("data/") || !text.contains(word), "{name} holds {word}");
            }
        }
        assert!(first.keys().any(|name| name.starts_with("files/")), "photos come along");
    })
    .await;
}

/// The scheme that is named in what was said.
fn scheme_in(told: &str) -> SpaceId {
    let line = told.lines().find_map(|line| line.strip_prefix("scheme ")).expect("the scheme is named");
    line.parse().expect("an id")
}

/// A scheme that was changed, with a vote, a file, how a unit stands, and how it stood in an earlier month.
async fn scheme(server: &Server) -> SpaceId {
    use crate::tests::home::edit;
    let now = server.app.clock.now();
    let account = server.app.storage.account_of("agent@example.org".into(), "en-ZA", now).await.expect("made");
    let space = SpaceId(Uuid::from_u128(0xe5));
    server.app.storage.make_estate(account, space, now).await.expect("made");
    let paper = b"%PDF-1.7 minutes";
    let file = serde_json::json!({"hash": model::FileHash::of(paper), "name": "minutes.pdf", "media": "application/pdf", "size": paper.len()});
    let json = |text: serde_json::Value| text;
    let edits = vec![
        edit(1, "scheme", &json(serde_json::json!({"name": "Protea Mews", "regime": "sectional_title"}))),
        edit(2, "unit", &json(serde_json::json!({"number": "1", "owner": "Thandi"}))),
        edit(3, "capital_item", &json(serde_json::json!({"name": "Roof", "category": "roofing", "cost": 80_000_000}))),
        edit(
            4,
            "capital_job",
            &json(
                serde_json::json!({"item": edit(3, "unit", &serde_json::json!({})).id, "on": "2026-03-01", "cents": 5, "files": [file]}),
            ),
        ),
        edit(5, "tally", &json(serde_json::json!({"on": "2026-03-31", "units": 1, "score": 77}))),
        edit(
            6,
            "standing",
            &json(serde_json::json!({"unit": edit(2, "unit", &serde_json::json!({})).id, "on": "2026-03-31"})),
        ),
    ];
    server.app.storage.restore_estate(account, space, edits, now).await.expect("written");
    let mut home = Home::open(&server.app, account, space, Action::Add).await.expect("it is open");
    let whole = model::FileRef {
        hash: model::FileHash::of(paper),
        name: "minutes.pdf".into(),
        media: "application/pdf".into(),
        size: paper.len() as u64,
        ..model::FileRef::default()
    };
    home.keep(&whole, paper.to_vec()).await.expect("kept");
    let number = Fields::from_iter([("number".to_owned(), "1A".into())]);
    home.records().await.expect("asked");
    home.write(vec![(edit(2, "unit", &serde_json::json!({})).id, "unit".into(), number)]).await.expect("written");
    assert_eq!(home.refused, Vec::<String>::new());
    space
}

#[tokio::test]
async fn a_scheme_goes_out_and_comes_back_equal_and_what_is_worked_out_stays_away() {
    on_both(async |server| {
        let space = scheme(&server).await;
        let folder = Folder::new();
        let (first, second) = (folder.file("first.zip"), folder.file("second.zip"));
        take(&server.app, space, &first).await.expect("it is taken out");
        let told = brought(&server, "other@example.org", vec![first.clone()], Target::New("-".into()), false).await;
        assert!(!told.contains("refused") && !told.contains("damaged") && !told.contains("file "), "{told}");
        take(&server.app, scheme_in(&told), &second).await.expect("it is taken out again");
        let (first, second) = (contents(&first), contents(&second));
        assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
        for (name, content) in first.iter().filter(|(name, _)| name.starts_with("data/") || name.starts_with("files/"))
        {
            assert!(*content == second[name], "{name} is not the same: {}", String::from_utf8_lossy(&second[name]));
        }
        assert!(first.contains_key("data/tally.jsonl") && !first.contains_key("data/standing.jsonl"));
        let history = String::from_utf8_lossy(&first["data/revisions.jsonl"]).into_owned();
        assert!(history.contains("1A") && !history.contains("standing"), "{history}");
        assert_eq!(first.keys().filter(|name| name.starts_with("files/")).count(), 1);
        // It is looked at as any scheme is.
        crate::estate::look(&server.app).await.expect("it is looked");
        let dry =
            brought(&server, "other@example.org", vec![folder.file("first.zip")], Target::New("-".into()), true).await;
        assert!(dry.contains("scheme new") && dry.contains("archive of Protea Mews"), "{dry}");
    })
    .await;
}
