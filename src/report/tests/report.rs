//! A report of a small home, as it is laid out: what is chosen is in it, and what is hidden is nowhere.

use model::certificate::Certificate;
use model::claim::{Claim, Effect, Outcome};
use model::contact::Contact;
use model::entry::{Entry, EntryType};
use model::inspection::{Found, Inspection, Point};
use model::portal::Deal;
use model::property::Property;
use model::remark::{Remark, RemarkType};
use model::system::{System, SystemType};
use model::task::Task;
use model::warranty::{Begins, Warranty};
use model::zone::Zone;
use model::{Body, Date, FileHash, FileRef, Instant, Money, Record, RecordId};
use report::{Block, Care, Hidden, Home, Kept, Maker, Part, Report, Wish, claim, mentions, write};
use uuid::Uuid;
use words::Language;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn kept<T>(number: u128, letter: &T) -> Kept<'_, T> {
    Kept { id: id(number), version: id(number), letter, versions: 1 }
}

/// Everything that the tests tell of.
struct Letters {
    property: Property,
    zone: Zone,
    geyser: System,
    valve: System,
    pump: System,
    plumber: Contact,
    burst: Entry,
    serviced: Entry,
    older: Entry,
    coc: Certificate,
    task: Task,
    walk: Inspection,
}

impl Letters {
    fn new() -> Self {
        let date = |text: &str| Some(text.parse().expect("a date"));
        let entry = |title: &str, when: &str, cents: i64| Entry {
            title: title.to_owned(),
            when: date(when),
            cost: Some(Money::rand(cents)),
            contact: Some(id(5)),
            systems: vec![id(2)],
            ..Entry::default()
        };
        let system = |name: &str| System { name: name.to_owned(), zone: Some(id(1)), ..System::default() };
        Self {
            property: Property { name: "14 Protea Street".to_owned(), ..Property::default() },
            zone: Zone { name: "Roof".to_owned(), ..Zone::default() },
            geyser: System {
                installed: date("2018"),
                fitted_by: Some(id(5)),
                shut_off: "In the roof".to_owned(),
                steps: "Switch it off\nClose the valve".to_owned(),
                call: Some(id(5)),
                call_number: "021 555 0199".to_owned(),
                ..system("Geyser")
            },
            valve: System { parent: Some(id(2)), ..system("A valve") },
            pump: System { removed: date("2020"), ..system("Pump") },
            plumber: Contact { name: "Boland Plumbing".to_owned(), ..Contact::default() },
            burst: Entry { sort: EntryType::Fault, ..entry("Burst, says Boland Plumbing", "2021-05-02", 0) },
            serviced: entry("Serviced for R 900", "2021-03", 90_000),
            older: entry("Élement replaced", "2018", 123_450),
            task: Task { title: "Paint the gutter".to_owned(), ..Task::default() },
            walk: Inspection {
                title: "Before winter".to_owned(),
                on: "2026-04-18".parse().ok(),
                by: "Thandi".to_owned(),
                points: [
                    ("Gutters are clear", Found::Failed, Some(10)),
                    ("No leak at the geyser", Found::Failed, Some(6)),
                    ("The tiles lie flat", Found::Good, None),
                    ("The hatch closes", Found::Unseen, None),
                ]
                .map(|(title, found, became)| Point {
                    title: title.to_owned(),
                    found,
                    became: became.map(id),
                    note: "seen with Boland Plumbing".to_owned(),
                    ..Point::default()
                })
                .into(),
                ..Inspection::default()
            },
            coc: Certificate { issuer: "Volt & Son".to_owned(), number: "4711".to_owned(), ..Certificate::default() },
        }
    }

    fn home(&self) -> Home<'_> {
        Home {
            property: Some(&self.property),
            zones: vec![kept(1, &self.zone)],
            systems: vec![kept(4, &self.pump), kept(3, &self.valve), kept(2, &self.geyser)],
            contacts: vec![kept(5, &self.plumber)],
            entries: vec![kept(6, &self.burst), Kept { versions: 2, ..kept(7, &self.serviced) }, kept(8, &self.older)],
            certificates: vec![kept(9, &self.coc)],
            tasks: vec![kept(10, &self.task)],
            inspections: vec![kept(11, &self.walk)],
            withdrawn: 1,
            ..Home::default()
        }
    }
}

