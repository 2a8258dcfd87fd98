//! WhatsApp: an exported chat with its media. Each message with a photo or a paper proposes an entry.

use crate::attachment::is_photo;
use crate::column::Target;
use crate::gather::Gather;
use crate::proposal::ProblemCode;
use crate::row::{FileSort, Row, RowFile, entry};
use crate::talk::{Answers, DateOrder};
use crate::value::date::Evidence;
use model::entry::EntryType;

/// Messages of a chat: ten years of a busy group.
const MESSAGES_MAX: usize = 500_000;
/// Minutes before and after a photo in which its sender's words may be about it.
const NEAR_MINUTES: i64 = 2;
/// Lines of a text in which the first message is looked for.
const HEAD_LINES: usize = 5;

/// A chat.
pub(crate) struct Chat {
    /// The file, and the entry in it.
    pub(crate) place: String,
    messages: Vec<Message>,
    is_cut: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    line: u32,
    date: String,
    time: String,
    sender: String,
    text: String,
    media: Vec<String>,
    /// Whether something was sent that is not in the export.
    is_omitted: bool,
}

/// The chat in a text; none if it is no such export.
pub(crate) fn chat(place: &str, text: &str) -> Option<Chat> {
    if !text.lines().take(HEAD_LINES).any(|line| head(line).is_some()) {
        return None;
    }
    let mut chat = Chat { place: place.to_owned(), messages: Vec::new(), is_cut: false };
    for (at, line) in text.lines().enumerate() {
        if let Some((date, time, rest)) = head(line) {
            if chat.messages.len() == MESSAGES_MAX {
                chat.is_cut = true;
                break;
            }
            // What has no sender is told by WhatsApp itself.
            let (sender, text) = rest.split_once(": ").unwrap_or(("", ""));
            let mut message = Message { line: at as u32 + 1, date, time, sender: bare(sender), ..Message::default() };
            message.add(text);
            chat.messages.push(message);
        } else if let Some(message) = chat.messages.last_mut() {
            message.add(line);
        }
    }
    (!chat.messages.is_empty()).then_some(chat)
}

impl Chat {
    /// Messages that propose an entry.
    pub(crate) fn rows(&self) -> u32 {
        self.messages.iter().filter(|message| message.has_media()).count() as u32
    }

    /// What its dates say about their order.
    pub(crate) fn dates(&self) -> Evidence {
        let mut evidence = Evidence::default();
        self.messages.iter().for_each(|message| evidence.add(&message.date, Target::When.years_ahead()));
        evidence
    }

    /// Reads the messages with media.
    pub(crate) fn read(&self, answers: &Answers, to: &mut Gather<'_>) {
        let dates = self.dates();
        let settled = dates.order().filter(|_| !dates.is_open());
        let order = settled.or(answers.date_order).or(dates.order()).unwrap_or(DateOrder::DayFirst);
        for (at, message) in self.messages.iter().enumerate().filter(|(_, message)| message.has_media()) {
            self.write(at, message, order, to);
        }
        if self.is_cut {
            let place = crate::proposal::Place { file: self.place.clone(), row: 0 };
            to.problem(&place, ProblemCode::CutOff, "", "");
        }
    }

    fn write(&self, at: usize, message: &Message, order: DateOrder, to: &mut Gather<'_>) {
        let words = to.settings.words.import();
        let mut row = Row::new(&self.place, message.line);
        let said = message.text.lines().map(str::trim).find(|line| !line.is_empty());
        let near = || self.near(at).and_then(|text| text.lines().next());
        let paper = || message.media.iter().find(|name| !is_photo(name)).map(String::as_str);
        let title = said.or_else(near).or_else(paper);
        let title = title.map_or_else(|| (words.photo_from)(&message.sender), str::to_owned);
        row.push(Target::Title, words.targets.title, title);
        row.push(Target::When, words.targets.when, message.date.as_str());
        row.push(Target::Notes, words.targets.notes, message.text.as_str());
        row.push(Target::Note, words.labels.time, message.time.as_str());
        row.push(Target::DoneBy, words.targets.done_by, message.sender.as_str());
        row.cells.iter_mut().for_each(|cell| cell.order = order);
        for name in &message.media {
            row.files.push(RowFile { name: name.clone(), sort: FileSort::Photo, found: to.files.find(name) });
        }
        if message.is_omitted {
            let found = Err(ProblemCode::FileMissing);
            row.files.push(RowFile { name: words.formats.media.to_owned(), sort: FileSort::Photo, found });
        }
        let media = message.media.first().map_or("", String::as_str);
        row.push(Target::Id, "", format!("{} {}/{}/{media}", message.date, message.time, message.sender));
        entry::read_by(row, Some(EntryType::Note), false, to);
    }

    /// What the sender of a message wrote nearest to it, within a few minutes: before it, else behind.
    fn near(&self, at: usize) -> Option<&str> {
        let message = &self.messages[at];
        let minute = message.minute()?;
        let fits = |other: &&Message| {
            let near = other.minute().is_some_and(|other| (other - minute).abs() <= NEAR_MINUTES);
            near && other.date == message.date && other.sender == message.sender
        };
        // Further than this no message stands within two minutes, but in a storm.
        const LOOKED_AT: usize = 20;
        let before = self.messages[..at].iter().rev().take(LOOKED_AT);
        let behind = self.messages[at + 1..].iter().take(LOOKED_AT);
        let text = |other: &'_ &Message| fits(other) && !other.has_media() && !other.text.trim().is_empty();
        before.clone().find(text).or_else(|| behind.clone().find(text)).map(|message| message.text.trim())
    }
}

