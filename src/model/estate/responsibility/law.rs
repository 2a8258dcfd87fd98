//! What the law says about who has to see to what, with its words and where they come from.

use super::{Bearer, Duty, Gap, Regime, Serves, Standing, Thing};
use crate::life::Source::{self, Published, Trade};
use crate::system::SystemType;

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Law {
    /// What it is cited as; of what is only usual nothing.
    pub cite: &'static str,
    /// What it says.
    pub words: &'static str,
    /// Whether those are its own words, else its meaning.
    pub is_quoted: bool,
    /// Where that was read.
    pub source: Source,
    /// Sources disagree or it is only usual: to be confirmed with the managing agent.
    pub confirm: bool,
}

/// The geyser rule.
pub static WATER_HEATING: Law = Law {
    cite: "Prescribed management rule 31(1)",
    words: "Notwithstanding that a water-heating installation forms part of the common property and is insured by the body corporate, a member must \
            maintain, repair and, when necessary, replace such an installation which serves that member's section or exclusive use area; provided that where \
            such an installation serves sections owned or exclusive use areas held by more than one member, the members concerned must share the maintenance, \
            repair and replacement costs on a pro-rata basis.",
    is_quoted: true,
    source: Published("STSM Regulations 2016, Annexure 1, rule 31(1), as quoted by remax-tac.co.za; amiti.cloud"),
    confirm: false,
};

/// Who bears an excess.
pub static EXCESS: Law = Law {
    cite: "Prescribed management rule 23(2)(b)",
    words: "A member is responsible for any excess amount that relates to damage to any part of the buildings that member is obliged to repair and maintain \
            in terms of the Act or these rules and must furnish the body corporate with written proof from the insurer of payment of that amount within seven \
            days of written request.",
    is_quoted: true,
    source: Published("STSM Regulations 2016, Annexure 1, rule 23(2)(b), as quoted by remax-tac.co.za"),
    confirm: false,
};

/// Days within which a member proves that an excess was paid, once asked in writing. Source: [`EXCESS`].
pub const EXCESS_PROOF_DAYS: u32 = 7;

/// An owner's section.
pub static SECTION: Law = Law {
    cite: "Sectional Titles Schemes Management Act 8 of 2011, section 13(1)(c)",
    words: "An owner must repair and maintain his or her section in a state of good repair and, in respect of an exclusive use area, keep it in a clean and \
            neat condition.",
    is_quoted: true,
    source: Published("STSMA section 13(1)(c), as quoted by stratafin.co.za, 1 February 2024"),
    confirm: false,
};

/// The common property.
pub static COMMON: Law = Law {
    cite: "Sectional Titles Schemes Management Act 8 of 2011, section 3(1)(l)",
    words: "The body corporate must maintain all the common property and keep it in a state of good and serviceable repair.",
    is_quoted: true,
    source: Published("STSMA section 3(1)(l), as quoted by heritage-estate.co.za"),
    confirm: false,
};

/// Pipes, wires and ducts that serve more than one section.
pub static CONDUITS: Law = Law {
    cite: "Sectional Titles Schemes Management Act 8 of 2011, section 3(1)(r)",
    words: "The body corporate maintains, repairs and replaces a pipe, wire, cable or duct within a section that serves more than one section or the common \
            property. What serves that section alone is its owner's.",
    is_quoted: false,
    source: Published(
        "STSMA section 3(1)(r), by Jennifer Paddock, rietvleipark.blogspot.com, 24 December 2022; vandeventers.law",
    ),
    confirm: false,
};

/// Exclusive use areas.
pub static EXCLUSIVE_USE: Law = Law {
    cite: "Sectional Titles Schemes Management Act 8 of 2011, sections 3(1)(c), 3(1)(l) and 13(1)(c)",
    words: "An owner is only obliged to keep an exclusive use area clean and neat. The body corporate maintains and repairs it, and recovers the cost from \
            the owner who is entitled to use it.",
    is_quoted: false,
    source: Published("futureprops.co.za; stratafin.co.za, 1 February 2024"),
    confirm: true,
};

