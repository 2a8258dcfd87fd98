//! What a column of a table of units becomes.

use super::name;
use crate::sort;
use crate::text::{fold, words};
use model::certificate::CertificateType;
use model::system::SystemType;

/// What a column becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A line of the notes.
    Note,
    /// Left out.
    None,
    /// The number of the unit.
    Number,
    /// Its number on the sectional plan.
    Section,
    /// Its building.
    Building,
    /// Its participation quota.
    Quota,
    /// Its floor area, square metres.
    Area,
    /// Its part of town.
    Suburb,
    /// Its owner.
    Owner,
    /// The owner's address for mail.
    OwnerEmail,
    /// The owner's telephone number.
    OwnerPhone,
    /// Its tenant.
    Tenant,
    /// Since when the owner owns it.
    OwnedSince,
    /// Who answers for it.
    Responsible,
    /// When a system was installed.
    Installed(SystemType),
    /// The make of a system.
    Make(SystemType),
    /// When a certificate was issued.
    Certificate(CertificateType),
}

/// Those that are one field, with their names in text.
const PLAIN: [(Target, &str); 14] = [
    (Target::Note, "note"),
    (Target::None, "none"),
    (Target::Number, "number"),
    (Target::Section, "section"),
    (Target::Building, "building"),
    (Target::Quota, "quota"),
    (Target::Area, "area"),
    (Target::Suburb, "suburb"),
    (Target::Owner, "owner"),
    (Target::OwnerEmail, "owner_email"),
    (Target::OwnerPhone, "owner_phone"),
    (Target::Tenant, "tenant"),
    (Target::OwnedSince, "owned_since"),
    (Target::Responsible, "responsible"),
];

/// Endings that say when a system came.
const INSTALLED: &[&str] =
    &["installed", "installation", "install", "fitted", "replaced", "year", "date", "new", "age"];
/// Endings that say whose make it is.
const MAKE: &[&str] = &["make", "brand", "model", "manufacturer", "maker", "type"];
/// Words that say that a column is about a certificate.
const CERTIFICATE: &[&str] = &["coc", "cocs", "certificate", "cert", "compliance"];

impl Target {
    /// The name in text.
    pub(crate) fn as_text(self) -> String {
        match self {
            Self::Installed(sort) => format!("installed:{}", sort.as_str()),
            Self::Make(sort) => format!("make:{}", sort.as_str()),
            Self::Certificate(sort) => format!("certificate:{}", sort.as_str()),
            plain => PLAIN.iter().find(|(target, _)| *target == plain).map_or("note", |(_, text)| text).to_owned(),
        }
    }

    /// The target of that name.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if let Some((what, sort)) = text.split_once(':') {
            let system = SystemType::ALL.iter().copied().find(|one| one.as_str() == sort);
            return match what {
                "installed" => system.map(Self::Installed),
                "make" => system.map(Self::Make),
                "certificate" => {
                    CertificateType::ALL.iter().copied().find(|one| one.as_str() == sort).map(Self::Certificate)
                }
                _ => None,
            };
        }
        PLAIN.iter().find(|(_, name)| *name == text).map(|(target, _)| *target)
    }

    /// Whether its cells are dates.
    pub(crate) fn is_date(self) -> bool {
        matches!(self, Self::OwnedSince | Self::Installed(_) | Self::Certificate(_))
    }

    /// What a column of that header becomes; none where its name says nothing.
    pub(crate) fn named(header: &str) -> Option<Self> {
        if header.len() > 80 {
            return None;
        }
        let folded = fold(header.split(['(', '[']).next().filter(|bare| !bare.trim().is_empty()).unwrap_or(header));
        let plain = PLAIN.iter().map(|(target, _)| *target);
        plain.into_iter().find(|target| name::of(*target).contains(&folded.as_str())).or_else(|| system(header))
    }
}

/// A column about a system or a certificate: `Geyser installed`, `DB make`, `Electrical CoC date`.
fn system(header: &str) -> Option<Target> {
    let said = words(header);
    let says = |list: &[&str]| said.iter().any(|word| list.contains(&word.as_str()));
    if says(CERTIFICATE) {
        let of = |words: &[&str]| says(words);
        let sort = match () {
            () if of(&["fence", "fencing"]) => CertificateType::ElectricFence,
            () if of(&["gas"]) => CertificateType::Gas,
            () if of(&["beetle", "entomologist"]) => CertificateType::Beetle,
            () if of(&["water", "plumbing"]) => CertificateType::Water,
            () if of(&["geyser"]) => CertificateType::Geyser,
            () if of(&["solar", "pv"]) => CertificateType::SolarPv,
            () if of(&["occupancy", "occupation"]) => CertificateType::Occupancy,
            // The certificate that people mean by the word alone.
            () => CertificateType::Electrical,
        };
        return Some(Target::Certificate(sort));
    }
    let kept = said.iter().filter(|word| !INSTALLED.contains(&word.as_str()) && !MAKE.contains(&word.as_str()));
    let about = kept.cloned().collect::<Vec<_>>().join(" ");
    let sort = sort::system(&about)?;
    Some(if says(MAKE) { Target::Make(sort) } else { Target::Installed(sort) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_the_names_that_people_give_them() {
        let rows = [
            ("Unit No.", "number"),
            ("Door", "number"),
            ("Flat number", "number"),
            ("Section", "section"),
            ("Erf No", "section"),
            ("Block", "building"),
            ("PQ", "quota"),
            ("PQ (%)", "quota"),
            ("Participation Quota", "quota"),
            ("Floor area (m²)", "area"),
            ("Registered owner", "owner"),
            ("E-mail", "owner_email"),
            ("Cell", "owner_phone"),
            ("Tenant", "tenant"),
            ("Geyser installed", "installed:geyser"),
            ("Geyser make", "make:geyser"),
            ("DB", "installed:distribution_board"),
            ("CoC date", "certificate:electrical"),
            ("Gas CoC", "certificate:gas"),
        ];
        for (header, expected) in rows {
            let target = Target::named(header).map(Target::as_text);
            assert_eq!(target.as_deref(), Some(expected), "{header}");
            assert_eq!(Target::of(expected), Target::named(header), "{header}");
        }
        for header in ["", "Name", "Parking bay", "Levy"] {
            assert_eq!(Target::named(header), None, "{header}");
        }
    }
}
