//! A home's days as a calendar that other programs subscribe to (RFC 5545).

use icalendar::{Calendar, Class, Component, Event, Property};
use model::Date;
use model::reminder::Due;
use words::Words;

/// How often a calendar program asks again: every six hours.
const EVERY: &str = "PT6H";

/// The days of a home as an iCalendar text. `origin` is the address of this server, `home` what the home is called.
///
/// A thing keeps its name in it when its day changes, so that it moves in the calendar instead of standing there twice.
pub fn calendar(due: &[Due], home: &str, origin: &str, host: &str, words: &Words) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Codessa//Codessa//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("REFRESH-INTERVAL", EVERY).add_parameter("VALUE", "DURATION").done());
    calendar.append_property(Property::new("X-PUBLISHED-TTL", EVERY));
    calendar.name(&(words.mail().calendar_name)(home));
    for due in due {
        calendar.push(event(due, origin, host, words));
    }
    calendar.to_string()
}

fn event(due: &Due, origin: &str, host: &str, words: &Words) -> Event {
    let why = (words.reminder().why)(due.why, &words.day(due.on));
    let text = format!("{why}\n{origin}");
    let mut event = Event::with_uid(&format!("{}-{}@{host}", due.record, due.why));
    event.summary(&words.due_title(due)).description(&text).class(Class::Private);
    event.append_property(value("DTSTART", due.on)).append_property(value("DTEND", due.on.plus_days(1)));
    event.add_property("DTSTAMP", moment(due)).add_property("TRANSP", "TRANSPARENT");
    event.done()
}

/// A property whose value is a day.
fn value(name: &str, day: Date) -> Property {
    let text = day.to_string().replace('-', "");
    Property::new(name, text).add_parameter("VALUE", "DATE").done()
}

/// When what is known of it was last changed, so that the same things are the same text.
fn moment(due: &Due) -> String {
    let text = due.changed.to_string();
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == 'T').take(15).collect();
    format!("{digits}Z")
}