impl Message {
    fn has_media(&self) -> bool {
        self.is_omitted || !self.media.is_empty()
    }

    /// Adds a line: media that it names, or words.
    fn add(&mut self, line: &str) {
        let line = bare(line);
        let lower = line.to_lowercase();
        let omitted = [
            "<media omitted>",
            "<media weggelaat>",
            "image omitted",
            "video omitted",
            "document omitted",
            "sticker omitted",
        ];
        if let Some(name) = media(&line) {
            self.media.push(name.to_owned());
        } else if omitted.contains(&lower.as_str()) || lower.ends_with("document omitted") {
            self.is_omitted = true;
        } else {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(&line);
        }
    }

    /// The minute of its day.
    fn minute(&self) -> Option<i64> {
        let lower = self.time.to_lowercase();
        let digits = lower.trim_end_matches(|c: char| !c.is_ascii_digit());
        let mut parts = digits.split(':').map(str::parse::<i64>);
        let (hour, minute) = (parts.next()?.ok()?, parts.next()?.ok()?);
        let hour = match (lower.contains('p'), lower.contains('a')) {
            (true, _) => hour % 12 + 12,
            (_, true) => hour % 12,
            _ => hour,
        };
        Some(hour.clamp(0, 24) * 60 + minute.clamp(0, 60))
    }
}

/// Text without the marks for the direction of writing that WhatsApp puts everywhere.
fn bare(text: &str) -> String {
    let marks = |c: &char| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(marks).collect::<String>().trim().to_owned()
}

/// The name of the file that a line attaches: `IMG-20191231-WA0001.jpg (file attached)`, `<attached: 00000012-PHOTO.jpg>`, in any language.
fn media(line: &str) -> Option<&str> {
    let name = match line.strip_prefix('<').and_then(|line| line.strip_suffix('>')) {
        Some(inner) => inner.split_once(": ")?.1,
        None => line.strip_suffix(')')?.rsplit_once(" (")?.0,
    };
    let ending = crate::attachment::extension(name)?;
    let fits = (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (fits && name.len() <= 255 && !name.contains(['/', '\\', '<', '>'])).then_some(name)
}

/// Date, time and the rest of a line that begins a message: `31/12/2019, 18:05 - Name: text` or `[2019/12/31, 6:05:12 PM] Name: text`.
fn head(line: &str) -> Option<(String, String, &str)> {
    let start =
        line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{feff}'));
    let (when, rest) = match start.strip_prefix('[') {
        Some(inner) => inner.split_once("] ").or_else(|| inner.split_once(']'))?,
        None => start.split_once(" - ")?,
    };
    if when.len() > 40 {
        return None;
    }
    let (date, time) = when.split_once(", ").or_else(|| when.split_once(' '))?;
    let numbers = date
        .split(['/', '.', '-'])
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()) && (1..=4).contains(&part.len()));
    let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && time.contains([':', '.']) && time.len() <= 20;
    (numbers.count() == 3 && is_time).then(|| (date.to_owned(), bare(&time.replace('\u{202f}', " ")), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str, &str, &[&str])]) {
        let chat = chat("chat.txt", text).expect("a chat");
        let found: Vec<_> = chat.messages.iter().map(|m| (&*m.date, &*m.sender, &*m.text, m.media.clone())).collect();
        let expected: Vec<_> =
            expected.iter().map(|(d, s, t, m)| (*d, *s, *t, m.iter().map(|m| (*m).to_owned()).collect())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn messages_of_both_sorts_of_phone_are_read() {
        check(
            "31/12/2019, 18:05 - Piet: Geyser is in\nnew valve too\n31/12/2019, 18:06 - Piet: \u{200e}IMG-1.jpg (file attached)\nthe plate",
            &[
                ("31/12/2019", "Piet", "Geyser is in\nnew valve too", &[]),
                ("31/12/2019", "Piet", "the plate", &["IMG-1.jpg"]),
            ],
        );
        check(
            "[2019/12/31, 18:05:12] Piet - Plumber: \u{200e}<attached: 0012-PHOTO.jpg>\r\n\u{200e}[2019/12/31, 18:06:00] Ann: thanks: all good",
            &[
                ("2019/12/31", "Piet - Plumber", "", &["0012-PHOTO.jpg"]),
                ("2019/12/31", "Ann", "thanks: all good", &[]),
            ],
        );
        check("12/31/19, 6:05\u{202f}PM - Messages are encrypted\n", &[("12/31/19", "", "", &[])]);
    }

    #[test]
    fn other_texts_are_no_chats() {
        for text in ["Date,Cost\n31/12/2019,5", "", "[1, 2]", "- a\n- b", "2019-12-31 - 5"] {
            assert!(chat("a.txt", text).is_none(), "{text}");
        }
    }
}
