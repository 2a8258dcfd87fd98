//! The versions of an entry, beside one another.

/// What stands around the versions.
pub struct Versions {
    /// The page.
    pub title: &'static str,
    /// The version that stands.
    pub now: &'static str,
    /// The first version.
    pub first: &'static str,
    /// A version between them: "Version 2"
    pub version: fn(usize) -> String,
    /// "Amended by Thandi on 19 November 2026, 08:14"; without a name where it is not known.
    pub amended: fn(Option<&str>, &str) -> String,
    /// What it was.
    pub what: &'static str,
    /// What sort of event.
    pub kind: &'static str,
    /// Names of the files.
    pub files: &'static str,
    /// "3 × Thermostat"
    pub part: fn(&str, &str) -> String,
    /// Where one version says nothing.
    pub nothing: &'static str,
    /// That a value differs, for a screen reader.
    pub changed: &'static str,
    /// Who changed what, when.
    pub story: &'static str,
    /// The head of its columns: when, who, what.
    pub columns: [&'static str; 3],
    /// Written on this device and not sent yet.
    pub this_device: &'static str,
    /// "Cost: from R 2 980,00 to R 2 890,00"
    pub change: fn(&str, &str, &str) -> String,
    /// A field whose values are too long to be told: "Notes changed"
    pub long_change: fn(&str) -> String,
    /// Names need a connection.
    pub no_names: &'static str,
}
