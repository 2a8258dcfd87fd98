//! Ids of another home within what somebody writes into their own: they name nothing, give nothing and change nothing.

use super::scene::{HOMES, Scene, content, kept, link, rid};
use crate::tests::home::{accepted, edit};
use crate::tests::letters::forms;
use crate::tests::report::script;
use crate::tests::{Person, Server, on_both};
use model::grant::{Grant, Purpose, Tick, Verb};
use model::{Edit, FileHash};
use serde_json::Value;
use wire::push::Push;
use wire::share::{Open, ShareMade, ShareNew, Visit};
use wire::{PushReply, path};

/// Records of every kind whose every id is another home's: of its systems, its papers, and of the home itself.
fn foreign() -> Vec<Edit> {
    let [system, paper] = [rid(1, 1).to_string(), FileHash::of(&content(1, 1)).to_string()];
    let edits = forms().into_iter().enumerate().map(|(number, form)| {
        let letter = replaced(&form.filled(|| "x".to_owned()), &system, &paper);
        edit(5_000 + number as u128, form.kind, &letter)
    });
    // One that is called as a record of the other home is.
    let mut named_alike = edit(0, "zone", &serde_json::json!({"name": "Mine now"}));
    named_alike.id = rid(1, 1);
    edits.chain([named_alike]).collect()
}

/// A letter with one id in the place of each id, and one hash in the place of each hash.
fn replaced(letter: &Value, id: &str, hash: &str) -> Value {
    match letter {
        Value::String(text) if text.parse::<uuid::Uuid>().is_ok() => Value::from(id),
        Value::String(text) if text.parse::<FileHash>().is_ok() => Value::from(hash),
        Value::Array(values) => values.iter().map(|value| replaced(value, id, hash)).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), replaced(value, id, hash))).collect())
        }
        other => other.clone(),
    }
}

/// All that goes out of a home.
async fn exported(person: &Person, home: usize) -> Vec<Vec<u8>> {
    let home = HOMES[home];
    let mut all = Vec::new();
    for path in
        [path::pull(home), path::changes(home), path::members(home), path::report(home), path::history(home, rid(1, 1))]
    {
        all.push(person.get(&path).await.body);
    }
    all
}

async fn nothing_comes_of_it(server: Server) {
    let scene = Scene::new(&server).await;
    let named = |name: &str| &scene.people.iter().find(|who| who.name == name).expect("they are there").person;
    let (owner, other) = (named("owner"), named("owner of another home"));
    let before = exported(other, 1).await;
    let edits = foreign();
    let count = edits.len();
    let reply: PushReply = owner.post(&path::push(HOMES[0]), &Push { edits }).await.ok();
    assert_eq!(accepted(&reply).len(), count, "ids are only names: {:?}", reply.answers);
    assert_eq!(exported(other, 1).await, before, "the other home is as it was, to the last byte");
    for body in exported(owner, 0).await {
        let told = String::from_utf8_lossy(&body);
        assert!([1, 2].iter().all(|number| !told.contains(&kept(1, *number))), "{told}");
    }
    let hash = FileHash::of(&content(1, 1));
    for path in [path::file(HOMES[0], hash), path::preview(HOMES[0], hash)] {
        assert_eq!(owner.get(&path).await.status, 404, "a record that names a file does not give it");
    }
    // Nor does a link that gives a system of the other home.
    let id = link(50);
    let auth = FileHash([7; 32]);
    let grant = Grant {
        systems: vec![rid(1, 1)],
        ticks: Tick::OF_HOME.to_vec(),
        verbs: vec![Verb::View, Verb::Download],
        ..Grant::of(Purpose::Buyer)
    };
    let new = ShareNew {
        id,
        auth_hash: FileHash::of(&auth.0),
        purpose: Purpose::Buyer,
        name: String::new(),
        grant,
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    };
    owner.post(&path::shares(HOMES[0]), &new).await.ok::<ShareMade>();
    let mut visitor = server.stranger();
    let open = Open { auth, passcode: None, device: String::new() };
    visitor.take_cookies(&visitor.post(&path::visit_open(id), &open).await);
    let visit = visitor.get(&path::visit(id)).await;
    visit.ok::<Visit>();
    assert!(!String::from_utf8_lossy(&visit.body).contains("kept-in-home-1"));
    assert_eq!(visitor.get(&path::visit_file(id, hash)).await.status, 404);
}

#[tokio::test]
async fn ids_of_another_home_in_what_is_written_reach_nothing() {
    let script = script();
    on_both(|server| {
        let script = script.clone();
        async { nothing_comes_of_it(server.printing(script).await).await }
    })
    .await;
    std::fs::remove_file(&script).expect("the script is there");
}
