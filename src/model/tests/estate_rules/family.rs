//! Families of parts, by the catalogue.

use model::catalogue::Catalogue;
use model::entry::Part;
use model::estate::family::Families;
use model::system::SystemType;
use model::task::Task;
use model::usual_care::UsualCare;

fn families() -> Families {
    let care = UsualCare::read(include_str!("../../../../public/catalogue/za.en-ZA.care.json")).expect("what is usual");
    let catalogue = Catalogue::read(include_str!("../../../../public/catalogue/za.en-ZA.json")).expect("a catalogue");
    Families::new(&care, &catalogue)
}

fn task(catalogue: &str, parts: &[(&str, i64)]) -> Task {
    let part = |(name, quantity): &(&str, i64)| Part { name: (*name).into(), quantity: *quantity, number: "7".into() };
    Task { catalogue: catalogue.into(), parts: parts.iter().map(part).collect(), ..Task::default() }
}

/// A task, on what it is done, and the thousandths of a piece of what it needs.
type Row = (Task, Option<SystemType>, &'static [(&'static str, i64)]);

#[test]
fn a_task_needs_what_its_list_says_as_far_as_the_catalogue_knows_it() {
    let geyser = Some(SystemType::Geyser);
    let rows: [Row; 9] = [
        // The list of the catalogue where the task has none.
        (task("geyser.service", &[]), None, &[("Geyser: Anode", 1_000), ("Geyser: Element gasket", 1_000)]),
        (task("geyser.check", &[]), geyser, &[]),
        (task("geyser.anode", &[(" ANODE ", 2)]), None, &[("Geyser: Anode", 2_000)]),
        (task("", &[("Anode", 3)]), geyser, &[("Geyser: Anode", 3_000)]),
        // The same word is another thing in another system.
        (task("", &[("Cartridge", 1)]), Some(SystemType::PoolFilter), &[("Pool filter: Cartridge", 1_000)]),
        (task("", &[("Cartridge", 1)]), Some(SystemType::SurgeProtection), &[("Surge protection: Cartridge", 1_000)]),
        // What a person calls something, and what belongs to nothing, is told to nobody.
        (task("geyser.anode", &[("Mrs Naidoo’s anode", 2)]), geyser, &[]),
        (task("", &[("Anode", 1)]), None, &[]),
        (task("", &[("Anode", 1)]), Some(SystemType::Roof), &[]),
    ];
    let families = families();
    for (task, sort, expected) in rows {
        let found = families.of(&task, sort);
        let found: Vec<(&str, i64)> = found.iter().map(|(family, quantity)| (family.as_str(), *quantity)).collect();
        assert_eq!(found, expected, "{task:?}");
    }
}

#[test]
fn a_family_is_written_as_in_the_catalogue() {
    assert_eq!(families().written("gate motor: battery 12 v"), "Gate motor: Battery 12 V");
    assert_eq!(families().written("something else"), "something else");
}
