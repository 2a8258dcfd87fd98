//! Homebox: the zip of a whole collection, with its files and what was done.

use crate::column::{Rows, Target};
use crate::gather::Gather;
use crate::json::{self, List, field, is_true};
use crate::proposal::ProblemCode;
use crate::row::{FileSort, Row, RowFile, entry, task, thing, zone};
use model::body::Fields;
use model::entry::EntryType;
use std::borrow::Cow;
use std::collections::HashMap;

/// Locations that are followed upwards; a collection in which they lie in a circle ends there.
const DEPTH_MAX: usize = 12;

/// Tables that are read. What else is in the zip is of no use here, and one table may hold secrets.
pub(crate) const TABLES: [&str; 7] =
    ["entity_types", "entities", "entity_fields", "maintenance_entries", "attachments", "tags", "tag_entities"];

const TARGETS: &[(&str, Target)] = &[
    ("name", Target::Name),
    ("description", Target::Notes),
    ("notes", Target::Notes),
    ("quantity", Target::Quantity),
    ("serial_number", Target::Serial),
    ("model_number", Target::Model),
    ("manufacturer", Target::Make),
    ("purchase_date", Target::Bought),
    ("purchase_time", Target::Bought),
    ("purchase_from", Target::Supplier),
    ("purchase_price", Target::Price),
    ("warranty_expires", Target::WarrantyEnds),
    ("warranty_details", Target::WarrantyScope),
    ("lifetime_warranty", Target::WarrantyLifetime),
    ("insured", Target::Flag),
    ("archived", Target::Flag),
];

/// Fields that say nothing to a person, or are told otherwise.
const NONE: &[&str] = &[
    "id",
    "created_at",
    "updated_at",
    "import_ref",
    "entity_children",
    "entity_type_entities",
    "group_entities",
    "sync_child_entities_locations",
    "sync_child_items_locations",
    "asset_id",
];

/// What belongs to entities, by their ids.
struct Collection<'a> {
    entities: Vec<(&'a List, u32, &'a Fields)>,
    by_id: HashMap<Cow<'a, str>, usize>,
    locations: Vec<bool>,
    types: HashMap<Cow<'a, str>, Cow<'a, str>>,
    fields: HashMap<Cow<'a, str>, Vec<&'a Fields>>,
    attachments: HashMap<Cow<'a, str>, Vec<&'a Fields>>,
    tags: HashMap<Cow<'a, str>, Vec<Cow<'a, str>>>,
    maintenance: Vec<(&'a List, u32, &'a Fields)>,
}

/// Reads the tables of a collection.
pub(crate) fn read(lists: &[&List], to: &mut Gather<'_>) {
    let home = Collection::new(lists);
    let looked_after = home.maintenance.iter().map(|(_, _, fields)| field(fields, "entity_id"));
    let looked_after: Vec<_> =
        looked_after.filter_map(|id| home.by_id.get(&id)).map(|at| home.id(*at).into_owned()).collect();
    to.wanted.extend(looked_after.iter().map(|id| crate::text::fold(id)));
    let count = home.entities.len();
    let files = to.files;
    let words = to.settings.words.import();
    zone::read(count, to, &|at| home.locations[at].then(|| home.location(at, files)));
    let mut keys: HashMap<usize, String> = HashMap::new();
    let made = |at: usize| (!home.locations[at]).then(|| home.thing(at, words, files));
    thing::read(count, Rows::Auto, to, &made, &mut |at, ident, _| {
        keys.insert(at, ident.key.clone());
    });
    for (list, number, fields) in &home.maintenance {
        let mut row =
            json::row(&list.place, *number, fields, MAINTENANCE, &["created_at", "updated_at", "entity_id", "item_id"]);
        let of = home.by_id.get(&field(fields, "entity_id")).or_else(|| home.by_id.get(&field(fields, "item_id")));
        match of.map(|at| (at, keys.get(at))) {
            Some((_, Some(key))) => row.push(Target::System, words.targets.system, key.clone()),
            Some((at, None)) => row.push(Target::Zone, words.targets.zone, home.path(*at)),
            None => to.problem(&row.place(), ProblemCode::LinkMissing, "entity_id", &field(fields, "entity_id")),
        }
        maintenance(row, to);
    }
}

