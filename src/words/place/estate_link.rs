//! Links of a scheme.

use model::grant::estate::Part;

/// What these pages say.
pub struct EstateLink {
    /// The page with the links.
    pub title: &'static str,
    /// What they are good for.
    pub lead: &'static str,
    /// There are none yet: what to do about it.
    pub none_lead: &'static str,
    /// The page on which one is made.
    pub new: &'static str,
    /// An example of what one is called.
    pub name_example: &'static str,
    /// Which parts are shown.
    pub parts: &'static str,
    /// Their names.
    pub part: fn(Part) -> &'static str,
    /// Why costs are shown and names are not.
    pub ticks_lead: &'static str,
    /// The cases are shown too.
    pub cases: &'static str,
    /// What that means.
    pub cases_hint: &'static str,
    /// It stays what it is now.
    pub pack: &'static str,
    /// What that means.
    pub pack_hint: &'static str,
}
