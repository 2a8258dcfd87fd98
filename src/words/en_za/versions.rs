//! The versions of an entry, in English as in South Africa.

use crate::place::Versions;

pub(crate) static VERSIONS: Versions = Versions {
    title: "Both versions",
    now: "Now",
    first: "As first written",
    version: |number| format!("Version {number}"),
    amended: |by, when| match by {
        Some(by) => format!("Amended by {by} on {when}"),
        None => format!("Amended on {when}"),
    },
    what: "What",
    kind: "Kind",
    files: "Photos and papers",
    part: |quantity, name| format!("{quantity} × {name}"),
    nothing: "nothing",
    changed: "changed:",
    story: "Who changed what, when",
    columns: ["When", "Who", "What"],
    this_device: "This device",
    change: |field, before, after| format!("{field}: from {before} to {after}"),
    long_change: |field| format!("{field} changed"),
    no_names: "Names of other members need a connection.",
};