fn made(letters: &Letters, address: &[(&str, &str)]) -> (Report, String) {
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: Some("ann@example.org".to_owned()) };
    let wish = Wish::read(|name| address.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()));
    let report = write(&letters.home(), &wish, &maker);
    let text = serde_json::to_string(&report).expect("a report").replace('\u{a0}', " ");
    (report, text)
}

#[test]
fn a_report_tells_what_a_home_has_and_sums_it_up() {
    let letters = Letters::new();
    let (report, text) = made(&letters, &[]);
    assert_eq!(report.cover.span, "2018 to May 2021 · 3 entries");
    for said in
        ["R 1 234,50", "R 2 134,50", "Boland Plumbing", "Volt & Son", "still open", "amended", "ann@example.org"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    let left_out = report.left_out.lines.join(" ");
    assert!(left_out.contains("Contacts") && left_out.contains("1 entry that somebody withdrew"), "{left_out}");
}

#[test]
fn health_is_told_with_its_day_and_quotes_nothing_that_people_wrote() {
    let letters = Letters::new();
    let wish = Wish { parts: vec![Part::Health], ..Wish::read(|_| None) };
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: None };
    let told = |home: &Home<'_>| {
        let report = write(home, &wish, &maker);
        assert_eq!(report.sections.len(), 1);
        serde_json::to_string(&report.sections[0]).expect("a report").replace('\u{a0}', " ")
    };
    let care = Care::default();
    let whole = told(&Home { care: Some(&care), ..letters.home() });
    for said in ["26 November 2026", "Geyser", "Nothing is planned for it", "it is no valuation"] {
        assert!(whole.to_lowercase().contains(&said.to_lowercase()), "{said}: {whole}");
    }
    assert!(!whole.contains("Boland") && !whole.contains("Pump"), "{whole}");
    // Of a part of a home nobody can tell.
    assert!(!told(&letters.home()).contains("of 100"));
}

#[test]
fn an_altered_certificate_is_flagged_and_a_claim_is_told_beside_its_warranty() {
    let letters = Letters::new();
    let date = |text: &str| Some(text.parse().expect("a date"));
    let board = System { sort: SystemType::DistributionBoard, name: "Board".to_owned(), ..System::default() };
    let coc = Certificate { issued: date("2024-02"), test_report: Some(true), ..Certificate::default() };
    let circuit = Entry {
        sort: EntryType::Installation,
        title: "Circuit".to_owned(),
        when: date("2025-03-01"),
        systems: vec![id(20)],
        ..Entry::default()
    };
    let tank = Warranty {
        title: "Tank".to_owned(),
        systems: vec![id(2)],
        begins: Some(Begins::Installation),
        months: Some(120),
        ..Warranty::default()
    };
    let claim = Claim {
        warranty: Some(id(23)),
        title: "Leaks".to_owned(),
        outcome: Outcome::Accepted,
        decided: date("2025-05-01"),
        effect: Some(Effect::Extends),
        months: Some(12),
        ..Claim::default()
    };
    let mut home = letters.home();
    home.systems.push(kept(20, &board));
    home.certificates = vec![kept(21, &coc)];
    home.entries.insert(0, kept(22, &circuit));
    home.warranties = vec![kept(23, &tank)];
    home.claims = vec![kept(24, &claim)];
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: None };
    let text = serde_json::to_string(&write(&home, &Wish::read(|_| None), &maker)).expect("a report");
    for said in ["Safety: Does not hold", "altered since", "Leaks", "Accepted", "1 January 2029", "moved by a claim"] {
        assert!(text.replace('\u{a0}', " ").contains(said), "{said}: {text}");
    }
}

