//! Homes that go out and come back, and files that come in, as the command line does it, on both databases.

use super::{Bring, Target, bring, take};
use crate::demo;
use crate::tests::{Server, on_both};
use archive::zip::Zip;
use import::talk::Answers;
use model::SpaceId;
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

#[tokio::test]
async fn a_home_goes_out_and_comes_back_equal_beside_the_first() {
    on_both(async |server| {
        demo::settle(&server.app).await.expect("the demonstration home");
        let folder = Folder::new();
        let first = folder.file("first.zip");
        take(&server.app, home_of(&server, demo::EMAIL).await, &first).await.expect("it is taken out");
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
    })
    .await;
}

#[tokio::test]
async fn what_is_there_already_is_never_written_over() {
    on_both(async |server| {
        let folder = Folder::new();
        let out = folder.file("home.zip");
        std::fs::write(&out, "mine").expect("a file");
        let thandi = server.person("thandi").await.with_home().await;
        let _ = thandi;
        let refused = take(&server.app, crate::tests::home::HOME, &out).await.expect_err("it is there");
        assert!(refused.to_string().contains("is there already"), "{refused}");
        assert_eq!(std::fs::read(&out).expect("it stays"), b"mine");
        let unknown = take(&server.app, SpaceId(Uuid::from_u128(77)), &folder.file("b.zip")).await;
        assert!(unknown.expect_err("no such home").to_string().contains("no home"));
    })
    .await;
}
