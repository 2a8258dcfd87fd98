//! Names of the values that a person chooses from.

use model::access::Role;
use model::certificate::CertificateType;
use model::contact::ContactRole;
use model::document::DocumentType;
use model::entry::{EntryType, Severity};
use model::life::Source;
use model::property::{Dwelling, PowerSource, RoofCover, Walls, WaterSource};
use model::reading::Unit;
use model::system::SystemType;
use model::warranty::Cover;
use model::zone::Place;

/// A name for each value of each choice.
pub struct Choice {
    /// Sorts of entry.
    pub entry: fn(EntryType) -> &'static str,
    /// How bad a fault is.
    pub severity: fn(Severity) -> &'static str,
    /// Sorts of system, in plain words.
    pub system: fn(SystemType) -> &'static str,
    /// Sorts of place.
    pub place: fn(Place) -> &'static str,
    /// Sorts of home.
    pub dwelling: fn(Dwelling) -> &'static str,
    /// Roof coverings.
    pub roof: fn(RoofCover) -> &'static str,
    /// Wall materials.
    pub walls: fn(Walls) -> &'static str,
    /// Sources of water.
    pub water: fn(WaterSource) -> &'static str,
    /// Sources of power.
    pub power: fn(PowerSource) -> &'static str,
    /// Sorts of paper.
    pub document: fn(DocumentType) -> &'static str,
    /// What a contact is.
    pub contact: fn(ContactRole) -> &'static str,
    /// Sorts of certificate.
    pub certificate: fn(CertificateType) -> &'static str,
    /// What a warranty covers.
    pub cover: fn(Cover) -> &'static str,
    /// What a meter measures.
    pub unit: fn(Unit) -> &'static str,
    /// Roles.
    pub role: fn(Role) -> &'static str,
    /// Where an expected life comes from.
    pub source: fn(Source) -> String,
}
