//! The home as a whole.

/// What the page and the form of the home say.
pub struct Property {
    /// The home.
    pub title: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Whose name that is.
    pub name_hint: &'static str,
    /// Street and number.
    pub street: &'static str,
    /// Suburb.
    pub suburb: &'static str,
    /// City.
    pub city: &'static str,
    /// Postal code.
    pub postal_code: &'static str,
    /// What sort of home it is.
    pub sort: &'static str,
    /// Asks what sort of home it is.
    pub dwelling: &'static str,
    /// Built, roof, walls, water, power.
    pub built_of: &'static str,
    /// The year it was built.
    pub year_built: &'static str,
    /// The way to the check of the papers before a sale.
    pub sell: &'static str,
    /// When it was first lived in.
    pub occupied: &'static str,
    /// Floor area.
    pub floor_area: &'static str,
    /// Square metres.
    pub square_metres: &'static str,
    /// Stand, erf or section number.
    pub erf: &'static str,
    /// The roof.
    pub roof: &'static str,
    /// The walls.
    pub walls: &'static str,
    /// Sources of water.
    pub water_from: &'static str,
    /// Sources of power.
    pub power_from: &'static str,
    /// Asks where the water comes from.
    pub water: &'static str,
    /// Asks where the power comes from.
    pub power: &'static str,
    /// Asks where the water is shut off.
    pub water_shut_off: &'static str,
    /// An example of that.
    pub water_shut_off_example: &'static str,
    /// Asks where the power is switched off.
    pub power_shut_off: &'static str,
    /// An example of that.
    pub power_shut_off_example: &'static str,
    /// Nothing of it is known yet.
    pub empty: &'static str,
}