#[test]
fn inspections_are_told_by_their_points_and_what_became_of_what_failed() {
    let mut letters = Letters::new();
    let (report, text) = made(&letters, &[]);
    let section = report.sections.iter().find(|section| section.part == Part::Inspections).expect("a section");
    let [Block::Table(walks), Block::Table(points)] = section.blocks.as_slice() else { panic!("{section:?}") };
    assert_eq!(walks.rows[0].cells, ["18 April 2026", "1 OK, 2 failed, 1 not looked at", "Thandi"]);
    let told: Vec<String> = points.rows.iter().map(|row| row.cells[1..].join(", ")).collect();
    assert_eq!(told, ["Failed, Task · still open", "Failed, Fault · still open", "OK, ", "Not looked at, "]);
    assert!(!text.contains("seen with"), "notes were not asked for");

    letters.serviced.settles = Some(id(6));
    letters.older.completes = Some(id(10));
    let (report, text) = made(&letters, &[("sections", "inspections.notes"), ("hide", "names")]);
    assert!(text.contains("Task · done 2018") && text.contains("Fault · done March 2021"), "{text}");
    assert!(!text.contains("Thandi") && text.contains("seen with"), "{text}");
    assert_eq!(report.sections.len(), 1);
    let wish = Wish::read(|name| {
        (name == "hide")
            .then(|| "names".to_owned())
            .or_else(|| (name == "sections").then(|| "inspections.notes".to_owned()))
    });
    assert_eq!(mentions(&letters.home(), &wish, Language::EnZa.words()), ["seen with Boland Plumbing"]);
}

#[test]
fn an_emergency_card_is_told_as_far_as_notes_and_names_are() {
    let letters = Letters::new();
    let (_, whole) = made(&letters, &[("sections", "systems.notes")]);
    for said in ["In the roof", "Close the valve", "Boland Plumbing · 021 555 0199"] {
        assert!(whole.contains(said), "{said}: {whole}");
    }
    let (_, bare) = made(&letters, &[("sections", "systems"), ("hide", "names")]);
    assert!(bare.contains("In the roof") && !bare.contains("Close the valve") && !bare.contains("0199"), "{bare}");
}

#[test]
fn the_photo_of_a_shut_off_is_told_where_photos_are() {
    let mut letters = Letters::new();
    let file = FileRef { hash: FileHash::of(b"valve"), media: "image/jpeg".to_owned(), ..FileRef::default() };
    letters.geyser.shut_off_photo = Some(file.hash);
    letters.geyser.files = vec![file];
    let shown = |sections: &str| {
        let (report, _) = made(&letters, &[("sections", sections)]);
        let photos: Vec<_> =
            report.sections.iter().flat_map(|section| &section.blocks).flat_map(Block::photos).collect();
        photos.iter().map(|photo| photo.caption.clone()).collect::<Vec<_>>()
    };
    assert_eq!(shown("systems.photos"), ["Shuts off at"]);
    assert!(shown("systems").is_empty());
}

#[test]
fn who_countersigned_an_entry_is_told_beside_it_unless_names_are_hidden() {
    let letters = Letters::new();
    let remark = |sort, about, text: &str| Remark {
        sort,
        about: Some(id(about)),
        text: text.to_owned(),
        name: "N. Naidoo".to_owned(),
        capacity: "Trustee".to_owned(),
        on: "2026-11-20".parse().ok(),
    };
    let remarks = [
        remark(RemarkType::Countersignature, 8, ""),
        remark(RemarkType::Comment, 6, "Seen on site"),
        // An older version than the one that stands was signed.
        remark(RemarkType::Countersignature, 99, "of another"),
    ];
    let written = |address: &[(&str, &str)]| {
        let home = Home { remarks: remarks.iter().collect(), ..letters.home() };
        let today = Date::of(2026, 11, 26).expect("a day");
        let maker = Maker { words: Language::EnZa.words(), today, account: None };
        let wish =
            Wish::read(|name| address.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()));
        serde_json::to_string(&write(&home, &wish, &maker)).expect("a report").replace('\u{a0}', " ")
    };
    let text = written(&[("sections", "timeline.notes")]);
    assert!(text.contains("countersigned · N. Naidoo · Trustee · 20 November 2026"), "{text}");
    assert!(text.contains("Seen on site · N. Naidoo") && !text.contains("of another"), "{text}");
    let text = written(&[("sections", "timeline.notes"), ("hide", "names")]);
    assert!(text.contains("countersigned · Trustee") && !text.contains("Naidoo"), "{text}");
}