const MAINTENANCE: &[(&str, Target)] = &[
    ("id", Target::Id),
    ("name", Target::Title),
    ("description", Target::Notes),
    ("cost", Target::Cost),
    ("date", Target::When),
    ("scheduled_date", Target::Due),
];

/// What was done has a date; what has none, or that of the year 1, is still to be done.
fn maintenance(mut row: Row<'_>, to: &mut Gather<'_>) {
    row.cells
        .retain(|cell| !(cell.text.starts_with("0001-01-01") || cell.target == Target::Cost && is_zero(&cell.text)));
    if row.peek(Target::When).is_none() && row.peek(Target::Due).is_some() {
        return task::read(row, to);
    }
    for cell in row.cells.iter_mut().filter(|cell| cell.target == Target::Due) {
        (cell.target, cell.label) = (Target::Note, Cow::Borrowed(to.settings.words.import().labels.scheduled));
    }
    entry::read(row, Some(EntryType::Service), to);
}

impl<'a> Collection<'a> {
    fn new(lists: &[&'a List]) -> Self {
        let rows = |name: &'static str| {
            let lists = lists.iter().copied().filter(move |list| list.is("homebox", name));
            lists.flat_map(|list| list.rows.iter().enumerate().map(move |(at, fields)| (list, at as u32 + 1, fields)))
        };
        let grouped = |name, by: &'static str| {
            let mut groups: HashMap<Cow<'a, str>, Vec<&'a Fields>> = HashMap::new();
            rows(name).for_each(|(_, _, fields)| groups.entry(field(fields, by)).or_default().push(fields));
            groups
        };
        let entities: Vec<_> = rows("entities").collect();
        let located: HashMap<_, _> =
            rows("entity_types").map(|(_, _, fields)| (field(fields, "id"), is_true(fields, "is_location"))).collect();
        let is_location =
            |fields: &Fields| located.get(&field(fields, "entity_type_entities")).copied().unwrap_or(false);
        let named: HashMap<_, _> =
            rows("tags").map(|(_, _, fields)| (field(fields, "id"), field(fields, "name"))).collect();
        let mut tags: HashMap<_, Vec<_>> = HashMap::new();
        for (_, _, fields) in rows("tag_entities") {
            let name = named.get(&field(fields, "tag_id")).cloned().unwrap_or_default();
            tags.entry(field(fields, "entity_id")).or_default().push(name);
        }
        Self {
            by_id: entities.iter().enumerate().map(|(at, (_, _, fields))| (field(fields, "id"), at)).collect(),
            locations: entities.iter().map(|(_, _, fields)| is_location(fields)).collect(),
            entities,
            types: rows("entity_types").map(|(_, _, fields)| (field(fields, "id"), field(fields, "name"))).collect(),
            fields: grouped("entity_fields", "entity_fields"),
            attachments: grouped("attachments", "entity_attachments"),
            tags,
            maintenance: rows("maintenance_entries").collect(),
        }
    }

    /// What names an entity: the reference that it was imported by, else its own number; the same as in the table that Homebox exports.
    fn id(&self, at: usize) -> Cow<'a, str> {
        let fields = self.entities[at].2;
        let own = field(fields, "import_ref");
        if own.is_empty() { field(fields, "id") } else { own }
    }

    fn above(&self, at: usize) -> Option<usize> {
        self.by_id.get(&field(self.entities[at].2, "entity_children")).copied().filter(|above| *above != at)
    }

    /// The path of locations that ends with this one, or with the nearest around this thing.
    fn path(&self, at: usize) -> String {
        let mut names = Vec::new();
        let mut next = Some(at);
        for _ in 0..DEPTH_MAX {
            let Some(at) = next else { break };
            if self.locations[at] {
                names.push(field(self.entities[at].2, "name").replace('/', "-"));
            }
            next = self.above(at);
        }
        names.reverse();
        names.join(" / ")
    }

    fn location(&self, at: usize, files: &crate::attachment::Files<'_>) -> Row<'a> {
        let (list, number, fields) = self.entities[at];
        let mut row =
            json::row(&list.place, number, fields, &[("description", Target::Notes), ("notes", Target::Notes)], NONE);
        row.cells.retain(|cell| cell.target == Target::Notes);
        row.push(Target::Name, "", field(fields, "name").replace('/', "-"));
        if let Some(above) = self.above(at) {
            row.push(Target::Parent, "", self.path(above));
        }
        self.attach(at, &mut row, files);
        row
    }

    fn thing(&self, at: usize, words: &'static words::place::Import, files: &crate::attachment::Files<'_>) -> Row<'a> {
        let (list, number, fields) = self.entities[at];
        let mut row = json::row(&list.place, number, fields, TARGETS, NONE);
        row.push(Target::Id, "", self.id(at));
        row.push(Target::Zone, words.targets.zone, self.path(at));
        if let Some(above) = self.above(at).filter(|above| !self.locations[*above]) {
            row.push(Target::Parent, words.labels.part_of, self.id(above));
        }
        let sort = self.types.get(&field(fields, "entity_type_entities")).cloned().unwrap_or_default();
        if !sort.eq_ignore_ascii_case("item") {
            row.push(Target::Sort, words.targets.sort, sort);
        }
        let number: i64 = field(fields, "asset_id").parse().unwrap_or(0);
        if number > 0 {
            row.push(Target::Note, words.labels.asset_number, format!("{:03}-{:03}", number / 1000, number % 1000));
        }
        let id = field(fields, "id");
        row.push(Target::Note, words.labels.tags, self.tags.get(&id).map(|tags| tags.join(", ")).unwrap_or_default());
        for own in self.fields.get(&id).into_iter().flatten() {
            let own_value = format!("{}_value", field(own, "type"));
            let names = [own_value.as_str(), "text_value", "number_value", "time_value"];
            let value =
                names.into_iter().map(|name| field(own, name)).find(|value| !value.is_empty()).unwrap_or_default();
            row.push(Target::Note, field(own, "name"), value);
        }
        row.cells.retain(|cell| {
            let zero = is_zero(&cell.text) && (cell.target == Target::Price || cell.label == "Sold price");
            !zero && !cell.text.starts_with("0001-01-01")
        });
        for cell in &mut row.cells {
            let label = super::homebox::label(&cell.label, words);
            cell.label = label.map_or(std::mem::take(&mut cell.label), Cow::Borrowed);
        }
        self.attach(at, &mut row, files);
        row
    }

    /// Adds the files of an entity. Small copies of photos are left out: they are made anew.
    fn attach(&self, at: usize, row: &mut Row<'_>, files: &crate::attachment::Files<'_>) {
        for attachment in self.attachments.get(&field(self.entities[at].2, "id")).into_iter().flatten() {
            let sort = match &*field(attachment, "type") {
                "thumbnail" => continue,
                "photo" => FileSort::Photo,
                "manual" => FileSort::Manual,
                "warranty" => FileSort::Warranty,
                "receipt" => FileSort::Receipt,
                _ => FileSort::Paper,
            };
            let id = field(attachment, "id");
            let title =
                Some(field(attachment, "title")).filter(|title| !title.is_empty()).unwrap_or_else(|| id.clone());
            let name = named(&title, &field(attachment, "mime_type"));
            let mut found = files.find(&format!("attachments/{id}"));
            if let Ok(file) = &mut found {
                file.name = crate::text::cut(crate::attachment::base(&name), 100).to_owned();
            }
            row.files.push(RowFile { name, sort, found });
        }
    }
}

/// A file's name with the ending that its media type has, if it has none.
fn named(title: &str, media: &str) -> String {
    let ending = match media.split(';').next().unwrap_or_default() {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        _ => "",
    };
    let has = crate::attachment::extension(title).is_some_and(|ending| (2..=4).contains(&ending.len()));
    if has || ending.is_empty() { title.to_owned() } else { format!("{title}.{ending}") }
}

fn is_zero(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}
