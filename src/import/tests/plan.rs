//! Importing again, importing a newer export, and taking an import back: what a home looks like after each.

use import::known::Known;
use import::plan::{Asked, Change, Step, plan};
use import::proposal::{Link, Proposal};
use import::talk::{Doubt, Outcome};
use import::undo::undo;
use model::body::Fields;
use model::import::Import;
use model::{Body, Clock, DeviceId, Edit, EditKey, Letter, Record, RecordId};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A home that takes in changes as a server does.
struct Home {
    records: BTreeMap<RecordId, Record>,
    clock: Clock,
    ids: u128,
}

impl Home {
    fn new() -> Self {
        Self { records: BTreeMap::new(), clock: Clock::new(DeviceId(1)), ids: 0 }
    }

    fn fresh(&mut self) -> RecordId {
        self.ids += 1;
        RecordId(Uuid::from_u128(self.ids))
    }

    fn write(&mut self, id: RecordId, kind: &str, fields: &Fields) {
        let (key, stamp) = (EditKey(Uuid::nil()), self.clock.tick(0));
        let edit = Edit { key, id, kind: kind.to_owned(), stamp, fields: Body::seal(fields) };
        let before = self.records.get(&id);
        let faults = model::kind::edit_faults(kind, &edit.fields, before.is_some());
        assert_eq!(faults, [], "{kind} {}", edit.fields.text());
        let after = before.map_or_else(|| Record::first(&edit), |before| before.merged(&edit));
        self.records.insert(id, after);
    }

    fn edit(&mut self, id: RecordId, fields: Value) {
        let kind = self.records[&id].kind.clone();
        self.write(id, &kind, fields.as_object().expect("fields"));
    }

    fn all(&self) -> Vec<Record> {
        self.records.values().cloned().collect()
    }

    fn import(&mut self, proposals: &[Proposal], wanted: &[&str]) -> (RecordId, Vec<Step>) {
        let import = self.fresh();
        let records = self.all();
        let wanted: BTreeSet<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
        let asked = Asked { proposals, wanted: &wanted, import, reason: "A newer file" };
        let steps = plan(&Known::of(&records), &asked, &mut || self.fresh());
        self.take(steps.iter().filter_map(|step| step.change.clone()).collect());
        let letter = Import { from: "homebox".into(), ..Import::default() };
        self.write(import, Import::KIND, &letter.fields());
        (import, steps)
    }

    fn undo(&mut self, import: RecordId) {
        let records = self.all();
        let changes = undo(&records, import, "Taken back", &mut || self.fresh());
        self.take(changes);
    }

    fn take(&mut self, changes: Vec<Change>) {
        for change in changes {
            self.write(change.id, change.kind, &change.fields);
        }
    }

    /// What a person sees: names of what stands, by kind, with the notes or cost of it.
    fn seen(&self) -> Vec<String> {
        let mut seen = Vec::new();
        let all = self.all();
        let known = Known::of(&all);
        for record in all.iter().filter(|record| !matches!(record.kind.as_str(), "import" | "withdrawal")) {
            let fields = record.body.open();
            let name = import::known::called(&fields);
            let stands = known.called(&record.kind, name).iter().any(|thing| thing.stands.id == record.id);
            if stands {
                seen.push(format!("{} {name} {}", record.kind, fields.get("notes").unwrap_or(&Value::Null)));
            }
        }
        seen.sort();
        seen
    }
}

fn proposal(kind: &'static str, key: &str, fields: Value) -> Proposal {
    let fields = fields.as_object().expect("fields").clone();
    let by_name = matches!(kind, "zone" | "contact");
    Proposal { from: "homebox", key: key.into(), kind, fields, by_name, ..Proposal::default() }
}

fn within(proposal: Proposal, field: &'static str, key: &str) -> Proposal {
    Proposal { links: vec![Link { field, many: false, to: vec![key.into()] }], ..proposal }
}

fn drill(notes: &str) -> Proposal {
    proposal("item", "item/1", json!({"name": "Drill", "quantity": 1, "notes": notes}))
}

fn repair(notes: &str) -> Proposal {
    proposal("entry", "entry/1", json!({"type": "repair", "title": "Burst pipe", "when": "2024-03", "notes": notes}))
}

fn outcomes(steps: &[Step]) -> Vec<Outcome> {
    steps.iter().map(|step| step.outcome.clone()).collect()
}

fn changed(field: &str) -> Outcome {
    Outcome::Changed { fields: vec![field.to_owned()] }
}

fn doubtful(why: Doubt) -> Outcome {
    Outcome::Doubtful { why }
}

