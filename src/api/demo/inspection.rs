//! Walks through the home by a checklist: before winter, round the pool, and a list that the household made its own.

use super::pen::{Pen, Who, id};
use model::checklist::{Checklist, Look};
use model::entry::{Entry, Severity};
use model::inspection::Found::{self, Failed, Good, Unseen};
use model::inspection::{Inspection, Point};
use model::system::{System, SystemType};

/// What was looked at, how it was found, a note, the system, and the fault that it became.
type Row = (&'static str, Found, &'static str, Option<&'static str>, Option<&'static str>);

const WINTER: &[Row] = &[
    ("Roof covering", Good, "From the ladder only.", Some("roof"), None),
    ("Gutters and downpipes", Good, "Mogamat was here the week before.", Some("gutters"), None),
    ("Storm-water drains", Good, "", None, None),
    ("Damp on walls and ceilings", Good, "Nothing new in Thabo’s room.", None, None),
    ("Trees near the roof and the lines", Unseen, "", None, None),
];

const POOL: &[Row] = &[
    ("Pool pump", Good, "", Some("pool-pump"), None),
    ("Filter", Failed, "Sand on the bottom step every morning.", Some("pool-filter"), Some("sand")),
    ("Net, cover or fence", Good, "Gate closes by itself.", Some("pool"), None),
    ("Shell and coping", Good, "", Some("pool"), None),
];

/// Writes them.
pub(super) fn write(pen: &mut Pen) {
    let winter = pen.ago(214);
    walked(pen, "Before the Cape winter", "before_winter", winter, ("Pieter", Who::Pieter), WINTER);
    walked(pen, "Pool", "pool", pen.ago(23), ("Pieter", Who::Pieter), POOL);
    let look = |title: &str, how: &str, sort, severity| Look {
        title: title.into(),
        how: how.into(),
        sort,
        severity,
        source: None,
    };
    let own = Checklist {
        name: "Before we go away".into(),
        about: "December and Easter, with Ouma in the cottage.".into(),
        every_months: Some(6),
        points: vec![
            look("Water at the gate", "Off, and the cottage told.", Some(SystemType::Plumbing), Severity::Serious),
            look("Main geyser", "Breaker 7 off.", Some(SystemType::Geyser), Severity::Minor),
            look("Gas", "Yellow lever across the pipe.", Some(SystemType::GasInstallation), Severity::Emergency),
            look("Alarm", "Armed, and the security firm knows until when.", None, Severity::Minor),
        ],
        ..Checklist::default()
    };
    pen.write("before we go", Who::Naledi, pen.ago(120), &own);
}

fn walked(pen: &mut Pen, title: &str, key: &str, on: model::Date, (by, who): (&str, Who), rows: &[Row]) {
    let point = |(title, found, note, system, became): &Row| Point {
        title: (*title).into(),
        found: *found,
        note: (*note).into(),
        system: system.map(id::<System>),
        became: became.map(id::<Entry>),
        ..Point::default()
    };
    let points = rows.iter().map(point).collect();
    let (title, checklist, by) = (title.to_owned(), key.to_owned(), by.to_owned());
    let name = format!("{key} {on}");
    pen.write(&name, who, on, &Inspection { title, checklist, on: Some(on), by, points, ..Inspection::default() });
}