#[test]
fn a_part_stands_below_its_system_and_what_is_out_of_use_at_the_end() {
    let letters = Letters::new();
    let (_, text) = made(&letters, &[("sections", "systems")]);
    let at = |name: &str| text.find(&format!("\"name\":\"{name}\"")).unwrap_or_else(|| panic!("{name}: {text}"));
    assert!(at("Geyser") < at("A valve") && at("A valve") < at("Pump"), "{text}");
}

#[test]
fn what_is_hidden_is_nowhere_but_in_what_people_wrote_and_that_is_told() {
    let letters = Letters::new();
    let (report, text) =
        made(&letters, &[("hide", "costs.names"), ("sections", "systems.timeline.costs.contacts.certificates")]);
    for hidden in ["1 234", "2 134", "Volt", "ann@example.org", "\"Boland"] {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    assert!(!report.sections.iter().any(|section| matches!(section.part, Part::Costs | Part::Contacts)));
    let wish = Wish { hidden: Hidden { costs: true, names: true }, ..Wish::read(|_| None) };
    let told = mentions(&letters.home(), &wish, Language::EnZa.words());
    assert_eq!(told, ["Burst, says Boland Plumbing", "Serviced for R 900"]);
}

#[test]
fn a_fault_is_settled_by_what_names_any_version_of_it() {
    let mut letters = Letters::new();
    letters.serviced.settles = Some(id(60));
    let mut home = letters.home();
    assert_eq!(home.open_faults().len(), 1);
    home.entries[0].version = id(60);
    assert!(home.open_faults().is_empty());
}

#[test]
fn dates_words_and_filters_choose_entries() {
    let letters = Letters::new();
    let rows = [
        (("from", "2021-04"), ["Burst, says Boland Plumbing"]),
        (("until", "2018-06"), ["Élement replaced"]),
        (("q", "element"), ["Élement replaced"]),
        (("q", "geyser fault"), ["Burst, says Boland Plumbing"]),
        (("cost", "100000"), ["Élement replaced"]),
    ];
    for (address, titles) in rows {
        let wish = Wish::read(|name| (name == address.0).then(|| address.1.to_owned()));
        let home = letters.home();
        let chosen = home.chosen(&wish, Language::EnZa.words());
        let told: Vec<&str> = chosen.iter().map(|entry| entry.letter.title.as_str()).collect();
        assert_eq!(told, titles, "{address:?}");
        let again = Wish::read(|name| wish.pairs().into_iter().find(|(key, _)| *key == name).map(|(_, value)| value));
        assert_eq!(again, wish, "{address:?}");
    }
}

#[test]
fn what_cannot_be_meant_is_named() {
    let rows = [
        (("hide", "costs.names"), None),
        (("hide", "cost"), Some("hide")),
        (("sections", "home.timeline"), None),
        (("sections", "home,timeline"), Some("sections")),
        (("from", "2021"), None),
        (("from", "yesterday"), Some("from")),
        (("kind", "nonsense"), Some("kind")),
        (("cost", "0"), Some("cost")),
        (("q", "anything"), None),
        (("until", ""), None),
    ];
    for ((key, value), expected) in rows {
        assert_eq!(Wish::misread(|name| (name == key).then(|| value.to_owned())), expected, "{key}={value}");
    }
}

#[test]
fn an_entry_is_found_by_the_words_that_a_list_names_it_with() {
    let mut letters = Letters::new();
    letters.older.contact = None;
    letters.older.done_by = "Thabo".to_owned();
    let wish = Wish::read(|name| (name == "q").then(|| "done by thabo".to_owned()));
    let home = letters.home();
    let chosen = home.chosen(&wish, Language::EnZa.words());
    assert_eq!(chosen.iter().map(|entry| entry.id).collect::<Vec<_>>(), [id(8)]);
}

#[test]
fn a_home_without_anything_says_so() {
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: None };
    let wish = Wish { parts: Part::ALL.to_vec(), ..Wish::read(|_| None) };
    let report = write(&Home::default(), &wish, &maker);
    let text = serde_json::to_string(&report).expect("a report");
    assert_eq!(text.matches("Nothing is written down.").count(), 10, "{text}");
}