#[test]
fn the_same_file_again_changes_nothing() {
    let mut home = Home::new();
    let zone = proposal("zone", "zone/Garage", json!({"name": "Garage", "place": "garage"}));
    let file = [zone, within(drill("Blue"), "zone", "zone/Garage"), repair("Kitchen")];
    let (_, steps) = home.import(&file, &[]);
    assert_eq!(outcomes(&steps), [Outcome::New, Outcome::New, Outcome::New]);
    let before = home.seen();
    let (_, steps) = home.import(&file, &[]);
    assert_eq!(outcomes(&steps), [Outcome::Same, Outcome::Same, Outcome::Same]);
    assert!(steps.iter().all(|step| step.change.is_none()));
    assert_eq!(home.seen(), before);
}

#[test]
fn a_newer_export_changes_what_changed_and_leaves_what_a_person_wrote() {
    let mut home = Home::new();
    let (_, steps) = home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    let drill_id = steps[0].change.as_ref().expect("it is made").id;
    home.edit(drill_id, json!({"name": "Big drill"}));
    let (_, steps) = home.import(&[drill("Red"), repair("Bathroom")], &[]);
    assert_eq!(outcomes(&steps), [changed("notes"), changed("notes")]);
    assert_eq!(home.seen(), ["entry Burst pipe \"Bathroom\"", "item Big drill \"Red\""]);
    // Both have changed it: the person is asked, and nothing is overwritten without their word.
    home.edit(drill_id, json!({"notes": "Mine"}));
    let (_, steps) = home.import(&[drill("Green"), repair("Bathroom")], &[]);
    assert_eq!(outcomes(&steps), [doubtful(Doubt::Both), Outcome::Same]);
    assert_eq!(home.seen(), ["entry Burst pipe \"Bathroom\"", "item Big drill \"Mine\""]);
    let (_, steps) = home.import(&[drill("Green")], &["homebox/item/1"]);
    assert_eq!(outcomes(&steps), [changed("notes")]);
    assert_eq!(home.seen(), ["entry Burst pipe \"Bathroom\"", "item Big drill \"Green\""]);
}

#[test]
fn what_the_file_no_longer_says_is_cleared() {
    let mut home = Home::new();
    home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    let without = |mut proposal: Proposal| {
        proposal.fields.remove("notes");
        proposal
    };
    let (_, steps) = home.import(&[without(drill("")), without(repair(""))], &[]);
    assert_eq!(outcomes(&steps), [changed("notes"), changed("notes")]);
    assert_eq!(home.seen(), ["entry Burst pipe null", "item Drill null"]);
}

/// A row that turned from an item into a system made a second record beside the first.
#[test]
fn a_thing_of_another_kind_than_before_is_doubtful_with_all_that_belongs_to_it() {
    let mut home = Home::new();
    let warranty = |key: &str| proposal("warranty", key, json!({"title": "Warranty: Pump", "cover": "other"}));
    let visit = |key: &str| {
        let visit = repair("Leaks");
        Proposal { links: vec![Link { field: "systems", many: true, to: vec![key.into()] }], ..visit }
    };
    let item = proposal("item", "item/1", json!({"name": "Pump", "quantity": 1}));
    let system = proposal("system", "system/1", json!({"name": "Pump", "type": "other"}));
    home.import(&[item.clone(), warranty("warranty/item/1")], &[]);
    let before = home.seen();
    let newer = [system.clone(), warranty("warranty/system/1"), visit("system/1")];
    let (_, steps) = home.import(&newer, &[]);
    assert_eq!(outcomes(&steps), [doubtful(Doubt::WasItem), doubtful(Doubt::WasItem), Outcome::New]);
    // What names it does not lead to a record that is not there.
    let entry = &steps[2].change.as_ref().expect("it is made").fields;
    assert_eq!((entry.get("systems"), &entry["notes"]), (None, &json!("Leaks\nPump")));
    assert_eq!(home.seen().len(), before.len() + 1);
    let (_, steps) = home.import(&newer, &[]);
    assert_eq!(outcomes(&steps), [doubtful(Doubt::WasItem), doubtful(Doubt::WasItem), Outcome::Same]);
    // With a person's word it is made, and back again it is the one that was there before.
    let (_, steps) = home.import(&newer, &["homebox/system/1"]);
    let id = steps[0].change.as_ref().expect("it is made").id;
    let entry = Outcome::Changed { fields: vec!["notes".into(), "systems".into()] };
    assert_eq!(outcomes(&steps), [Outcome::New, Outcome::New, entry]);
    assert_eq!(steps[2].change.as_ref().expect("it is changed").fields["systems"], json!([id]));
    let (_, steps) = home.import(&[item, warranty("warranty/item/1")], &[]);
    assert_eq!(outcomes(&steps), [Outcome::Same, Outcome::Same]);

    let mut home = Home::new();
    home.import(std::slice::from_ref(&system), &[]);
    let item = proposal("item", "item/1", json!({"name": "Pump", "quantity": 1}));
    let (_, steps) = home.import(std::slice::from_ref(&item), &[]);
    assert_eq!(outcomes(&steps), [doubtful(Doubt::WasSystem)]);
    // A file that has both means both.
    let (_, steps) = home.import(&[item, system], &[]);
    assert_eq!(outcomes(&steps), [Outcome::New, Outcome::Same]);
}

