//! What a major capital item can be.

use crate::choice::choice;
use crate::life::Source;

/// Where the list comes from: the definition of a major capital item that rule 22 of Annexure 1 plans for.
pub const SOURCE: Source = Source::Published(
    "Sectional Titles Schemes Management Regulations 2016, major capital item: blog.esilaw.co.za; m.deluciagroup.co.za",
);

choice! {
    /// One of the eleven categories of major capital items, in the order of the regulations.
    Category {
        /// Wiring, lighting and electrical systems.
        Electrical = "electrical",
        /// Plumbing, drainage and storm-water systems.
        Plumbing = "plumbing",
        /// Heating and cooling systems.
        HeatingCooling = "heating_cooling",
        /// Lifts.
        Lifts = "lifts",
        /// Carpeting and furnishings.
        Furnishings = "furnishings",
        /// Roofing.
        Roofing = "roofing",
        /// Interior and exterior painting and waterproofing.
        PaintingWaterproofing = "painting_waterproofing",
        /// Communication and service supply systems.
        Communication = "communication",
        /// Parking facilities, roadways and paved areas.
        Paving = "paving",
        /// Security systems and facilities.
        Security = "security",
        /// Other community and recreational facilities.
        Recreation = "recreation",
    }
}
