//! Rows that are people and firms.

use super::Row;
use crate::column::Target;
use crate::draft::Draft;
use crate::gather::Gather;
use crate::proposal::ProblemCode;
use crate::text::{cut, normal, one_line};
use model::contact::ContactRole;
use model::letter::LINE_CHARS_MAX;

/// Reads a row that is a contact.
pub(crate) fn read(mut row: Row<'_>, to: &mut Gather<'_>) {
    let at = row.place();
    let name = [Target::Name, Target::Person, Target::Email, Target::Phone].iter().find_map(|target| row.peek(*target));
    let Some(name) = name.map(|text| one_line(&normal(text)).into_owned()).filter(|name| !name.is_empty()) else {
        let said: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        to.problem(&at, ProblemCode::NoName, to.settings.words.import().targets.name, &said.join(" | "));
        return;
    };
    let mut draft = Draft::new("contact", at);
    match row.take(Target::Name) {
        Some(cell) => draft.line(to, "name", Some(cell)),
        None => draft.put("name", cut(&name, LINE_CHARS_MAX).trim_end()),
    }
    draft.put("role", role(row.peek(Target::Trade).unwrap_or_default()).as_str());
    draft.line(to, "trade", row.take(Target::Trade));
    draft.line(to, "person", row.take(Target::Person));
    draft.line(to, "phone", row.take(Target::Phone));
    draft.line(to, "address", row.take(Target::Address));
    match row.take(Target::Email) {
        Some(cell) if cut(&cell.text, LINE_CHARS_MAX).contains('@') => draft.line(to, "email", Some(cell)),
        Some(cell) => draft.unread(to, ProblemCode::Unexpected, &cell),
        None => {}
    }
    draft.by_name = true;
    let id = row.take(Target::Id).map(|cell| cell.text.into_owned());
    draft.rest(to, &mut row);
    let key = to.key("contact", &id.unwrap_or_else(|| name.to_lowercase()));
    to.meet(&name, &key);
    draft.finish(to, key);
}

/// What a contact is to the home, by its trade.
fn role(trade: &str) -> ContactRole {
    let words = crate::text::words(cut(trade, 200));
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if any(&["insurer", "insurance", "broker", "versekering"]) {
        ContactRole::Insurer
    } else if any(&["agent", "agents", "managing", "trustee"]) {
        ContactRole::ManagingAgent
    } else if any(&["municipality", "municipal", "utility", "eskom", "munisipaliteit"]) {
        ContactRole::Utility
    } else if any(&["shop", "store", "supplier", "retailer", "hardware", "winkel"]) {
        ContactRole::Supplier
    } else if words.is_empty() {
        ContactRole::Other
    } else {
        ContactRole::Tradesperson
    }
}