#[test]
fn a_date_that_no_file_tells_is_not_changed_by_the_day_of_the_import() {
    let mut home = Home::new();
    let undated = |when: &str, notes: &str| {
        let mut undated = repair(notes);
        undated.fields.insert("when".into(), when.into());
        undated.untold = vec!["when"];
        undated
    };
    let when = |home: &Home| {
        let records = home.all();
        let known = Known::of(&records);
        known.called("entry", "Burst pipe")[0].stands.body.open()["when"].clone()
    };
    home.import(&[undated("../2026-11-27", "Kitchen")], &[]);
    let (_, steps) = home.import(&[undated("../2026-12-02", "Kitchen")], &[]);
    assert_eq!(outcomes(&steps), [Outcome::Same]);
    let (_, steps) = home.import(&[undated("../2026-12-09", "Bathroom")], &[]);
    assert_eq!((outcomes(&steps), when(&home)), (vec![changed("notes")], json!("../2026-11-27")));
    // Once a file tells it, it is taken; and what was told once is not taken back by a file that does not.
    let (_, steps) = home.import(&[repair("Bathroom")], &[]);
    assert_eq!((outcomes(&steps), when(&home)), (vec![changed("when")], json!("2024-03")));
    let (_, steps) = home.import(&[undated("../2026-12-16", "Bathroom")], &[]);
    assert_eq!((outcomes(&steps), when(&home)), (vec![Outcome::Same], json!("2024-03")));
}

#[test]
fn what_a_person_removed_stays_removed_unless_they_say_otherwise() {
    let mut home = Home::new();
    let (_, steps) = home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    let ids: Vec<RecordId> = steps.iter().map(|step| step.change.as_ref().expect("made").id).collect();
    home.edit(ids[0], json!({"deleted": true}));
    let withdrawal = home.fresh();
    home.write(withdrawal, "withdrawal", json!({"of": ids[1]}).as_object().expect("fields"));
    let (_, steps) = home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    assert_eq!(outcomes(&steps), [Outcome::Same, Outcome::Same]);
    let newer = [drill("Red"), repair("Bathroom")];
    let (_, steps) = home.import(&newer, &[]);
    assert_eq!(outcomes(&steps), [doubtful(Doubt::Removed), doubtful(Doubt::Removed)]);
    assert_eq!(home.seen(), Vec::<String>::new());
    home.import(&newer, &["homebox/item/1", "homebox/entry/1"]);
    assert_eq!(home.seen(), ["entry Burst pipe \"Bathroom\"", "item Drill \"Red\""]);
    let (_, steps) = home.import(&newer, &[]);
    assert_eq!(outcomes(&steps), [Outcome::Same, Outcome::Same]);
}

#[test]
fn a_zone_of_the_home_is_used_and_an_item_of_the_same_name_is_doubtful() {
    let mut home = Home::new();
    let (up, down, bath) = (home.fresh(), home.fresh(), home.fresh());
    let zone = |name: &str| json!({"name": name, "place": "other"});
    home.write(up, "zone", zone("Upstairs").as_object().expect("fields"));
    home.write(down, "zone", zone("Downstairs").as_object().expect("fields"));
    home.write(
        bath,
        "zone",
        json!({"name": "Bathroom", "place": "bathroom", "parent": down}).as_object().expect("fields"),
    );
    let drill_id = home.fresh();
    home.write(drill_id, "item", json!({"name": "drill", "quantity": 1}).as_object().expect("fields"));
    let within_up =
        |key: &str| within(proposal("zone", key, json!({"name": "Bathroom", "place": "bathroom"})), "parent", "up");
    let file = [
        within_up("up/bath"),
        proposal("zone", "up", zone("UPSTAIRS")),
        proposal("zone", "down", zone("Downstairs")),
        within(proposal("zone", "down/bath", json!({"name": "Bathroom", "place": "bathroom"})), "parent", "down"),
        drill("Blue"),
    ];
    let (_, steps) = home.import(&file, &[]);
    let expected = [Outcome::New, Outcome::Same, Outcome::Same, Outcome::Same, doubtful(Doubt::Double)];
    assert_eq!(outcomes(&steps), expected);
    assert_eq!(steps[0].change.as_ref().expect("made").fields["parent"], json!(up));
}