/// Every text of a report, as JSON.
fn told(report: &Report) -> String {
    serde_json::to_string(report).expect("a report can be written").replace('\u{a0}', " ")
}

#[test]
fn a_claim_pack_says_what_there_is_and_what_is_missing() {
    let letters = Letters::new();
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: None };
    let report = claim(&letters.home(), id(6), &maker).expect("there is the fault");
    let text = told(&report);
    for said in [
        "Burst, says Boland Plumbing, 2 May 2021",
        "Serviced for R 900",
        "Prescribed Management Rules 31(1)",
        "2 years",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // An older fault, and what happened later, are no care before it.
    assert!(report.left_out.lines.iter().any(|line| line.starts_with("No policy")), "{:?}", report.left_out);
    assert!(report.left_out.lines.iter().any(|line| line.contains("photo of the damage")), "{:?}", report.left_out);
    assert!(!report.left_out.lines.iter().any(|line| line.contains("service or inspection")), "{:?}", report.left_out);
    assert_eq!(claim(&letters.home(), id(7), &maker), None, "a service is no fault");
    assert_eq!(claim(&letters.home(), id(99), &maker), None);
}

/// A deal in which a valve was quoted, approved by name, and billed for more.
fn deal() -> Deal {
    let moment = "2026-11-21T10:00:00.000Z";
    let line = |price: i64| serde_json::json!({"id": "a", "what": "Valve", "quantity": 1000, "price": price});
    let quote = serde_json::json!({"title": "New valve", "lines": [line(95_000)], "inclusive": true, "provider": {"name": "Sipho Plumbing"}});
    let decision = serde_json::json!({"on": id(2), "verdict": "approve", "name": "Thandi", "decided_at": moment});
    let invoice = serde_json::json!({"number": "S-7", "on": "2026-11-22", "lines": [line(100_000)], "inclusive": true});
    let payment = serde_json::json!({"of": id(4), "side": "client", "cents": 100_000, "on": "2026-11-23"});
    let letters = [
        ("request", serde_json::json!({"title": "Geyser leaks", "provider": "Sipho"})),
        ("quote", quote),
        ("decision", decision),
        ("invoice", invoice),
        ("payment", payment),
    ];
    let record = |(number, (kind, letter)): (u128, (&str, serde_json::Value))| Record {
        id: id(number),
        kind: kind.to_owned(),
        rev: u64::try_from(number).expect("small"),
        at: Some(Instant(1_795_244_400_000)),
        body: Body::from_text(letter.to_string()).expect("JSON"),
        ..Record::default()
    };
    Deal::of(&(1..).zip(letters).map(record).collect::<Vec<_>>())
}

#[test]
fn work_by_request_is_told_to_who_asked_and_hides_names_and_amounts() {
    let deal = deal();
    let letters = Letters::new();
    let maker = Maker { words: Language::EnZa.words(), today: Date::of(2026, 11, 26).expect("a day"), account: None };
    let told = |parts: Vec<Part>, is_hidden: bool, home: &Home<'_>| {
        let hidden = Hidden { costs: is_hidden, names: is_hidden };
        let wish = Wish { parts, hidden, ..Wish::read(|_| None) };
        let section = write(home, &wish, &maker).sections.into_iter().find(|section| section.part == Part::Requests)?;
        let Block::Table(table) = &section.blocks[0] else { panic!("a table") };
        Some(table.rows[0].cells.join(" | ").replace('\u{a0}', " "))
    };
    let home = Home { deals: vec![&deal], ..letters.home() };
    let whole = told(vec![Part::Requests], false, &home).expect("a section");
    let expected =
        ["Sipho", "New valve · R 950,00 · approved by Thandi", "S-7 · R 1 000,00 · R 50,00 above what was approved"];
    assert!(expected.iter().all(|text| whole.contains(text)), "{whole}");
    let hidden = told(vec![Part::Requests], true, &home).expect("a section");
    assert!(["Sipho", "Thandi", "R "].iter().all(|text| !hidden.contains(text)), "{hidden}");
    assert!(hidden.contains("1 invoice"), "{hidden}");
    // By a link there are no deals, and nothing is said of it.
    assert_eq!(told(vec![Part::Requests], false, &letters.home()), None);
}
