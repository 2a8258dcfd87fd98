//! A scheme of many homes.

use model::estate::responsibility::Regime;

/// What these pages say.
pub struct Estate {
    /// The page, before the scheme's name is known.
    pub title: &'static str,
    /// What the parts of the pages are together.
    pub parts_label: &'static str,
    /// The parts: how it stands, grid, certificates, who sees to what, plan, work, cases, units, people.
    pub parts: [&'static str; 9],
    /// There is no scheme.
    pub none: &'static str,
    /// What one is good for.
    pub none_lead: &'static str,
    /// The box for its name.
    pub name: &'static str,
    /// What it is by law.
    pub regime_label: &'static str,
    /// Each of those.
    pub regime: fn(Regime) -> &'static str,
    /// Makes it.
    pub start: &'static str,
}