#[test]
fn an_import_that_was_undone_can_be_done_again() {
    let mut home = Home::new();
    let file = [drill("Blue"), repair("Kitchen")];
    let (import, _) = home.import(&file, &[]);
    let imported = home.seen();
    home.undo(import);
    assert_eq!(home.seen(), Vec::<String>::new());
    let (_, steps) = home.import(&file, &[]);
    assert_eq!(outcomes(&steps), [Outcome::New, Outcome::New]);
    assert_eq!(home.seen(), imported);
}

#[test]
fn undoing_a_newer_export_brings_back_what_was_there() {
    let mut home = Home::new();
    let (_, steps) = home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    let drill_id = steps[0].change.as_ref().expect("made").id;
    let first = home.seen();
    let (second, _) = home.import(&[drill("Red"), repair("Bathroom")], &[]);
    home.undo(second);
    assert_eq!(home.seen(), first);
    let (_, steps) = home.import(&[drill("Blue"), repair("Kitchen")], &[]);
    assert_eq!(outcomes(&steps[..1]), [Outcome::Same]);
    // What a person has written since the import is not taken back with it.
    let (third, _) = home.import(&[drill("Green")], &[]);
    home.edit(drill_id, json!({"notes": "Mine"}));
    home.undo(third);
    assert_eq!(home.seen()[1], "item Drill \"Mine\"");
}

/// An archive that was brought back stood in its records as what had brought them in: earlier imports could no longer be taken back.
#[test]
fn an_import_is_taken_back_after_its_home_came_back_from_an_archive() {
    let mut home = Home::new();
    let file = [drill("Blue"), repair("Kitchen")];
    let (import, _) = home.import(&file, &[]);
    let archive = home.fresh();
    for record in home.records.values_mut() {
        let mut fields = record.body.open();
        let Some(mut source) = model::Source::of(&fields) else { continue };
        let claimed = model::source::Claimed { import: source.import, ..Default::default() };
        (source.import, source.claimed) = (Some(archive), Some(claimed));
        fields.insert("source".into(), source.value());
        record.body = Body::seal(&fields);
    }
    // A newer file changes such a record, whose claims stay, and is taken back alone.
    let (newer, steps) = home.import(&[drill("Red")], &[]);
    let id = steps[0].change.as_ref().expect("it is changed").id;
    let claimed = |home: &Home| model::Source::of(&home.records[&id].body.open()).expect("a source").claimed;
    assert_eq!(claimed(&home).expect("it is claimed").import, Some(newer));
    home.undo(newer);
    assert_eq!(claimed(&home).expect("it is claimed").import, Some(import));
    assert_eq!(home.seen()[1], "item Drill \"Blue\"");
    home.undo(import);
    assert_eq!(home.seen(), Vec::<String>::new());
    let (_, steps) = home.import(&file, &[]);
    assert_eq!(outcomes(&steps), [Outcome::New, Outcome::New]);
}

#[test]
fn a_circle_of_zones_ends() {
    let mut home = Home::new();
    let zone = |key: &str, parent: &str| {
        within(proposal("zone", key, json!({"name": "A", "place": "room"})), "parent", parent)
    };
    home.import(&[zone("a", "b"), zone("b", "a"), zone("c", "c")], &[]);
    assert_eq!(home.seen().len(), 3);
}

proptest! {
    #[test]
    fn any_file_twice_is_the_same_and_undone_is_gone(
        rows in proptest::collection::vec((0u8..4, "[A-C]{1}", "[a-c]{0,2}", proptest::option::of(0usize..6)), 0..8),
    ) {
        let file: Vec<Proposal> = rows.iter().enumerate().map(|(at, (kind, name, notes, parent))| {
            let key = format!("row/{at}");
            let row = match kind {
                0 => proposal("zone", &key, json!({"name": name, "place": "room", "notes": notes})),
                1 => proposal("item", &key, json!({"name": name, "quantity": 1, "notes": notes})),
                2 => proposal("entry", &key, json!({"type": "note", "title": name, "when": "2020", "notes": notes})),
                _ => proposal("task", &key, json!({"title": name, "due": "2027-01-01", "notes": notes})),
            };
            match (kind, parent) {
                (0, Some(parent)) => within(row, "parent", &format!("row/{parent}")),
                (1, Some(parent)) => within(row, "zone", &format!("row/{parent}")),
                _ => row,
            }
        }).collect();
        let mut home = Home::new();
        let (first, _) = home.import(&file, &[]);
        let seen = home.seen();
        let (_, steps) = home.import(&file, &[]);
        prop_assert!(steps.iter().all(|step| step.outcome == Outcome::Same), "{steps:?}");
        prop_assert_eq!(home.seen(), seen);
        home.undo(first);
        prop_assert_eq!(home.seen(), Vec::<String>::new());
    }
}
