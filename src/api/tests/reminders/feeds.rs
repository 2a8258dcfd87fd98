//! The calendar of a home: read by another library than the one that wrote it, by whoever has its address and nobody else.

use super::{HOME, daily, member, on_both, owner, task};
use crate::tests::{Person, Server};
use axum::body::Body;
use axum::http::Method;
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};
use ical::property::Property;
use model::access::Role;
use wire::reminder::{FeedMade, Reminders};
use wire::{ErrorCode, path};

async fn make(person: &Person) -> String {
    let made: FeedMade = person.post(&path::feed(HOME), &()).await.ok();
    made.address.strip_prefix("http://localhost:8080").expect("at this server").to_owned()
}

/// A calendar, if it is one and nothing else.
fn parsed(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    match parser.entry() {
        Entry::ICalendar(calendar) => {
            assert!(matches!(parser.entry(), Entry::Eof), "one calendar and nothing more");
            calendar
        }
        other => panic!("{other:?}\n{text}"),
    }
}

/// That another reader takes every line of it, and that each component has what RFC 5545 asks of it (3.6, 3.6.1), as often as it allows.
fn sound(text: &str) {
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect();
    let [Ok(calendar)] = calendars.as_slice() else { panic!("{calendars:?}") };
    let values = |of: &[Property], name: &str| -> Vec<String> {
        of.iter().filter(|one| one.name == name).map(|one| one.value.clone().unwrap_or_default()).collect()
    };
    assert_eq!(values(&calendar.properties, "VERSION"), ["2.0"]);
    for (name, count) in [("PRODID", 1), ("CALSCALE", 1), ("METHOD", 0)] {
        assert_eq!(values(&calendar.properties, name).len(), count, "{name}");
    }
    assert!(!calendar.events.is_empty() && calendar.todos.is_empty() && calendar.alarms.is_empty());
    for event in &calendar.events {
        let one = |name: &str| match values(&event.properties, name).as_slice() {
            [value] => value.clone(),
            other => panic!("{name} {other:?}"),
        };
        let (from, until, stamp) = (one("DTSTART"), one("DTEND"), one("DTSTAMP"));
        assert!(
            from.len() == 8 && until.len() == 8 && from < until,
            "days, of which the end is not one: {from} {until}"
        );
        assert!(stamp.len() == 16 && stamp.as_bytes()[8] == b'T' && stamp.ends_with('Z'), "UTC: {stamp}");
        let is_day = |one: &&Property| one.params.iter().flatten().any(|(name, of)| name == "VALUE" && of == &["DATE"]);
        let days = event.properties.iter().filter(|one| matches!(one.name.as_str(), "DTSTART" | "DTEND"));
        assert_eq!(days.filter(is_day).count(), 2, "a day says that it is one");
        for name in ["UID", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP"] {
            assert!(!one(name).is_empty(), "{name}");
        }
        assert_eq!(values(&event.properties, "DURATION").len(), 0, "an end or a length, not both");
    }
}

/// Of each event in a calendar that property, as text.
fn all(calendar: &ICalendar, property: &ICalendarProperty) -> Vec<String> {
    let events = calendar.components.iter().filter(|one| one.component_type == ICalendarComponentType::VEvent);
    let value = |event: &calcard::icalendar::ICalendarComponent| {
        let entry = event.property(property).expect("it has the property");
        entry.values[0].clone().into_text().map_or_else(|| format!("{:?}", entry.values[0]), |text| text.into_owned())
    };
    events.map(value).collect()
}

