//! The catalogues in `public`: each is whole, and says of a life what the pages count by.

use model::catalogue::{Catalogue, Question, Sort, UsualLife, UsualSource, answer_of, with_answers};
use model::life::default_life;
use model::system::SystemType;
use std::collections::BTreeSet;

/// Every catalogue by the name of its file, with its text. A new one is listed here.
const CATALOGUES: [(&str, &str); 1] = [("za.en-ZA", include_str!("../../../public/catalogue/za.en-ZA.json"))];

const PICTURES: &str = include_str!("../../../public/catalogue/pictures.svg");

/// Checks every sort of every catalogue; `wrong` says what is wrong with one.
fn check(wrong: impl Fn(&Sort) -> Vec<String>) {
    let mut found = Vec::new();
    for (name, text) in CATALOGUES {
        let catalogue = Catalogue::read(text).expect(name);
        found.extend(catalogue.sorts().flat_map(|sort| {
            wrong(sort).into_iter().map(|wrong| format!("{name}, {}: {wrong}", sort.sort)).collect::<Vec<_>>()
        }));
    }
    assert_eq!(found, Vec::<String>::new());
}

fn when(is: bool, said: impl Into<String>) -> Vec<String> {
    if is { vec![said.into()] } else { Vec::new() }
}

#[test]
fn a_file_is_named_for_its_country_and_language_and_has_no_field_that_is_not_read() {
    for (name, text) in CATALOGUES {
        let catalogue = Catalogue::read(text).expect(name);
        assert_eq!(name, format!("{}.{}", catalogue.country.to_lowercase(), catalogue.language));
        let written: serde_json::Value = serde_json::from_str(text).expect("it was read just now");
        assert_eq!(serde_json::to_value(&catalogue).expect("it can be written"), written, "{name}");
    }
}

#[test]
fn every_sort_but_other_is_named_once() {
    for (name, text) in CATALOGUES {
        let catalogue = Catalogue::read(text).expect(name);
        let sorts: Vec<_> = catalogue.sorts().map(|sort| sort.sort).collect();
        let distinct: BTreeSet<_> = sorts.iter().copied().collect();
        assert_eq!(distinct.len(), sorts.len(), "{name} names a sort twice");
        let missing: Vec<_> = SystemType::ALL.iter().filter(|sort| !distinct.contains(sort)).collect();
        assert_eq!(missing, [&SystemType::Other], "{name}");
        let names: BTreeSet<_> = catalogue.sorts().map(|sort| &sort.name).collect();
        assert_eq!(names.len(), sorts.len(), "{name} calls two sorts the same");
    }
}

#[test]
fn every_picture_is_drawn() {
    check(|sort| {
        when(!PICTURES.contains(&format!("<symbol id=\"{}\"", sort.picture)), format!("no picture {}", sort.picture))
    });
}

#[test]
fn every_life_has_a_source_and_is_the_one_that_pages_count_by() {
    let sourced = |life: &UsualLife| {
        let UsualSource { basis, title, says } = &life.source;
        let source = match basis.as_str() {
            UsualSource::PUBLISHED => !title.is_empty(),
            UsualSource::TRADE => title.is_empty() && says.is_empty(),
            _ => false,
        };
        source && life.years_min > 0 && life.years_min <= life.years_max
    };
    check(|sort| {
        let lives = sort.life.iter().chain(sort.parts.iter().filter_map(|part| part.life.as_ref()));
        let agrees = match (&sort.life, default_life(sort.sort)) {
            (Some(usual), Some(counted)) => usual.agrees(&counted),
            (usual, counted) => usual.is_none() && counted.is_none(),
        };
        let unsourced = lives.into_iter().any(|life| !sourced(life));
        [when(unsourced, "a life without a source"), when(!agrees, "not the life of model::life")].concat()
    });
}

#[test]
fn questions_fill_fields_once_and_nothing_is_said_twice() {
    check(|sort| {
        let own = || sort.questions.iter().filter(|question| question.field != Question::NOTES);
        let fields: BTreeSet<_> = own().map(|question| &question.field).collect();
        let unknown = sort.questions.iter().any(|question| !Question::FIELDS.contains(&question.field.as_str()));
        let of_home = |home: &str| home.is_empty() || Question::HOME_FIELDS.contains(&home);
        let unknown = unknown || sort.questions.iter().any(|question| !of_home(&question.home));
        let asks: BTreeSet<_> = sort.questions.iter().map(|question| &question.ask).collect();
        let makers: BTreeSet<_> = sort.makers.iter().collect();
        let papers: BTreeSet<_> = sort.documents.iter().map(|paper| &paper.name).collect();
        [
            when(unknown, "a question for a field that there is not"),
            when(fields.len() != own().count(), "two questions for a field"),
            when(asks.len() != sort.questions.len(), "a question twice"),
            when(makers.len() != sort.makers.len(), "a maker twice"),
            when(papers.len() != sort.documents.len(), "a paper twice"),
            when(sort.places.is_empty() || sort.parts.is_empty() || sort.photos.is_empty(), "no place, part or photo"),
            when(!(1..=3).contains(&sort.questions.len()), "none or more than three questions"),
        ]
        .concat()
    });
}

#[test]
fn answers_come_back_from_the_notes_and_leave_the_rest_alone() {
    let rows = [
        ("", ["yes", ""], "Tray? yes"),
        ("Serviced by Sipho", ["yes", "2 years"], "Tray? yes\nHow old? 2 years\nServiced by Sipho"),
        ("Tray? no\nHow old? 1\nSpare key inside", ["yes", ""], "Tray? yes\nSpare key inside"),
        ("Tray?\nfirst", ["", ""], "Tray?\nfirst"),
    ];
    for (notes, [tray, old], expected) in rows {
        let after = with_answers(notes, [("Tray?", tray), ("How old?", old)].into_iter());
        assert_eq!(after, expected);
        assert_eq!([answer_of(&after, "Tray?"), answer_of(&after, "How old?")], [tray, old]);
    }
}