/// What the body corporate may do in an emergency.
pub static REMEDY: Law = Law {
    cite: "Prescribed management rule 31(2)",
    words: "Where a member fails to keep a section in good repair after a written demand, and that threatens the stability of the common property or the \
            safety of the building or otherwise materially prejudices others, the body corporate must remedy it and recover the reasonable cost. In an \
            emergency no demand or notice need be given.",
    is_quoted: false,
    source: Published("STSM Regulations 2016, Annexure 1, rule 31(2), by stratafin.co.za, 1 February 2024"),
    confirm: false,
};

/// An association's constitution.
pub static CONSTITUTION: Law = Law {
    cite: "",
    words: "The rules of sectional title do not apply to a homeowners' association: its constitution does. Where that says nothing else, an owner usually sees \
            to what stands on the own land, and the association to what is common.",
    is_quoted: false,
    source: Trade,
    confirm: true,
};

/// Whether a thing is a water-heating installation, as the geyser rule means it.
pub fn heats_water(sort: SystemType) -> bool {
    matches!(sort, SystemType::Geyser | SystemType::SolarGeyser | SystemType::HeatPump | SystemType::GasGeyser)
}

/// Whether a thing is of pipes, wires, cables or ducts.
pub fn is_conduit(sort: SystemType) -> bool {
    matches!(
        sort,
        SystemType::Plumbing
            | SystemType::Drainage
            | SystemType::PressureValve
            | SystemType::Wiring
            | SystemType::GasInstallation
            | SystemType::Network
    )
}

type Said = (Result<Bearer, Gap>, Option<&'static Law>);

/// Who bears a duty by the law, and the rule that says so, or that would.
pub(super) fn says(thing: Thing, duty: Duty) -> Said {
    match thing.regime {
        Regime::Association => association(thing.standing),
        Regime::SectionalTitle if duty == Duty::Excess => excess(thing),
        Regime::SectionalTitle => sectional(thing, duty),
    }
}

fn association(standing: Standing) -> Said {
    let bearer = match standing {
        Standing::Section => Ok(Bearer::Owner),
        Standing::Common => Ok(Bearer::Body),
        Standing::ExclusiveUse => Err(Gap::Constitution),
        Standing::Unknown => Err(Gap::Standing),
    };
    (bearer, Some(&CONSTITUTION))
}

/// A member bears it who is obliged to repair, else the body corporate, whose insurance it is.
fn excess(thing: Thing) -> Said {
    let (repair, rule) = sectional(thing, Duty::Repair);
    match repair {
        Err(gap) => (Err(gap), rule),
        Ok(bearer) => (Ok(bearer), Some(&EXCESS)),
    }
}

fn sectional(thing: Thing, duty: Duty) -> Said {
    let Thing { sort, standing, serves, .. } = thing;
    if heats_water(sort) {
        match serves {
            Serves::One => return (Ok(Bearer::Owner), Some(&WATER_HEATING)),
            Serves::Several => return (Ok(Bearer::Served), Some(&WATER_HEATING)),
            Serves::Unknown => return (Err(Gap::Serves), Some(&WATER_HEATING)),
            // What heats water for the common property only is like any other part of that.
            Serves::Common => {}
        }
    }
    match standing {
        Standing::Unknown => (Err(Gap::Standing), None),
        Standing::Common => (Ok(Bearer::Body), Some(&COMMON)),
        Standing::ExclusiveUse => {
            let bearer = if duty == Duty::Pay { Bearer::Owner } else { Bearer::Body };
            (Ok(bearer), Some(&EXCLUSIVE_USE))
        }
        Standing::Section if is_conduit(sort) => match serves {
            Serves::One => (Ok(Bearer::Owner), Some(&CONDUITS)),
            Serves::Several | Serves::Common => (Ok(Bearer::Body), Some(&CONDUITS)),
            Serves::Unknown => (Err(Gap::Serves), Some(&CONDUITS)),
        },
        Standing::Section => (Ok(Bearer::Owner), Some(&SECTION)),
    }
}