#[tokio::test]
async fn the_days_of_a_home_are_a_sound_calendar() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        owner.push(&[task(9, &format!("Ä very long title, {}", "ünd more ".repeat(20).trim()), "2028-02-29")]).await;
        let address = make(&owner).await;
        let answer = server.stranger().get(&address).await;
        assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
        let text = String::from_utf8(answer.body.clone()).expect("text");
        assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
        assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
        sound(&text);
        let calendar = parsed(&text);
        let titles = all(&calendar, &ICalendarProperty::Summary);
        let expected = ["Clean the gutters; all, of them", "Electrical certificate", "Geyser", "Paint the roof"];
        assert_eq!(titles.len(), 5, "{titles:?}");
        assert_eq!(titles[0], expected[0], "what has a meaning in the format is escaped");
        assert!(titles[4].starts_with("Ä very long title, ünd more"));
        for line in [
            "DTSTART;VALUE=DATE:20261127\r\n",
            "DTEND;VALUE=DATE:20261128\r\n",
            "DTSTART;VALUE=DATE:20280229\r\n",
            "TRANSP:TRANSPARENT\r\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let mut uids = all(&calendar, &ICalendarProperty::Uid);
        uids.sort();
        uids.dedup();
        assert_eq!(uids.len(), 5);

        // It is known by its content until that changes; a thing that moves keeps its name.
        let tag = answer.header("etag").to_owned();
        let known = format!("\"another\", W/{tag}");
        let ask = || server.stranger().request(Method::GET, &address).header("if-none-match", &known);
        let again = server.stranger().send(ask(), Body::empty()).await;
        assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
        assert_eq!(server.stranger().get(&address).await.body, answer.body);
        owner.push(&[crate::tests::home::edit(2, "task", &serde_json::json!({"due": "2026-12-01"}))]).await;
        let moved = server.stranger().send(ask(), Body::empty()).await;
        assert_eq!(moved.status, 200);
        let mut after = all(&parsed(&String::from_utf8_lossy(&moved.body)), &ICalendarProperty::Uid);
        after.sort();
        assert_eq!(after, uids);
    })
    .await;
}

async fn missing(server: &Server, address: &str) {
    let nothing = server.stranger().get("/api/shares/00000000-0000-0000-0000-000000000099/pull").await;
    let answer = server.stranger().get(address).await;
    assert_eq!((answer.status, &answer.body), (nothing.status, &nothing.body), "{address}");
}

#[tokio::test]
async fn a_guessed_address_is_nothing_and_a_renewed_one_ends_the_one_before() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        let first = make(&owner).await;
        let token = first.trim_start_matches("/api/feeds/").trim_end_matches(".ics");
        assert_eq!(token.len(), 64, "256 bits");
        server.assert_nowhere(token);
        assert!(server.stranger().get(&path::calendar(token)).await.status.is_success(), "also without its ending");
        let changed: String = token.chars().rev().collect();
        for guess in [
            path::calendar("x"),
            path::calendar(&changed),
            path::calendar(&format!("{token}0")),
            path::calendar("..%2f"),
        ] {
            missing(&server, &guess).await;
        }
        let second = make(&owner).await;
        missing(&server, &first).await;
        assert!(server.stranger().get(&second).await.status.is_success());
        assert!(owner.get(&path::reminders(HOME)).await.ok::<Reminders>().feed.is_some());
        owner.delete(&path::feed(HOME)).await.done();
        missing(&server, &second).await;
        assert!(owner.get(&path::reminders(HOME)).await.ok::<Reminders>().feed.is_none());
        // It ends with the membership of whoever made it.
        let viewer = member(&server, "ben", Role::Viewer).await;
        let theirs = make(&viewer).await;
        assert!(server.stranger().get(&theirs).await.status.is_success());
        owner.delete(&format!("{}/{}", path::members(HOME), viewer.account)).await.done();
        missing(&server, &theirs).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_guesses_or_asks_too_often_is_slowed_down() {
    let server = Server::on_sqlite().await;
    let owner = owner(&server, &daily()).await;
    let address = make(&owner).await;
    let guesser = server.stranger().at_address([203, 0, 113, 9]);
    for _ in 0..100 {
        assert_eq!(guesser.get("/api/feeds/guess").await.status, 404);
    }
    guesser.get("/api/feeds/guess").await.refused(ErrorCode::TooMany);
    assert!(guesser.get(&address).await.status.is_success(), "who has an address is not kept from it");
    for _ in 0..119 {
        assert!(server.stranger().get(&address).await.status.is_success());
    }
    server.stranger().get(&address).await.refused(ErrorCode::TooMany);
}
